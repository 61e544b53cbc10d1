/// A sheet of an XLSX file (ECMA-376, transitional and strict). Its rows are read on demand, any number of times.
///
/// Cells are read as text: numbers in plain decimals, dates in ISO 8601, formulas as the value that they had when the file was
/// saved. Only the texts that cells share, and one row, are kept in memory.
public struct XLSXSheet: Sendable {
    /// Its name.
    public let name: String
    /// The file's other sheets, in the workbook's order; chart sheets are left out.
    public let others: [Other]
    /// The size of its XML in bytes; ``SheetRow/offset`` is how many of them have been read.
    public let length: Int

    /// A sheet that is not read.
    public struct Other: Sendable, Equatable {
        /// Its name.
        public let name: String
        /// Whether Excel does not show it.
        public let isHidden: Bool
    }

    private let file: ByteFile
    private let part: String
    private let strings: SharedStrings
    private let styles: CellStyles
    private let isDate1904: Bool

    /// The maximum inflated size of a part, and of all text delivered.
    static let largestPart = 4 << 30
    /// The maximum size of a row's text.
    static let longestRow = 16 << 20
    static let mostMergedRanges = 10_000
}

extension XLSXSheet {
    /// Finds a sheet, and reads what all sheets share.
    ///
    /// - Parameter options: Only the sheet's name is used; without one, the first visible sheet is read.
    public static func open(_ file: ByteFile, _ options: ReadingOptions) throws(ReadingError) -> XLSXSheet {
        let package = try XLSXPackage(file)
        guard let main = try Relationships(of: "", in: package).first("officeDocument"), !main.part.hasSuffix(".bin") else {
            throw ReadingError(.notASpreadsheet)
        }
        let workbook = try Workbook(package.existing(main.part), of: package)
        let relationships = try Relationships(of: main.part, in: package)
        let sheets = workbook.sheets.filter { relationships.targets[$0.relationship]?.kind == "worksheet" }
        let chosen = try choose(options.sheet, of: sheets)
        let target = relationships.targets[sheets[chosen].relationship]?.part ?? ""
        let strings = try relationships.first("sharedStrings").map { target throws(ReadingError) in
            try SharedStrings(package.existing(target.part), of: package)
        }
        let styles = try relationships.first("styles").map { target throws(ReadingError) in
            try CellStyles(package.existing(target.part), of: package)
        }
        return XLSXSheet(
            name: sheets[chosen].name,
            others: sheets.indices.filter { $0 != chosen }
                .map { Other(name: sheets[$0].name, isHidden: sheets[$0].isHidden) },
            length: try package.existing(target).size, file: file, part: target,
            strings: strings ?? SharedStrings(), styles: styles ?? CellStyles(), isDate1904: workbook.isDate1904)
    }

    /// The sheet with this name, or else with this name in another case; without a name, the first visible one.
    private static func choose(_ name: String?, of sheets: [Workbook.Sheet]) throws(ReadingError) -> Int {
        guard let name else {
            guard let first = sheets.firstIndex(where: { !$0.isHidden }) else { throw ReadingError(.noSheet) }
            return first
        }
        guard !sheets.isEmpty else { throw ReadingError(.noSheet) }
        let exact = sheets.firstIndex { $0.name == name }
        guard let found = exact ?? sheets.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) else {
            throw ReadingError(.noSuchSheet, detail: sheets.map(\.name).joined(separator: ", "))
        }
        return found
    }

    /// Calls `body` with each row that is not blank, until it returns false. The row value is reused for all of them.
    ///
    /// The archive's checksum comes last: a caller that stores rows must do so in a transaction.
    ///
    /// - Returns: Merged cells, which the file lists after its rows: none if `body` stopped before that; at most 10,000.
    /// - Throws: ``ReadingError``, or what `body` throws.
    @discardableResult
    public func forEachRow(_ body: (SheetRow) throws -> Bool) throws -> [MergedRange] {
        let package = try XLSXPackage(file)
        let part = try package.existing(part)
        return try withoutActuallyEscaping(body) { body in
            var parser = SheetParser(strings: strings, styles: styles, isDate1904: isDate1904, body: body)
            try XMLReader.read(part, of: package, atMost: Self.largestPart, with: &parser)
            if let error = parser.bodyError { throw error }
            return parser.mergedRanges
        }
    }
}

extension XLSXPackage {
    /// A part that another refers to.
    fileprivate func existing(_ name: String) throws(ReadingError) -> Part {
        guard let part = try part(name) else { throw ReadingError(.damaged, detail: name) }
        return part
    }
}
