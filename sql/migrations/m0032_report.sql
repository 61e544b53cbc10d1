-- The nightly report: what it says is one value, kept as it was first read, so that it can be printed again to the same bytes.
SET LOCAL ROLE thidua_owner;

CREATE FUNCTION midnight(day date) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN day::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh';
COMMENT ON FUNCTION midnight IS 'When a day begins in Hanoi.';

CREATE FUNCTION day_in_hanoi(value timestamptz) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (value AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
COMMENT ON FUNCTION day_in_hanoi IS 'Which day it is in Hanoi.';

-- Where one staffing table more could move a quota. A bracket "from … to …" is named by both its ends, so that five around 200 and 500
-- are looked at; of the offices it is the last before the edge, and the first after it.
CREATE VIEW quota_edge WITH (security_invoker = true) AS
SELECT r.campaign, r.rule, e.edge,
       CASE r.measure WHEN 'civil_servants' THEN int4range(e.edge - 5, e.edge + 5, '[]') ELSE int4range(e.edge - 1, e.edge, '[]') END AS watched
FROM quota_rule r
JOIN quota_bracket b USING (campaign, rule)
JOIN quota_bracket above ON (above.campaign, above.rule, lower(above.bracket)) = (b.campaign, b.rule, upper(b.bracket))
CROSS JOIN LATERAL (SELECT upper(b.bracket) - CASE WHEN lower(b.bracket) > 0 THEN 1 ELSE 0 END AS edge) e
WHERE r.measure <> 'none';
COMMENT ON VIEW quota_edge IS 'Which civil servants or area offices are so close to the edge of a bracket that the report says so.';

-- It reads for everyone, as the owner, at the moment; and tells it to those alone who may make a report.
CREATE FUNCTION report_content(campaign text, moment timestamptz, since timestamptz) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    -- Nothing is known of how many rows there are (m0015): for a few a hash costs nothing, for many a loop costs hours.
    SET work_mem = '256MB' SET jit = off SET enable_nestloop = off SET random_page_cost = 1.1 AS $$
#variable_conflict use_column
<<report>>
DECLARE
    code text := report_content.campaign;
    moment timestamptz := coalesce(report_content.moment, clock_timestamp());
    since timestamptz := coalesce(report_content.since, '-infinity');
BEGIN
    PERFORM set_config('thidua.moment', report.moment::text, true), set_config('thidua.campaign', report.code, true);
    RETURN (
        WITH nominated AS MATERIALIZED (
            SELECT n.unit, n.id, n.holder, n.award, n.subject, n.state, n.slot, n.nominee_name, n.entered_at FROM past.nomination n
        ), used AS MATERIALIZED (
            SELECT n.holder, n.award, n.subject, 'proposal' AS stage, count(n.slot) AS slots FROM nominated n GROUP BY n.holder, n.award, n.subject
            UNION ALL
            SELECT e.holder, e.award, e.subject, e.stage, count(e.slot) FROM past.endorsement e WHERE e.slot IS NOT NULL
            GROUP BY e.holder, e.award, e.subject, e.stage
        ), dossiers AS MATERIALIZED (
            SELECT * FROM past.dossier_status d
        ), faults AS MATERIALIZED (
            -- An achievement report is certified by one for people and by another for collectives.
            SELECT f.unit, f.nomination, f.fault, f.item, f.clause, f.name_vi, f.name_en, concat_ws(':', f.fault, f.item, r.code) AS key
            FROM past.dossier_fault f LEFT JOIN certifier_role r ON f.fault = 'not_certified' AND r.name_vi = f.name_vi
        ), missing AS MATERIALIZED (
            SELECT f.unit, sum(f.items) AS items,
                   jsonb_agg(jsonb_build_object('nomination', f.nomination, 'nominee', n.nominee_name, 'items', f.keys) ORDER BY f.nomination NULLS FIRST) AS list
            FROM (SELECT f.unit, f.nomination, count(*) AS items, jsonb_agg(f.key ORDER BY f.fault <> 'barred', f.clause, f.key) AS keys
                  FROM faults f GROUP BY f.unit, f.nomination) f
            LEFT JOIN nominated n ON (n.unit, n.id) = (f.unit, f.nomination)
            GROUP BY f.unit
        ), standing AS MATERIALIZED (
            SELECT n.unit, count(n.slot) AS nominations FROM nominated n GROUP BY n.unit
        ), staff AS MATERIALIZED (
            SELECT * FROM past.house_staff s
        ), trail AS MATERIALIZED (
            SELECT report_heads(report.moment) AS heads
        )
        SELECT jsonb_build_object(
            'campaign', jsonb_build_object('code', c.code, 'title', c.title, 'deadline', in_hanoi(c.deadline), 'pool', c.pool,
                                           'started_at', in_hanoi(c.created_at)),
            'as_of', in_hanoi(report.moment),
            'since', CASE WHEN isfinite(report.since) THEN in_hanoi(report.since) END,
            'is_open', report.moment < c.deadline,
            'minutes_left', greatest(0, floor(extract(epoch FROM c.deadline - report.moment) / 60))::bigint,
            'units', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'code', u.code, 'name', u.name, 'short_name', coalesce(alias.name, u.name), 'kind', u.kind, 'house', u.house,
                    'specialist', s.code, 'specialist_name', s.name,
                    'civil_servants', h.civil_servants, 'area_offices', h.area_offices,
                    'state', coalesce(d.state, 'none'), 'submitted_at', CASE WHEN NOT d.is_open THEN in_hanoi(d.submitted_at) END,
                    'paper_at', in_hanoi(d.paper_at), 'email_at', in_hanoi(d.email_at),
                    'nominations', coalesce(n.nominations, 0), 'missing_count', coalesce(m.items, 0), 'missing', coalesce(m.list, '[]')) ORDER BY u.kind = 'province', u.code), '[]')
                FROM unit u
                LEFT JOIN dossiers d ON d.unit = u.code
                LEFT JOIN missing m ON m.unit = u.code
                LEFT JOIN standing n ON n.unit = u.code
                LEFT JOIN staff h ON h.house = u.code
                LEFT JOIN specialist_area a ON a.province = u.code
                LEFT JOIN area_specialist s ON s.code = a.specialist
                LEFT JOIN LATERAL (
                    SELECT x.alias AS name FROM unit_alias x WHERE x.unit = u.code AND x.until IS NULL AND u.kind = 'province'
                    ORDER BY length(x.alias) DESC LIMIT 1) alias ON true
                WHERE u.kind = 'province' OR d.unit IS NOT NULL
                   OR u.kind = 'bureau' AND EXISTS (SELECT FROM past.staffing_in_force f WHERE (f.house, f.unit) = (u.house, u.code))),
            'quotas', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'unit', q.holder, 'unit_name', u.name, 'award', q.award, 'subject', q.subject, 'stage', q.stage,
                    'allowed', q.allowed, 'used', coalesce(used.slots, 0), 'remaining', q.allowed - coalesce(used.slots, 0),
                    'measure', r.measure, 'measured', q.measured, 'rule', r.rule, 'clause', r.clause, 'near', near.edge)
                    ORDER BY q.holder = '*', r.holder_kind, q.holder, a.rank, q.subject, s.rank), '[]')
                FROM past.quota q
                JOIN quota_rule r ON (r.campaign, r.rule) = (report.code, q.rule)
                JOIN award a ON a.code = q.award
                JOIN stage s ON s.code = q.stage
                LEFT JOIN unit u ON u.code = q.holder
                LEFT JOIN used ON (used.holder, used.award, used.subject, used.stage) = (q.holder, q.award, q.subject, q.stage)
                LEFT JOIN quota_edge near ON near.campaign = report.code AND near.rule = q.rule AND near.watched @> q.measured),
            'nominations', (
                SELECT coalesce(jsonb_agg(to_jsonb(g) ORDER BY g.unit, g.award, g.subject, g.state), '[]')
                FROM (SELECT n.unit, n.award, n.subject, n.state, count(*) AS count FROM nominated n GROUP BY n.unit, n.award, n.subject, n.state) g),
            'days', (
                SELECT coalesce(jsonb_agg(to_jsonb(g) ORDER BY g.day, g.unit), '[]')
                FROM (SELECT x.day, x.unit, sum(x.entered) AS entered, sum(x.submitted) AS submitted
                      FROM (SELECT n.unit, day_in_hanoi(n.entered_at) AS day, 1 AS entered, 0 AS submitted FROM nominated n WHERE n.slot IS NOT NULL
                            UNION ALL
                            SELECT n.unit, day_in_hanoi(d.submitted_at), 0, 1
                            FROM nominated n JOIN dossiers d ON d.unit = n.unit WHERE n.slot IS NOT NULL AND NOT d.is_open) x
                      GROUP BY x.day, x.unit) g),
            'ranking', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'award', n.award, 'subject', n.subject, 'rank', r.rank, 'nomination', n.id, 'unit', n.unit, 'nominee', n.nominee_name,
                    'state', n.state, 'finished_on', r.finished_on, 'is_on_time', r.is_on_time, 'is_of_quality', r.is_of_quality)
                    ORDER BY a.rank, n.subject, r.rank, r.finished_on, n.unit, n.id), '[]')
                FROM past.ranking r
                JOIN nominated n ON (n.unit, n.id) = (r.unit, r.nomination)
                JOIN award a ON a.code = n.award),
            'changes', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'unit', g.unit, 'login', g.login, 'relation', g.relation, 'operation', g.operation, 'state', g.state, 'count', g.count,
                    'last_at', in_hanoi(g.last_at)) ORDER BY g.unit, g.relation, g.operation, g.state, g.login), '[]')
                FROM (
                    SELECT a.chain AS unit, a.login, a.relation, max(a.at) AS last_at, count(*),
                           CASE WHEN a.before IS NULL THEN 'insert' WHEN a.after IS NULL THEN 'delete' ELSE 'update' END AS operation,
                           CASE WHEN a.relation = 'nomination' AND a.before ->> 'state' <> a.after ->> 'state' THEN a.after ->> 'state' END AS state
                    FROM report_changes(report.code, report.since, report.moment) a
                    WHERE a.relation <> 'quota'
                    GROUP BY a.chain, a.login, a.relation, operation, state) g),
            'quota_changes', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'unit', coalesce(a.after, a.before) ->> 'holder', 'award', coalesce(a.after, a.before) ->> 'award',
                    'subject', coalesce(a.after, a.before) ->> 'subject', 'stage', coalesce(a.after, a.before) ->> 'stage',
                    'from', a.before -> 'allowed', 'to', a.after -> 'allowed', 'login', a.login, 'at', in_hanoi(a.at))
                    ORDER BY a.chain, a.number), '[]')
                FROM report_changes(report.code, report.since, report.moment) a
                WHERE a.relation = 'quota' AND a.before -> 'allowed' IS DISTINCT FROM a.after -> 'allowed'),
            'imports', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'staffing_table', t.id, 'as_of', t.as_of, 'file_name', t.file_name, 'mode', t.mode, 'units', h.units, 'houses', h.houses,
                    'imported_at', in_hanoi(t.imported_at), 'imported_by', t.imported_by,
                    'is_applied', EXISTS (SELECT FROM staffing_application p WHERE p.staffing_table = t.id AND p.applied_at < report.moment)) ORDER BY t.id), '[]')
                FROM staffing_table t
                CROSS JOIN LATERAL (
                    SELECT sum(x.units) AS units, jsonb_agg(x.house ORDER BY x.house) AS houses FROM staffing_house x WHERE x.staffing_table = t.id) h
                WHERE t.imported_at >= report.since AND t.imported_at < report.moment),
            'trail', (
                SELECT jsonb_build_object('chains', count(*), 'rows', coalesce(sum((h.value ->> 0)::bigint), 0),
                                          'hash', (SELECT audit_heads_hash(heads) FROM trail))
                FROM trail CROSS JOIN LATERAL jsonb_each(trail.heads) h),
            'items', (
                SELECT coalesce(jsonb_agg(jsonb_build_object('key', f.key, 'fault', f.fault, 'item', f.item, 'clause', f.clause,
                                                             'name_vi', f.name_vi, 'name_en', f.name_en) ORDER BY f.key), '[]')
                FROM (SELECT DISTINCT f.key, f.fault, f.item, f.clause, f.name_vi, f.name_en FROM faults f) f),
            'words', (
                SELECT jsonb_agg(jsonb_build_object('code', w.code, 'vi', w.name_vi, 'en', w.name_en) ORDER BY w.code COLLATE "C") FROM word w))
        FROM campaign c WHERE c.code = report.code);
