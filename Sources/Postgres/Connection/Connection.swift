import CLibPQ

/// A connection to PostgreSQL: it has one owner at a time, and is closed when that owner releases it.
///
/// Each statement outside ``transaction(_:_:)`` is its own transaction. All calls block; a connection may be passed to
/// another thread, but never shared.
///
/// It is declared Sendable, since libpq's connection is not bound to a thread and has no other owner.
public struct Connection: ~Copyable, Session, @unchecked Sendable {
    public private(set) var wire: Wire
    let settings: Settings
    private let conninfo: String
    /// What it was opened with, the password that was asked for among it.
    private let additions: [String: String]
    private let notices: NoticeHandler

    /// Connects.
    ///
    /// - Parameters:
    ///   - conninfo: Keywords (`host=… dbname=…`) or a URI, with several hosts and `target_session_attrs` if need be; of several
    ///     hosts, one that can be written to is used if it does not say which.
    ///     What it does not specify comes from the service file and the environment (`PGHOST`, `PGPASSWORD`, …), as in
    ///     psql. If a host is another machine and no `sslmode` is specified, it is `verify-full`.
    ///   - settings: The program's own settings.
    /// - Throws: ``ConnectionError``, the last one if it was tried for a while; ``Interrupted``.
    public init(_ conninfo: String = "", _ settings: Settings = .init()) throws {
        var additions = try ConnectionParameters(conninfo, defaults: settings.defaults, demands: settings.demands).additions
        let connection = try settings.persisting(until: settings.end) {
            try Self.opened(conninfo, &additions, settings)
        }
        wire = Wire(connection, onWait: settings.onWait)
        notices = NoticeHandler(settings.onNotice ?? { _ in })
        (self.settings, self.conninfo, self.additions) = (settings, conninfo, additions)
        notices.attach(to: connection)
        Interruption.connectionOpened()
    }

    /// Another connection as the same login to the same place, by the same password.
    init(_ other: borrowing Connection, _ settings: Settings) throws {
        conninfo = other.conninfo
        additions = other.additions.merging(settings.demands.merging(settings.defaults(hosts: 1)) { demanded, _ in demanded }) {
            $1
        }
        self.settings = settings
        let connection = try Self.begun(conninfo, additions)
        guard PQstatus(connection) == CONNECTION_OK else {
            defer { PQfinish(connection) }
            throw ConnectionError.unreachable(message: Wire(connection).errorMessage, .other)
        }
        wire = Wire(connection)
        notices = NoticeHandler { _ in }
        PQsetnonblocking(connection, 1)
        notices.attach(to: connection)
        Interruption.connectionOpened()
    }

    /// Replaces the session, which may be lost, by a new one. Nothing is left of what was set in the old one.
    ///
    /// - Throws: ``ConnectionError`` if that has not succeeded by `end`.
    mutating func reconnect(until end: ContinuousClock.Instant) throws {
        var additions = additions
        let replacement = try settings.persisting(until: end) { try Self.opened(conninfo, &additions, settings) }
        PQfinish(wire.connection)
        wire = Wire(replacement, onWait: settings.onWait)
        notices.attach(to: replacement)
    }

    private static func opened(
        _ conninfo: String, _ additions: inout [String: String], _ settings: Settings
    ) throws -> UnsafeMutablePointer<pg_conn> {
        var connection = try begun(conninfo, additions)
        if PQstatus(connection) == CONNECTION_BAD, PQconnectionNeedsPassword(connection) == 1,
            let password = try settings.onPasswordNeeded?(place(connection))
        {
            PQfinish(connection)
            additions["password"] = password
            connection = try begun(conninfo, additions)
        }
        guard PQstatus(connection) == CONNECTION_OK else {
            defer { PQfinish(connection) }
            let message = Wire(connection).errorMessage
            throw ConnectionError.unreachable(
                message: message,
                PQconnectionNeedsPassword(connection) == 1
                    ? .passwordNeeded : .init(message) { ConnectionParameters.refusal(conninfo, adding: additions) })
        }
        guard settings.credentials == nil || PQconnectionUsedPassword(connection) == 1 else {
            defer { PQfinish(connection) }
            throw ConnectionError.passwordNotAsked
        }
        PQsetnonblocking(connection, 1)
        return connection
    }

    private static func begun(_ conninfo: String, _ additions: [String: String]) throws -> UnsafeMutablePointer<pg_conn> {
        guard let connection = ConnectionParameters.start(conninfo, adding: additions, PQconnectdbParams) else {
            throw ConnectionError.unreachable(message: "out of memory", .other)
        }
        return connection
    }

    deinit {
        PQfinish(wire.connection)
        Interruption.connectionClosed()
    }

    /// As a number: 150018 is 15.18.
    public var serverVersion: Int { Int(PQserverVersion(wire.connection)) }

    /// The server's process, as `pg_stat_activity` and `pg_terminate_backend` know it.
    public var serverProcessID: Int32 { PQbackendPID(wire.connection) }

    /// Whether what is sent is encrypted.
    public var isUsingTLS: Bool { PQsslInUse(wire.connection) == 1 }

    /// Whether it uses a Unix socket, and so does not leave the machine.
    public var isOnSocket: Bool { PQhost(wire.connection).map { $0.pointee == CChar(bitPattern: UInt8(ascii: "/")) } ?? false }

    /// Its target, as libpq determined it from the string, the service file and the environment.
    public var place: Place { Self.place(wire.connection) }

    private static func place(_ connection: UnsafeMutablePointer<pg_conn>) -> Place {
        func text(_ value: UnsafePointer<CChar>?) -> String { value.map { String(cString: $0) } ?? "" }
        return Place(
            host: text(PQhost(connection)), port: text(PQport(connection)), database: text(PQdb(connection)),
            login: text(PQuser(connection)))
    }

    /// A database on a server, and a login.
    public struct Place: Sendable, Equatable {
        /// A machine, or the directory of a Unix socket.
        public let host: String
        public let port: String
        public let database: String
        public let login: String
    }

    /// Whether the connection is known to be lost. A connection that broke unnoticed is detected by its next
    /// statement.
    public var isLost: Bool { wire.isLost }

    /// A setting that the server reports by itself, such as `TimeZone` or `in_hot_standby`; `nil` for others.
    public func parameterStatus(_ name: String) -> String? {
        PQparameterStatus(wire.connection, name).map { String(cString: $0) }
    }
}
