-- The trail: a row for every change, written by the database, chained by hash. Each unit has a chain of its own, so that units
-- do not queue for one head; what belongs to no unit is in the chain *. Whoever bends a row, or takes one away, breaks the chain
-- there. Whoever rewrites a chain from there to its end breaks the seal that a report has printed since.
SET LOCAL ROLE thidua_owner;

CREATE TABLE audit_head (
    chain   text    COLLATE "C" CONSTRAINT audit_head_is_the_only_one PRIMARY KEY,
    number  bigint  NOT NULL CONSTRAINT audit_head_counts_from_nothing CHECK (number >= 0),
    hash    bytea   NOT NULL CONSTRAINT audit_head_is_sha256 CHECK (octet_length(hash) = 32)
) WITH (fillfactor = 50);  -- rewritten with every change, and then within its page
COMMENT ON TABLE  audit_head        IS 'Where each chain of the trail ends. Who commits a change holds the row of its chain meanwhile.';
COMMENT ON COLUMN audit_head.chain  IS 'The unit; * for what belongs to none.';
COMMENT ON COLUMN audit_head.number IS 'The number of its last row; 0 while there is none.';
COMMENT ON COLUMN audit_head.hash   IS 'The hash of its last row; of nothing, while there is none.';

CREATE TABLE audit (
    chain       text        COLLATE "C" NOT NULL,
    number      bigint      NOT NULL,
    at          timestamptz NOT NULL,
    login       text        NOT NULL,
    tool        text        NOT NULL,
    relation    text        COLLATE "C" NOT NULL,
    nomination  bigint,
    before      jsonb,
    after       jsonb,
    personal    bytea,
    previous    bytea       NOT NULL,
    hash        bytea       NOT NULL,
    CONSTRAINT audit_is_numbered_by_chain PRIMARY KEY (chain, number)
);
CREATE INDEX audit_by_nomination ON audit (nomination, chain) WHERE nomination IS NOT NULL;
COMMENT ON TABLE  audit            IS 'The trail: who changed what, when, from which tool. Rows are added by audit_append() alone.';
COMMENT ON COLUMN audit.chain      IS 'The unit; * for what belongs to none.';
COMMENT ON COLUMN audit.number     IS 'Its number in the chain, from 1, without gaps.';
COMMENT ON COLUMN audit.at         IS 'When, by the database''s clock.';
COMMENT ON COLUMN audit.login      IS 'Who: the login, whatever role it acts as.';
COMMENT ON COLUMN audit.tool       IS 'From which tool and version, by its own account: the connection''s application_name.';
COMMENT ON COLUMN audit.relation   IS 'The table changed; seal, where the heads were put on record.';
COMMENT ON COLUMN audit.nomination IS 'The nomination that it is about, if any.';
COMMENT ON COLUMN audit.before     IS 'The row before, without what is personal; null where it is new.';
COMMENT ON COLUMN audit.after      IS 'The row after, without what is personal; null where it was deleted.';
COMMENT ON COLUMN audit.personal   IS 'SHA-256 of what is personal in it: see audit_personal. Null where nothing is.';
COMMENT ON COLUMN audit.previous   IS 'The hash of the row before it in the chain; of nothing, for the first.';
COMMENT ON COLUMN audit.hash       IS 'SHA-256 of all of this: see audit_hash().';

-- Apart, so that the trail can be read and checked by those to whom the nominee would not be shown.
CREATE TABLE audit_personal (
    chain   text    COLLATE "C" NOT NULL,
    number  bigint  NOT NULL,
    before  jsonb,
    after   jsonb,
    CONSTRAINT audit_personal_is_part_of_a_row PRIMARY KEY (chain, number)
);
COMMENT ON TABLE  audit_personal        IS 'What is personal in the rows of the trail. Shown to whom the row itself is shown.';
COMMENT ON COLUMN audit_personal.chain  IS 'The chain.';
COMMENT ON COLUMN audit_personal.number IS 'The row''s number in it.';
COMMENT ON COLUMN audit_personal.before IS 'Before the change; null where the row is new.';
COMMENT ON COLUMN audit_personal.after  IS 'After it; null where the row was deleted.';

CREATE FUNCTION audit_personal_hash(before jsonb, after jsonb) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN coalesce(before, after) IS NOT NULL THEN sha256(convert_to(jsonb_build_array(before, after)::text, 'UTF8')) END;
COMMENT ON FUNCTION audit_personal_hash IS 'What a row of the trail says of what is personal in it.';

