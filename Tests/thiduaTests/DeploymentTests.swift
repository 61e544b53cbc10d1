import Foundation
import LocalPostgres
import Testing
import TestSupport

/// docker-compose.yml, the Dockerfile and deploy/, checked against each other and against the repository.
@Suite(.limited) struct DeploymentTests {
    /// The paths of the files that deploy/make-secrets creates, as docker-compose.yml writes them.
    private static let secretFiles = Result {
        try withDirectory { directory in
            try makeSecrets(in: directory, "--owners", "\(getuid()):\(getuid())")
            return Set(try FileManager.default.contentsOfDirectory(atPath: directory).map { "./deploy/secrets/\($0)" })
        }
    }

    private static func withDirectory<T>(_ body: (String) throws -> T) throws -> T {
        let directory = "/tmp/thidua-secrets-\(UUID().uuidString.prefix(8))"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        return try body(directory)
    }

    @discardableResult
    private static func makeSecrets(in directory: String, _ options: String...) throws -> String {
        try Command(
            ["timeout", "-s", "KILL", "60", Repository.root + "/deploy/make-secrets", "--directory", directory] + options
        ).run()
    }

    @Test func `Everything that the compose file refers to is defined, and nothing is laxer than necessary`() throws {
        try #expect(ComposeFile(ComposeFile.text).faults(secretFiles: Self.secretFiles.get()) == [])
    }

    @Test(arguments: [
        ("  server_key: {file: ./deploy/secrets/server_key}\n", "", "the secret server_key is not defined"),
        ("secrets/server_key}", "secrets/server.key}", "make-secrets does not create the secret server_key"),
        ("secrets: [ca_certificate, passfile]", "secrets: [passfile]", "migrate: reads /run/secrets/ca_certificate"),
        ("ssl_key_file=/run/secrets/server_key", "ssl_key_file=/run/secrets/key", "database: reads /run/secrets/key"),
        ("superuser_password, migrator_password]", "superuser_password]", "migrator_password, which is not given to it"),
        ("volumes:\n  data:\n", "volumes:\n", "the volume data is not defined"),
        ("volumes:\n  data:\n", "volumes:\n  data:\n  logs:\n", "logs is not used"),
        ("./deploy/database/initdb:", "./deploy/initdb:", "database: ./deploy/initdb does not exist"),
        ("hba_file=/etc/thidua/pg_hba.conf", "hba_file=/etc/thidua/hba.conf", "database: reads /etc/thidua/hba.conf"),
        ("    database: {condition", "    postgres: {condition", "thidua: waits for postgres, which is not defined"),
        ("    healthcheck:", "    x-healthcheck:", "migrate: waits for the health of database, which has no check"),
        ("stop_grace_period: 1m", "profiles: [all]", "waits for database, which has a profile"),
        ("stop_grace_period: 1m", "networks: [inside]", "database: the network inside is not defined"),
        ("stop_grace_period: 1m", "configs: [hba]", "database: the config hba is not defined"),
        ("postgres:17.12-trixie", "postgres:latest", "the image postgres:latest is not pinned"),
        ("postgres:17.12-trixie", "postgres:17", "the image postgres:17 is not pinned"),
        ("user: \"999:999\"", "user: \"0:0\"", "database: may run as root"),
        ("user: \"10001:10001\"", "working_dir: /", "thidua: may run as root"),
        ("read_only: true", "read_only: false", "database: may write to its image"),
        ("cap_drop: [ALL]", "cap_drop: [NET_RAW]", "database: keeps capabilities"),
        ("stop_grace_period: 1m", "cap_add: [SYS_ADMIN]", "database: keeps capabilities"),
        ("no-new-privileges:true", "seccomp:unconfined", "migrate: may gain privileges"),
        ("stop_grace_period: 1m", "privileged: true", "database: is privileged"),
        ("stop_grace_period: 1m", "ports: [\"5432:5432\"]", "database: publishes a port"),
        ("POSTGRES_PASSWORD_FILE: /run/secrets/superuser_password", "POSTGRES_PASSWORD: x", "holds a password"),
        ("PGPASSFILE: /run/secrets/report_passfile", "PGPASSFILE: /run/secrets/passfile", "report: reads /run/secrets/passfile"),
        ("volumes:\n  data:\n  reports:\n", "volumes:\n  data:\n", "report: the volume reports is not defined"),
        (
            "entrypoint: [/usr/local/bin/thidua-nightly]", "entrypoint: [/usr/local/bin/nightly]",
            "report: runs /usr/local/bin/nightly"
        ),
        ("./deploy/report/nightly:", "./deploy/nightly:", "report: ./deploy/nightly does not exist"),
        ("./deploy/report/nightly:", "./deploy/pg_service.conf:", "runs ./deploy/pg_service.conf, which is not a program"),
        ("bin/thidua-nightly:ro", "bin/thidua-nightly", "report: may write to the machine's files: ./deploy/report/nightly"),
        (
            "migrate: {condition: service_c", "migration: {condition: service_c",
            "report: waits for migration, which is not defined"
        ),
        ("restart: \"no\"", "restart: always", "report: waits for the end of migrate, which starts again"),
    ])
    func `A compose file that is broken is detected`(_ original: String, _ broken: String, _ fault: String) throws {
        let text = try ComposeFile.text
        #expect(text.contains(original))
        let faults = try ComposeFile(text.replacing(original, with: broken)).faults(secretFiles: Self.secretFiles.get())
        #expect(faults.contains { $0.contains(fault) }, "\(faults)")
    }

