import Postgres

extension TransactionOptions {
    /// For commands that change data.
    ///
    /// READ COMMITTED is enough: the constraints are enforced at any level. If two clerks take the same slot or number, the
    /// transaction that loses the race is retried, as after a serialization failure.
    public static let registryWrite = TransactionOptions(
        statementTimeout: 300_000, lockTimeout: 10_000, idleTimeout: 60_000, retry: .registry, isNumbered: true)

    /// For what a command stores besides the change that was asked for.
    public static let registryAside = TransactionOptions(
        statementTimeout: 300_000, lockTimeout: 10_000, idleTimeout: 60_000, retry: .registry)

    /// For commands that show data: one consistent state, whatever is written meanwhile.
    public static let registryRead = TransactionOptions(
        isolation: .repeatableRead, readOnly: true, statementTimeout: 300_000, idleTimeout: 60_000,
        retry: .init(survivesLoss: true))
}

extension Retry {
    /// Also retries after a lost race.
    public static let registry = Retry(
        maximumAttempts: 50, longestDelay: 250, survivesLoss: true,
        also: { $0.constraint.map(lostRaces.contains) ?? false })

    private static let lostRaces: Set = [
        "nomination_slot_is_held_once", "endorsement_slot_is_held_once",
        "nomination_is_keyed_by_its_unit", "nomination_number_is_unique", "nomination_is_referable_while_it_stands",
        // The same bytes were in another dossier of the unit, from which they have just been removed.
        "document_has_its_file",
    ]
}