END $$;
COMMENT ON FUNCTION report_content IS 'What a report says of a campaign as it was at a moment, or is now where that is null, and of what has changed since another; null where there is no such campaign.';

CREATE FUNCTION report_changes(campaign text, since timestamptz, until timestamptz)
    RETURNS TABLE (chain text, number bigint, at timestamptz, login text, relation text, before jsonb, after jsonb)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp SET enable_nestloop = on AS $$
    SELECT a.chain, a.number, a.at, a.login, a.relation, a.before, a.after
    FROM audit a LEFT JOIN nomination n ON (n.unit, n.id) = (a.chain, a.nomination)
    WHERE a.at AT TIME ZONE 'UTC' >= report_changes.since AT TIME ZONE 'UTC' AND a.at AT TIME ZONE 'UTC' < report_changes.until AT TIME ZONE 'UTC'
      AND a.relation IN ('nomination', 'dossier', 'document', 'attestation', 'completion', 'conduct', 'certification', 'declaration', 'selection_vote',
                         'endorsement', 'council_opinion', 'decision_outcome', 'quota', 'directive', 'staffing_current')
      AND coalesce(n.campaign, coalesce(a.after, a.before) ->> 'campaign', report_changes.campaign) = report_changes.campaign;
$$;
COMMENT ON FUNCTION report_changes IS 'What the trail has of a campaign between two moments.';

