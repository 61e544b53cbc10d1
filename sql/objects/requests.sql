-- Whether a change has been made. Every login sees its own: nobody learns from an id what others do, and nobody can take another's id.

CREATE FUNCTION request_begin(id text, content bytea, command text) RETURNS timestamptz
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stored audit_request;
BEGIN
    IF may_be_explained() THEN PERFORM refuse_explain(); END IF;
    DELETE FROM audit_request r
    WHERE r.ctid IN (SELECT old.ctid FROM audit_request old
                     WHERE old.login = session_user AND old.stored_at < clock_timestamp() - interval '30 days' FOR UPDATE SKIP LOCKED);
    -- Waits for the transaction that is storing the same id, if there is one, until its end is known.
    INSERT INTO audit_request (id, content, command) VALUES (request_begin.id, request_begin.content, request_begin.command) ON CONFLICT DO NOTHING;
    IF FOUND THEN
        RETURN NULL;
    END IF;
    SELECT * INTO stored FROM audit_request r WHERE (r.login, r.id) = (session_user, request_begin.id);
    IF stored.content <> request_begin.content THEN
        RAISE EXCEPTION 'the id stands for another change'
            USING ERRCODE = 'check_violation', TABLE = 'audit_request', CONSTRAINT = 'request_keeps_its_content';
    END IF;
    RETURN stored.stored_at;
END $$;
COMMENT ON FUNCTION request_begin IS 'To be called first in a transaction that makes a change: gives it an id of the client''s. If that change has been made before, returns when, and the transaction must make no other; null if it has not.';

CREATE FUNCTION request_find(id text) RETURNS SETOF audit_request
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    -- A transaction that takes longer has not ended: no answer is given before.
    SET lock_timeout = '2s' AS $$
BEGIN
    IF may_be_explained() THEN PERFORM refuse_explain(); END IF;
    -- What is being stored is waited for; an earlier snapshot would not have it.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'outcomes are asked for in READ COMMITTED'
            USING ERRCODE = 'invalid_transaction_state', TABLE = 'audit_request', CONSTRAINT = 'request_is_found_as_of_now';
    END IF;
    BEGIN
        INSERT INTO audit_request (id, content, command) VALUES (request_find.id, sha256(''), 'outcome');
        RAISE EXCEPTION 'it is not stored' USING ERRCODE = 'no_data_found';
    EXCEPTION WHEN unique_violation OR no_data_found THEN
        NULL;
    END;
    RETURN QUERY SELECT * FROM audit_request r WHERE (r.login, r.id) = (session_user, request_find.id);
END $$;
COMMENT ON FUNCTION request_find IS 'The change of this login''s that has this id, or no row, once that is decided: waits for a transaction that is storing it.';

CREATE FUNCTION request_list() RETURNS SETOF audit_request
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF may_be_explained() THEN PERFORM refuse_explain(); END IF;
    RETURN QUERY SELECT * FROM audit_request r WHERE r.login = session_user ORDER BY r.stored_at DESC;
END $$;
COMMENT ON FUNCTION request_list IS 'This login''s changes of the last thirty days, or more, by their ids; the latest first.';

GRANT EXECUTE ON FUNCTION request_begin, request_find, request_list TO thidua_user;
