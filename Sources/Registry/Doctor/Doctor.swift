import Postgres

/// Checks everything that the registry depends on, from the server's version to the quotas.
public enum Doctor {
    /// Runs every check separately: one that fails, or that the login is not permitted to run, does not affect the others.
    public static func examine(on connection: inout Connection) throws -> [Diagnosis] {
        var diagnoses = [encryption(of: connection)]
        for (check, examine) in checks {
            do {
                diagnoses += try connection.transaction(.registryRead, examine)
            } catch let error as ServerError {
                diagnoses.append(unseen(check, error))
            } catch let error as MigrationError {
                let refusal = Refusal(error as any Error)
                diagnoses.append(.found(check, refusal.message, remedy: refusal.hint ?? refusal.message))
            }
        }
        return diagnoses
    }

    private typealias Examination = @Sendable (inout Transaction) throws -> [Diagnosis]

    private static let checks: [(Diagnosis.Check, Examination)] = [
        (.version, ServerVersion.examine), (.role, role), (.access, access), (.migrations, migrations), (.clock, clock),
        (.disk, disk), (.notifications, notifications),
        (.replication, replication), (.patroni, patroni), (.backup, backup), (.trail, trail),
        (.staffing, staffing), (.quotas, quotas),
    ]

    /// The diagnosis of a check that failed.
    private static func unseen(_ check: Diagnosis.Check, _ error: ServerError) -> Diagnosis {
        switch error.sqlState {
        case .insufficientPrivilege:
            .skipped(check, Phrase("Tài khoản không có quyền xem nội dung này.", "This login may not see it."))
        case .undefinedTable, .undefinedColumn, .undefinedFunction, .undefinedObject:
            .skipped(
                check, Phrase("Chưa có: cơ sở dữ liệu chưa được nâng cấp.", "Does not exist yet: the database is not migrated."))
        // PostgreSQL reports an unknown time zone, here Hanoi's.
        case _ where check == .clock && error.sqlState.rawValue == "22023": .unknownTimeZone
        default:
            .found(
                check,
                Phrase(
                    "Không kiểm tra được (SQLSTATE \(error.sqlState)).", "It could not be checked (SQLSTATE \(error.sqlState))."),
                remedy: Phrase("Xem nhật ký của máy chủ cơ sở dữ liệu.", "See the database server's log."))
        }
    }
}

extension Doctor {
    private static func encryption(of connection: borrowing Connection) -> Diagnosis {
        if connection.isUsingTLS {
            return .ok(.tls, Phrase("Kết nối được mã hóa.", "The connection is encrypted."))
        }
        if connection.isOnSocket {
            return .ok(.tls, Phrase("Kết nối nội bộ trong máy.", "The connection does not leave this machine."))
        }
        return .found(
            .tls, Phrase("Kết nối không được mã hóa.", "The connection is not encrypted."),
            remedy: Phrase(
                "Bật ssl trên máy chủ, chỉ nhận hostssl, và kết nối với sslmode=verify-full.",
                "Turn on ssl on the server, accept hostssl only, and connect with sslmode=verify-full."))
    }

    private static func role(_ transaction: inout Transaction) throws -> [Diagnosis] {
        try transaction.query(
            """
            SELECT session_user::text AS login, is_administrator() AS is_unbound, k.name_vi, k.name_en, a.unit
            FROM pg_roles r
            LEFT JOIN account_shown() a ON a.login = r.rolname AND a.removed_at IS NULL
            LEFT JOIN access_role k ON k.code = a.role
            WHERE r.rolname = session_user
            """
        ) { row in
            let login: String = try row["login"]
            let isUnbound: Bool = try row["is_unbound"]
            guard let vi: String = try row["name_vi"], let en: String = try row["name_en"] else {
                let kind =
                    isUnbound
                    ? Phrase(
                        "tài khoản quản trị máy chủ, không bị giới hạn theo đơn vị",
                        "a superuser or the migrator, not tied to a unit")
                    : Phrase("tài khoản không có vai trò, không xem được dữ liệu nào", "without a role, sees nothing")
                return .found(
                    .role, Phrase("\(login): \(kind.vi).", "\(login): \(kind.en)."),
                    remedy: Phrase(
                        "Chỉ dùng để cài đặt. Tạo tài khoản riêng cho từng người: thidua user add",
                        "For setup only. Create a login for each person: thidua user add"))
            }
            let unit: String? = try row["unit"]
            let place = unit.map { ", \($0)" } ?? ""
            return .ok(.role, Phrase("\(login): \(vi)\(place)", "\(login): \(en)\(place)"))
        }
    }

