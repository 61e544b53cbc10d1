import Postgres
import Spreadsheet

/// What recording the attestations in a file did.
public struct AttestationImport: SheetImport {
    /// The checklists of the nominations in the file; empty if any row was wrong.
    public var items: [ChecklistItem] = []
    /// Rows that attest something.
    public var rows = 0
    /// What is wrong with the file; nothing was recorded then.
    public var errors = CellErrors()
    /// The rows with errors, as they appear in the file.
    public var failedRows: [FailedRow] = []
    /// Where the file's table begins, and which field each column holds; nil if no file was read.
    public var header: SheetHeader?
    /// Rows that attest nothing: signatures below the table.
    public var aside: [AsideRow] = []
    /// Rows that were read although a spreadsheet program does not show them.
    public var hidden = HiddenRows()

    /// An empty result.
    public init() {}

    /// More than the checklists of all nominations that one unit may have.
    private static let mostRows = 10_000
}

extension AttestationImport {
    /// Records the attestations in a file, all of them or none. Items that are not filled in are passed over.
    ///
    /// - Parameter nomination: The nomination of rows that name none; nil if each names its own.
    /// - Returns: What was recorded; if the file is at fault, nothing was, and ``errors`` says why.
    /// - Throws: ``Refusal`` for what concerns no row.
    public static func run(
        _ file: SourceFile, of nomination: Int?, columns: [String: String] = [:], on connection: inout Connection
    ) throws -> AttestationImport {
        struct Undone: Error { let result: AttestationImport }
        do {
            return try connection.transaction(.registryWrite) { transaction in
                if let nomination { _ = try Nomination.find(nomination, &transaction) }
                var result = AttestationImport()
                try result.read(file, as: .attestation(nominationIsGiven: nomination != nil), choices: columns, &transaction) {
                    result, header, transaction in
                    try result.take(file, header, nomination, &transaction)
                }
                guard result.errors.isEmpty else { throw Undone(result: result) }
                return result
            }
        } catch let undone as Undone {
            return undone.result
        }
    }

    private mutating func take(
        _ file: SourceFile, _ header: SheetHeader, _ given: Int?, _ transaction: inout Transaction
    ) throws {
        var lines: [AttestationRow] = []
        let form = SheetForm.attestation(nominationIsGiven: given != nil)
        _ = try SheetTable(file, header, form).readFewRows { row in
            guard lines.count < Self.mostRows else { throw CellError(.tooManyRows, expected: "\(Self.mostRows)") }
            let line = AttestationRow(row, header)
            guard !line.isUnfilled else { return }
            errors.add(header.errors(in: row, isText: file.format == "csv"))
            hidden.add(row)
            lines.append(line)
        }
        // Signatures below the table name no item. A row that names one is never set aside.
        let last = lines.last { !$0.item.isEmpty }?.number ?? 0
        let proposed = lines.filter { $0.number <= last }
        aside = lines.filter { $0.number > last }.map { AsideRow(number: $0.number, text: $0.text, total: nil) }
        rows = proposed.count
        guard !proposed.isEmpty else { return errors.add([CellError(.noRows)]) }
        var checklists: [Int: [ChecklistItem]] = [:]
        // The first row of each item: a later one would replace what it attests.
        var attested: [String: Int] = [:]
        for line in proposed {
            do {
                let nomination = try line.nomination(orElse: given)
                let items = try checklists[nomination] ?? ChecklistItem.list(of: nomination, &transaction)
                guard !items.isEmpty else { throw AttestationRow.Fault(.unknownNomination, "nomination") }
                checklists[nomination] = items
                let meant = try line.meant(of: items)
                let first = attested["\(nomination) \(meant.item)", default: line.number]
                guard first == line.number else { throw AttestationRow.Fault(.duplicateItem, "item", expected: "\(first)") }
                attested["\(nomination) \(meant.item)"] = first
                let attestation = try line.attestation(meant)
                let done = try transaction.savepoint { try attestation.record(of: nomination, &$0) }
                guard done else { throw AttestationRow.Fault(.unknownItem, "item") }
            } catch let fault as AttestationRow.Fault {
                add(
                    try header.error(
                        fault.code.rawValue, row: line.number, field: fault.field, value: line.cell(fault.field),
                        expected: fault.expected), line)
            } catch let error as ServerError {
                let refusal = Refusal(error)
                let isOfDate =
                    refusal.unreadDate != nil || ["day", "completion"].contains { error.constraint?.hasPrefix($0) == true }
                let field = isOfDate ? "date" : "item"
                let place = header.place(of: field)
                add(
                    CellError(
                        .refused, row: line.number, column: place.column, index: place.index, value: line.cell(field),
                        refusal: refusal), line)
            }
        }
        guard errors.isEmpty else { return }
        for nomination in checklists.keys.sorted() { items += try ChecklistItem.list(of: nomination, &transaction) }
    }

