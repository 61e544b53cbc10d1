/// When a transaction's body is run again.
///
/// It always is after `40001` and `40P01`, whether the body or COMMIT raised them, as PostgreSQL requires. The body must
/// then tolerate being run several times.
public struct Retry: Sendable {
    /// How often the body is run at most; 1 means no retry.
    public var maximumAttempts: Int
    /// The longest wait before the second attempt, in milliseconds. It doubles with every further one, up to
    /// `longestDelay`; the wait is a random part of it, so that competing transactions do not collide again.
    public var firstDelay: Int
    /// In milliseconds.
    public var longestDelay: Int
    /// Further errors for which, as the caller knows, another attempt helps.
    public var also: @Sendable (ServerError) -> Bool
    /// Whether it is also run again over a new connection, for as long as ``Connection/Settings/waitSeconds`` says, after a
    /// failure that leaves nothing behind: the connection broke before COMMIT, or the server may only be read.
    public var survivesLoss: Bool

    /// A policy; by default, no further attempt.
    public init(
        maximumAttempts: Int = 1, firstDelay: Int = 5, longestDelay: Int = 1000, survivesLoss: Bool = false,
        also: @escaping @Sendable (ServerError) -> Bool = { _ in false }
    ) {
        self.maximumAttempts = maximumAttempts
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
        self.survivesLoss = survivesLoss
        self.also = also
    }

    /// Ten attempts, over some three seconds at most.
    public static let standard = Retry(maximumAttempts: 10)
}

extension Retry {
    /// Whether another attempt follows the failure of this one, counted from 1.
    func allows(_ error: any Error, afterAttempt attempt: Int) -> Bool {
        guard attempt < maximumAttempts, let error = error as? ServerError else { return false }
        return error.sqlState == .serializationFailure || error.sqlState == .deadlockDetected || also(error)
    }

    /// Sleeps before the next attempt.
    ///
    /// - Throws: ``Interrupted`` when a signal ends the sleep.
    func pause(afterAttempt attempt: Int) throws {
        let longest = min(longestDelay, firstDelay << min(attempt - 1, 20))
        try Interruption.check(forMilliseconds: .random(in: 0...Int32(clamping: max(longest, 0))))
    }
}
