-- The registry as it was at a moment: what is there now, with undone whatever the trail has since. So nothing else is kept for it, and
-- any past moment can be asked for, also one from before this migration.
--
-- A view past.nomination stands for the table nomination, and past.dossier_fault for the view dossier_fault: its very definition, made
-- anew over the tables of the past. In there the clock shows the moment, and there is one campaign. Both are settings of the
-- transaction (thidua.moment, thidua.campaign); only the owner's functions can look.
CREATE SCHEMA past AUTHORIZATION thidua_owner;
SET LOCAL ROLE thidua_owner;
COMMENT ON SCHEMA past IS 'Tables and views of the registry as they were at a moment.';

-- What is found by time. An expression that is not leakproof answers no clerk's question (m0015).
CREATE INDEX audit_by_time ON audit ((at AT TIME ZONE 'UTC'));
CREATE INDEX quota_by_campaign ON quota ((campaign || ''));
CREATE INDEX nomination_by_campaign ON nomination ((campaign || ''), unit);
CREATE INDEX dossier_by_campaign ON dossier ((campaign || ''));
CREATE INDEX endorsement_by_campaign ON endorsement ((campaign || ''));
ALTER INDEX audit_by_time ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX quota_by_campaign ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX nomination_by_campaign ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX dossier_by_campaign ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX endorsement_by_campaign ALTER COLUMN 1 SET STATISTICS 0;

CREATE FUNCTION past.clock_timestamp() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('thidua.moment')::timestamptz;
COMMENT ON FUNCTION past.clock_timestamp IS 'The moment. Views that ask what time it is are answered by this.';

CREATE FUNCTION past.campaign_code() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('thidua.campaign');
COMMENT ON FUNCTION past.campaign_code IS 'The campaign that is looked at.';

-- A trail's times are those of its commit. What was done before the moment and committed after it was done in time: the nomination and
-- the dossier know by the clock of the statement (T2), and so does what belongs to them.
CREATE VIEW past.undone WITH (security_invoker = true) AS
SELECT a.relation, a.number, coalesce(a.before, a.after) AS named, a.before || coalesce(p.before, '{}') AS before
FROM audit a LEFT JOIN audit_personal p USING (chain, number)
WHERE a.at AT TIME ZONE 'UTC' >= (SELECT past.clock_timestamp() AT TIME ZONE 'UTC')
  AND NOT (a.relation IN ('nomination', 'attestation', 'completion', 'conduct', 'document', 'certification', 'declaration', 'selection_vote')
           AND EXISTS (SELECT FROM nomination n WHERE (n.unit, n.id) = (a.chain, a.nomination) AND n.changed_at < (SELECT past.clock_timestamp())))
  AND NOT (a.relation IN ('dossier', 'document') AND a.nomination IS NULL
           AND EXISTS (SELECT FROM dossier d WHERE (d.unit, d.campaign) = (a.chain, coalesce(a.before, a.after) ->> 'campaign')
                                               AND d.changed_at < (SELECT past.clock_timestamp())));
COMMENT ON VIEW past.undone IS 'Changes since the moment: the row''s key, and the row before.';

CREATE FUNCTION past.follow(relation regclass, condition text DEFAULT 'true', names jsonb DEFAULT '{}') RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = relation);
    keys text;
    keys_of_change text;
    columns text;
    columns_of_change text;
BEGIN
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place),
           string_agg(format('(u.named ->> %L)::%s', a.attname, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL)), ', ' ORDER BY k.place)
    INTO keys, keys_of_change
    FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
    JOIN pg_attribute a ON (a.attrelid, a.attnum) = (i.indrelid, k.attnum) JOIN pg_type t ON t.oid = a.atttypid
    WHERE i.indrelid = relation AND i.indisprimary;
    -- Generated columns are not in the trail; they follow from the others as they do in the table.
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
           string_agg(format('(%s)::%s AS %I',
                             coalesce(names ->> a.attname, CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END, quote_ident(a.attname)),
                             format_type(a.atttypid, a.atttypmod), a.attname), ', ' ORDER BY a.attnum)
    INTO columns, columns_of_change
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
    WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped;
    EXECUTE format(
        'CREATE VIEW past.%1$I WITH (security_invoker = true) AS '
        'SELECT %4$s FROM public.%1$I r WHERE (%2$s) NOT IN (SELECT %3$s FROM past.undone u WHERE u.relation = %1$L) AND %6$s '
        'UNION ALL SELECT %5$s FROM ('
        'SELECT DISTINCT ON (%3$s) u.before FROM past.undone u WHERE u.relation = %1$L ORDER BY %3$s, u.number) changed '
        'CROSS JOIN LATERAL jsonb_populate_record(NULL::public.%1$I, changed.before) r WHERE changed.before IS NOT NULL AND %6$s '
        -- Asked once: where nothing has changed, this half costs nothing, however often a row is looked up.
        'AND (SELECT EXISTS (SELECT FROM past.undone u WHERE u.relation = %1$L))',
        name, keys, keys_of_change, columns, columns_of_change, condition);
    EXECUTE format('COMMENT ON VIEW past.%I IS %L', name, format('The table %s as it was at the moment.', name));
