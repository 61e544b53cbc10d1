/// Text as a cell of an XLSX can hold it.
enum XLSXText {
    /// Excel's own limit, in UTF-16 code units.
    static let longest = 32_767

    /// The text disarmed, without what XML or C strings cannot contain, and truncated with an ellipsis if it is too long.
    static func cell(_ text: String) -> String {
        cut(plain(FormulaText.disarmed(text)))
    }

    /// What XML may not contain becomes U+FFFD, so that it is not lost silently. Line ends become LF, as in Excel.
    static func plain(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isForbidden($0) || $0 == "_" }) else { return text }
        var result = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\r": result.unicodeScalars.append("\n")
            case _ where isForbidden(scalar): result.unicodeScalars.append("\u{FFFD}")
            default: result.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return escaped(result)
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Excel reads `_x0041_` as `A`; the library leaves it as it is.
    private static func escaped(_ text: String) -> String {
        text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }

    private static func cut(_ text: String) -> String {
        guard text.utf16.count > longest else { return text }
        var (end, length) = (text.startIndex, 0)
        // By characters: a letter never loses its accent, nor a surrogate its other half.
        for index in text.indices {
            length += text[index].utf16.count
            guard length < longest else { break }
            end = text.index(after: index)
        }
        return text[..<end] + "…"
    }
}
