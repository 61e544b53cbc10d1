import Postgres
import Spreadsheet

/// Which column of a file is which.
struct StaffingHeader {
    /// The columns of `staffing_intake`, after the row's number.
    static let fields = ["province_code", "province", "unit_code", "unit", "kind", "civil_servants"]
    /// May be absent: a stable code is made from the name then.
    private static let optionalFields: Set = ["unit_code"]

    private let names: [String]
    private let positions: [String: Int]
    /// What is wrong with the header.
    let errors: [CellError]
    /// Headers that mean nothing here.
    let unknown: [String]

    var count: Int { names.count }

    /// Asks the database what the headers mean, which folds them as it folds every name.
    init(_ header: CSVRow?, _ transaction: inout Transaction) throws {
        guard let header else {
            (names, positions, errors, unknown) = ([], [:], [CellError(.emptyFile)], [])
            return
        }
        names = header.cells
        let meanings: [String?] = try transaction.query(
            """
            SELECT s.field FROM unnest(\(header.cells)::text[]) WITH ORDINALITY AS h (header, position)
            LEFT JOIN staffing_header s ON s.alias = replace(fold(h.header), ' ', '')
            ORDER BY h.position
            """
        ) { try $0["field"] }

        var positions: [String: Int] = [:]
        var errors: [CellError] = []
        for case (let index, let field?) in meanings.enumerated() {
            if positions[field] != nil {
                errors.append(
                    CellError(.duplicateColumn, row: header.number, column: header.cells[index], index: index, value: field))
            }
            positions[field] = index
        }
        let missing = Self.fields.filter { positions[$0] == nil && !Self.optionalFields.contains($0) }
        errors += missing.map { CellError(.missingColumn, row: header.number, value: $0) }
        self.positions = positions
        self.errors = errors
        unknown = zip(header.cells, meanings).filter { $1 == nil && !$0.isEmpty }.map(\.0)
    }

    /// A row's cell in the column of this field; nil where there is none.
    func cell(of field: String, in row: CSVRow) -> String? {
        guard let position = positions[field], position < row.cells.count else { return nil }
        return row.cells[position]
    }

    /// What the database found wrong with a cell.
    func error(_ code: String, row: Int, field: String, value: String?) throws -> CellError {
        guard let code = CellError.Code(rawValue: code) else {
            throw Refusal(.internalError, Phrase("Mã lỗi lạ: \(code)", "Unknown code: \(code)"))
        }
        let position = positions[field]
        return CellError(code, row: row, column: position.map { names[$0] } ?? field, index: position, value: value)
    }
}
