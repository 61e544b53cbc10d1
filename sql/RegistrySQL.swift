/// The registry's SQL, embedded into the binary. Resources cannot be listed at run time, so each file stands here once;
/// a test compares this list with the folders.
public enum RegistrySQL {
    /// A migration, and the check that it did what it says.
    public struct Migration: Sendable {
        /// File name without its ending; migrations run in the order of their names.
        public let name: String
        /// The script, in UTF-8.
        public let script: [UInt8]
        /// A query for `fault text`: a row for each fault found.
        public let verify: [UInt8]

        /// A migration of this name.
        public init(name: String, script: [UInt8], verify: [UInt8]) {
            self.name = name
            self.script = script
            self.verify = verify
        }
    }

    /// A campaign's rules as rows, safe to run again.
    public struct Campaign: Sendable {
        /// File name without its ending.
        public let name: String
        /// The script, in UTF-8.
        public let script: [UInt8]

        /// A campaign of this name.
        public init(name: String, script: [UInt8]) {
            self.name = name
            self.script = script
        }
    }

    private typealias File = PackageResources

    /// In the order in which they run.
    public static let migrations = [
        Migration(name: "m0001_bookkeeping", script: File.m0001_bookkeeping_sql, verify: File.m0001_bookkeeping_verify_sql),
        Migration(name: "m0002_values", script: File.m0002_values_sql, verify: File.m0002_values_verify_sql),
        Migration(name: "m0003_units", script: File.m0003_units_sql, verify: File.m0003_units_verify_sql),
        Migration(name: "m0004_provinces", script: File.m0004_provinces_sql, verify: File.m0004_provinces_verify_sql),
        Migration(name: "m0005_campaigns", script: File.m0005_campaigns_sql, verify: File.m0005_campaigns_verify_sql),
        Migration(name: "m0006_staffing", script: File.m0006_staffing_sql, verify: File.m0006_staffing_verify_sql),
        Migration(name: "m0007_quotas", script: File.m0007_quotas_sql, verify: File.m0007_quotas_verify_sql),
        Migration(
            name: "m0008_nominations", script: File.m0008_nominations_sql, verify: File.m0008_nominations_verify_sql),
        Migration(name: "m0009_deadline", script: File.m0009_deadline_sql, verify: File.m0009_deadline_verify_sql),
        Migration(
            name: "m0010_endorsements", script: File.m0010_endorsements_sql, verify: File.m0010_endorsements_verify_sql),
        Migration(
            name: "m0011_quota_apply", script: File.m0011_quota_apply_sql, verify: File.m0011_quota_apply_verify_sql),
        Migration(
            name: "m0012_staffing_import", script: File.m0012_staffing_import_sql,
            verify: File.m0012_staffing_import_verify_sql),
        Migration(name: "m0013_views", script: File.m0013_views_sql, verify: File.m0013_views_verify_sql),
        Migration(name: "m0014_roles", script: File.m0014_roles_sql, verify: File.m0014_roles_verify_sql),
        Migration(
            name: "m0015_row_level_security", script: File.m0015_row_level_security_sql,
            verify: File.m0015_row_level_security_verify_sql),
        Migration(name: "m0016_audit", script: File.m0016_audit_sql, verify: File.m0016_audit_verify_sql),
        Migration(
            name: "m0017_access_fault", script: File.m0017_access_fault_sql, verify: File.m0017_access_fault_verify_sql),
        Migration(
            name: "m0018_catalogue", script: File.m0018_catalogue_sql, verify: File.m0018_catalogue_verify_sql),
        Migration(
            name: "m0019_staffing_versions", script: File.m0019_staffing_versions_sql,
            verify: File.m0019_staffing_versions_verify_sql),
        Migration(
            name: "m0020_staffing_reading", script: File.m0020_staffing_reading_sql,
            verify: File.m0020_staffing_reading_verify_sql),
        Migration(
            name: "m0021_staffing_in_force", script: File.m0021_staffing_in_force_sql,
            verify: File.m0021_staffing_in_force_verify_sql),
        Migration(
            name: "m0022_nomination_sheet", script: File.m0022_nomination_sheet_sql,
            verify: File.m0022_nomination_sheet_verify_sql),
        Migration(
            name: "m0023_staffing_names", script: File.m0023_staffing_names_sql,
            verify: File.m0023_staffing_names_verify_sql),
        Migration(name: "m0024_steps", script: File.m0024_steps_sql, verify: File.m0024_steps_verify_sql),
        Migration(name: "m0025_eligibility", script: File.m0025_eligibility_sql, verify: File.m0025_eligibility_verify_sql),
        Migration(name: "m0026_dossiers", script: File.m0026_dossiers_sql, verify: File.m0026_dossiers_verify_sql),
        Migration(name: "m0027_endorsed", script: File.m0027_endorsed_sql, verify: File.m0027_endorsed_verify_sql),
        Migration(name: "m0028_decisions", script: File.m0028_decisions_sql, verify: File.m0028_decisions_verify_sql),
        Migration(
            name: "m0029_unit_trail", script: File.m0029_unit_trail_sql, verify: File.m0029_unit_trail_verify_sql),
        Migration(
            name: "m0030_area_specialists", script: File.m0030_area_specialists_sql,
            verify: File.m0030_area_specialists_verify_sql),
        Migration(name: "m0031_past", script: File.m0031_past_sql, verify: File.m0031_past_verify_sql),
        Migration(name: "m0032_report", script: File.m0032_report_sql, verify: File.m0032_report_verify_sql),
    ]

    /// Run after the migrations, whenever one has changed.
    public static let campaigns = [
        Campaign(name: "606_KH_CQLTHADS", script: File._06_KH_CQLTHADS_sql)
    ]
}
