-- How the trail is written, who may see what of it, and how its faults are found.

CREATE FUNCTION audit_personal_hash(before jsonb, after jsonb, salt uuid) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN coalesce(before, after) IS NOT NULL
                THEN sha256(convert_to(jsonb_build_array(before::text, after::text, salt)::text, 'UTF8')) END;
COMMENT ON FUNCTION audit_personal_hash IS 'The hash that stands for personal data in a row of the trail.';

CREATE FUNCTION audit_hash(
    previous bytea, chain text, number bigint, at timestamptz, done_at timestamptz, login text, tool text, relation text, nomination bigint,
    before jsonb, after jsonb, personal bytea
) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE  -- STABLE as jsonb_build_array is: otherwise it would not be inlined
    RETURN sha256(previous || convert_to(
        -- Values as text: otherwise a JSON null would look like a missing value.
        jsonb_build_array(chain, number, extract(epoch FROM at), extract(epoch FROM done_at), login, tool, relation, nomination, before::text, after::text,
                          encode(personal, 'hex'))::text, 'UTF8'));
COMMENT ON FUNCTION audit_hash IS 'The hash of a row of the trail, which includes the hash of the row before it.';

CREATE FUNCTION audit_image("row" jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    -- changed_at is the time of the change, and not a change by itself. Without nulls, a column that is added later changes no row.
    RETURN jsonb_strip_nulls("row") - 'changed_at';
COMMENT ON FUNCTION audit_image IS 'A row as the trail records it, given its columns that are not left out.';

CREATE FUNCTION audit_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
<<change>>
DECLARE
    -- Columns that are not in the trail are removed before the row is converted to JSON: they may be 20 MB.
    row_before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(jsonb_populate_record(OLD, TG_ARGV[3]::jsonb)) END;
    row_after  jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(jsonb_populate_record(NEW, TG_ARGV[3]::jsonb)) END;
    changed jsonb := coalesce(row_after, row_before);
    done_at timestamptz := changed ->> 'changed_at';
    before jsonb := audit_image(row_before);
    after jsonb := audit_image(row_after);
    chain text := coalesce(before ->> TG_ARGV[0], '*');
    chain_after text := coalesce(after ->> TG_ARGV[0], '*');
    moves boolean := before IS NOT NULL AND after IS NOT NULL AND chain <> chain_after;
    -- Some columns name a person in one row and a unit in another, and a unit's name is not personal.
    is_of_person boolean := coalesce(before ->> 'subject', '') = 'individual' OR coalesce(after ->> 'subject', '') = 'individual';
    personal text[] := TG_ARGV[1]::text[] || CASE WHEN is_of_person THEN TG_ARGV[4] ELSE '{}' END::text[];
    others text[] := TG_ARGV[2]::text[] || CASE WHEN is_of_person THEN '{}' ELSE TG_ARGV[4] END::text[];
    head audit_head;
    entry audit;
    salt uuid := gen_random_uuid();
BEGIN
    -- In an earlier snapshot, a clerk who writes would be told whether anybody has written to the same chain since: the council, for one.
    IF current_setting('transaction_isolation') <> 'read committed' AND EXISTS (
        SELECT FROM account a WHERE a.login = session_user AND a.unit IS NOT NULL) THEN
        RAISE EXCEPTION 'clerks make changes in READ COMMITTED'
            USING ERRCODE = 'invalid_transaction_state', TABLE = 'audit', CONSTRAINT = 'audit_is_written_as_of_now';
    END IF;
    -- At commit: a session that is still there when its login has been removed leaves nothing behind. If the removal is being committed, wait for it.
    IF (SELECT a.removed_at FROM account a WHERE a.login = session_user FOR SHARE) IS NOT NULL THEN
        RAISE EXCEPTION 'the login has been removed'
            USING ERRCODE = 'insufficient_privilege', TABLE = 'account', CONSTRAINT = 'account_is_in_use';
    ELSIF before = after THEN
        RETURN NULL;
    ELSIF moves THEN
        after := NULL;  -- deleted in one chain and then added in another: neither unit learns of the other
    ELSIF before IS NULL THEN
        chain := chain_after;
    END IF;
    -- A part of a nomination or a dossier was changed at the time recorded in the nomination or dossier.
    IF TG_ARGV[5]::boolean THEN
        done_at := coalesce(
            (SELECT n.changed_at FROM nomination n WHERE n.id = (changed ->> 'nomination')::bigint),
            (SELECT d.changed_at FROM dossier d WHERE (d.unit, d.campaign) = (changed ->> 'unit', changed ->> 'campaign')));
    END IF;
    -- A row may keep the time of an earlier change. Then nobody knows when this one was made, only that it is made now.
    IF done_at < transaction_timestamp() THEN
        done_at := NULL;
    END IF;
    LOOP
        -- A second transaction waits here, and then reads the head as the first one left it.
        SELECT h.* INTO head FROM audit_head h WHERE h.chain = change.chain FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            -- A new head is seen by nobody until it is committed: whoever has to wait for it waits for this one (report_keep).
            PERFORM FROM audit_head h WHERE h.chain = '*' FOR KEY SHARE;
            INSERT INTO audit_head VALUES (chain, 0, sha256('')) ON CONFLICT DO NOTHING;
            SELECT h.* INTO head FROM audit_head h WHERE h.chain = change.chain FOR NO KEY UPDATE;
        END IF;
        INSERT INTO audit
        SELECT e.*, audit_hash(e.previous, e.chain, e.number, e.at, e.done_at, e.login, e.tool, e.relation, e.nomination, e.before, e.after, e.personal)
        FROM (SELECT change.chain, head.number + 1 AS number, clock.at, coalesce(change.done_at, clock.at) AS done_at,
                     session_user::text AS login, current_setting('application_name') AS tool, TG_TABLE_NAME::text AS relation,
                     (coalesce(after, before) ->> CASE TG_TABLE_NAME WHEN 'nomination' THEN 'id' ELSE 'nomination' END)::bigint AS nomination,
                     change.before - change.personal AS before, change.after - change.personal AS after,
                     audit_personal_hash(nullif(before - others, '{}'), nullif(after - others, '{}'), salt) AS personal,
                     head.hash AS previous
              FROM (SELECT clock_timestamp() AS at) clock) e  -- after the wait, so that a chain's times are in its order
        RETURNING * INTO entry;
        UPDATE audit_head h SET number = entry.number, hash = entry.hash WHERE h.chain = entry.chain;
        IF entry.personal IS NOT NULL THEN
            INSERT INTO audit_personal
            VALUES (entry.chain, entry.number, nullif(before - others, '{}'), nullif(after - others, '{}'), salt);
        END IF;
        EXIT WHEN NOT moves;
        moves := false;
        before := NULL;
        after := audit_image(row_after);
        chain := chain_after;
    END LOOP;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION audit_change IS 'Records a change in the trail. Arguments: the column that names the chain; the columns that are personal, those that are not, those that are left out (as nulls), those that are personal if the row is about a person; and whether the row is a part of a nomination or a dossier.';

CREATE FUNCTION audit_refuse() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME LIKE 'audit%' THEN
        RAISE EXCEPTION 'the trail is append-only'
            USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'audit_is_never_rewritten';
    END IF;
    RAISE EXCEPTION 'rows must be deleted one by one, so that the trail records them'
        USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'audit_has_every_change';
END $$;
COMMENT ON FUNCTION audit_refuse IS 'Refuses whatever would alter or bypass the trail, even for the owner.';

CREATE FUNCTION audit_follow(
    relation regclass, chain text DEFAULT '', personal text[] DEFAULT '{}', hashed text[] DEFAULT '{}', of_person text[] DEFAULT '{}',
    is_part boolean DEFAULT false, event text DEFAULT 'INSERT OR UPDATE OR DELETE', condition text DEFAULT NULL, change text DEFAULT NULL
) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = relation);
    others text[];
    left_out jsonb;
