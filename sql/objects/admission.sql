-- Whom the database lets in, and what the server lets them see of each other. In part this is for the server's owner to grant: a superuser runs
-- database_close() once, and again after a restore; access_fault names what is missing until then.

-- What every role on a server may call, and should not where roles do not trust each other: what counts the rows of a table and what was read of
-- them; what shows who is connected, waits, commits or writes; what holds a lock or a place on disk that belongs to nobody's rows; and what runs a
-- text as a statement (refuse_explain).
CREATE VIEW window_of_everyone WITH (security_invoker = true) AS
SELECT oid::regprocedure AS oid FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace AND EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a WHERE a.grantee = 0)
  AND (proname ~ ('^(pg_stat_get_|pg_(relation|table|indexes|total_relation|database|tablespace)_size$|currtid'
                  '|pg_lock_status|pg_blocking_pids|pg_safe_snapshot_blocking_pids|pg_prepared_xact$|pg_get_(multixact|replication_slots)'
                  '|pg_isolation_test_|txid_|pg_(current_(xact|snapshot)|xact_|last_(committed_)?xact|control_)|pg_(current|last)_wal_|pg_notif'
                  '|pg_(try_)?advisory_|pg_logical_emit_message|lo_|loread$|lowrite$|pg_(cancel|terminate)_backend|pg_export_snapshot'
                  '|brin_(de)?summarize_|gin_clean_pending_list$|pg_(available_)?wal_summar|pg_get_wal_summar|(query|cursor)_to_xml|ts_stat$)')
       OR proname = 'ts_rewrite' AND 'text'::regtype = ANY (proargtypes)
       OR proname IN ('age', 'mxid_age') AND proargtypes[0] = 'xid'::regtype);
COMMENT ON VIEW window_of_everyone IS 'Server functions through which every role sees, or hinders, what others do.';

CREATE VIEW writable_by_everyone WITH (security_invoker = true) AS
SELECT c.oid::regclass AS relation, a.privilege_type AS privilege
FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
WHERE c.relnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) AND a.grantee = 0 AND a.privilege_type <> 'SELECT';
COMMENT ON VIEW writable_by_everyone IS 'Views of the server that every role may write to, and so lock.';

-- Who needs them nevertheless.
CREATE FUNCTION window_close(opening regprocedure) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', opening);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO thidua_owner, thidua_accounts, pg_monitor', opening);
    IF opening::text ~ '^pg_current_wal_' THEN
        -- A report on a standby waits until that has what the primary had.
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO thidua_administrator, thidua_reporter', opening);
    END IF;
END $$;
COMMENT ON FUNCTION window_close IS 'Leaves a function of the server to the registry''s own functions and to monitoring.';

-- Any login may grant what it has not, which changes the database's row, and nothing in it.
CREATE FUNCTION database_change(change text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    FOR attempt IN 1..100 LOOP
        BEGIN
            EXECUTE format(change, current_database());
            RETURN;
        EXCEPTION WHEN internal_error THEN  -- "tuple concurrently updated"
            IF attempt = 100 THEN
                RAISE;
            END IF;
        END;
    END LOOP;
END $$;
COMMENT ON FUNCTION database_change IS 'Changes the privileges on the database, even while somebody keeps changing them.';

-- Privileges that belong to the database itself, and so are lost when it is restored from a dump under another name.
CREATE FUNCTION database_close() RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    account record;
    opening record;
BEGIN
    PERFORM database_change('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC');
    PERFORM database_change('GRANT CONNECT ON DATABASE %I TO thidua_accounts WITH GRANT OPTION');
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        PERFORM window_close(w.oid) FROM window_of_everyone w;
        -- DO runs what it puts together.
        EXECUTE 'REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC';
        EXECUTE 'GRANT USAGE ON LANGUAGE plpgsql TO thidua_owner, thidua_accounts';
        -- With a privilege to write, a view can be locked against everybody who reads it; pg_settings, against backups.
        FOR opening IN SELECT w.relation, w.privilege FROM writable_by_everyone w LOOP
            EXECUTE format('REVOKE %s ON %s FROM PUBLIC', opening.privilege, opening.relation);
        END LOOP;
        -- How many rows a table has, and how old they are.
        EXECUTE 'REVOKE SELECT ON pg_class FROM PUBLIC';
        EXECUTE format('GRANT SELECT (%s) ON pg_class TO PUBLIC', (
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
            WHERE attrelid = 'pg_class'::regclass AND attnum > 0 AND attname NOT IN ('reltuples', 'relpages', 'relallvisible', 'relallfrozen', 'relfrozenxid', 'relminmxid')));
        EXECUTE 'GRANT SELECT ON pg_class TO thidua_owner, thidua_backup, pg_monitor';
        -- To tell who holds whom up, and since when; to end that; and to bound what a session writes to disk.
        IF EXISTS (SELECT FROM unnest(ARRAY['thidua_owner', 'thidua_accounts']) AS r, unnest(ARRAY['pg_read_all_stats', 'pg_signal_backend']) AS leave
                   WHERE NOT pg_has_role(r, leave, 'USAGE')) THEN
            EXECUTE 'GRANT pg_read_all_stats, pg_signal_backend TO thidua_owner, thidua_accounts';
        END IF;
        -- Some statements wait for a lock before they are refused, and everybody waits behind them. This refuses them first.
        IF NOT EXISTS (SELECT FROM pg_event_trigger WHERE evtname = 'thidua_schema_is_the_owners') THEN
            -- The function is the superuser's own: whoever could replace it would act for superusers.
            EXECUTE 'CREATE SCHEMA IF NOT EXISTS thidua_server';
            EXECUTE $ddl$
                CREATE OR REPLACE FUNCTION thidua_server.refuse_ddl() RETURNS event_trigger
                    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $refuse$
                BEGIN
                    -- A login that is dropped loses what it owns.
                    IF NOT pg_has_role(session_user, 'thidua_owner', 'MEMBER') AND current_user <> 'thidua_accounts' THEN
                        RAISE EXCEPTION 'the schema is changed by migrations only' USING ERRCODE = 'insufficient_privilege';
                    END IF;
                END $refuse$ $ddl$;
            EXECUTE 'CREATE EVENT TRIGGER thidua_schema_is_the_owners ON ddl_command_start EXECUTE FUNCTION thidua_server.refuse_ddl()';
        END IF;
        IF NOT has_parameter_privilege('thidua_accounts', 'temp_file_limit', 'SET')
           OR NOT has_parameter_privilege('thidua_accounts', 'deadlock_timeout', 'SET') THEN
            EXECUTE 'GRANT SET ON PARAMETER temp_file_limit, deadlock_timeout TO thidua_accounts';
        END IF;
    END IF;
    -- In no dump.
    INSERT INTO audit_secret DEFAULT VALUES ON CONFLICT DO NOTHING;
    FOR account IN SELECT login, role FROM public.account JOIN pg_roles ON rolname = login WHERE removed_at IS NULL LOOP
        PERFORM server_role_admit(account.login, account.role);
    END LOOP;
END $$;
COMMENT ON FUNCTION database_close IS 'Lets only the logins of `account` connect, without temporary tables. When a superuser runs it, it also closes the server''s windows (window_of_everyone). To be run by the database''s owner, also after a restore.';

GRANT SELECT ON window_of_everyone, writable_by_everyone TO thidua_user;

RESET ROLE;
SELECT database_close();
SET LOCAL ROLE thidua_owner;
