import Postgres
import Registry
import TestSupport
import Testing

extension ObjectsTests {
    /// Otherwise, each call of it is planned anew, which takes longer than what most of them do.
    @Test func `A function that is one expression is inlined where it is called`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            try connection.execute(
                script: #"""
                    CREATE FUNCTION not_inlined() RETURNS SETOF text LANGUAGE plpgsql AS $$
                    DECLARE
                        called record;
                        line text;
                    BEGIN
                        FOR called IN
                            SELECT p.proname AS name, format('%s(%s)', p.oid::regproc, string_agg('a' || n, ', ' ORDER BY n)) AS call,
                                   coalesce(string_agg(format('NULL::%s AS a%s', format_type(t, NULL), n), ', ' ORDER BY n) FILTER (WHERE n > 0), '') AS arguments
                            FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang LEFT JOIN unnest(p.proargtypes) WITH ORDINALITY AS a (t, n) ON true
                            WHERE l.lanname = 'sql' AND p.pronamespace = 'public'::regnamespace AND p.proowner = 'thidua_owner'::regrole
                              AND NOT p.prosecdef AND p.proconfig IS NULL AND NOT p.proretset AND pg_get_function_sqlbody(p.oid) !~ 'SELECT'
                            GROUP BY p.oid
                        LOOP
                            FOR line IN EXECUTE format('EXPLAIN VERBOSE SELECT %s FROM (SELECT %s OFFSET 0) x', called.call, called.arguments) LOOP
                                IF strpos(line, called.name || '(') > 0 THEN
                                    RETURN NEXT called.name;
                                END IF;
                            END LOOP;
                        END LOOP;
                    END $$;
                    CREATE FUNCTION known_by_volatile() RETURNS boolean LANGUAGE sql STABLE RETURN current_query() = '';
                    ALTER FUNCTION known_by_volatile OWNER TO thidua_owner;
                    """#)
            // Of these, the first two are called once for each report and each file; the last is here to be found.
            expect(
                try connection.rows("SELECT * FROM not_inlined() ORDER BY 1"),
                is: ["(audit_heads_hash)", "(known_by_volatile)", "(media_type)"])
        }
    }
}
