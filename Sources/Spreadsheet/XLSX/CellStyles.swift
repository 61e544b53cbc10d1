/// `styles.xml`, read only for which cells' numbers are dates, which are shown with zeros before them, and which are struck through.
struct CellStyles: XMLHandler {
    /// By a cell's style.
    private(set) var isDate: [Bool] = []
    /// By a cell's style; those that show a number as it is are left out.
    private(set) var padding: [Int: NumberFormat.Padding] = [:]
    /// The styles of cells that are struck through.
    private(set) var struck: Set<Int> = []
    private var dateFormats: Set<Int> = []
    private var fonts = 0
    private var struckFonts: Set<Int> = []
    private var paddingFormats: [Int: NumberFormat.Padding] = [:]
    private var section = Section.other

    private enum Section { case numberFormats, fonts, cellFormats, other }

    /// No number is a date.
    init() {}

    init(_ part: ZipPackage.Part, of package: ZipPackage) throws(ReadingError) {
        try XMLReader.read(part, of: package, with: &self)
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(ReadingError) {
        if depth == 2 {
            section = name == "numFmts" ? .numberFormats : name == "fonts" ? .fonts : name == "cellXfs" ? .cellFormats : .other
        } else if depth == 3, section == .numberFormats, name == "numFmt" {
            guard let id = attributes["numFmtId"]?.number, let code = attributes["formatCode"]?.string else { return }
            guard dateFormats.count < 1 << 16 else { throw ReadingError(.bomb) }
            // A file may redefine one of Excel's built-in format numbers.
            if NumberFormat.isDate(code.utf8) { dateFormats.insert(id) } else { dateFormats.remove(id) }
            paddingFormats[id] = NumberFormat.Padding(code)
        } else if depth == 3, section == .fonts {
            fonts += 1
        } else if depth == 4, section == .fonts {
            if name == "strike", attributes["val"].map(\.isTrue) ?? true, struckFonts.count < 1 << 16 {
                struckFonts.insert(fonts - 1)
            }
        } else if depth == 3, section == .cellFormats, name == "xf" {
            guard isDate.count < 1 << 20 else { throw ReadingError(.bomb) }
            let format = attributes["numFmtId"]?.number ?? 0
            padding[isDate.count] = paddingFormats[format]
            if struckFonts.contains(attributes["fontId"]?.number ?? 0) { struck.insert(isDate.count) }
            isDate.append(NumberFormat.builtInDates.contains(format) || dateFormats.contains(format))
        }
    }
}
