import Postgres

/// An officer of Ban Tổ chức cán bộ who looks after certain provinces.
public struct AreaSpecialist: Sendable {
    /// The code by which the tool identifies them.
    public let code: String
    /// Full name.
    public let name: String
    /// Where soft copies and reports are sent; nil if none are sent.
    public let email: String?
    /// The codes of their provinces.
    public let provinces: [String]
}

extension AreaSpecialist {
    /// All of them, by code.
    public static func list(_ transaction: inout Transaction) throws -> [AreaSpecialist] {
        try transaction.query("\(select) ORDER BY s.code", AreaSpecialist.init)
    }

    /// Enters a specialist with all their provinces, or replaces an existing entry. A province of another specialist is
    /// reassigned.
    ///
    /// - Throws: ``Refusal``.
    public static func set(
        _ code: String, name: String, email: String?, provinces: [String], on connection: inout Connection
    ) throws -> AreaSpecialist {
        try connection.transaction(.registryWrite) { transaction in
            let provinces = try provinces.map { try Unit.code($0, &transaction) }
            try transaction.execute("SELECT area_specialist_set(\(code), \(name), \(email), \(provinces))")
            return try find(code, &transaction)
        }
    }

    /// Removes a specialist, and leaves their provinces without one.
    ///
    /// - Throws: ``Refusal`` if there is none.
    public static func remove(_ code: String, on connection: inout Connection) throws -> AreaSpecialist {
        try connection.transaction(.registryWrite) { transaction in
            let specialist = try find(code, &transaction)
            try transaction.execute("SELECT area_specialist_remove(\(code))")
            return specialist
        }
    }

    private static func find(_ code: String, _ transaction: inout Transaction) throws -> AreaSpecialist {
        guard let found = try transaction.first("\(select) WHERE s.code = read_code(\(code))", AreaSpecialist.init) else {
            throw Refusal(
                .notFound, Phrase("Không có chuyên quản địa bàn \(code).", "There is no area specialist \(code)."),
                hint: Phrase("Xem: thidua specialist list", "See: thidua specialist list"))
        }
        return found
    }

    private static let select: SQL = """
        SELECT s.code, s.name, s.email, ARRAY(SELECT a.province::text FROM specialist_area a WHERE a.specialist = s.code ORDER BY 1) AS provinces
        FROM area_specialist s
        """

    private init(_ row: borrowing Row) throws {
        code = try row["code"]
        name = try row["name"]
        email = try row["email"]
        provinces = try row["provinces"]
    }
}
