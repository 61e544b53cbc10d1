-- A registry of 10,000 units and :campaigns campaigns of 100,000 nominations each; all but the last are closed. Rows as the
-- triggers would make them; no trigger is fired.
SET session_replication_role = replica;
DO $$ DECLARE t text; BEGIN FOREACH t IN ARRAY ARRAY['campaign','quota_rule','quota_bracket','criterion','directive','bar','unit','quota','dossier','nomination','attestation','completion','conduct','certification','declaration','selection_vote','document','staffing_house','staffing_current','staffing_application','staffing_table'] LOOP
  EXECUTE (SELECT coalesce(string_agg(format('ALTER TABLE %I DISABLE TRIGGER %I;', t, tgname), ' '), 'SELECT 1') FROM pg_trigger WHERE tgrelid = t::regclass AND tgenabled = 'A');
END LOOP; END $$;
INSERT INTO campaign (code, title, plan_date, deadline, created_at) SELECT 'C' || c, 'x', '2026-01-01', CASE WHEN c = :campaigns THEN timestamptz '2099-01-01' ELSE '2026-06-01'::timestamptz + c * interval '1 hour' END, '2026-01-01' FROM generate_series(1, :campaigns) c;
INSERT INTO quota_rule SELECT 'C' || c, rule, clause, award, subject, holder_kind, measure, pooled FROM quota_rule, generate_series(1, :campaigns) c WHERE campaign = '606/KH-CQLTHADS';
INSERT INTO quota_bracket SELECT 'C' || c, rule, bracket, allowed FROM quota_bracket, generate_series(1, :campaigns) c WHERE campaign = '606/KH-CQLTHADS';
INSERT INTO criterion SELECT 'C' || c, code, subject, clause, words, words_en FROM criterion, generate_series(1, :campaigns) c WHERE campaign = '606/KH-CQLTHADS';
INSERT INTO directive (campaign, number, issued_on, due_on, clause) SELECT 'C' || c, number, issued_on, '2026-03-10', clause FROM directive, generate_series(1, :campaigns) c WHERE campaign = '606/KH-CQLTHADS';
INSERT INTO bar SELECT 'C' || c, code, subject, clause, name_vi, name_en FROM bar, generate_series(1, :campaigns) c WHERE campaign = '606/KH-CQLTHADS';
INSERT INTO unit (code, kind, name) SELECT 'P' || u, 'province', 'Province ' || u FROM generate_series(1, 9966) u;
INSERT INTO staffing_table (as_of, file_name, sha256) VALUES ('2026-01-01', 'x.csv', sha256('x'));
INSERT INTO staffing_house SELECT 1, code, 12, 9, 150 + abs(hashtext(code)) % 100 FROM unit WHERE kind = 'province';
INSERT INTO staffing_application (staffing_table, house, applied_at) SELECT 1, house, '2026-01-01' FROM staffing_house;
INSERT INTO staffing_current (house, staffing_table, application, applied_at) SELECT house, 1, id, '2026-01-01' FROM staffing_application;
INSERT INTO quota (holder, campaign, award, subject, stage, allowed, rule, measured) SELECT d.holder, d.campaign, d.award, d.subject, d.stage, 100, d.rule, d.measured FROM quota_derived d WHERE d.campaign LIKE 'C%';
INSERT INTO dossier (unit, campaign, house, is_open, submitted_at, changed_at)
SELECT u.code, 'C' || c, u.code, c = :campaigns AND hashtext(u.code) % 5 IN (0, 1, -1), '2026-05-01', '2026-05-01' FROM generate_series(1, :campaigns) c, unit u WHERE u.kind = 'province';
INSERT INTO nomination (unit, id, campaign, holder, award, subject, staff_no, nominee_name, position, workplace, state, came_from, allowed, slot, entered_at, changed_at)
SELECT d.unit, (row_number() OVER ())::bigint, d.campaign, d.unit, CASE WHEN s <= 5 THEN 'minister_certificate' ELSE 'director_certificate' END, 'individual', 'S' || d.unit || '-' || s, 'Nguyễn Văn An ' || s, 'Chấp hành viên', d.unit,
       CASE WHEN d.is_open THEN 'draft' ELSE 'submitted' END, CASE WHEN NOT d.is_open THEN 'draft' END, 100, (s - 1) % 5 + 1, timestamptz '2026-03-01' + (hashtext(d.unit) % 40 + s) * interval '1 day', '2026-05-01'
FROM (SELECT * FROM dossier ORDER BY campaign, unit) d, generate_series(1, 10) s;
INSERT INTO attestation (unit, nomination, campaign, criterion, evidence, attested_at)
SELECT n.unit, n.id, n.campaign, c.code, 'x', '2026-04-01' FROM nomination n JOIN criterion c USING (campaign, subject) WHERE n.campaign = 'C' || :campaigns AND (n.state <> 'draft' OR (n.id + ascii(right(c.code, 1))) % 3 > 0);
INSERT INTO completion (unit, nomination, campaign, directive, completed_on, is_of_quality, evidence, attested_at)
SELECT n.unit, n.id, n.campaign, c.number, date '2026-02-15' + (n.id % 30)::integer, true, 'x', '2026-04-01' FROM nomination n JOIN directive c USING (campaign) WHERE n.campaign = 'C' || :campaigns AND (n.state <> 'draft' OR (n.id % 4 > 0));
INSERT INTO conduct (unit, nomination, campaign, bar, applies, evidence, attested_at)
SELECT n.unit, n.id, n.campaign, c.code, false, 'x', '2026-04-01' FROM nomination n JOIN bar c USING (campaign, subject) WHERE n.campaign = 'C' || :campaigns AND (n.state <> 'draft' OR (n.id % 5 > 0));
INSERT INTO document (unit, id, campaign, kind, nomination, sha256, file_name) SELECT unit, id, campaign, 'achievement_report', id, sha256('x'), 'x.pdf' FROM nomination WHERE campaign = 'C' || :campaigns AND (state <> 'draft' OR id % 2 > 0);
INSERT INTO document (unit, id, campaign, kind, sha256, file_name) SELECT unit, 100000000 + row_number() OVER (), campaign, k, sha256('x'), 'x.pdf' FROM dossier, unnest('{proposal_letter,selection_minutes}'::text[]) k WHERE campaign = 'C' || :campaigns AND NOT is_open;
INSERT INTO declaration SELECT unit, id, 1 FROM nomination WHERE campaign = 'C' || :campaigns AND state <> 'draft';
INSERT INTO selection_vote SELECT unit, id, 1, 1, 1 FROM nomination WHERE campaign = 'C' || :campaigns AND state <> 'draft';
INSERT INTO certification SELECT unit, id, id, subject, 'head_of_unit', staff_no, unit, 'x', 'Z9' FROM nomination WHERE campaign = 'C' || :campaigns AND (state <> 'draft' OR id % 2 > 0);
RESET session_replication_role;
