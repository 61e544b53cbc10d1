import CLibPQ
import Glibc

/// What libpq is given in addition to the connection string: our defaults for what is not specified anywhere.
package struct ConnectionParameters {
    package private(set) var additions: [String: String]

    /// - Parameters:
    ///   - defaults: Values for what neither the string, nor the environment, nor a service file specifies.
    ///   - demands: Values that override all of these.
    /// - Throws: ``ConnectionError/malformedConninfo``.
    package init(
        _ conninfo: String, defaults: (_ hosts: Int) -> [String: String] = { _ in [:] }, demands: [String: String] = [:]
    ) throws {
        guard !conninfo.utf8.contains(0) else { throw InvalidText(.nul, in: "the connection string") }
        let explicit = try Self.parse(conninfo)
        let resolved = Self.resolve(conninfo)
        let isOpen = { keyword in explicit[keyword] == nil && !Self.isSpecified(keyword, resolved) }
        additions = defaults(Self.hostCount(resolved)).filter { isOpen($0.key) }
        additions.merge(demands) { _, demanded in demanded }
        additions["client_encoding"] = "UTF8"
        if Self.leavesMachine(resolved), isOpen("sslmode") { additions["sslmode"] = "verify-full" }
    }

    /// One of libpq's options, as it would use it.
    private struct Option {
        var value: String?
        /// libpq's own default.
        var compiled: String?
        /// The environment's value.
        var environment: String?
    }

    /// Whether any host is another machine: then the server must prove its identity, unless `sslmode` says otherwise.
    private static func leavesMachine(_ options: [String: Option]) -> Bool {
        let hosts = ["host", "hostaddr"].flatMap { (options[$0]?.value ?? "").split(separator: ",") }
        return hosts.contains { !isLocal($0) }
    }

    private static func hostCount(_ options: [String: Option]) -> Int {
        max(list("host", options).count, list("hostaddr", options).count)
    }

    /// The values of an option that has one for each host; one empty one if there is none.
    private static func list(_ keyword: String, _ options: [String: Option]) -> [String] {
        (options[keyword]?.value ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// A Unix socket's directory (`@`: an abstract one), or the loopback.
    private static func isLocal(_ host: Substring) -> Bool {
        let host = host.lowercased()
        return host.hasPrefix("/") || host.hasPrefix("@") || host == "localhost" || host == "::1"
            || isLoopbackIPv4(host)
    }

    /// An address, not merely a name that begins like one: `127.evil.example`.
    private static func isLoopbackIPv4(_ host: String) -> Bool {
        var address = in_addr()
        return inet_pton(AF_INET, host, &address) == 1 && UInt32(bigEndian: address.s_addr) >> 24 == 127
    }

    /// Whether the environment or the service file specifies it. libpq does not distinguish its own default from the same
    /// value in a service file; `sslmode=prefer` in that file is therefore treated as unspecified, and raised.
    private static func isSpecified(_ keyword: String, _ options: [String: Option]) -> Bool {
        guard let option = options[keyword] else { return false }
        return option.environment != nil || option.value != option.compiled
    }
}

extension ConnectionParameters {
    /// What the string itself specifies.
    private static func parse(_ conninfo: String) throws -> [String: String] {
        var message: UnsafeMutablePointer<CChar>?
        // The message is dropped: it quotes the string, including the password.
        defer { PQfreemem(message) }
        guard let options = PQconninfoParse(conninfo, &message) else { throw ConnectionError.malformedConninfo }
        defer { PQconninfoFree(options) }
        return read(options).compactMapValues(\.value)
    }

    /// What libpq derives from the string, the service file, the environment and its defaults together.
    ///
    /// Only a connection object shows it; this one is never opened, since there is no such channel binding.
    private static func resolve(_ conninfo: String) -> [String: Option] {
        let connection = start(conninfo, adding: ["channel_binding": "none; only resolve"], PQconnectStartParams)
        defer { PQfinish(connection) }
        guard let options = PQconninfo(connection) else { return [:] }
        defer { PQconninfoFree(options) }
        return read(options)
    }

    private static func read(_ options: UnsafeMutablePointer<PQconninfoOption>) -> [String: Option] {
        var read: [String: Option] = [:]
        var next = options
        while let keyword = next.pointee.keyword {
            read[String(cString: keyword)] = Option(
                value: next.pointee.val.map { String(cString: $0) },
                compiled: next.pointee.compiled.map { String(cString: $0) },
                environment: next.pointee.envvar.flatMap { getenv($0) }.map { String(cString: $0) })
            next += 1
        }
        return read
    }

    /// Calls one of libpq's functions that take keywords and values. The additions override the string.
    static func start(
        _ conninfo: String, adding additions: [String: String],
        _ function: (
            UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<CChar>?>?, Int32
        ) -> UnsafeMutablePointer<pg_conn>?
    ) -> UnsafeMutablePointer<pg_conn>? {
        let pairs = [("dbname", conninfo)] + additions.sorted { $0.key < $1.key }
        let keywords = pairs.map { strdup($0.0) }
        let values = pairs.map { strdup($0.1) }
        defer { for copy in keywords + values { free(copy) } }
        return function(keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
    }
}

extension ConnectionParameters {
    /// How libpq looks up the password of a connection: in which file, if one is named, and for each host by which host, port, database and login.
    package static func passwordLookup(_ conninfo: String) throws -> (file: String?, keys: [[String]]) {
        _ = try parse(conninfo)
        let options = resolve(conninfo)
        let (names, addresses, ports) = (list("host", options), list("hostaddr", options), list("port", options))
        let hosts = zip(names, addresses + Array(repeating: "", count: names.count)).map { $0.isEmpty ? $1 : $0 }
        let login = options["user"]?.value ?? ""
        let keys = hosts.enumerated().map { index, host in
            // The socket where libpq looks by itself goes by this name.
            [
                host.isEmpty || host == "/var/run/postgresql" ? "localhost" : host,
                (ports.count > 1 ? ports[index] : ports.first).flatMap { $0.isEmpty ? nil : $0 } ?? "5432",
                options["dbname"]?.value ?? login, login,
            ]
        }
        return (options["passfile"]?.value, keys)
    }

    /// The hosts that a string names, each with the keywords that name it alone.
    package static func hosts(_ conninfo: String) throws -> [(host: String, port: String, keywords: [String: String])] {
        let lookup = try passwordLookup(conninfo)
        let options = resolve(conninfo)
        let (names, addresses) = (list("host", options), list("hostaddr", options))
        return lookup.keys.enumerated().map { index, key in
            var keywords = ["host": index < names.count ? names[index] : "", "port": key[1], "target_session_attrs": "any"]
            if index < addresses.count, !addresses[index].isEmpty { keywords["hostaddr"] = addresses[index] }
            return (key[0], key[1], keywords)
        }
    }

    /// The string as keywords, whichever of the two forms it has, with others in place of, or besides, its own.
    package static func rewritten(_ conninfo: String, with others: [String: String]) throws -> String {
        try parse(conninfo).merging(others) { $1 }.sorted { $0.key < $1.key }.map { keyword, value in
            "\(keyword)='\(value.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
        }.joined(separator: " ")
    }

    /// The value of a keyword in the string itself.
    package static func value(of keyword: String, in conninfo: String) throws -> String? { try parse(conninfo)[keyword] }
}

extension ConnectionParameters {
    /// Whether the string itself contains a password, which every user of the machine could read on a command line.
    package static func hasPassword(_ conninfo: String) -> Bool {
        (try? parse(conninfo))?["password"] != nil
    }
}
