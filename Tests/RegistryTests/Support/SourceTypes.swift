import TestSupport

// The Swift type of a value, as far as it is written in the sources; otherwise `nil`.

extension SwiftSource {
    /// The bodies of a type and of its extensions.
    func bodies(of type: String) -> [Range<Int>] {
        let name = type.split(separator: ".").last.map(String.init) ?? type
        return matches(#"\b(?:struct|class|enum|extension) (?:\w+\.)*\#(name)\b"#).compactMap { declaration in
            position(of: "{", from: declaration.range.upperBound).map { block(at: $0) }
        }
    }

    /// The type of an interpolated value: that of the nearest declaration of its name above.
    func type(of value: String, before position: Int) -> String? {
        guard let name = value.wholeMatch(of: /\w+/) else { return nil }
        return Self.matches(#"\b\#(name.0): (\[?[A-Z]\w*\]?\??)"#, in: code(in: 0..<position)).last?.groups[0]
    }
}

extension [SwiftSource] {
    /// The type of a property of a type, as opposed to one of a type nested in it.
    func property(_ name: String, of type: String) -> String? {
        for source in self {
            for body in source.bodies(of: type) {
                let code = source.code(in: body)
                for found in SwiftSource.matches(#"\b(?:let|var) \#(name): ([\w.\[\]?]+)"#, in: code) {
                    let before = code.utf8.prefix(found.range.lowerBound)
                    let depth = before.count { $0 == UInt8(ascii: "{") } - before.count { $0 == UInt8(ascii: "}") }
                    if depth == 1 { return found.groups[0] }
                }
            }
        }
        return nil
    }

    /// The type of the expression that follows a text: `let x: T = `, or `T(x: `.
    func type(in before: String) -> String? {
        if let declared = before.firstMatch(of: /(?:let|var) \w+: ([\w.\[\]?]+) = $/) { return String(declared.1) }
        guard let label = before.firstMatch(of: /(\w+): $/) else { return nil }
        // The call whose parenthesis is still open.
        var depth = 0
        for (index, character) in zip(before.indices, before).reversed() {
            depth += character == ")" ? 1 : character == "(" ? -1 : 0
            guard depth < 0 else { continue }
            guard let type = before[..<index].firstMatch(of: /([A-Z]\w+)$/) else { return nil }
            return property(String(label.1), of: String(type.1))
        }
        return nil
    }
}

/// What a statement's values are assigned to.
struct Receiver {
    /// The type of one row's value, if it is written.
    let type: String?

    init(before position: Int, _ method: String, in source: SwiftSource) {
        let before = source.code(in: 0..<position)
        let line = before.suffix(while: { $0 != "\n" })
        let whole: String?
        if let declared = line.firstMatch(of: /(?:let|var) \w+: ([\w.\[\]?]+) = (try )?[\w$?]+$/) {
            whole = String(declared.1)
        } else if let property = line.firstMatch(of: /^\s*(\w+) = try \w+$/) {
            whole = SwiftSource.matches(#"\b(?:let|var) \#(property.1): ([\w.\[\]?]+)"#, in: source.code).first?.groups[0]
        } else if line.contains(/^\s*(return )?try \w+$/) {
            whole = SwiftSource.matches(#"-> ([\w.\[\]?]+) \{"#, in: before).last?.groups[0]
        } else {
            whole = nil
        }
        let isList = method == "query" && whole?.hasPrefix("[") == true
        type = isList ? whole.map { String($0.dropFirst().dropLast()) } : method == "query" ? nil : whole
    }
}

extension StringProtocol {
    fileprivate func suffix(while isPart: (Character) -> Bool) -> String {
        String(reversed().prefix(while: isPart).reversed())
    }
}
