import Foundation
import LocalPostgres
import TestSupport

/// docker-compose.yml, which may use only the short forms that are declared here.
struct ComposeFile: Decodable {
    struct Service: Decodable {
        var image: String
        var build: String?
        var user: String?
        var readOnly: Bool?
        var privileged: Bool?
        var dropped: [String]?
        var added: [String]?
        var securityOptions: [String]?
        var tmpfs: [String]?
        var ports: [String]?
        var profiles: [String]?
        var networks: [String]?
        var configs: [String]?
        var secrets: [String]?
        var volumes: [String]?
        var restart: String?
        var entrypoint: [String]?
        var command: [String]?
        /// Without a value: taken from the environment of Compose.
        var environment: [String: String?]?
        var dependencies: [String: Dependency]?
        var healthCheck: HealthCheck?

        enum CodingKeys: String, CodingKey {
            case image, build, user, privileged, tmpfs, ports, profiles, networks, configs, secrets, volumes, restart, entrypoint
            case command, environment
            case readOnly = "read_only"
            case dropped = "cap_drop"
            case added = "cap_add"
            case securityOptions = "security_opt"
            case dependencies = "depends_on"
            case healthCheck = "healthcheck"
        }
    }

    struct Dependency: Decodable {
        var condition: String
    }

    struct HealthCheck: Decodable {
        var test: [String]
    }

    struct File: Decodable {
        var file: String
    }

    struct Empty: Decodable {}

    var services: [String: Service]
    var secrets: [String: File]?
    var configs: [String: File]?
    var volumes: [String: Empty?]?
    var networks: [String: Empty?]?
}

extension ComposeFile {
    /// The file's text in the repository.
    static var text: String { get throws { try Repository.text("docker-compose.yml") } }

    /// Reads it with a real parser: the linters' own, which script/lint-deploy installs.
    init(_ text: String) throws {
        let python = Repository.root + "/.build/python/bin/python3"
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw Missing(description: "\(python) does not exist; run script/lint-deploy")
        }
        let file = NSTemporaryDirectory() + "thidua-\(UUID().uuidString).yml"
        try text.write(toFile: file, atomically: false, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let program = "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1], encoding='utf-8')), sys.stdout)"
        let json = try Command(["timeout", "-s", "KILL", "60", python, "-c", program, file]).run()
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }

    struct Missing: Error, CustomStringConvertible {
        var description: String
    }

    /// - Throws: ``Missing`` if there is no such service.
    func service(_ name: String) throws -> Service {
        guard let service = services[name] else { throw Missing(description: "there is no service \(name)") }
        return service
    }
}

extension ComposeFile.Service {
    /// Which folders, files and volumes are mounted where in the container.
    var mounts: [(source: String, target: String)] {
        (volumes ?? []).compactMap { volume in
            let parts = volume.split(separator: ":").map(String.init)
            return parts.count > 1 ? (parts[0], parts[1]) : nil
        }
    }

    /// Files and folders of the machine.
    var bindMounts: [(source: String, target: String)] {
        mounts.filter { $0.source.hasPrefix(".") || $0.source.hasPrefix("/") }
    }

    /// Where the container has volumes.
    var volumeTargets: [String] {
        mounts.filter { !$0.source.hasPrefix(".") && !$0.source.hasPrefix("/") }.map(\.target)
    }

    /// The arguments and the environment of the container's programs.
    var words: [String] {
        (entrypoint ?? []) + (command ?? []) + (environment ?? [:]).values.compactMap { $0 } + (healthCheck?.test ?? [])
    }
}

extension Repository {
    /// A file's text.
    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: root + "/" + path, encoding: .utf8)
    }

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root + "/" + path)
    }
}
