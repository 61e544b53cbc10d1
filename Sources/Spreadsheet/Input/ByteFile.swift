import CCrypto
import Glibc
import Platform

/// The bytes of a file, in pieces, any number of times. What cannot be read twice (a pipe) is copied to an unnamed file first.
public final class ByteFile: Sendable {
    private let file: OpenFile
    /// Its size in bytes.
    public let size: Int

    /// Opens a file; `-` is standard input.
    ///
    /// - Throws: ``SystemError`` with the system's error number.
    public init(path: String) throws(SystemError) {
        let opened = path == "-" ? try OpenFile(adopting: dup(STDIN_FILENO)) : try OpenFile(path, O_RDONLY)
        var status = stat()
        guard fstat(opened.descriptor, &status) == 0 else { throw .last }
        if status.st_mode & S_IFMT == S_IFREG {
            file = opened
            size = Int(status.st_size)
        } else {
            let copy = try OpenFile.unnamed()
            size = try Self.spool(opened, to: copy)
            file = copy
        }
    }

    /// Bytes that are not in a file yet: they are written to an unnamed one.
    public init(bytes: [UInt8]) throws(SystemError) {
        let copy = try OpenFile.unnamed()
        try copy.write(bytes)
        file = copy
        size = bytes.count
    }

    /// Reads from an offset.
    ///
    /// - Returns: The number of bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int {
        try file.read(into: buffer, at: offset)
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

    private static func spool(_ source: borrowing OpenFile, to file: borrowing OpenFile) throws(SystemError) -> Int {
        var size = 0
        try source.forEachPiece { (piece) throws(SystemError) in
            size += piece.count
            guard size <= largestSpooled else { throw SystemError(number: EFBIG) }
            try file.write(piece)
        }
        return size
    }
}
