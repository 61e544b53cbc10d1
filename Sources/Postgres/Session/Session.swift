import CLibPQ

/// Where statements run: a ``Connection``, with each statement its own transaction, or a ``Transaction``.
///
/// Every method blocks until the answer has been read to its end, and leaves the session usable when it throws. Besides
/// the errors that each lists, all of them throw ``ServerError``, ``ConnectionError``, ``InvalidText``, ``Misuse`` and
/// ``Interrupted``.
public protocol Session: ~Copyable {
    /// For this module's own use.
    var wire: Wire { get }
}

extension Session where Self: ~Copyable {
    /// Runs a statement, and reads its rows.
    ///
    /// - Returns: What `decode` made of each row, in the server's order. The whole result is in memory at once;
    ///   ``forEachRow(_:_:)`` streams.
    /// - Throws: Also ``RowDecodingError``, and what `decode` throws.
    public mutating func query<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> [T] {
        let statement = try Statement(checking: sql)
        guard let result = try wire.answer(to: statement) else { return [] }
        var values: [T] = []
        values.reserveCapacity(Int(result.rowCount))
        for index in 0..<result.rowCount {
            values.append(try decode(Row(result.pointer, at: index, of: statement.shown)))
        }
        return values
    }

    /// Runs a statement, and reads the first of its rows.
    ///
    /// - Returns: `nil` where there is no row. Further rows are fetched, and ignored.
    /// - Throws: As ``query(_:_:)``.
    public mutating func first<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> T? {
        let statement = try Statement(checking: sql)
        guard let result = try wire.answer(to: statement), result.rowCount > 0 else { return nil }
        return try decode(Row(result.pointer, at: 0, of: statement.shown))
    }

    /// Runs a statement for its effect.
    ///
    /// - Returns: The number of rows that it inserted, updated, deleted or selected; 0 for other statements.
    @discardableResult
    public mutating func execute(_ sql: SQL) throws -> Int {
        let statement = try Statement(checking: sql)
        guard let result = try wire.answer(to: statement) else { return 0 }
        return result.affectedRows
    }

    /// Runs a statement, and passes on its rows one by one, as they arrive: memory does not grow with their number.
    ///
    /// When `body` throws, the statement is cancelled and the error passed on. An error of the server may come after
    /// rows have been passed on.
    ///
    /// - Throws: Also ``RowDecodingError``, and what `body` throws.
    public mutating func forEachRow(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        let statement = try Statement(checking: sql)
        try wire.run(statement, .rowByRow) {
            while let result = try wire.nextAccepted(of: statement) {
                // The rows are followed by one result without any.
                guard result.rowCount > 0 else { continue }
                try body(Row(result.pointer, at: 0, of: statement.shown))
            }
        }
    }

    /// Runs a script of several statements, without parameters, in one round trip.
    ///
    /// **The only way for run-time text to become SQL**: for trusted text only, such as migrations
    /// embedded in the program. Outside a transaction the script is one by itself, unless it contains `BEGIN` and
    /// `COMMIT`.
    ///
    /// - Throws: Also ``Misuse/scriptEndedTransaction``, when it begins or ends a transaction inside one, or leaves
    ///   its own open; that is then rolled back.
    public mutating func execute(script: String) throws {
        let statement = try Statement(trusted: script)
        let isInside = wire.transactionStatus != PQTRANS_IDLE
        var endedTransaction = false
        try wire.run(statement, .simple) {
            while let result = try wire.nextAccepted(of: statement) {
                if Statement.transactionTags.contains(result.commandTag) { endedTransaction = true }
            }
        }
        if isInside && endedTransaction { throw Misuse.scriptEndedTransaction }
        if !isInside && wire.transactionStatus != PQTRANS_IDLE {
            try wire.command("ROLLBACK")
            throw Misuse.scriptEndedTransaction
        }
    }
}

extension Statement {
    /// Renders a statement.
    ///
    /// - Throws: ``Misuse/transactionControl(word:statement:)``, before anything is sent.
    init(checking sql: SQL) throws {
        try self.init(sql)
        guard let word = transactionControl else { return }
        throw Misuse.transactionControl(word: word, statement: shown)
    }
}
