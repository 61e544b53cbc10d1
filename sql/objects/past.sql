-- The registry as it was at a given moment: its present state, with every change undone that the trail has recorded since. So nothing else has
-- to be kept, and any past moment can be queried.
--
-- The view past.nomination stands for the table nomination, and past.dossier_fault for the view dossier_fault, with the same definition,
-- recreated over the tables of the past. In this schema, the clock shows the moment and there is only one campaign. Both are settings of the
-- transaction (thidua.moment, thidua.campaign). Only the owner's functions have access.

CREATE FUNCTION past.clock_timestamp() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('thidua.moment')::timestamptz;
COMMENT ON FUNCTION past.clock_timestamp IS 'The moment, which is the current time for views of the past.';

CREATE FUNCTION past.campaign_code() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('thidua.campaign');
COMMENT ON FUNCTION past.campaign_code IS 'The campaign to which views of the past are limited.';

-- A change made before the moment counts as made by then, even if it was committed later.
CREATE VIEW past.undone WITH (security_invoker = true) AS
SELECT a.relation, a.number, coalesce(a.before || coalesce(p.before, '{}'), a.after || coalesce(p.after, '{}')) AS named, a.before || coalesce(p.before, '{}') AS before
FROM audit a LEFT JOIN audit_personal p USING (chain, number)
WHERE a.done_at >= (SELECT past.clock_timestamp());
COMMENT ON VIEW past.undone IS 'Changes since the moment: a version of the row that contains its key, and the row before the change.';

CREATE FUNCTION past.follow(relation regclass, condition text DEFAULT 'true') RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = relation);
    key int2[] := (
        SELECT i.indkey::int2[] FROM pg_index i WHERE i.indrelid = relation AND (i.indisprimary OR i.indisexclusion)
        ORDER BY i.indisprimary DESC LIMIT 1);
    keys text;
    keys_of_change text;
    columns text;
    columns_of_change text;
BEGIN
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place),
           string_agg(format('(u.named ->> %L)::%s', a.attname, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL)), ', ' ORDER BY k.place)
    INTO keys, keys_of_change
    FROM unnest(key) WITH ORDINALITY AS k (attnum, place)
    JOIN pg_attribute a ON (a.attrelid, a.attnum) = (relation, k.attnum) JOIN pg_type t ON t.oid = a.atttypid;
    -- The trail omits generated columns, except those of a key; they are computed from the others, as in the table.
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
           string_agg(format('(%s)::%s AS %I',
                             coalesce(CASE WHEN a.attgenerated <> '' AND a.attnum <> ALL (key) THEN pg_get_expr(d.adbin, d.adrelid) END,
                                      quote_ident(a.attname)),
                             format_type(a.atttypid, a.atttypmod), a.attname), ', ' ORDER BY a.attnum)
    INTO columns, columns_of_change
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
    WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped;
    EXECUTE format(
        'CREATE VIEW past.%1$I WITH (security_invoker = true) AS '
        'SELECT %4$s FROM public.%1$I r WHERE (%2$s) NOT IN (SELECT %3$s FROM past.undone u WHERE u.relation = %1$L) AND %6$s '
        'UNION ALL SELECT %5$s FROM ('
        'SELECT DISTINCT ON (%3$s) u.before FROM past.undone u WHERE u.relation = %1$L ORDER BY %3$s, u.number) changed '
        'CROSS JOIN LATERAL jsonb_populate_record(NULL::public.%1$I, changed.before) r WHERE changed.before IS NOT NULL AND %6$s '
        -- Evaluated once: if nothing has changed, this half costs nothing, however often a row is looked up.
        'AND (SELECT EXISTS (SELECT FROM past.undone u WHERE u.relation = %1$L))',
        name, keys, keys_of_change, columns, columns_of_change, condition);
    EXECUTE format('COMMENT ON VIEW past.%I IS %L', name, format('The table %s as it was at the moment.', name));