CREATE FUNCTION report_heads(moment timestamptz) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(jsonb_object_agg(h.chain, jsonb_build_array(coalesce(later.number - 1, h.number), encode(coalesce(later.previous, h.hash), 'hex'))), '{}')
    FROM audit_head h
    LEFT JOIN (
        SELECT DISTINCT ON (a.chain) a.chain, a.number, a.previous FROM audit a
        WHERE a.at AT TIME ZONE 'UTC' >= report_heads.moment AT TIME ZONE 'UTC'
        ORDER BY a.chain, a.number) later USING (chain)
    WHERE coalesce(later.number - 1, h.number) > 0;
$$;
COMMENT ON FUNCTION report_heads IS 'Where each chain of the trail ended at a moment, as audit_heads has it for now.';

CREATE TABLE report_run (
    campaign  code        NOT NULL CONSTRAINT report_run_campaign_is_known REFERENCES campaign,
    date      date        NOT NULL,
    as_of     timestamptz NOT NULL,
    is_late   boolean     NOT NULL,
    is_final  boolean     NOT NULL,
    content   jsonb       NOT NULL,
    sha256    bytea       NOT NULL CONSTRAINT report_checksum_is_of_its_content CHECK (sha256 = sha256(convert_to(content::text, 'UTF8'))),
    seal      bigint      NOT NULL CONSTRAINT report_run_seals_the_trail REFERENCES seal,
    made_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    made_by   text        NOT NULL DEFAULT session_user,
    CONSTRAINT report_run_is_the_only_one PRIMARY KEY (campaign, date)
);
ALTER TABLE report_run ALTER COLUMN content SET COMPRESSION pglz;
COMMENT ON TABLE  report_run          IS 'The nightly reports as they were made. Kept for good: the last before the deadline is the record of what was in time.';
COMMENT ON COLUMN report_run.campaign IS 'The campaign.';
COMMENT ON COLUMN report_run.date     IS 'The day with whose midnight, in Hanoi, it is concerned.';
COMMENT ON COLUMN report_run.as_of    IS 'The moment as of which its numbers hold.';
COMMENT ON COLUMN report_run.is_late  IS 'Whether it was made more than an hour after that.';
COMMENT ON COLUMN report_run.is_final IS 'Whether it is the one at the deadline.';
COMMENT ON COLUMN report_run.content  IS 'What it says: report_content().';
COMMENT ON COLUMN report_run.sha256   IS 'SHA-256 of that, which is in the trail.';
COMMENT ON COLUMN report_run.seal     IS 'The seal of the trail whose hash it shows.';
COMMENT ON COLUMN report_run.made_at  IS 'When it was made.';
COMMENT ON COLUMN report_run.made_by  IS 'By which login.';
SELECT protect('report_run'), audit_follow('report_run', '', '{}', '{content}'), share('report_run', 'thidua_administrator'),
       share('report_run', 'thidua_reporter');

