-- A trail for rows that were filled in without one: each was entered, and each nomination changed once after that. The hashes are real.
-- The rows behind the totals of the staffing table, which were filled in without them.
ALTER TABLE staffing_house DISABLE TRIGGER USER;
UPDATE staffing_house SET units = 1, area_offices = 0;
ALTER TABLE staffing_house ENABLE TRIGGER USER;
INSERT INTO staffing_row (staffing_table, house, unit, kind, name, civil_servants)
SELECT staffing_table, house, house, 'province', 'Province', civil_servants FROM staffing_house;

CREATE UNLOGGED TABLE entry AS
WITH argument AS MATERIALIZED (
    SELECT k.relation, audit_argument(k.relation::regclass, 1) AS chain,
           audit_argument(k.relation::regclass, 2)::text[] || audit_argument(k.relation::regclass, 5)::text[] AS personal
    FROM audit_key k
), version AS (
    SELECT u.relation, u.image, 1 AS step, NULL::jsonb AS before,
           CASE u.relation WHEN 'nomination' THEN u.image || '{"position": "Thư ký"}' ELSE u.image END AS after
    FROM audit_undone() u WHERE u.surplus < 0
), change AS (
    SELECT relation, image, step, before, after FROM version
    UNION ALL
    SELECT relation, image, 2, after, image FROM version WHERE relation = 'nomination'
), placed AS (
    SELECT c.*, coalesce(c.image ->> a.chain, '*') AS chain, a.personal
    FROM change c JOIN argument a USING (relation)
), split AS (
    SELECT p.*, gen_random_uuid() AS salt,
           CASE WHEN p.before ?| p.personal THEN (SELECT jsonb_object_agg(key, value) FROM jsonb_each(p.before) WHERE key = ANY (p.personal)) END
               AS personal_before,
           CASE WHEN p.after ?| p.personal THEN (SELECT jsonb_object_agg(key, value) FROM jsonb_each(p.after) WHERE key = ANY (p.personal)) END
               AS personal_after
    FROM placed p
)
SELECT s.chain, row_number() OVER (PARTITION BY s.chain ORDER BY s.step) AS place, s.relation,
       (s.image ->> CASE s.relation WHEN 'nomination' THEN 'id' ELSE 'nomination' END)::bigint AS nomination,
       s.before - s.personal AS before, s.after - s.personal AS after, s.personal_before, s.personal_after, s.salt
FROM split s;
CREATE INDEX ON entry (place);
ANALYZE entry;

DROP INDEX audit_by_nomination, audit_by_time, audit_by_deed;
ALTER TABLE audit DISABLE TRIGGER USER;
ALTER TABLE audit_head DISABLE TRIGGER USER;
INSERT INTO audit_head SELECT DISTINCT chain, 0, sha256('') FROM entry ON CONFLICT DO NOTHING;
DO $$
DECLARE
    last bigint := (SELECT max(place) FROM entry);
BEGIN
    FOR n IN 1..last LOOP
        WITH added AS (
            INSERT INTO audit
            SELECT e.*, audit_hash(e.previous, e.chain, e.number, e.at, e.done_at, e.login, e.tool, e.relation, e.nomination, e.before, e.after, e.personal)
            FROM (SELECT x.chain, h.number + 1 AS number, clock_timestamp() AS at, clock_timestamp() AS done_at, 'bench' AS login, 'bench' AS tool,
                         x.relation, x.nomination, x.before, x.after, audit_personal_hash(x.personal_before, x.personal_after, x.salt) AS personal,
                         h.hash AS previous
                  FROM entry x JOIN audit_head h USING (chain) WHERE x.place = n OFFSET 0) e
            RETURNING *
        ), personal AS (
            INSERT INTO audit_personal
            SELECT a.chain, a.number, x.personal_before, x.personal_after, x.salt
            FROM added a JOIN entry x ON (x.place, x.chain) = (n, a.chain) WHERE a.personal IS NOT NULL
        )
        UPDATE audit_head h SET number = a.number, hash = a.hash FROM added a WHERE h.chain = a.chain;
        COMMIT;  -- so that the heads' old versions can be removed
    END LOOP;
END $$;
ALTER TABLE audit ENABLE TRIGGER USER;
ALTER TABLE audit_head ENABLE TRIGGER USER;
DROP TABLE entry;
-- These three were in the way, and are not used here.
CREATE INDEX audit_by_nomination ON audit (nomination, chain) WHERE nomination IS NOT NULL;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_deed ON audit (done_at);
