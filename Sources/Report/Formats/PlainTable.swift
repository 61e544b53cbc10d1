/// A table for a terminal or a text file: columns side by side, each as wide as its widest cell, numbers to the right.
package struct PlainTable {
    let header: [String]
    let rows: [[String]]
    /// Which columns are aligned to the right.
    let numeric: [Bool]

    package init(header: [String], rows: [[String]], numeric: [Bool]) {
        self.header = header
        // A line break within a cell would break the table. Most have none, and there may be ten thousand rows.
        self.rows = rows.map { row in
            row.contains { $0.contains(where: \.isNewline) }
                ? row.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") } : row
        }
        self.numeric = numeric
    }

    /// The header and the rows, each without blanks at its end.
    package var lines: [String] {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { texts in
            let padded = texts.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - texts[column].count)
                return numeric[column] ? space + texts[column] : texts[column] + space
            }
            return padded.joined(separator: "  ").withoutBlanksAtEnd
        }
    }
}

extension String {
    /// Bytes, since a line may be as long as all that a row of the trail says.
    fileprivate var withoutBlanksAtEnd: String {
        let end = utf8.lastIndex { $0 != UInt8(ascii: " ") }
        return end.map { String(self[..<utf8.index(after: $0)]) } ?? ""
    }
}
