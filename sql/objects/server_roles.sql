-- Creating and dropping logins requires CREATEROLE. Only the functions server_… run with it, and only the owner's functions may call them.

RESET ROLE;
GRANT CREATE ON SCHEMA public TO thidua_accounts;
SET LOCAL ROLE thidua_accounts;

-- A login may change its own role, too: its password, its settings.
CREATE FUNCTION server_role_change(login text, change text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET exit_on_error = off AS $$
BEGIN
    FOR attempt IN 1..100 LOOP
        BEGIN
            EXECUTE change;
            RETURN;
        EXCEPTION WHEN internal_error THEN  -- "tuple concurrently updated"
            IF attempt = 100 THEN
                RAISE;
            END IF;
            PERFORM server_role_end_sessions(login, pg_backend_pid());
        END;
    END LOOP;
END $$;
COMMENT ON FUNCTION server_role_change IS 'Changes or drops a login''s role, even if the login keeps changing it: ends its sessions, then.';

CREATE FUNCTION server_role_add(login text, role text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET exit_on_error = off AS $$
BEGIN
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L CONNECTION LIMIT %s', login, verifier,
                   (SELECT a.sessions FROM access_role a WHERE a.code = role));
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
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET exit_on_error = off AS $$
BEGIN
    -- An administrator's new password opens a login that was closed.
    PERFORM server_role_change(login, format('ALTER ROLE %I %s PASSWORD %L', login,
                                             CASE WHEN is_administrator() AND login <> session_user THEN 'LOGIN' END, verifier));
EXCEPTION WHEN OTHERS OR query_canceled THEN
    RAISE EXCEPTION 'the password could not be set: %', SQLERRM USING ERRCODE = SQLSTATE;  -- without the statement, as above
END $$;
COMMENT ON FUNCTION server_role_password IS 'Changes the password of a login.';

CREATE FUNCTION server_role_admit(login text, role text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET exit_on_error = off AS $$
DECLARE
    path text := CASE WHEN role = 'clerk' THEN 'mine' WHEN role IN ('council', 'auditor', 'reporter') THEN role ELSE 'public' END;
    limits record;
BEGIN
    -- Any login may grant what it has not, which changes the database's row and nothing in it.
    PERFORM server_role_change(login, format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login));
    -- In this search path, the names of tables and views mean what the login may see of them. Set only if it differs: roles belong to the whole
    -- server.
    IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login AND 'search_path=' || path = ANY (r.rolconfig)) THEN
        EXECUTE format('ALTER ROLE %I SET search_path = %s', login, path);
    END IF;
    -- Where the server's owner has granted that (database_close).
    FOR limits IN
        SELECT l.name, l.value FROM access_role a
        CROSS JOIN LATERAL (VALUES ('temp_file_limit', a.spill || 'MB'), ('deadlock_timeout', a.insists || 's')) AS l (name, value)
        WHERE a.code = role AND l.value IS NOT NULL AND has_parameter_privilege(l.name, 'SET')
          AND NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login AND l.name || '=' || l.value = ANY (r.rolconfig))
    LOOP
        EXECUTE format('ALTER ROLE %I SET %I = %L', login, limits.name, limits.value);
    END LOOP;
END $$;
COMMENT ON FUNCTION server_role_admit IS 'Lets a login connect to this database, and see what its role may see.';

