-- Everything in the catalogue that would open the wall, so that the tests, `db verify` and `doctor` all find a table, a view or a function that is
-- added later without its policy. The view reads the catalogue, which every login may read.

CREATE VIEW access_fault WITH (security_invoker = true) AS
WITH relation AS (
    SELECT c.relname::text AS name, c.oid, c.relkind, c.relowner, c.relacl, c.reloptions, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity
    FROM pg_class c WHERE c.relnamespace IN ('public'::regnamespace, 'mine'::regnamespace)
), granted AS (
    SELECT r.oid, r.name, r.relkind, a.grantee, a.privilege_type, NULL::name AS attname
    FROM relation r CROSS JOIN LATERAL aclexplode(r.relacl) a
    UNION ALL
    SELECT r.oid, r.name, r.relkind, a.grantee, a.privilege_type, f.attname
    FROM relation r JOIN pg_attribute f ON f.attrelid = r.oid CROSS JOIN LATERAL aclexplode(f.attacl) a
), routine AS (
    SELECT p.oid::regprocedure::text AS name, p.*
    FROM pg_proc p
    WHERE p.pronamespace IN ('public'::regnamespace, 'mine'::regnamespace, 'council'::regnamespace, 'auditor'::regnamespace, 'reporter'::regnamespace)
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
), tenant AS (
    SELECT i.indrelid AS oid, f.attnum
    FROM pg_index i JOIN relation r ON r.oid = i.indrelid JOIN pg_attribute f ON (f.attrelid, f.attnum) = (i.indrelid, i.indkey[0])
    WHERE i.indisprimary AND f.attname = 'unit'
), login AS (
    -- Those who administer the server itself are superusers, whom no wall in a database can stop.
    SELECT r.oid, r.rolname::text AS name, r.rolconnlimit, r.rolconfig, r.rolcreaterole OR r.rolbypassrls OR r.rolreplication OR r.rolcreatedb AS has_server_privileges
    FROM pg_roles r WHERE r.rolcanlogin AND NOT r.rolsuper
)
SELECT name AS object, 'row_security_is_not_forced' AS fault
FROM relation r
WHERE relkind IN ('r', 'p', 'f', 'm') AND NOT (relrowsecurity AND relforcerowsecurity)
  -- Exempt: the cells of a file being imported, which only administrators and the backup can access.
  AND (relpersistence <> 'u' OR EXISTS (
      SELECT FROM granted g WHERE g.oid = r.oid AND g.grantee NOT IN (r.relowner, to_regrole('thidua_administrator'), to_regrole('thidua_backup'))))
UNION ALL
SELECT format('%s: %s', polrelid::regclass, polname), 'policy_is_for_everyone'
FROM pg_policy JOIN relation r ON r.oid = polrelid WHERE 0 = ANY (polroles)
UNION ALL
SELECT format('%s: %s', polrelid::regclass, polname), 'policy_does_not_check_what_is_written'
FROM pg_policy JOIN relation r ON r.oid = polrelid WHERE polcmd <> 'r' AND polcmd <> 'd' AND polwithcheck IS NULL
UNION ALL
SELECT name, 'view_shows_its_owners_rows'
FROM relation WHERE relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)
UNION ALL
SELECT name, 'everyone_has_rights' FROM granted WHERE grantee = 0
UNION ALL
-- A role that may read part of a table can make the planner reveal the rest.
SELECT DISTINCT g.name, 'part_of_a_table_is_read'
FROM granted g JOIN pg_policy p ON p.polrelid = g.oid AND p.polcmd IN ('r', '*')
WHERE g.grantee <> 0 AND pg_get_expr(p.polqual, p.polrelid) <> 'true'
  AND EXISTS (SELECT FROM unnest(p.polroles) AS r WHERE pg_has_role(g.grantee, r, 'USAGE'))
UNION ALL
-- A function that runs as its owner must not print its plans.
SELECT name, 'its_callers_settings_reach_it'
FROM routine
WHERE prosecdef
  AND (prorettype = 'trigger'::regtype
       OR has_function_privilege(to_regrole('thidua_clerk'), oid, 'EXECUTE') OR has_function_privilege(to_regrole('thidua_council'), oid, 'EXECUTE'))
  AND NOT coalesce('client_min_messages=notice' = ANY (proconfig), false)
UNION ALL
SELECT name, 'its_callers_settings_reach_it'
FROM routine
WHERE prosqlbody IS NULL AND strpos(prosrc, chr(92)) > 0 AND NOT coalesce('standard_conforming_strings=on' = ANY (proconfig), false)
UNION ALL
-- The system columns of a row tell who else has locked or written it.
SELECT DISTINCT name, 'system_columns_are_read'
FROM granted g
WHERE g.relkind = 'r' AND g.privilege_type = 'SELECT' AND g.attname IS NULL
  AND g.grantee NOT IN (0, to_regrole('thidua_owner'), to_regrole('thidua_backup'), to_regrole('thidua_administrator'), to_regrole('thidua_accounts'))
