import Postgres
import Registry

/// The result of an import, an application or a reversal, as it is printed.
struct StaffingOutcome {
    private let result: StaffingImport
    private let file: SourceFile?
    private let isDryRun: Bool

    init(_ result: StaffingImport, of file: SourceFile? = nil, isDryRun: Bool = false) {
        self.result = result
        self.file = file
        self.isDryRun = isDryRun
    }

    func show(as format: OutputFormat, on connection: inout Connection) throws {
        guard format != .json else { return emit(json.text) }
        if let file { FileSummary(file, result).speak() }
        guard result.errors.isEmpty else { return result.errors.show(as: format) }
        guard result.question == nil else { return }
        let words = try PrintedWords.find(on: &connection)
        // A program that requests CSV gets one table: the quotas.
        if format == .table && !result.units.isEmpty {
            emit(Listing.staffingDifferences.rendered(result.units, as: format, words) + "\n")
        }
        // An empty table says less than the sentence below, but a program still expects the header.
        if !result.quotaChanges.isEmpty || format == .csv {
            Listing.quotaChanges.show(result.quotaChanges, as: format, words)
        }
        speak(summary[.current])
    }

    private var json: JSON {
        .object([
            "staffing_table": result.table.map(JSON.number) ?? .null,
            "applied": .bool(result.applied),
            "unchanged": .bool(result.unchanged),
            "rows": .number(result.rows),
            "added": .number(result.added),
            "changed": .number(result.changed),
            "missing": .number(result.missing),
            "units": .array(result.units.map(Listing.staffingDifferences.json)),
            "quota_changes": .array(result.quotaChanges.map(Listing.quotaChanges.json)),
            "errors": .array(result.errors.list.map(Listing.cellErrors.json)),
            "error_count": .number(result.errors.count),
            "mode": .string(result.mode.rawValue),
            "question": result.question.map(\.json) ?? .null,
            "file": file.map { FileSummary($0, result).json } ?? .null,
        ])
    }

    /// What was done, in a sentence.
    var summary: Phrase {
        if result.unchanged {
            let stored = result.table.map { "\($0)" } ?? ""
            return result.applied
                ? Phrase(
                    "Tệp này đang được áp dụng (bảng số \(stored)); dữ liệu không thay đổi.",
                    "This file is already in force (table \(stored)); nothing changed.")
                : Phrase(
                    "Tệp này đã lưu (bảng số \(stored)); dữ liệu không thay đổi.",
                    "This file is already stored (table \(stored)); nothing changed.")
        }
        if result.mode == .merge, file != nil {
            return Phrase("Chỉ thay đổi đơn vị có trong tệp. \(counts.vi)", "Only units in the file change. \(counts.en)")
        }
        return counts
    }

    private var counts: Phrase {
        Phrase(
            "\(result.rows) dòng: \(result.added) đơn vị mới, \(result.changed) thay đổi, \(result.missing) không còn. \(outcome.vi)",
            "\(result.rows) rows: \(result.added) units added, \(result.changed) changed, \(result.missing) missing. \(outcome.en)"
        )
    }

    private var outcome: Phrase {
        let count = result.quotaChanges.count
        guard !isDryRun, let table = result.table else {
            return Phrase("Xem trước: \(count) chỉ tiêu sẽ thay đổi.", "A dry run: \(count) quotas would change.")
        }
        if file == nil && !result.applied {
            return Phrase(
                "Đã ngừng áp dụng bảng biên chế số \(table); \(count) chỉ tiêu thay đổi.",
                "Table \(table) is no longer in force; \(count) quotas changed.")
        }
        guard result.applied else {
            return Phrase("Đã lưu thành bảng số \(table), chưa áp dụng.", "Stored as table \(table), not applied.")
        }
        return Phrase(
            "Đã áp dụng (bảng số \(table)); \(count) chỉ tiêu thay đổi.", "Applied (table \(table)); \(count) quotas changed.")
    }
}

extension Listing<QuotaChange> {
    static var quotaChanges: Listing {
        Listing([
            Column("campaign", "Đợt thi đua", "Campaign") { .text($0.campaign) },
            Column("unit", "Mã đơn vị", "Unit") { .text($0.unit) },
            Column("award", "Hình thức khen thưởng", "Award") { .code($0.award) },
            Column("subject", "Đối tượng", "Subject") { .code($0.subject) },
            Column("from", "Chỉ tiêu cũ", "Before") { .optional($0.from) },
            Column("to", "Chỉ tiêu mới", "After") { .optional($0.to) },
            Column("reason", "Lý do", "Reason") { .phrase($0.reason) },
            Column("clause", "Điểm, mục", "Clause") { .named($0.clause, Clause.cited($0.clause)) },
            Column("nominations", "Đề nghị bị ảnh hưởng", "Affected") { .numbers($0.nominations) },
        ])
    }
}

extension QuotaChange {
    /// Why it changed: what it was based on before, and what now.
    var reason: Phrase {
        switch basis {
        case (let from?, let to?): Phrase("\(from.phrase.vi) → \(to.phrase.vi)", "\(from.phrase.en) → \(to.phrase.en)")
        case (nil, let to?): to.phrase
        default: Phrase("không còn số liệu biên chế", "no more staffing data")
        }
    }
}
