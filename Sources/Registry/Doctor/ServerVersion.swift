import Postgres

/// A version of the server, and whether it includes the fixes for known vulnerabilities.
package struct ServerVersion {
    let major: Int
    let minor: Int

    /// - Parameter number: As libpq reports it: 150018 is 15.18.
    package init(_ number: Int) {
        (major, minor) = (number / 10_000, number % 10_000)
    }

    /// The oldest that the registry runs on: the first with `security_invoker` views.
    static let oldestMajor = 15

    /// The minor version of each major that fixes the vulnerabilities known on ``listed``. 15 and 17 by the changelogs of
    /// Debian's security updates 15.20-0+deb12u1 and 17.12-0+deb13u1; 16 and 18 by the releases of August 2026.
    static let fixedMinors = [15: 20, 16: 15, 17: 12, 18: 6]

    /// When ``fixedMinors`` was written.
    package static let listed = "2026-11-23"

    /// After a year, the list no longer vouches for any version.
    static let expires = "2027-11-23"

    static func examine(_ transaction: inout Transaction) throws -> [Diagnosis] {
        try transaction.query(
            """
            SELECT current_setting('server_version_num')::bigint AS number, to_char(clock_timestamp(), 'YYYY-MM-DD') AS today
            """
        ) { ServerVersion(try $0["number"] as Int).diagnosis(on: try $0["today"] as String) }
    }

    /// - Parameter today: ISO 8601.
    package func diagnosis(on today: String) -> Diagnosis {
        let name = "PostgreSQL \(major).\(minor)"
        guard major >= Self.oldestMajor else {
            return .found(
                .version, Phrase("\(name) quá cũ.", "\(name) is too old."),
                remedy: Phrase("Nâng cấp lên PostgreSQL 15 trở lên.", "Upgrade to PostgreSQL 15 or newer."))
        }
        let day = ReadableTime.of(Self.listed)
        guard let fixed = Self.fixedMinors[major], minor < fixed else {
            guard today < Self.expires else {
                return .ok(
                    .version,
                    Phrase(
                        "\(name); không biết có lỗ hổng bảo mật hay không: danh sách ngày \(day) đã quá một năm.",
                        "\(name); whether it has vulnerabilities is not known: the list of \(day) is more than a year old."))
            }
            return .ok(.version, Phrase(name, name))
        }
        return .found(
            .version,
            Phrase(
                "\(name) có lỗ hổng bảo mật đã được vá ở \(major).\(fixed) (danh sách ngày \(day)).",
                "\(name) has vulnerabilities that are fixed in \(major).\(fixed) (list of \(day))."),
            remedy: Phrase(
                "Cập nhật gói postgresql-\(major) rồi khởi động lại máy chủ.",
                "Update the package postgresql-\(major) and restart the server."))
    }
}
