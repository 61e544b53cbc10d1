import Postgres
import Spreadsheet

extension Attestation {
    /// Records the attestations of a nomination in a file, all of them or none. The columns are item and evidence; for directives
    /// also date and quality; for facts that bar nominees, whether they apply.
    ///
    /// - Throws: ``Refusal``, which names the row; ``CellError`` if the file cannot be read.
    public static func record(
        _ file: SourceFile, of nomination: Int, on connection: inout Connection
    ) throws -> [ChecklistItem] {
        try connection.transaction(.registryWrite) { transaction in
            let found = try Nomination.find(nomination, &transaction)
            let kinds = try ChecklistItem.list(of: nomination, &transaction)
            for row in try rows(of: file, &transaction) {
                do {
                    let attestation = try row.attestation(kinds)
                    guard let attestation, try attestation.record(of: nomination, &transaction) else {
                        throw Refusal.nothingToAttest(row.item, of: found)
                    }
                } catch {
                    var refusal = Refusal(error).naming(placeOfDate: SheetForm.title(of: "date"))
                    refusal.message = Phrase(
                        "Dòng \(row.number): \(refusal.message.vi)", "Row \(row.number): \(refusal.message.en)")
                    throw refusal
                }
            }
            return try ChecklistItem.list(of: nomination, &transaction)
        }
    }

    private static func rows(of file: SourceFile, _ transaction: inout Transaction) throws -> [AttestationRow] {
        let header = try SheetHeader.find(in: file, for: .attestation, &transaction)
        if let error = header.errors.first { throw error }
        var rows: [AttestationRow] = []
        _ = try SheetTable(file, header, .attestation).readFewRows { row in
            guard rows.count < mostRows else { throw CellError(.tooManyRows, expected: "\(mostRows)") }
            if let error = header.errors(in: row, isText: file.format == "csv").first { throw error }
            func cell(_ field: String) -> String { header.positions[field].map { row[$0] } ?? "" }
            rows.append(
                AttestationRow(
                    number: row.number, item: cell("item"), date: cell("date"), quality: cell("quality"),
                    applies: cell("applies"),
                    evidence: cell("evidence")))
        }
        guard !rows.isEmpty else { throw CellError(.noRows) }
        return rows
    }

    /// More than any checklist has.
    private static let mostRows = 1_000
}

/// The cells of a row.
private struct AttestationRow {
    let number: Int
    let item: String
    let date: String
    let quality: String
    let applies: String
    let evidence: String

    /// - Returns: What it attests; nil if the nomination has no such item.
    func attestation(_ items: [ChecklistItem]) throws -> Attestation? {
        let code = item.lowercased()
        let meant = items.first { $0.item.lowercased() == code } ?? items.first { $0.item.lowercased().hasPrefix(code + "/") }
        switch meant?.kind {
        case nil: return nil
        case .criterion: return .criterion(item, evidence: evidence)
        case .directive:
            return .directive(
                item, completedOn: date, isOfQuality: try yesOrNo(quality, Phrase("Bảo đảm chất lượng", "Quality")),
                evidence: evidence)
        case .bar: return .bar(item, applies: try yesOrNo(applies, Phrase("Thuộc trường hợp", "Applies")), evidence: evidence)
        }
    }

    /// Never guesses: an empty cell is refused.
    private func yesOrNo(_ cell: String, _ column: Phrase) throws -> Bool {
        switch cell.lowercased() {
        case "có", "đạt", "x", "yes", "true": return true
        case "không", "không đạt", "no", "false": return false
        default:
            throw Refusal(
                .invalidInput,
                Phrase("Cột “\(column.vi)” phải ghi “có” hoặc “không”.", "The column “\(column.en)” takes “yes” or “no”."))
        }
    }
}
