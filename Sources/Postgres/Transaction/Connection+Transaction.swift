import CLibPQ

extension Connection {
    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
    ///
    /// - Returns: What `body` returned, once it is committed.
    /// - Throws: What `body` throws; ``TransactionError``; the ``ServerError`` of a deferred constraint, which is
    ///   checked at COMMIT. Where `options.retry` allows another attempt, only the last error.
    @discardableResult
    public mutating func transaction<T>(
        _ options: TransactionOptions = .init(), _ body: (inout Transaction) throws -> T
    ) throws -> T {
        var attempt = 1
        while true {
            do {
                return try runOnce(options, body)
            } catch  where options.retry.allows(error, afterAttempt: attempt) {
                try options.retry.pause(afterAttempt: attempt)
                attempt += 1
            }
        }
    }

    private mutating func runOnce<T>(
        _ options: TransactionOptions, _ body: (inout Transaction) throws -> T
    ) throws -> T {
        do {
            try wire.command(options.begin, interruptible: true)
            var transaction = Transaction(wire)
            let value = try body(&transaction)
            if !options.readOnly { try beforeCommit?(&transaction) }
            try Interruption.check()
            try wire.commit()
            return value
        } catch {
            throw wire.undo(by: "ROLLBACK", after: error)
        }
    }
}

extension Wire {
    /// Runs one or several of the library's own commands.
    ///
    /// - Returns: The tag of the last one.
    @discardableResult
    func command(_ text: String, interruptible: Bool = false) throws -> String {
        let statement = try Statement(trusted: text)
        let result = try run(statement, .simple, interruptible: interruptible) {
            try lastResult(of: statement, interruptible: interruptible)
        }
        return result?.commandTag ?? ""
    }

    /// Commits. Not interruptible: once it is sent, only its answer shows the outcome of the transaction.
    fileprivate func commit() throws {
        if isLost { throw lost() }
        guard isInTransaction else { throw Misuse.scriptEndedTransaction }
        do {
            guard try command("COMMIT") == "COMMIT" else { throw TransactionError.commitRolledBack }
        } catch let error as ConnectionError {
            throw TransactionError.commitOutcomeUnknown(error)
        }
    }

    /// Undoes what `failure` left behind, if a transaction is still open, and returns the error to throw.
    ///
    /// The state comes from libpq, not from a counter of ours: a failed COMMIT has already ended the transaction.
    func undo(by command: String, after failure: any Error) -> any Error {
        guard isInTransaction else { return failure }
        do {
            do {
                try self.command(command)
            } catch let error as ServerError where error.sqlState == .queryCanceled {
                // The cancellation of an earlier statement may arrive late, and hit this one.
                try self.command(command)
            }
            return failure
        } catch let error {
            return TransactionError.rollbackFailed(body: failure, rollback: error)
        }
    }

    private var isInTransaction: Bool {
        transactionStatus == PQTRANS_INTRANS || transactionStatus == PQTRANS_INERROR
    }
}
