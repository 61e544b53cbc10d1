import CCrypto
import Glibc

/// The bytes of a file, in pieces, any number of times. What cannot be read twice (a pipe) is copied to an unnamed file first.
public final class ByteFile: Sendable {
    /// The file, open for reading.
    let descriptor: Int32
    /// Its size in bytes.
    public let size: Int

    /// Opens a file; `-` is standard input.
    ///
    /// - Throws: ``SystemError`` with the system's error number.
    public init(path: String) throws(SystemError) {
        let opened = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw SystemError(number: errno) }
        var status = stat()
        guard fstat(opened, &status) == 0 else { throw SystemError(number: errno) }
        if status.st_mode & S_IFMT == S_IFREG {
            (descriptor, size) = (opened, Int(status.st_size))
        } else {
            defer { close(opened) }
            (descriptor, size) = try Self.spool(opened)
        }
    }

    /// Bytes that are not in a file yet: they are written to an unnamed one.
    public init(bytes: [UInt8]) throws(SystemError) {
        descriptor = try Self.makeNameless()
        size = bytes.count
        try Self.write(bytes, count: bytes.count, to: descriptor)
    }

    deinit { close(descriptor) }

    /// Reads from an offset.
    ///
    /// - Returns: The number of bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            guard errno == EINTR else { throw SystemError(number: errno) }
        }
    }

    /// Calls `body` with the file piece by piece, from its beginning.
    func forEachPiece(of pieceSize: Int = 1 << 18, _ body: (UnsafeRawBufferPointer) -> Void) throws(SystemError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while true {
            let count = try read(into: buffer, at: offset)
            guard count > 0 else { return }
            body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += count
        }
    }

    /// SHA-256 of the bytes.
    public func sha256() throws(SystemError) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
        try forEachPiece { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        var digest = [UInt8](repeating: 0, count: 32)
        EVP_DigestFinal_ex(context, &digest, nil)
        return digest
    }

    /// A pipe need not end: more than a gibibyte is not a spreadsheet, and would fill the disk.
    private static let largestSpooled = 1 << 30

    private static func spool(_ source: Int32) throws(SystemError) -> (Int32, Int) {
        let spooled = try makeNameless()
        do {
            return (spooled, try copy(source, to: spooled))
        } catch {
            close(spooled)
            throw error
        }
    }

    private static func copy(_ source: Int32, to spooled: Int32) throws(SystemError) -> Int {
        var size = 0
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(source, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw SystemError(number: errno) }
            guard count > 0 else { return size }
            size += count
            guard size <= largestSpooled else { throw SystemError(number: EFBIG) }
            try write(piece, count: count, to: spooled)
        }
    }

    private static func makeNameless() throws(SystemError) -> Int32 {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array("\(folder)/thidua-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw SystemError(number: errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(name)
        return descriptor
    }

    private static func write(_ bytes: [UInt8], count: Int, to descriptor: Int32) throws(SystemError) {
        var written = 0
        while written < count {
            let more = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), count - written) }
            guard more >= 0 || errno == EINTR else { throw SystemError(number: errno) }
            written += max(0, more)
        }
    }
}

/// An error of the operating system.
public struct SystemError: Error, Sendable, Equatable {
    /// `errno`.
    public let number: Int32

    /// The system's message.
    public var words: String { String(cString: strerror(number)) }
}
