import CLibZip
import Glibc

/// The ZIP archive of an XLSX or ODS file: its parts by name.
final class ZipPackage {
    private let archive: OpaquePointer
    private let source: ZipSource
    private let size: Int

    /// One of the archive's files.
    struct Part {
        /// Its name in the archive.
        let name: String
        /// Its inflated size in bytes, as the archive claims.
        let size: Int
        fileprivate let index: UInt64
        fileprivate let compressedSize: Int
    }

    init(_ file: ByteFile) throws(ReadingError) {
        source = ZipSource(file)
        size = file.size
        guard let lent = source.makeSource() else { throw ReadingError(.unreadable, detail: "libzip") }
        guard let opened = zip_open_from_source(lent, ZIP_RDONLY, nil) else {
            zip_source_free(lent)
            throw source.error(part: "zip")
        }
        archive = opened
        source.allowance = nil
    }

    deinit { zip_discard(archive) }

    /// Finds a part. Names are not case-sensitive (ECMA-376-2, 7.2.3.5), and some programs write backslashes.
    ///
    /// - Throws: ``ReadingError`` for a name that occurs twice, which two readers would read differently.
    func part(_ name: String) throws(ReadingError) -> Part? {
        let wanted = Self.comparable(name.utf8)
        var found: UInt64?
        for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
            guard let raw = zip_get_name(archive, index, UInt32(ZIP_FL_ENC_RAW)),
                strlen(raw) == wanted.count, Self.comparable(UnsafeRawBufferPointer(start: raw, count: wanted.count)) == wanted
            else { continue }
            guard found == nil else { throw ReadingError(.damaged, detail: name) }
            found = index
        }
        return try found.map { index throws(ReadingError) in try describe(index, name) }
    }

    private func describe(_ index: UInt64, _ name: String) throws(ReadingError) -> Part {
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw ReadingError(.damaged, detail: name) }
        guard status.encryption_method == ZIP_EM_NONE else { throw ReadingError(.encrypted) }
        // Other compression methods allocate as much memory as their headers claim.
        guard Int32(status.comp_method) == ZIP_CM_STORE || Int32(status.comp_method) == ZIP_CM_DEFLATE else {
            throw ReadingError(.damaged, detail: name)
        }
        return Part(
            name: name, size: Int(clamping: status.size), index: index,
            compressedSize: min(Int(clamping: status.comp_size), size))
    }

    private static func comparable(_ name: some Sequence<UInt8>) -> [UInt8] {
        name.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "\\"): UInt8(ascii: "/")
            default: byte
            }
        }
    }

    /// A part's bytes, inflated on demand.
    func open(_ part: Part, atMost limit: Int) throws(ReadingError) -> PartStream {
        guard let file = zip_fopen_index(archive, part.index, 0) else { throw ReadingError(.damaged, detail: part.name) }
        return PartStream(file, part, limit: limit, compressedSize: part.compressedSize, package: self)
    }

    fileprivate func error(_ part: Part) -> ReadingError {
        source.error(part: part.name)
    }
}

/// Reads a part from its beginning; throws an error if it is damaged, or larger than any genuine part would be.
final class PartStream {
    private let file: OpaquePointer
    private let part: ZipPackage.Part
    private let limit: Int
    private let package: ZipPackage
    /// Bytes inflated so far.
    private(set) var bytesRead = 0

    fileprivate init(
        _ file: OpaquePointer, _ part: ZipPackage.Part, limit: Int, compressedSize: Int, package: ZipPackage
    ) {
        (self.file, self.part, self.package) = (file, part, package)
        self.limit = min(limit, max(Self.freeBytes, compressedSize * Self.ratio))
    }

    deinit { zip_fclose(file) }

    /// Reads the next bytes.
    ///
    /// - Returns: The number of bytes; 0 at the end, once the checksum has been verified.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        guard let start = buffer.baseAddress else { return 0 }
        let count = zip_fread(file, start, UInt64(buffer.count))
        guard count >= 0 else { throw package.error(part) }
        bytesRead += Int(count)
        guard bytesRead <= limit else { throw ReadingError(.bomb, detail: part.name) }
        return Int(count)
    }

    /// Excel's sheets shrink to a tenth, the most monotonous ones to a hundredth.
    private static let ratio = 1_000
    private static let freeBytes = 10 << 20
}

extension ZipSource {
    /// The error to report when libzip could not read.
    fileprivate func error(part: String) -> ReadingError {
        if let failure { return ReadingError(.unreadable, detail: failure.words) }
        return ReadingError(isExceeded ? .bomb : .damaged, detail: part)
    }
}
