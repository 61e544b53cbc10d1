/// Reads comma-separated values (RFC 4180) from UTF-8: quotes, line breaks within quotes, CRLF or LF, a byte order mark.
/// The separator is a comma, or a semicolon or tab where the first row has more of those.
public struct CSVReader {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var position: Int
    private var number = 0

    /// Reads the bytes of a whole file.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        separator = Self.separator(in: bytes)
    }

    /// The next row, or nil after the last. Rows are numbered from 1 as a spreadsheet numbers them; blank ones count, and
    /// are passed over.
    public mutating func next() throws(CSVError) -> CSVRow? {
        while position < bytes.count {
            number += 1
            let cells = try readRow()
            if cells.contains(where: { !$0.isEmpty }) { return CSVRow(number: number, cells: cells) }
        }
        return nil
    }

    private mutating func readRow() throws(CSVError) -> [String] {
        var cells: [String] = []
        while true {
            cells.append(try readCell(column: cells.count))
            guard position < bytes.count else { return cells }
            let end = bytes[position]
            position += 1
            if end == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
            if end != separator { return cells }
        }
    }

    /// Reads one cell, up to the separator or the line's end, which stays unread.
    private mutating func readCell(column: Int) throws(CSVError) -> String {
        let place = CSVError.Place(row: number, column: column)
        let isQuoted = position < bytes.count && bytes[position] == Self.quote
        let content = isQuoted ? try readQuoted(at: place) : readPlain()
        guard position == bytes.count || isEnd(bytes[position]) else { throw .textAfterQuote(place) }
        guard let text = String(validating: content, as: UTF8.self) else { throw .notUTF8(place) }
        guard !content.contains(0) else { throw .nul(place) }
        return text
    }

    private mutating func readPlain() -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        return bytes[start..<position]
    }

    private mutating func readQuoted(at place: CSVError.Place) throws(CSVError) -> ArraySlice<UInt8> {
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte != Self.quote {
                content.append(byte)
            } else if position < bytes.count, bytes[position] == Self.quote {
                content.append(byte)
                position += 1
            } else {
                return content[...]
            }
        }
        throw .unclosedQuote(place)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private static func separator(in bytes: [UInt8]) -> UInt8 {
        let header = bytes.prefix { $0 != lineFeed && $0 != carriageReturn }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = candidates.map { candidate in header.count { $0 == candidate } }
        // The first wins a tie: a comma.
        return zip(candidates, counts).reduce((candidates[0], -1)) { $1.1 > $0.1 ? $1 : $0 }.0
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}

/// One row of a file.
public struct CSVRow: Sendable, Equatable {
    /// From 1, as a spreadsheet numbers it.
    public let number: Int
    /// As many as the row has.
    public let cells: [String]
}

/// Why a file could not be read as CSV, and where.
public enum CSVError: Error, Sendable, Equatable {
    /// Where: the row from 1, the column from 0.
    public struct Place: Sendable, Equatable {
        /// From 1.
        public let row: Int
        /// From 0.
        public let column: Int

        /// A row from 1 and a column from 0.
        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// The bytes are not UTF-8.
    case notUTF8(Place)
    /// The text holds a NUL, which no text may.
    case nul(Place)
    /// A quote is opened, and the file ends.
    case unclosedQuote(Place)
    /// A closing quote is followed by more text.
    case textAfterQuote(Place)

    /// Where it happened.
    public var place: Place {
        switch self {
        case .notUTF8(let place), .nul(let place), .unclosedQuote(let place), .textAfterQuote(let place): place
        }
    }
}
