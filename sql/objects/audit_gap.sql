-- Whether the tables agree with the trail: what the migrations left behind, with every recorded change made to it, must be today's rows. The hashes
-- protect the trail only from itself; this finds a row that was changed while the triggers were off.
--
-- Every row that the migrations or a change left behind counts +1, and every row that a change replaced or that exists today counts -1: all rows
-- must add up to 0. The order of the changes does not matter, since the hashes protect it. So this is one aggregate, whose memory is limited, over
-- all tables: moves between units, new keys and rows that are deleted and entered again need no special treatment.

CREATE FUNCTION audit_argument(relation regclass, place integer) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT (string_to_array(encode(t.tgargs, 'escape'), '\000'))[place] FROM pg_trigger t
        WHERE t.tgrelid = relation AND t.tgfoid = 'audit_change'::regproc ORDER BY t.tgname LIMIT 1);
COMMENT ON FUNCTION audit_argument IS 'An argument with which the trail follows a table: see audit_change().';

CREATE VIEW audit_key WITH (security_invoker = true) AS
SELECT c.relname::text COLLATE "C" AS relation, k.columns,
       ARRAY(SELECT unnest(k.columns) INTERSECT SELECT unnest(audit_argument(c.oid, 2)::text[] || audit_argument(c.oid, 5)::text[])) AS personal
FROM pg_class c
CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS p (attnum, place)
                 JOIN pg_attribute a ON (a.attrelid, a.attnum) = (c.oid, p.attnum) ORDER BY p.place) AS columns
    FROM pg_index i WHERE i.indrelid = c.oid AND (i.indisprimary OR i.indisexclusion) ORDER BY i.indisprimary DESC LIMIT 1) k
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname NOT LIKE 'audit%';
COMMENT ON VIEW audit_key IS 'The tables that the trail follows, the columns that identify a row, and which of these are personal.';

-- Not what is left out of the trail, which may be 20 MB. A table whose trigger was removed is compared all the same.
DO $$
BEGIN
    EXECUTE 'CREATE VIEW audit_present WITH (security_invoker = true) AS ' || (
        SELECT string_agg(format('SELECT %L::text COLLATE "C" AS relation, audit_image(to_jsonb(r)) AS image FROM (SELECT %s FROM %I) r',
                                 k.relation, c.columns, k.relation), ' UNION ALL ' ORDER BY k.relation)
        FROM audit_key k
        CROSS JOIN LATERAL (
            SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns FROM pg_attribute a
            WHERE a.attrelid = k.relation::regclass AND a.attnum > 0 AND NOT a.attisdropped
              AND NOT coalesce(audit_argument(a.attrelid, 4)::jsonb ? a.attname::text, false)) c
        WHERE k.relation <> 'staffing_row');
END $$;
COMMENT ON VIEW audit_present IS 'Today''s rows, as the trail would record them; but not those of staffing tables, of which it records only totals and digests.';

CREATE VIEW audit_version WITH (security_invoker = true) AS
SELECT relation, image, -1 AS surplus FROM audit_present
UNION ALL
SELECT a.relation, v.image, v.surplus
FROM audit a LEFT JOIN audit_personal p USING (chain, number)
CROSS JOIN LATERAL (VALUES (a.after || coalesce(p.after, '{}'), 1), (a.before || coalesce(p.before, '{}'), -1)) AS v (image, surplus)
WHERE v.image IS NOT NULL AND a.relation <> 'staffing_row'
UNION ALL
SELECT s.relation, e.value, v.surplus
FROM seed s CROSS JOIN LATERAL (VALUES (s.added, 1), (s.removed, -1)) AS v (rows, surplus)
-- It may have been tampered with, too.
CROSS JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(v.rows) WHEN 'array' THEN v.rows END) e;
COMMENT ON VIEW audit_version IS 'Every version of every row: +1 where a migration or a change left it behind, -1 where a change replaced it and where it exists today.';

