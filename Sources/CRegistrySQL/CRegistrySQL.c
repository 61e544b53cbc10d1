#include "CRegistrySQL.h"

// As code, an array of these 400,000 bytes takes the Swift compiler half a minute, on which everything else waits.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const RegistrySQLFile files[] = {
    {"migrations/m0001_bookkeeping.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0001_bookkeeping.sql" suffix(, 0)
    }},
    {"migrations/m0002_values.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0002_values.sql" suffix(, 0)
    }},
    {"migrations/m0003_units.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0003_units.sql" suffix(, 0)
    }},
    {"migrations/m0004_provinces.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0004_provinces.sql" suffix(, 0)
    }},
    {"migrations/m0005_campaigns.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0005_campaigns.sql" suffix(, 0)
    }},
    {"migrations/m0006_staffing.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0006_staffing.sql" suffix(, 0)
    }},
    {"migrations/m0007_quotas.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0007_quotas.sql" suffix(, 0)
    }},
    {"migrations/m0008_nominations.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0008_nominations.sql" suffix(, 0)
    }},
    {"migrations/m0009_deadline.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0009_deadline.sql" suffix(, 0)
    }},
    {"migrations/m0010_endorsements.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0010_endorsements.sql" suffix(, 0)
    }},
    {"migrations/m0011_quota_apply.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0011_quota_apply.sql" suffix(, 0)
    }},
    {"migrations/m0012_staffing_import.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0012_staffing_import.sql" suffix(, 0)
    }},
    {"migrations/m0013_views.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0013_views.sql" suffix(, 0)
    }},
    {"migrations/m0014_roles.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0014_roles.sql" suffix(, 0)
    }},
    {"migrations/m0015_row_level_security.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0015_row_level_security.sql" suffix(, 0)
    }},
    {"migrations/m0016_audit.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0016_audit.sql" suffix(, 0)
    }},
    {"migrations/m0017_access_fault.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0017_access_fault.sql" suffix(, 0)
    }},
    {"migrations/m0018_catalogue.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0018_catalogue.sql" suffix(, 0)
    }},
    {"migrations/m0019_staffing_versions.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0019_staffing_versions.sql" suffix(, 0)
    }},
    {"migrations/m0020_staffing_reading.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0020_staffing_reading.sql" suffix(, 0)
    }},
    {"migrations/m0021_staffing_in_force.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0021_staffing_in_force.sql" suffix(, 0)
    }},
    {"migrations/m0022_nomination_sheet.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0022_nomination_sheet.sql" suffix(, 0)
    }},
    {"migrations/m0023_staffing_names.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0023_staffing_names.sql" suffix(, 0)
    }},
    {"migrations/m0024_steps.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0024_steps.sql" suffix(, 0)
    }},
    {"migrations/m0025_eligibility.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0025_eligibility.sql" suffix(, 0)
    }},
    {"migrations/m0026_dossiers.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0026_dossiers.sql" suffix(, 0)
    }},
    {"migrations/m0027_endorsed.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0027_endorsed.sql" suffix(, 0)
    }},
    {"migrations/m0028_decisions.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0028_decisions.sql" suffix(, 0)
    }},
    {"migrations/m0029_unit_trail.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0029_unit_trail.sql" suffix(, 0)
    }},
    {"migrations/m0030_area_specialists.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0030_area_specialists.sql" suffix(, 0)
    }},
    {"migrations/m0031_past.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0031_past.sql" suffix(, 0)
    }},
    {"migrations/m0032_report.sql", (const unsigned char[]){
#embed "../../sql/migrations/m0032_report.sql" suffix(, 0)
    }},
    {"verify/m0001_bookkeeping.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0001_bookkeeping.verify.sql" suffix(, 0)
    }},
    {"verify/m0002_values.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0002_values.verify.sql" suffix(, 0)
    }},
    {"verify/m0003_units.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0003_units.verify.sql" suffix(, 0)
    }},
    {"verify/m0004_provinces.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0004_provinces.verify.sql" suffix(, 0)
    }},
    {"verify/m0005_campaigns.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0005_campaigns.verify.sql" suffix(, 0)
    }},
    {"verify/m0006_staffing.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0006_staffing.verify.sql" suffix(, 0)
    }},
    {"verify/m0007_quotas.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0007_quotas.verify.sql" suffix(, 0)
    }},
    {"verify/m0008_nominations.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0008_nominations.verify.sql" suffix(, 0)
    }},
    {"verify/m0009_deadline.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0009_deadline.verify.sql" suffix(, 0)
    }},
    {"verify/m0010_endorsements.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0010_endorsements.verify.sql" suffix(, 0)
    }},
    {"verify/m0011_quota_apply.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0011_quota_apply.verify.sql" suffix(, 0)
    }},
    {"verify/m0012_staffing_import.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0012_staffing_import.verify.sql" suffix(, 0)
    }},
    {"verify/m0013_views.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0013_views.verify.sql" suffix(, 0)
    }},
    {"verify/m0014_roles.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0014_roles.verify.sql" suffix(, 0)
    }},
    {"verify/m0015_row_level_security.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0015_row_level_security.verify.sql" suffix(, 0)
    }},
    {"verify/m0016_audit.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0016_audit.verify.sql" suffix(, 0)
    }},
    {"verify/m0017_access_fault.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0017_access_fault.verify.sql" suffix(, 0)
    }},
    {"verify/m0018_catalogue.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0018_catalogue.verify.sql" suffix(, 0)
    }},
    {"verify/m0019_staffing_versions.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0019_staffing_versions.verify.sql" suffix(, 0)
    }},
    {"verify/m0020_staffing_reading.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0020_staffing_reading.verify.sql" suffix(, 0)
    }},
    {"verify/m0021_staffing_in_force.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0021_staffing_in_force.verify.sql" suffix(, 0)
    }},
    {"verify/m0022_nomination_sheet.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0022_nomination_sheet.verify.sql" suffix(, 0)
    }},
    {"verify/m0023_staffing_names.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0023_staffing_names.verify.sql" suffix(, 0)
    }},
    {"verify/m0024_steps.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0024_steps.verify.sql" suffix(, 0)
    }},
    {"verify/m0025_eligibility.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0025_eligibility.verify.sql" suffix(, 0)
    }},
    {"verify/m0026_dossiers.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0026_dossiers.verify.sql" suffix(, 0)
    }},
    {"verify/m0027_endorsed.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0027_endorsed.verify.sql" suffix(, 0)
    }},
    {"verify/m0028_decisions.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0028_decisions.verify.sql" suffix(, 0)
    }},
    {"verify/m0029_unit_trail.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0029_unit_trail.verify.sql" suffix(, 0)
    }},
    {"verify/m0030_area_specialists.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0030_area_specialists.verify.sql" suffix(, 0)
    }},
    {"verify/m0031_past.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0031_past.verify.sql" suffix(, 0)
    }},
    {"verify/m0032_report.verify.sql", (const unsigned char[]){
#embed "../../sql/verify/m0032_report.verify.sql" suffix(, 0)
    }},
    {"campaigns/606_KH_CQLTHADS.sql", (const unsigned char[]){
#embed "../../sql/campaigns/606_KH_CQLTHADS.sql" suffix(, 0)
    }},
    {0, 0},
};

const RegistrySQLFile *registry_sql_files(void) { return files; }
