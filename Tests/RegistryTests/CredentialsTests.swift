import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// Where somebody is asked for a password, that password lets them in, and nothing else does.
@Suite(.limited, .keepsFailedDatabases) struct CredentialsTests {
    private static let clerk = RegistryDatabase.Login.clerk01.name

    /// Calls `body` with a registry, to which a passfile has the clerk's password.
    private func withPassfile(_ body: (String) throws -> Void) throws {
        try RegistryDatabase.withOpenCampaign { _, conninfo in
            let file = NSTemporaryDirectory() + "passfile-\(UUID().uuidString)"
            defer { try? FileManager.default.removeItem(atPath: file) }
            let made = FileManager.default.createFile(
                atPath: file, contents: Data("*:*:*:\(Self.clerk):\(RegistryDatabase.password)\n".utf8),
                attributes: [.posixPermissions: 0o600])
            #expect(made)
            let string = conninfo.replacing("user=\(LocalPostgres.user)", with: "user=\(Self.clerk) passfile='\(file)'")
            // The passfile is a good one.
            _ = try Connection(string)
            try body(string)
        }
    }

    private func reason(_ conninfo: String, login: String = clerk, _ password: String) -> String {
        do {
            _ = try Connection(conninfo, .init(credentials: .init(login: login, password: password)))
            return "let in"
        } catch let error as ConnectionError {
            switch error {
            case .passwordMissing: return "no password"
            case .passwordNotAsked: return "not asked"
            case .unreachable(_, .server(.invalidPassword)): return "wrong password"
            case .unreachable(let message, _): return message
            case .lost, .malformedConninfo: return "\(error)"
            }
        } catch {
            return "\(type(of: error))"
        }
    }

    @Test func `An empty password is none, and a wrong one is wrong, whatever a passfile knows`() throws {
        try withPassfile { conninfo in
            #expect(reason(conninfo, "") == "no password")
            #expect(reason(conninfo, "x") == "wrong password")
            #expect(reason(conninfo, " ") == "wrong password")
            #expect(reason(conninfo, "\0") == "InvalidText")
            #expect(reason(conninfo, RegistryDatabase.password) == "let in")
            // As in the string itself, where libpq takes it for none.
            #expect(throws: Never.self) { _ = try Connection(conninfo + " password=''") }
        }
    }

    @Test(arguments: [
        "\(clerk) passfile=/dev/null user=thidua", "thidua'", "\(clerk)'", "\(clerk)\\", "", "thidua host=/nowhere",
        "\(clerk) dbname=postgres",
    ])
    func `A login or a password is one word, whatever is in it`(word: String) throws {
        try withPassfile { conninfo in
            #expect(reason(conninfo, login: word, RegistryDatabase.password) != "let in")
            #expect(reason(conninfo, word + "x") == "wrong password")
        }
    }

    @Test func `A server that does not ask does not let anybody in`() throws {
        try withPassfile { conninfo in
            #expect(reason(conninfo, login: LocalPostgres.user, "anything") == "not asked")
        }
    }
}
