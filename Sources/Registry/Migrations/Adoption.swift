import Postgres
import RegistrySQL

/// A registry that was restored from a dump, or whose server was upgraded: what does not come along is given back to it.
public enum Adoption {
    /// Does what `deploy/close-server` does, and records the catalogue as it is on this server.
    ///
    /// - Returns: Which objects are not as they were recorded before, by name: after a move to another version, many are only written
    ///   differently.
    /// - Throws: ``Refusal`` if tables are missing, if it is not migrated, or if the login is no superuser.
    public static func run(on connection: inout Connection) throws -> [String] {
        guard try Migrator.status(on: &connection).allSatisfy({ $0.state == .applied }) else { throw Refusal.notMigrated }
        let isSuperuser = try connection.first("SELECT rolsuper AS may FROM pg_roles WHERE rolname = session_user") {
            try $0["may"] as Bool
        }
        guard isSuperuser == true else {
            throw Refusal(
                .notPermitted,
                Phrase("Chỉ tài khoản quản trị máy chủ (superuser) làm được việc này.", "Only a superuser can do that."),
                hint: Phrase(
                    "Trên máy chủ: sudo -u postgres thidua db adopt --dsn 'dbname=…'",
                    "On the server: sudo -u postgres thidua db adopt --dsn 'dbname=…'"))
        }
        try runAsPsql(RegistrySQL.closing, on: &connection)
        return try connection.transaction { transaction in
            let changed: [String] = try transaction.query("SELECT object FROM catalogue_difference() ORDER BY object") {
                try $0["object"]
            }
            if !changed.isEmpty {
                try transaction.execute("SET LOCAL ROLE thidua_owner")
                try transaction.execute("SELECT catalogue_record()")
            }
            return changed
        }
    }

    /// Runs psql's input. `ALTER SYSTEM` has to be a transaction by itself.
    private static func runAsPsql(_ input: String, on connection: inout Connection) throws {
        var pending = ""
        for line in input.split(separator: "\n") where !line.hasPrefix("--") {
            if line == #"\gexec"# {
                try connection.execute(
                    script: "DECLARE made CURSOR WITH HOLD FOR SELECT made.statement FROM (\(pending)) AS made (statement)")
                let statements = try connection.query("FETCH ALL FROM made") { try $0["statement"] as String }
                try connection.execute(script: "CLOSE made")
                for statement in statements { try connection.execute(script: statement) }
                pending = ""
            } else {
                pending += line.replacing(#" \g /dev/null"#, with: ";") + "\n"
                if pending.hasSuffix(";\n") {
                    try connection.execute(script: pending)
                    pending = ""
                }
            }
        }
    }
}
