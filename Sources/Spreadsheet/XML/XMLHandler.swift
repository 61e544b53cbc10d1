/// Processes a part's XML, element by element.
protocol XMLHandler {
    /// The current row of the sheet, for the location of an error.
    var row: Int? { get }
    /// The column, from 0.
    var column: Int? { get }
    /// Bytes of the part that have been read before the next events.
    var bytesRead: Int { get set }

    /// An element begins; the root's depth is 1.
    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(ReadingError)
    /// A piece of text, cut anywhere between two characters.
    mutating func text(_ piece: UnsafeBufferPointer<UInt8>)
    /// An element ends.
    ///
    /// - Returns: Whether to read on.
    mutating func end(depth: Int) throws(ReadingError) -> Bool
}

extension XMLHandler {
    var row: Int? { nil }
    var column: Int? { nil }
    var bytesRead: Int {
        get { 0 }
        set {}
    }
    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {}
    mutating func end(depth: Int) throws(ReadingError) -> Bool { true }
}

/// The same, for a handler behind a pointer.
extension XMLHandler {
    private static func at(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Self> {
        pointer.assumingMemoryBound(to: Self.self)
    }
    static func start(
        _ handler: UnsafeMutableRawPointer, _ name: XMLName, _ attributes: XMLAttributes, _ depth: Int
    ) throws(ReadingError) {
        try at(handler).pointee.start(name, attributes, depth: depth)
    }
    static func text(_ handler: UnsafeMutableRawPointer, _ piece: UnsafeBufferPointer<UInt8>) {
        at(handler).pointee.text(piece)
    }
    static func end(_ handler: UnsafeMutableRawPointer, _ depth: Int) throws(ReadingError) -> Bool {
        try at(handler).pointee.end(depth: depth)
    }
    static func place(of handler: UnsafeMutableRawPointer) -> (Int?, Int?) {
        (at(handler).pointee.row, at(handler).pointee.column)
    }
    static func setBytesRead(_ count: Int, of handler: UnsafeMutableRawPointer) {
        at(handler).pointee.bytesRead = count
    }
}
