-- Which reports are due, who makes them, and how they are kept unchanged; and the letters by which they are sent.

CREATE FUNCTION report_due(wanted text, up_to date, catch_up boolean)
    RETURNS TABLE (campaign text, date date, as_of timestamptz, since timestamptz, is_made boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    named text := read_code(wanted);
    today date := day_in_hanoi(clock_timestamp());
    last date := coalesce(up_to, today);
BEGIN
    IF last > today THEN
        RAISE EXCEPTION 'that day has not begun yet'
            USING ERRCODE = 'check_violation', TABLE = 'report_run', CONSTRAINT = 'report_is_of_a_day_that_has_begun';
    END IF;
    RETURN QUERY
    WITH due AS (
        SELECT c.code, c.created_at, c.deadline, day.date,
               c.deadline > midnight(day.date - 1) AND c.created_at < midnight(day.date + 1) AS is_going_on,
               row_number() OVER (PARTITION BY day.date ORDER BY c.deadline DESC, c.code) = 1 AS is_last
        FROM campaign c
        -- From the last report on: the process that made it may have been stopped before it wrote the files. If there was none, none was missed. A
        -- report of a day before the campaign says nothing about its nights.
        CROSS JOIN LATERAL (SELECT max(r.date) AS date FROM report_run r
                            WHERE r.campaign = c.code AND r.date < last AND r.date >= day_in_hanoi(c.created_at) AND r.set_aside_at IS NULL) made
        CROSS JOIN LATERAL generate_series(0, CASE WHEN catch_up THEN coalesce(last - made.date, 0) ELSE 0 END) AS back
        CROSS JOIN LATERAL (SELECT last - back AS date) day
    ), meant AS (
        -- Those that are running, and the one whose deadline it was; if there are none, the last to close.
        SELECT d.*, bool_or(d.is_going_on) OVER (PARTITION BY d.date) AS is_any_going_on FROM due d
    )
    SELECT m.code::text, m.date,
           CASE WHEN m.deadline > midnight(m.date - 1) AND m.deadline <= midnight(m.date) THEN m.deadline
                -- A campaign that did not exist at midnight is shown as it is now or, so that whoever writes all the time keeps it from nobody, as it was
                -- before what is going on was begun; but with all that was committed along with it.
                WHEN m.date = today AND m.created_at >= midnight(today) THEN greatest(
                    m.created_at,
                    -- Its rules and quotas, which have no time of their own.
                    (SELECT max(a.at) + interval '1 microsecond' FROM audit a WHERE a.at >= m.created_at AND a.at = a.done_at AND a.before IS NULL
                         AND m.code = a.after ->> CASE a.relation WHEN 'campaign' THEN 'code' ELSE 'campaign' END),
                    least(clock_timestamp(), (SELECT min(a.xact_start) - interval '1 microsecond' FROM pg_stat_activity a
                                              WHERE a.datname = current_database() AND a.backend_type = 'client backend'
                                                AND a.xact_start > clock_timestamp() - interval '30 seconds')))
                ELSE midnight(m.date) END,
           (SELECT max(r.as_of) FROM report_run r
            WHERE r.campaign = m.code AND r.date < m.date AND r.date >= day_in_hanoi(m.created_at) AND r.set_aside_at IS NULL),
           EXISTS (SELECT FROM report_run r WHERE (r.campaign, r.date) = (m.code, m.date) AND r.set_aside_at IS NULL)
    FROM meant m
    WHERE CASE WHEN named IS NOT NULL THEN m.code = named ELSE m.is_going_on OR m.is_last AND NOT m.is_any_going_on END
    ORDER BY m.date, m.code;
END $$;
COMMENT ON FUNCTION report_due IS 'The reports to be made for a day, or for each day since the last report: for which campaign, as of when, and since when they list changes. Null stands for the open campaigns, and for today.';

CREATE FUNCTION report_claim() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- A row that is never changed, and that no other login can lock; any login may take an advisory lock.
    PERFORM FROM access_role r WHERE r.code = 'reporter' FOR NO KEY UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'another report is being made'
            USING ERRCODE = 'lock_not_available', TABLE = 'report_run', CONSTRAINT = 'report_is_made_by_one_at_a_time',
                  DETAIL = (SELECT string_agg(DISTINCT s.usename, ', ') FROM pg_locks l JOIN pg_stat_activity s USING (pid)
                            WHERE l.relation = 'access_role'::regclass AND l.mode = 'RowShareLock' AND s.datname = current_database()
                              AND s.pid <> pg_backend_pid());
    END IF;
END $$;
COMMENT ON FUNCTION report_claim IS 'Prevents others from making reports until the transaction ends, or fails at once. To be called on the primary: a standby does not know another server''s locks.';

CREATE FUNCTION report_signature(reading jsonb) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT encode(sha256(s.secret || sha256(s.secret || convert_to((reading - 'signature')::text, 'UTF8'))), 'hex') FROM audit_secret s;
$$;
COMMENT ON FUNCTION report_signature IS 'By what report_keep() recognizes what report_read() has read.';

CREATE FUNCTION report_read(campaign text, date date) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    due record;
    reading jsonb;
BEGIN
    -- What its own transaction has done may still be undone.
    IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
        RAISE EXCEPTION 'reports are read in a transaction that has not written'
            USING ERRCODE = 'invalid_transaction_state', TABLE = 'report_run', CONSTRAINT = 'report_shows_what_is_committed';
    END IF;
    SELECT d.* INTO due FROM report_due(report_read.campaign, report_read.date, false) d;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    reading := jsonb_build_object('campaign', due.campaign, 'date', due.date, 'as_of', due.as_of, 'since', due.since,
                                  -- A reading of a report that was set aside since, or made while it stood, does not stand in for the next one.
                                  'revision', 1 + (SELECT count(*) FROM report_run r WHERE (r.campaign, r.date) = (due.campaign, due.date)
                                                                                       AND r.set_aside_at IS NOT NULL),
                                  'content', report_content(due.campaign, due.as_of, due.since));
    RETURN reading || jsonb_build_object('signature', report_signature(reading));
END $$;
COMMENT ON FUNCTION report_read IS 'Reads the report for a day as report_due() says, on the primary or on a standby, to be kept with report_keep(); null if there is no such campaign.';

CREATE FUNCTION report_keep(reading jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    campaign campaign;
    day date := reading ->> 'date';
    moment timestamptz := reading ->> 'as_of';
    due record;
    heads jsonb;
    sealed bigint;
BEGIN
    -- Nobody tells the database what it has read, nor of which day and moment.
    IF (reading ->> 'signature' = report_signature(reading)) IS NOT TRUE THEN
        RAISE EXCEPTION 'this is not what the database has read'
            USING ERRCODE = 'insufficient_privilege', TABLE = 'report_run', CONSTRAINT = 'report_is_read_by_the_database';
    END IF;
    -- Each statement below has to see what has been committed by then.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'reports are kept in READ COMMITTED'
            USING ERRCODE = 'invalid_transaction_state', TABLE = 'report_run', CONSTRAINT = 'report_is_kept_as_of_now';
    END IF;
    SELECT c.* INTO campaign FROM campaign c WHERE c.code = reading ->> 'campaign';
    PERFORM campaign_close_if_over(campaign.code);
    SELECT d.* INTO due FROM report_due(campaign.code, day, false) d;
    IF due.is_made THEN
        RETURN;  -- the first report stays
    END IF;
    -- Whoever has written to the trail already and not committed is waited for: what they wrote seems to be of a moment before this one.
    PERFORM FROM audit_head h WHERE h.chain = '*' FOR UPDATE;
    PERFORM FROM audit_head h ORDER BY h.chain FOR SHARE;
    heads := report_heads(moment);
    IF due.since IS DISTINCT FROM (reading ->> 'since')::timestamptz
        OR (reading ->> 'revision')::bigint <> 1 + (SELECT count(*) FROM report_run r WHERE (r.campaign, r.date) = (campaign.code, day))
        -- A campaign that began today is shown as it is at the time.
        OR moment <> due.as_of AND NOT (campaign.created_at >= midnight(day) AND moment BETWEEN campaign.created_at AND due.as_of)
        -- A change that was made before the moment was committed after the report was read.
        OR audit_heads_hash(heads) IS DISTINCT FROM reading -> 'content' -> 'trail' ->> 'hash'
        OR report_late_rows(moment) IS DISTINCT FROM (reading -> 'content' -> 'trail' ->> 'late_rows')::bigint THEN
        RAISE EXCEPTION 'the trail has changed since the report was read' USING ERRCODE = 'serialization_failure', TABLE = 'report_run', CONSTRAINT = 'report_seals_what_it_shows';
    END IF;
    INSERT INTO seal (heads) VALUES (heads) RETURNING number INTO sealed;
    INSERT INTO report_run (campaign, date, as_of, is_late, is_final, content, sha256, seal, revision)
    SELECT campaign.code, day, moment, clock_timestamp() > moment + interval '1 hour', campaign.deadline = moment,
           reading -> 'content', sha256(convert_to((reading -> 'content')::text, 'UTF8')), sealed,
           (reading ->> 'revision')::integer;
END $$;
COMMENT ON FUNCTION report_keep IS 'Stores a report as report_read() read it, and seals the trail as it was at the report''s moment. A report that is already stored stays unchanged.';

CREATE FUNCTION report_set_aside(campaign text, date date, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE report_run r
    SET set_aside_at = clock_timestamp(), set_aside_by = session_user, set_aside_because = tidy_prose(report_set_aside.reason)
    WHERE (r.campaign, r.date) = (report_set_aside.campaign, report_set_aside.date) AND r.set_aside_at IS NULL;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION report_set_aside IS 'Sets a wrong report aside, for a reason, so that another one can be made; it is kept. False if there is none that stands.';

CREATE FUNCTION report_stays() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- It may be set aside, once.
    IF TG_OP = 'UPDATE' AND OLD.set_aside_at IS NULL AND NEW.set_aside_at IS NOT NULL
        AND to_jsonb(NEW) - '{set_aside_at,set_aside_by,set_aside_because}'::text[] = to_jsonb(OLD) - '{set_aside_at,set_aside_by,set_aside_because}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'reports cannot be changed'
        USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'report_stays_as_it_was_made';
END $$;
COMMENT ON FUNCTION report_stays IS 'Refuses to change or delete a report; it can only be set aside.';

CREATE TRIGGER report_stays_as_it_was_made BEFORE UPDATE OR DELETE ON report_run FOR EACH ROW EXECUTE FUNCTION report_stays();

CREATE FUNCTION report_letter_begin(campaign text, date date, revision integer, specialist text, email text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO report_letter (campaign, date, revision, specialist, email) VALUES ($1, $2, $3, $4, $5);
$$;
COMMENT ON FUNCTION report_letter_begin IS 'Records that a letter is being released; fails if it was released before.';

CREATE FUNCTION report_letter_end(campaign text, date date, revision integer, specialist text, is_sent boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF is_sent THEN
        UPDATE report_letter l SET sent_at = clock_timestamp()
        WHERE (l.campaign, l.date, l.revision, l.specialist)
            = (report_letter_end.campaign, report_letter_end.date, report_letter_end.revision, report_letter_end.specialist) AND l.sent_at IS NULL;
    ELSE
        DELETE FROM report_letter l
        WHERE (l.campaign, l.date, l.revision, l.specialist)
            = (report_letter_end.campaign, report_letter_end.date, report_letter_end.revision, report_letter_end.specialist)
          AND l.sent_at IS NULL;
    END IF;
END $$;
COMMENT ON FUNCTION report_letter_end IS 'Records that the mail system accepted a letter; or that it did not, so that the letter may be sent again.';

SELECT share(relation, reader)
FROM unnest(ARRAY['report_run', 'report_letter']::regclass[]) AS relation,
     unnest(ARRAY['thidua_administrator', 'thidua_reporter']::regrole[]) AS reader;
SELECT audit_follow('report_run', hashed => '{content}'), audit_follow('report_letter', '', '{email}');
GRANT EXECUTE ON FUNCTION report_set_aside TO thidua_administrator;
GRANT EXECUTE ON FUNCTION report_due, report_claim, report_read, report_keep, report_letter_begin, report_letter_end TO thidua_administrator, thidua_reporter;