CREATE FUNCTION audit_hash(
    previous bytea, chain text, number bigint, at timestamptz, login text, tool text, relation text, nomination bigint,
    before jsonb, after jsonb, personal bytea
) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(previous || convert_to(
        jsonb_build_array(chain, number, extract(epoch FROM at), login, tool, relation, nomination, before, after,
                          encode(personal, 'hex'))::text, 'UTF8'));
COMMENT ON FUNCTION audit_hash IS 'By what a row of the trail holds on to the row before it.';

CREATE FUNCTION audit_append(
    chain text, relation text, nomination bigint, before jsonb, after jsonb, personal_before jsonb, personal_after jsonb
) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_variable
DECLARE
    head audit_head;
    personal bytea := audit_personal_hash(personal_before, personal_after);
    tool text := current_setting('application_name');
    at timestamptz;
    link bytea;
BEGIN
    -- Whoever comes second waits here, and then reads the head as the first left it.
    SELECT h.* INTO head FROM audit_head h WHERE h.chain = audit_append.chain FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        INSERT INTO audit_head VALUES (chain, 0, sha256('')) ON CONFLICT DO NOTHING;
        SELECT h.* INTO head FROM audit_head h WHERE h.chain = audit_append.chain FOR NO KEY UPDATE;
    END IF;
    at := clock_timestamp();  -- after the wait, so that a chain's times are in its order
    link := audit_hash(head.hash, chain, head.number + 1, at, session_user::text, tool, relation, nomination, before, after, personal);
    INSERT INTO audit (chain, number, at, login, tool, relation, nomination, before, after, personal, previous, hash)
    VALUES (chain, head.number + 1, at, session_user, tool, relation, nomination, before, after, personal, head.hash, link);
    UPDATE audit_head h SET number = head.number + 1, hash = link WHERE h.chain = audit_append.chain;
    IF personal IS NOT NULL THEN
        INSERT INTO audit_personal VALUES (chain, head.number + 1, personal_before, personal_after);
    END IF;
END $$;
COMMENT ON FUNCTION audit_append IS 'Adds a row to a chain.';

CREATE FUNCTION audit_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    before jsonb := jsonb_strip_nulls(to_jsonb(OLD));
    after jsonb := jsonb_strip_nulls(to_jsonb(NEW));
    chain_before text := coalesce(before ->> TG_ARGV[0], '*');
    chain_after text := coalesce(after ->> TG_ARGV[0], '*');
    about bigint := coalesce(after, before) ->> CASE TG_TABLE_NAME WHEN 'nomination' THEN 'id' ELSE 'nomination' END;
    is_personal text[] := TG_ARGV[1];
    personal_before jsonb;
    personal_after jsonb;
BEGIN
    before := before - TG_ARGV[2]::text[];
    after := after - TG_ARGV[2]::text[];
    IF before = after THEN
        RETURN NULL;
    END IF;
    IF before ?| is_personal THEN
        personal_before := (SELECT jsonb_object_agg(key, value) FROM jsonb_each(before) WHERE key = ANY (is_personal));
        before := before - is_personal;
    END IF;
    IF after ?| is_personal THEN
        personal_after := (SELECT jsonb_object_agg(key, value) FROM jsonb_each(after) WHERE key = ANY (is_personal));
        after := after - is_personal;
    END IF;
    IF before IS NOT NULL AND after IS NOT NULL AND chain_before <> chain_after THEN
        -- It leaves one unit for another: neither is told about the other.
        PERFORM audit_append(chain_before, TG_TABLE_NAME, about, before, NULL, personal_before, NULL);
        before := NULL;
        personal_before := NULL;
    END IF;
    PERFORM audit_append(CASE WHEN after IS NULL THEN chain_before ELSE chain_after END, TG_TABLE_NAME, about,
                         before, after, personal_before, personal_after);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION audit_change IS 'Puts a change into the trail. Arguments: the column that names the chain, the personal columns, those that follow from others.';

CREATE FUNCTION audit_refuse() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME LIKE 'audit%' THEN
        RAISE EXCEPTION 'the trail is only added to'
            USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'audit_is_never_rewritten';
    END IF;
    RAISE EXCEPTION 'rows are deleted one by one, so that the trail has them'
        USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'audit_has_every_change';
