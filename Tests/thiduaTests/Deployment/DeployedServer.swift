import Foundation
import LocalPostgres
import Postgres
import TestSupport

/// docker-compose.yml's database without its container: exactly its flags, files, secrets and init scripts, on this machine's
/// PostgreSQL, in a temporary folder.
struct DeployedServer {
    let compose: ComposeFile
    /// Stands for the checkout: `deploy/`, with secrets; and what the containers have in volumes.
    let directory: String
    let port: Int
    private let account: ServerAccount
    private let binaries: ServerBinaries
    private let service: ComposeFile.Service

    /// Calls `body` with a server that was started as the image starts it: first on the socket alone, for the init scripts, then
    /// again.
    static func with<T>(
        duringFirstStart: (DeployedServer) throws -> Void = { _ in }, _ body: (DeployedServer) throws -> T
    ) throws -> T {
        let server = try DeployedServer()
        defer { server.remove() }
        try server.prepare()
        try server.initialize()
        try server.start(listeningOn: "")
        try duringFirstStart(server)
        try server.runInitScripts()
        try server.control("stop", "-m", "fast")
        try server.start(listeningOn: "127.0.0.1")
        return try body(server)
    }

    private init() throws {
        compose = try ComposeFile(ComposeFile.text)
        service = try compose.service("database")
        directory = TestServer.folder + "/thidua-deployment-\(UUID().uuidString.prefix(8))"
        port = try Self.freePort()
        account = try ServerAccount()
        binaries = try ServerBinaries(forDataIn: directory + "/data")
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EADDRINUSE) }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

/// From container to machine.
extension DeployedServer {
    /// A text with the container's paths replaced by those of this machine.
    func localized(_ text: String, for service: ComposeFile.Service) -> String {
        var text = text
        for (source, target) in service.bindMounts { text.replace(target, with: directory + "/" + source) }
        for name in service.secrets ?? [] {
            text.replace("/run/secrets/" + name, with: directory + "/" + (compose.secrets?[name]?.file ?? ""))
        }
        return text
    }

    /// A service's environment, with the paths of this machine.
    func environment(of service: ComposeFile.Service) -> [String: String] {
        (service.environment ?? [:]).compactMapValues { $0.map { localized($0, for: service) } }
    }

    /// The tool, as one of the services runs it; port and address stand for the containers' network.
    func tool(_ name: String, dsn: String? = nil) throws -> Tool {
        let network = ["PGHOSTADDR": "127.0.0.1", "PGPORT": String(port)]
        return Tool(dsn: dsn, environment: try environment(of: compose.service(name)).merging(network) { own, _ in own })
    }

    /// The content of a secret.
    func secret(_ name: String) throws -> String {
        try String(contentsOfFile: path("deploy/secrets/\(name)"), encoding: .utf8)
            .trimmingCharacters(in: .newlines)
    }

    func path(_ name: String) -> String { directory + "/" + name }

    /// Everything that the server has logged.
    var log: String {
        get throws { try String(contentsOfFile: path("data/log"), encoding: .utf8) }
    }
}

extension DeployedServer {
    /// Runs the init scripts as the image does: each as a separate program, as the server's user.
    func runInitScripts() throws {
        for (source, target) in service.bindMounts where target == "/docker-entrypoint-initdb.d" {
            for name in try FileManager.default.contentsOfDirectory(atPath: path(source)).sorted() {
                try run([path(source) + "/" + name])
            }
        }
    }

    /// What `docker compose exec database psql -U postgres -d thidua -c …` does.
    func execute(asSuperuser statement: String) throws {
        try run(["psql", "--no-psqlrc", "--username", superuser, "--dbname", "thidua", "--command", statement])
    }

    /// What `docker compose exec database close-server -U postgres -d thidua` does.
    func closeServer() throws {
        try run([path("deploy/close-server"), "--username", superuser, "--dbname", "thidua"])
    }

    /// Runs the command of the health check; throws if it does not find the server healthy.
    func checkHealth() throws {
        try run(Array((service.healthCheck?.test ?? []).dropFirst()))
    }

    /// Copies `deploy/` to where the server's user may read it, with its own secrets.
    private func prepare() throws {
        let files = FileManager.default
        try files.createDirectory(atPath: path("deploy"), withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: Repository.root + "/deploy") where name != "secrets" {
            try Command(["cp", "-R", Repository.root + "/deploy/" + name, path("deploy")]).run()
        }
        try Command(["chmod", "-R", "a+rX", directory]).run()
        try Command(
            ["timeout", "-s", "KILL", "60", path("deploy/make-secrets"), "--owners", "\(account.user):\(getuid())"]
        ).run()
        for client in compose.services.values {
            for (source, _) in client.bindMounts where source.hasSuffix(".conf") {
                let text = try String(contentsOfFile: path(source), encoding: .utf8)
                try localized(text, for: client).write(toFile: path(source), atomically: false, encoding: .utf8)
            }
        }
        for name in ["data", "socket"] { try account.createDirectory(path(name)) }
    }

    private func initialize() throws {
        let environment = environment(of: service)
        let options = (environment["POSTGRES_INITDB_ARGS"] ?? "").split(separator: " ").map(String.init)
        let password = "--pwfile=" + (environment["POSTGRES_PASSWORD_FILE"] ?? "")
        try run([binaries.path("initdb"), "-D", path("data"), "--no-sync", "--username", superuser, password] + options)
    }

    /// With settings that log every statement, to test that the passwords are not logged even so.
    private func start(listeningOn address: String) throws {
        let own = [
            "listen_addresses=\(address)", "port=\(port)", "unix_socket_directories=\(path("socket"))", "fsync=off",
            "log_statement=all", "log_min_duration_statement=0",
        ]
        let flags = (service.command ?? []).dropFirst().map { localized($0, for: service) } + own.flatMap { ["-c", $0] }
        try control("start", "-l", path("data/log"), "-o", flags.map { "'\($0)'" }.joined(separator: " "))
    }

    private func control(_ action: String, _ options: String...) throws {
        try run([binaries.path("pg_ctl"), action, "-D", path("data"), "-w", "-t", "60"] + options)
    }

    /// Runs a command as the server's user, with the environment that the image gives its scripts.
    private func run(_ command: [String]) throws {
        let own = ["PGHOST": path("socket"), "PGPORT": String(port), "POSTGRES_USER": superuser]
        let variables = environment(of: service).merging(own) { _, own in own }.map { "\($0.key)=\($0.value)" }
        let limits = ["timeout", "-s", "KILL", "90", "env", "--chdir=\(directory)"]
        try Command(limits + variables + account.prefix + command).run()
    }

    /// In the image it is `postgres`, like the system user. For an ordinary user it has that user's name, which `peer` requires.
    private var superuser: String { getuid() == 0 ? "postgres" : NSUserName() }

    private func remove() {
        try? control("stop", "-m", "immediate")
        try? FileManager.default.removeItem(atPath: directory)
    }
}