CREATE FUNCTION report_stays() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'a report stays as it was made'
        USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'report_stays_as_it_was_made';
END $$;
COMMENT ON FUNCTION report_stays IS 'Refuses to change or delete a report.';
CREATE TRIGGER report_stays_as_it_was_made BEFORE UPDATE OR DELETE ON report_run FOR EACH ROW EXECUTE FUNCTION report_stays();

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
        RAISE EXCEPTION 'that day has not begun'
            USING ERRCODE = 'check_violation', TABLE = 'report_run', CONSTRAINT = 'report_is_of_a_day_that_has_begun';
    END IF;
    RETURN QUERY
    WITH due AS (
        SELECT c.code, c.created_at, c.deadline, day.date,
               c.deadline > midnight(day.date - 1) AND c.created_at < midnight(day.date + 1) AS is_going_on,
               row_number() OVER (PARTITION BY day.date ORDER BY c.deadline DESC, c.code) = 1 AS is_last
        FROM campaign c
        -- From the last report on: whoever made it may have been stopped before its files were written. Where there was none, nothing was missed.
        CROSS JOIN LATERAL (SELECT max(r.date) AS date FROM report_run r WHERE r.campaign = c.code AND r.date < last) made
        CROSS JOIN LATERAL generate_series(0, CASE WHEN catch_up THEN coalesce(last - made.date, 0) ELSE 0 END) AS back
        CROSS JOIN LATERAL (SELECT last - back AS date) day
    ), meant AS (
        -- Those that are going on, and the one whose deadline it was; where there is none, the last to close.
        SELECT d.*, bool_or(d.is_going_on) OVER (PARTITION BY d.date) AS is_any_going_on FROM due d
    )
    SELECT m.code::text, m.date,
           CASE WHEN m.deadline > midnight(m.date - 1) AND m.deadline <= midnight(m.date) THEN m.deadline
                -- A campaign that was not there at midnight is shown as it is.
                WHEN m.date = today AND m.created_at >= midnight(today) THEN clock_timestamp()
                ELSE midnight(m.date) END,
           (SELECT max(r.as_of) FROM report_run r WHERE r.campaign = m.code AND r.date < m.date),
           EXISTS (SELECT FROM report_run r WHERE (r.campaign, r.date) = (m.code, m.date))
    FROM meant m
    WHERE CASE WHEN named IS NOT NULL THEN m.code = named ELSE m.is_going_on OR m.is_last AND NOT m.is_any_going_on END
    ORDER BY m.date, m.code;
