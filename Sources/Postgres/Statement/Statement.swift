/// An ``SQL`` that is ready to be sent.
package struct Statement: Sendable {
    /// The text sent to the server.
    package var text = ""
    /// The text shown in errors: the same, without quoted literals.
    package var shown = ""
    package var parameters: [Parameter] = []

    /// Renders `sql`.
    ///
    /// - Throws: ``InvalidText`` where a text has a NUL, at which libpq would silently truncate it.
    package init(_ sql: SQL) throws(InvalidText) {
        for piece in sql.pieces {
            try append(piece)
        }
    }

    /// Several statements in trusted text, or one of the library's own.
    package init(trusted text: String, shown: String? = nil) throws(InvalidText) {
        guard !text.utf8.contains(0) else { throw InvalidText(.nul, in: "the script") }
        self.text = text
        self.shown = shown ?? text
    }

    private mutating func append(_ piece: SQL.Piece) throws(InvalidText) {
        switch piece {
        case .text(let text):
            append(text.description)
        case .parameter(let parameter):
            guard !parameter.hasNUL else { throw InvalidText(.nul, in: "parameter $\(parameters.count + 1)") }
            parameters.append(parameter)
            append("$\(parameters.count)")
        case .identifier(let name):
            guard !name.utf8.contains(0) else { throw InvalidText(.nul, in: "an identifier") }
            append(Self.quoted(name, by: "\""))
        case .literal(let value):
            guard !value.utf8.contains(0) else { throw InvalidText(.nul, in: "a literal") }
            text += Self.literal(value)
            shown += "'…'"
        }
    }

    private mutating func append(_ text: String) {
        self.text += text
        shown += text
    }

    /// A backslash is an escape or not, depending on `standard_conforming_strings`; in `E''` it always is.
    private static func literal(_ value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "\\")) else { return quoted(value, by: "'") }
        return " E" + quoted(value, by: "'", "\\")
    }

    /// Encloses `text` in the first mark, and doubles every mark in it. By scalars, since a mark and a combining accent
    /// after it form one `Character`, which would hide the mark.
    private static func quoted(_ text: String, by marks: Unicode.Scalar...) -> String {
        var quoted = String.UnicodeScalarView([marks[0]])
        for scalar in text.unicodeScalars {
            if marks.contains(scalar) { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append(marks[0])
        return String(quoted)
    }
}
