import CLibPQ

extension Wire {
    /// Runs `statement`, and returns its result.
    func answer(to statement: Statement) throws -> Result? {
        try run(statement) { try lastResult(of: statement) }
    }

    /// Reads to the end of the answer, and returns the last result.
    ///
    /// - Throws: The first error in the answer.
    func lastResult(of statement: Statement, interruptible: Bool = true) throws -> Result? {
        var last: Result?
        while let result = try nextAccepted(of: statement, interruptible: interruptible) {
            last = consume result
        }
        return last
    }

    /// The next result, or `nil` after the last one.
    ///
    /// - Throws: The error that the server reported instead, and only after the rest of the answer has been discarded.
    func nextAccepted(of statement: Statement, interruptible: Bool = true) throws -> Result? {
        guard let result = try nextResult(interruptible: interruptible) else {
            if isLost { throw lost() }
            return nil
        }
        let status = result.status
        switch status {
        case PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            return result
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            endCopy()
            discardAnswer()
            throw Misuse.unexpectedCopy(statement: statement.shown)
        default:
            throw failure(result, of: statement)
        }
    }

    /// The error that `result` reports, after the rest of the answer has been discarded.
    ///
    /// When the connection ends, the server's own reason is better than libpq's "closed the connection unexpectedly".
    func failure(_ result: consuming Result, of statement: Statement) -> any Error {
        let error = ServerError(result.pointer, statement: statement.shown)
        discardAnswer()
        guard isLost else { return error }
        return error.sqlState.rawValue.isEmpty ? lost() : lost(sqlState: error.sqlState, message: error.message)
    }

    /// Cancels the running statement, if any and if it is not COMMIT, and discards the rest of its answer.
    ///
    /// Errors here are not reported: the caller that abandons a statement already has an error to report.
    func abandon() {
        guard transactionStatus == PQTRANS_ACTIVE, !isCommitting else { return }
        cancel()
        discardAnswer()
    }

    /// Discards the rest of an answer; a COPY to the server is ended as failed.
    func discardAnswer() {
        while !isLost, let result = try? nextResult(interruptible: false) {
            switch result.status {
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: endCopy()
            default: continue
            }
        }
    }

    /// Asks the server to stop the running statement, through a separate connection.
    private func cancel() {
        guard let cancel = PQgetCancel(connection) else { return }
        defer { PQfreeCancel(cancel) }
        var message = [CChar](repeating: 0, count: 256)
        // A refusal changes nothing: the statement then runs to its end, and its answer is discarded.
        _ = PQcancel(cancel, &message, Int32(message.count))
    }

    /// Ends a COPY in either direction, so that a result follows.
    func endCopy() {
        try? endCopyIn(failing: "abandoned by the client", interruptible: false)
        try? discardCopiedRows()
    }
}
