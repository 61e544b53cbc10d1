extension Connection {
    /// Whether the change that this connection is for is stored already.
    public mutating func hasStoredItsChange() throws -> Bool {
        try settings.numbering?.isStored(&self) ?? false
    }

    /// Whether what was committed without an answer is stored, as another session finds out; nil as long as that cannot be had.
    ///
    /// - Throws: ``Interrupted``.
    func isStored(_ numbering: Numbering) throws -> Bool? {
        let asking = Settings(applicationName: settings.applicationName, connectTimeoutSeconds: 3, needsPrimary: true)
        let end = settings.end
        repeat {
            do {
                var other = try Connection(self, asking)
                return try numbering.isStored(&other)
            } catch let interrupted as Interrupted {
                throw interrupted
            } catch {
                settings.onRetry?(error)
            }
        } while try settings.pauses(until: end)
        return nil
    }
}

extension Connection.Settings {
    /// When trying is over, if it begins now.
    var end: ContinuousClock.Instant { .now + .seconds(waitSeconds) }

    /// Repeats `body` until it succeeds, fails for good, or `end` has come; at least once.
    func persisting<T>(until end: ContinuousClock.Instant, _ body: () throws -> T) throws -> T {
        while true {
            do {
                return try body()
            } catch let error as ConnectionError where error.mayPass {
                guard try pauses(until: end) else { throw error }
                onRetry?(error)
            }
        }
    }

    /// Sleeps before another attempt; false, at once, if `end` has come.
    ///
    /// - Throws: ``Interrupted``.
    func pauses(until end: ContinuousClock.Instant) throws -> Bool {
        guard ContinuousClock.now < end else { return false }
        // Not all at the same moment, when a server is there again.
        try Interruption.check(forMilliseconds: .random(in: 100...400))
        return true
    }
}

extension ConnectionError {
    /// Whether the same attempt may succeed later, without anybody changing what was asked for.
    var mayPass: Bool {
        switch self {
        case .lost: true
        case .malformedConninfo, .passwordMissing, .passwordNotAsked: false
        case .unreachable(_, let obstacle):
            switch obstacle {
            case .noSocket, .refused, .unknownHost, .silence, .wrongState, .other: true
            case .passwordNeeded, .untrusted: false
            // Too few resources, the server's own state; and 08, by which a pooler says that it has no server.
            case .server(let state): ["08", "53", "57"].contains(state.category)
            }
        }
    }
}

/// Whether a failed transaction has left nothing behind, and may succeed over another connection.
func isUndoneByLoss(_ error: any Error) -> Bool {
    switch error {
    case is ConnectionError: true
    case let error as ServerError: error.sqlState == .readOnlyTransaction
    case TransactionError.rollbackFailed(let body, _): isUndoneByLoss(body)
    default: false
    }
}
