-- Who holds whom up, and how that is ended. A session that waits sees nothing itself: another one of the same login asks for it.

CREATE FUNCTION session_ahead(waiting integer) RETURNS TABLE (pid integer, is_in_ring boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    -- Who waits in front of it in the same queue is held up, too.
    WITH RECURSIVE queue (pid) AS (
        SELECT p FROM unnest(pg_blocking_pids(session_ahead.waiting)) AS p
        UNION
        SELECT p FROM queue q CROSS JOIN LATERAL unnest(pg_blocking_pids(q.pid)) AS p),
    edge AS MATERIALIZED (SELECT q.pid, pg_blocking_pids(q.pid) AS ahead FROM queue q),
    reach (pid, ahead) AS (
        SELECT e.pid, p FROM edge e CROSS JOIN LATERAL unnest(e.ahead) AS p
        UNION
        SELECT r.pid, p FROM reach r JOIN edge e ON e.pid = r.ahead CROSS JOIN LATERAL unnest(e.ahead) AS p),
    idle AS (SELECT e.pid FROM edge e WHERE e.pid <> session_ahead.waiting AND e.ahead = '{}'),
    -- Who wait for each other, and give up and begin again before the server finds out (lock_timeout). Nobody can tell from locks who has made the ring.
    ring AS (SELECT r.pid FROM reach r WHERE r.pid = r.ahead AND r.pid <> session_ahead.waiting)
    SELECT i.pid, false FROM idle i
    UNION
    SELECT r.pid, true FROM ring r WHERE NOT EXISTS (SELECT FROM idle)
    UNION
    SELECT p, false FROM unnest(pg_blocking_pids(session_ahead.waiting)) AS p WHERE NOT EXISTS (SELECT FROM idle) AND NOT EXISTS (SELECT FROM ring);
END $$;
COMMENT ON FUNCTION session_ahead IS 'The sessions for which a session waits, and that do not wait themselves; if all of them do, those that wait for each other.';

CREATE FUNCTION session_blocking(waiting integer)
    RETURNS TABLE (pid integer, login text, role text, unit text, since timestamptz, held text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM pg_stat_clear_snapshot();
    RETURN QUERY
    SELECT s.pid, s.usename::text, a.role, a.unit::text, s.xact_start,
           (SELECT c.relname::text FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            WHERE NOT h.is_in_ring AND l.pid = session_blocking.waiting AND (l.locktype = 'tuple' OR l.locktype = 'relation' AND NOT l.granted) LIMIT 1)
    FROM session_ahead(session_blocking.waiting) h JOIN pg_stat_activity s ON s.pid = h.pid LEFT JOIN account a ON a.login = s.usename
    WHERE EXISTS (SELECT FROM pg_stat_activity w WHERE w.pid = session_blocking.waiting AND w.usename = session_user)
      -- A clerk is told of colleagues only.
      AND (is_administrator() OR pg_has_role(session_user, 'thidua_reporter', 'USAGE') OR a.unit = own_unit());
END $$;
COMMENT ON FUNCTION session_blocking IS 'Who holds what a session of the same login waits for: login, role, unit, since when its transaction is open, and in which table, unless all of them wait for each other. Clerks are told only of sessions of their own unit.';

CREATE FUNCTION session_end(pid integer, held text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    ended record;
BEGIN
    SELECT s.usename AS login, a.unit, s.xact_start INTO ended
    FROM pg_stat_activity s LEFT JOIN account a ON a.login = s.usename WHERE s.pid = session_end.pid;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    -- Before it ends, and not undone by whoever gives up or rolls back.
    RAISE LOG 'thidua: % ends a session of %, which held %', session_user, ended.login, session_end.held;
    IF NOT pg_terminate_backend(session_end.pid, 5000) THEN
        RETURN false;
    END IF;
    INSERT INTO session_end (login, unit, sessions, held, since) VALUES (ended.login, ended.unit, 1, session_end.held, ended.xact_start);
    RETURN true;
EXCEPTION WHEN insufficient_privilege THEN
    RETURN false;  -- a superuser's, or the server's owner has not given leave (database_close)
END $$;
COMMENT ON FUNCTION session_end IS 'Ends a session, waits until it is gone, and records that; false if it is still there, or was gone before.';

CREATE FUNCTION session_end_blocking(waiting integer) RETURNS TABLE (login text, unit text, since timestamptz, held text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    holder record;
BEGIN
    FOR holder IN SELECT b.* FROM session_blocking(session_end_blocking.waiting) b WHERE b.role <> 'administrator' LOOP
        IF session_end(holder.pid, holder.held) THEN
            -- And its others, which may be next in the queue, but have held nothing yet.
            PERFORM session_end(s.pid, NULL) FROM pg_stat_activity s
            WHERE s.usename = holder.login AND s.datname = current_database() AND s.pid <> pg_backend_pid();
            RETURN QUERY SELECT holder.login, holder.unit, holder.since, holder.held;
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION session_end_blocking IS 'Ends sessions, other than administrators'', that hold up a session of an administrator''s or the reporter''s, and returns whose they were.';

SELECT share('session_end', reader) FROM unnest(ARRAY['thidua_administrator', 'thidua_reporter']::regrole[]) AS reader;

GRANT EXECUTE ON FUNCTION session_blocking TO thidua_user;
GRANT EXECUTE ON FUNCTION session_end_blocking TO thidua_administrator, thidua_reporter;
