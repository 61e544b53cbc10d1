import CLibPQ
import Glibc

extension Wire {
    /// Reads the first result of a COPY to the server.
    ///
    /// - Throws: ``Misuse/copyExpected(statement:)`` if the statement is not such a COPY; a server error as usual.
    func expectCopyIn(of statement: Statement) throws {
        guard let result = try nextResult(interruptible: true) else { throw lost() }
        let status = result.status
        switch status {
        case PGRES_COPY_IN:
            return
        case PGRES_FATAL_ERROR:
            throw failure(result, of: statement)
        case PGRES_COPY_OUT, PGRES_COPY_BOTH:
            // Ended here, not cancelled: a server that is cancelled before it has read the end of the statement reports twice
            // that it is ready, and the second report would be taken as the answer to the next statement.
            endCopy()
            discardAnswer()
        default:
            break
        }
        throw Misuse.copyExpected(statement: statement.shown)
    }

    /// Sends a piece of a COPY, and waits until the kernel has it: libpq's own buffer would grow without bound.
    func putCopyData(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        // A message's length is 32 bits wide.
        while let start = rest.baseAddress, !rest.isEmpty {
            let piece = rest.prefix(1 << 24)
            guard PQputCopyData(connection, start.assumingMemoryBound(to: CChar.self), Int32(piece.count)) == 1 else {
                throw lost()
            }
            // As long as the kernel takes everything, flushing never waits, and would not see a signal.
            try Interruption.check()
            try flush(interruptible: true)
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
        }
    }

    /// Ends a COPY to the server; with a reason, as failed.
    func endCopyIn(failing reason: String? = nil, interruptible: Bool = true) throws {
        guard PQputCopyEnd(connection, reason) == 1 else { throw lost() }
        try flush(interruptible: interruptible)
    }

    /// Discards what a COPY from the server sends, to its end.
    func discardCopiedRows() throws {
        while true {
            var row: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(connection, &row, 1)
            PQfreemem(row)
            if count < 0 { return }
            if try count == 0 && !wait(for: POLLIN, interruptible: false) { return }
        }
    }
}
