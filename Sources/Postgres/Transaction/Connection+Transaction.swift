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
        var end: ContinuousClock.Instant?
        while true {
            do {
                return try runOnce(options, body)
            } catch  where options.retry.allows(error, afterAttempt: attempt) {
                try options.retry.pause(afterAttempt: attempt)
                attempt += 1
            } catch  where options.retry.survivesLoss && isUndoneByLoss(error) {
                let last = end ?? settings.end
                end = last
                guard try settings.pauses(until: last) else { throw error }
                settings.onRetry?(error)
                try reconnect(until: last)
            }
        }
    }

    private mutating func runOnce<T>(
        _ options: TransactionOptions, _ body: (inout Transaction) throws -> T
    ) throws -> T {
        let numbering = options.isNumbered ? settings.numbering : nil
        do {
            try wire.command(options.begin, interruptible: true)
            var transaction = Transaction(wire)
            try numbering?.begin(&transaction)
            let value = try body(&transaction)
            if !options.readOnly { try settings.beforeCommit?(&transaction) }
            try Interruption.check()
            do {
                try wire.commit()
            } catch TransactionError.commitOutcomeUnknown(let error as ConnectionError) {
                // What was only read is known.
                if !options.readOnly { try settle(error, numbering) }
            }
            return value
        } catch {
            throw wire.undo(by: "ROLLBACK", after: error)
        }
    }

    /// Finds out what became of a COMMIT for which no answer came.
    ///
    /// - Throws: ``ConnectionError`` if it is not stored; ``TransactionError/commitOutcomeUnknown(_:)`` if that cannot be found out.
    private func settle(_ error: ConnectionError, _ numbering: Numbering?) throws {
        do {
            guard let numbering, let isStored = try isStored(numbering) else {
                throw TransactionError.commitOutcomeUnknown(error)
            }
            if !isStored { throw error }
        } catch let interrupted as Interrupted {
            throw TransactionError.commitOutcomeUnknown(interrupted)
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

    /// Commits. Once it is sent, only its answer shows the outcome of the transaction: it is never cancelled, since a server that
    /// waits for its standby would then say that it has committed.
    fileprivate func commit() throws {
        if isLost { throw lost() }
        guard isInTransaction else { throw Misuse.scriptEndedTransaction }
        do {
            phase.isCommit.store(true, ordering: .relaxed)
            defer { phase.isCommit.store(false, ordering: .relaxed) }
            guard try command("COMMIT") == "COMMIT" else { throw TransactionError.commitRolledBack }
        } catch let error where error is ConnectionError || error is Interrupted {
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