END $$;
COMMENT ON FUNCTION audit_refuse IS 'Refuses what would bend the trail or pass it by, to the owner as well.';

CREATE FUNCTION audit_follow(relation regclass, chain text DEFAULT '', personal text[] DEFAULT '{}', derived text[] DEFAULT '{}')
    RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = relation);
    generated text[] := (
        SELECT coalesce(array_agg(attname::text), '{}') FROM pg_attribute WHERE attrelid = relation AND attgenerated <> '');
BEGIN
    -- At the end of the transaction: whoever writes holds the head of a chain no longer than it takes to commit, and after every
    -- other lock, so that no two writers wait for each other crosswise.
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %s DEFERRABLE INITIALLY DEFERRED '
                   'FOR EACH ROW EXECUTE FUNCTION audit_change(%L, %L, %L)',
                   name || '_is_audited', relation, chain, personal, derived || generated);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %s EXECUTE FUNCTION audit_refuse()',
                   name || '_is_never_truncated', relation);
    -- Also where session_replication_role would have triggers pass.
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I, ENABLE ALWAYS TRIGGER %I',
                   relation, name || '_is_audited', name || '_is_never_truncated');
END $$;
COMMENT ON FUNCTION audit_follow IS 'Has every change of a table put into the trail, into the chain that one of its columns names, or *.';

SELECT audit_follow('unit', 'house'),
       audit_follow('unit_alias', 'unit'),
       audit_follow('quota', 'holder'),
       audit_follow('staffing_row', 'house'),
       audit_follow('staffing_current', 'house'),
       audit_follow('account', 'unit'),
       audit_follow('endorsement', 'unit'),
       audit_follow('person', 'unit', personal => '{staff_no,name}'),
       audit_follow('nomination', 'unit', personal => '{staff_no,position}', derived => '{nominee_name,changed_at}');
SELECT audit_follow(relation)
FROM unnest(ARRAY['access_role', 'unit_kind', 'unit_kind_alias', 'award', 'subject', 'stage', 'nomination_state', 'campaign', 'quota_rule',
                  'quota_bracket', 'staffing_header', 'staffing_table', 'migration']::regclass[]) AS relation;

SELECT protect(relation) FROM unnest(ARRAY['audit', 'audit_head', 'audit_personal']::regclass[]) AS relation;
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
-- Personal data is for whoever is shown the row itself: not for the auditor.
SELECT share('audit_personal', 'thidua_administrator');
CREATE POLICY clerk_reads_what_its_unit_is_shown ON audit FOR SELECT TO thidua_clerk
    USING (chain = own_unit() AND relation IN ('nomination', 'person', 'quota', 'unit', 'staffing_row', 'staffing_current'));
CREATE POLICY clerk_reads_what_its_unit_is_shown ON audit_personal FOR SELECT TO thidua_clerk USING (chain = own_unit());
GRANT SELECT ON audit, audit_personal TO thidua_clerk;
GRANT SELECT ON audit_personal TO thidua_auditor;  -- and no policy: the trail is shown without it

CREATE VIEW audit_trail WITH (security_invoker = true) AS
SELECT a.chain, a.number, a.at, a.login, a.tool, a.relation, a.nomination, coalesce(p.after, p.before) ->> 'staff_no' AS staff_no,
       CASE WHEN a.relation = 'seal' THEN 'seal' WHEN a.before IS NULL THEN 'insert' WHEN a.after IS NULL THEN 'delete' ELSE 'update' END
           AS operation,
       a.before || coalesce(p.before, '{}') AS before, a.after || coalesce(p.after, '{}') AS after,
       a.personal IS NOT NULL AND p.number IS NULL AS is_masked
FROM audit a
LEFT JOIN audit_personal p USING (chain, number);
COMMENT ON VIEW audit_trail IS 'The trail, with what is personal for whom it is shown.';

