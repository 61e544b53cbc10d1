import FoundationEssentials
import Registry
import Spreadsheet

extension QuotaReport {
    /// Every quota, with the state of its holder's dossier, for Excel and for programs: keys are those of `quota list`.
    public func csv(in language: Language) -> String {
        let units = Dictionary(units.map { ($0.code, $0) }) { first, _ in first }
        let header = [
            "campaign", "as_of", "unit", "unit_name", "award", "subject", "stage", "allowed", "used", "remaining", "basis",
            "clause",
            "near", "dossier", "missing",
        ]
        let rows = quotas.map { quota in
            let holder = units[quota.unit]
            return CSVWriter.row([
                campaign.code, asOf, quota.unit, quota.unitName ?? Registry.Quota.poolName[language], quota.award, quota.subject,
                quota.stage, String(quota.allowed), String(quota.used), String(quota.remaining), quota.basis[language],
                quota.clause,
                quota.near.map(String.init) ?? "", holder?.state ?? "", holder.map { String($0.missingCount) } ?? "",
            ])
        }
        return CSVWriter.byteOrderMark + CSVWriter.row(header) + rows.joined()
    }

    /// Writes a workbook with a sheet for each table.
    ///
    /// - Throws: ``WritingError``; an existing file stays then.
    public func writeWorkbook(to path: String, in language: Language) throws(WritingError) {
        // The creation time is the report's moment, so that the file is the same every time.
        var writer = try XLSXWriter(
            path: path, created: (try? Date(asOf, strategy: .iso8601)).map { Int($0.timeIntervalSince1970) })
        let overview = [
            heading(in: language), verdict.sentence[language], campaign.title, "\(ReadableTime.of(asOf))",
            trail?.hash ?? "",
        ]
        try writer.addSheet(Phrase("Tổng quan", "Overview")[language], columns: [XLSXColumn(width: 120, format: .wrapped)])
        for line in overview where !line.isEmpty { try writer.addRow([.text(line)]) }
        for table in ReportTables(self, in: language).all {
            try writer.addSheet(table.title, columns: table.columns, [.autofilter, .landscape])
            for row in table.rows { try writer.addRow(row.map(\.xlsx)) }
        }
        try writer.close()
    }
}

extension ReportTable {
    /// As wide as their content, within limits.
    fileprivate var columns: [XLSXColumn] {
        header.indices.map { index in
            let longest = ([header[index]] + rows.prefix(1000).map { $0[index].text }).map(\.count).max() ?? 0
            return XLSXColumn(
                header[index], width: Double(min(60, max(8, longest + 2))), format: longest > 60 ? .wrapped : .general)
        }
    }
}

extension ReportTable.Cell {
    fileprivate var xlsx: XLSXCell {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .date(let iso) where iso.count == 10:
            {
                let parts = iso.split(separator: "-").compactMap { Int($0) }
                return parts.count == 3 ? .date(year: parts[0], month: parts[1], day: parts[2]) : .text(iso)
            }()
        case .date(let iso): .text(ReadableTime.of(iso))
        case .none: .none
        }
    }
}
