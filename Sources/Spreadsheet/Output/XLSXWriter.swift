import CXLSXWriter
import Platform

/// Writes an XLSX file, sheet after sheet and row after row.
///
/// ``close()`` moves the file to its final path; a writer that is discarded without it leaves nothing behind. Nothing here can
/// write a formula.
///
/// When the disk is full, the library also prints to standard error; this cannot be turned off.
public struct XLSXWriter: ~Copyable {
    /// How rows are kept until the file is closed.
    public enum Memory: Sendable {
        /// All of them in memory, with every text once: the smaller file.
        case whole
        /// One at a time: for hundreds of thousands of rows.
        case constant
    }

    /// What a sheet has besides its rows.
    public struct SheetOptions: OptionSet, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The header offers sorting and filtering.
        public static let autofilter = SheetOptions(rawValue: 1)
        /// Not shown; its cells can still be used by a drop-down list.
        public static let hidden = SheetOptions(rawValue: 2)
        /// Printed in landscape format.
        public static let landscape = SheetOptions(rawValue: 4)
    }

    private let memory: Memory
    private var file: UnfinishedFile
    /// The library's workbook; nil once it is freed.
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private let formats: XLSXFormats
    private var sheet: Sheet?

    /// The sheet that rows are added to.
    private struct Sheet {
        let handle: UnsafeMutablePointer<lxw_worksheet>
        let columns: [XLSXColumn]
        let hasAutofilter: Bool
        /// From 0.
        var nextRow: UInt32 = 0
    }

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: Its final path; an existing file stays until ``close()``.
    ///   - created: Its creation time, in seconds since 1970, so that the same rows give the same bytes; nil for now.
    /// - Throws: ``WritingError`` where no file can be created there.
    public init(path: String, memory: Memory = .whole, created: Int? = nil) throws(WritingError) {
        let file: UnfinishedFile
        do { file = try UnfinishedFile(for: path) } catch { throw .system(error) }
        var options = lxw_workbook_options()
        options.constant_memory = memory == .constant ? 1 : 0
        guard let workbook = workbook_new_opt(file.path, &options) else {
            throw .library(Self.words(LXW_ERROR_MEMORY_MALLOC_FAILED))
        }
        if let created {
            var properties = lxw_doc_properties()
            properties.created = created
            workbook_set_properties(workbook, &properties)
        }
        self.init(file, workbook, memory)
    }

    private init(_ file: consuming UnfinishedFile, _ workbook: UnsafeMutablePointer<lxw_workbook>, _ memory: Memory) {
        self.file = file
        self.workbook = workbook
        self.memory = memory
        formats = XLSXFormats(workbook)
    }

    /// Writes the file and moves it to its final path.
    public consuming func close() throws(WritingError) {
        endSheet()
        let result = workbook.map { workbook_close($0) } ?? LXW_NO_ERROR
        workbook = nil
        guard result == LXW_NO_ERROR else { throw .library(Self.words(result)) }
        do { try file.finish() } catch { throw .system(error) }
    }

    deinit {
        guard let workbook else { return }
        switch memory {
        case .whole: lxw_workbook_free(workbook)
        // Only closing closes the sheets' temporary files; what it writes is discarded with `file`.
        case .constant: workbook_close(workbook)
        }
    }

    /// The library's message, without the full stop, since it is used within a sentence.
    private static func words(_ error: lxw_error) -> String {
        let words = lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)"
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}

extension XLSXWriter {
    /// Ends the current sheet and begins another, with its header if a column has one.
    ///
    /// - Parameter name: At most 31 characters, without `[ ] : * ? / \`.
    /// - Throws: ``WritingError`` where Excel would not accept the name or a restriction.
    public mutating func addSheet(
        _ name: String, columns: [XLSXColumn] = [], _ options: SheetOptions = []
    ) throws(WritingError) {
        endSheet()
        let valid = workbook_validate_sheet_name(workbook, name)
        guard valid == LXW_NO_ERROR else { throw .library(Self.words(valid)) }
        guard let handle = workbook_add_worksheet(workbook, name) else {
            throw .library(Self.words(LXW_ERROR_CREATING_TMPFILE))
        }
        if options.contains(.hidden) { worksheet_hide(handle) }
        if options.contains(.landscape) { worksheet_set_landscape(handle) }
        worksheet_set_paper(handle, Self.a4)
        worksheet_fit_to_pages(handle, 1, 0)
        sheet = Sheet(handle: handle, columns: columns, hasAutofilter: options.contains(.autofilter))
        try layOut(columns, of: handle)
    }

