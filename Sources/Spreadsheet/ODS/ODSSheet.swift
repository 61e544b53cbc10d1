/// A sheet of an OpenDocument spreadsheet (ODF 1.3), as LibreOffice writes it.
public struct ODSSheet: Sendable {
    /// Its name.
    public let name: String
    /// The file's other sheets, in the file's order.
    public let others: [OtherSheet]
    /// The size of its XML in bytes; ``SheetRow/offset`` is how many of them have been read.
    public let length: Int

    private let file: ByteFile
    private let index: Int
    /// The names of the file's sheets, this one included.
    private let names: [String]

    static let content = "content.xml"
}

extension ODSSheet {
    /// Whether an archive is an OpenDocument file.
    static func isKind(of package: ZipPackage) throws(ReadingError) -> Bool {
        guard try package.part(content) != nil else { return false }
        return try package.part("META-INF/manifest.xml") != nil
    }

    /// Finds a sheet.
    ///
    /// - Parameter options: Only the sheet's name is used; without one, the first visible sheet is read.
    public static func open(_ file: ByteFile, _ options: ReadingOptions) throws(ReadingError) -> ODSSheet {
        let package = try ZipPackage(file)
        var manifest = ODSManifest()
        if let part = try package.part("META-INF/manifest.xml") { try XMLReader.read(part, of: package, with: &manifest) }
        guard !manifest.isEncrypted else { throw ReadingError(.encrypted) }
        let part = try content(of: package)
        var tables = ODSTables()
        try XMLReader.read(part, of: package, atMost: XLSXSheet.largestPart, with: &tables)
        guard tables.isSpreadsheet else { throw ReadingError(.notASpreadsheet, detail: "odf") }
        let sheets = tables.sheets
        let chosen = try SheetChoice.index(of: options.sheet, among: sheets.map { ($0.name, $0.isHidden) })
        return ODSSheet(
            name: sheets[chosen].name, others: sheets.indices.filter { $0 != chosen }.map { sheets[$0] }, length: part.size,
            file: file, index: chosen, names: sheets.map(\.name))
    }

    /// Another sheet of the same file, by its exact name.
    func sheet(named name: String) throws(ReadingError) -> ODSSheet {
        guard let index = names.firstIndex(of: name) else {
            throw ReadingError(.noSuchSheet, detail: names.joined(separator: ", "))
        }
        let rest = others.filter { $0.name != name } + [OtherSheet(name: self.name, isHidden: false)]
        return ODSSheet(name: name, others: rest, length: length, file: file, index: index, names: names)
    }

    private static func content(of package: ZipPackage) throws(ReadingError) -> ZipPackage.Part {
        guard let part = try package.part(content) else { throw ReadingError(.damaged, detail: content) }
        return part
    }

    /// Calls `body` with each row that is not blank, until it returns false. The row value is reused for all of them.
    ///
    /// - Returns: Merged cells, as far as the rows have been read; at most 10,000.
    /// - Throws: ``ReadingError``, or what `body` throws.
    @discardableResult
    public func forEachRow(_ body: (SheetRow) throws -> Bool) throws -> [MergedRange] {
        let package = try ZipPackage(file)
        let part = try Self.content(of: package)
        return try withoutActuallyEscaping(body) { body in
            var parser = ODSParser(table: index, body: body)
            try XMLReader.read(part, of: package, atMost: XLSXSheet.largestPart, with: &parser)
            if let error = parser.bodyError { throw error }
            return parser.mergedRanges
        }
    }
}

/// `META-INF/manifest.xml`, read only for whether the parts are encrypted.
private struct ODSManifest: XMLHandler {
    private(set) var isEncrypted = false

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(ReadingError) {
        if name == "encryption-data" { isEncrypted = true }
    }
}

/// The tables of `content.xml`: their names, and whether their styles hide them.
private struct ODSTables: XMLHandler {
    private(set) var isSpreadsheet = false
    private var tables: [(name: String, style: String)] = []
    private var hiddenStyles: Set<String> = []
    private var style = ""

    var sheets: [OtherSheet] { tables.map { OtherSheet(name: $0.name, isHidden: hiddenStyles.contains($0.style)) } }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(ReadingError) {
        switch depth {
        case 3:
            if name == "spreadsheet" { isSpreadsheet = true }
            if name == "style" { style = attributes["name"]?.string ?? "" }
        case 4 where name == "table-properties":
            if attributes["display"]?.equals("false") == true, hiddenStyles.count < 10_000 { hiddenStyles.insert(style) }
        case 4 where isSpreadsheet && name == "table":
            guard tables.count < 10_000 else { throw ReadingError(.bomb) }
            tables.append((attributes["name"]?.string ?? "", attributes["style-name"]?.string ?? ""))
        default: break
        }
    }
}
