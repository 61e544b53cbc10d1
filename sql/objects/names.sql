-- What everybody but administrators and the backup can name. A statement is planned before its privileges are checked, from statistics about all
-- rows, and the plan can be had (debug_print_plan). So they cannot name a table of which they may not see every row: schema public is closed to them,
-- and what they may use there stands in a schema of their own, under the same name. What they may not use stands there, too, empty and without
-- privileges, so that they are told so, and not that it does not exist.

CREATE FUNCTION offer_nothing() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN NULL;
END $$;
COMMENT ON FUNCTION offer_nothing IS 'Writes nothing: nobody may write there.';

CREATE FUNCTION offer(reader regrole, schema name) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    relation record;
    routine record;
BEGIN
    FOR relation IN
        SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE r.may) AS readable,
               string_agg(format('NULL::%s AS %I', format_type(a.atttypid, a.atttypmod), a.attname), ', ' ORDER BY a.attnum) AS blank
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        CROSS JOIN LATERAL (SELECT has_column_privilege(reader, c.oid, a.attnum, 'SELECT') AS may) r
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
          AND NOT EXISTS (SELECT FROM pg_class own WHERE own.relnamespace = schema::regnamespace AND own.relname = c.relname)
        GROUP BY c.oid ORDER BY c.relname
    LOOP
        IF relation.readable IS NOT NULL THEN
            EXECUTE format('CREATE VIEW %I.%I WITH (security_invoker = true) AS SELECT %s FROM public.%2$I', schema, relation.name, relation.readable);
            EXECUTE format('GRANT SELECT ON %I.%I TO %s', schema, relation.name, reader);
        ELSE
            EXECUTE format('CREATE VIEW %I.%I WITH (security_invoker = true) AS SELECT %s WHERE false', schema, relation.name, relation.blank);
            -- Without it, writing would be refused because it is a view.
            EXECUTE format('CREATE TRIGGER %I INSTEAD OF INSERT OR UPDATE OR DELETE ON %I.%I FOR EACH ROW EXECUTE FUNCTION offer_nothing()',
                           relation.name || '_is_not_offered', schema, relation.name);
        END IF;
    END LOOP;
    FOR routine IN
        SELECT p.proname AS name, pg_get_function_arguments(p.oid) AS arguments, pg_get_function_identity_arguments(p.oid) AS identity,
               pg_get_function_result(p.oid) AS result, p.proretset, p.provolatile, p.proisstrict,
               (SELECT coalesce(string_agg(CASE WHEN p.provariadic <> 0 AND n = p.pronargs THEN 'VARIADIC ' ELSE '' END || '$' || n, ', ' ORDER BY n), '')
                FROM generate_series(1, p.pronargs) AS n) AS passed,
               has_function_privilege(reader, p.oid, 'EXECUTE')
               -- A function over a relation that the reader may not see.
               AND NOT EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.reltype = p.prorettype AND c.relname = p.proname
                                                        AND NOT has_any_column_privilege(reader, c.oid, 'SELECT')) AS may
        FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = 'thidua_owner'::regrole AND p.prokind = 'f' AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
          AND NOT EXISTS (SELECT FROM pg_proc own WHERE own.pronamespace = schema::regnamespace AND own.proname = p.proname)
        ORDER BY p.proname
    LOOP
        -- Without the privilege, it is not even planned.
        EXECUTE format('CREATE FUNCTION %I.%I(%s) RETURNS %s LANGUAGE sql %s %s BEGIN ATOMIC SELECT %s; END', schema, routine.name, routine.arguments,
                       routine.result, CASE routine.provolatile WHEN 'i' THEN 'IMMUTABLE' WHEN 's' THEN 'STABLE' ELSE 'VOLATILE' END,
                       CASE WHEN routine.proisstrict THEN 'STRICT' ELSE '' END,
                       format(CASE WHEN routine.proretset THEN '* FROM public.%I(%s)' ELSE 'public.%I(%s)' END, routine.name, routine.passed));
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %I.%I(%s) FROM PUBLIC', schema, routine.name, routine.identity);
        IF routine.may THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %I.%I(%s) TO %s', schema, routine.name, routine.identity, reader);
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION offer IS 'Offers a role what it may use of schema public in a schema of its own: views of the same names, of the columns that it may read, and functions.';

SELECT offer('thidua_clerk', 'mine'), offer('thidua_council', 'council'), offer('thidua_auditor', 'auditor'), offer('thidua_reporter', 'reporter');
