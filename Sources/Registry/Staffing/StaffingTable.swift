import Postgres

/// One imported file: units and their civil servants, as of a date.
public struct StaffingTable: Sendable {
    /// The number by which the tool identifies it.
    public let number: Int
    /// The date that its figures are for, such as 2026-11-23.
    public let asOf: String
    /// How its file related to what was in force: `replace` or `merge`.
    public let mode: String
    /// The file's name, without its folder.
    public let fileName: String
    /// SHA-256 of the file, in hexadecimal.
    public let sha256: String
    /// The file as it was read, as a JSON document: size, format, encoding, separator, sheet, rows, mapping.
    public let origin: String
    /// The file's size in bytes; nil for tables imported before this was recorded.
    public let size: Int?
    /// The text's encoding, or `xlsx`; nil for tables imported before this was recorded.
    public let encoding: String?
    /// When it was imported; ISO 8601, by the clock in Hanoi.
    public let importedAt: String
    /// The login that imported it.
    public let importedBy: String
    /// The number of units that it lists.
    public let rows: Int
    /// The number of provinces (and the headquarters) that it lists.
    public let houses: Int
    /// For how many of those it is in force now.
    public let inForce: Int
}

/// One unit of a staffing table, as it appears in the file.
public struct StaffingRow: Sendable {
    /// The province or the headquarters.
    public let house: String
    /// The unit's code.
    public let unit: String
    /// Its kind.
    public let kind: String
    /// Its name.
    public let name: String
    /// Its own civil servants.
    public let civilServants: Int
}

extension StaffingTable {
    /// All staffing tables, the latest first.
    public static func list(_ transaction: inout Transaction) throws -> [StaffingTable] {
        try transaction.query("\(select) ORDER BY t.id DESC", StaffingTable.init)
    }

    /// The staffing table with this number.
    ///
    /// - Throws: ``Refusal`` if there is none.
    public static func find(_ number: Int, _ transaction: inout Transaction) throws -> StaffingTable {
        guard let table = try transaction.first("\(select) WHERE t.id = \(number)", StaffingTable.init) else {
            throw Refusal.noStaffingTable(number)
        }
        return table
    }

    private static let select: SQL = """
        SELECT t.id, t.as_of::text AS as_of, t.mode, t.file_name, encode(t.sha256, 'hex') AS sha256, t.origin::text AS origin,
               (t.origin ->> 'size')::bigint AS size, coalesce(t.origin ->> 'encoding', t.origin ->> 'format') AS encoding,
               in_hanoi(t.imported_at) AS imported_at, t.imported_by,
               h.rows, h.houses, (SELECT count(*) FROM staffing_current c WHERE c.staffing_table = t.id) AS in_force
        FROM staffing_table t
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(units), 0)::bigint AS rows, count(*) AS houses FROM staffing_house WHERE staffing_table = t.id) h
        """

    /// The rows of a staffing table.
    ///
    /// - Throws: ``Refusal`` if there is no such table.
    public static func rows(of number: Int, _ transaction: inout Transaction) throws -> [StaffingRow] {
        let rows = try transaction.query(
            """
            SELECT house, unit, kind, name, civil_servants FROM staffing_row
            WHERE staffing_table = \(number) ORDER BY house, unit <> house, unit
            """, StaffingRow.init)
        guard !rows.isEmpty else { throw Refusal.noStaffingTable(number) }
        return rows
    }

    /// - Returns: How many units it lists.
    /// - Throws: ``Refusal`` if there is no such table.
    @discardableResult
    static func check(_ number: Int, _ transaction: inout Transaction) throws -> Int {
        let units: Int? = try transaction.first(
            "SELECT sum(units)::bigint AS units FROM staffing_house WHERE staffing_table = \(number) HAVING count(*) > 0"
        ) { try $0["units"] }
        guard let units else { throw Refusal.noStaffingTable(number) }
        return units
    }

    private init(_ row: borrowing Row) throws {
        number = try row["id"]
        asOf = try row["as_of"]
        mode = try row["mode"]
        fileName = try row["file_name"]
        sha256 = try row["sha256"]
        origin = try row["origin"]
        size = try row["size"]
        encoding = try row["encoding"]
        importedAt = try row["imported_at"]
        importedBy = try row["imported_by"]
        rows = try row["rows"]
        houses = try row["houses"]
        inForce = try row["in_force"]
    }
}

extension StaffingRow {
    fileprivate init(_ row: borrowing Row) throws {
        house = try row["house"]
        unit = try row["unit"]
        kind = try row["kind"]
        name = try row["name"]
        civilServants = try row["civil_servants"]
    }
}

extension Refusal {
    static func noStaffingTable(_ number: Int) -> Refusal {
        Refusal(
            .notFound, Phrase("Không có bảng biên chế số \(number).", "There is no staffing table \(number)."),
            hint: Phrase("Xem: thidua staffing list", "See: thidua staffing list"))
    }
}
