/// Microsoft's container format from before 2007 (MS-CFB). The names of the streams show what a file contains.
enum CompoundFile {
    /// Its first bytes.
    static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Directory entries are at multiples of this size, and begin with the name.
    private static let entrySize = 128

    /// The error to report for it.
    static func refusal(of file: ByteFile) throws(ReadingError) -> ReadingError {
        var found = Set<String>()
        var carried: [UInt8] = []
        try file.forEachPieceOrRefuse { piece in
            // The system may return less than was requested: pieces are cut again at the size of the entries.
            var rest = piece[...]
            if !carried.isEmpty {
                let missing = min(entrySize - carried.count, rest.count)
                carried += rest.prefix(missing)
                rest = rest.dropFirst(missing)
                guard carried.count == entrySize else { return }
                carried.withUnsafeBytes { found.formUnion(names(in: $0[...])) }
            }
            found.formUnion(names(in: rest))
            carried = Array(rest.suffix(rest.count % entrySize))
        }
        if found.contains("EncryptedPackage") { return ReadingError(.encrypted) }
        // A Word document may contain an Excel table: it is still a Word document.
        let isWorkbook = !found.contains("WordDocument") && !found.isDisjoint(with: ["Workbook", "Book"])
        return isWorkbook ? ReadingError(.oldExcel) : ReadingError(.notASpreadsheet, detail: "ole")
    }

    private static let wanted = ["EncryptedPackage", "WordDocument", "Workbook", "Book"].map { name in
        (name: name, bytes: (name + "\0").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }

    private static func names(in piece: Slice<UnsafeRawBufferPointer>) -> [String] {
        stride(from: piece.startIndex, to: piece.endIndex - entrySize + 1, by: entrySize).compactMap { start in
            // Each name begins with a capital letter, whose second byte is NUL: this rules out most places.
            guard piece[start + 1] == 0, piece[start] != 0 else { return nil }
            return wanted.first { piece[start..<start + entrySize].starts(with: $0.bytes) }?.name
        }
    }
}
