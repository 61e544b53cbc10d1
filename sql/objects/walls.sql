-- Who sees and changes which rows.
--
-- Row-level security is on and forced on every table, so that even the owner sees only what a policy shows it: the functions that act for
-- everyone act as the owner, whom owner_sees_all lets see all. Every table is closed here; what each of them opens stands with what it is about.
--
-- To whom some rows of a table are not to be shown, the table is not: clerks and the council have no right on it. Whoever has one can
-- have the planner tell of the others, by what it expects, what it counts, what it reads and what it holds. They ask functions, which look
-- up by the clerk's own unit, or by what the council names: show() makes these, and views of the same names over them for clerks.

CREATE FUNCTION protect(relation regclass) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    sequence text;
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY owner_sees_all ON %s TO thidua_owner USING (true) WITH CHECK (true)', relation);
    EXECUTE format('CREATE POLICY backup_reads_all ON %s FOR SELECT TO thidua_backup USING (true)', relation);
    EXECUTE format('GRANT SELECT ON %s TO thidua_backup', relation);
    FOR sequence IN
        SELECT pg_get_serial_sequence(relation::text, attname) FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND attidentity <> ''
    LOOP
        EXECUTE format('GRANT SELECT ON SEQUENCE %s TO thidua_backup', sequence);
    END LOOP;
END $$;
COMMENT ON FUNCTION protect IS 'Closes a table to all but its owner and the backup.';

CREATE FUNCTION share(relation regclass, reader regrole) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('GRANT SELECT ON %s TO %s', relation, reader);
    EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO %s USING (true)',
                   replace(reader::text, 'thidua_', '') || '_reads_all', relation, reader);
END $$;
COMMENT ON FUNCTION share IS 'Shows all rows of a table to a role.';

CREATE FUNCTION show(
    relation regclass, unit text DEFAULT 'unit', campaign text DEFAULT NULL, number text DEFAULT NULL,
    own text DEFAULT 'own_unit()', clerk text DEFAULT 'true', council text DEFAULT NULL
) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = relation);
    arguments text := '(campaign text DEFAULT NULL, unit text DEFAULT NULL, number bigint DEFAULT NULL)';
    definer text := 'LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';
    -- What the relation has no column for, nobody finds by it.
    named text := (
        SELECT string_agg(format('($%s IS NULL%s)', given.place, ' OR r.' || quote_ident(given.field) || ' = $' || given.place), ' AND ')
        FROM (VALUES (1, show.campaign), (2, show.unit), (3, show.number)) AS given (place, field));
BEGIN
    -- Whoever is shown all of it asks in the same words: this is written out where it is called.
    EXECUTE format('CREATE FUNCTION public.%1$I%2$s RETURNS SETOF public.%1$I LANGUAGE sql STABLE PARALLEL SAFE '
                   'BEGIN ATOMIC SELECT r.* FROM public.%1$I r WHERE %3$s; END', name, arguments, named);
    EXECUTE format('COMMENT ON FUNCTION public.%I(text, text, bigint) IS %L', name,
                   format('The rows of %s of a campaign, a unit or a number, as far as they are named.', name));
    EXECUTE format('GRANT EXECUTE ON FUNCTION public.%I(text, text, bigint) TO thidua_department', name);

    IF clerk IS NOT NULL THEN
        EXECUTE format('CREATE FUNCTION mine.%1$I%2$s RETURNS SETOF public.%1$I %3$s AS %4$L', name, arguments, definer,
                       format('DECLARE own text := %2$s; BEGIN RETURN QUERY SELECT r.* FROM public.%1$I r WHERE r.%3$I = own AND (%4$s) AND %5$s; END',
                              name, own, unit, clerk, named));
        EXECUTE format('CREATE VIEW mine.%1$I WITH (security_invoker = true) AS SELECT * FROM mine.%1$I()', name);
        EXECUTE format('GRANT EXECUTE ON FUNCTION mine.%I(text, text, bigint) TO thidua_clerk', name);
        EXECUTE format('GRANT SELECT ON mine.%I TO thidua_clerk', name);
        -- The second line: nobody is to get here.
        IF (SELECT relkind FROM pg_class WHERE oid = relation) = 'r' THEN
            EXECUTE format('CREATE POLICY clerk_reads_its_own ON %s FOR SELECT TO thidua_clerk USING (%I = %s)', relation, unit, own);
        END IF;
    END IF;

    IF council IS NOT NULL THEN
        EXECUTE format('CREATE FUNCTION council.%1$I%2$s RETURNS SETOF public.%1$I %3$s AS %4$L',
                       name, arguments, definer,
                       format('BEGIN IF num_nonnulls($1, $2, $3) = 0 THEN RAISE EXCEPTION %4$L USING ERRCODE = ''invalid_parameter_value''; END IF; '
                              'RETURN QUERY SELECT r.* FROM public.%1$I r WHERE (%2$s) AND %3$s; END',
                              name, council, named, 'name a campaign, a unit or a number'));
        EXECUTE format('GRANT EXECUTE ON FUNCTION council.%I(text, text, bigint) TO thidua_council', name);
    END IF;
END $$;
COMMENT ON FUNCTION show IS 'Shows a table or view in part: to clerks what is their own by a column (and a condition), in schema mine; to the council what meets a condition, in schema council. Arguments name the columns by which it is asked for.';

-- COPY cannot write where row-level security is in force. The cells of a file being imported, which alone are kept in unlogged tables, are the
-- administrators' alone.
SELECT protect(oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p' ORDER BY relname;