UNION ALL
SELECT r.rolname::text, 'tables_can_be_named'
FROM pg_roles r WHERE r.rolname IN ('thidua_clerk', 'thidua_council') AND has_schema_privilege(r.oid, 'public', 'USAGE')
UNION ALL
-- A privilege to change or delete any row of a table is also the privilege to lock it; to insert, is to keep others from locking it.
SELECT DISTINCT name, 'logins_may_lock'
FROM granted
WHERE grantee NOT IN (0, to_regrole('thidua_owner'), to_regrole('thidua_accounts')) AND attname IS NULL AND relkind = 'r'
  AND (privilege_type NOT IN ('SELECT', 'INSERT')
       OR privilege_type = 'INSERT' AND grantee IN (to_regrole('thidua_clerk'), to_regrole('thidua_user')))
UNION ALL
SELECT name, 'function_is_for_everyone'
FROM routine WHERE EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a WHERE a.grantee = 0)
UNION ALL
-- A body that was parsed at creation, such as SQL's RETURN, looks up no names when it runs.
SELECT name, 'search_path_is_not_fixed'
FROM routine
WHERE NOT coalesce('search_path=pg_catalog, public, pg_temp' = ANY (proconfig), false) AND (prosecdef OR prosqlbody IS NULL)
UNION ALL
SELECT name, 'owner_is_another' FROM relation WHERE relkind IN ('r', 'v', 'S', 'p', 'm', 'f') AND relowner <> to_regrole('thidua_owner')
UNION ALL
SELECT name, 'owner_is_another' FROM routine
WHERE proowner <> CASE WHEN proname LIKE 'server\_role\_%' THEN to_regrole('thidua_accounts') ELSE to_regrole('thidua_owner') END
UNION ALL
SELECT name, 'changes_leave_no_trail'
FROM relation r
WHERE relkind IN ('r', 'p') AND relrowsecurity AND name NOT LIKE 'audit%' AND NOT EXISTS (
    SELECT FROM pg_trigger t WHERE t.tgrelid = r.oid AND t.tgfoid = 'audit_change'::regproc AND t.tgenabled = 'A')
UNION ALL
SELECT format('%s: %s', t.tgrelid::regclass, t.tgname), 'trigger_is_off'
FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid WHERE t.tgenabled NOT IN ('O', 'A')
UNION ALL
-- Between two tables whose primary keys begin with the unit, every foreign key includes the unit too.
SELECT format('%s: %s', k.conrelid::regclass, k.conname), 'key_crosses_units'
FROM pg_constraint k
JOIN tenant here ON here.oid = k.conrelid
JOIN tenant there ON there.oid = k.confrelid
WHERE k.contype = 'f'
  AND NOT EXISTS (SELECT FROM unnest(k.conkey, k.confkey) AS pair (a, b) WHERE a = here.attnum AND b = there.attnum)
UNION ALL
SELECT datname::text, 'database_lets_everyone_in'
FROM pg_database
WHERE datname = current_database()
  AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba))) a WHERE a.grantee = 0)
UNION ALL
-- One row for all of them: there are many.
SELECT current_database()::text, 'windows_are_for_everyone'
WHERE EXISTS (SELECT FROM window_of_everyone) OR EXISTS (SELECT FROM writable_by_everyone)
   OR EXISTS (SELECT FROM pg_language l CROSS JOIN LATERAL aclexplode(coalesce(l.lanacl, acldefault('l', l.lanowner))) a
              WHERE l.lanname = 'plpgsql' AND a.grantee = 0)
   OR EXISTS (SELECT FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
              WHERE c.oid = 'pg_class'::regclass AND a.grantee = 0 AND a.privilege_type = 'SELECT')
UNION ALL
-- A login makes large objects and temporary tables there instead; and every new database begins as template1 is.
SELECT datname::text, 'other_database_lets_everyone_in'
FROM pg_database
WHERE datname IN ('postgres', 'template1')
  AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba))) a WHERE a.grantee = 0)
UNION ALL
-- There, a login sees who is connected here, and to which tables they write: the server's windows are closed in each database by itself.
SELECT datname::text, 'neighbour_database_lets_everyone_in'
FROM pg_database
WHERE datname NOT IN ('postgres', 'template1', current_database()) AND datallowconn
  AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba))) a WHERE a.grantee = 0 AND a.privilege_type = 'CONNECT')
