extension Connection {
    /// A login and its password.
    public struct Credentials: Sendable {
        let login: String
        let password: String

        /// - Throws: ``ConnectionError/passwordMissing`` if one of them is empty, which libpq takes for one that is not given, and then
        ///   looks for one in a file or in the environment; ``InvalidText`` if one contains a NUL, at which libpq would end it.
        public init(login: String, password: String) throws {
            guard !login.isEmpty, !password.isEmpty else { throw ConnectionError.passwordMissing }
            guard !login.utf8.contains(0) else { throw InvalidText(.nul, in: "the login") }
            guard !password.utf8.contains(0) else { throw InvalidText(.nul, in: "the password") }
            (self.login, self.password) = (login, password)
        }
    }

    /// A number, chosen by the client, that is stored along with a change: by it, what became of a COMMIT without an answer can be
    /// found out, and the same change is not made twice.
    public struct Numbering: Sendable {
        /// Run as the first in every transaction that is numbered (``TransactionOptions/isNumbered``); throws if that number is
        /// stored already.
        let begin: @Sendable (inout Transaction) throws -> Void
        /// Whether the number is stored. Throws as long as that is not decided.
        let isStored: @Sendable (inout Connection) throws -> Bool

        /// Both of them.
        public init(
            begin: @escaping @Sendable (inout Transaction) throws -> Void,
            isStored: @escaping @Sendable (inout Connection) throws -> Bool
        ) {
            (self.begin, self.isStored) = (begin, isStored)
        }
    }

    /// What the program adds to a connection string. The string, the environment and the service file take precedence.
    public struct Settings: Sendable {
        /// Shown by `pg_stat_activity` and in the server's log.
        public var applicationName: String?
        /// How long to try each host, in seconds; nil: ten, or three if there are several.
        public var connectTimeoutSeconds: Int?
        /// How long to keep trying, in seconds, to connect, and to run again what surely has not happened (``Retry/survivesLoss``).
        public var waitSeconds: Int
        /// Called before another attempt to connect, with the reason.
        public var onRetry: (@Sendable (any Error) -> Void)?
        /// Receives notices and warnings, while a statement runs. By default they are dropped.
        public var onNotice: (@Sendable (Notice) -> Void)?
        /// Lets TCP detect within about a minute, instead of hours, that the other side is gone.
        public var detectsDeadPeers: Bool
        /// Called with ``Connection/serverProcessID`` whenever a statement has been running for another two seconds, and with whether
        /// that is COMMIT.
        public var onWait: (@Sendable (Int32, _ isCommit: Bool) -> Void)?
        /// Connects to the primary among the hosts, whichever one the string prefers.
        public var needsPrimary: Bool
        /// Asked for the password if the server wants one, and none is known; nil if it is not to be had. An empty one is none.
        public var onPasswordNeeded: (@Sendable (Place) throws -> String?)?
        /// Run at the end of every transaction that may write, within it: what has to be read along with a change.
        public var beforeCommit: (@Sendable (inout Transaction) throws -> Void)?
        /// How what is stored can be recognised afterwards.
        public var numbering: Numbering?
        /// Who somebody says that they are, where the program asks: they are let in by this password, and by nothing else.
        public var credentials: Credentials?

        /// Settings; by default one attempt, and keepalives.
        public init(
            applicationName: String? = nil, connectTimeoutSeconds: Int? = nil, waitSeconds: Int = 0,
            detectsDeadPeers: Bool = true, needsPrimary: Bool = false, credentials: Credentials? = nil,
            onNotice: (@Sendable (Notice) -> Void)? = nil, onWait: (@Sendable (Int32, Bool) -> Void)? = nil,
            onPasswordNeeded: (@Sendable (Place) throws -> String?)? = nil
        ) {
            self.applicationName = applicationName
            self.connectTimeoutSeconds = connectTimeoutSeconds
            self.waitSeconds = waitSeconds
            self.detectsDeadPeers = detectsDeadPeers
            self.needsPrimary = needsPrimary
            self.credentials = credentials
            self.onNotice = onNotice
            self.onWait = onWait
            self.onPasswordNeeded = onPasswordNeeded
        }

        /// Values that override what is specified elsewhere.
        var demands: [String: String] {
            var demands: [String: String] = needsPrimary ? ["target_session_attrs": "primary"] : [:]
            if let credentials {
                // As keywords: in a string, either could contain further keywords.
                demands["user"] = credentials.login
                demands["password"] = credentials.password
                // No client certificate, no ticket: the password was asked for.
                demands["gssencmode"] = "disable"
                demands["sslcert"] = ""
            }
            return demands
        }

        /// Values for what is specified nowhere.
        ///
        /// - Parameter hosts: How many hosts are tried, one after the other.
        package func defaults(hosts: Int) -> [String: String] {
            var defaults = ["connect_timeout": String(connectTimeoutSeconds ?? (hosts > 1 ? 3 : 10))]
            // Of several, the one that can be written to: which one that is changes.
            if hosts > 1 { defaults["target_session_attrs"] = "read-write" }
            defaults["fallback_application_name"] = applicationName
            guard detectsDeadPeers else { return defaults }
            let keepalives = [
                "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3",
                "tcp_user_timeout": "60000",
            ]
            return defaults.merging(keepalives) { own, _ in own }
        }
    }
}
