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
        let open = try ConnectionParameters("host=localhost", defaults: { _ in defaults }).additions
        #expect(open == ["connect_timeout": "10", "keepalives_idle": "30", "client_encoding": "UTF8"])
        let said = try ConnectionParameters("host=localhost connect_timeout=3", defaults: { _ in defaults }).additions
        #expect(said["connect_timeout"] == nil)
        let encoding = try ConnectionParameters("client_encoding=LATIN1").additions
        #expect(encoding["client_encoding"] == "UTF8")
    }

    @Test
    func `Of several hosts, the one that can be written to is used, and none is waited for long, unless that is said otherwise`()
        throws
    {
        let settings = Connection.Settings()
        func added(_ conninfo: String) throws -> [String?] {
            let additions = try ConnectionParameters(conninfo, defaults: settings.defaults).additions
            return [additions["connect_timeout"], additions["target_session_attrs"]]
        }
        #expect(try added("host=/a") == ["10", nil])
        #expect(try added("host=/a,/b") == ["3", "read-write"])
        #expect(try added("postgresql://localhost:5432,localhost:5433/db") == ["3", "read-write"])
        #expect(try added("host=/a,/b target_session_attrs=any connect_timeout=7") == [nil, nil])
        #expect(try added("host=/a,/b target_session_attrs=prefer-standby") == ["3", nil])
    }

    @Test func `A password is looked up as libpq does`() throws {
        func keys(_ conninfo: String) throws -> [String] {
            try ConnectionParameters.passwordLookup(conninfo).keys.map { $0.joined(separator: "|") }
        }
        #expect(try keys("host=a.vn,b.vn port=5432,5433 dbname=d user=u") == ["a.vn|5432|d|u", "b.vn|5433|d|u"])
        #expect(try keys("host=a.vn,b.vn port=6432 dbname=d user=u") == ["a.vn|6432|d|u", "b.vn|6432|d|u"])
        #expect(try keys("host=/var/run/postgresql dbname=d user=u") == ["localhost|5432|d|u"])
        #expect(try keys("hostaddr=10.0.0.1 dbname=d user=u") == ["10.0.0.1|5432|d|u"])
        #expect(try keys("postgresql://u@h/") == ["h|5432|u|u"])
        #expect(
            try ConnectionParameters.rewritten("postgresql://u@h/d", with: ["user": #"o'b\r"#])
                == #"dbname='d' host='h' user='o\'b\\r'"#)
    }

    @Test func `The environment's settings are respected`() async {
        await #expect(processExitsWith: .success) {
            setenv("PGHOST", "example.org", 1)
            setenv("PGCONNECT_TIMEOUT", "3", 1)
            let silent = try ConnectionParameters("dbname=x", defaults: { _ in ["connect_timeout": "10"] }).additions
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
            let safe = try ConnectionParameters("service=safe", defaults: { _ in defaults }).additions
            #expect(safe["sslmode"] == "verify-full")
            #expect(safe["connect_timeout"] == "10")
            let own = try ConnectionParameters("service=own", defaults: { _ in defaults }).additions
            #expect(own["sslmode"] == nil)
            #expect(own["connect_timeout"] == nil)
        }
    }
}
