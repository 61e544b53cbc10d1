/// Microsoft's container of before 2007 (MS-CFB), told by the names of its streams.
enum CompoundFile {
    /// Its first bytes.
    static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Entries of the directory lie at multiples of this, and begin with the name.
    private static let entrySize = 128

    /// What to say of it.
    static func refusal(of file: ByteFile) throws(ReadingError) -> ReadingError {
        var found = Set<String>()
        var carried: [UInt8] = []
        try file.forEachPieceOrRefuse { piece in
            // The system may hand out less than was asked for: pieces are cut anew at the entries' size.
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
        // A letter may hold a table of Excel's: it is a letter all the same.
        let isWorkbook = !found.contains("WordDocument") && !found.isDisjoint(with: ["Workbook", "Book"])
        return isWorkbook ? ReadingError(.oldExcel) : ReadingError(.notASpreadsheet, detail: "ole")
    }

    private static let wanted = ["EncryptedPackage", "WordDocument", "Workbook", "Book"].map { name in
        (name: name, bytes: (name + "\0").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }

    private static func names(in piece: Slice<UnsafeRawBufferPointer>) -> [String] {
        stride(from: piece.startIndex, to: piece.endIndex - entrySize + 1, by: entrySize).compactMap { start in
            // Each name begins with a capital, whose second byte is NUL: most places are passed over by that.
            guard piece[start + 1] == 0, piece[start] != 0 else { return nil }
            return wanted.first { piece[start..<start + entrySize].starts(with: $0.bytes) }?.name
        }
    }
}
