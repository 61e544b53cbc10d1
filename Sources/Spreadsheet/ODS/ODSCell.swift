/// A cell of an OpenDocument table: its value, which stands in attributes, and its text as it is shown.
struct ODSCell {
    /// How many cells to the right are like it, itself included.
    private(set) var cellsAlike = 1
    /// Over how many rows and columns it extends.
    private(set) var span = (rows: 1, columns: 1)
    private var kind: Kind = .text
    private var given: String?
    private var hasFormula = false
    private var text = CellText()
    private var isInParagraph = false
    private var paragraphs = 0
    private var depth = 0

    fileprivate enum Kind { case text, number, date, truth, time, error }

    /// Reads its attributes.
    mutating func start(_ attributes: XMLAttributes) throws(ReadingError) {
        (cellsAlike, span, kind, given, hasFormula) = (1, (1, 1), .text, nil, false)
        (isInParagraph, paragraphs, depth) = (false, 0, 0)
        text.clear()
        var isError = false
        try attributes.forEach { name, value throws(ReadingError) in
            if name == "table:number-columns-repeated" {
                cellsAlike = try Self.count(value)
            } else if name == "table:number-columns-spanned" {
                span.columns = try Self.count(value)
            } else if name == "table:number-rows-spanned" {
                span.rows = try Self.count(value)
            } else if name == "office:value-type" {
                kind = Kind(value)
            } else if name == "calcext:value-type" {
                isError = value.equals("error")
            } else if name == "table:formula" {
                hasFormula = true
            } else if name == "office:value" || name == "office:date-value" || name == "office:boolean-value"
                || name == "office:string-value"
            {
                given = value.string
            }
        }
        if isError { kind = .error }
    }

    private static func count(_ value: XMLValue) throws(ReadingError) -> Int {
        guard let number = value.number, number > 0, number <= SheetLimits.rows else { throw ReadingError(.damaged) }
        return number
    }

    /// An element in the cell begins: a paragraph, or something in one.
    mutating func startContent(_ name: XMLName, _ attributes: XMLAttributes) {
        depth += 1
        if name.isLetter("p"), depth == 1 {
            if paragraphs > 0 { append("\n") }
            paragraphs += 1
            isInParagraph = true
        } else if isInParagraph, name.isLetter("s") {
            append(String(repeating: " ", count: min(attributes["c"]?.number ?? 1, 1_000)))
        } else if isInParagraph, name == "tab" {
            append("\t")
        } else if isInParagraph, name == "line-break" {
            append("\n")
        }
    }

    /// An element in the cell ends.
    mutating func endContent() {
        depth -= 1
        if depth == 0 { isInParagraph = false }
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        if isInParagraph { text.append(piece) }
    }

    private mutating func append(_ piece: String) {
        var piece = piece
        piece.withUTF8 { text.append($0) }
    }

    private var shown: String { text.withBytes { String(decoding: $0, as: UTF8.self) } }

    /// The cell's text as any reader gives it, and what is wrong with it.
    var value: (text: String, fault: CellFault.Code?) {
        switch kind {
        case .text:
            let text = given ?? shown
            return (text, text.isEmpty && hasFormula ? .formulaWithoutValue : self.text.fault)
        case .number:
            guard let given, let number = Double(given), number.isFinite else { return (shown, nil) }
            // A truth from an Excel file stands there as the formula TRUE().
            if shown == "TRUE" || shown == "FALSE" { return (shown, nil) }
            let plain = CellNumber.plain(number)
            return (Self.isPadded(shown, plain) ? shown : plain, nil)
        case .date:
            // Programs write a midnight, and fractions of seconds.
            let date = (given ?? shown).split(separator: ".", maxSplits: 1).first.map { String($0) } ?? ""
            return (date.hasSuffix("T00:00:00") ? String(date.dropLast(9)) : date, nil)
        case .truth: return (given == "true" ? "TRUE" : given == "false" ? "FALSE" : shown, nil)
        case .time: return (shown, nil)
        case .error: return (shown, .formulaError)
        }
    }

    /// Whether a number is shown with zeros before it, such as a staff number: "00123", "CC-00123".
    private static func isPadded(_ shown: String, _ plain: String) -> Bool {
        guard plain.allSatisfy(\.isASCIIDigit), shown.contains(where: \.isASCIIDigit) else { return false }
        guard let first = shown.firstIndex(where: \.isASCIIDigit), let last = shown.lastIndex(where: \.isASCIIDigit) else {
            return false
        }
        let digits = shown[first...last]
        return digits.count > plain.count && digits.allSatisfy(\.isASCIIDigit) && digits.hasSuffix(plain)
            && digits.dropLast(plain.count).allSatisfy { $0 == "0" }
    }
}

extension ODSCell.Kind {
    fileprivate init(_ value: XMLValue) {
        self =
            if value.equals("float") || value.equals("percentage") || value.equals("currency") {
                .number
            } else if value.equals("date") {
                .date
            } else if value.equals("boolean") {
                .truth
            } else if value.equals("time") {
                .time
            } else {
                .text
            }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
