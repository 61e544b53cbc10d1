-- Creating and dropping logins requires CREATEROLE. Only the first four functions run with it, and only the owner's functions may call them.

RESET ROLE;
GRANT CREATE ON SCHEMA public TO thidua_accounts;
SET LOCAL ROLE thidua_accounts;

CREATE FUNCTION server_role_add(login text, role text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', login, verifier);
    EXECUTE format('GRANT %I TO %I', 'thidua_' || role, login);
    PERFORM server_role_admit(login, role);
EXCEPTION
    -- Raised again: the server's own error report repeats the statement, and with it the password's hash.
    WHEN duplicate_object OR unique_violation THEN
        RAISE EXCEPTION 'the server already has a role of this name'
            USING ERRCODE = 'unique_violation', TABLE = 'account', CONSTRAINT = 'account_login_is_free_on_the_server';
    WHEN OTHERS OR query_canceled THEN
        RAISE EXCEPTION 'the login could not be created: %', SQLERRM USING ERRCODE = SQLSTATE;
END $$;
COMMENT ON FUNCTION server_role_add IS 'Creates a login that may connect to this database only.';

CREATE FUNCTION server_role_password(login text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER ROLE %I PASSWORD %L', login, verifier);
EXCEPTION WHEN OTHERS OR query_canceled THEN
    RAISE EXCEPTION 'the password could not be set: %', SQLERRM USING ERRCODE = SQLSTATE;  -- without the statement, as above
END $$;
COMMENT ON FUNCTION server_role_password IS 'Changes the password of a login.';

CREATE FUNCTION server_role_admit(login text, role text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    path text := CASE role WHEN 'clerk' THEN 'mine, public' WHEN 'council' THEN 'council, public' ELSE 'public' END;
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login);
    -- In this search path, the names of tables and views mean what the login may see of them. Set only if it differs: roles belong to the whole
    -- server.
    IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login AND 'search_path=' || path = ANY (r.rolconfig)) THEN
        EXECUTE format('ALTER ROLE %I SET search_path = %s', login, path);
    END IF;
END $$;
COMMENT ON FUNCTION server_role_admit IS 'Lets a login connect to this database, and see what its role may see.';

CREATE FUNCTION server_role_remove(login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    role text;
BEGIN
    EXECUTE format('ALTER ROLE %I NOLOGIN', login);
    FOR role IN SELECT code FROM access_role WHERE pg_has_role(login, 'thidua_' || code, 'MEMBER') LOOP
        EXECUTE format('REVOKE %I FROM %I', 'thidua_' || role, login);
    END LOOP;
    -- A member of a role may end its sessions, and drop what it owns or was granted: large objects, defaults, the privilege to connect.
    EXECUTE format('GRANT %I TO thidua_accounts', login);
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = login AND pid <> pg_backend_pid();
    EXECUTE format('DROP OWNED BY %I', login);
    BEGIN
        EXECUTE format('DROP ROLE %I', login);
    EXCEPTION WHEN dependent_objects_still_exist THEN
        NULL;  -- another database or another role's grant refers to it: it cannot log in, and has no role
    END;
EXCEPTION WHEN undefined_object THEN
    NULL;  -- already dropped
END $$;
COMMENT ON FUNCTION server_role_remove IS 'Ends a login''s sessions, revokes its privileges and drops it.';

REVOKE EXECUTE ON FUNCTION server_role_add, server_role_password, server_role_remove, server_role_admit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION server_role_add, server_role_password, server_role_remove, server_role_admit TO thidua_owner;
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM thidua_accounts;
SET LOCAL ROLE thidua_owner;
GRANT SELECT ON access_role TO thidua_accounts;

CREATE FUNCTION user_add(login text, role text, unit text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (verifier ~ '^SCRAM-SHA-256\$[1-9][0-9]{3,8}:[A-Za-z0-9+/]{11,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') IS NOT TRUE THEN
        RAISE EXCEPTION 'the password must be sent as its SCRAM verifier'
            USING ERRCODE = 'check_violation', TABLE = 'account', CONSTRAINT = 'account_password_is_sent_hashed';
    END IF;
    INSERT INTO account (login, role, unit, house)
    VALUES (user_add.login, user_add.role, user_add.unit,
            -- A unit that sends no dossiers, or does not exist, is left for the foreign key to refuse.
            coalesce((SELECT u.proposes_under FROM unit u WHERE u.code = user_add.unit), user_add.unit));
    PERFORM server_role_add(login, role, verifier);
END $$;
COMMENT ON FUNCTION user_add IS 'Creates a login with a role and, for a clerk, a unit. The password is passed as its SCRAM verifier.';

CREATE FUNCTION user_set_password(login text, verifier text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (verifier ~ '^SCRAM-SHA-256\$[1-9][0-9]{3,8}:[A-Za-z0-9+/]{11,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') IS NOT TRUE THEN
        RAISE EXCEPTION 'the password must be sent as its SCRAM verifier'
            USING ERRCODE = 'check_violation', TABLE = 'account', CONSTRAINT = 'account_password_is_sent_hashed';
    END IF;
    -- Users may change their own password, administrators any password.
    UPDATE account a SET password_set_at = clock_timestamp(), password_set_by = session_user
    WHERE a.login = user_set_password.login AND a.removed_at IS NULL
      AND (a.login = session_user OR is_administrator());
    IF FOUND THEN
        PERFORM server_role_password(login, verifier);
    END IF;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION user_set_password IS 'Changes the password of a login; false if there is no such login that the caller may change.';

CREATE FUNCTION user_remove(login text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF login = session_user THEN
        RAISE EXCEPTION 'a login cannot remove itself'
            USING ERRCODE = 'check_violation', TABLE = 'account', CONSTRAINT = 'account_is_removed_by_another';
    END IF;
    UPDATE account a SET removed_at = clock_timestamp(), removed_by = session_user
    WHERE a.login = user_remove.login AND a.removed_at IS NULL;
    IF FOUND THEN
        PERFORM server_role_remove(login);
        RETURN true;
    END IF;
    RETURN false;
END $$;
COMMENT ON FUNCTION user_remove IS 'Removes a login; its name stays in `account` and in the trail. False if there is no such login.';

-- What every role on a server may call, and should not where roles do not trust each other: what counts the rows of a table and what was read of
-- them; what shows who is connected, waits, commits or writes; and what holds a lock or a place on disk that belongs to nobody's rows.
CREATE VIEW window_of_everyone WITH (security_invoker = true) AS
SELECT oid::regprocedure AS oid FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace AND EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a WHERE a.grantee = 0)
  AND (proname ~ ('^(pg_stat_get_|pg_(relation|table|indexes|total_relation|database|tablespace)_size$|currtid'
                  '|pg_lock_status|pg_blocking_pids|pg_safe_snapshot_blocking_pids|pg_prepared_xact$|pg_get_(multixact|replication_slots)'
                  '|pg_isolation_test_|txid_|pg_(current_(xact|snapshot)|xact_|last_(committed_)?xact|control_)|pg_(current|last)_wal_|pg_notif'
                  '|pg_(try_)?advisory_|pg_logical_emit_message|lo_|loread$|lowrite$)')
       OR proname IN ('age', 'mxid_age') AND proargtypes[0] = 'xid'::regtype);
COMMENT ON VIEW window_of_everyone IS 'Server functions through which every role sees, or hinders, what others do.';

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

-- Privileges that belong to the database itself, and so are lost when it is restored from a dump under another name.
CREATE FUNCTION database_close() RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    account record;
BEGIN
    EXECUTE format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO thidua_accounts WITH GRANT OPTION', current_database());
    FOR account IN SELECT login, role FROM public.account JOIN pg_roles ON rolname = login WHERE removed_at IS NULL LOOP
        PERFORM server_role_admit(account.login, account.role);
    END LOOP;

    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        PERFORM window_close(w.oid) FROM window_of_everyone w;
        -- How many rows a table has, and how old they are.
        EXECUTE 'REVOKE SELECT ON pg_class FROM PUBLIC';
        EXECUTE format('GRANT SELECT (%s) ON pg_class TO PUBLIC', (
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
            WHERE attrelid = 'pg_class'::regclass AND attname NOT IN ('reltuples', 'relpages', 'relallvisible', 'relallfrozen', 'relfrozenxid', 'relminmxid')));
        EXECUTE 'GRANT SELECT ON pg_class TO thidua_owner, thidua_backup, pg_monitor';
    END IF;
END $$;
COMMENT ON FUNCTION database_close IS 'Lets only the logins of `account` connect, without temporary tables. When a superuser runs it, it also closes the server''s windows (window_of_everyone). To be run by the database''s owner, also after a restore.';

SELECT share('account', reader) FROM unnest(ARRAY['thidua_administrator', 'thidua_auditor']::regrole[]) AS reader;

CREATE FUNCTION account_shown() RETURNS SETOF account
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF is_administrator() OR pg_has_role(session_user, 'thidua_auditor', 'USAGE') THEN
        RETURN QUERY SELECT a.* FROM account a;
    ELSE
        RETURN QUERY SELECT a.* FROM account a WHERE a.login = session_user;
    END IF;
END $$;
COMMENT ON FUNCTION account_shown IS 'The accounts that the login may see: all of them for administrators and auditors, only its own for every other login.';

SELECT audit_follow('account', 'unit');

GRANT SELECT ON window_of_everyone TO thidua_user;
GRANT EXECUTE ON FUNCTION account_shown, user_set_password TO thidua_user;
GRANT EXECUTE ON FUNCTION user_add, user_remove TO thidua_administrator;

RESET ROLE;
SELECT database_close();
SET LOCAL ROLE thidua_owner;