END $$;
COMMENT ON FUNCTION past.follow IS 'Makes the view of a table''s past: the rows that have not changed since, and the others as the trail has them from before. Arguments: which rows are looked at, and where the columns are read that the trail leaves out.';

CREATE FUNCTION past.see(view regclass) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = view);
    definition text := pg_get_viewdef(view);
BEGIN
    -- Its names were written out for where the registry is in sight; now the past stands before it.
    PERFORM set_config('search_path', 'past, pg_catalog, public, pg_temp', true);
    EXECUTE format('CREATE VIEW past.%I WITH (security_invoker = true) AS %s', name, definition);
    PERFORM set_config('search_path', 'pg_catalog, public, pg_temp', true);
    EXECUTE format('COMMENT ON VIEW past.%I IS %L', name, format('The view %s over the tables as they were at the moment.', name));
END $$;
COMMENT ON FUNCTION past.see IS 'Makes the view of a view''s past.';

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA past FROM PUBLIC;

-- What is met of a nomination is now read once for it, whatever the planner does: a report asks of all of them at once.
CREATE OR REPLACE VIEW dossier_fault WITH (security_invoker = true) AS
SELECT n.unit, n.campaign, n.id AS nomination, 'not_attested' AS fault, c.code AS item, c.clause, c.words AS name_vi, c.words_en AS name_en
FROM nomination n
CROSS JOIN LATERAL (
    SELECT c.* FROM criterion c
    WHERE (c.campaign, c.subject) = (n.campaign, n.subject)
      AND c.code <> ALL (ARRAY(SELECT a.criterion FROM attestation a WHERE (a.unit, a.nomination) = (n.unit, n.id))) OFFSET 0) c
WHERE n.is_open
UNION ALL
SELECT n.unit, n.campaign, n.id, 'not_completed', d.number, d.clause, d.number, d.number
FROM nomination n
CROSS JOIN LATERAL (
    SELECT d.* FROM directive d
    WHERE d.campaign = n.campaign
      AND d.number <> ALL (ARRAY(SELECT c.directive::text FROM completion c WHERE (c.unit, c.nomination) = (n.unit, n.id))) OFFSET 0) d
WHERE n.is_open
UNION ALL
SELECT n.unit, n.campaign, n.id,
       CASE WHEN b.code = ANY (stated.applying) THEN 'barred' ELSE 'not_cleared' END, b.code, b.clause, b.name_vi, b.name_en
FROM nomination n
CROSS JOIN LATERAL (
    SELECT array_agg(c.bar) FILTER (WHERE c.applies) AS applying, coalesce(array_agg(c.bar) FILTER (WHERE NOT c.applies), '{}') AS cleared
    FROM conduct c WHERE (c.unit, c.nomination) = (n.unit, n.id) OFFSET 0) stated
CROSS JOIN LATERAL (
    SELECT b.* FROM bar b WHERE (b.campaign, b.subject) = (n.campaign, n.subject) AND b.code <> ALL (stated.cleared) OFFSET 0) b
WHERE n.is_open
UNION ALL
SELECT n.unit, n.campaign, n.id, 'no_document', k.code, k.clause, k.name_vi, k.name_en
FROM nomination n JOIN document_kind k ON k.part_of = 'nomination'
WHERE n.is_open AND NOT EXISTS (
    SELECT FROM document d WHERE (d.unit, d.campaign, d.kind, d.nomination) = (n.unit, n.campaign, k.code, n.id) OFFSET 0)
UNION ALL
SELECT n.unit, n.campaign, n.id, 'not_declared', k.code, k.clause, k.name_vi, k.name_en
FROM nomination n JOIN document_kind k ON k.code = 'proposal_letter'
WHERE n.is_open AND NOT EXISTS (SELECT FROM declaration d WHERE (d.unit, d.nomination) = (n.unit, n.id) OFFSET 0)
UNION ALL
SELECT n.unit, n.campaign, n.id, 'no_votes', k.code, k.clause, k.name_vi, k.name_en
FROM nomination n JOIN document_kind k ON k.code = 'selection_minutes'
WHERE n.is_open AND NOT EXISTS (SELECT FROM selection_vote v WHERE (v.unit, v.nomination) = (n.unit, n.id) OFFSET 0)
UNION ALL
SELECT n.unit, n.campaign, n.id, 'not_certified', k.code, k.clause, r.name_vi, r.name_en
FROM nomination n JOIN document_kind k ON k.code = 'achievement_report' JOIN certifier_role r ON r.subject = n.subject
WHERE n.is_open AND NOT EXISTS (SELECT FROM certification c WHERE (c.unit, c.nomination) = (n.unit, n.id) OFFSET 0)
UNION ALL
SELECT d.unit, d.campaign, NULL, 'no_document', k.code, k.clause, k.name_vi, k.name_en
FROM dossier d JOIN document_kind k ON k.part_of = 'dossier'
WHERE d.is_open AND NOT EXISTS (
    SELECT FROM document p WHERE (p.unit, p.campaign, p.kind) = (d.unit, d.campaign, k.code) AND p.nomination IS NULL OFFSET 0)
