import Foundation
import Registry
import Spreadsheet

extension Listing {
    /// The bytes of a workbook with these rows, under the headings of a table.
    func workbook(_ rows: [Row], _ words: Words?) -> [UInt8] {
        let shown = columns.filter { $0.header != nil }
        let cells = rows.map { row in shown.map { $0.cell(row).xlsx(words) } }
        do {
            return try WorkbookFile.bytes { path in
                var book = try XLSXWriter(path: path)
                try book.addSheet(say("Danh sách", "List"), columns: headings(shown, cells), [.autofilter, .landscape])
                for row in cells { try book.addRow(row) }
                try book.close()
            }
        } catch {
            speak(say("Lỗi: không ghi được bảng tính.", "Error: the workbook cannot be written."))
            exit(Refusal.Code.internalError.exitStatus)
        }
    }

    private func headings(_ shown: [Column], _ cells: [[XLSXCell]]) -> [XLSXColumn] {
        shown.indices.map { column in
            let header = shown[column].header?[.current] ?? ""
            let longest = cells.prefix(1_000).map { $0[column].length }.max() ?? 0
            let isText = cells.contains { if case .text = $0[column] { true } else { false } }
            return XLSXColumn(
                header, width: Double(min(60, max(8, max(header.count, longest) + 2))),
                format: longest > 60 ? .wrapped : isText ? .text : .general)
        }
    }
}

/// A workbook for standard output: the library writes files only.
enum WorkbookFile {
    /// The bytes that `write` writes to a temporary file.
    static func bytes(_ write: (String) throws -> Void) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "thidua-\(UUID().uuidString).xlsx"
        defer { unlink(path) }
        try write(path)
        return try InputFile.read(path)
    }
}

extension XLSXCell {
    fileprivate var length: Int {
        switch self {
        case .text(let text): text.count
        case .number(let number): String(number).count
        case .decimal, .date: 10
        case .none: 0
        }
    }
}

extension ListingCell {
    /// More digits than a spreadsheet shows of a number.
    private static let longestNumber = 10

    fileprivate func xlsx(_ words: Words?) -> XLSXCell {
        switch self {
        case .number(let number): String(number).count > Self.longestNumber ? .text(String(number)) : .number(number)
        case .none: .none
        case .date(let iso):
            {
                let parts = iso.split(separator: "-").compactMap { Int($0) }
                return parts.count == 3 ? .date(year: parts[0], month: parts[1], day: parts[2]) : .text(iso)
            }()
        default: .text(shown(words))
        }
    }
}
