import Postgres

/// One imported file: units and their civil servants, as of a date.
public struct StaffingTable: Sendable {
    /// The number by which the tool calls it.
    public let number: Int
    /// The date for which its figures hold, as 2026-11-23.
    public let asOf: String
    /// The file's name, without its folder.
    public let fileName: String
    /// When it was imported; ISO 8601, by the clock in Hanoi.
    public let importedAt: String
    /// The login that imported it.
    public let importedBy: String
    /// Units that it names.
    public let rows: Int
    /// Provinces (and the headquarters) that it names.
    public let houses: Int
    /// For how many of those it is in force now.
    public let inForce: Int
}

/// One unit of a staffing table, as the file has it.
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
        try transaction.query(
            """
            SELECT t.id, t.as_of::text AS as_of, t.file_name, in_hanoi(t.imported_at) AS imported_at, t.imported_by,
                   r.rows, r.houses, (SELECT count(*) FROM staffing_current c WHERE c.staffing_table = t.id) AS in_force
            FROM staffing_table t
            CROSS JOIN LATERAL (
                SELECT count(*) AS rows, count(DISTINCT house) AS houses FROM staffing_row WHERE staffing_table = t.id) r
            ORDER BY t.id DESC
            """, StaffingTable.init)
    }

    /// The rows of a staffing table.
    ///
    /// - Throws: ``Refusal`` where there is no such table.
    public static func rows(of number: Int, _ transaction: inout Transaction) throws -> [StaffingRow] {
        let rows = try transaction.query(
            """
            SELECT house, unit, kind, name, civil_servants FROM staffing_row
            WHERE staffing_table = \(number) ORDER BY house, unit <> house, unit
            """, StaffingRow.init)
        guard !rows.isEmpty else { throw Refusal.noStaffingTable(number) }
        return rows
    }

    private init(_ row: borrowing Row) throws {
        number = try row["id"]
        asOf = try row["as_of"]
        fileName = try row["file_name"]
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
