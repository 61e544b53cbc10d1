import Glibc
import Postgres
import Registry

/// What a program reads, with the end held back until it is released.
///
/// A pipe would not do: its end comes also when we are killed, and then the letter would be sent although nobody recorded
/// it. Here the program has our side open too, so that the end never comes by itself. It comes by `shutdown`, which ends
/// the connection whoever else has it open.
struct HeldInput: ~Copyable {
    /// What the program reads from.
    let inside: Int32
    /// What we write to, and what the program is to have open as well.
    let outside: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw Refusal(
                .internalError,
                Phrase("Không mở được đường nối với chương trình gửi thư.", "There is no connection to the mail program."),
                cause: String(cString: strerror(errno)))
        }
        (inside, outside) = (ends[0], ends[1])
    }

    deinit {
        close(inside)
        close(outside)
    }

    /// Writes everything but the end, and waits until the program has read it all.
    ///
    /// - Returns: False where it ended before that.
    /// - Throws: ``Interrupted``.
    borrowing func write(_ bytes: [UInt8], to program: inout RunningProgram) throws -> Bool {
        var written = 0
        while written < bytes.count || !isRead {
            let count = bytes[written...].withUnsafeBytes {
                send(outside, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
            }
            written += max(0, count)
            if count <= 0 { try Interruption.check(forMilliseconds: 5) }
            if program.endingIfOver() != nil { return false }
        }
        return true
    }

    /// Lets the end go.
    borrowing func end() {
        shutdown(outside, Int32(SHUT_WR))
    }

    private var isRead: Bool {
        var byte: UInt8 = 0
        return recv(inside, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) < 0
    }
}
