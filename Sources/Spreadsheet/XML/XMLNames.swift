import CExpat
import Glibc

/// An element's name without its prefix: programs differ in their prefixes, and strict files in their namespaces.
struct XMLName {
    private let local: UnsafePointer<XML_Char>

    init(_ qualified: UnsafePointer<XML_Char>) {
        var local = qualified
        var next = qualified
        while next.pointee != 0 {
            if next.pointee == CChar(bitPattern: UInt8(ascii: ":")) { local = next + 1 }
            next += 1
        }
        self.local = local
    }

    /// An attribute's name with any prefix: those without one are the element's own.
    init(whole name: UnsafePointer<XML_Char>) { local = name }

    /// Whether it is this one letter, as most names in a sheet are.
    func isLetter(_ letter: Unicode.Scalar) -> Bool {
        local[0] == CChar(truncatingIfNeeded: letter.value) && local[1] == 0
    }

    static func == (name: XMLName, text: StaticString) -> Bool {
        strcmp(name.local, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }
}

/// An element's attributes, as expat passes them: names and values in turn, terminated by a null.
struct XMLAttributes {
    private let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>

    init(_ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) { self.list = list }

    /// Calls `body` with each name and its value.
    func forEach<Failure>(_ body: (XMLName, XMLValue) throws(Failure) -> Void) throws(Failure) {
        var next = list
        while let name = next[0], let value = next[1] {
            try body(XMLName(whole: name), XMLValue(start: value))
            next += 2
        }
    }

    /// The value of an attribute, whatever its prefix.
    subscript(name: StaticString) -> XMLValue? {
        var next = list
        while let candidate = next[0], let value = next[1] {
            if XMLName(candidate) == name { return XMLValue(start: value) }
            next += 2
        }
        return nil
    }
}

/// An attribute's value: UTF-8, terminated by a zero.
struct XMLValue {
    let start: UnsafePointer<XML_Char>

    /// As a string.
    var string: String { String(cString: start) }

    /// `1` or `true`.
    var isTrue: Bool { equals("1") || equals("true") }

    /// Whether it is this text.
    func equals(_ text: StaticString) -> Bool {
        strcmp(start, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    /// The value of up to nine digits and nothing else.
    var number: Int? { Self.number(from: start) }

    /// Digits up to the end.
    static func number(from start: UnsafePointer<XML_Char>) -> Int? {
        var (number, count) = (0, 0)
        while start[count] != 0 {
            let digit = UInt8(bitPattern: start[count]) &- UInt8(ascii: "0")
            guard digit <= 9, count < 9 else { return nil }
            number = number * 10 + Int(digit)
            count += 1
        }
        return count == 0 ? nil : number
    }
}
