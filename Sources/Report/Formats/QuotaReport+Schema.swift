extension QuotaReport {
    /// The JSON schema (draft 2020-12) of ``json(in:)``: keys are only ever added.
    public static var schema: String { String(decoding: PackageResources.quota_report_schema_json, as: UTF8.self) }
}
