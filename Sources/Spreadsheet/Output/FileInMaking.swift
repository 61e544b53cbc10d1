import Glibc

/// A file that is written under a name of its own beside its place, and takes that place when it is whole: nobody ever sees
/// half of it, and what was there before stays until then.
struct FileInMaking: ~Copyable {
    /// Where it is while it is made.
    let path: String
    private let place: String
    private let descriptor: Int32
    private var isInMaking = true

    /// An empty file beside the place.
    init(for place: String) throws(WritingError) {
        self.place = place
        let folder = place.utf8.lastIndex(of: UInt8(ascii: "/")).map { place[...$0] } ?? ""
        path = folder + ".thidua-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
        // Not mkstemp: that would let nobody else read it, whatever the umask.
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            isInMaking = false
            throw .system(SystemError(number: errno))
        }
    }

    /// Puts it in its place, on the disk to stay.
    mutating func finish() throws(WritingError) {
        guard fsync(descriptor) == 0, rename(path, place) == 0 else { throw .system(SystemError(number: errno)) }
        isInMaking = false
    }

    deinit {
        if isInMaking { unlink(path) }
        if descriptor >= 0 { close(descriptor) }
    }
}
