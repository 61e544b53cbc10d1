import Postgres

/// Whether the trail is intact, and whether the tables agree with it.
public struct AuditCheck: Sendable {
    /// The first row of a chain that was altered or is missing.
    public struct Fault: Sendable, Equatable {
        /// The unit whose trail it is in; `*` for changes that belong to none.
        public let chain: String
        /// The row's number there.
        public let number: Int
        /// What is wrong with it.
        public let kind: Kind

        /// What can be wrong with a row.
        public enum Kind: String, Sendable {
            /// It does not exist.
            case missing
            /// It differs from what was written.
            case altered
            /// It fits its chain, but differs from what a seal recorded: the chain was rewritten up to it.
            case rewritten
            /// The given seal is not in the trail; the fault then has no row.
            case unknownSeal = "unknown_seal"
        }
    }

    /// The first fault of each chain; empty if the trail is intact.
    public let faults: [Fault]
    /// The rows that differ from what the trail says; empty if all agree.
    public let gaps: [Gap]
    /// Chains that have rows.
    public let chains: Int
    /// Rows of all chains.
    public let rows: Int
    /// The one hash over the heads of all chains, as they are now.
    public let headsHash: String?
}

extension AuditCheck {
    /// Recomputes every hash, compares the chains with the recorded seals, and the tables with the chains.
    ///
    /// - Parameter seal: A hash that was printed earlier; it must be on record, too.
    /// - Throws: ``ServerError`` if the login lacks the privileges.
    public static func run(seal: String? = nil, _ transaction: inout Transaction) throws -> AuditCheck {
        // The whole registry is read, which other statements never do.
        try transaction.execute("SELECT set_config('statement_timeout', '3600000', true)")
        let faults = try transaction.query("SELECT chain, number, fault FROM audit_fault()", Fault.init)
        let gaps = try Gap.find(&transaction)
        let unrecorded = try seal.map { try !isOnRecord($0, &transaction) } ?? false
        let check = try transaction.first(
            "SELECT chains, coalesce(rows, 0) AS rows, audit_heads_hash(heads) AS hash FROM audit_heads"
        ) { row in
            AuditCheck(
                faults: faults + (unrecorded ? [Fault(chain: "*", number: 0, kind: .unknownSeal)] : []),
                gaps: gaps, chains: try row["chains"], rows: try row["rows"], headsHash: try row["hash"])
        }
        return check ?? AuditCheck(faults: faults, gaps: gaps, chains: 0, rows: 0, headsHash: nil)
    }

    /// Puts the heads of all chains on record.
    ///
    /// - Returns: The one hash over them, to be printed, out of the database's reach.
    public static func seal(on connection: inout Connection) throws -> String {
        try connection.transaction(.registryWrite) { transaction in
            try transaction.first("SELECT audit_seal() AS seal") { try $0["seal"] } ?? ""
        }
    }

    private static func isOnRecord(_ seal: String, _ transaction: inout Transaction) throws -> Bool {
        try transaction.execute(
            "SELECT FROM audit WHERE relation = 'seal' AND audit_heads_hash(after -> 'heads') = lower(\(seal))") > 0
    }
}

extension AuditCheck.Fault {
    fileprivate init(_ row: borrowing Row) throws {
        chain = try row["chain"]
        number = try row["number"]
        guard let kind = Kind(rawValue: try row["fault"] as String) else {
            throw Refusal(.internalError, Phrase("Mã lỗi không xác định.", "Unknown code."))
        }
        self.kind = kind
    }
}

extension AuditCheck.Fault {
    /// What is wrong, in words.
    public var phrase: Phrase {
        let row = Phrase("Nhật ký \(chain), dòng \(number)", "Trail \(chain), row \(number)")
        return switch kind {
        case .missing: Phrase("\(row.vi): bị mất.", "\(row.en) is missing.")
        case .altered: Phrase("\(row.vi): bị sửa.", "\(row.en) was altered.")
        case .rewritten:
            Phrase("\(row.vi): chuỗi đã bị ghi lại đến dòng này.", "\(row.en): the chain was rewritten up to here.")
        case .unknownSeal: Phrase("Nhật ký không có mã niêm phong này.", "The trail has no such seal.")
        }
    }
}
