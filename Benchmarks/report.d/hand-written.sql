-- What report_content() returns for a campaign as it is now, written by hand to be as fast as possible: set by set, from the
-- tables themselves, without the past and without the views that implement the rules.
CREATE OR REPLACE FUNCTION hand_written(campaign text, moment timestamptz, since timestamptz) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET work_mem = '256MB' SET jit = off SET enable_nestloop = off AS $$
#variable_conflict use_column
<<report>>
DECLARE
    code text := hand_written.campaign;
    moment timestamptz := coalesce(hand_written.moment, clock_timestamp());
    since timestamptz := coalesce(hand_written.since, '-infinity');
BEGIN
    PERFORM set_config('thidua.moment', report.moment::text, true), set_config('thidua.campaign', report.code, true);
    RETURN (
        WITH nominated AS MATERIALIZED (
            SELECT n.unit, n.id, n.holder, n.award, n.subject, n.state, n.slot, n.nominee_name, n.entered_at FROM nomination n WHERE n.campaign = report.code
        ), used AS MATERIALIZED (
            SELECT n.holder, n.award, n.subject, 'proposal' AS stage, count(n.slot) AS slots FROM nominated n GROUP BY n.holder, n.award, n.subject
            UNION ALL
            SELECT e.holder, e.award, e.subject, e.stage, count(e.slot) FROM endorsement e WHERE e.campaign = report.code AND e.slot IS NOT NULL
            GROUP BY e.holder, e.award, e.subject, e.stage
        ), dossiers AS MATERIALIZED (
            SELECT * FROM dossier_status d WHERE d.campaign = report.code
        ), open AS MATERIALIZED (
            SELECT n.unit, n.id, n.subject FROM nominated n WHERE n.state IN ('draft', 'returned')
        ), hand_ranking AS MATERIALIZED (
            SELECT f.unit, f.nomination, f.finished_on, f.is_on_time, f.is_of_quality,
                   CASE WHEN f.is_on_time AND f.is_of_quality THEN rank() OVER (PARTITION BY f.award, f.subject, f.is_on_time AND f.is_of_quality ORDER BY f.finished_on) END::integer AS rank
            FROM (SELECT n.unit, n.id AS nomination, n.award, n.subject,
                   CASE WHEN count(c.directive) = count(d.number) THEN max(c.completed_on) END AS finished_on,
                   CASE WHEN count(c.completed_on <= d.due_on) = count(*) THEN bool_and(c.completed_on <= d.due_on) END AS is_on_time,
                   CASE WHEN count(c.is_of_quality) = count(*) THEN bool_and(c.is_of_quality) END AS is_of_quality
                  FROM nominated n JOIN directive d ON d.campaign = report.code
                  LEFT JOIN (SELECT * FROM completion WHERE campaign = report.code) c ON (c.unit, c.nomination, c.directive) = (n.unit, n.id, d.number)
                  WHERE n.state IN ('submitted','endorsed','awarded','declined') GROUP BY n.unit, n.id, n.award, n.subject) f
        ), faults AS MATERIALIZED (
            SELECT f.*, concat_ws(':', f.fault, f.item, CASE f.fault WHEN 'not_certified' THEN (SELECT r.code FROM certifier_role r WHERE r.name_vi = f.name_vi) END) AS key FROM (
            SELECT n.unit, n.id AS nomination, 'not_attested' AS fault, c.code AS item, c.clause, c.words AS name_vi, c.words_en AS name_en
            FROM open n JOIN criterion c ON (c.campaign, c.subject) = (report.code, n.subject)
            WHERE NOT EXISTS (SELECT FROM attestation a WHERE a.campaign = report.code AND (a.unit, a.nomination, a.criterion) = (n.unit, n.id, c.code))
            UNION ALL
            SELECT n.unit, n.id, 'not_completed', d.number, d.clause, d.number, d.number FROM open n JOIN directive d ON d.campaign = report.code
            WHERE NOT EXISTS (SELECT FROM completion a WHERE a.campaign = report.code AND (a.unit, a.nomination, a.directive) = (n.unit, n.id, d.number))
            UNION ALL
            SELECT n.unit, n.id, CASE WHEN x.applies THEN 'barred' ELSE 'not_cleared' END, b.code, b.clause, b.name_vi, b.name_en
            FROM open n JOIN bar b ON (b.campaign, b.subject) = (report.code, n.subject)
            LEFT JOIN conduct x ON x.campaign = report.code AND (x.unit, x.nomination, x.bar) = (n.unit, n.id, b.code) WHERE x.applies IS DISTINCT FROM false
            UNION ALL
            SELECT n.unit, n.id, 'no_document', k.code, k.clause, k.name_vi, k.name_en FROM open n JOIN document_kind k ON k.part_of = 'nomination'
            LEFT JOIN document x ON x.campaign = report.code AND (x.unit, x.nomination, x.kind) = (n.unit, n.id, k.code) WHERE x.id IS NULL
            UNION ALL
            SELECT n.unit, n.id, 'not_declared', k.code, k.clause, k.name_vi, k.name_en FROM open n JOIN document_kind k ON k.code = 'proposal_letter'
            WHERE NOT EXISTS (SELECT FROM declaration d WHERE (d.unit, d.nomination) = (n.unit, n.id))
            UNION ALL
            SELECT n.unit, n.id, 'no_votes', k.code, k.clause, k.name_vi, k.name_en FROM open n JOIN document_kind k ON k.code = 'selection_minutes'
            WHERE NOT EXISTS (SELECT FROM selection_vote d WHERE (d.unit, d.nomination) = (n.unit, n.id))
            UNION ALL
            SELECT n.unit, n.id, 'not_certified', k.code, k.clause, r.name_vi, r.name_en FROM open n JOIN document_kind k ON k.code = 'achievement_report' JOIN certifier_role r ON r.subject = n.subject
            WHERE NOT EXISTS (SELECT FROM certification d WHERE (d.unit, d.nomination) = (n.unit, n.id))
            UNION ALL
            SELECT d.unit, NULL, 'no_document', k.code, k.clause, k.name_vi, k.name_en FROM dossiers d JOIN document_kind k ON k.part_of = 'dossier'
            WHERE d.is_open AND (d.unit::text, k.code) NOT IN (SELECT p.unit::text, p.kind FROM document p WHERE p.campaign = report.code AND p.nomination IS NULL)
            UNION ALL
            SELECT d.unit, NULL, 'no_nomination', NULL, '1', NULL, NULL FROM dossiers d
            WHERE d.is_open AND NOT EXISTS (SELECT FROM open n WHERE n.unit = d.unit)) f
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
            SELECT * FROM house_staff s
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
                   OR u.kind = 'bureau' AND EXISTS (SELECT FROM staffing_in_force f WHERE (f.house, f.unit) = (u.house, u.code))),
            'quotas', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'unit', q.holder, 'unit_name', u.name, 'award', q.award, 'subject', q.subject, 'stage', q.stage,
                    'allowed', q.allowed, 'used', coalesce(used.slots, 0), 'remaining', q.allowed - coalesce(used.slots, 0),
                    'measure', r.measure, 'measured', q.measured, 'rule', r.rule, 'clause', r.clause, 'near', near.edge)
                    ORDER BY q.holder = '*', r.holder_kind, q.holder, a.rank, q.subject, s.rank), '[]')
                FROM (SELECT * FROM quota q WHERE q.campaign = report.code) q
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
                FROM hand_ranking r
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
