import Glibc

/// A file that is written under a temporary name next to its final path, and renamed when it is complete: no reader ever sees
/// half of it, and an existing file stays until then.
package struct UnfinishedFile: ~Copyable {
    /// Its temporary path.
    package let path: String
    private let place: String
    private let file: OpenFile
    private var isFinished = false

    /// Creates an empty file next to `place`.
    ///
    /// - Parameter mode: Its permissions, before the umask.
    package init(for place: String, mode: mode_t = 0o666) throws(SystemError) {
        self.place = place
        let folder = place.utf8.lastIndex(of: UInt8(ascii: "/")).map { place[...$0] } ?? ""
        path = folder + ".thidua-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
        // Not mkstemp: it makes files that no other user can read, whatever the umask.
        file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    }

    /// Writes everything.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        try file.write(bytes)
    }

    /// Flushes it to disk, and renames it to its final path.
    package mutating func finish() throws(SystemError) {
        try file.sync()
        guard rename(path, place) == 0 else { throw .last }
        isFinished = true
    }

    deinit {
        if !isFinished { unlink(path) }
    }
}

extension UnfinishedFile {
    /// Writes a file, or replaces it.
    ///
    /// - Parameter mode: Its permissions, before the umask.
    package static func write(_ text: String, to place: String, mode: mode_t = 0o666) throws(SystemError) {
        var file = try UnfinishedFile(for: place, mode: mode)
        try file.write(Array(text.utf8))
        try file.finish()
    }
}