UNION ALL
-- A dump has them all, and the backup's login may not read them.
SELECT format('large object %s of %s', oid, lomowner::regrole), 'large_object_stops_the_backup' FROM pg_largeobject_metadata
UNION ALL
-- deploy/guard leaves a thousand to each connection.
SELECT 'max_locks_per_transaction', 'locks_can_run_out' WHERE current_setting('max_locks_per_transaction')::integer < 1024
UNION ALL
-- Prepared in time, it could be committed long after the deadline, by nobody's session.
SELECT 'max_prepared_transactions', 'transactions_can_be_prepared' WHERE current_setting('max_prepared_transactions')::integer > 0
UNION ALL
SELECT leave, 'owner_lacks_leave_of_the_server'
FROM unnest(ARRAY['pg_read_all_stats', 'pg_signal_backend']) AS leave
WHERE NOT pg_has_role('thidua_owner', leave, 'USAGE') OR NOT pg_has_role('thidua_accounts', leave, 'USAGE')
UNION ALL
SELECT current_database()::text, 'schema_is_locked_by_everyone'
WHERE NOT EXISTS (SELECT FROM pg_event_trigger WHERE evtname = 'thidua_schema_is_the_owners' AND evtenabled IN ('O', 'A'))
UNION ALL
SELECT l.name, 'login_connects_without_limit'
FROM login l JOIN account_shown() a ON a.login = l.name AND a.removed_at IS NULL JOIN access_role r ON r.code = a.role
WHERE l.rolconnlimit < 0
UNION ALL
SELECT l.name, 'login_spills_without_limit'
FROM login l JOIN account_shown() a ON a.login = l.name AND a.removed_at IS NULL JOIN access_role r ON r.code = a.role
WHERE r.spill IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(l.rolconfig) AS setting WHERE setting LIKE 'temp\_file\_limit=%')
UNION ALL
SELECT l.name, 'login_gives_way'
FROM login l JOIN account_shown() a ON a.login = l.name AND a.removed_at IS NULL JOIN access_role r ON r.code = a.role
WHERE r.insists IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(l.rolconfig) AS setting WHERE setting LIKE 'deadlock\_timeout=%')
UNION ALL
SELECT l.name, 'login_has_other_rights'
FROM login l JOIN account_shown() a ON a.login = l.name
WHERE l.has_server_privileges OR EXISTS (
    SELECT FROM pg_auth_members m WHERE m.member = l.oid AND m.roleid <> to_regrole('thidua_' || a.role))
UNION ALL
SELECT a.login, 'account_has_no_login'
FROM account_shown() a WHERE a.removed_at IS NULL AND NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = a.login)
UNION ALL
SELECT a.login, 'login_is_closed'
FROM account_shown() a JOIN pg_roles r ON r.rolname = a.login WHERE a.removed_at IS NULL AND NOT r.rolcanlogin
UNION ALL
-- Reported only to logins that may see every account.
SELECT l.name, 'login_has_no_account'
FROM login l
WHERE (is_administrator() OR pg_has_role(session_user, 'thidua_auditor', 'USAGE'))
  AND pg_has_role(l.oid, 'thidua_user', 'MEMBER')
  -- Granted access by name. If everyone has access, that is reported above.
  AND EXISTS (
      SELECT FROM pg_database d CROSS JOIN LATERAL aclexplode(d.datacl) a
      WHERE d.datname = current_database() AND a.grantee <> 0 AND pg_has_role(l.oid, a.grantee, 'USAGE'))
  -- The login that runs the migrations is a member of the owner.
  AND NOT pg_has_role(l.oid, 'thidua_owner', 'MEMBER')
  AND NOT EXISTS (SELECT FROM account_shown() a WHERE a.login = l.name AND a.removed_at IS NULL)
UNION ALL
-- The schema past must be closed as well.
SELECT 'past.' || c.relname, CASE WHEN c.relowner <> to_regrole('thidua_owner') THEN 'owner_is_another'
                                  WHEN NOT coalesce('security_invoker=true' = ANY (c.reloptions), false) THEN 'view_shows_its_owners_rows'
                                  ELSE 'past_is_in_sight' END
FROM pg_class c
WHERE c.relnamespace = to_regnamespace('past')
  AND (c.relowner <> to_regrole('thidua_owner') OR NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)
       OR EXISTS (SELECT FROM aclexplode(c.relacl) a WHERE a.grantee <> c.relowner))
UNION ALL
SELECT 'past.' || p.proname, CASE WHEN p.proowner <> to_regrole('thidua_owner') THEN 'owner_is_another' ELSE 'past_is_in_sight' END
FROM pg_proc p
WHERE p.pronamespace = to_regnamespace('past')
  AND (p.proowner <> to_regrole('thidua_owner')
       OR EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee <> p.proowner))
UNION ALL
SELECT 'past', 'past_is_in_sight'
FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a WHERE n.nspname = 'past' AND a.grantee <> n.nspowner;
COMMENT ON VIEW access_fault IS 'Everything in the catalogue, and among the logins, that would let a login bypass row-level security or the trail.';

GRANT SELECT ON access_fault TO thidua_user;
