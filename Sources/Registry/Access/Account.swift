import Postgres

/// A login: one for each person, with a role and, for a clerk, a unit.
public struct Account: Sendable {
    /// The login's name.
    public let login: String
    /// One of ``roles``.
    public let role: String
    /// The unit whose clerk it is; nil if it is tied to none.
    public let unit: String?
    /// ISO 8601, by the clock in Hanoi.
    public let addedAt: String
    /// The login that created it.
    public let addedBy: String
    /// ISO 8601, by the clock in Hanoi; nil while it is in use.
    public let removedAt: String?
    /// The login that removed it; nil while it is in use.
    public let removedBy: String?
}

extension Account {
    /// The roles that a login may have, as in the table `access_role`: for help and completion, which do not query a database.
    public static let roles = ["administrator", "clerk", "council", "reporter", "auditor", "backup"]

    /// The logins visible to the caller: all of them to administrators and auditors, otherwise only the caller's own.
    ///
    /// - Parameter withRemoved: Whether to include those that were removed.
    public static func list(withRemoved: Bool = false, _ transaction: inout Transaction) throws -> [Account] {
        try transaction.query(
            "\(select) WHERE removed_at IS NULL OR \(withRemoved) ORDER BY role, unit NULLS FIRST, login", Account.init)
    }

    /// Creates a login.
    ///
    /// - Parameters:
    ///   - login: Its name: lowercase letters, digits and `_ . -`.
    ///   - role: What it is permitted to do: one of ``roles``.
    ///   - unit: The unit of a clerk; nil for every other role.
    ///   - password: Never sent: the server only receives a verifier.
    /// - Throws: ``Refusal``.
    public static func add(
        login: String, role: String, unit: String?, password: Password, on connection: inout Connection
    ) throws -> Account {
        let verifier = try connection.scramVerifier(ofPassword: password.text, login: login)
        return try connection.transaction(.registryWrite) { transaction in
            try Refusal.unlessKnown(
                role, among: transaction.query("SELECT code FROM access_role ORDER BY code") { try $0["code"] as String },
                Phrase("vai trò", "role"))
            try transaction.execute(
                "SELECT user_add(\(login), \(role), coalesce(read_unit(\(unit)), read_code(\(unit))), \(verifier))")
            return try find(login, &transaction)
        }
    }

    /// Changes a login's password: the caller's own, or any login's if the caller is an administrator.
    ///
    /// - Throws: ``Refusal`` if there is no such login to change.
    public static func setPassword(_ password: Password, of login: String, on connection: inout Connection) throws -> Account {
        let verifier = try connection.scramVerifier(ofPassword: password.text, login: login)
        try shut(login, on: &connection)
        let account = try connection.transaction(.registryWrite) { transaction in
            let done: Bool? = try transaction.first("SELECT user_set_password(\(login), \(verifier)) AS done") { try $0["done"] }
            guard done == true else { throw Refusal.noAccount(login) }
            return try find(login, &transaction)
        }
        // Only now does the old password let nobody in any more.
        _ = try endSessions(of: login, on: &connection)
        return account
    }

    /// Removes a login, and ends its sessions. Its name stays in the trail, and is never reused.
    ///
    /// - Throws: ``Refusal`` if there is no such login.
    public static func remove(_ login: String, on connection: inout Connection) throws -> Account {
        try shut(login, on: &connection)
        let account = try connection.transaction(.registryWrite) { transaction in
            let done: Bool? = try transaction.first("SELECT user_remove(\(login)) AS done") { try $0["done"] }
            guard done == true else { throw Refusal.noAccount(login) }
            return try find(login, &transaction)
        }
        // Only now does the login let nobody in any more.
        _ = try endSessions(of: login, on: &connection)
        try connection.transaction(.registryAside) { try $0.execute("SELECT user_drop(\(login))") }
        return account
    }

    /// Lets somebody else's login connect no more, for an administrator, and ends its sessions: first of all, so that nothing that it holds,
    /// and takes again, is waited for.
    private static func shut(_ login: String, on connection: inout Connection) throws {
        let mayShut = try connection.first("SELECT has_function_privilege('user_shut(text)', 'EXECUTE') AS may") {
            try $0["may"] as Bool
        }
        // Whoever was let in again by the change must not be shut out by asking for it a second time.
        guard mayShut == true, try !connection.hasStoredItsChange() else { return }
        for _ in 1...2 { try connection.transaction(.registryAside) { try $0.execute("SELECT user_shut(\(login))") } }
    }

    /// Ends all sessions of a login but the caller's own: one's own login's or, as an administrator, any login's.
    ///
    /// - Returns: Their number.
    /// - Throws: ``Refusal`` if there is no such login to disconnect.
    public static func endSessions(of login: String, on connection: inout Connection) throws -> Int {
        let ended: Int?? = try connection.transaction(.registryAside) { transaction in
            try transaction.first("SELECT user_end_sessions(\(login)) AS ended") { try $0["ended"] }
        }
        guard let ended, let ended else { throw Refusal.noAccount(login) }
        return ended
    }

    private static func find(_ login: String, _ transaction: inout Transaction) throws -> Account {
        guard let account = try transaction.first("\(select) WHERE login = \(login)", Account.init) else {
            throw Refusal.noAccount(login)
        }
        return account
    }

    private static let select: SQL = """
        SELECT login, role, unit, in_hanoi(added_at) AS added_at, added_by, in_hanoi(removed_at) AS removed_at, removed_by
        FROM account_shown()
        """

    private init(_ row: borrowing Row) throws {
        login = try row["login"]
        role = try row["role"]
        unit = try row["unit"]
        addedAt = try row["added_at"]
        addedBy = try row["added_by"]
        removedAt = try row["removed_at"]
        removedBy = try row["removed_by"]
    }
}

/// A password that is long enough. Printing one reveals nothing of it.
public struct Password: Sendable, CustomStringConvertible, CustomReflectable {
    let text: String

    /// A password for a login.
    ///
    /// - Throws: ``Refusal`` if it is too short to resist guessing.
    public init(_ text: String) throws {
        guard text.count >= Self.minimumLength else { throw Refusal.shortPassword }
        self.text = text
    }

    /// In characters. There are no other requirements: length is what resists guessing (NIST SP 800-63B, 5.1.1).
    static let minimumLength = 12

    public var description: String { "…" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Refusal {
    static func noAccount(_ login: String) -> Refusal {
        Refusal(
            .notFound, Phrase("Không có tài khoản \(login).", "There is no login \(login)."),
            hint: Phrase("Xem: thidua user list", "See: thidua user list"))
    }

    fileprivate static let shortPassword = Refusal(
        .invalidInput,
        Phrase(
            "Mật khẩu phải có ít nhất \(Password.minimumLength) ký tự.",
            "A password must have at least \(Password.minimumLength) characters."),
        hint: Phrase("Nên dùng một câu dài, dễ nhớ.", "Use a long phrase that is easy to remember."))
}