-- Units are few, or nearly all unknown to the trail, and are compared separately.
CREATE FUNCTION audit_undone() RETURNS TABLE (relation text, image jsonb, surplus bigint)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' SET jit = off AS $$
    -- Digests need a tenth of the space. The rows behind those that do not add up are read a second time, if there are any.
    WITH odd AS MATERIALIZED (
        SELECT v.relation, sha256(convert_to(v.image::text, 'UTF8')) AS digest FROM audit_version v
        WHERE v.relation <> 'unit' GROUP BY v.relation, digest HAVING sum(v.surplus) <> 0
    )
    SELECT v.relation, v.image, sum(v.surplus) FROM audit_version v
    WHERE (SELECT EXISTS (SELECT FROM odd)) AND v.relation <> 'unit'
      AND (v.relation, sha256(convert_to(v.image::text, 'UTF8'))) IN (SELECT o.relation, o.digest FROM odd o)
    GROUP BY v.relation, v.image
    UNION ALL
    SELECT v.relation, v.image, sum(v.surplus) FROM audit_version v WHERE v.relation = 'unit'
    GROUP BY v.relation, v.image HAVING sum(v.surplus) <> 0;
$$;
COMMENT ON FUNCTION audit_undone IS 'The versions of rows that do not add up: those that should exist (+) and those that exist (-). Of units, these include what staffing tables entered.';

CREATE FUNCTION seed_due() RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(jsonb_agg(u), '[]') FROM audit_undone() u;
$$;
COMMENT ON FUNCTION seed_due IS 'What does not add up, to be passed to seed_record() after a migration.';

CREATE FUNCTION seed_record(before jsonb) RETURNS void
    LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO seed (relation, added, removed)
    SELECT d.relation, coalesce(jsonb_agg(d.image) FILTER (WHERE d.surplus < 0), '[]'), coalesce(jsonb_agg(d.image) FILTER (WHERE d.surplus > 0), '[]')
    FROM (SELECT u.relation, u.image, sum(u.surplus)::integer AS surplus
          FROM (SELECT a.relation, a.image, a.surplus FROM audit_undone() a
                UNION ALL
                -- What did not add up before must still be found afterwards.
                SELECT b.relation, b.image, -b.surplus FROM jsonb_to_recordset(seed_record.before) AS b (relation text, image jsonb, surplus bigint)) u
          GROUP BY u.relation, u.image) d
    CROSS JOIN LATERAL generate_series(1, abs(d.surplus))
    GROUP BY d.relation ORDER BY d.relation;
$$;
COMMENT ON FUNCTION seed_record IS 'Records what a run of the migrations did to rows without the trail: what does not add up now, except what did not before. Must follow SET CONSTRAINTS ALL IMMEDIATE, which completes the trail.';

