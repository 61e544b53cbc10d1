/// An open transaction. It is passed to the body of ``Connection/transaction(_:_:)``, and cannot be kept.
public struct Transaction: ~Copyable, Session {
    public let wire: Wire

    package init(_ wire: Wire) {
        self.wire = wire
    }

    /// Runs `body` so that its failure undoes only what `body` did, and the transaction can continue.
    ///
    /// - Throws: What `body` throws, after rolling back to where it began;
    ///   ``TransactionError/rollbackFailed(body:rollback:)`` where that failed.
    @discardableResult
    public mutating func savepoint<T>(_ body: (inout Transaction) throws -> T) throws -> T {
        // One name for all: an inner savepoint hides the outer one until it is released.
        try wire.command("SAVEPOINT step")
        do {
            let value = try body(&self)
            try wire.command("RELEASE SAVEPOINT step")
            return value
        } catch {
            throw wire.undo(by: "ROLLBACK TO SAVEPOINT step; RELEASE SAVEPOINT step", after: error)
        }
    }
}
