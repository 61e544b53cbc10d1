import Glibc
import Platform
import Postgres
import Registry

/// The input of a program, whose end is held back until it is released.
///
/// A pipe would not do: its end would also come when we are killed, and the letter would be sent without being recorded. Here
/// the program has our side open, too, so that the end never comes by itself. It comes from `shutdown`, which ends the
/// connection even if other processes have it open.
struct HeldInput: ~Copyable {
    /// The side that the program reads from.
    let inside: Int32
    /// The side that we write to, and that the program must also have open.
    let outside: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw Refusal(
                .internalError,
                Phrase("Không kết nối được với chương trình gửi thư.", "Cannot open a connection to the mail program."),
                cause: SystemError.last.words)
        }
        (inside, outside) = (ends[0], ends[1])
    }

    deinit {
        close(inside)
        close(outside)
    }

    /// Writes the bytes without ending the input, and waits until the program has read them all.
    ///
    /// - Returns: False where the program ended before that.
    /// - Throws: ``Interrupted``.
    borrowing func write(_ bytes: [UInt8], to program: inout RunningProgram) throws -> Bool {
        var written = 0
        while written < bytes.count || !isRead {
            let count = bytes[written...].withUnsafeBytes {
                send(outside, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
            }
            written += max(0, count)
            if count <= 0 { try Interruption.check(forMilliseconds: 5) }
            if program.endingIfFinished() != nil { return false }
        }
        return true
    }

    /// Ends the input.
    borrowing func end() {
        shutdown(outside, Int32(SHUT_WR))
    }

    private var isRead: Bool {
        var byte: UInt8 = 0
        return recv(inside, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) < 0
    }
}