BEGIN
    SELECT coalesce(array_agg(attname::text) FILTER (WHERE NOT is_left_out AND attname <> ALL (personal || of_person)), '{}'),
           coalesce(jsonb_object_agg(attname, NULL) FILTER (WHERE is_left_out), '{}')
    INTO others, left_out
    FROM (
        -- Generated columns follow from the others, unless they name the chain or the row.
        SELECT a.attname::text,
               a.attname = ANY (hashed) OR a.attgenerated <> '' AND a.attname <> chain AND NOT EXISTS (
                   SELECT FROM pg_index i WHERE i.indrelid = relation AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS is_left_out
        FROM pg_attribute a WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped) a;
    -- Deferred to the end of the transaction: a writer locks the head of a chain only while it commits, and after every other lock, so that two
    -- writers of one unit do not deadlock. Two that write for several units in different orders may; then one of them tries again.
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER %s ON %s DEFERRABLE INITIALLY DEFERRED '
                   'FOR EACH ROW %s EXECUTE FUNCTION audit_change(%L, %L, %L, %L, %L, %L)',
                   concat_ws('_', name, change, 'is_audited'), event, relation, 'WHEN (' || condition || ')', chain, personal, others, left_out,
                   of_person, is_part);
    -- Also if session_replication_role would disable triggers.
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', relation, concat_ws('_', name, change, 'is_audited'));
    IF change IS NULL THEN
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %s EXECUTE FUNCTION audit_refuse()', name || '_is_never_truncated', relation);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', relation, name || '_is_never_truncated');
    END IF;
