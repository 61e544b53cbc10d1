import Glibc

/// `sharedStrings.xml`: the texts that cells refer to by number, stored end to end.
final class SharedStrings: Sendable {
    private let bytes: GrowingBuffer<UInt8>
    /// Where each text ends; the two highest bits say what is wrong with it.
    private let ends: GrowingBuffer<UInt32>

    /// No texts.
    init() { (bytes, ends) = (GrowingBuffer(), GrowingBuffer()) }

    init(_ part: ZipPackage.Part, of package: ZipPackage) throws(ReadingError) {
        var parser = Parser()
        try XMLReader.read(part, of: package, atMost: XLSXSheet.largestPart, with: &parser)
        (bytes, ends) = (parser.bytes, parser.ends)
    }

    /// The number of texts.
    var count: Int { ends.count }

    /// A text, and what is wrong with it.
    subscript(index: Int) -> (text: UnsafeBufferPointer<UInt8>, fault: CellFault.Code?) {
        let start = index == 0 ? 0 : Int(ends[index - 1] & Self.place)
        let end = ends[index]
        let text = UnsafeBufferPointer(rebasing: bytes.all[start..<Int(end & Self.place)])
        return (text, end & Self.isTooLong != 0 ? .cellTooLong : end & Self.hasControl != 0 ? .controlCharacter : nil)
    }

    /// The most bytes that are kept: an offset into them fits below the two highest bits.
    private static let limit = 256 << 20
    private static let place: UInt32 = 1 << 30 - 1
    private static let hasControl: UInt32 = 1 << 30
    private static let isTooLong: UInt32 = 1 << 31

    private struct Parser: XMLHandler {
        let bytes = GrowingBuffer<UInt8>()
        let ends = GrowingBuffer<UInt32>()
        private var text = CellText()
        private var elements = TextElements()
        private var isInItem = false

        mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(ReadingError) {
            if depth == 2 {
                isInItem = name == "si"
                text.clear()
            } else if depth > 2, isInItem {
                elements.start(name, attributes, level: depth - 2)
            }
        }

        mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
            if elements.isOpen { text.append(piece) }
        }

        mutating func end(depth: Int) throws(ReadingError) -> Bool {
            elements.end()
            guard depth == 2, isInItem else { return true }
            isInItem = false
            text.decodeEscapes()
            guard bytes.count + text.count + 4 * ends.count < limit, text.withBytes({ bytes.append($0) })
            else { throw ReadingError(.bomb) }
            var end = UInt32(bytes.count)
            if text.fault == .cellTooLong { end |= isTooLong }
            if text.fault == .controlCharacter { end |= hasControl }
            guard withUnsafePointer(to: end, { ends.append(UnsafeBufferPointer(start: $0, count: 1)) }) else {
                throw ReadingError(.bomb)
            }
            return true
        }
    }
}

/// An array that grows in place: `realloc` moves pages, whereas Swift's array would copy them, and hold both for a while.
///
/// It is written while one parser owns it, and only read afterwards.
private final class GrowingBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
    private(set) var count = 0
    private var capacity = 0
    private var start: UnsafeMutablePointer<Element>?

    deinit { free(start) }

    /// Its elements.
    var all: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

    subscript(index: Int) -> Element { all[index] }

    /// Adds elements.
    ///
    /// - Returns: Whether there was enough memory.
    func append(_ elements: UnsafeBufferPointer<Element>) -> Bool {
        guard let source = elements.baseAddress, !elements.isEmpty else { return true }
        if count + elements.count > capacity {
            let wanted = max(1 << 12, 2 * capacity, count + elements.count)
            guard let grown = realloc(start, wanted * MemoryLayout<Element>.stride) else { return false }
            (start, capacity) = (grown.assumingMemoryBound(to: Element.self), wanted)
        }
        start?.advanced(by: count).initialize(from: source, count: elements.count)
        count += elements.count
        return true
    }
}
