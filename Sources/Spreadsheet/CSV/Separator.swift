/// What separates a text's cells.
enum Separator {
    /// The separators that are tried; an earlier one wins a tie.
    static let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    /// The number of records that are examined.
    private static let recordCount = 256

    /// The one with which the most records have the same number of cells, more than one; in a tie, the one with more cells.
    ///
    /// - Parameter isWhole: Whether the sample is the whole text; else its last record is cut off.
    static func find(in sample: [UInt8], isWhole: Bool) -> UInt8 {
        var best = (separator: candidates[0], records: 0, cells: 0)
        for separator in candidates {
            let counts = cellCounts(in: sample, by: separator, isWhole: isWhole).filter { $0 > 1 }
            let records = Dictionary(grouping: counts, by: \.self).mapValues(\.count)
            for (cells, records) in records where (records, cells) > (best.records, best.cells) {
                best = (separator, records, cells)
            }
        }
        return best.separator
    }

    /// The separator in a first line such as `sep=;`, which is Excel's convention, and the line's length in bytes.
    static func declared(in sample: [UInt8]) -> (separator: UInt8, length: Int)? {
        let line = sample.prefix { $0 != .lineFeed && $0 != .carriageReturn }
        var word = line
        if word.count == 7, word.first == .quote, word.last == .quote { word = word.dropFirst().dropLast() }
        guard word.count == 5, let separator = word.last, String(decoding: word.prefix(4), as: UTF8.self).lowercased() == "sep=",
            separator > 0, separator < 0x80, separator != .quote
        else { return nil }
        let behind = sample[line.endIndex...]
        let ending = behind.starts(with: [.carriageReturn, .lineFeed]) ? 2 : min(1, behind.count)
        return (separator, line.count + ending)
    }

    /// The number of cells in each of the first records, if this were the separator.
    private static func cellCounts(in sample: [UInt8], by separator: UInt8, isWhole: Bool) -> [Int] {
        var counts: [Int] = []
        var parser = CSVParser(separator: separator)
        let count = { (row: SheetRow) in
            counts.append(row.count)
            return counts.count < recordCount
        }
        // Errors are reported when the file is read.
        do {
            let goesOn = try sample.withUnsafeBytes { try parser.read($0, at: 0..<$0.count, count) }
            if goesOn, isWhole || counts.isEmpty { try parser.finish(count) }
        } catch {}
        return counts
    }
}