-- The trail has no row for what a staffing table does to a unit; but it has the table's digest, and the rows of the table are kept. So a unit's row must be
-- what the trail recorded last or, if a table was applied later, what that table lists.
CREATE FUNCTION audit_undone_units() RETURNS TABLE (relation text, image jsonb, surplus bigint)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET jit = off AS $$
    WITH listed AS (
        SELECT r.staffing_table, r.unit, r.house, (a.staffing_table IS NOT NULL) AS is_in_force,
               audit_image(jsonb_build_object('code', r.unit, 'kind', r.kind, 'name', r.name, 'parent', r.house, 'house', r.house,
                                              'staffing_table', r.staffing_table)) AS image
        FROM staffing_row r LEFT JOIN staffing_current a USING (staffing_table, house)
        WHERE r.unit <> r.house
          AND EXISTS (SELECT FROM staffing_application p WHERE (p.staffing_table, p.house) = (r.staffing_table, r.house))
    ), odd AS (
        SELECT v.image ->> 'code' AS code, v.image, sum(v.surplus) AS surplus FROM audit_version v WHERE v.relation = 'unit'
        GROUP BY v.image HAVING sum(v.surplus) <> 0
    ), unlisted AS (
        SELECT o.code, o.image, o.surplus FROM odd o
        WHERE o.surplus < 0 AND NOT EXISTS (
            SELECT FROM listed l
            WHERE (l.staffing_table::text, l.unit) = (o.image ->> 'staffing_table', o.code) AND o.image @> l.image)
    ), recorded AS (
        SELECT coalesce(a.after, a.before) ->> 'code' AS code, bool_or(a.after IS NULL) AS is_removed,
               max(a.number) > max(c.number) AS is_later
        FROM audit a
        LEFT JOIN (SELECT x.chain, max(x.number) AS number FROM audit x WHERE x.relation = 'staffing_current' GROUP BY x.chain) c USING (chain)
        WHERE a.relation = 'unit' GROUP BY 1
    ), outdated AS (
        -- As an earlier table listed them, or as they were before they were listed.
        SELECT l.unit, p.image AS present, l.image AS expected
        FROM listed l JOIN audit_present p ON p.relation = 'unit' AND p.image ->> 'code' = l.unit
        WHERE l.is_in_force AND (p.image - 'staffing_table') IS DISTINCT FROM (p.image - 'staffing_table') || (l.image - 'staffing_table')
          AND NOT EXISTS (SELECT FROM recorded r WHERE r.code = l.unit AND r.is_later)
          AND NOT EXISTS (SELECT FROM unlisted u WHERE u.code = l.unit)
    ), missing AS (
        SELECT DISTINCT ON (l.unit) l.unit AS code, l.image FROM listed l
        WHERE NOT EXISTS (SELECT FROM audit_present p WHERE p.relation = 'unit' AND p.image ->> 'code' = l.unit)
          AND NOT EXISTS (SELECT FROM recorded r WHERE r.code = l.unit AND r.is_removed)
        ORDER BY l.unit, l.is_in_force DESC, l.staffing_table DESC
    )
    SELECT 'unit', u.image, u.surplus FROM unlisted u
    UNION ALL
    -- What should have been there instead, for the columns.
    SELECT 'unit', o.image, o.surplus FROM odd o
    WHERE o.surplus > 0
      AND (o.code IN (SELECT u.code FROM unlisted u) OR NOT EXISTS (SELECT FROM odd n WHERE n.code = o.code AND n.surplus < 0))
    UNION ALL
    SELECT 'unit', l.image, 1
    FROM (SELECT DISTINCT ON (l.unit) l.unit, l.image FROM listed l WHERE l.unit IN (SELECT u.code FROM unlisted u)
          ORDER BY l.unit, l.is_in_force DESC, l.staffing_table DESC) l
    WHERE l.unit NOT IN (SELECT o.code FROM odd o WHERE o.surplus > 0)
    UNION ALL
    SELECT 'unit', v.image, v.surplus FROM outdated o CROSS JOIN LATERAL (VALUES (o.present, -1), (o.expected, 1)) AS v (image, surplus)
    UNION ALL
    SELECT 'unit', m.image, 1 FROM missing m;
$$;
COMMENT ON FUNCTION audit_undone_units IS 'The versions of units that neither the trail nor the staffing tables account for: those that should exist (+) and those that exist (-).';

CREATE FUNCTION audit_undone_staffing() RETURNS TABLE (relation text, image jsonb, surplus bigint)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET jit = off AS $$
    WITH stored AS (
        SELECT to_jsonb(r.staffing_table) AS staffing_table, r.house, r.kind, r.civil_servants, 1 AS units FROM staffing_row r
        UNION ALL
        -- As they were before any recorded change. The trail may have been altered, too.
        SELECT v.image -> 'staffing_table', v.image ->> 'house', v.image ->> 'kind',
               v.units * substring(v.image ->> 'civil_servants' FROM '^[0-9]{1,6}$')::integer, v.units
        FROM audit a CROSS JOIN LATERAL (VALUES (a.before, 1), (a.after, -1)) AS v (image, units)
        WHERE a.relation = 'staffing_row' AND v.image IS NOT NULL
    ), total AS (
        SELECT jsonb_build_object('staffing_table', s.staffing_table, 'house', s.house, 'units', sum(s.units),
                                  'area_offices', coalesce(sum(s.units) FILTER (WHERE s.kind = 'area_office'), 0),
                                  'civil_servants', sum(s.civil_servants)) AS image
        FROM stored s GROUP BY s.staffing_table, s.house HAVING sum(s.units) <> 0
    ), wrong AS (
        SELECT v.image, sum(v.surplus) AS surplus
        FROM (SELECT t.image, -1 AS surplus FROM total t
              UNION ALL
              SELECT a.after, 1 FROM audit a WHERE a.relation = 'staffing_house' AND a.before IS NULL) v
        GROUP BY v.image HAVING sum(v.surplus) <> 0
    ), altered AS (
        -- The totals are right, but the rows are not those that came into force, and no change of them was recorded.
        SELECT p.staffing_table, p.house, d.digest AS present, p.digest AS expected
        FROM (SELECT DISTINCT p.staffing_table, p.house, p.digest FROM staffing_application p WHERE p.digest IS NOT NULL) p
        LEFT JOIN staffing_digest() d USING (staffing_table, house)
        WHERE d.digest IS DISTINCT FROM p.digest
          AND NOT EXISTS (SELECT FROM wrong w
                          WHERE (w.image ->> 'staffing_table', w.image ->> 'house') = (p.staffing_table::text, p.house::text))
          AND NOT EXISTS (SELECT FROM audit a
                          WHERE a.relation = 'staffing_row' AND a.chain = p.house AND a.before ->> 'staffing_table' = p.staffing_table::text)
    )
    SELECT 'staffing_row', w.image, w.surplus FROM wrong w
    UNION ALL
    SELECT 'staffing_row', jsonb_build_object('staffing_table', a.staffing_table, 'house', a.house) || (
               SELECT jsonb_object_agg(name, encode(v.digest, 'hex')) FROM unnest('{unit,kind,name,civil_servants}'::text[]) AS name), v.surplus
    FROM altered a CROSS JOIN LATERAL (VALUES (a.present, -1), (a.expected, 1)) AS v (digest, surplus) WHERE v.digest IS NOT NULL;
