/// What a file is, by its first bytes; its name is ignored.
enum FileKind {
    /// Perhaps rows with separators.
    case text
    /// A ZIP archive, as XLSX is.
    case zip

    /// - Throws: For what is neither text nor an archive: `oldExcel`, `encrypted`, `otherSpreadsheet` and `notASpreadsheet` with the
    ///   kind in `detail`.
    static func of(_ file: ByteFile) throws(ReadingError) -> FileKind {
        let head = try file.head(512)
        if head.starts(with: CompoundFile.magic) { throw try CompoundFile.refusal(of: file) }
        if isBareWorkbook(head) { throw ReadingError(.oldExcel) }
        if head.starts(with: "PK\u{3}\u{4}".utf8) || head.starts(with: "PK\u{5}\u{6}".utf8) { return .zip }
        if let name = magics.first(where: { head.starts(with: $0.magic) })?.name {
            throw ReadingError(.notASpreadsheet, detail: name)
        }
        if isLock(head, size: file.size) { throw ReadingError(.otherSpreadsheet, detail: "lock") }
        if isShortcut(head) { throw ReadingError(.otherSpreadsheet, detail: "gsheet") }
        if let name = markup(at: head) { throw ReadingError(.notASpreadsheet, detail: name) }
        return .text
    }

    /// Excel 2 to 4, and 5 without its container: a BOF record, with its length.
    private static func isBareWorkbook(_ head: [UInt8]) -> Bool {
        guard head.count >= 4, head[0] == 0x09, head[3] == 0 else { return false }
        return [0x00, 0x02, 0x04, 0x08].contains(head[1]) && [0x04, 0x06, 0x08, 0x10].contains(head[2])
    }

    /// `~$name.xlsx`, which Excel keeps beside an open file: the user's name, twice, each with its length.
    private static func isLock(_ head: [UInt8], size: Int) -> Bool {
        size == 165 && head.count == size && (1...54).contains(head[0]) && head[55] == head[0] && head[56] == 0
    }

    /// `.gsheet`, which Google Drive puts in place of a spreadsheet: JSON with its address.
    private static func isShortcut(_ head: [UInt8]) -> Bool {
        let text = String(decoding: head, as: UTF8.self)
        return text.hasPrefix("{") && ["\"doc_id\"", "docs.google.com"].contains(where: text.contains)
    }

    private static let magics: [(magic: [UInt8], name: String)] = [
        (Array("%PDF".utf8), "pdf"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "png"), ([0xFF, 0xD8, 0xFF], "jpeg"),
        (Array("GIF87a".utf8), "gif"), (Array("GIF89a".utf8), "gif"), (Array("{\\rtf".utf8), "rtf"), ([0x1F, 0x8B], "gzip"),
        (Array("Rar!\u{1A}\u{7}".utf8), "rar"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"), ([0x7F, 0x45, 0x4C, 0x46], "elf"),
    ]

    /// Web applications offer pages as `.xls`, and Excel opens them: the user does not know that they are not workbooks.
    private static func markup(at head: [UInt8]) -> String? {
        // Without byte order marks, and without the NULs of UTF-16, all encodings look the same here.
        let bytes = head.drop { [0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }.filter { $0 != 0 }
        let text = String(decoding: bytes.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(32), as: UTF8.self).lowercased()
        let openings = ["<!doctype html", "<html", "<head", "<body", "<meta", "<style", "<table", "<div", "mime-version:"]
        if openings.contains(where: text.hasPrefix) { return "html" }
        return text.hasPrefix("<?xml") ? "xml" : nil
    }
}
