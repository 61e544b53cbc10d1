import Postgres

/// Whether the trail is whole.
public struct AuditCheck: Sendable {
    /// The first row of a chain that is not what it was, or not there.
    public struct Fault: Sendable, Equatable {
        /// The unit whose trail it is in; `*` for what belongs to none.
        public let chain: String
        /// The row's number there.
        public let number: Int
        /// What is wrong with it.
        public let kind: Kind

        /// What can be wrong with a row.
        public enum Kind: String, Sendable {
            /// It is not there.
            case missing
            /// It is not what was written.
            case altered
            /// It fits its chain, and is not what was put on record of it: the chain was written anew up to it.
            case rewritten
            /// A seal that was asked for is not in the trail at all; there is no row then.
            case unknownSeal = "unknown_seal"
        }
    }

    /// The first fault of each chain; none where the trail is whole.
    public let faults: [Fault]
    /// Chains that have rows.
    public let chains: Int
    /// Rows of all chains.
    public let rows: Int
    /// The one hash over the heads of all chains, as they are now.
    public let headsHash: String?
}

extension AuditCheck {
    /// Recomputes every hash, and compares the chains with what was put on record of them.
    ///
    /// - Parameter seal: A hash that was printed once: it must be on record, too.
    /// - Throws: ``ServerError`` where the login may not.
    public static func run(seal: String? = nil, _ transaction: inout Transaction) throws -> AuditCheck {
        let faults = try transaction.query("SELECT chain, number, fault FROM audit_fault()", Fault.init)
        let unrecorded = try seal.map { try !isOnRecord($0, &transaction) } ?? false
        let check = try transaction.first(
            "SELECT chains, coalesce(rows, 0) AS rows, audit_heads_hash(heads) AS hash FROM audit_heads"
        ) { row in
            AuditCheck(
                faults: faults + (unrecorded ? [Fault(chain: "*", number: 0, kind: .unknownSeal)] : []),
                chains: try row["chains"], rows: try row["rows"], headsHash: try row["hash"])
        }
        return check ?? AuditCheck(faults: faults, chains: 0, rows: 0, headsHash: nil)
    }

    /// Puts the heads of all chains on record.
    ///
    /// - Returns: The one hash over them, to be printed where the database cannot reach it.
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
            throw Refusal(.internalError, Phrase("Mã lỗi lạ.", "An unknown code."))
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
            Phrase("\(row.vi): chuỗi đã bị viết lại đến đây.", "\(row.en): the chain was written anew up to here.")
        case .unknownSeal: Phrase("Nhật ký không có mã niêm phong này.", "The trail has no such seal.")
        }
    }
}
