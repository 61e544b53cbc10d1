import CLibPQ
import Glibc
import Synchronization

/// libpq's connection, used without blocking: a statement is sent, its answer awaited together with signals, and then
/// read to the end. For this module, through a ``Session``.
public struct Wire {
    package let connection: UnsafeMutablePointer<pg_conn>
    /// See ``Connection/Settings/onWait``.
    private let onWait: (@Sendable (Int32, Bool) -> Void)?
    let phase = Phase()

    /// Where a transaction is.
    final class Phase: Sendable {
        /// Whether COMMIT is under way: a signal then ends the wait for its answer, and cancels nothing.
        let isCommit = Atomic(false)
    }

    package init(_ connection: UnsafeMutablePointer<pg_conn>, onWait: (@Sendable (Int32, Bool) -> Void)? = nil) {
        self.connection = connection
        self.onWait = onWait
    }

    /// How long to wait before ``tellOfWait()`` is called, in milliseconds; -1 for ever.
    var patience: Int32 { onWait == nil ? -1 : 2_000 }

    func tellOfWait() { onWait?(PQbackendPID(connection), isCommitting) }

    var isCommitting: Bool { phase.isCommit.load(ordering: .relaxed) }

    var transactionStatus: PGTransactionStatusType { PQtransactionStatus(connection) }

    var isLost: Bool { PQstatus(connection) == CONNECTION_BAD }

    /// Sends `statement`, lets `receive` read the answer, and leaves the connection ready for the next one, even if
    /// it throws.
    func run<T: ~Copyable>(
        _ statement: Statement, _ mode: Mode = .extended, interruptible: Bool = true, _ receive: () throws -> T
    ) throws -> T {
        try checkReadiness(interruptible: interruptible)
        do {
            try send(statement, mode)
            try flush(interruptible: interruptible)
            return try receive()
        } catch {
            abandon()
            throw error
        }
    }

    /// How a statement is sent, and how its rows come back.
    enum Mode {
        /// One statement with parameters; all rows at once, in binary.
        case extended
        /// The same, row by row.
        case rowByRow
        /// Several statements in one round trip, without parameters.
        case simple
    }

    private func checkReadiness(interruptible: Bool) throws {
        if isLost { throw lost() }
        if interruptible { try Interruption.check() }
        // The library's own commands are ASCII, and must still be able to roll back.
        if interruptible, PQclientEncoding(connection) != ENCODING_UTF8 {
            throw InvalidText(.clientEncoding, in: "this session")
        }
    }

    private func send(_ statement: Statement, _ mode: Mode) throws {
        let sent = mode == .simple ? PQsendQuery(connection, statement.text) : sendParameters(of: statement)
        guard sent == 1 else {
            if isLost { throw lost() }
            throw Misuse.notSent(message: errorMessage, statement: statement.shown)
        }
        if mode == .rowByRow { PQsetSingleRowMode(connection) }
    }

    /// All values are in one buffer, so that libpq's pointers need no nested closures.
    private func sendParameters(of statement: Statement) -> Int32 {
        let parameters = statement.parameters
        var values: [UInt8] = []
        var offsets: [Int?] = []
        for parameter in parameters {
            offsets.append(parameter.bytes == nil ? nil : values.count)
            values += parameter.bytes ?? []
            values.append(0)
        }
        return values.withUnsafeBytes { buffer in
            PQsendQueryParams(
                connection, statement.text, Int32(clamping: parameters.count),
                parameters.map(\.type.rawValue),
                offsets.map { offset in
                    offset.flatMap { buffer.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
                },
                parameters.map { Int32(clamping: $0.bytes?.count ?? 0) },
                parameters.map { $0.isBinary ? 1 : 0 },
                1)
        }
    }
}

extension Wire {
    /// The error of a lost connection, with libpq's message.
    func lost(sqlState: SQLState? = nil, message: String? = nil) -> ConnectionError {
        .lost(
            message: message ?? (errorMessage.isEmpty ? "the connection is closed" : errorMessage), sqlState: sqlState)
    }

    var errorMessage: String { String(cString: PQerrorMessage(connection)).trimmed }
}
