import Postgres
import Registry

/// The result of importing a file of nominations, as it is printed.
struct NominationImportOutcome {
    private let result: NominationImport
    private let file: SourceFile?
    private let isDryRun: Bool

    init(_ result: NominationImport, of file: SourceFile?, isDryRun: Bool) {
        self.result = result
        self.file = file
        self.isDryRun = isDryRun
    }

    func show(as format: OutputFormat, on connection: inout Connection) throws {
        guard format != .json else { return emit(json.text) }
        if let file { FileSummary(file, result).speak() }
        guard result.errors.isEmpty else { return result.errors.show(as: format) }
        let words = try PrintedWords.find(on: &connection)
        listing.show(result.nominations, as: format, words)
        // A program that requests CSV gets one table: the nominations.
        if format == .table { emit("\n" + Listing.quotas.rendered(result.quotas, as: format, words)) }
        speak(summary[.current])
    }

    private var json: JSON {
        .object([
            "nominations": .array(result.nominations.map(listing.json)),
            "quotas": .array(result.quotas.map(Listing.quotas.json)),
            "rows": .number(result.rows),
            "dry_run": .bool(isDryRun),
            "errors": .array(result.errors.list.map(Listing.cellErrors.json)),
            "error_count": .number(result.errors.count),
            "file": file.map { FileSummary($0, result).json } ?? .null,
        ])
    }

    /// Without the numbers in a dry run: they could not be looked up, because nothing is stored.
    private var listing: Listing<Nomination> {
        guard isDryRun else { return .nominations }
        return Listing(Listing.nominations.columns.map { $0.key == "id" ? .init("id") { _ in .none } : $0 })
    }

    private var summary: Phrase {
        let count = result.nominations.count
        return isDryRun
            ? Phrase(
                "Xem trước: sẽ lập \(count) đề nghị; bảng chỉ tiêu thể hiện số liệu sau khi lập.",
                "A dry run: \(count) nominations would be entered; the quotas are shown as they would be then.")
            : Phrase("Đã lập \(count) đề nghị.", "\(count) nominations were entered.")
    }
}
