-- Who sees and changes which rows.
--
-- Row-level security is enabled and forced on every table, so that even the owner sees only what a policy allows. Functions that serve all
-- logins run as the owner, which the policy owner_sees_all lets see everything. Every table is closed here; the file for its subject opens it.
--
-- A role that may not see every row of a table has no privileges on it: clerks and the council have none. With a privilege, they could make the
-- planner reveal the other rows, by what it estimates, counts, reads and locks. Instead they call functions, which look rows up by the clerk's own
-- unit, or by what the council names. show() creates these functions and, for clerks, views of the same names over them.

CREATE FUNCTION protect(relation regclass, is_dumped boolean DEFAULT true) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    sequence text;
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY owner_sees_all ON %s TO thidua_owner USING (true) WITH CHECK (true)', relation);
    IF is_dumped THEN
        EXECUTE format('CREATE POLICY backup_reads_all ON %s FOR SELECT TO thidua_backup USING (true)', relation);
    END IF;
    -- Without the privilege, pg_dump would stop.
    EXECUTE format('GRANT SELECT ON %s TO thidua_backup', relation);
    FOR sequence IN
        SELECT pg_get_serial_sequence(relation::text, attname) FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND attidentity <> ''
    LOOP
        EXECUTE format('GRANT SELECT ON SEQUENCE %s TO thidua_backup', sequence);
    END LOOP;
END $$;
COMMENT ON FUNCTION protect IS 'Closes a table to every role but its owner and, unless its rows are not to be in dumps, the backup.';

CREATE FUNCTION share(relation regclass, reader regrole) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('GRANT SELECT ON %s TO %s', relation, reader);
    EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO %s USING (true)',
                   replace(reader::text, 'thidua_', '') || '_reads_all', relation, reader);
END $$;
COMMENT ON FUNCTION share IS 'Lets a role read all rows of a table.';

-- The columns of a relation that is called r, but for one, for which an expression stands: of %1$I, its name, and %2$s, its type.
CREATE FUNCTION columns_but(relation regclass, but text, expression text) RETURNS text
    LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT string_agg(CASE attname WHEN but THEN format(expression || ' AS %1$I', attname, format_type(atttypid, atttypmod)) ELSE format('r.%I', attname) END,
                      ', ' ORDER BY attnum)
    FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped;
$$;
COMMENT ON FUNCTION columns_but IS 'A list of columns for SELECT, one of which is replaced by an expression.';

CREATE FUNCTION show(
    relation regclass, unit text DEFAULT 'unit', campaign text DEFAULT NULL, number text DEFAULT NULL,
    own text DEFAULT 'own_unit()', clerk text DEFAULT 'true', council text DEFAULT NULL, considered text DEFAULT NULL,
    counted text DEFAULT NULL, blank text DEFAULT NULL
) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = relation);
    arguments text := '(campaign text DEFAULT NULL, unit text DEFAULT NULL, number bigint DEFAULT NULL)';
    definer text := 'LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';
    -- An argument for which the relation has no column finds no rows.
    named text := (
        SELECT string_agg(format('($%s IS NULL%s)', given.place, ' OR r.' || quote_ident(given.field) || ' = $' || given.place), ' AND ')
        FROM (VALUES (1, show.campaign), (2, show.unit), (3, show.number)) AS given (place, field));
    source text;
BEGIN
    -- Roles that may see every row call it in the same way. This function is inlined where it is called.
    EXECUTE format('CREATE FUNCTION public.%1$I%2$s RETURNS SETOF public.%1$I LANGUAGE sql STABLE PARALLEL SAFE '
                   'BEGIN ATOMIC SELECT r.* FROM public.%1$I r WHERE %3$s; END', name, arguments, named);
    EXECUTE format('COMMENT ON FUNCTION public.%I(text, text, bigint) IS %L', name,
                   format('The rows of %s, limited to a campaign, a unit or a number if given.', name));
    EXECUTE format('GRANT EXECUTE ON FUNCTION public.%I(text, text, bigint) TO thidua_department', name);

    IF clerk IS NOT NULL THEN
        source := format('SELECT %s FROM public.%I r WHERE r.%I = own AND (%s)',
                         columns_but(relation, counted, 'row_number() OVER (ORDER BY r.%1$I)'), name, unit, clerk);
        EXECUTE format('CREATE FUNCTION mine.%1$I%2$s RETURNS SETOF public.%1$I %3$s AS %4$L', name, arguments, definer,
                       format('DECLARE own text := %s; BEGIN RETURN QUERY SELECT r.* FROM (%s) r WHERE %s; END', own, source, named));
        EXECUTE format('CREATE VIEW mine.%1$I WITH (security_invoker = true) AS SELECT * FROM mine.%1$I()', name);
        EXECUTE format('GRANT EXECUTE ON FUNCTION mine.%I(text, text, bigint) TO thidua_clerk', name);
        EXECUTE format('GRANT SELECT ON mine.%I TO thidua_clerk', name);
        -- A second line of defence: clerks have no privilege on the table.
        IF (SELECT relkind FROM pg_class WHERE oid = relation) = 'r' THEN
            EXECUTE format('CREATE POLICY clerk_reads_its_own ON %s FOR SELECT TO thidua_clerk USING (%I = %s)', relation, unit, own);
        END IF;
    END IF;

    IF coalesce(council, considered) IS NOT NULL THEN
        -- Nothing is computed of drafts: how long that takes would tell how many there are.
        source := CASE WHEN considered IS NULL THEN format('public.%I r', name) ELSE format(
            '(SELECT c.unit, c.id FROM nomination_considered c WHERE ($1 IS NULL OR c.campaign = $1) AND ($2 IS NULL OR c.unit = $2) AND ($3 IS NULL OR c.id = $3) OFFSET 0) c '
            'CROSS JOIN LATERAL (SELECT * FROM public.%I r WHERE (r.unit, r.%I) = (c.unit, c.id) OFFSET 0) r', name, considered) END;
        EXECUTE format('CREATE FUNCTION council.%1$I%2$s RETURNS SETOF public.%1$I %3$s AS %4$L', name, arguments, definer,
                       format('BEGIN IF may_be_explained() THEN PERFORM refuse_explain(); END IF; '
                              'IF num_nonnulls($1, $2, $3) = 0 THEN RAISE EXCEPTION %L USING ERRCODE = ''invalid_parameter_value''; END IF; '
                              'RETURN QUERY SELECT %s FROM %s WHERE (%s) AND %s; END',
                              'a campaign, a unit or a number must be given', columns_but(relation, blank, 'NULL::%2$s'), source,
                              coalesce(council, 'true'), named));
        EXECUTE format('GRANT EXECUTE ON FUNCTION council.%I(text, text, bigint) TO thidua_council', name);
    END IF;
END $$;
COMMENT ON FUNCTION show IS 'Shows part of a table or view: to clerks, in schema mine, the rows that a column (and a condition) makes their own; to the council, in schema council, the rows that meet a condition, or that are of nominations which it considers, by the column of their number. Further arguments name the columns by which rows can be selected, one that is numbered anew for clerks, whose gaps would tell them of other rows, and one that is blank for the council, which would tell it of drafts.';

-- COPY cannot write to a table with row-level security. The cells of a file being imported, in the only unlogged tables, are accessible to
-- administrators only.
-- Whoever has the secret can sign a report that the database has not read; a restored database makes another one (database_close).
SELECT protect(oid, relname <> 'audit_secret') FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p' ORDER BY relname;