CREATE FUNCTION audit_heads_hash(heads jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN encode(sha256(convert_to(heads::text, 'UTF8')), 'hex');
COMMENT ON FUNCTION audit_heads_hash IS 'One hash over the heads of all chains.';

CREATE VIEW audit_heads WITH (security_invoker = true) AS
SELECT jsonb_object_agg(chain, jsonb_build_array(number, encode(hash, 'hex'))) AS heads, count(*) AS chains, sum(number)::bigint AS rows
FROM audit_head WHERE number > 0;
COMMENT ON VIEW audit_heads IS 'The heads of all chains in one value: {chain: [number, hash]}.';

CREATE FUNCTION audit_seal() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    heads jsonb := (SELECT h.heads FROM audit_heads h);
    seal text := audit_heads_hash(heads);
BEGIN
    PERFORM audit_append('*', 'seal', NULL, NULL, jsonb_build_object('seal', seal, 'heads', heads), NULL, NULL);
    RETURN seal;
END $$;
COMMENT ON FUNCTION audit_seal IS 'Puts the heads of all chains on record, and returns the one hash over them, to be printed where the database cannot reach it.';

CREATE FUNCTION audit_fault() RETURNS TABLE (chain text, number bigint, fault text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
WITH linked AS (
    SELECT a.chain, a.number, a.previous, a.hash, a.personal,
           a.hash = audit_hash(a.previous, a.chain, a.number, a.at, a.login, a.tool, a.relation, a.nomination, a.before, a.after, a.personal)
               AS is_whole,
           lag(a.number, 1, 0::bigint) OVER up AS number_before,
           lag(a.hash, 1, sha256('')) OVER up AS hash_before
    FROM audit a
    WINDOW up AS (PARTITION BY a.chain ORDER BY a.number)
), ending AS (
    SELECT DISTINCT ON (l.chain) l.chain, l.number, l.hash FROM linked l ORDER BY l.chain, l.number DESC
), found (chain, number, fault) AS (
    SELECT chain, number_before + 1, 'missing' FROM linked WHERE number <> number_before + 1
    UNION ALL
    SELECT chain, number, 'bent' FROM linked WHERE NOT is_whole
    UNION ALL
    -- Bent, and its own hash with it: but the row after it still holds on to what it was.
    SELECT chain, greatest(number_before, 1), 'bent' FROM linked
    WHERE is_whole AND number = number_before + 1 AND previous <> hash_before
    UNION ALL
    SELECT l.chain, l.number, 'bent' FROM linked l LEFT JOIN audit_personal p USING (chain, number)
    WHERE l.personal IS DISTINCT FROM audit_personal_hash(p.before, p.after)
    UNION ALL
    SELECT chain, p.number, 'missing' FROM audit_personal p LEFT JOIN linked l USING (chain, number) WHERE l.number IS NULL
    UNION ALL
    SELECT chain, CASE WHEN h.number > coalesce(e.number, 0) THEN coalesce(e.number, 0) + 1 ELSE e.number END,
           CASE WHEN h.number > coalesce(e.number, 0) THEN 'missing' ELSE 'bent' END
    FROM audit_head h FULL JOIN ending e USING (chain)
    WHERE (coalesce(h.number, -1), h.hash) IS DISTINCT FROM (coalesce(e.number, 0), coalesce(e.hash, sha256('')))
    UNION ALL
    -- The whole of a chain may have been written anew: not what was put on record of it, in another chain and in print.
    SELECT sealed.key, (sealed.value ->> 0)::bigint, CASE WHEN l.number IS NULL THEN 'missing' ELSE 'resealed' END
    FROM audit s
    CROSS JOIN LATERAL jsonb_each(s.after -> 'heads') sealed
    LEFT JOIN linked l ON (l.chain, l.number) = (sealed.key, (sealed.value ->> 0)::bigint)
    WHERE s.relation = 'seal' AND encode(l.hash, 'hex') IS DISTINCT FROM sealed.value ->> 1
    UNION ALL
    SELECT s.chain, s.number, 'bent' FROM audit s
    WHERE s.relation = 'seal' AND s.after ->> 'seal' IS DISTINCT FROM audit_heads_hash(s.after -> 'heads')
)
SELECT DISTINCT ON (f.chain) f.chain, f.number, f.fault FROM found f ORDER BY f.chain, f.number, f.fault;
$$;
COMMENT ON FUNCTION audit_fault IS 'The first row of each chain that is bent or missing. Tells no values: whoever may not read them can check them.';

GRANT SELECT ON audit_trail TO thidua_user;
GRANT SELECT ON audit_heads TO thidua_administrator, thidua_auditor, thidua_reporter;
GRANT EXECUTE ON FUNCTION audit_heads_hash TO thidua_user;
GRANT EXECUTE ON FUNCTION audit_seal TO thidua_administrator, thidua_auditor, thidua_reporter;
GRANT EXECUTE ON FUNCTION audit_fault TO thidua_administrator, thidua_auditor;