UNION ALL
SELECT d.unit, d.campaign, NULL, 'no_nomination', NULL, '1', NULL, NULL
FROM dossier d
WHERE d.is_open AND NOT EXISTS (SELECT FROM nomination n WHERE (n.unit, n.campaign) = (d.unit, d.campaign) AND n.is_open OFFSET 0);

SELECT past.follow('campaign'),
       past.follow('directive', $$campaign = (SELECT past.campaign_code())$$),
       past.follow('staffing_current'),
       past.follow('quota', $$campaign || '' = (SELECT past.campaign_code())$$),
       past.follow('dossier', $$campaign || '' = (SELECT past.campaign_code())$$),
       past.follow('endorsement', $$campaign || '' = (SELECT past.campaign_code())$$),
       -- The name is in the register; a nominee who was another then is found there as well.
       past.follow('nomination', $$campaign || '' = (SELECT past.campaign_code())$$, jsonb_build_object('nominee_name',
           'coalesce((SELECT o.name FROM unit o WHERE o.code = r.collective), '
           '(SELECT p.name FROM person p WHERE (p.unit, p.staff_no) = (r.unit, r.staff_no)))'));
SELECT past.follow(relation::regclass)
FROM unnest(ARRAY['attestation', 'completion', 'conduct', 'document', 'certification', 'declaration', 'selection_vote']) AS relation;
SELECT past.see('staffing_in_force');
-- A view has no primary key from which the rest of a row would follow.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW ranking WITH (security_invoker = true) AS '
        || replace(pg_get_viewdef('ranking'::regclass), 'GROUP BY n.unit, n.id', 'GROUP BY n.unit, n.id, n.campaign, n.award, n.subject');
END $$;
SELECT past.see('house_staff'), past.see('dossier_fault'), past.see('dossier_status'), past.see('ranking');

-- Of the past, too, it is known what must never be, and what is.
DO $$
BEGIN
    EXECUTE format('CREATE OR REPLACE VIEW access_fault WITH (security_invoker = true) AS %s UNION ALL %s',
        rtrim(pg_get_viewdef('access_fault'::regclass), ';'), $view$
        SELECT 'past.' || c.relname, CASE WHEN c.relowner <> to_regrole('thidua_owner') THEN 'owner_is_another'
                                          WHEN NOT coalesce('security_invoker=true' = ANY (c.reloptions), false) THEN 'view_shows_its_owners_rows'
                                          ELSE 'past_is_in_sight' END
        FROM pg_class c
        WHERE c.relnamespace = to_regnamespace('past')
          AND (c.relowner <> to_regrole('thidua_owner') OR NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)
               OR EXISTS (SELECT FROM aclexplode(c.relacl) a WHERE a.grantee <> c.relowner))
        UNION ALL
        SELECT 'past.' || p.proname, CASE WHEN p.proowner <> to_regrole('thidua_owner') THEN 'owner_is_another' ELSE 'past_is_in_sight' END
        FROM pg_proc p
        WHERE p.pronamespace = to_regnamespace('past')
          AND (p.proowner <> to_regrole('thidua_owner')
               OR EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee <> p.proowner))
        UNION ALL
        SELECT 'past', 'past_is_in_sight'
        FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a WHERE n.nspname = 'past' AND a.grantee <> n.nspowner$view$);
    EXECUTE format('CREATE OR REPLACE VIEW catalogue_now WITH (security_invoker = true) AS %s UNION ALL %s',
        rtrim(pg_get_viewdef('catalogue_now'::regclass), ';'), $view$
        -- As above: a view that was dumped and restored has more parentheses and fewer names.
        SELECT 'view past.' || relname, encode(sha256(convert_to(concat_ws(' ', relowner::regrole, reloptions, relacl,
                   regexp_replace(translate(pg_get_viewdef(oid), '()', ''), ' AS \w+', '', 'g')), 'UTF8')), 'hex')
        FROM pg_class WHERE relnamespace = to_regnamespace('past') AND relkind = 'v'
        UNION ALL
        SELECT 'function past.' || p.proname, encode(sha256(convert_to(concat_ws(' ', p.proowner::regrole, p.proacl, pg_get_functiondef(p.oid)), 'UTF8')), 'hex')
        FROM pg_proc p WHERE p.pronamespace = to_regnamespace('past')$view$);
END $$;
