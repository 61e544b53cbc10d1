import TestSupport

/// A statement in the sources: the text that would be sent, and what the closure next to it reads from each row.
struct SourceStatement {
    let place: String
    /// The method that it is passed to.
    let method: String
    /// Its text for every combination of its fragments, with the Swift types of its parameters, `nil` if a type is unknown.
    var forms: [(text: String, parameters: [String?])] = [("", [])]
    /// The columns that are read, with the Swift type that is written there, `nil` where none is.
    var reads: [(column: String, type: String?, place: String)] = []
}

/// Finds the statements in sources by their form: a call of a session's method, with a literal and a closure or an initialiser.
///
/// No statement is skipped: those that cannot be read are listed in `unread`.
struct SourceStatements {
    private(set) var statements: [SourceStatement] = []
    /// "path: what is passed instead of a literal", or "path:line: why its rows cannot be followed".
    private(set) var unread: [String] = []
    private let sources: [SwiftSource]

    static let methods = "query|first|execute|forEachRow|copyIn"

    init(in sources: [SwiftSource]) {
        self.sources = sources
        for source in sources {
            let fragments = Set(source.matches(#"\b(?:let|var) (\w+): SQL\b"#).map { $0.groups[0] })
            if fragments.count < source.matches(#"\bSQL\b"#).count { unread.append("\(source.path): SQL that is not a fragment") }
            for call in source.matches(#"\.(\#(Self.methods))\("#) { read(call.groups[0], at: call.range, in: source) }
        }
    }

    private mutating func read(_ method: String, at call: Range<Int>, in source: SwiftSource) {
        let arguments = source.block(at: call.upperBound - 1)
        let start = source.position(after: call.upperBound)
        guard let literal = source.literals.first(where: { $0.range.lowerBound == start }) else {
            // An array's method.
            if source[start..<arguments.upperBound].hasPrefix("where:") { return }
            return unread.append("\(source.path): \(source[start..<arguments.upperBound - 1])")
        }
        var statement = SourceStatement(place: source.place(call.lowerBound), method: method)
        statement.forms = forms(of: literal.pieces, at: start, in: source)
        if ["query", "first", "forEachRow"].contains(method) {
            let next = source.position(after: literal.range.upperBound)
            let reader =
                source[next..<next + 1] == ","
                ? source.position(after: next + 1)..<arguments.upperBound - 1
                : source.block(at: source.position(after: arguments.upperBound))
            follow(reader, of: &statement, source, Receiver(before: call.lowerBound, method, in: source))
        }
        statements.append(statement)
    }
}

// MARK: Text

extension SourceStatements {
    /// Inserts fragments, and numbered placeholders for values.
    private func forms(of pieces: [SwiftSource.Piece], at position: Int, in source: SwiftSource) -> [(String, [String?])] {
        pieces.reduce([("", [])]) { forms, piece in
            switch piece {
            case .text(let text): forms.map { ($0.0 + text, $0.1) }
            case .value(let name) where name.hasPrefix("identifier:"): forms.map { ($0.0 + "an_identifier", $0.1) }
            case .value(let value):
                forms.flatMap { form in
                    guard let fragment = fragments(value, in: source) else {
                        return [("\(form.0)$\(form.1.count + 1)", form.1 + [source.type(of: value, before: position)])]
                    }
                    return fragment.flatMap { literal in
                        self.forms(of: literal.pieces, at: literal.range.lowerBound, in: source).map { text, types in
                            (form.0 + Self.renumbered(text, by: form.1.count), form.1 + types)
                        }
                    }
                }
            }
        }
    }

    private static func renumbered(_ text: String, by count: Int) -> String {
        text.replacing(/\$(\d+)/) { "$\((Int($0.1) ?? 0) + count)" }
    }

    /// The literals of a fragment: `let name: SQL = "…"`, one of two, one of a `switch`, or what a property returns.
    private func fragments(_ value: String, in source: SwiftSource) -> [SwiftSource.Literal]? {
        guard let name = value.wholeMatch(of: /(?:Self\.)?(\w+)/)?.1,
            let declaration = source.matches(#"\b(?:let|var) \#(name): SQL\b"#).first
        else { return nil }
        var start = source.position(after: declaration.range.upperBound)
        if source[start..<start + 1] == "=" { start = source.position(after: start + 1) }
        let own = source.literals.filter { $0.range.lowerBound >= start }
        if let first = own.first, first.range.lowerBound == start { return [first] }
        let end: Int
        if source[start..<start + 1] == "{" || source[start..<start + 6] == "switch" {
            end = source.block(at: source.position(of: "{", from: start) ?? start).upperBound
        } else {
            end = source.position(of: "\n", from: start) ?? start
        }
        return own.filter { $0.range.upperBound <= end }
    }
}

// MARK: Rows

extension SourceStatements {
    /// Records what is read by a closure, or by an initialiser that is passed instead of one.
    private mutating func follow(
        _ range: Range<Int>, of statement: inout SourceStatement, _ source: SwiftSource, _ receiver: Receiver
    ) {
        let text = source[range]
        if let name = text.wholeMatch(of: /([\w.]+)\.init/) {
            return initialise(String(name.1), of: &statement, source)
        }
        guard text.hasPrefix("{") else { return unread.append("\(statement.place): \(text) reads its rows") }
        let row = text.prefixMatch(of: /\{\s*(\w+) in\b/).map { String($0.1) } ?? "$0"
        follow(row, range, of: &statement, source) { before in
            before.wholeMatch(of: /\{\s*(\w+ in\s+)?/) == nil ? nil : receiver.type
        }
    }

    /// Records what is read of `row` in a range. It may be passed on only to an initialiser.
    private mutating func follow(
        _ row: String, _ range: Range<Int>, of statement: inout SourceStatement, _ source: SwiftSource,
        _ type: (_ before: String) -> String?
    ) {
        let name = row == "$0" ? #"\$0"# : #"\b\#(row)\b(?!:| in\b)"#
        for use in SwiftSource.matches(name, in: source[range]) {
            let (start, end) = (range.lowerBound + use.range.lowerBound, range.lowerBound + use.range.upperBound)
            let place = source.place(start)
            let (before, after) = (source[range.lowerBound..<start], source[end..<max(end, range.upperBound)])
            if let column = after.prefixMatch(of: /\["(\w+)"\](?: as ([\w.\[\]?]+))?/) {
                let context = before.hasSuffix("try ") ? String(before.dropLast(4)) : before
                let seen = column.2.map(String.init) ?? type(context) ?? ([source] + sources).type(in: context)
                statement.reads.append((String(column.1), seen, place))
            } else if after.hasPrefix(")"), let type = before.firstMatch(of: /([A-Z]\w+)\($/) {
                initialise(String(type.1), of: &statement, source)
            } else {
                unread.append("\(place): \(row) is passed on")
            }
        }
    }

    /// Records what a type's `init(_ row: borrowing Row)` reads, in this file or else in any other.
    private mutating func initialise(_ type: String, of statement: inout SourceStatement, _ source: SwiftSource) {
        for candidate in [source] + sources {
            for body in candidate.bodies(of: type) {
                guard let start = SwiftSource.matches(#"\binit\(_ row: borrowing Row\)"#, in: candidate.code(in: body)).first,
                    let brace = candidate.position(of: "{", from: body.lowerBound + start.range.upperBound)
                else { continue }
                let sources = [candidate] + sources
                return follow("row", candidate.block(at: brace), of: &statement, candidate) { before in
                    before.firstMatch(of: /\s(\w+) = $/).flatMap { sources.property(String($0.1), of: type) }
                }
            }
        }
        unread.append("\(statement.place): \(type) has no init(_ row: borrowing Row)")
    }
}
