import Postgres

extension TransactionOptions {
    /// For what a command changes.
    ///
    /// READ COMMITTED is enough: the constraints hold at any level. Two clerks who take the same slot or number are no
    /// error but a turn lost, and are sent round again like a serialization failure.
    public static let registryWrite = TransactionOptions(
        statementTimeout: 300_000, lockTimeout: 10_000, idleTimeout: 60_000, retry: .registry)

    /// For what a command shows: one state of the data, whatever is written meanwhile.
    public static let registryRead = TransactionOptions(
        isolation: .repeatableRead, readOnly: true, statementTimeout: 300_000, idleTimeout: 60_000)
}

extension Retry {
    /// After lost turns.
    public static let registry = Retry(
        maximumAttempts: 50, longestDelay: 250,
        also: { $0.constraint.map(lostTurns.contains) ?? false })

    private static let lostTurns: Set = [
        "nomination_slot_is_held_once", "endorsement_slot_is_held_once",
        "nomination_is_keyed_by_its_unit", "nomination_number_is_unique", "nomination_is_referable_while_it_stands",
    ]
}