    private mutating func add(_ error: CellError, _ line: AttestationRow) {
        errors.add([error])
        failedRows.append(
            FailedRow(
                number: line.number, cells: SheetForm.attestation(nominationIsGiven: false).fields.map { line.cell($0) ?? "" }))
    }
}

/// The cells of a row.
private struct AttestationRow {
    let number: Int
    let text: String
    private let cells: [String: String]

    /// What is wrong with a cell.
    struct Fault: Error {
        let code: CellError.Code
        let field: String
        var expected: String?

        init(_ code: CellError.Code, _ field: String, expected: String? = nil) {
            (self.code, self.field, self.expected) = (code, field, expected)
        }
    }

    init(_ row: SheetRow, _ header: SheetHeader) {
        number = row.number
        cells = header.positions.mapValues { SheetHeader.inOneLine(row[$0]) }
        text = row.cells.map(SheetHeader.inOneLine).filter { !$0.isEmpty }.joined(separator: " ")
    }

    func cell(_ field: String) -> String? { cells[field].flatMap { $0.isEmpty ? nil : $0 } }

    var item: String { cells["item"] ?? "" }
    var evidence: String { cells["evidence"] ?? "" }

    /// Whether nothing is attested yet: a checklist is filled in item by item. A heading attests nothing, either.
    var isUnfilled: Bool { ["date", "quality", "applies", "evidence"].allSatisfy { cell($0) == nil } }

    func nomination(orElse given: Int?) throws -> Int {
        guard let cell = cell("nomination") else {
            guard let given else { throw Fault(.missingValue, "nomination") }
            return given
        }
        guard let number = Int(cell.drop { $0 == "'" }) else { throw Fault(.unknownNomination, "nomination") }
        return number
    }

    /// The item that the row names.
    func meant(of items: [ChecklistItem]) throws -> ChecklistItem {
        guard !item.isEmpty else { throw Fault(.missingValue, "item") }
        let code = item.lowercased()
        let meant = items.first { $0.item.lowercased() == code } ?? items.first { $0.item.lowercased().hasPrefix(code + "/") }
        guard let meant else { throw Fault(.unknownItem, "item", expected: items.map(\.item).joined(separator: ", ")) }
        return meant
    }

    func attestation(_ meant: ChecklistItem) throws -> Attestation {
        guard !evidence.isEmpty else { throw Fault(.missingValue, "evidence") }
        switch meant.kind {
        case .criterion: return .criterion(item, evidence: evidence)
        case .directive:
            guard let date = cell("date") else { throw Fault(.missingValue, "date") }
            return .directive(item, completedOn: Self.day(of: date), isOfQuality: try yesOrNo("quality"), evidence: evidence)
        case .bar: return .bar(item, applies: try yesOrNo("applies"), evidence: evidence)
        }
    }

    /// A cell may have the hour, too.
    private static func day(of date: String) -> String {
        date.firstMatch(of: /^(\S+?)[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/).map { String($0.1) } ?? date
    }

    /// Never guesses: an empty cell is refused.
    private func yesOrNo(_ field: String) throws -> Bool {
        switch cell(field)?.lowercased() {
        case "có", "đạt", "x", "v", "✓", "✔", "☑", "yes", "y", "true", "đúng": return true
        case "không", "không đạt", "ko", "k", "no", "n", "false", "sai", "✗", "☐": return false
        case nil: throw Fault(.missingValue, field)
        default: throw Fault(.notYesOrNo, field)
        }
    }
}
