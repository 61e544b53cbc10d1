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
            try wire.expectCopy(PGRES_COPY_IN, of: statement)
            try wire.sendCopy(by: body)
            return try wire.lastResult(of: statement)?.affectedRows ?? 0
        }
    }

    /// Receives rows by `COPY … TO STDOUT`, as they arrive.
    ///
    /// - Parameter body: Called with the bytes of each row, including its line end. When it throws, the COPY is
    ///   cancelled and the error passed on.
    public mutating func copyOut(_ sql: SQL, _ body: (Span<UInt8>) throws -> Void) throws {
        let statement = try Statement(checking: sql)
        try wire.run(statement) {
            try wire.expectCopy(PGRES_COPY_OUT, of: statement)
            try wire.forEachCopiedPiece(body)
            _ = try wire.lastResult(of: statement)
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
