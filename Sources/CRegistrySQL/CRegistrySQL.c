#include "CRegistrySQL.h"

// In Swift code, an array of these 400,000 bytes takes the compiler half a minute, and everything else waits for it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const RegistrySQLFile files[] = {
    {"deploy/close-server.sql", (const unsigned char[]){
#embed "../../deploy/close-server" suffix(, 0)
    }},
    {"drop_objects.sql", (const unsigned char[]){
#embed "../../sql/drop_objects.sql" suffix(, 0)
    }},
    {"migrations/0001_owner.sql", (const unsigned char[]){
#embed "../../sql/migrations/0001_owner.sql" suffix(, 0)
    }},
    {"migrations/0002_bookkeeping.sql", (const unsigned char[]){
#embed "../../sql/migrations/0002_bookkeeping.sql" suffix(, 0)
    }},
    {"migrations/0003_values.sql", (const unsigned char[]){
#embed "../../sql/migrations/0003_values.sql" suffix(, 0)
    }},
    {"migrations/0004_units.sql", (const unsigned char[]){
#embed "../../sql/migrations/0004_units.sql" suffix(, 0)
    }},
    {"migrations/0005_provinces.sql", (const unsigned char[]){
#embed "../../sql/migrations/0005_provinces.sql" suffix(, 0)
    }},
    {"migrations/0006_campaigns.sql", (const unsigned char[]){
#embed "../../sql/migrations/0006_campaigns.sql" suffix(, 0)
    }},
    {"migrations/0007_staffing.sql", (const unsigned char[]){
#embed "../../sql/migrations/0007_staffing.sql" suffix(, 0)
    }},
    {"migrations/0008_quotas.sql", (const unsigned char[]){
#embed "../../sql/migrations/0008_quotas.sql" suffix(, 0)
    }},
    {"migrations/0009_accounts.sql", (const unsigned char[]){
#embed "../../sql/migrations/0009_accounts.sql" suffix(, 0)
    }},
    {"migrations/0010_criteria.sql", (const unsigned char[]){
#embed "../../sql/migrations/0010_criteria.sql" suffix(, 0)
    }},
    {"migrations/0011_dossiers.sql", (const unsigned char[]){
#embed "../../sql/migrations/0011_dossiers.sql" suffix(, 0)
    }},
    {"migrations/0012_nominations.sql", (const unsigned char[]){
#embed "../../sql/migrations/0012_nominations.sql" suffix(, 0)
    }},
    {"migrations/0013_endorsements.sql", (const unsigned char[]){
#embed "../../sql/migrations/0013_endorsements.sql" suffix(, 0)
    }},
    {"migrations/0014_attestations.sql", (const unsigned char[]){
#embed "../../sql/migrations/0014_attestations.sql" suffix(, 0)
    }},
    {"migrations/0015_documents.sql", (const unsigned char[]){
#embed "../../sql/migrations/0015_documents.sql" suffix(, 0)
    }},
    {"migrations/0016_decisions.sql", (const unsigned char[]){
#embed "../../sql/migrations/0016_decisions.sql" suffix(, 0)
    }},
    {"migrations/0017_sheets.sql", (const unsigned char[]){
#embed "../../sql/migrations/0017_sheets.sql" suffix(, 0)
    }},
    {"migrations/0018_area_specialists.sql", (const unsigned char[]){
#embed "../../sql/migrations/0018_area_specialists.sql" suffix(, 0)
    }},
    {"migrations/0019_trail.sql", (const unsigned char[]){
#embed "../../sql/migrations/0019_trail.sql" suffix(, 0)
    }},
    {"migrations/0020_reports.sql", (const unsigned char[]){
#embed "../../sql/migrations/0020_reports.sql" suffix(, 0)
    }},
    {"migrations/0021_sessions.sql", (const unsigned char[]){
#embed "../../sql/migrations/0021_sessions.sql" suffix(, 0)
    }},
    {"migrations/0022_requests.sql", (const unsigned char[]){
#embed "../../sql/migrations/0022_requests.sql" suffix(, 0)
    }},
    {"objects/values.sql", (const unsigned char[]){
#embed "../../sql/objects/values.sql" suffix(, 0)
    }},
    {"objects/identity.sql", (const unsigned char[]){
#embed "../../sql/objects/identity.sql" suffix(, 0)
    }},
    {"objects/walls.sql", (const unsigned char[]){
#embed "../../sql/objects/walls.sql" suffix(, 0)
    }},
    {"objects/trail.sql", (const unsigned char[]){
#embed "../../sql/objects/trail.sql" suffix(, 0)
    }},
    {"objects/server_roles.sql", (const unsigned char[]){
#embed "../../sql/objects/server_roles.sql" suffix(, 0)
    }},
    {"objects/logins.sql", (const unsigned char[]){
#embed "../../sql/objects/logins.sql" suffix(, 0)
    }},
    {"objects/admission.sql", (const unsigned char[]){
#embed "../../sql/objects/admission.sql" suffix(, 0)
    }},
    {"objects/sessions.sql", (const unsigned char[]){
#embed "../../sql/objects/sessions.sql" suffix(, 0)
    }},
    {"objects/requests.sql", (const unsigned char[]){
#embed "../../sql/objects/requests.sql" suffix(, 0)
    }},
    {"objects/server_state.sql", (const unsigned char[]){
#embed "../../sql/objects/server_state.sql" suffix(, 0)
    }},
    {"objects/words.sql", (const unsigned char[]){
#embed "../../sql/objects/words.sql" suffix(, 0)
    }},
    {"objects/units.sql", (const unsigned char[]){
#embed "../../sql/objects/units.sql" suffix(, 0)
    }},
    {"objects/staffing.sql", (const unsigned char[]){
#embed "../../sql/objects/staffing.sql" suffix(, 0)
    }},
    {"objects/quotas.sql", (const unsigned char[]){
#embed "../../sql/objects/quotas.sql" suffix(, 0)
    }},
    {"objects/campaigns.sql", (const unsigned char[]){
#embed "../../sql/objects/campaigns.sql" suffix(, 0)
    }},
    {"objects/sheets.sql", (const unsigned char[]){
#embed "../../sql/objects/sheets.sql" suffix(, 0)
    }},
    {"objects/staffing_reading.sql", (const unsigned char[]){
#embed "../../sql/objects/staffing_reading.sql" suffix(, 0)
    }},
    {"objects/staffing_doubts.sql", (const unsigned char[]){
#embed "../../sql/objects/staffing_doubts.sql" suffix(, 0)
    }},
    {"objects/staffing_storing.sql", (const unsigned char[]){
#embed "../../sql/objects/staffing_storing.sql" suffix(, 0)
    }},
    {"objects/nominations.sql", (const unsigned char[]){
#embed "../../sql/objects/nominations.sql" suffix(, 0)
    }},
    {"objects/claims.sql", (const unsigned char[]){
#embed "../../sql/objects/claims.sql" suffix(, 0)
    }},
    {"objects/own_writing.sql", (const unsigned char[]){
#embed "../../sql/objects/own_writing.sql" suffix(, 0)
    }},
    {"objects/nomination_lists.sql", (const unsigned char[]){
#embed "../../sql/objects/nomination_lists.sql" suffix(, 0)
    }},
    {"objects/nomination_sheets.sql", (const unsigned char[]){
#embed "../../sql/objects/nomination_sheets.sql" suffix(, 0)
    }},
    {"objects/attestations.sql", (const unsigned char[]){
#embed "../../sql/objects/attestations.sql" suffix(, 0)
    }},
    {"objects/dossiers.sql", (const unsigned char[]){
#embed "../../sql/objects/dossiers.sql" suffix(, 0)
    }},
    {"objects/documents.sql", (const unsigned char[]){
#embed "../../sql/objects/documents.sql" suffix(, 0)
    }},
    {"objects/endorsements.sql", (const unsigned char[]){
#embed "../../sql/objects/endorsements.sql" suffix(, 0)
    }},
    {"objects/decisions.sql", (const unsigned char[]){
#embed "../../sql/objects/decisions.sql" suffix(, 0)
    }},
    {"objects/area_specialists.sql", (const unsigned char[]){
#embed "../../sql/objects/area_specialists.sql" suffix(, 0)
    }},
    {"objects/report_content.sql", (const unsigned char[]){
#embed "../../sql/objects/report_content.sql" suffix(, 0)
    }},
    {"objects/reports.sql", (const unsigned char[]){
#embed "../../sql/objects/reports.sql" suffix(, 0)
    }},
    {"objects/rest.sql", (const unsigned char[]){
#embed "../../sql/objects/rest.sql" suffix(, 0)
    }},
    {"objects/past.sql", (const unsigned char[]){
#embed "../../sql/objects/past.sql" suffix(, 0)
    }},
    {"objects/audit_gap.sql", (const unsigned char[]){
#embed "../../sql/objects/audit_gap.sql" suffix(, 0)
    }},
    {"objects/access_fault.sql", (const unsigned char[]){
#embed "../../sql/objects/access_fault.sql" suffix(, 0)
    }},
    {"objects/catalogue.sql", (const unsigned char[]){
#embed "../../sql/objects/catalogue.sql" suffix(, 0)
    }},
    {"objects/names.sql", (const unsigned char[]){
#embed "../../sql/objects/names.sql" suffix(, 0)
    }},
    {"campaigns/606_KH_CQLTHADS.sql", (const unsigned char[]){
#embed "../../sql/campaigns/606_KH_CQLTHADS.sql" suffix(, 0)
    }},
    {"verify/area_specialists.sql", (const unsigned char[]){
#embed "../../sql/verify/area_specialists.sql" suffix(, 0)
    }},
    {"verify/attestations.sql", (const unsigned char[]){
#embed "../../sql/verify/attestations.sql" suffix(, 0)
    }},
    {"verify/bookkeeping.sql", (const unsigned char[]){
#embed "../../sql/verify/bookkeeping.sql" suffix(, 0)
    }},
    {"verify/campaigns.sql", (const unsigned char[]){
#embed "../../sql/verify/campaigns.sql" suffix(, 0)
    }},
    {"verify/catalogue.sql", (const unsigned char[]){
#embed "../../sql/verify/catalogue.sql" suffix(, 0)
    }},
    {"verify/deadline.sql", (const unsigned char[]){
#embed "../../sql/verify/deadline.sql" suffix(, 0)
    }},
    {"verify/decisions.sql", (const unsigned char[]){
#embed "../../sql/verify/decisions.sql" suffix(, 0)
    }},
    {"verify/dossiers.sql", (const unsigned char[]){
#embed "../../sql/verify/dossiers.sql" suffix(, 0)
    }},
    {"verify/endorsements.sql", (const unsigned char[]){
#embed "../../sql/verify/endorsements.sql" suffix(, 0)
    }},
    {"verify/intake.sql", (const unsigned char[]){
#embed "../../sql/verify/intake.sql" suffix(, 0)
    }},
    {"verify/logins.sql", (const unsigned char[]){
#embed "../../sql/verify/logins.sql" suffix(, 0)
    }},
    {"verify/nominations.sql", (const unsigned char[]){
#embed "../../sql/verify/nominations.sql" suffix(, 0)
    }},
    {"verify/past.sql", (const unsigned char[]){
#embed "../../sql/verify/past.sql" suffix(, 0)
    }},
    {"verify/provinces.sql", (const unsigned char[]){
#embed "../../sql/verify/provinces.sql" suffix(, 0)
    }},
    {"verify/quotas.sql", (const unsigned char[]){
#embed "../../sql/verify/quotas.sql" suffix(, 0)
    }},
    {"verify/reports.sql", (const unsigned char[]){
#embed "../../sql/verify/reports.sql" suffix(, 0)
    }},
    {"verify/sheets.sql", (const unsigned char[]){
#embed "../../sql/verify/sheets.sql" suffix(, 0)
    }},
    {"verify/staffing.sql", (const unsigned char[]){
#embed "../../sql/verify/staffing.sql" suffix(, 0)
    }},
    {"verify/trail.sql", (const unsigned char[]){
#embed "../../sql/verify/trail.sql" suffix(, 0)
    }},
    {"verify/units.sql", (const unsigned char[]){
#embed "../../sql/verify/units.sql" suffix(, 0)
    }},
    {"verify/values.sql", (const unsigned char[]){
#embed "../../sql/verify/values.sql" suffix(, 0)
    }},
    {"verify/walls.sql", (const unsigned char[]){
#embed "../../sql/verify/walls.sql" suffix(, 0)
    }},
    {0, 0},
};

const RegistrySQLFile *registry_sql_files(void) { return files; }
