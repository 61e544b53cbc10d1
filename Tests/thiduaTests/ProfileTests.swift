import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// Logging in once, and never saying again where and as whom.
@Suite(.limited, .keepsFailedDatabases) struct ProfileTests {
    /// Calls `body` with a tool that knows no server, in a home of its own, and with the string by which to log in.
    private func withHome(_ body: (_ tool: Tool, _ home: String, _ server: String) throws -> Void) throws {
        try RegistryDatabase.with { conninfo in
            try TemporaryFolder.with { home in
                let clerk = RegistryDatabase.Login.clerk04
                try (RegistryDatabase.password + "\n").write(toFile: home + "/password", atomically: true, encoding: .utf8)
                chmod(home + "/password", 0o600)
                let server = conninfo.replacing("user=\(LocalPostgres.user)", with: "user=\(clerk.name)")
                let tool = Tool(environment: ["HOME": home, "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": home, "THIDUA_LANG": "en"])
                try body(tool, home, server)
            }
        }
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test func `Logging in keeps connection and password, for this user only, and logging out forgets them`() throws {
        try withHome { tool, home, server in
            let login = try tool("login", "--dsn", server, "--password-file", home + "/password", "--wait", "7")
            #expect(login.status == 0, "\(login.errors)")
            let (config, passfile) = (home + "/.config/thidua/config", home + "/.pgpass")
            #expect([config, passfile].map(mode) == [0o600, 0o600])
            let kept = try String(contentsOfFile: config, encoding: .utf8)
            #expect(
                kept.hasPrefix("[default]\ndsn = ") && kept.hasSuffix("wait = 7\n") && !kept.contains(RegistryDatabase.password))

            let who = try tool("whoami", "-o", "json").object
            expect(who["login"] as? String, is: RegistryDatabase.Login.clerk04.name)
            expect(who["roles"] as? [String], is: ["clerk"])
            expect(who["unit"] as? String, is: "04")
            expect(who["profile"] as? String, is: "default")
            expect(who["is_primary"] as? Bool, is: true)
            expect(try tool("unit", "show", "04", "-o", "json").status, is: 0)

            expect(try tool("logout").status, is: 0)
            #expect(try String(contentsOfFile: config, encoding: .utf8).isEmpty)
            #expect(try String(contentsOfFile: passfile, encoding: .utf8).isEmpty)
            expect(try tool("logout").status, is: 64)
        }
    }

    @Test func `What does not let anybody in is not kept, and what others wrote in the files stays`() throws {
        try withHome { tool, home, server in
            let (config, passfile) = (home + "/.config/thidua/config", home + "/.pgpass")
            try FileManager.default.createDirectory(atPath: home + "/.config/thidua", withIntermediateDirectories: true)
            let mine = "# nơi thử\n[test]\ndsn = dbname='x' host='/nowhere'\n\n# nơi thật\n[live]\ndsn = host='/elsewhere'\n"
            try mine.write(toFile: config, atomically: true, encoding: .utf8)
            try "# của tôi\nhost:1:d:u:pa\\:ss\n".write(toFile: passfile, atomically: true, encoding: .utf8)
            try "wrong\n".write(toFile: home + "/wrong", atomically: true, encoding: .utf8)
            chmod(home + "/wrong", 0o600)
            expect(try tool("login", "--profile", "test", "--dsn", server, "--password-file", home + "/wrong").status, is: 77)
            expect(try String(contentsOfFile: config, encoding: .utf8), is: mine)

            for _ in 1...2 {
                expect(
                    try tool("login", "--profile", "test", "--dsn", server, "--password-file", home + "/password").status, is: 0)
            }
            let lines = try String(contentsOfFile: config, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.filter { $0.hasPrefix("[") } == ["[test]", "[live]"])
            #expect(lines.first == "# nơi thử" && lines.contains("# nơi thật") && lines.contains("dsn = host='/elsewhere'"))
            let passwords = try String(contentsOfFile: passfile, encoding: .utf8).split(separator: "\n")
            #expect(passwords.count == 3 && passwords.suffix(2) == ["# của tôi", "host:1:d:u:pa\\:ss"])
            expect(try tool("whoami", "--profile", "test").status, is: 0)
            var by = tool
            by.environment["THIDUA_PROFILE"] = "test"
            expect(try by("whoami").status, is: 0)
            // Neither is the other's.
            expect(try tool("logout", "--profile", "test").status, is: 0)
            expect(try tool("whoami", "--profile", "test").status, is: 64)
            #expect(try String(contentsOfFile: passfile, encoding: .utf8) == "# của tôi\nhost:1:d:u:pa\\:ss\n")
        }
    }

    @Test func `What is wrong with a profile is said, with its line`() throws {
        try withHome { tool, home, server in
            try FileManager.default.createDirectory(atPath: home + "/.config/thidua", withIntermediateDirectories: true)
            for (text, message) in [
                ("dsn = host=a\n", "Line 1 of"), ("[a]\nhost = a\n", "Line 2 of"), ("[a]\nwait = soon\n", "Line 2 of"),
                ("[a b]\n", "Line 1 of"), ("[a]\ndsn = host=a password=x\n", "password"),
            ] {
                try text.write(toFile: home + "/.config/thidua/config", atomically: true, encoding: .utf8)
                let outcome = try tool("whoami", "--profile", "a")
                #expect(
                    (outcome.status == 65 || outcome.status == 64) && outcome.errors.contains(message),
                    "\(text): \(outcome.errors)")
            }
            expect(try tool("whoami", "--profile", "a", "--dsn", server).status, is: 64)
            expect(try tool("whoami", "--wait", "-1").status, is: 64)
            expect(try tool("login", "--password-file", home + "/password").status, is: 64)
        }
    }
}
