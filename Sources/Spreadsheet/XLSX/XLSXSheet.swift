/// A sheet of an XLSX file (ECMA-376, transitional and strict). Its rows are read on demand, any number of times.
///
/// Cells are read as text: numbers in plain decimals, dates in ISO 8601, formulas as the value that they had when the file was
/// saved. Only the texts that cells share, and one row, are kept in memory.
public struct XLSXSheet: Sendable {
    /// Its name.
    public let name: String
    /// The file's other sheets, in the workbook's order; chart sheets are left out.
    public let others: [OtherSheet]
    /// The size of its XML in bytes; ``SheetRow/offset`` is how many of them have been read.
    public let length: Int

    private let file: ByteFile
    private let part: String
    /// The parts of the file's sheets, by name, this one included.
    private let parts: [String: String]
    private let strings: SharedStrings
    private let styles: CellStyles
    private let isDate1904: Bool

    /// The maximum inflated size of a part, and of all text delivered.
    static let largestPart = 4 << 30
    static let mostMergedRanges = 10_000
}

extension XLSXSheet {
    /// Finds a sheet, and reads what all sheets share.
    ///
    /// - Parameter options: Only the sheet's name is used; without one, the first visible sheet is read.
    public static func open(_ file: ByteFile, _ options: ReadingOptions) throws(ReadingError) -> XLSXSheet {
        let package = try ZipPackage(file)
        guard let main = try Relationships(of: "", in: package).first("officeDocument") else {
            throw try package.isNumbers ? ReadingError(.otherSpreadsheet, detail: "numbers") : ReadingError(.notASpreadsheet)
        }
        guard !main.part.hasSuffix(".bin") else { throw ReadingError(.otherSpreadsheet, detail: "xlsb") }
        let workbook = try Workbook(package.existing(main.part), of: package)
        let relationships = try Relationships(of: main.part, in: package)
        let sheets = workbook.sheets.filter { relationships.targets[$0.relationship]?.kind == "worksheet" }
        let chosen = try SheetChoice.index(of: options.sheet, among: sheets.map { ($0.name, $0.isHidden) })
        let target = relationships.targets[sheets[chosen].relationship]?.part ?? ""
        // Programs refer to parts that they then leave out: cells without texts of their own do not need them.
        let strings = try package.part(of: relationships.first("sharedStrings")).map { part throws(ReadingError) in
            try SharedStrings(part, of: package)
        }
        let styles = try package.part(of: relationships.first("styles")).map { part throws(ReadingError) in
            try CellStyles(part, of: package)
        }
        return XLSXSheet(
            name: sheets[chosen].name,
            others: sheets.indices.filter { $0 != chosen }
                .map { OtherSheet(name: sheets[$0].name, isHidden: sheets[$0].isHidden) },
            length: try package.existing(target).size, file: file, part: target,
            parts: Dictionary(sheets.map { ($0.name, relationships.targets[$0.relationship]?.part ?? "") }) { first, _ in first },
            strings: strings ?? SharedStrings(), styles: styles ?? CellStyles(), isDate1904: workbook.isDate1904)
    }

    /// Another sheet of the same file, by its exact name.
    func sheet(named name: String) throws(ReadingError) -> XLSXSheet {
        guard let part = parts[name] else { throw ReadingError(.noSuchSheet, detail: others.map(\.name).joined(separator: ", ")) }
        let rest = others.filter { $0.name != name } + [OtherSheet(name: self.name, isHidden: false)]
        return XLSXSheet(
            name: name, others: rest, length: try ZipPackage(file).existing(part).size, file: file, part: part, parts: parts,
            strings: strings, styles: styles, isDate1904: isDate1904)
    }

    /// Calls `body` with each row that is not blank, until it returns false. The row value is reused for all of them.
    ///
    /// The archive's checksum comes last: a caller that stores rows must do so in a transaction.
    ///
    /// - Returns: Merged cells, which the file lists after its rows: none if `body` stopped before that; at most 10,000.
    /// - Throws: ``ReadingError``, or what `body` throws.
    @discardableResult
    public func forEachRow(_ body: (SheetRow) throws -> Bool) throws -> [MergedRange] {
        let package = try ZipPackage(file)
        let part = try package.existing(part)
        return try withoutActuallyEscaping(body) { body in
            var parser = SheetParser(strings: strings, styles: styles, isDate1904: isDate1904, body: body)
            try XMLReader.read(part, of: package, atMost: Self.largestPart, with: &parser)
            if let error = parser.bodyError { throw error }
            return parser.mergedRanges
        }
    }
}

extension ZipPackage {
    /// A part that another refers to.
    fileprivate func existing(_ name: String) throws(ReadingError) -> Part {
        guard let part = try part(name) else { throw ReadingError(.damaged, detail: name) }
        return part
    }

    /// A part that another may refer to in vain; nil if there is no reference, or no part.
    fileprivate func part(of target: Relationships.Target?) throws(ReadingError) -> Part? {
        guard let target else { return nil }
        return try part(target.part)
    }

    /// Whether it is a document of Apple Numbers.
    fileprivate var isNumbers: Bool {
        get throws(ReadingError) {
            for name in ["Index/Document.iwa", "Index.zip"] where try part(name) != nil { return true }
            return false
        }
    }
}
