import Glibc

/// An open file, closed at the end of its lifetime. Child programs do not inherit it.
package struct OpenFile: ~Copyable, Sendable {
    /// Its number.
    package let descriptor: Int32

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - flags: Those of `open(2)`.
    ///   - mode: The permissions of a file that is created, before the umask.
    package init(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) {
        try self.init(adopting: open(path, flags | O_CLOEXEC, mode))
    }

    /// Takes ownership of what a system call returned: a descriptor, or −1.
    package init(adopting descriptor: Int32) throws(SystemError) {
        guard descriptor >= 0 else { throw .last }
        self.descriptor = descriptor
    }

    /// An unnamed file in `TMPDIR` or `/tmp`, to be written and read back.
    ///
    /// - Parameter isSmall: Whether it may be in memory.
    package static func unnamed(isSmall: Bool = false) throws(SystemError) -> OpenFile {
        let configured = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        let folders = (isSmall ? ["/dev/shm"] : []) + (configured.isEmpty ? [] : [configured]) + ["/tmp"]
        for folder in folders {
            let path = "\(folder)/thidua-\(String(UInt64.random(in: .min ... .max), radix: 36))"
            let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { continue }
            unlink(path)
            return try OpenFile(adopting: descriptor)
        }
        throw .last
    }

    deinit {
        close(descriptor)
    }

    /// Reads from an offset.
    ///
    /// - Returns: The number of bytes; 0 at the end.
    package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            guard errno == EINTR else { throw .last }
        }
    }

    /// Writes everything.
    package func write(_ text: String) throws(SystemError) {
        try write(Array(text.utf8))
    }

    /// Writes everything.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        try Self.write(bytes, to: descriptor)
    }

    /// Writes everything.
    package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        try Self.write(bytes, to: descriptor)
    }

    /// Writes everything to a descriptor that has another owner, such as a standard stream.
    package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(SystemError) in
            try write(UnsafeRawBufferPointer(bytes), to: descriptor)
        }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0 && errno == EINTR { continue }
            guard count != 0 else { throw SystemError(number: EIO) }
            guard count > 0 else { throw .last }
            rest = rest.dropFirst(count)
        }
    }

    /// Flushes the contents to disk.
    package func sync() throws(SystemError) {
        guard fsync(descriptor) == 0 else { throw .last }
    }
}

extension OpenFile {
    /// Its bytes, from the first on. The position does not change, which a child program may share.
    package func contents(limit: Int = .max) throws(SystemError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: min(limit, 1 << 16), alignment: 16)
        defer { buffer.deallocate() }
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let count = try read(into: buffer, at: bytes.count)
            guard count > 0 else { break }
            bytes += buffer[..<min(count, limit - bytes.count)]
        }
        return bytes
    }

    /// Calls `body` with piece after piece from the current position to the end; works for pipes, too.
    package func forEachPiece(_ body: (UnsafeRawBufferPointer) throws(SystemError) -> Void) throws(SystemError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .last }
            guard count > 0 else { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
