import CLibPQ

extension Session where Self: ~Copyable {
    /// Sends rows to the server by `COPY … FROM STDIN`.
    ///
    ///     try session.copyIn("COPY staff (unit, name) FROM STDIN") { writer in
    ///         for person in people { try writer.writeRow([person.unit, person.name]) }
    ///     }
    ///
    /// All rows are stored or none. When `body` throws, the COPY is ended as failed and the error passed on.
    ///
    /// - Returns: The number of rows stored.
    /// - Throws: What `body` throws; ``ServerError`` for a row that is refused, which comes only after all were sent.
    @discardableResult
    public mutating func copyIn(_ sql: SQL, _ body: (inout CopyWriter) throws -> Void) throws -> Int {
        let statement = try Statement(checking: sql)
        return try wire.run(statement) {
            try wire.expectCopyIn(of: statement)
            try wire.sendCopy(by: body)
            return try wire.lastResult(of: statement)?.affectedRows ?? 0
        }
    }
}

extension Wire {
    fileprivate func sendCopy(by body: (inout CopyWriter) throws -> Void) throws {
        var writer = CopyWriter(self)
        do {
            try body(&writer)
            try writer.flush()
        } catch {
            // A server that waits for a lock does not see the end of a COPY: an interruption also cancels.
            if !(error is Interrupted) { discardAnswer() }
            throw error
        }
        try endCopyIn()
    }
}
