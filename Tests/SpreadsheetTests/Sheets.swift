import Foundation
import Glibc
import Platform

@testable import Spreadsheet

/// A file with these bytes, which has already been unlinked.
func byteFile(_ bytes: some Sequence<UInt8>) throws -> ByteFile {
    var name = Array((NSTemporaryDirectory() + "sheet-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    defer { close(descriptor) }
    unlink(name)
    let bytes = Array(bytes)
    guard write(descriptor, bytes, bytes.count) == bytes.count else { throw SystemError(number: errno) }
    return try ByteFile(path: "/proc/self/fd/\(descriptor)")
}

/// UTF-16 without a byte order mark.
func utf16(_ text: String, isLittleEndian: Bool = true) -> [UInt8] {
    text.utf16.flatMap { (unit: UInt16) -> [UInt8] in
        let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return isLittleEndian ? bytes : bytes.reversed()
    }
}

/// The files in the folder Seeds.
enum Seed {
    static let names = [
        "utf-8.csv", "utf-8-mark.csv", "utf-16le.csv", "utf-16be.csv", "utf-16le-mark.csv", "utf-16be-mark.csv",
        "windows-1258.csv", "tcvn3.csv", "sep-line.csv", "tabs.tsv", "quotes.csv", "old-excel.xls", "page.xls",
    ]

    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Seeds")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }
}

extension SheetFile {
    /// All rows, copied.
    func rows() throws -> [SheetRow] {
        var rows: [SheetRow] = []
        try forEachRow {
            rows.append($0)
            return true
        }
        return rows
    }

    static func of(_ bytes: some Sequence<UInt8>, as encoding: TextEncoding? = nil) throws -> SheetFile {
        var options = ReadingOptions()
        options.encoding = encoding
        return try open(try byteFile(bytes), options)
    }
}
