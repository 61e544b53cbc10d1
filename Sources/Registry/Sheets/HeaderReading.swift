import Postgres

/// How the database reads cells as headers.
struct HeaderReading {
    /// The fields that they name, by column.
    var fields: [Int: String] = [:]
    /// The fields with the most similar names, once ``findNearest(_:for:_:)`` has queried them.
    var nearest: [Int: String] = [:]

    var fieldCount: Int { Set(fields.values).count }

    /// A header has no more columns than that.
    private static let columnsRead = 256

    /// Of each header, in one statement. A column's whole name counts more than the lowest of its cells.
    static func all(of headers: [HeaderCells], for form: SheetForm, _ transaction: inout Transaction) throws -> [HeaderReading] {
        let cells = headers.enumerated().flatMap { row, header in
            [header.lowest, header.names].enumerated().flatMap { rank, names in
                names.prefix(columnsRead).enumerated().map { (row: 2 * row + rank, position: $0, cell: $1) }
            }
        }
        var readings = headers.map { _ in HeaderReading() }
        let found = try transaction.query(
            """
            SELECT * FROM sheet_header_read(\(form.name), \(cells.map(\.row)), \(cells.map(\.position)), \(cells.map(\.cell)))
            """
        ) { (try $0["row"] as Int, try $0["position"] as Int, try $0["field"] as String) }
        for (row, position, field) in found { readings[row / 2].fields[position] = field }
        return readings
    }

    mutating func findNearest(_ cells: HeaderCells, for form: SheetForm, _ transaction: inout Transaction) throws {
        let found = try transaction.query(
            "SELECT * FROM sheet_header_nearest(\(form.name), \(Array(cells.names.prefix(Self.columnsRead))))"
        ) { row in
            (try row["position"] as Int - 1, try row["field"] as String)
        }
        nearest = Dictionary(uniqueKeysWithValues: found)
    }
}