    /// Adds a row to the sheet.
    public mutating func addRow(_ cells: [XLSXCell]) throws(WritingError) {
        guard let sheet else { throw .noSheet }
        for (index, cell) in cells.enumerated() {
            let format = index < sheet.columns.count ? sheet.columns[index].format : .general
            try put(cell, format, column: UInt16(clamping: index))
        }
        let lines = zip(cells, sheet.columns).map(Self.lines).max() ?? 1
        if lines > 1 { worksheet_set_row(sheet.handle, sheet.nextRow, Double(lines) * Self.lineHeight, nil) }
        self.sheet?.nextRow += 1
    }

    private mutating func layOut(
        _ columns: [XLSXColumn], of handle: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WritingError) {
        for (index, column) in zip(UInt16(0)..., columns) {
            worksheet_set_column(handle, index, index, column.width, formats[column.format])
        }
        let hasHeader = columns.contains { $0.header != nil }
        for (index, column) in zip(UInt16(0)..., columns) {
            if let header = column.header {
                try check(worksheet_write_string(handle, 0, index, XLSXText.cell(header), formats.header))
            }
            guard let restriction = column.restriction else { continue }
            try handle.restrict(column: index, from: hasHeader ? 1 : 0, by: restriction, Self.words)
        }
        guard hasHeader else { return }
        worksheet_set_row(handle, 0, 2 * Self.lineHeight, nil)
        worksheet_freeze_panes(handle, 1, 0)
        worksheet_repeat_rows(handle, 0, 0)
        sheet?.nextRow = 1
    }

    private func put(_ cell: XLSXCell, _ format: XLSXColumn.Format, column: UInt16) throws(WritingError) {
        guard let sheet else { throw .noSheet }
        let (handle, row, style) = (sheet.handle, sheet.nextRow, formats[format])
        switch cell {
        case .none: break
        case .text(let text): try check(worksheet_write_string(handle, row, column, XLSXText.cell(text), style))
        // A double cannot represent it exactly.
        case .number(let number) where number.magnitude > 1 << 53:
            try put(.text(String(number)), format, column: column)
        case .number(let number): try check(worksheet_write_number(handle, row, column, Double(number), style))
        case .decimal(let number) where !number.isFinite: try put(.text(String(number)), format, column: column)
        case .decimal(let number): try check(worksheet_write_number(handle, row, column, number, style))
        case .date(let year, let month, let day):
            var date = lxw_datetime()
            (date.year, date.month, date.day) = (Int32(clamping: year), Int32(clamping: month), Int32(clamping: day))
            try check(worksheet_write_datetime(handle, row, column, &date, formats.date(inMonth: month)))
        }
    }

    private func check(_ result: lxw_error) throws(WritingError) {
        guard result == LXW_NO_ERROR else { throw .library(Self.words(result)) }
    }

    /// Sets the filter: only now is the number of rows known.
    private mutating func endSheet() {
        guard let sheet, sheet.hasAutofilter, !sheet.columns.isEmpty else { return }
        worksheet_autofilter(sheet.handle, 0, 0, max(1, sheet.nextRow) - 1, UInt16(clamping: sheet.columns.count - 1))
    }

    /// About how many lines a cell needs: Excel calculates this itself when it opens the file, LibreOffice does not.
    private static func lines(_ cell: XLSXCell, in column: XLSXColumn) -> Int {
        guard case .text(let text) = cell, column.format == .wrapped else { return 1 }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { max(1, Int((Double($0.count) * 1.1 / column.width).rounded(.up))) }
            .reduce(0, +)
    }

    /// In points.
    private static let lineHeight = 15.0
    /// Excel's number for this paper size.
    private static let a4: UInt8 = 9
}
