-- The logins of people and programs: created, given a new password, shut, removed. What changes the server's roles is in server_roles.sql.

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
    began timestamptz := clock_timestamp();
    ended integer;
BEGIN
    IF NOT EXISTS (SELECT FROM account a WHERE a.login = user_end_sessions.login AND (a.login = session_user OR is_administrator())) THEN
        RETURN NULL;
    END IF;
    -- Before they end, and not undone by whoever gives up or rolls back.
    RAISE LOG 'thidua: % ends all sessions of %', session_user, login;
    ended := server_role_end_sessions(login, pg_backend_pid());
    IF ended > 0 THEN
        INSERT INTO session_end (login, unit, sessions) SELECT a.login, a.unit, ended FROM account a WHERE a.login = user_end_sessions.login;
    END IF;
    PERFORM pg_stat_clear_snapshot();
    -- Those that were there; a login that is not closed may have connected anew.
    IF EXISTS (SELECT FROM pg_stat_activity a
               WHERE a.usename = user_end_sessions.login AND a.backend_start < began AND a.pid <> pg_backend_pid()) THEN
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
