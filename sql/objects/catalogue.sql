-- A record of what a run of the migrations left behind: every grant, policy, trigger, function, view and constraint, and the attributes of the
-- server's roles thidua_…. access_fault finds what must never exist; this records what does exist, so that later changes by hand can be named.

CREATE VIEW catalogue_now WITH (security_invoker = true) AS
WITH thing (object, acl, definition) AS (
    SELECT format('%s %s', CASE relkind WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence' ELSE 'table' END, relname), relacl,
           concat_ws(' ', relkind, relowner::regrole, relrowsecurity, relforcerowsecurity, reloptions,
                     -- Without parentheses and names: a view that was dumped and restored has more of the former and fewer of the latter.
                     CASE relkind WHEN 'v' THEN regexp_replace(translate(pg_get_viewdef(oid), '()', ''), ' AS \w+', '', 'g') END)
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S', 'm', 'p', 'f')
    UNION ALL
    SELECT format('column %s.%s', relname, attname), attacl,
           concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attstattarget, attgenerated, attidentity, pg_get_expr(d.adbin, d.adrelid))
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') AND attnum > 0 AND NOT attisdropped
    UNION ALL
    SELECT format('index %s', relname), NULL, concat_ws(' ', pg_get_indexdef(oid))
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('i', 'I')
    UNION ALL
    SELECT format('constraint %s', conname), NULL, concat_ws(' ', conrelid::regclass, contypid::regtype, pg_get_constraintdef(oid), convalidated)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 't'
    UNION ALL
    SELECT format('policy %s.%s', polrelid::regclass, polname), NULL,
           concat_ws(' ', polcmd, polpermissive, (SELECT string_agg(r::regrole::text, ' ' ORDER BY r::regrole::text) FROM unnest(polroles) r),
                     pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
    FROM pg_policy JOIN pg_class c ON c.oid = polrelid WHERE relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('trigger %s.%s', tgrelid::regclass, tgname), NULL, concat_ws(' ', tgenabled, pg_get_triggerdef(t.oid))
    FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
    WHERE relnamespace IN ('public'::regnamespace, 'mine'::regnamespace) AND NOT tgisinternal
    UNION ALL
    SELECT format('rule %s.%s', ev_class::regclass, rulename), NULL, pg_get_ruledef(r.oid)
    FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class WHERE relnamespace = 'public'::regnamespace AND relkind <> 'v'
    UNION ALL
    SELECT format('function %s', p.oid::regprocedure), proacl,
           concat_ws(' ', proowner::regrole, prosecdef, proleakproof, provolatile, procost, proconfig, pg_get_functiondef(p.oid))
    FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('schema %s', nspname), nspacl, '' FROM pg_namespace WHERE nspname !~ '^pg_|^(information_schema|thidua_server|pooler)$'
    UNION ALL
    SELECT format('role %s', r.rolname), NULL,
           concat_ws(' ', rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls,
                     -- thidua_accounts becomes a member of every login that it removes or disconnects, which may be closed already.
                     (SELECT string_agg(g.rolname::text, ' ' ORDER BY g.rolname::text COLLATE "C")
                      FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid AND NOT g.rolcanlogin
                        -- What the server's owner grants after the migration (database_close); access_fault says if it is missing.
                        AND NOT (r.rolname = 'thidua_accounts' AND g.rolname !~ '^(thidua|pg)_')
                        AND NOT (r.rolname IN ('thidua_owner', 'thidua_accounts') AND g.rolname IN ('pg_read_all_stats', 'pg_signal_backend'))))
    FROM pg_roles r WHERE r.rolname LIKE 'thidua\_%' AND NOT r.rolcanlogin
    UNION ALL
    SELECT format('defaults of %s', defaclrole::regrole), defaclacl, concat_ws(' ', defaclnamespace::regnamespace, defaclobjtype) FROM pg_default_acl
    UNION ALL
    -- Settings that would bypass triggers or row-level security.
    SELECT format('setting of %s', coalesce(setrole::regrole::text, 'all')), NULL, array_to_string(setconfig, ' ')
    FROM pg_db_role_setting
    WHERE setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
      AND array_to_string(setconfig, ' ') ~ 'session_replication_role|row_security'
)
SELECT object,
       encode(sha256(convert_to(concat_ws(' ', definition, (
           SELECT string_agg(concat_ws(':', CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END, a.privilege_type, a.is_grantable), ' '
                             ORDER BY a.grantee::regrole::text, a.privilege_type)
           FROM aclexplode(acl) a)), 'UTF8')), 'hex') AS digest
FROM thing
UNION ALL
-- As above: a view that was dumped and restored has more parentheses and fewer names.
SELECT format('view %s', c.oid::regclass), encode(sha256(convert_to(concat_ws(' ', relowner::regrole, reloptions, relacl,
           (SELECT string_agg(f.attname || f.attacl::text, ' ' ORDER BY f.attname) FROM pg_attribute f WHERE f.attrelid = c.oid AND f.attacl IS NOT NULL),
           regexp_replace(translate(pg_get_viewdef(c.oid), '()', ''), ' AS \w+', '', 'g')), 'UTF8')), 'hex')
FROM pg_class c WHERE relnamespace IN ('past'::regnamespace, 'mine'::regnamespace, 'council'::regnamespace, 'auditor'::regnamespace, 'reporter'::regnamespace) AND relkind = 'v'
UNION ALL
SELECT format('function %s', p.oid::regprocedure), encode(sha256(convert_to(concat_ws(' ', p.proowner::regrole, p.proacl, pg_get_functiondef(p.oid)), 'UTF8')), 'hex')
FROM pg_proc p WHERE p.pronamespace IN ('past'::regnamespace, 'mine'::regnamespace, 'council'::regnamespace, 'auditor'::regnamespace, 'reporter'::regnamespace);
COMMENT ON VIEW catalogue_now IS 'A digest of the definition and grants of every object, as they are now.';

CREATE FUNCTION catalogue_record() RETURNS void
    LANGUAGE sql SET search_path = pg_catalog, public, pg_temp
    SET quote_all_identifiers = off SET extra_float_digits = 1 SET standard_conforming_strings = on AS $$
    INSERT INTO catalogue (objects) SELECT jsonb_object_agg(object, digest) FROM catalogue_now;
$$;
COMMENT ON FUNCTION catalogue_record IS 'Records the catalogue after the last migration of a run; to be called also after a restore on another version of the server.';

CREATE FUNCTION catalogue_difference() RETURNS TABLE (object text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET client_min_messages = notice
    SET quote_all_identifiers = off SET extra_float_digits = 1 SET standard_conforming_strings = on AS $$
    SELECT coalesce(n.object, c.key)
    FROM jsonb_each_text((SELECT objects FROM catalogue ORDER BY number DESC LIMIT 1)) c
    FULL JOIN catalogue_now n ON n.object = c.key
    WHERE n.digest IS DISTINCT FROM c.value AND EXISTS (SELECT FROM catalogue);
$$;
COMMENT ON FUNCTION catalogue_difference IS 'What was added, changed or removed by hand since the last migration.';

GRANT SELECT ON catalogue_now TO thidua_user;
GRANT EXECUTE ON FUNCTION catalogue_difference TO thidua_user;