CREATE FUNCTION server_role_close(login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET exit_on_error = off AS $$
DECLARE
    role text;
BEGIN
    PERFORM server_role_change(login, format('ALTER ROLE %I NOLOGIN', login));
    FOR role IN SELECT code FROM access_role WHERE pg_has_role(login, 'thidua_' || code, 'MEMBER') LOOP
        EXECUTE format('REVOKE %I FROM %I', 'thidua_' || role, login);
    END LOOP;
EXCEPTION WHEN undefined_object THEN
    NULL;  -- already dropped
END $$;
COMMENT ON FUNCTION server_role_close IS 'Lets a login connect no more, and revokes its role.';

CREATE FUNCTION server_role_drop(login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET exit_on_error = off AS $$
BEGIN
    -- A member of a role may drop what it owns or was granted: large objects, defaults, the privilege to connect.
    PERFORM server_role_change(login, format('GRANT %I TO thidua_accounts', login));
    PERFORM server_role_change(login, format('DROP OWNED BY %I', login));
    BEGIN
        PERFORM server_role_change(login, format('DROP ROLE %I', login));
    EXCEPTION WHEN dependent_objects_still_exist THEN
        NULL;  -- another database or another role's grant refers to it: it cannot log in, and has no role
    END;
EXCEPTION WHEN undefined_object THEN
    NULL;  -- already dropped
END $$;
COMMENT ON FUNCTION server_role_drop IS 'Drops a login that can connect no more.';

CREATE FUNCTION server_role_end_sessions(login text, spared integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET exit_on_error = off AS $$
DECLARE
    began constant timestamptz := clock_timestamp();
    ended integer[] := '{}';
    starting integer[];
    pid integer;
BEGIN
    -- Without the server's leave (database_close), a member of a role may end its sessions. A membership that is not committed yet holds others up.
    IF NOT pg_has_role('thidua_accounts', 'pg_signal_backend', 'USAGE') AND NOT pg_has_role('thidua_accounts', login, 'USAGE') THEN
        EXECUTE format('GRANT %I TO thidua_accounts', login);
    END IF;
    -- Who has given a password that was valid then, but is not listed yet, as a session that is still starting.
    PERFORM pg_stat_clear_snapshot();
    starting := ARRAY(SELECT l.pid FROM pg_locks l WHERE l.locktype = 'virtualxid' EXCEPT SELECT a.pid FROM pg_stat_activity a);
    LOOP
        FOR pid IN SELECT a.pid FROM pg_stat_activity a WHERE a.usename = login AND a.pid <> spared AND a.pid <> ALL (ended) LOOP
            IF pg_terminate_backend(pid) THEN
                ended := ended || pid;
            END IF;
        END LOOP;
        -- All of them are waited for together: one that heeds no signal may stay.
        WHILE clock_timestamp() < began + interval '5 seconds'
            AND EXISTS (SELECT FROM pg_stat_activity a WHERE a.usename = login AND a.pid = ANY (ended)) LOOP
            PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
        END LOOP;
        -- Until then, a client may take its time to answer the server's questions, and nobody knows whose session it is.
        EXIT WHEN starting = '{}' OR clock_timestamp() > began + current_setting('authentication_timeout')::interval + '20 seconds';
        -- After that, it may make its session start as slowly as it likes (post_auth_delay). Others that are as slow are ended, too.
        IF clock_timestamp() > began + (CASE WHEN is_administrator() THEN interval '1 second' ELSE '10 seconds' END) THEN
            FOREACH pid IN ARRAY starting LOOP
                BEGIN
                    PERFORM pg_terminate_backend(pid);
                EXCEPTION WHEN insufficient_privilege THEN
                    NULL;  -- a superuser's, or not known yet
                END;
            END LOOP;
        END IF;
        PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
        starting := ARRAY(SELECT s FROM unnest(starting) AS s
                          INTERSECT (SELECT l.pid FROM pg_locks l WHERE l.locktype = 'virtualxid' EXCEPT SELECT a.pid FROM pg_stat_activity a));
    END LOOP;
    RETURN cardinality(ended);
EXCEPTION WHEN undefined_object THEN
    RETURN cardinality(ended);  -- already dropped
END $$;
COMMENT ON FUNCTION server_role_end_sessions IS 'Ends a login''s sessions but one, those too that are only starting; returns their number.';

REVOKE EXECUTE ON FUNCTION server_role_change, server_role_add, server_role_password, server_role_close, server_role_drop, server_role_admit, server_role_end_sessions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION server_role_change, server_role_add, server_role_password, server_role_close, server_role_drop, server_role_admit, server_role_end_sessions TO thidua_owner;
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM thidua_accounts;
SET LOCAL ROLE thidua_owner;
GRANT SELECT ON access_role TO thidua_accounts;
