extension Connection {
    /// What the program adds to a connection string. The string, the environment and the service file take precedence.
    public struct Settings: Sendable {
        /// Shown by `pg_stat_activity` and in the server's log.
        public var applicationName: String?
        /// How long to try each host, in seconds.
        public var connectTimeoutSeconds: Int
        /// Receives notices and warnings, while a statement runs. By default they are dropped.
        public var onNotice: (@Sendable (Notice) -> Void)?
        /// Lets TCP detect within about a minute, instead of hours, that the other side is gone.
        public var detectsDeadPeers: Bool
        /// Called with ``Connection/serverProcessID`` whenever a statement has been running for another two seconds.
        public var onWait: (@Sendable (Int32) -> Void)?
        /// Connects to the primary among the hosts, whichever one the string prefers.
        public var needsPrimary: Bool

        /// Settings; by default ten seconds per host, and keepalives.
        public init(
            applicationName: String? = nil, connectTimeoutSeconds: Int = 10, detectsDeadPeers: Bool = true,
            needsPrimary: Bool = false, onNotice: (@Sendable (Notice) -> Void)? = nil,
            onWait: (@Sendable (Int32) -> Void)? = nil
        ) {
            self.applicationName = applicationName
            self.connectTimeoutSeconds = connectTimeoutSeconds
            self.detectsDeadPeers = detectsDeadPeers
            self.needsPrimary = needsPrimary
            self.onNotice = onNotice
            self.onWait = onWait
        }

        /// Values that override what is specified elsewhere.
        var demands: [String: String] { needsPrimary ? ["target_session_attrs": "primary"] : [:] }

        var defaults: [String: String] {
            var defaults = ["connect_timeout": String(connectTimeoutSeconds)]
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
