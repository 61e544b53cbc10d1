import Foundation
import Postgres
import TestSupport
import Testing

@Suite(.limited) struct ConnectionParametersTests {
    @Test(arguments: [
        "host=example.org", "host=10.0.0.1", "hostaddr=192.0.2.1", "host=localhost,example.org",
        "host=127.evil.example",
        "host=localhost.example.org", "postgresql://example.org/db", "postgresql://u:p@localhost,example.org:5433/db",
        "host=/tmp hostaddr=192.0.2.1", "host=example.org hostaddr=127.0.0.1", "host=::2",
    ])
    func `Another machine must prove its identity`(conninfo: String) throws {
        #expect(try ConnectionParameters(conninfo).additions["sslmode"] == "verify-full")
    }

    @Test(arguments: [
        "", "dbname=x", "host=/var/run/postgresql", "host=localhost", "host=LOCALHOST", "host=127.0.0.1",
        "host=127.3.2.1",
        "host=::1", "host=@abstract", "host=/a,/b,localhost", "postgresql:///db", "postgresql://[::1]/db",
        "hostaddr=127.0.0.1",
    ])
    func `This machine need not prove its identity`(conninfo: String) throws {
        #expect(try ConnectionParameters(conninfo).additions["sslmode"] == nil)
    }

    @Test(arguments: [
        "host=example.org sslmode=disable", "host=example.org sslmode=prefer", "host=example.org sslmode=verify-ca",
        "postgresql://example.org/db?sslmode=require",
    ])
    func `The string's TLS settings are respected`(conninfo: String) throws {
        #expect(try ConnectionParameters(conninfo).additions["sslmode"] == nil)
    }

    @Test func `Defaults apply only to what the string leaves open`() throws {
        let defaults = ["connect_timeout": "10", "keepalives_idle": "30"]
        let open = try ConnectionParameters("host=localhost", defaults: defaults).additions
        #expect(open == ["connect_timeout": "10", "keepalives_idle": "30", "client_encoding": "UTF8"])
        let said = try ConnectionParameters("host=localhost connect_timeout=3", defaults: defaults).additions
        #expect(said["connect_timeout"] == nil)
        let encoding = try ConnectionParameters("client_encoding=LATIN1").additions
        #expect(encoding["client_encoding"] == "UTF8")
    }

    @Test func `The environment's settings are respected`() async {
        await #expect(processExitsWith: .success) {
            setenv("PGHOST", "example.org", 1)
            setenv("PGCONNECT_TIMEOUT", "3", 1)
            let silent = try ConnectionParameters("dbname=x", defaults: ["connect_timeout": "10"]).additions
            #expect(silent["sslmode"] == "verify-full")
            #expect(silent["connect_timeout"] == nil)
            setenv("PGSSLMODE", "prefer", 1)
            let said = try ConnectionParameters("dbname=x").additions
            #expect(said["sslmode"] == nil)
        }
    }

    @Test func `The service file's settings are respected`() async {
        await #expect(processExitsWith: .success) {
            let path = NSTemporaryDirectory() + "/pg_service-\(getpid()).conf"
            let services = """
                [safe]
                host=example.org
                [own]
                host=example.org
                sslmode=require
                connect_timeout=3
                """
            try services.write(toFile: path, atomically: true, encoding: .utf8)
            defer { unlink(path) }
            setenv("PGSERVICEFILE", path, 1)
            let defaults = ["connect_timeout": "10"]
            let safe = try ConnectionParameters("service=safe", defaults: defaults).additions
            #expect(safe["sslmode"] == "verify-full")
            #expect(safe["connect_timeout"] == "10")
            let own = try ConnectionParameters("service=own", defaults: defaults).additions
            #expect(own["sslmode"] == nil)
            #expect(own["connect_timeout"] == nil)
        }
    }
}