    private static func access(_ transaction: inout Transaction) throws -> [Diagnosis] {
        let faults = try transaction.query("SELECT object, fault FROM access_fault ORDER BY fault, object") { row in
            Diagnosis(accessFault: try row["fault"] as String, of: try row["object"] as String)
        }
        let changed: [String] = try transaction.query("SELECT object FROM catalogue_difference() ORDER BY object") {
            try $0["object"]
        }
        let missing = try Migrator.missingTables(&transaction)
        // What is gone with a table is named under the schema.
        let differences = missing.isEmpty ? changed.map { Diagnosis(changedByHand: $0) } : []
        guard faults.isEmpty && differences.isEmpty else { return faults + differences }
        return [
            .ok(
                .access,
                Phrase("Mọi bảng, khung nhìn và hàm đều được bảo vệ.", "Every table, view and function is protected."))
        ]
    }

    private static func migrations(_ transaction: inout Transaction) throws -> [Diagnosis] {
        let pending = try Migrator.status(&transaction).filter { $0.state != .applied }.map(\.name)
        let missing = try Migrator.missingTables(&transaction)
        if !missing.isEmpty {
            let refusal = Refusal.damaged(missing)
            return [.found(.migrations, refusal.message, remedy: refusal.hint ?? refusal.message)]
        }
        guard !pending.isEmpty else {
            return [.ok(.migrations, Phrase("Đã ở phiên bản mới nhất.", "Up to date."))]
        }
        let names = pending.joined(separator: ", ")
        return [
            .found(
                .migrations, Phrase("Chưa chạy: \(names).", "Not run: \(names)."),
                remedy: Phrase("Chạy: thidua db migrate", "Run: thidua db migrate"))
        ]
    }
}

extension Doctor {
    private static func trail(_ transaction: inout Transaction) throws -> [Diagnosis] {
        let check = try AuditCheck.run(&transaction)
        let found = check.faults.map(\.phrase) + check.gaps.map(\.phrase)
        guard !found.isEmpty else {
            return [
                .ok(
                    .trail,
                    Phrase(
                        "\(check.rows) dòng, \(check.chains) chuỗi, nguyên vẹn; các bảng khớp với nhật ký.",
                        "\(check.rows) rows in \(check.chains) chains, intact; the tables agree with them."))
            ]
        }
        return found.map { phrase in
            .found(
                .trail, phrase,
                remedy: Phrase(
                    "Giữ nguyên cơ sở dữ liệu, đối chiếu với bản sao lưu, xem: thidua audit verify",
                    "Leave the database as it is, compare it with a backup, and see: thidua audit verify"))
        }
    }

    private static func staffing(_ transaction: inout Transaction) throws -> [Diagnosis] {
        let stored = try transaction.query(
            """
            SELECT t.id, count(*) AS houses
            FROM staffing_table t
            JOIN staffing_house h ON h.staffing_table = t.id
            LEFT JOIN staffing_current c USING (house)
            WHERE coalesce(c.staffing_table, 0) < t.id
              -- A table that was applied once and is not in force now was reverted, or replaced, by someone.
              AND NOT EXISTS (SELECT FROM staffing_application a WHERE (a.staffing_table, a.house) = (t.id, h.house))
            GROUP BY t.id ORDER BY t.id
            """
        ) { row in
            let (number, houses) = (try row["id"] as Int, try row["houses"] as Int)
            return Diagnosis.found(
                .staffing,
                Phrase(
                    "Bảng biên chế số \(number) mới hơn bảng đang áp dụng của \(houses) địa phương.",
                    "Staffing table \(number) is newer than the one in force, for \(houses) units."),
                remedy: Phrase("Chạy: thidua staffing apply \(number)", "Run: thidua staffing apply \(number)"))
        }
        return stored.isEmpty
            ? [.ok(.staffing, Phrase("Không có bảng biên chế nào chờ áp dụng.", "No table is waiting to be applied."))] : stored
    }

    private static func quotas(_ transaction: inout Transaction) throws -> [Diagnosis] {
        let pending = try transaction.query(
            "SELECT campaign, holder, award, subject FROM quota_pending ORDER BY campaign, holder, award, subject"
        ) { row in
            let quota = "\(try row["campaign"] as String) \(try row["holder"] as String) \(try row["award"] as String)"
            let subject: String = try row["subject"]
            return Diagnosis.found(
                .quotas,
                Phrase(
                    "Chỉ tiêu \(quota) \(subject) khác với chỉ tiêu tính theo quy định.",
                    "The quota of \(quota) \(subject) differs from what the rules derive."),
                remedy: Phrase(
                    "Áp dụng lại bảng biên chế mới nhất: thidua staffing list, thidua staffing apply N",
                    "Apply the latest staffing table again: thidua staffing list, thidua staffing apply N"))
        }
        return pending.isEmpty
            ? [.ok(.quotas, Phrase("Đúng như quy định.", "As derived from the rules."))] : pending
    }
}
