import Postgres

extension RegistryDatabase {
    /// Simulates the passing of days, by moving back every time that the registry has recorded, except those of its reports.
    ///
    /// The trail's hashes cover its times: they no longer match afterwards.
    public static func age(byDays days: Int, on connection: inout Connection) throws {
        try connection.execute(
            script: """
                SET session_replication_role = replica;
                ALTER TABLE audit DISABLE TRIGGER audit_is_never_rewritten;
                DO $$
                DECLARE
                    relation text;
                    changes text;
                BEGIN
                    FOR relation, changes IN
                        SELECT table_name, string_agg(format('%1$I = %1$I - interval ''\(days) days''', column_name), ', ')
                        FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
                        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'timestamp with time zone'
                          AND (table_name, column_name) <> ('campaign', 'deadline') AND table_name !~ '^report|^council_session$|^decision$'
                        GROUP BY table_name
                    LOOP
                        EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER; UPDATE %I SET %s; ALTER TABLE %I ENABLE TRIGGER USER', relation, relation, changes, relation);
                    END LOOP;
                END $$;
                RESET session_replication_role;
                """)
    }
}
