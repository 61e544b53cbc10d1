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

    /// The minor version of each major that fixes the vulnerabilities known when this was written (2026-11-23). 15 and 17 by the
    /// changelogs of Debian's security updates 15.20-0+deb12u1 and 17.12-0+deb13u1; 16 and 18 by the releases of August 2026.
    static let fixedMinors = [15: 20, 16: 15, 17: 12, 18: 6]

    package var diagnosis: Diagnosis {
        let name = "PostgreSQL \(major).\(minor)"
        guard major >= Self.oldestMajor else {
            return .found(
                .version, Phrase("\(name) quá cũ.", "\(name) is too old."),
                remedy: Phrase("Nâng cấp lên PostgreSQL 15 trở lên.", "Upgrade to PostgreSQL 15 or newer."))
        }
        guard let fixed = Self.fixedMinors[major], minor < fixed else {
            return .ok(.version, Phrase(name, name))
        }
        return .found(
            .version,
            Phrase(
                "\(name) có lỗ hổng bảo mật đã được vá ở \(major).\(fixed).",
                "\(name) has vulnerabilities that are fixed in \(major).\(fixed)."),
            remedy: Phrase(
                "Cập nhật gói postgresql-\(major) rồi khởi động lại máy chủ.",
                "Update the package postgresql-\(major) and restart the server."))
    }
}
