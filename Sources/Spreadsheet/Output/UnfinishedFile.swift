import Glibc

/// A file that is written under a temporary name next to its final path, and renamed when it is complete: no reader ever sees
/// half of it, and an existing file stays until then.
struct UnfinishedFile: ~Copyable {
    /// Its temporary path.
    let path: String
    private let place: String
    private let descriptor: Int32
    private var isUnfinished = true

    /// Creates an empty file next to `place`.
    init(for place: String) throws(WritingError) {
        self.place = place
        let folder = place.utf8.lastIndex(of: UInt8(ascii: "/")).map { place[...$0] } ?? ""
        path = folder + ".thidua-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
        // Not mkstemp: it makes files that no other user can read, whatever the umask.
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            isUnfinished = false
            throw .system(SystemError(number: errno))
        }
    }

    /// Flushes it to disk, and renames it to its final path.
    mutating func finish() throws(WritingError) {
        guard fsync(descriptor) == 0, rename(path, place) == 0 else { throw .system(SystemError(number: errno)) }
        isUnfinished = false
    }

    deinit {
        if isUnfinished { unlink(path) }
        if descriptor >= 0 { close(descriptor) }
    }
}