END $$;
COMMENT ON FUNCTION audit_follow IS 'Makes the trail record every change of a table, in the chain that one of its columns names, or in *; or only some changes, given an event, a condition and a name for them. For hashed columns, the trail has only the hash, which is in another column of the row.';

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['audit', 'audit_head', 'audit_personal'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE %s DELETE ON %I FOR EACH ROW EXECUTE FUNCTION audit_refuse()',
                       name || '_is_never_rewritten', CASE name WHEN 'audit_head' THEN '' ELSE 'UPDATE OR' END, name);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION audit_refuse()', name || '_is_never_truncated', name);
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I, ENABLE ALWAYS TRIGGER %I',
                       name, name || '_is_never_rewritten', name || '_is_never_truncated');
    END LOOP;
END $$;

SELECT share(relation, reader)
FROM unnest(ARRAY['audit', 'audit_head']::regclass[]) AS relation,
     unnest(ARRAY['thidua_administrator', 'thidua_auditor']::regrole[]) AS reader;

SELECT share('audit_head', 'thidua_reporter');

-- Personal data is for those who may see the row itself, not for the auditor.
SELECT share('audit_personal', 'thidua_administrator');

GRANT SELECT ON audit_personal TO thidua_auditor;  -- but no policy: auditors see the trail without it

CREATE VIEW audit_trail WITH (security_invoker = true) AS
SELECT a.chain, a.number, a.at, a.login, a.tool, a.relation, a.nomination, coalesce(p.after ->> 'staff_no', p.before ->> 'staff_no', CASE a.relation WHEN 'endorsement' THEN coalesce(p.after, p.before) ->> 'nominee' END)
           AS staff_no,
       CASE WHEN a.relation = 'seal' THEN 'seal' WHEN a.before IS NULL THEN 'insert' WHEN a.after IS NULL THEN 'delete' ELSE 'update' END
           AS operation,
       a.before || coalesce(p.before, '{}') AS before, a.after || coalesce(p.after, '{}') AS after,
       a.personal IS NOT NULL AND p.number IS NULL AS is_masked
FROM audit a
LEFT JOIN audit_personal p USING (chain, number);
COMMENT ON VIEW audit_trail IS 'The trail, with the personal data for those who may see it.';

-- Clerks see the history of what they may see: no endorsements, and no opinions of the council. They see it numbered as they see it: gaps would say
-- how many there are, and when.
SELECT show('audit_trail', unit => 'chain', number => 'nomination', clerk => $$
    r.relation IN ('nomination', 'person', 'dossier', 'decision_outcome', 'quota', 'unit', 'staffing_row', 'staffing_house', 'staffing_current')
    OR r.relation IN (SELECT p.relation FROM nomination_part p)$$, counted => 'number');

CREATE VIEW audit_heads WITH (security_invoker = true) AS
SELECT jsonb_object_agg(chain, jsonb_build_array(number, encode(hash, 'hex'))) AS heads, count(*) AS chains, sum(number)::bigint AS rows
FROM audit_head WHERE number > 0;
COMMENT ON VIEW audit_heads IS 'The heads of all chains in one value: {chain: [number, hash]}.';

-- A later migration may change rows about people.
SELECT audit_follow('seed', personal => '{added,removed}');

SELECT share('seal', reader) FROM unnest(ARRAY['thidua_administrator', 'thidua_auditor', 'thidua_reporter']::regrole[]) AS reader;

CREATE FUNCTION audit_seal() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    sealed text;
BEGIN
    -- An earlier snapshot would leave out what has been committed since.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'the trail is sealed in READ COMMITTED'
            USING ERRCODE = 'invalid_transaction_state', TABLE = 'seal', CONSTRAINT = 'seal_is_of_the_trail_as_it_is';
    END IF;
    INSERT INTO seal (heads) SELECT heads FROM audit_heads RETURNING hash INTO sealed;
    RETURN sealed;