END $$;
COMMENT ON FUNCTION past.follow IS 'Creates the view of a table''s past: the rows that have not changed since, and the others as the trail recorded them before their changes. The second argument selects the rows.';

CREATE FUNCTION past.see(view regclass) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = view);
    definition text := pg_get_viewdef(view);
BEGIN
    -- The definition was printed while public was in the search path, so its names are unqualified; now past comes first.
    PERFORM set_config('search_path', 'past, pg_catalog, public, pg_temp', true);
    EXECUTE format('CREATE VIEW past.%I WITH (security_invoker = true) AS %s', name, definition);
    PERFORM set_config('search_path', 'pg_catalog, public, pg_temp', true);
    EXECUTE format('COMMENT ON VIEW past.%I IS %L', name, format('The view %s over the tables as they were at the moment.', name));
END $$;
COMMENT ON FUNCTION past.see IS 'Creates the view of a view''s past.';

CREATE FUNCTION past.ask(function regprocedure) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    definition text := regexp_replace(pg_get_functiondef(function), 'FUNCTION public\.', 'FUNCTION past.');
BEGIN
    PERFORM set_config('search_path', 'past, pg_catalog, public, pg_temp', true);
    EXECUTE definition;
    PERFORM set_config('search_path', 'pg_catalog, public, pg_temp', true);
    EXECUTE format('ALTER FUNCTION past.%s SET search_path = past, pg_catalog, public, pg_temp', function);
    EXECUTE format('COMMENT ON FUNCTION past.%s IS %L', function, format('The function %s over the tables as they were at the moment.', function));
END $$;
COMMENT ON FUNCTION past.ask IS 'Creates the function that returns what a function would have returned in the past.';

-- Every table whose changes are all in the trail; and every view that reads one of these tables or views, in order of creation, with the
-- functions that it calls.
DO $$
DECLARE
    relation regclass;
    function regprocedure;
BEGIN
    FOR relation IN
        SELECT c.oid FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid
        WHERE c.relnamespace = 'public'::regnamespace AND t.tgfoid = 'audit_change'::regproc AND t.tgtype & 28 = 28 AND t.tgqual IS NULL
        ORDER BY c.relname
    LOOP
        PERFORM past.follow(relation, CASE WHEN EXISTS (
            SELECT FROM pg_attribute a WHERE a.attrelid = relation AND a.attname = 'campaign' AND NOT a.attisdropped
        ) THEN 'r.campaign = (SELECT past.campaign_code())' ELSE 'true' END);
    END LOOP;
    FOR relation IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' ORDER BY oid LOOP
        IF EXISTS (
            SELECT FROM pg_rewrite w JOIN pg_depend d ON (d.classid, d.objid) = ('pg_rewrite'::regclass, w.oid)
            JOIN pg_class r ON d.refclassid = 'pg_class'::regclass AND r.oid = d.refobjid AND r.oid <> w.ev_class
            JOIN pg_class p ON (p.relnamespace, p.relname) = ('past'::regnamespace, r.relname)
            WHERE w.ev_class = relation
        ) THEN
            FOR function IN
                SELECT DISTINCT p.oid
                FROM pg_rewrite w JOIN pg_depend d ON (d.classid, d.objid) = ('pg_rewrite'::regclass, w.oid)
                JOIN pg_proc p ON d.refclassid = 'pg_proc'::regclass AND p.oid = d.refobjid
                WHERE w.ev_class = relation AND p.pronamespace = 'public'::regnamespace AND p.provolatile <> 'i'
                  AND NOT EXISTS (
                      SELECT FROM pg_proc o
                      WHERE (o.pronamespace, o.proname, o.proargtypes) = ('past'::regnamespace, p.proname, p.proargtypes))
            LOOP
                PERFORM past.ask(function);
            END LOOP;
            PERFORM past.see(relation);
        END IF;
    END LOOP;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA past FROM PUBLIC;
