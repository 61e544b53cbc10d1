import Postgres
import Registry
import TestSupport
import Testing

/// Statements that wait for a lock before they are refused would hold up everybody behind them.
@Suite(.limited, .keepsFailedDatabases) struct LockTests {
    @Test(arguments: [
        "CREATE RULE r AS ON INSERT TO public.account DO NOTHING", "CREATE RULE r AS ON INSERT TO pg_catalog.pg_class DO NOTHING",
        "ALTER INDEX public.account_login_is_never_reused DEPENDS ON EXTENSION plpgsql",
        "ALTER TABLE public.nomination ADD x integer",
        "CREATE TRIGGER t BEFORE INSERT ON public.nomination FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "DROP TABLE public.nomination", "CREATE INDEX ON public.nomination (unit)", "COMMENT ON TABLE public.nomination IS 'x'",
        "LOCK TABLE public.nomination", "TRUNCATE public.nomination", "REINDEX TABLE public.nomination",
        "CLUSTER public.nomination",
        "REFRESH MATERIALIZED VIEW public.nomination", "ALTER POLICY owner_sees_all ON public.nomination USING (true)",
        "GRANT SELECT ON public.nomination TO PUBLIC", "SECURITY LABEL ON TABLE public.nomination IS 'x'",
        "CREATE STATISTICS s ON unit, id FROM public.nomination", "CREATE PUBLICATION p FOR TABLE public.nomination",
    ])
    func `A clerk's statement that would lock what others need is refused before it waits`(statement: String) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("SELECT database_close()")
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            try connection.transaction { transaction in
                // Whoever has read a table holds up whoever would lock it.
                try transaction.execute(
                    script: "SELECT count(*) FROM nomination; SELECT count(*) FROM account; SELECT count(relname) FROM pg_class")
                try clerk.execute(script: "SET lock_timeout = '2s'")
                let refused = #expect(throws: ServerError.self) { try clerk.execute(script: statement) }
                #expect(refused?.sqlState != .lockNotAvailable, "\(statement): \(String(describing: refused))")
            }
        }
    }
}
