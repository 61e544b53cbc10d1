-- Creating and dropping logins requires CREATEROLE. Only the functions server_… run with it, and only the owner's functions may call them.

RESET ROLE;
GRANT CREATE ON SCHEMA public TO thidua_accounts;
SET LOCAL ROLE thidua_accounts;

-- A login may change its own role, too: its password, its settings.
CREATE FUNCTION server_role_change(login text, change text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- An administrator's new password opens a login that was closed.
    PERFORM server_role_change(login, format('ALTER ROLE %I %s PASSWORD %L', login,
                                             CASE WHEN is_administrator() AND login <> session_user THEN 'LOGIN' END, verifier));
EXCEPTION WHEN OTHERS OR query_canceled THEN
    RAISE EXCEPTION 'the password could not be set: %', SQLERRM USING ERRCODE = SQLSTATE;  -- without the statement, as above
END $$;
COMMENT ON FUNCTION server_role_password IS 'Changes the password of a login.';

CREATE FUNCTION server_role_admit(login text, role text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- A member of a role may drop what it owns or was granted: large objects, defaults, the privilege to connect.
    EXECUTE format('GRANT %I TO thidua_accounts', login);
    EXECUTE format('DROP OWNED BY %I', login);
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
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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

CREATE FUNCTION user_refuse_open_password(verifier text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (verifier ~ '^SCRAM-SHA-256\$[1-9][0-9]{3,8}:[A-Za-z0-9+/]{11,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') IS NOT TRUE THEN
        RAISE EXCEPTION 'the password must be sent as its SCRAM verifier'
            USING ERRCODE = 'check_violation', TABLE = 'account', CONSTRAINT = 'account_password_is_sent_hashed';
    END IF;
END $$;
COMMENT ON FUNCTION user_refuse_open_password IS 'Refuses a password that is not sent as its SCRAM verifier.';

CREATE FUNCTION user_add(login text, role text, unit text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM user_refuse_open_password(verifier);
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
    PERFORM user_refuse_open_password(verifier);
    -- Users may change their own password, administrators any password.
    UPDATE account a
    SET password_set_at = clock_timestamp(), password_set_by = session_user,
        closed_at = CASE WHEN a.login = session_user THEN a.closed_at END, closed_by = CASE WHEN a.login = session_user THEN a.closed_by END
    WHERE a.login = user_set_password.login AND a.removed_at IS NULL
      AND (a.login = session_user OR is_administrator());
    IF FOUND THEN
        PERFORM server_role_password(login, verifier);
        RETURN true;
    END IF;
    RETURN false;
END $$;
COMMENT ON FUNCTION user_set_password IS 'Changes the password of a login; false if there is no such login that the caller may change. To be followed, once that is committed, by user_end_sessions().';

-- As long as this is not committed, the login connects again and again: nobody is waited for who holds the account or the chain of the trail, each time
-- somebody else. Then it is recorded by the second call, once its sessions have been ended.
CREATE FUNCTION user_record_closing(login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    account account;
BEGIN
    SELECT a.* INTO account FROM account a WHERE a.login = user_record_closing.login AND a.closed_at IS NULL FOR NO KEY UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM FROM audit_head h WHERE h.chain = coalesce(account.unit, '*') FOR NO KEY UPDATE SKIP LOCKED;
    IF FOUND OR NOT EXISTS (SELECT FROM audit_head h WHERE h.chain = coalesce(account.unit, '*')) THEN
        UPDATE account a SET closed_at = clock_timestamp(), closed_by = session_user WHERE a.login = user_record_closing.login;
    END IF;
END $$;
COMMENT ON FUNCTION user_record_closing IS 'Records that a login was closed; not yet, if somebody holds its account or its chain of the trail.';

CREATE FUNCTION user_shut(login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF login = session_user OR NOT EXISTS (SELECT FROM account a WHERE a.login = user_shut.login AND a.removed_at IS NULL) THEN
        RETURN;
    ELSIF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = login AND r.rolcanlogin) THEN
        RAISE LOG 'thidua: % lets % connect no more', session_user, login;
        PERFORM server_role_change(login, format('ALTER ROLE %I NOLOGIN', login));
        PERFORM user_record_closing(login);
    ELSE
        PERFORM user_end_sessions(login);
        UPDATE account a SET closed_at = clock_timestamp(), closed_by = session_user WHERE a.login = user_shut.login AND a.closed_at IS NULL;
    END IF;
END $$;
COMMENT ON FUNCTION user_shut IS 'Lets a login that is to be removed connect no more; called again, once that is committed, ends its sessions.';

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
        PERFORM server_role_close(login);
        RETURN true;
    END IF;
    RETURN false;
END $$;
COMMENT ON FUNCTION user_remove IS 'Removes a login; its name stays in `account` and in the trail. False if there is no such login. To be followed, once that is committed, by user_end_sessions() and user_drop().';

-- In a transaction of its own: until the removal, or the new password, is committed, the old one still lets sessions in.
CREATE FUNCTION user_end_sessions(login text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    ended integer;
BEGIN
    IF NOT EXISTS (SELECT FROM account a WHERE a.login = user_end_sessions.login AND (a.login = session_user OR is_administrator())) THEN
        RETURN NULL;
    END IF;
    ended := server_role_end_sessions(login, pg_backend_pid());
    IF ended > 0 THEN
        -- Not undone by whoever rolls back.
        RAISE LOG 'thidua: % has ended % sessions of %', session_user, ended, login;
        INSERT INTO session_end (login, unit, sessions) SELECT a.login, a.unit, ended FROM account a WHERE a.login = user_end_sessions.login;
    END IF;
    PERFORM pg_stat_clear_snapshot();
    IF EXISTS (SELECT FROM pg_stat_activity a WHERE a.usename = user_end_sessions.login AND a.pid <> pg_backend_pid()) THEN
        RAISE WARNING 'a session heeds no signal' USING TABLE = 'session_end', CONSTRAINT = 'session_heeds_signals';
    END IF;
    RETURN ended;
END $$;
COMMENT ON FUNCTION user_end_sessions IS 'Ends all sessions of a login but the caller''s own, and returns their number; null if there is no such login that the caller may disconnect.';

CREATE FUNCTION user_drop(login text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM account a WHERE a.login = user_drop.login AND a.removed_at IS NOT NULL) THEN
        RETURN false;
    END IF;
    PERFORM server_role_drop(login);
    RETURN true;
END $$;
COMMENT ON FUNCTION user_drop IS 'Drops the server''s role of a login that has been removed; false if it has not been.';

SELECT share('account', reader) FROM unnest(ARRAY['thidua_administrator', 'thidua_auditor']::regrole[]) AS reader;

CREATE FUNCTION account_shown() RETURNS SETOF account
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF may_be_explained() THEN PERFORM refuse_explain(); END IF;
    IF is_administrator() OR pg_has_role(session_user, 'thidua_auditor', 'USAGE') THEN
        RETURN QUERY SELECT a.* FROM account a;
    ELSE
        RETURN QUERY SELECT a.* FROM account a WHERE a.login = session_user;
    END IF;
END $$;
COMMENT ON FUNCTION account_shown IS 'The accounts that the login may see: all of them for administrators and auditors, only its own for every other login.';

SELECT audit_follow('account', 'unit');

GRANT EXECUTE ON FUNCTION account_shown, user_set_password, user_end_sessions TO thidua_user;
GRANT EXECUTE ON FUNCTION user_add, user_shut, user_remove, user_drop TO thidua_administrator;
