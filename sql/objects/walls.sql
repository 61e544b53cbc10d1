-- Who sees and changes which rows. Row-level security is on and forced on every table, so that even the owner sees only what a policy shows
-- it: the functions that count for everyone act as the owner, whom owner_sees_all lets see all. Every table is closed here; what each of
-- them opens stands with what it is about.

CREATE FUNCTION protect(relation regclass) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    field record;
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY owner_sees_all ON %s TO thidua_owner USING (true) WITH CHECK (true)', relation);
    EXECUTE format('CREATE POLICY backup_reads_all ON %s FOR SELECT TO thidua_backup USING (true)', relation);
    EXECUTE format('GRANT SELECT ON %s TO thidua_backup', relation);
    -- EXPLAIN tells anyone what the planner expects, and it expects what it counted, whosever rows they are.
    FOR field IN
        SELECT attname AS name, pg_get_serial_sequence(relation::text, attname) AS sequence
        FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped
    LOOP
        EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0', relation, field.name);
        IF field.sequence IS NOT NULL THEN
            EXECUTE format('GRANT SELECT ON SEQUENCE %s TO thidua_backup', field.sequence);
        END IF;
    END LOOP;
    FOR field IN
        SELECT f.attrelid::regclass AS index, f.attnum AS number
        FROM pg_index i JOIN pg_attribute f ON f.attrelid = i.indexrelid
        WHERE i.indrelid = relation AND i.indexprs IS NOT NULL AND i.indkey[f.attnum - 1] = 0
    LOOP
        EXECUTE format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS 0', field.index, field.number);
    END LOOP;
END $$;
COMMENT ON FUNCTION protect IS 'Closes a new table to all but its owner and the backup; grants and policies then open it.';

CREATE FUNCTION share(relation regclass, reader regrole) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('GRANT SELECT ON %s TO %s', relation, reader);
    EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO %s USING (true)',
                   replace(reader::text, 'thidua_', '') || '_reads_all', relation, reader);
END $$;
COMMENT ON FUNCTION share IS 'Shows all rows of a table to a role.';

-- COPY cannot write where row-level security is in force. The cells of a file being imported, which alone are kept in unlogged tables, are the
-- administrators' alone.
SELECT protect(oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p' ORDER BY relname;
