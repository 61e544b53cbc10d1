import CLibZip
import Glibc

/// An XLSX file built from the parts that a test needs.
public struct XLSXArchive {
    public var parts: [(name: String, content: [UInt8])] = []
    /// Whether parts are stored uncompressed.
    public var isStored = false
    /// Whether parts are password-protected.
    public var isEncrypted = false

    public subscript(name: String) -> String {
        get { String(decoding: parts.first { $0.name == name }?.content ?? [], as: UTF8.self) }
        set {
            parts.removeAll { $0.name == name }
            parts.append((name, Array(newValue.utf8)))
        }
    }

    /// Creates a workbook with one sheet that contains `rows`.
    public init(
        rows: String, shared: String = "", styles: String = "", properties: String = "", after: String = "",
        namespace: String = Self.transitional
    ) {
        self["[Content_Types].xml"] = "<Types/>"
        let office = namespace == Self.strict ? "http://purl.oclc.org/ooxml/officeDocument" : Self.office
        self["_rels/.rels"] = Self.relationships([("rId1", "\(office)/relationships/officeDocument", "xl/workbook.xml")])
        self["xl/workbook.xml"] = """
            <workbook xmlns="\(namespace)" xmlns:r="\(office)/relationships">\(properties)<sheets>
            <sheet name="Một" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
        self["xl/_rels/workbook.xml.rels"] = Self.relationships([
            ("rId1", "\(office)/relationships/worksheet", "worksheets/sheet1.xml"),
            ("rId2", "\(office)/relationships/sharedStrings", "/xl/sharedStrings.xml"),
            ("rId3", "\(office)/relationships/styles", "./styles.xml"),
        ])
        self["xl/sharedStrings.xml"] = "<sst xmlns=\"\(namespace)\">\(shared)</sst>"
        self["xl/styles.xml"] = "<styleSheet xmlns=\"\(namespace)\">\(styles)</styleSheet>"
        self["xl/worksheets/sheet1.xml"] = """
            <worksheet xmlns="\(namespace)"><sheetData>\(rows)</sheetData>\(after)</worksheet>
            """
    }

    /// Reads the parts of an existing file.
    public init(of bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { bytes in
            let archive = try opened(
                zip_open_from_source(
                    try opened(zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil)), ZIP_RDONLY, nil))
            defer { zip_discard(archive) }
            for index in 0..<UInt64(zip_get_num_entries(archive, 0)) {
                var status = zip_stat_t()
                zip_stat_index(archive, index, 0, &status)
                let file = try opened(zip_fopen_index(archive, index, 0))
                defer { zip_fclose(file) }
                var content = [UInt8](repeating: 0, count: Int(status.size))
                _ = zip_fread(file, &content, UInt64(content.count))
                parts.append((String(cString: try opened(status.name)), content))
            }
        }
    }

    /// The archive.
    public func bytes() throws -> [UInt8] {
        try withTemporaryFile { path in
            let archive = try opened(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil))
            var isOpen = true
            defer { if isOpen { zip_discard(archive) } }
            for (name, content) in parts {
                // libzip frees it.
                guard let copy = malloc(max(1, content.count)) else { throw ArchiveError() }
                content.withUnsafeBytes { bytes in _ = bytes.baseAddress.map { memcpy(copy, $0, bytes.count) } }
                let source = try opened(zip_source_buffer(archive, copy, UInt64(content.count), 1))
                // Some versions refuse the name of another part, and one that is not UTF-8.
                let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
                guard index >= 0 else {
                    zip_source_free(source)
                    throw ArchiveError()
                }
                if isEncrypted { zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), "secret") }
                if isStored { zip_set_file_compression(archive, UInt64(index), ZIP_CM_STORE, 0) }
            }
            guard zip_close(archive) == 0 else { throw ArchiveError() }
            isOpen = false
            return try contents(of: path)
        }
    }

    public static let transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    public static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"

    public static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
        let items = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>" }
        return "<Relationships>\(items.joined())</Relationships>"
    }
}

/// libzip or a file operation failed.
public struct ArchiveError: Error {}

private func opened<Pointer>(_ pointer: Pointer?) throws -> Pointer {
    guard let pointer else { throw ArchiveError() }
    return pointer
}

/// A file's bytes.
public func contents(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw ArchiveError() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return bytes
}

private func withTemporaryFile<Result>(_ body: (String) throws -> Result) throws -> Result {
    var name = Array("/tmp/thidua-xlsx-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw ArchiveError() }
    close(descriptor)
    defer { unlink(name) }
    return try body(String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
}