$$;
COMMENT ON FUNCTION audit_undone_staffing IS 'What the trail recorded about the houses of staffing tables (+) where it is not true of the rows (-): their totals and, once they were applied, a digest of them.';

CREATE FUNCTION audit_gap() RETURNS TABLE (relation text, key jsonb, columns text[], fault text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH odd AS MATERIALIZED (
        SELECT u.relation, u.image, u.surplus FROM audit_undone() u WHERE u.relation <> 'unit'
        UNION ALL
        SELECT u.relation, u.image, u.surplus FROM audit_undone_units() u
        UNION ALL
        SELECT u.relation, u.image, u.surplus FROM audit_undone_staffing() u
    ), keyed AS (
        SELECT o.relation, o.image, o.surplus,
               (SELECT coalesce(jsonb_object_agg(c.name, o.image -> c.name), '{}')
                FROM unnest(CASE o.relation WHEN 'staffing_row' THEN '{staffing_table,house}' ELSE k.columns END) AS c (name)) AS key,
               CASE WHEN is_administrator() THEN '{}' ELSE k.personal END AS masked
        FROM odd o LEFT JOIN audit_key k USING (relation)
    ), differing AS (
        SELECT d.relation, d.key, array_agg(DISTINCT d.name ORDER BY d.name) AS columns
        FROM (SELECT y.relation, y.key, f.key AS name FROM keyed y CROSS JOIN LATERAL jsonb_each(CASE jsonb_typeof(y.image) WHEN 'object' THEN y.image END) f
              GROUP BY y.relation, y.key, f.key, f.value HAVING sum(y.surplus) <> 0) d
        GROUP BY d.relation, d.key
    ), named AS (
        SELECT y.relation, y.key, y.masked,
               CASE WHEN bool_and(y.surplus > 0) THEN 'missing' WHEN bool_and(y.surplus < 0) THEN 'unknown' ELSE 'changed' END AS fault
        FROM keyed y GROUP BY y.relation, y.key, y.masked
    )
    SELECT n.relation, (SELECT coalesce(jsonb_object_agg(e.key, CASE WHEN e.key = ANY (n.masked) THEN '"…"'::jsonb ELSE e.value END), '{}')
                        FROM jsonb_each(n.key) e),
           CASE n.fault WHEN 'changed' THEN d.columns ELSE '{}' END, n.fault
    FROM named n LEFT JOIN differing d USING (relation, key)
    ORDER BY n.relation, n.key
    LIMIT 1000;
$$;
COMMENT ON FUNCTION audit_gap IS 'The rows that differ from what the trail says, at most 1,000: the table, the key, the columns; and whether a row is missing, unknown to the trail or changed. Shows no other values, and no personal ones to those who may not see them.';

GRANT EXECUTE ON FUNCTION audit_gap TO thidua_administrator, thidua_auditor;
