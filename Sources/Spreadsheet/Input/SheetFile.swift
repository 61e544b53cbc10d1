/// A file of rows in any format: its detected format, and its rows, which can be read any number of times.
public struct SheetFile: Sendable {
    /// `csv`, `xlsx` or `ods`.
    public let format: Format
    /// The text's encoding; nil for a workbook.
    public let encoding: TextEncoding?
    /// The sheet that is read; nil for CSV.
    public let sheet: String?
    /// The file's other sheets, hidden ones too.
    public let otherSheets: [OtherSheet]
    /// How much there is to read, for a progress bar; see ``SheetRow/offset``.
    public let length: Int
    /// What reads the rows.
    let content: Content

    /// Supported formats.
    public enum Format: Sendable, Equatable {
        /// Text, with the detected separator.
        case csv(separator: UInt8)
        case xlsx
        case ods
    }

    /// A reader of each format.
    enum Content: Sendable {
        case csv(CSVSheet)
        case xlsx(XLSXSheet)
        case ods(ODSSheet)
    }
}

extension SheetFile {
    /// Detects what a file is, without trusting its name.
    ///
    /// - Throws: ``ReadingError``: what it is instead of a spreadsheet, or where its bytes are not valid in the encoding.
    public static func open(_ file: ByteFile, _ options: ReadingOptions = ReadingOptions()) throws(ReadingError) -> SheetFile {
        switch try FileKind.of(file) {
        case .text: return SheetFile(try CSVSheet(file, options), length: file.size)
        case .zip:
            let package = try ZipPackage(file)
            if try ODSSheet.isKind(of: package) { return SheetFile(try ODSSheet.open(file, options)) }
            return SheetFile(try XLSXSheet.open(file, options))
        }
    }

    /// Another sheet of the same file, by its exact name; what the sheets share is not read again.
    ///
    /// - Throws: ``ReadingError``.
    public func sheet(named name: String) throws(ReadingError) -> SheetFile {
        switch content {
        case .csv: self
        case .xlsx(let sheet): SheetFile(try sheet.sheet(named: name))
        case .ods(let sheet): SheetFile(try sheet.sheet(named: name))
        }
    }

    /// Calls `body` with the rows one after the other, until it returns false. The row value is reused: what is to be kept must
    /// be copied.
    ///
    /// - Returns: Merged cells, which a file may list after its rows: if `body` stopped before, some or none; none in text.
    /// - Throws: ``ReadingError``, or what `body` throws.
    @discardableResult
    public func forEachRow(_ body: (SheetRow) throws -> Bool) throws -> [MergedRange] {
        switch content {
        case .csv(let sheet):
            try sheet.forEachRow(body)
            return []
        case .xlsx(let sheet): return try sheet.forEachRow(body)
        case .ods(let sheet): return try sheet.forEachRow(body)
        }
    }

    private init(_ sheet: XLSXSheet) {
        format = .xlsx
        encoding = nil
        self.sheet = sheet.name
        otherSheets = sheet.others
        length = sheet.length
        content = .xlsx(sheet)
    }

    private init(_ sheet: ODSSheet) {
        format = .ods
        encoding = nil
        self.sheet = sheet.name
        otherSheets = sheet.others
        length = sheet.length
        content = .ods(sheet)
    }

    private init(_ sheet: CSVSheet, length: Int) {
        format = .csv(separator: sheet.separator)
        encoding = sheet.text.encoding
        self.sheet = nil
        otherSheets = []
        self.length = length
        content = .csv(sheet)
    }
}