    @Test func `The image is built from existing files, with the packages that Package.swift requires`() throws {
        try #expect(Dockerfile.faults(in: Repository.text("Dockerfile")) == [])
    }

    @Test(arguments: [
        ("swift:6.3.3-bookworm", "swift:latest", "the image swift:latest is not pinned"),
        ("debian:bookworm-20260713-slim", "debian:bookworm-slim", "the image debian:bookworm-slim is not pinned"),
        ("COPY sql sql/", "COPY schema schema/", "schema, which is to be copied, does not exist"),
        ("COPY sql sql/", "COPY deploy deploy/", ".dockerignore excludes deploy"),
        ("USER 10001:10001\n", "", "may run as root"),
        ("libpq-dev ", "", "libpq-dev is not installed"),
    ])
    func `A Dockerfile that is broken is detected`(_ original: String, _ broken: String, _ fault: String) throws {
        let text = try Repository.text("Dockerfile")
        #expect(text.contains(original))
        let faults = try Dockerfile.faults(in: text.replacing(original, with: broken))
        #expect(faults.contains { $0.contains(fault) }, "\(faults)")
    }

    @Test func `The tool's image has this version, and its services run as the image's user`() throws {
        let compose = try ComposeFile(ComposeFile.text)
        let version = try Tool()("--version").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let image = try Dockerfile(Repository.text("Dockerfile"))
        for name in ["migrate", "thidua", "report"] {
            try #expect(compose.service(name).image == "thidua:\(version)")
            try #expect(compose.service(name).user == image.user)
            for folder in try compose.service(name).volumeTargets { #expect(image.foldersOfUser.contains(folder), "\(folder)") }
        }
    }

    @Test func `The service that makes the report is given no password but its own`() throws {
        let report = try ComposeFile(ComposeFile.text).service("report")
        #expect(report.environment?["PGUSER"] == "report")
        #expect(report.secrets == ["ca_certificate", "report_passfile", "report_netrc"])
    }

    @Test func `Secrets are created once, readable by their owners only, and never printed`() throws {
        try Self.withDirectory { directory in
            let words = try Self.makeSecrets(in: directory, "--owners", "\(getuid()):\(getuid())")
            let before = try contents(of: directory)
            try #expect(Self.makeSecrets(in: directory, "--owners", "\(getuid()):\(getuid())") == "")
            try #expect(contents(of: directory) == before)
            for name in ["superuser_password", "migrator_password", "report_password"] {
                let password = try #require(before[name]).trimmingCharacters(in: .newlines)
                #expect(password.count == 64)
                #expect(!words.contains(password))
            }
            for name in before.keys where !name.hasSuffix("certificate") {
                let mode = try FileManager.default.attributesOfItem(atPath: directory + "/" + name)[.posixPermissions]
                #expect(mode as? Int == 0o400, "\(name)")
            }
        }
    }

    private func contents(of directory: String) throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory)
        return Dictionary(
            uniqueKeysWithValues: try names.map { name in
                (name, try String(contentsOfFile: directory + "/" + name, encoding: .utf8))
            })
    }

    @Test(.enabled(if: getuid() == 0, "only root can give files away"))
    func `Secrets belong to the users of the containers that use them`() throws {
        let compose = try ComposeFile(ComposeFile.text)
        try Self.withDirectory { directory in
            try Self.makeSecrets(in: directory)
            for (name, service) in compose.services {
                for secret in service.secrets ?? [] where !secret.hasSuffix("certificate") {
                    let owner = try FileManager.default.attributesOfItem(atPath: directory + "/" + secret)[.ownerAccountID]
                    let number = try #require(owner as? Int)
                    #expect(service.user == "\(number):\(number)", "\(name), \(secret)")
                }
            }
        }
    }
}
