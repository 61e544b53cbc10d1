import Spreadsheet

/// A file to import: its contents and their detected format.
public struct SourceFile: Sendable {
    /// Its name, without its folder.
    public let name: String
    /// SHA-256 of its bytes.
    public let sha256: [UInt8]
    /// Its size in bytes.
    public let size: Int
    /// Its rows: those of the sheet that was asked for, or of the first visible one.
    public let sheet: SheetFile
    /// Whether that sheet was asked for.
    let isSheetChosen: Bool

    /// Opens a file, and reads all of it for its checksum.
    ///
    /// - Parameter name: Its name, without its folder.
    /// - Throws: ``CellError`` if it is not a spreadsheet; ``SystemError`` if it cannot be read.
    public init(name: String, _ file: ByteFile, _ options: ReadingOptions = ReadingOptions()) throws {
        self.name = name
        size = file.size
        isSheetChosen = options.sheet != nil
        do {
            sheet = try SheetFile.open(file, options)
        } catch {
            throw CellError(error)
        }
        sha256 = try file.sha256()
    }
}

extension SourceFile {
    /// A workbook with more sheets is not searched for further tables.
    private static let sheetsSearched = 50

    /// The other sheets that a spreadsheet program shows.
    func visibleSheets() -> [SheetFile] {
        sheet.otherSheets.filter { !$0.isHidden }.prefix(Self.sheetsSearched).compactMap { other in
            try? sheet.sheet(named: other.name)
        }
    }

    /// `csv`, `xlsx` or `ods`.
    public var format: String {
        switch sheet.format {
        case .csv: "csv"
        case .xlsx: "xlsx"
        case .ods: "ods"
        }
    }

    /// What separates the cells; nil for a workbook.
    public var separator: String? {
        guard case .csv(let separator) = sheet.format else { return nil }
        return String(UnicodeScalar(separator))
    }
}
