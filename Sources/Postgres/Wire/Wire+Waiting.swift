import CLibPQ
import Glibc

extension Wire {
    /// Hands everything that libpq has buffered to the kernel.
    ///
    /// While the kernel accepts no more, what the server sends is read: otherwise each could wait for the other.
    func flush(interruptible: Bool) throws {
        while PQflush(connection) == 1, try wait(for: POLLIN | POLLOUT, interruptible: interruptible) {}
    }

    /// The next result, or `nil` after the last one.
    func nextResult(interruptible: Bool) throws -> Result? {
        while PQisBusy(connection) == 1, try wait(for: POLLIN, interruptible: interruptible) {}
        guard let pointer = PQgetResult(connection) else { return nil }
        return Result(pointer)
    }

    /// Waits for the socket, and reads what has arrived. False when the connection is lost: libpq then reports that in a
    /// result.
    func wait(for events: Int32, interruptible: Bool) throws -> Bool {
        let socket = PQsocket(connection)
        guard socket >= 0 else { return false }
        let ready = try Interruption.wait(
            for: socket, events: events, timeout: patience, interruptible: interruptible || isCommitting)
        guard let ready else {
            tellOfWait()
            return true
        }
        guard ready & ~POLLOUT != 0 else { return true }
        return PQconsumeInput(connection) == 1
    }
}
