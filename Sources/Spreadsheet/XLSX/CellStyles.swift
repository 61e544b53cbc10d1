/// `styles.xml`, read only for which cells' numbers are dates.
struct CellStyles: XMLHandler {
    /// By a cell's style.
    private(set) var isDate: [Bool] = []
    private var dateFormats: Set<Int> = []
    private var section = Section.other

    private enum Section { case numberFormats, cellFormats, other }

    /// No number is a date.
    init() {}

    init(_ part: XLSXPackage.Part, of package: XLSXPackage) throws(ReadingError) {
        try XMLReader.read(part, of: package, with: &self)
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(ReadingError) {
        if depth == 2 {
            section = name == "numFmts" ? .numberFormats : name == "cellXfs" ? .cellFormats : .other
        } else if depth == 3, section == .numberFormats, name == "numFmt" {
            guard let id = attributes["numFmtId"]?.number, let code = attributes["formatCode"]?.string else { return }
            guard dateFormats.count < 1 << 16 else { throw ReadingError(.bomb) }
            // A file may redefine one of Excel's built-in format numbers.
            if NumberFormat.isDate(code.utf8) { dateFormats.insert(id) } else { dateFormats.remove(id) }
        } else if depth == 3, section == .cellFormats, name == "xf" {
            guard isDate.count < 1 << 20 else { throw ReadingError(.bomb) }
            let format = attributes["numFmtId"]?.number ?? 0
            isDate.append(NumberFormat.builtInDates.contains(format) || dateFormats.contains(format))
        }
    }
}

/// Excel's number formats.
enum NumberFormat {
    /// The built-in formats of dates and times, whose codes are not in the file (ECMA-376-1, 18.8.30).
    static let builtInDates = Set(14...22).union(45...47)

    /// Whether a code shows a number as a date or a time: it has one of their letters outside of quotation marks and brackets.
    static func isDate(_ code: some Sequence<UInt8>) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var skips = false
        for byte in code {
            if skips {
                skips = false
            } else if isQuoted {
                isQuoted = byte != UInt8(ascii: "\"")
            } else if isBracketed {
                isBracketed = byte != UInt8(ascii: "]")
            } else {
                switch byte {
                case UInt8(ascii: "\""): isQuoted = true
                case UInt8(ascii: "["): isBracketed = true
                // An escaped character; a blank as wide as one; a fill character.
                case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): skips = true
                default: if isDateLetter(byte) { return true }
                }
            }
        }
        return false
    }

    private static func isDateLetter(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "d"), UInt8(ascii: "m"), UInt8(ascii: "y"), UInt8(ascii: "h"), UInt8(ascii: "s"): true
        default: false
        }
    }
}