END $$;
COMMENT ON FUNCTION report_due IS 'Which reports are to be made for a day, or for each since the last one: of which campaign, as of when, and since when it tells what has changed. Null for an open campaign, and for today.';

CREATE FUNCTION report_claim() RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock('report_run'::regclass::oid::integer, 0) THEN
        RAISE EXCEPTION 'another report is being made'
            USING ERRCODE = 'lock_not_available', TABLE = 'report_run', CONSTRAINT = 'report_is_made_by_one_at_a_time';
    END IF;
END $$;
COMMENT ON FUNCTION report_claim IS 'Holds others off from making reports until the transaction ends, or refuses at once. On the primary: a standby knows nothing of another server''s locks.';

CREATE FUNCTION report_keep(campaign text, date date, as_of timestamptz, content jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    heads jsonb := report_heads(report_keep.as_of);
    sealed bigint;
BEGIN
    IF EXISTS (SELECT FROM report_run r WHERE (r.campaign, r.date) = (report_keep.campaign, report_keep.date)) THEN
        RETURN;  -- the first stays
    -- Somebody committed after it was read what was done before the moment.
    ELSIF audit_heads_hash(heads) IS DISTINCT FROM report_keep.content -> 'trail' ->> 'hash' THEN
        RAISE EXCEPTION 'the trail has moved on' USING ERRCODE = 'serialization_failure', TABLE = 'report_run', CONSTRAINT = 'report_seals_what_it_shows';
    END IF;
    INSERT INTO seal (heads) VALUES (heads) RETURNING number INTO sealed;
    INSERT INTO report_run (campaign, date, as_of, is_late, is_final, content, sha256, seal)
    SELECT c.code, report_keep.date, report_keep.as_of, clock_timestamp() > report_keep.as_of + interval '1 hour', c.deadline = report_keep.as_of,
           report_keep.content, sha256(convert_to(report_keep.content::text, 'UTF8')), sealed
    FROM campaign c WHERE c.code = report_keep.campaign;
END $$;
COMMENT ON FUNCTION report_keep IS 'Keeps a report as it was read, and seals the trail as it was at its moment. What is kept already stays.';

-- Whom it was sent to. A row is there before a letter is let go: where nobody recorded what became of it, it is not sent again.
CREATE TABLE report_letter (
    campaign    code        NOT NULL,
    date        date        NOT NULL,
    specialist  code        NOT NULL,
    email       text        NOT NULL,
    begun_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at     timestamptz,
    CONSTRAINT report_letter_is_sent_once PRIMARY KEY (campaign, date, specialist),
    CONSTRAINT report_letter_is_of_a_report FOREIGN KEY (campaign, date) REFERENCES report_run
);
COMMENT ON TABLE  report_letter            IS 'Reports sent by e-mail to area specialists.';
COMMENT ON COLUMN report_letter.campaign   IS 'The report''s campaign.';
COMMENT ON COLUMN report_letter.date       IS 'The report''s date.';
COMMENT ON COLUMN report_letter.specialist IS 'The area specialist.';
COMMENT ON COLUMN report_letter.email      IS 'The address.';
COMMENT ON COLUMN report_letter.begun_at   IS 'When it was let go.';
COMMENT ON COLUMN report_letter.sent_at    IS 'When the mail system had taken it; null where that was never recorded.';
SELECT protect('report_letter'), audit_follow('report_letter', '', '{email}'), share('report_letter', 'thidua_administrator'),
       share('report_letter', 'thidua_reporter');

CREATE FUNCTION report_letter_begin(campaign text, date date, specialist text, email text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO report_letter (campaign, date, specialist, email) VALUES ($1, $2, $3, $4);
$$;
COMMENT ON FUNCTION report_letter_begin IS 'Says that a letter is let go now; refuses where it was before.';

CREATE FUNCTION report_letter_end(campaign text, date date, specialist text, is_sent boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF is_sent THEN
        UPDATE report_letter l SET sent_at = clock_timestamp()
        WHERE (l.campaign, l.date, l.specialist) = (report_letter_end.campaign, report_letter_end.date, report_letter_end.specialist);
    ELSE
        DELETE FROM report_letter l
        WHERE (l.campaign, l.date, l.specialist) = (report_letter_end.campaign, report_letter_end.date, report_letter_end.specialist)
          AND l.sent_at IS NULL;
    END IF;
END $$;
COMMENT ON FUNCTION report_letter_end IS 'Says that the mail system took a letter; or that it did not, and that it may be sent again.';

GRANT SELECT ON quota_edge TO thidua_user;
GRANT EXECUTE ON FUNCTION midnight, day_in_hanoi TO thidua_user;
GRANT EXECUTE ON FUNCTION report_content, report_due, report_claim, report_keep, report_letter_begin, report_letter_end
    TO thidua_administrator, thidua_reporter;