END $$;
COMMENT ON FUNCTION audit_seal IS 'Seals the trail as it is, and returns the hash to be printed.';

CREATE FUNCTION audit_fault() RETURNS TABLE (chain text, number bigint, fault text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
WITH linked AS (
    SELECT a.chain, a.number, a.previous, a.hash, a.personal,
           a.hash = audit_hash(a.previous, a.chain, a.number, a.at, a.done_at, a.login, a.tool, a.relation, a.nomination, a.before, a.after, a.personal)
               AS is_whole,
           lag(a.number, 1, 0::bigint) OVER up AS number_before,
           lag(a.hash, 1, sha256('')) OVER up AS hash_before,
           coalesce(lead(a.previous) OVER up, h.hash) AS hash_as_held  -- in the row after it, or the head
    FROM audit a LEFT JOIN audit_head h USING (chain)
    WINDOW up AS (PARTITION BY a.chain ORDER BY a.number)
), ending AS (
    SELECT DISTINCT ON (l.chain) l.chain, l.number, l.hash FROM linked l ORDER BY l.chain, l.number DESC
), found (chain, number, fault) AS (
    SELECT chain, number_before + 1, 'missing' FROM linked WHERE number <> number_before + 1
    UNION ALL
    SELECT chain, number, 'altered' FROM linked WHERE NOT is_whole
    UNION ALL
    -- Altered together with its own hash: but the row after it still has the original hash. If neither neighbour agrees with a row, it is
    -- that row which was altered.
    SELECT chain, CASE WHEN hash_as_held IS DISTINCT FROM hash THEN number ELSE greatest(number_before, 1) END, 'altered' FROM linked
    WHERE is_whole AND number = number_before + 1 AND previous <> hash_before
    UNION ALL
    SELECT l.chain, l.number, 'altered' FROM linked l LEFT JOIN audit_personal p USING (chain, number)
    WHERE l.personal IS DISTINCT FROM audit_personal_hash(p.before, p.after, p.salt)
    UNION ALL
    SELECT chain, p.number, 'missing' FROM audit_personal p LEFT JOIN linked l USING (chain, number) WHERE l.number IS NULL
    UNION ALL
    SELECT chain, CASE WHEN h.number > coalesce(e.number, 0) THEN coalesce(e.number, 0) + 1 ELSE e.number END,
           CASE WHEN h.number > coalesce(e.number, 0) THEN 'missing' ELSE 'altered' END
    FROM audit_head h FULL JOIN ending e USING (chain)
    WHERE (coalesce(h.number, -1), h.hash) IS DISTINCT FROM (coalesce(e.number, 0), coalesce(e.hash, sha256('')))
    UNION ALL
    -- An entire chain may have been rewritten, but not what was recorded of it in another chain and in print.
    SELECT sealed.key, sealed.number, CASE WHEN l.number IS NULL THEN 'missing' ELSE 'rewritten' END
    FROM audit s
    CROSS JOIN LATERAL (
        SELECT key, coalesce(substring(value ->> 0 FROM '^[0-9]{1,18}$')::bigint, 0) AS number, value ->> 1 AS hash
        FROM jsonb_each(CASE jsonb_typeof(s.after -> 'heads') WHEN 'object' THEN s.after -> 'heads' END)) sealed
    LEFT JOIN linked l ON (l.chain, l.number) = (sealed.key, sealed.number)
    WHERE s.relation = 'seal' AND encode(l.hash, 'hex') IS DISTINCT FROM sealed.hash
)
SELECT DISTINCT ON (f.chain) f.chain, f.number, f.fault FROM found f ORDER BY f.chain, f.number, f.fault;
$$;
COMMENT ON FUNCTION audit_fault IS 'The first row of each chain that was altered or is missing. Shows no values, so that logins that may not read the rows can still check them.';

GRANT SELECT ON audit_trail TO thidua_administrator, thidua_auditor;

GRANT SELECT ON audit_heads TO thidua_administrator, thidua_auditor, thidua_reporter;

GRANT EXECUTE ON FUNCTION audit_heads_hash TO thidua_user;

GRANT EXECUTE ON FUNCTION audit_seal TO thidua_administrator, thidua_auditor, thidua_reporter;

GRANT EXECUTE ON FUNCTION audit_fault TO thidua_administrator, thidua_auditor;
