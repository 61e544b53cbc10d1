--
-- PostgreSQL database dump
--


-- Dumped from database version 15

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: past; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA past;


--
-- Name: SCHEMA past; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA past IS 'Tables and views of the registry as they were at a moment.';


--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: is_code(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_code(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((length(value) <= 64) AND (value ~ '^[0-9A-ZĐ][0-9A-ZĐ./&_-]*$'::text));


--
-- Name: FUNCTION is_code(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.is_code(value text) IS 'Capitals, digits and . / & _ -, 64 at most.';


--
-- Name: code; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.code AS text COLLATE pg_catalog."C"
	CONSTRAINT code_is_in_plain_capitals CHECK (public.is_code(VALUE));


--
-- Name: DOMAIN code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON DOMAIN public.code IS 'What identifies a unit, a campaign or a person; compared byte by byte.';


--
-- Name: is_plain_text(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_plain_text(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((value IS NFC NORMALIZED) AND (value = btrim(value, '  ​﻿'::text)) AND (value !~ '[\u0001-\u001f\u007f-\u009f]'::text) AND ((length(value) >= 1) AND (length(value) <= 300)));


--
-- Name: FUNCTION is_plain_text(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.is_plain_text(value text) IS 'NFC, trimmed, without control characters, 1 to 300 characters.';


--
-- Name: plain_text; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.plain_text AS text
	CONSTRAINT text_is_one_plain_line CHECK (public.is_plain_text(VALUE));


--
-- Name: DOMAIN plain_text; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON DOMAIN public.plain_text IS 'One line of text for people.';


--
-- Name: is_prose(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_prose(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((value IS NFC NORMALIZED) AND (value !~ '^\s|\s$'::text) AND (value !~ '[\u0001-\u0009\u000b-\u001f\u007f-\u009f]'::text) AND ((length(value) >= 1) AND (length(value) <= 4000)));


--
-- Name: FUNCTION is_prose(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.is_prose(value text) IS 'NFC, trimmed, without control characters but line breaks, 1 to 4000 characters.';


--
-- Name: prose; Type: DOMAIN; Schema: public; Owner: -
--

CREATE DOMAIN public.prose AS text
	CONSTRAINT prose_is_plain CHECK (public.is_prose(VALUE));


--
-- Name: DOMAIN prose; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON DOMAIN public.prose IS 'A paragraph or several, for people.';


--
-- Name: campaign_code(); Type: FUNCTION; Schema: past; Owner: -
--

CREATE FUNCTION past.campaign_code() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('thidua.campaign'::text);


--
-- Name: FUNCTION campaign_code(); Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON FUNCTION past.campaign_code() IS 'The campaign that is looked at.';


--
-- Name: clock_timestamp(); Type: FUNCTION; Schema: past; Owner: -
--

CREATE FUNCTION past.clock_timestamp() RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (current_setting('thidua.moment'::text))::timestamp with time zone;


--
-- Name: FUNCTION clock_timestamp(); Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON FUNCTION past.clock_timestamp() IS 'The moment. Views that ask what time it is are answered by this.';


--
-- Name: follow(regclass, text, jsonb); Type: FUNCTION; Schema: past; Owner: -
--

CREATE FUNCTION past.follow(relation regclass, condition text DEFAULT 'true'::text, names jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
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
END $_$;


--
-- Name: FUNCTION follow(relation regclass, condition text, names jsonb); Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON FUNCTION past.follow(relation regclass, condition text, names jsonb) IS 'Makes the view of a table''s past: the rows that have not changed since, and the others as the trail has them from before. Arguments: which rows are looked at, and where the columns are read that the trail leaves out.';


--
-- Name: see(regclass); Type: FUNCTION; Schema: past; Owner: -
--

CREATE FUNCTION past.see(view regclass) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION see(view regclass); Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON FUNCTION past.see(view regclass) IS 'Makes the view of a view''s past.';


--
-- Name: area_specialist_remove(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.area_specialist_remove(code text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    DELETE FROM area_specialist s WHERE s.code = read_code(area_specialist_remove.code);
    RETURN FOUND;
END $$;


--
-- Name: FUNCTION area_specialist_remove(code text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.area_specialist_remove(code text) IS 'Takes an area specialist away, and leaves their provinces without one; false where there is none.';


--
-- Name: area_specialist_set(text, text, text, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.area_specialist_set(code text, name text, email text, provinces text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO area_specialist AS s (code, name, email)
    VALUES (read_code(area_specialist_set.code), tidy(area_specialist_set.name), tidy(area_specialist_set.email))
    ON CONFLICT ON CONSTRAINT area_specialist_code_is_unique DO UPDATE SET name = excluded.name, email = excluded.email;
    DELETE FROM specialist_area a
    WHERE a.specialist = read_code(area_specialist_set.code)
      AND a.province <> ALL (SELECT read_code(p) FROM unnest(provinces) AS p);
    -- A province that was another's is theirs from now on.
    INSERT INTO specialist_area AS a (province, specialist)
    SELECT DISTINCT read_code(p), read_code(area_specialist_set.code) FROM unnest(provinces) AS p ORDER BY 1
    ON CONFLICT ON CONSTRAINT specialist_area_is_of_one DO UPDATE SET specialist = excluded.specialist
        WHERE a.specialist <> excluded.specialist;
END $$;


--
-- Name: FUNCTION area_specialist_set(code text, name text, email text, provinces text[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.area_specialist_set(code text, name text, email text, provinces text[]) IS 'Enters an area specialist with all their provinces, or changes who they are and which these are.';


--
-- Name: audit_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET bytea_output TO 'hex'
    AS $$
<<change>>
DECLARE
    before jsonb := jsonb_strip_nulls(to_jsonb(OLD)) - TG_ARGV[3]::text[];
    after jsonb := jsonb_strip_nulls(to_jsonb(NEW)) - TG_ARGV[3]::text[];
    row_after jsonb := after;
    chain text := coalesce(before ->> TG_ARGV[0], '*');
    chain_after text := coalesce(after ->> TG_ARGV[0], '*');
    moves boolean := before IS NOT NULL AND after IS NOT NULL AND chain <> chain_after;
    head audit_head;
    entry audit;
    salt uuid := gen_random_uuid();
BEGIN
    IF before = after THEN
        RETURN NULL;
    ELSIF moves THEN
        after := NULL;  -- deleted in one chain and then added in another: neither unit is told about the other
    ELSIF before IS NULL THEN
        chain := chain_after;
    END IF;
    LOOP
        -- Whoever comes second waits here, and then reads the head as the first left it.
        SELECT h.* INTO head FROM audit_head h WHERE h.chain = change.chain FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            INSERT INTO audit_head VALUES (chain, 0, sha256('')) ON CONFLICT DO NOTHING;
            SELECT h.* INTO head FROM audit_head h WHERE h.chain = change.chain FOR NO KEY UPDATE;
        END IF;
        INSERT INTO audit
        SELECT e.*, audit_hash(e.previous, e.chain, e.number, e.at, e.login, e.tool, e.relation, e.nomination, e.before, e.after, e.personal)
        FROM (SELECT change.chain, head.number + 1 AS number,
                     clock_timestamp() AS at,  -- after the wait, so that a chain's times are in its order
                     session_user::text AS login, current_setting('application_name') AS tool, TG_TABLE_NAME::text AS relation,
                     (coalesce(after, before) ->> CASE TG_TABLE_NAME WHEN 'nomination' THEN 'id' ELSE 'nomination' END)::bigint AS nomination,
                     change.before - TG_ARGV[1]::text[] AS before, change.after - TG_ARGV[1]::text[] AS after,
                     audit_personal_hash(nullif(before - TG_ARGV[2]::text[], '{}'), nullif(after - TG_ARGV[2]::text[], '{}'), salt) AS personal,
                     head.hash AS previous) e
        RETURNING * INTO entry;
        UPDATE audit_head h SET number = entry.number, hash = entry.hash WHERE h.chain = entry.chain;
        IF entry.personal IS NOT NULL THEN
            INSERT INTO audit_personal
            VALUES (entry.chain, entry.number, nullif(before - TG_ARGV[2]::text[], '{}'), nullif(after - TG_ARGV[2]::text[], '{}'), salt);
        END IF;
        EXIT WHEN NOT moves;
        moves := false;
        before := NULL;
        after := row_after;
        chain := chain_after;
    END LOOP;
    RETURN NULL;
END $$;


--
-- Name: FUNCTION audit_change(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_change() IS 'Puts a change into the trail. Arguments: the column that names the chain; the columns that are personal, those that are not, and those that follow from others.';


--
-- Name: audit_fault(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_fault() RETURNS TABLE(chain text, number bigint, fault text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
WITH linked AS (
    SELECT a.chain, a.number, a.previous, a.hash, a.personal,
           a.hash = audit_hash(a.previous, a.chain, a.number, a.at, a.login, a.tool, a.relation, a.nomination, a.before, a.after, a.personal)
               AS is_whole,
           lag(a.number, 1, 0::bigint) OVER up AS number_before,
           lag(a.hash, 1, sha256('')) OVER up AS hash_before,
           coalesce(lead(a.previous) OVER up, h.hash) AS hash_as_held  -- by the row after it, or the head
    FROM audit a LEFT JOIN audit_head h USING (chain)
    WINDOW up AS (PARTITION BY a.chain ORDER BY a.number)
), ending AS (
    SELECT DISTINCT ON (l.chain) l.chain, l.number, l.hash FROM linked l ORDER BY l.chain, l.number DESC
), found (chain, number, fault) AS (
    SELECT chain, number_before + 1, 'missing' FROM linked WHERE number <> number_before + 1
    UNION ALL
    SELECT chain, number, 'altered' FROM linked WHERE NOT is_whole
    UNION ALL
    -- Bent, and its own hash with it: but the row after it still holds on to what it was. Where neither side holds on to a row, it is
    -- that row which was bent.
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
    -- The whole of a chain may have been written anew: not what was put on record of it, in another chain and in print.
    SELECT sealed.key, sealed.number, CASE WHEN l.number IS NULL THEN 'missing' ELSE 'rewritten' END
    FROM audit s
    CROSS JOIN LATERAL (
        SELECT key, coalesce(substring(value ->> 0 FROM '^[0-9]{1,18}$')::bigint, 0) AS number, value ->> 1 AS hash
        FROM jsonb_each(CASE jsonb_typeof(s.after -> 'heads') WHEN 'object' THEN s.after -> 'heads' END)) sealed
    LEFT JOIN linked l ON (l.chain, l.number) = (sealed.key, sealed.number)
    WHERE s.relation = 'seal' AND encode(l.hash, 'hex') IS DISTINCT FROM sealed.hash
)
SELECT DISTINCT ON (f.chain) f.chain, f.number, f.fault FROM found f ORDER BY f.chain, f.number, f.fault;
$_$;


--
-- Name: FUNCTION audit_fault(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_fault() IS 'The first row of each chain that is bent or missing. Tells no values: whoever may not read them can check them.';


--
-- Name: audit_follow(regclass, text, text[], text[], text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_follow(relation regclass, chain text DEFAULT ''::text, personal text[] DEFAULT '{}'::text[], derived text[] DEFAULT '{}'::text[], event text DEFAULT 'INSERT OR UPDATE OR DELETE'::text, condition text DEFAULT NULL::text, change text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = relation);
    others text[];
BEGIN
    SELECT coalesce(array_agg(attname::text) FILTER (WHERE attgenerated = '' OR attname = chain), '{}'),
           derived || coalesce(array_agg(attname::text) FILTER (WHERE attgenerated <> '' AND attname <> chain), '{}')
    INTO others, derived
    FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND attname <> ALL (personal || derived);
    -- At the end of the transaction: whoever writes holds the head of a chain no longer than it takes to commit, and after every
    -- other lock, so that no two writers wait for each other crosswise.
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER %s ON %s DEFERRABLE INITIALLY DEFERRED '
                   'FOR EACH ROW %s EXECUTE FUNCTION audit_change(%L, %L, %L, %L)',
                   concat_ws('_', name, change, 'is_audited'), event, relation, 'WHEN (' || condition || ')', chain, personal, others, derived);
    -- Also where session_replication_role would have triggers pass.
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', relation, concat_ws('_', name, change, 'is_audited'));
    IF change IS NULL THEN
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %s EXECUTE FUNCTION audit_refuse()', name || '_is_never_truncated', relation);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', relation, name || '_is_never_truncated');
    END IF;
END $$;


--
-- Name: FUNCTION audit_follow(relation regclass, chain text, personal text[], derived text[], event text, condition text, change text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_follow(relation regclass, chain text, personal text[], derived text[], event text, condition text, change text) IS 'Has every change of a table put into the trail, into the chain that one of its columns names, or *; or some changes only: which, on what condition, and what they are called.';


--
-- Name: audit_hash(bytea, text, bigint, timestamp with time zone, text, text, text, bigint, jsonb, jsonb, bytea); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_hash(previous bytea, chain text, number bigint, at timestamp with time zone, login text, tool text, relation text, nomination bigint, before jsonb, after jsonb, personal bytea) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN sha256((previous || convert_to((jsonb_build_array(chain, number, EXTRACT(epoch FROM at), login, tool, relation, nomination, (before)::text, (after)::text, encode(personal, 'hex'::text)))::text, 'UTF8'::name)));


--
-- Name: FUNCTION audit_hash(previous bytea, chain text, number bigint, at timestamp with time zone, login text, tool text, relation text, nomination bigint, before jsonb, after jsonb, personal bytea); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_hash(previous bytea, chain text, number bigint, at timestamp with time zone, login text, tool text, relation text, nomination bigint, before jsonb, after jsonb, personal bytea) IS 'By what a row of the trail holds on to the row before it.';


--
-- Name: audit_heads_hash(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_heads_hash(heads jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN encode(sha256(convert_to((heads)::text, 'UTF8'::name)), 'hex'::text);


--
-- Name: FUNCTION audit_heads_hash(heads jsonb); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_heads_hash(heads jsonb) IS 'One hash over the heads of all chains.';


--
-- Name: audit_personal_hash(jsonb, jsonb, uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_personal_hash(before jsonb, after jsonb, salt uuid) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (COALESCE(before, after) IS NOT NULL) THEN sha256(convert_to((jsonb_build_array((before)::text, (after)::text, salt))::text, 'UTF8'::name)) ELSE NULL::bytea END;


--
-- Name: FUNCTION audit_personal_hash(before jsonb, after jsonb, salt uuid); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_personal_hash(before jsonb, after jsonb, salt uuid) IS 'What a row of the trail says of what is personal in it.';


--
-- Name: audit_refuse(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_refuse() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF TG_TABLE_NAME LIKE 'audit%' THEN
        RAISE EXCEPTION 'the trail is only added to'
            USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'audit_is_never_rewritten';
    END IF;
    RAISE EXCEPTION 'rows are deleted one by one, so that the trail has them'
        USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'audit_has_every_change';
END $$;


--
-- Name: FUNCTION audit_refuse(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_refuse() IS 'Refuses what would bend the trail or pass it by, to the owner as well.';


--
-- Name: audit_seal(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_seal() RETURNS text
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    INSERT INTO seal (heads) SELECT heads FROM audit_heads RETURNING hash;
$$;


--
-- Name: FUNCTION audit_seal(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_seal() IS 'Seals the trail as it is, and returns the hash to be printed.';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: campaign; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.campaign (
    code public.code NOT NULL,
    title public.plain_text NOT NULL,
    plan_date date NOT NULL,
    circular_number public.plain_text,
    circular_date date,
    deadline timestamp with time zone NOT NULL,
    pool text DEFAULT 'all_provinces'::text NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT campaign_deadline_is_an_instant CHECK (isfinite(deadline)),
    CONSTRAINT campaign_pool_is_shared_or_per_province CHECK ((pool = ANY (ARRAY['all_provinces'::text, 'each_province'::text])))
);
ALTER TABLE ONLY public.campaign ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.campaign ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE ONLY public.campaign ALTER COLUMN plan_date SET STATISTICS 0;
ALTER TABLE ONLY public.campaign ALTER COLUMN circular_number SET STATISTICS 0;
ALTER TABLE ONLY public.campaign ALTER COLUMN circular_date SET STATISTICS 0;
ALTER TABLE ONLY public.campaign ALTER COLUMN deadline SET STATISTICS 0;
ALTER TABLE ONLY public.campaign ALTER COLUMN pool SET STATISTICS 0;
ALTER TABLE ONLY public.campaign ALTER COLUMN created_at SET STATISTICS 0;

ALTER TABLE ONLY public.campaign FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.campaign IS 'One emulation drive, with its own rules and deadline.';


--
-- Name: COLUMN campaign.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.code IS 'The number of the plan that started it.';


--
-- Name: COLUMN campaign.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.title IS 'Its title, in Vietnamese.';


--
-- Name: COLUMN campaign.plan_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.plan_date IS 'The plan''s date.';


--
-- Name: COLUMN campaign.circular_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.circular_number IS 'The circular''s number; null until it is known.';


--
-- Name: COLUMN campaign.circular_date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.circular_date IS 'The circular''s date; null until it is known.';


--
-- Name: COLUMN campaign.deadline; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.deadline IS 'Nominations are taken strictly before this instant (clause 3).';


--
-- Name: COLUMN campaign.pool; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.pool IS 'Who shares the pooled quotas of clause 1.2.1.b at endorsement: all provinces together, or each for itself.';


--
-- Name: COLUMN campaign.created_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.campaign.created_at IS 'When it was entered.';


--
-- Name: campaign_copy(text, text, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.campaign_copy(original text, code text, deadline timestamp with time zone) RETURNS SETOF public.campaign
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    INSERT INTO campaign (code, title, plan_date, circular_number, circular_date, deadline, pool)
    SELECT campaign_copy.code, c.title, c.plan_date, c.circular_number, c.circular_date, campaign_copy.deadline, c.pool
    FROM campaign c WHERE c.code = original;

    INSERT INTO quota_rule (campaign, rule, clause, award, subject, holder_kind, measure, pooled)
    SELECT campaign_copy.code, r.rule, r.clause, r.award, r.subject, r.holder_kind, r.measure, r.pooled
    FROM quota_rule r WHERE r.campaign = original;

    INSERT INTO quota_bracket (campaign, rule, bracket, allowed)
    SELECT campaign_copy.code, b.rule, b.bracket, b.allowed
    FROM quota_bracket b WHERE b.campaign = original;

    INSERT INTO criterion (campaign, code, subject, clause, words, words_en)
    SELECT campaign_copy.code, c.code, c.subject, c.clause, c.words, c.words_en FROM criterion c WHERE c.campaign = original;

    INSERT INTO directive (campaign, number, issued_on, due_on, clause)
    SELECT campaign_copy.code, d.number, d.issued_on, d.due_on, d.clause FROM directive d WHERE d.campaign = original;

    INSERT INTO bar (campaign, code, subject, clause, name_vi, name_en)
    SELECT campaign_copy.code, b.code, b.subject, b.clause, b.name_vi, b.name_en FROM bar b WHERE b.campaign = original;

    SELECT quota_apply();

    SELECT c.* FROM campaign c WHERE c.code = campaign_copy.code;
$$;


--
-- Name: FUNCTION campaign_copy(original text, code text, deadline timestamp with time zone); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.campaign_copy(original text, code text, deadline timestamp with time zone) IS 'Starts a campaign with the rules of another and its own deadline; no row where there is no original.';


--
-- Name: campaign_refuse_if_closed(text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.campaign_refuse_if_closed(VARIADIC campaigns text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM FROM campaign c WHERE c.code = ANY (campaigns) ORDER BY c.code FOR KEY SHARE;
    IF EXISTS (SELECT FROM campaign c WHERE c.code = ANY (campaigns) AND clock_timestamp() >= c.deadline) THEN
        RAISE EXCEPTION 'the deadline of the campaign has passed'
            USING ERRCODE = 'check_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_is_made_before_the_deadline';
    END IF;
END $$;


--
-- Name: FUNCTION campaign_refuse_if_closed(VARIADIC campaigns text[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.campaign_refuse_if_closed(VARIADIC campaigns text[]) IS 'Fails where one of the campaigns takes no nominations any more.';


--
-- Name: catalogue_difference(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.catalogue_difference() RETURNS TABLE(object text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET quote_all_identifiers TO 'off'
    SET extra_float_digits TO '1'
    SET standard_conforming_strings TO 'on'
    AS $$
    SELECT coalesce(n.object, c.key)
    FROM jsonb_each_text((SELECT objects FROM catalogue ORDER BY number DESC LIMIT 1)) c
    FULL JOIN catalogue_now n ON n.object = c.key
    WHERE n.digest IS DISTINCT FROM c.value AND EXISTS (SELECT FROM catalogue);
$$;


--
-- Name: FUNCTION catalogue_difference(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.catalogue_difference() IS 'What was added, changed or taken away by hand since the last migration.';


--
-- Name: catalogue_record(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.catalogue_record() RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET quote_all_identifiers TO 'off'
    SET extra_float_digits TO '1'
    SET standard_conforming_strings TO 'on'
    AS $$
    INSERT INTO catalogue (objects) SELECT jsonb_object_agg(object, digest) FROM catalogue_now;
$$;


--
-- Name: FUNCTION catalogue_record(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.catalogue_record() IS 'Puts the catalogue on record, after the last migration of a run; also to be called after a restore on another version of the server.';


--
-- Name: council_record(text, date, text[], text[], bigint[], integer[], integer[], text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.council_record(campaign text, held_on date, members text[], titles text[], nominations bigint[], votes_for integer[], votes_total integer[], opinions text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    sitting bigint;
    stray bigint;
BEGIN
    IF cardinality(members) < (SELECT max(v) FROM unnest(council_record.votes_total) AS v) THEN
        RAISE EXCEPTION 'more votes than members'
            USING ERRCODE = 'check_violation', TABLE = 'council_opinion', CONSTRAINT = 'council_votes_are_of_its_members';
    END IF;
    INSERT INTO council_session (campaign, held_on) VALUES (council_record.campaign, council_record.held_on) RETURNING id INTO sitting;
    INSERT INTO council_member (session, name, title)
    SELECT sitting, tidy(m.name), tidy(m.title) FROM unnest(members, titles) AS m (name, title);
    INSERT INTO council_opinion (unit, nomination, campaign, session, votes_for, votes_total, opinion)
    SELECT n.unit, n.id, n.campaign, sitting, o.votes_for, o.votes_total, tidy_prose(o.opinion)
    FROM unnest(nominations, council_record.votes_for, council_record.votes_total, opinions) AS o (nomination, votes_for, votes_total, opinion)
    JOIN nomination n ON n.id = o.nomination AND n.campaign = council_record.campaign AND NOT n.is_open
    ORDER BY n.unit, n.id;
    stray := (SELECT o FROM unnest(nominations) AS o
              WHERE NOT EXISTS (SELECT FROM council_opinion c WHERE (c.session, c.nomination) = (sitting, o)) LIMIT 1);
    IF stray IS NOT NULL THEN
        RAISE EXCEPTION 'nomination % was not submitted', stray
            USING ERRCODE = 'check_violation', TABLE = 'council_opinion', CONSTRAINT = 'council_considers_what_was_submitted';
    END IF;
    RETURN sitting;
END $$;


--
-- Name: FUNCTION council_record(campaign text, held_on date, members text[], titles text[], nominations bigint[], votes_for integer[], votes_total integer[], opinions text[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.council_record(campaign text, held_on date, members text[], titles text[], nominations bigint[], votes_for integer[], votes_total integer[], opinions text[]) IS 'Records a session: its members, and its opinion of each nomination with the votes.';


--
-- Name: tidy(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tidy(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN ((value !~ '^$|^ | $|  |[\t-\r\u00a0\u2000-\u200b\u202f\u3000\ufeff]'::text) AND (value IS NFC NORMALIZED)) THEN value ELSE NULLIF(btrim(regexp_replace(NORMALIZE(value, NFC), '[ \t-\r\u00a0\u2000-\u200b\u202f\u3000\ufeff]+'::text, ' '::text, 'g'::text)), ''::text) END;


--
-- Name: FUNCTION tidy(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.tidy(value text) IS 'Text from a file, made plain where that changes nothing in it: NFC, single spaces for whatever is blank, trimmed; null if nothing is left.';


--
-- Name: count_readings(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.count_readings(value text) RETURNS integer[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT array_agg(DISTINCT (given.reading)::integer) FILTER (WHERE (given.reading ~ '^[0-9]{1,9}$'::text)) AS array_agg FROM ((SELECT "substring"(fold.value, '^([0-9][0-9., ]*?) ?(?:nguoi|cong chuc|can bo|bien che|cc|people|persons?|civil servants?|staff)?$'::text) AS digits FROM (SELECT regexp_replace(translate(NORMALIZE(lower(public.tidy(count_readings.value)), NFD), 'đ０１２３４５６７８９．，'::text, 'd0123456789.,'::text), '[\u0300-\u036f]'::text, ''::text, 'g'::text) AS value) fold) d CROSS JOIN LATERAL (SELECT d.digits WHERE (d.digits ~ '^[0-9]+$'::text) UNION ALL SELECT translate(d.digits, '., '::text, ''::text) AS translate WHERE (d.digits ~ '^[1-9][0-9]{0,2}([., ])[0-9]{3}(\1[0-9]{3})*$'::text) UNION ALL SELECT "substring"(d.digits, '^[0-9]+'::text) AS "substring" WHERE (d.digits ~ '^[0-9]+[.,]0+$'::text)) given(reading)));


--
-- Name: FUNCTION count_readings(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.count_readings(value text) IS 'All whole numbers that a cell can mean: {1200} for "1.200" and "1,200", {200} for "200 người", {12} for "12,0", {1,1000} for "1.000".';


--
-- Name: database_close(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.database_close() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    account record;
    counter regprocedure;
BEGIN
    EXECUTE format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO thidua_accounts WITH GRANT OPTION', current_database());
    FOR account IN SELECT login FROM public.account JOIN pg_roles ON rolname = login WHERE removed_at IS NULL LOOP
        PERFORM server_role_admit(account.login);
    END LOOP;

    -- What the server counts it counts of everyone's rows; from before and after a statement one would tell what it has read.
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        FOR counter IN SELECT c.oid FROM counter_of_everyone c LOOP
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', counter);
        END LOOP;
    END IF;
END $$;


--
-- Name: FUNCTION database_close(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.database_close() IS 'Lets in the logins of `account` alone, without temporary tables, and, run by a superuser, shows nobody what the server counts. For the database''s owner; after a restore, too.';


--
-- Name: day_in_hanoi(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.day_in_hanoi(value timestamp with time zone) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ((value AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date;


--
-- Name: FUNCTION day_in_hanoi(value timestamp with time zone); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.day_in_hanoi(value timestamp with time zone) IS 'Which day it is in Hanoi.';


--
-- Name: decision_record(text, text, date, bigint[], bigint[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.decision_record(campaign text, number text, decided_on date, awarded bigint[], declined bigint[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    decided integer;
BEGIN
    IF awarded && declined THEN
        RAISE EXCEPTION 'a nomination is both awarded and declined'
            USING ERRCODE = 'check_violation', TABLE = 'decision_outcome', CONSTRAINT = 'decision_is_about_a_nomination_once';
    END IF;
    -- A decision may come in parts, but of one award and one date.
    INSERT INTO decision (campaign, number, award, decided_on)
    SELECT decision_record.campaign, read_code(decision_record.number), n.award, decision_record.decided_on
    FROM nomination n WHERE n.id = ANY (awarded || declined) AND n.campaign = decision_record.campaign
    ORDER BY n.id LIMIT 1
    ON CONFLICT ON CONSTRAINT decision_is_recorded_once DO NOTHING;
    IF EXISTS (
        SELECT FROM decision d
        WHERE (d.campaign, d.number) = (decision_record.campaign, read_code(decision_record.number)) AND d.decided_on <> decision_record.decided_on
    ) THEN
        RAISE EXCEPTION 'the decision is on record with another date'
            USING ERRCODE = 'check_violation', TABLE = 'decision', CONSTRAINT = 'decision_is_recorded_once';
    END IF;
    INSERT INTO decision_outcome (unit, nomination, campaign, award, number, outcome)
    SELECT n.unit, n.id, n.campaign, n.award, read_code(decision_record.number), CASE WHEN n.id = ANY (awarded) THEN 'awarded' ELSE 'declined' END
    FROM nomination n WHERE n.id = ANY (awarded || declined) AND n.campaign = decision_record.campaign
    ORDER BY n.unit, n.id;
    GET DIAGNOSTICS decided = ROW_COUNT;
    RETURN decided;
END $$;


--
-- Name: FUNCTION decision_record(campaign text, number text, decided_on date, awarded bigint[], declined bigint[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.decision_record(campaign text, number text, decided_on date, awarded bigint[], declined bigint[]) IS 'Records a decision on nominations, all of one award, and takes their last step; returns how many it found.';


--
-- Name: decision_take_step(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.decision_take_step() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'what was decided stands'
            USING ERRCODE = 'insufficient_privilege', TABLE = 'decision_outcome', CONSTRAINT = 'decision_stands';
    END IF;
    -- Where it was taken already, the key says so.
    UPDATE nomination n SET state = NEW.outcome WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination) AND n.state <> NEW.outcome;
    RETURN NEW;
END $$;


--
-- Name: FUNCTION decision_take_step(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.decision_take_step() IS 'Takes the nomination''s last step, which refuses what is not its to take.';


--
-- Name: directive_find(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.directive_find(campaign text, number text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT d.number::text FROM directive d
    WHERE d.campaign = directive_find.campaign AND read_code(directive_find.number) IN (d.number, split_part(d.number, '/', 1))
    ORDER BY d.number <> read_code(directive_find.number) LIMIT 1;
$$;


--
-- Name: FUNCTION directive_find(campaign text, number text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.directive_find(campaign text, number text) IS 'A directive as people call it: by its number, or by what stands before the stroke.';


--
-- Name: directive_set_due(text, text, date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.directive_set_due(campaign text, number text, due_on date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE directive d SET due_on = directive_set_due.due_on
    WHERE (d.campaign, d.number) = (directive_set_due.campaign, directive_find(directive_set_due.campaign, directive_set_due.number));
    RETURN FOUND;
END $$;


--
-- Name: FUNCTION directive_set_due(campaign text, number text, due_on date); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.directive_set_due(campaign text, number text, due_on date) IS 'Sets until when completing a directive is on time; null takes it away. False where there is no such directive.';


--
-- Name: document_changes_what_it_is_part_of(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.document_changes_what_it_is_part_of() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    changed document := coalesce(NEW, OLD);
BEGIN
    IF changed.nomination IS NOT NULL THEN
        UPDATE nomination n SET changed_at = clock_timestamp() WHERE (n.unit, n.id) = (changed.unit, changed.nomination);
        RETURN changed;
    END IF;
    UPDATE dossier d SET changed_at = clock_timestamp() WHERE (d.unit, d.campaign) = (changed.unit, changed.campaign) AND d.is_open;
    IF NOT FOUND AND EXISTS (SELECT FROM dossier d WHERE (d.unit, d.campaign) = (changed.unit, changed.campaign)) THEN
        RAISE EXCEPTION 'the dossier is closed'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_dossier_is_open';
    END IF;
    RETURN changed;
END $$;


--
-- Name: FUNCTION document_changes_what_it_is_part_of(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.document_changes_what_it_is_part_of() IS 'Changes the nomination or the dossier of a document, whose own rules judge.';


--
-- Name: dossier_attach(text, text, text, bigint, bytea, text, text, date, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.dossier_attach(unit text, campaign text, kind text, nomination bigint, content bytea, file_name text, number text, dated date, signer text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    attached bigint;
BEGIN
    IF NOT may_write_for(unit) THEN
        RETURN NULL;
    END IF;
    PERFORM dossier_open(unit, campaign);
    -- One after the other, so that the second finds the first's document to replace.
    PERFORM FROM dossier d WHERE (d.unit, d.campaign) = (dossier_attach.unit, dossier_attach.campaign) FOR NO KEY UPDATE;
    IF nomination IS NOT NULL AND NOT EXISTS (
        SELECT FROM nomination n WHERE (n.unit, n.id, n.campaign) = (dossier_attach.unit, dossier_attach.nomination, dossier_attach.campaign)
    ) THEN
        RAISE EXCEPTION 'the nomination is not in this dossier'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'document', CONSTRAINT = 'document_is_of_a_nomination';
    END IF;
    INSERT INTO file (unit, content) VALUES (dossier_attach.unit, dossier_attach.content)
    ON CONFLICT ON CONSTRAINT file_is_kept_once DO NOTHING;
    -- Another document: what the one before declared, counted or certified, this one has to say again.
    DELETE FROM document d
    WHERE (d.unit, d.campaign, d.kind) = (dossier_attach.unit, dossier_attach.campaign, dossier_attach.kind)
      AND d.nomination IS NOT DISTINCT FROM dossier_attach.nomination;
    INSERT INTO document (unit, campaign, kind, nomination, sha256, file_name, number, dated, signer)
    VALUES (dossier_attach.unit, dossier_attach.campaign, dossier_attach.kind, dossier_attach.nomination, sha256(dossier_attach.content),
            tidy(dossier_attach.file_name), tidy(dossier_attach.number), dossier_attach.dated, tidy(dossier_attach.signer))
    RETURNING id INTO attached;
    RETURN attached;
END $$;


--
-- Name: FUNCTION dossier_attach(unit text, campaign text, kind text, nomination bigint, content bytea, file_name text, number text, dated date, signer text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.dossier_attach(unit text, campaign text, kind text, nomination bigint, content bytea, file_name text, number text, dated date, signer text) IS 'Attaches a document in place of the one of its kind, and returns its number; null where the unit is not the login''s.';


--
-- Name: dossier_certify(text, bigint, text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.dossier_certify(unit text, document bigint, agency text, name text, staff_no text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    -- Of another house's units one learns nothing, not even whether they are.
    IF may_write_for(unit) AND agency IS NOT NULL AND NOT EXISTS (
        SELECT FROM unit u JOIN unit o ON o.code = dossier_certify.unit
        WHERE u.code = read_code(dossier_certify.agency) AND (u.house = o.house OR u.kind = 'headquarters')
    ) THEN
        RAISE EXCEPTION 'the unit is of another house'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'certification', CONSTRAINT = 'certification_agency_is_of_the_house';
    END IF;
    INSERT INTO certification (unit, nomination, document, subject, role, nominee, agency, name, staff_no)
    SELECT n.unit, n.id, d.id, n.subject, r.code, coalesce(n.collective, n.staff_no),
           -- The person's own unit, unless its head is the nominee; what the collective is part of. The headquarters manages provinces.
           CASE n.subject WHEN 'individual' THEN coalesce(read_code(dossier_certify.agency), n.workplace)
                          ELSE coalesce(u.parent, (SELECT h.code FROM unit h WHERE h.kind = 'headquarters')) END,
           tidy(dossier_certify.name), read_code(dossier_certify.staff_no)
    FROM document d JOIN nomination n ON (n.unit, n.id) = (d.unit, d.nomination)
    JOIN certifier_role r ON r.subject = n.subject
    LEFT JOIN unit u ON u.code = n.collective
    WHERE (d.unit, d.id) = (dossier_certify.unit, dossier_certify.document) AND d.kind = 'achievement_report' AND may_write_for(d.unit);
    RETURN FOUND;
END $$;


--
-- Name: FUNCTION dossier_certify(unit text, document bigint, agency text, name text, staff_no text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.dossier_certify(unit text, document bigint, agency text, name text, staff_no text) IS 'Records who certified an achievement report; false where there is no such report.';


--
-- Name: dossier_check(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.dossier_check() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    faults text[];
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'dossiers are kept' USING ERRCODE = 'insufficient_privilege', TABLE = 'dossier', CONSTRAINT = 'dossier_is_kept';
    ELSIF (NEW.unit, NEW.campaign) <> (OLD.unit, OLD.campaign) THEN
        RAISE EXCEPTION 'a dossier stays where it is' USING ERRCODE = 'insufficient_privilege', TABLE = 'dossier', CONSTRAINT = 'dossier_is_kept';
    ELSIF NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NEW;  -- what is on record already
    END IF;
    NEW.changed_at := clock_timestamp();
    -- What arrived, and when, is put on record at any time.
    IF (NEW.paper_at, NEW.email_at) IS DISTINCT FROM (OLD.paper_at, OLD.email_at) THEN
        IF NEW.paper_at IS DISTINCT FROM OLD.paper_at AND NEW.paper_at >= (SELECT c.deadline FROM campaign c WHERE c.code = NEW.campaign FOR KEY SHARE) THEN
            RAISE EXCEPTION 'the paper set arrived late'
                USING ERRCODE = 'check_violation', TABLE = 'dossier', CONSTRAINT = 'dossier_paper_arrived_before_the_deadline';
        END IF;
    ELSIF NEW.is_open AND NOT OLD.is_open THEN
        PERFORM campaign_refuse_if_closed(NEW.campaign);
    ELSE
        PERFORM dossier_refuse_if_late(NEW.unit, NEW.campaign);
    END IF;
    IF OLD.is_open AND NOT NEW.is_open THEN
        NEW.submitted_at := NEW.changed_at;
        -- Nothing is said of a nominee while the faults are counted.
        PERFORM FROM nomination n WHERE (n.unit, n.campaign) = (NEW.unit, NEW.campaign) AND n.is_open ORDER BY n.id FOR NO KEY UPDATE;
        faults := ARRAY(SELECT f.fault FROM dossier_fault f WHERE (f.unit, f.campaign) = (NEW.unit, NEW.campaign));
        IF 'barred' = ANY (faults) THEN
            RAISE EXCEPTION 'a nominee is barred'
                USING ERRCODE = 'check_violation', TABLE = 'dossier', CONSTRAINT = 'dossier_nominees_are_eligible';
        ELSIF faults <> '{}' THEN
            RAISE EXCEPTION 'the dossier is incomplete'
                USING ERRCODE = 'check_violation', TABLE = 'dossier', CONSTRAINT = 'dossier_is_complete';
        END IF;
        UPDATE nomination n SET state = 'submitted' WHERE (n.unit, n.campaign) = (NEW.unit, NEW.campaign) AND n.is_open;
    END IF;
    RETURN NEW;
END $$;


--
-- Name: FUNCTION dossier_check(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.dossier_check() IS 'Refuses what is late (T1-T4) or incomplete, and to delete or move a dossier. Its nominations are submitted with it.';


--
-- Name: dossier_count_votes(text, bigint, bigint[], integer[], integer[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.dossier_count_votes(unit text, document bigint, nominations bigint[], votes_for integer[], votes_total integer[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    counted bigint;
BEGIN
    INSERT INTO selection_vote (unit, nomination, document, votes_for, votes_total)
    SELECT n.unit, n.id, d.id, v.votes_for, v.votes_total
    FROM document d JOIN nomination n ON (n.unit, n.campaign) = (d.unit, d.campaign)
    JOIN unnest(nominations, dossier_count_votes.votes_for, dossier_count_votes.votes_total) AS v (nomination, votes_for, votes_total) ON v.nomination = n.id
    WHERE (d.unit, d.id) = (dossier_count_votes.unit, dossier_count_votes.document) AND d.kind = 'selection_minutes' AND may_write_for(d.unit)
    ORDER BY n.id;
    GET DIAGNOSTICS counted = ROW_COUNT;
    RETURN counted;
END $$;


--
-- Name: FUNCTION dossier_count_votes(unit text, document bigint, nominations bigint[], votes_for integer[], votes_total integer[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.dossier_count_votes(unit text, document bigint, nominations bigint[], votes_for integer[], votes_total integer[]) IS 'Records the votes that selection minutes report; returns for how many nominations.';


--
-- Name: dossier_declare(text, bigint, bigint[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.dossier_declare(unit text, document bigint, nominations bigint[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    declared bigint;
BEGIN
    INSERT INTO declaration (unit, nomination, document)
    SELECT n.unit, n.id, d.id
    FROM document d JOIN nomination n ON (n.unit, n.campaign) = (d.unit, d.campaign)
    WHERE (d.unit, d.id) = (dossier_declare.unit, dossier_declare.document) AND d.kind = 'proposal_letter' AND may_write_for(d.unit)
      AND CASE WHEN nominations IS NULL THEN n.is_open ELSE n.id = ANY (nominations) END
    ORDER BY n.id;
    GET DIAGNOSTICS declared = ROW_COUNT;
    RETURN declared;
END $$;


--
-- Name: FUNCTION dossier_declare(unit text, document bigint, nominations bigint[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.dossier_declare(unit text, document bigint, nominations bigint[]) IS 'Records for which nominations a proposal letter declares what D2 asks for, all of the dossier where none is named; returns how many.';


--
-- Name: dossier_open(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.dossier_open(unit text, campaign text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    -- Whoever comes while it is submitted waits, before anything else is held.
    is_open boolean := (
        SELECT d.is_open FROM dossier d WHERE (d.unit, d.campaign) = (dossier_open.unit, dossier_open.campaign) FOR KEY SHARE);
BEGIN
    IF is_open IS NULL THEN
        -- A unit that sends none, or a campaign that there is not, is left for the nomination's own keys to refuse.
        INSERT INTO dossier (unit, campaign, house)
        SELECT u.code, c.code, u.proposes_under FROM unit u, campaign c
        WHERE u.code = dossier_open.unit AND u.proposes_under IS NOT NULL AND c.code = dossier_open.campaign
        ON CONFLICT DO NOTHING;
    ELSIF NOT is_open THEN
        RAISE EXCEPTION 'the dossier is closed'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_dossier_is_open';
    END IF;
END $$;


--
-- Name: FUNCTION dossier_open(unit text, campaign text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.dossier_open(unit text, campaign text) IS 'Begins a unit''s dossier, where it has none; refuses where it is closed.';


--
-- Name: dossier_receive(text, text, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.dossier_receive(unit text, campaign text, paper_at timestamp with time zone, email_at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO dossier (unit, campaign, house)
    SELECT u.code, c.code, u.proposes_under FROM unit u, campaign c
    WHERE u.code = dossier_receive.unit AND u.proposes_under IS NOT NULL AND c.code = dossier_receive.campaign
    ON CONFLICT DO NOTHING;
    UPDATE dossier d
    SET paper_at = coalesce(dossier_receive.paper_at, d.paper_at), email_at = coalesce(dossier_receive.email_at, d.email_at)
    WHERE (d.unit, d.campaign) = (dossier_receive.unit, dossier_receive.campaign);
    RETURN FOUND;
END $$;


--
-- Name: FUNCTION dossier_receive(unit text, campaign text, paper_at timestamp with time zone, email_at timestamp with time zone); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.dossier_receive(unit text, campaign text, paper_at timestamp with time zone, email_at timestamp with time zone) IS 'Records when the paper set or the soft copy arrived (D4, T4); false where the unit sends no dossiers.';


--
-- Name: dossier_refuse_if_late(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.dossier_refuse_if_late(unit text, campaign text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    deadline timestamptz;
BEGIN
    -- Held as campaign_refuse_if_closed() holds it.
    SELECT c.deadline INTO deadline FROM campaign c WHERE c.code = dossier_refuse_if_late.campaign FOR KEY SHARE;
    -- What an administrator keys in of a paper set that arrived in time is in time (T4).
    IF clock_timestamp() >= deadline AND NOT (is_administrator() AND EXISTS (
        SELECT FROM dossier d WHERE (d.unit, d.campaign) = (dossier_refuse_if_late.unit, dossier_refuse_if_late.campaign) AND d.paper_at < deadline AND d.paper_at > coalesce(d.returned_at, '-infinity')
    )) THEN
        PERFORM campaign_refuse_if_closed(campaign);
    END IF;
END $$;


--
-- Name: FUNCTION dossier_refuse_if_late(unit text, campaign text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.dossier_refuse_if_late(unit text, campaign text) IS 'Fails where nothing may be done to a dossier any more, because the deadline has passed.';


--
-- Name: dossier_return(text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.dossier_return(unit text, campaign text, reason text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    returned integer;
BEGIN
    PERFORM FROM dossier d WHERE (d.unit, d.campaign) = (dossier_return.unit, dossier_return.campaign) FOR UPDATE;
    UPDATE dossier d SET is_open = true, returned_at = clock_timestamp(), return_reason = tidy_prose(reason)
    WHERE (d.unit, d.campaign) = (dossier_return.unit, dossier_return.campaign) AND NOT d.is_open;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    UPDATE nomination n SET state = 'returned'
    WHERE (n.unit, n.campaign) = (dossier_return.unit, dossier_return.campaign) AND n.state = 'submitted';
    GET DIAGNOSTICS returned = ROW_COUNT;
    -- Looked at last: who was endorsing one of them has been waited for.
    IF EXISTS (
        SELECT FROM nomination n
        WHERE (n.unit, n.campaign) = (dossier_return.unit, dossier_return.campaign) AND n.state IN ('endorsed', 'awarded', 'declined')
    ) THEN
        RAISE EXCEPTION 'what is endorsed or decided is not returned'
            USING ERRCODE = 'check_violation', TABLE = 'dossier', CONSTRAINT = 'dossier_is_returned_before_it_is_endorsed';
    END IF;
    RETURN returned;
END $$;


--
-- Name: FUNCTION dossier_return(unit text, campaign text, reason text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.dossier_return(unit text, campaign text, reason text) IS 'Opens a submitted dossier again, for a reason (D6); returns how many nominations, null where none is submitted.';


--
-- Name: dossier_submit(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.dossier_submit(unit text, campaign text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT may_write_for(unit) THEN
        RETURN NULL;
    END IF;
    -- Whoever comes second waits here, and then reads what the first left.
    PERFORM FROM dossier d WHERE (d.unit, d.campaign) = (dossier_submit.unit, dossier_submit.campaign) FOR UPDATE;
    PERFORM dossier_open(unit, campaign);
    UPDATE dossier d SET is_open = false WHERE (d.unit, d.campaign) = (dossier_submit.unit, dossier_submit.campaign);
    RETURN (SELECT count(*) FROM nomination n
            WHERE (n.unit, n.campaign, n.state) = (dossier_submit.unit, dossier_submit.campaign, 'submitted'));
END $$;


--
-- Name: FUNCTION dossier_submit(unit text, campaign text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.dossier_submit(unit text, campaign text) IS 'Submits a complete dossier of eligible nominees in time, and closes it; returns how many nominations, null where the unit is not the login''s.';


--
-- Name: endorsement_name_nominee(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.endorsement_name_nominee() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    NEW.nominee := (SELECT n.nominee FROM nomination n WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination));
    IF NEW.nominee IS NULL THEN
        RAISE EXCEPTION 'there is no such nomination, or it is withdrawn'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'endorsement', CONSTRAINT = 'endorsement_is_of_a_standing_nomination';
    END IF;
    RETURN NEW;
END $$;


--
-- Name: FUNCTION endorsement_name_nominee(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.endorsement_name_nominee() IS 'Fills in who is nominated; refuses where nobody is.';


--
-- Name: endorsement_take_back(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.endorsement_take_back() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    -- What was decided stays endorsed: then there is no such step, and the nomination says so.
    UPDATE nomination n SET state = 'submitted' WHERE (n.unit, n.id) = (OLD.unit, OLD.nomination);
    RETURN OLD;
END $$;


--
-- Name: FUNCTION endorsement_take_back(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.endorsement_take_back() IS 'Makes the nomination what it was before it was endorsed.';


--
-- Name: endorsement_take_slot(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.endorsement_take_slot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.slot IS NOT NULL OR NOT NEW.pooled) AND (NEW.unit, NEW.nomination) = (OLD.unit, OLD.nomination) THEN
        RETURN NEW;
    END IF;
    NEW.endorsed_at := clock_timestamp();
    SELECT n.campaign, n.holder, n.award, n.subject, CASE WHEN r.pooled AND c.pool = 'all_provinces' THEN '*' ELSE n.holder END, r.rule, r.pooled
    INTO NEW.campaign, NEW.house, NEW.award, NEW.subject, NEW.holder, NEW.rule, NEW.pooled
    FROM nomination n
    JOIN campaign c ON c.code = n.campaign
    JOIN unit h ON h.code = n.holder
    LEFT JOIN quota_rule r ON (r.campaign, r.award, r.subject, r.holder_kind) = (n.campaign, n.award, n.subject, h.kind)
    WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no such nomination'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'endorsement', CONSTRAINT = 'endorsement_is_of_a_standing_nomination';
    END IF;
    -- The step is taken first: it holds the nomination, and refuses where it is not one that may be endorsed. Whoever only moves up in the
    -- pool takes none: it may be decided already.
    IF TG_OP = 'INSERT' OR (NEW.unit, NEW.nomination) <> (OLD.unit, OLD.nomination) THEN
        -- Held before it is looked at: while an endorsement is being taken back, it would be seen as endorsed still.
        PERFORM FROM nomination n WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination) FOR NO KEY UPDATE;
        UPDATE nomination n SET state = 'endorsed' WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination) AND n.state <> 'endorsed';
    END IF;
    IF NOT NEW.pooled THEN
        NEW.allowed := NULL;
        NEW.slot := NULL;
        RETURN NEW;
    END IF;

    -- As nomination_take_slot() does, and for the same reasons.
    NEW.allowed := (
        SELECT q.allowed FROM quota q
        WHERE (q.holder, q.campaign, q.award, q.subject, q.stage)
            = (NEW.holder, NEW.campaign, NEW.award, NEW.subject, 'endorsement')
        FOR NO KEY UPDATE);
    IF NEW.allowed IS NULL THEN
        NEW.allowed := 1;
    END IF;
    NEW.slot := (
        SELECT coalesce(min(turn) FILTER (WHERE slot <> turn), count(*) + 1)
        FROM (
            SELECT e.slot, row_number() OVER (ORDER BY e.slot) AS turn
            FROM endorsement e
            WHERE (e.holder, e.campaign, e.award, e.subject) = (NEW.holder, NEW.campaign, NEW.award, NEW.subject)
              AND e.slot IS NOT NULL) in_use);
    RETURN NEW;
END $$;


--
-- Name: FUNCTION endorsement_take_slot(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.endorsement_take_slot() IS 'Fills in what follows from the nomination: campaign, award, subject, holder, slot. The constraints judge the result.';


--
-- Name: fold(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.fold(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (btrim(regexp_replace(translate(regexp_replace(NORMALIZE(lower((value COLLATE "vi-x-icu")), NFKD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'đðɖ'::text, 'ddd'::text), '[^a-z0-9]+'::text, ' '::text, 'g'::text)) COLLATE "C");


--
-- Name: FUNCTION fold(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.fold(value text) IS 'The key under which names match: no case, accents, spacing or punctuation; Hòa = Hoà, Ð = Đ = d.';


--
-- Name: given_name(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.given_name(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN "substring"(value, '[^ ]+$'::text);


--
-- Name: FUNCTION given_name(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.given_name(value text) IS 'The last word of a Vietnamese name, by which people are sorted: COLLATE "vi-x-icu".';


--
-- Name: in_hanoi(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.in_hanoi(value timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN to_char((value AT TIME ZONE 'Asia/Ho_Chi_Minh'::text), 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'::text);


--
-- Name: FUNCTION in_hanoi(value timestamp with time zone); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.in_hanoi(value timestamp with time zone) IS 'An instant in ISO 8601, by the clock in Hanoi.';


--
-- Name: is_administrator(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_administrator() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (pg_has_role(SESSION_USER, 'thidua_administrator'::name, 'USAGE'::text) OR pg_has_role(SESSION_USER, 'thidua_owner'::name, 'USAGE'::text));


--
-- Name: FUNCTION is_administrator(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.is_administrator() IS 'Whether the login is an administrator''s, or runs the migrations.';


--
-- Name: is_plausible_headcount(integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_plausible_headcount(value integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((value >= 1) AND (value <= 9999));


--
-- Name: FUNCTION is_plausible_headcount(value integer); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.is_plausible_headcount(value integer) IS 'No unit has nobody, and none has more than the whole system (some 6,800).';


--
-- Name: is_total(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_total(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((public.fold(value) ~ '^(tong|cong|toan quoc|(grand )?total|sum)$|^(tong cong|tong so)( |$)'::text) OR (public.tidy(value) ~ '^[Cc][ộỘ][Nn][Gg][ :]'::text));


--
-- Name: FUNCTION is_total(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.is_total(value text) IS 'Whether a cell heads a row of sums: "Tổng cộng".';


--
-- Name: likeness(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.likeness(a text, b text) RETURNS real
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (WITH pair AS (SELECT ARRAY(SELECT DISTINCT substr((('  '::text || likeness.a) || ' '::text), i.i, 3) AS substr FROM generate_series(1, (length(likeness.a) + 1)) i(i)) AS a, ARRAY(SELECT DISTINCT substr((('  '::text || likeness.b) || ' '::text), i.i, 3) AS substr FROM generate_series(1, (length(likeness.b) + 1)) i(i)) AS b) SELECT (((SELECT count(*) AS count FROM (SELECT unnest(pair.a) AS unnest INTERSECT SELECT unnest(pair.b) AS unnest) common))::real / (GREATEST((1)::bigint, (SELECT count(*) AS count FROM (SELECT unnest(pair.a) AS unnest UNION SELECT unnest(pair.b) AS unnest) either)))::double precision) FROM pair);


--
-- Name: FUNCTION likeness(a text, b text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.likeness(a text, b text) IS 'How alike two words are, 0 to 1: the share of their groups of three letters that they have in common, as in pg_trgm.';


--
-- Name: may_see_house(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_see_house(house text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN is_administrator() OR pg_has_role(session_user, 'thidua_department', 'USAGE')
        OR coalesce(own_house() = may_see_house.house, false);
END $$;


--
-- Name: FUNCTION may_see_house(house text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.may_see_house(house text) IS 'Whether the login is shown what this house may propose, and how much of it is used.';


--
-- Name: may_write_for(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.may_write_for(unit text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN is_administrator() OR coalesce(own_unit() = may_write_for.unit, false);
END $$;


--
-- Name: FUNCTION may_write_for(unit text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.may_write_for(unit text) IS 'Whether the login enters what this unit proposes: its clerks and the administrators.';


--
-- Name: media_type(bytea); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.media_type(content bytea) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN ((SUBSTRING(content FROM 1 FOR 5) = '\x255044462d'::bytea) OR (SUBSTRING(content FROM 1 FOR 8) = '\xefbbbf255044462d'::bytea)) THEN 'application/pdf'::text WHEN (SUBSTRING(content FROM 1 FOR 3) = '\xffd8ff'::bytea) THEN 'image/jpeg'::text WHEN (SUBSTRING(content FROM 1 FOR 8) = '\x89504e470d0a1a0a'::bytea) THEN 'image/png'::text WHEN ((SUBSTRING(content FROM 1 FOR 4) = '\x504b0304'::bytea) AND (POSITION(('\x5b436f6e74656e745f54797065735d2e786d6c'::bytea) IN (content)) > 0) AND (POSITION(('\x776f72642f646f63756d656e742e786d6c'::bytea) IN (content)) > 0) AND (POSITION(('\x76626150726f6a6563742e62696e'::bytea) IN (content)) = 0)) THEN 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text ELSE NULL::text END;


--
-- Name: FUNCTION media_type(content bytea); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.media_type(content bytea) IS 'What the bytes are: PDF, JPEG, PNG or DOCX; null for anything else.';


--
-- Name: midnight(date); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.midnight(day date) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ((day)::timestamp without time zone AT TIME ZONE 'Asia/Ho_Chi_Minh'::text);


--
-- Name: FUNCTION midnight(day date); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.midnight(day date) IS 'When a day begins in Hanoi.';


--
-- Name: nomination_attest(bigint, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_attest(nomination bigint, criterion text, evidence text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO attestation AS a (unit, nomination, campaign, criterion, evidence)
    SELECT n.unit, n.id, n.campaign, c.code, tidy_prose(nomination_attest.evidence)
    FROM nomination n JOIN criterion c USING (campaign, subject)
    WHERE n.id = nomination_attest.nomination AND may_write_for(n.unit) AND c.code = lower(tidy(nomination_attest.criterion))
    ON CONFLICT ON CONSTRAINT attestation_is_given_once DO UPDATE SET evidence = excluded.evidence, attested_at = excluded.attested_at;
    RETURN FOUND;
END $$;


--
-- Name: FUNCTION nomination_attest(nomination bigint, criterion text, evidence text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_attest(nomination bigint, criterion text, evidence text) IS 'Attests that a nominee meets a criterion; false where the nomination or the criterion is not the login''s to name.';


--
-- Name: nomination_check_deadline(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_check_deadline() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    taken step;
    is_other boolean;
    is_touched boolean := TG_OP = 'UPDATE' AND NEW.changed_at <> OLD.changed_at;
BEGIN
    -- Before the deadline is looked at: what is accepted bears a time before it.
    IF TG_OP <> 'DELETE' THEN
        NEW.changed_at := clock_timestamp();
    END IF;
    IF TG_OP = 'UPDATE' THEN
        is_other := (OLD.unit, OLD.campaign, OLD.award, OLD.subject, OLD.collective, OLD.staff_no, OLD.position, OLD.workplace)
            IS DISTINCT FROM (NEW.unit, NEW.campaign, NEW.award, NEW.subject, NEW.collective, NEW.staff_no, NEW.position, NEW.workplace);
        IF NEW.state <> OLD.state THEN
            taken := (SELECT s FROM step s WHERE (s.earlier, s.later) = (OLD.state, NEW.state));
            IF taken IS NULL OR is_other OR is_touched THEN
                RAISE EXCEPTION 'there is no such step'
                    USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_known';
            ELSIF taken.role = 'administrator' AND NOT is_administrator() THEN
                RAISE EXCEPTION 'this step is for administrators'
                    USING ERRCODE = 'insufficient_privilege', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_ones_to_take';
            END IF;
            NEW.came_from := OLD.state;
            IF NOT taken.before_deadline THEN
                RETURN NEW;
            ELSIF NEW.state IN ('submitted', 'withdrawn') THEN
                PERFORM dossier_refuse_if_late(NEW.unit, NEW.campaign);
                RETURN NEW;
            END IF;
        ELSIF is_other OR is_touched THEN
            IF OLD.is_open IS NOT TRUE AND OLD.state <> 'withdrawn' THEN
                RAISE EXCEPTION 'the dossier is closed'
                    USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_dossier_is_open';
            END IF;
            -- What was withdrawn lies in the same dossier.
            PERFORM dossier_open(OLD.unit, OLD.campaign) WHERE OLD.state = 'withdrawn';
            IF NOT is_other THEN
                PERFORM dossier_refuse_if_late(NEW.unit, NEW.campaign);
                RETURN NEW;
            END IF;
        END IF;
        IF (NEW.unit, NEW.campaign) <> (OLD.unit, OLD.campaign) OR NEW.state = 'draft' AND OLD.state = 'withdrawn' THEN
            PERFORM campaign_refuse_if_closed(OLD.campaign, NEW.campaign);
            PERFORM dossier_open(NEW.unit, NEW.campaign);
        END IF;
        PERFORM campaign_refuse_if_closed(OLD.campaign);
    ELSE
        PERFORM campaign_refuse_if_closed(coalesce(NEW.campaign, OLD.campaign));
        PERFORM dossier_open(coalesce(NEW.unit, OLD.unit), coalesce(NEW.campaign, OLD.campaign));
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;


--
-- Name: FUNCTION nomination_check_deadline(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_check_deadline() IS 'Refuses what is no step, what is not the login''s to do, what is closed (D6) and what is late (T1-T4).';


--
-- Name: nomination_check_unit(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_check_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT may_write_for(NEW.unit) THEN
        RAISE EXCEPTION 'this unit sends no dossiers'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_unit_sends_dossiers';
    END IF;
    RETURN NEW;
END $$;


--
-- Name: FUNCTION nomination_check_unit(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_check_unit() IS 'Refuses nominations of units that are not the login''s, as if there were no such unit.';


--
-- Name: nomination_clear(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_clear() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF (OLD.unit, OLD.subject, OLD.collective, OLD.staff_no) IS NOT DISTINCT FROM (NEW.unit, NEW.subject, NEW.collective, NEW.staff_no) THEN
        RETURN NULL;
    END IF;
    DELETE FROM attestation a WHERE (a.unit, a.nomination) = (NEW.unit, NEW.id);
    DELETE FROM completion c WHERE (c.unit, c.nomination) = (NEW.unit, NEW.id);
    DELETE FROM conduct c WHERE (c.unit, c.nomination) = (NEW.unit, NEW.id);
    DELETE FROM declaration d WHERE (d.unit, d.nomination) = (NEW.unit, NEW.id);
    DELETE FROM selection_vote v WHERE (v.unit, v.nomination) = (NEW.unit, NEW.id);
    DELETE FROM document d WHERE (d.unit, d.nomination) = (NEW.unit, NEW.id);  -- and its certification with it
    RETURN NULL;
END $$;


--
-- Name: FUNCTION nomination_clear(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_clear() IS 'Takes away what was attested of the one who was nominated before.';


--
-- Name: nomination_complete(bigint, text, date, boolean, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_complete(nomination bigint, directive text, completed_on date, is_of_quality boolean, evidence text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM nomination n JOIN directive d ON (d.campaign, d.number) = (n.campaign, directive_find(n.campaign, nomination_complete.directive))
        WHERE n.id = nomination_complete.nomination AND may_write_for(n.unit) AND nomination_complete.completed_on < d.issued_on
    ) THEN
        RAISE EXCEPTION 'the directive was not issued yet'
            USING ERRCODE = 'check_violation', TABLE = 'completion', CONSTRAINT = 'completion_follows_the_directive';
    END IF;
    INSERT INTO completion AS c (unit, nomination, campaign, directive, completed_on, is_of_quality, evidence)
    SELECT n.unit, n.id, n.campaign, d.number, nomination_complete.completed_on, nomination_complete.is_of_quality,
           tidy_prose(nomination_complete.evidence)
    FROM nomination n JOIN directive d ON (d.campaign, d.number) = (n.campaign, directive_find(n.campaign, nomination_complete.directive))
    WHERE n.id = nomination_complete.nomination AND may_write_for(n.unit)
    ON CONFLICT ON CONSTRAINT completion_is_stated_once DO UPDATE
        SET completed_on = excluded.completed_on, is_of_quality = excluded.is_of_quality, evidence = excluded.evidence,
            attested_at = excluded.attested_at;
    RETURN FOUND;
END $$;


--
-- Name: FUNCTION nomination_complete(nomination bigint, directive text, completed_on date, is_of_quality boolean, evidence text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_complete(nomination bigint, directive text, completed_on date, is_of_quality boolean, evidence text) IS 'States when a nominee completed a directive; false as for nomination_attest().';


--
-- Name: nomination_disqualify(bigint, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_disqualify(nomination bigint, bar text, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM nomination n WHERE n.id = nomination_disqualify.nomination AND n.state = 'disqualified') THEN
        RAISE EXCEPTION 'it is disqualified already'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_known';
    END IF;
    -- Off the list first, where it is on it: its place there is free again.
    DELETE FROM endorsement e USING nomination n
    WHERE n.id = nomination_disqualify.nomination AND (e.unit, e.nomination) = (n.unit, n.id) AND n.state = 'endorsed';
    UPDATE nomination n
    SET state = 'disqualified', bar = lower(tidy(nomination_disqualify.bar)), reason = tidy_prose(nomination_disqualify.reason)
    WHERE n.id = nomination_disqualify.nomination;
    RETURN FOUND;
END $$;


--
-- Name: FUNCTION nomination_disqualify(nomination bigint, bar text, reason text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_disqualify(nomination bigint, bar text, reason text) IS 'Takes a submitted nomination out for a fact that has arisen since (N5); false where there is none of that number.';


--
-- Name: nomination_sheet_error(integer[], text[], text[], text[], text[], text[], text[], text[], text[], text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_sheet_error(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text) RETURNS TABLE(row_number integer, field text, value text, error text, expected text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET jit TO 'off'
    AS $$
    WITH line AS MATERIALIZED (
        SELECT r.*, num_nonnulls(r.individual, r.staff_no, r.position, r.workplace_cell) AS told_of_person,
               first_value(r.row_number) OVER same AS first_row, first_value(r.individual) OVER same AS first_name
        FROM nomination_sheet_read(rows, firsts, units, awards, collectives, individuals, staff_nos, positions, workplaces, default_unit) r
        WHERE NOT r.is_aside
        WINDOW same AS (PARTITION BY r.collective_cell IS NULL, coalesce(r.collective, r.staff_no) ORDER BY r.row_number)
    ), bearer AS MATERIALIZED (
        SELECT fold(u.name) AS key, array_to_string((array_agg(u.code ORDER BY u.code))[1:5], ', ') || CASE WHEN count(*) > 5 THEN ', …' ELSE '' END AS codes
        FROM unit u GROUP BY fold(u.name) HAVING count(*) > 1
    ), award_name AS MATERIALIZED (
        SELECT w.code, n.name::text, fold(n.name) AS key
        FROM award a JOIN word w USING (code) CROSS JOIN LATERAL (VALUES (w.code), (w.name_vi), (w.name_en)) AS n (name)
    )
    SELECT l.row_number, found.*
    FROM line l
    CROSS JOIN LATERAL (
        SELECT f.field, f.cell, CASE WHEN b.key IS NULL THEN 'unknown_unit' ELSE 'ambiguous_unit' END, b.codes
        FROM (VALUES ('unit', l.unit_cell, l.unit), ('collective', l.collective_cell, l.collective), ('workplace', l.workplace_cell, l.workplace))
             AS f (field, cell, code)
        LEFT JOIN bearer b ON b.key = fold(f.cell)
        WHERE f.cell IS NOT NULL AND f.code IS NULL
        UNION ALL
        SELECT 'award', l.award_cell, 'unknown_award',
               (SELECT n.name FROM award_name n WHERE likeness(n.key, fold(l.award_cell)) >= 0.3
                ORDER BY likeness(n.key, fold(l.award_cell)) DESC, n.key LIMIT 1)
        WHERE l.award_cell IS NOT NULL AND l.award IS NULL
        UNION ALL
        SELECT 'collective', l.collective_cell, 'collective_or_person', NULL WHERE (l.collective_cell IS NULL) = (l.told_of_person = 0)
        UNION ALL
        SELECT f.field, NULL, 'missing_value', NULL
        FROM (VALUES ('individual', l.individual), ('staff_no', l.staff_no), ('position', l.position), ('workplace', l.workplace_cell)) AS f (field, cell)
        WHERE f.cell IS NULL AND l.told_of_person > 0 AND l.collective_cell IS NULL
        UNION ALL
        SELECT f.field, NULL, 'missing_value', NULL
        FROM (VALUES ('unit', l.unit_cell), ('award', l.award_cell)) AS f (field, cell)
        WHERE f.cell IS NULL
        UNION ALL
        SELECT f.field, f.cell, 'invalid_text', NULL
        FROM (VALUES ('individual', l.individual), ('position', l.position)) AS f (field, cell)
        WHERE NOT is_plain_text(f.cell)
        UNION ALL
        SELECT 'staff_no', l.staff_no, 'invalid_staff_no', NULL WHERE NOT is_code(l.staff_no)
        UNION ALL
        -- The same nominee again: whatever becomes of the earlier row, this one is not to be entered too (N2).
        SELECT CASE WHEN l.collective IS NULL THEN 'staff_no' ELSE 'collective' END, coalesce(l.collective_cell, l.staff_no),
               CASE WHEN l.collective IS NULL AND l.individual <> l.first_name THEN 'staff_no_twice' ELSE 'duplicate_nomination' END,
               l.first_row::text
        WHERE l.first_row < l.row_number AND coalesce(l.collective, l.staff_no) IS NOT NULL) AS found (field, value, error, expected);
$$;


--
-- Name: FUNCTION nomination_sheet_error(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_sheet_error(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text) IS 'What is wrong with the cells of a file of nominations: row, field, the cell''s value, a stable code, and what was expected instead, where that is known.';


--
-- Name: nomination_sheet_read(integer[], text[], text[], text[], text[], text[], text[], text[], text[], text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_sheet_read(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text) RETURNS TABLE(row_number integer, is_aside boolean, unit_cell text, unit text, house text, award_cell text, award text, collective_cell text, collective text, individual text, staff_no text, "position" text, workplace_cell text, workplace text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET jit TO 'off'
    AS $$
    WITH given AS MATERIALIZED (
        SELECT g.row_number, tidy(g.first) AS first, coalesce(tidy(g.unit), default_unit) AS unit, tidy(g.award) AS award,
               tidy(g.collective) AS collective, tidy(g.individual) AS individual, tidy(g.staff_no) AS staff_no,
               tidy(g.position) AS position, tidy(g.workplace) AS workplace,
               num_nulls(tidy(g.unit), tidy(g.award), tidy(g.collective), tidy(g.individual), tidy(g.staff_no), tidy(g.position),
                         tidy(g.workplace)) = 7 AS is_blank
        FROM unnest(rows, firsts, units, awards, collectives, individuals, staff_nos, positions, workplaces)
             AS g (row_number, first, unit, award, collective, individual, staff_no, position, workplace)
    ), award_name AS MATERIALIZED (
        SELECT DISTINCT w.code, fold(n.name) AS key
        FROM award a JOIN word w USING (code) CROSS JOIN LATERAL (VALUES (w.code), (w.name_vi), (w.name_en)) AS n (name)
    ), known AS MATERIALIZED (
        SELECT u.code::text, coalesce(u.parent, u.code)::text AS house, fold(u.name) AS key FROM unit u
    ), named AS MATERIALIZED (
        SELECT k.key, min(k.code) AS code, min(k.house) AS house FROM known k GROUP BY k.key HAVING count(*) = 1
    ), named_at_home AS MATERIALIZED (
        SELECT k.house, k.key, min(k.code) AS code FROM known k GROUP BY k.house, k.key HAVING count(*) = 1
    ), proposed AS MATERIALIZED (
        SELECT g.*, a.code AS award_code, coalesce(c.code, n.code) AS unit_code, coalesce(c.house, n.house) AS house,
               a.code IS NULL AND (is_total(g.first) OR is_total(g.unit) OR is_total(g.award)) IS TRUE AS is_total
        FROM given g
        LEFT JOIN award_name a ON a.key = fold(g.award)
        LEFT JOIN known c ON c.code = read_unit_code(g.unit)
        LEFT JOIN named n ON n.key = fold(g.unit)
    )
    SELECT p.row_number,
           -- Below the sums stand signatures and notes, which propose nothing.
           p.is_blank OR p.is_total
               OR p.award IS NULL AND p.collective IS NULL AND p.staff_no IS NULL
                  AND p.row_number > coalesce(max(p.row_number) FILTER (WHERE p.is_total) OVER (), p.row_number),
           p.unit, p.unit_code, p.house, p.award, p.award_code,
           -- Every province has a "Phòng THADS khu vực 1": the one meant is of the house that proposes.
           p.collective, coalesce(c.code, home_c.code, any_c.code), p.individual, read_code(p.staff_no), p.position,
           p.workplace, coalesce(w.code, home_w.code, any_w.code)
    FROM proposed p
    LEFT JOIN known c ON c.code = read_unit_code(p.collective)
    LEFT JOIN named_at_home home_c ON (home_c.house, home_c.key) = (p.house, fold(p.collective))
    LEFT JOIN named any_c ON any_c.key = fold(p.collective)
    LEFT JOIN known w ON w.code = read_unit_code(p.workplace)
    LEFT JOIN named_at_home home_w ON (home_w.house, home_w.key) = (p.house, fold(p.workplace))
    LEFT JOIN named any_w ON any_w.key = fold(p.workplace)
    ORDER BY p.row_number;
$$;


--
-- Name: FUNCTION nomination_sheet_read(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_sheet_read(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text) IS 'The rows of a file of nominations as they are understood: units and awards by code, or by a name that only one has; null where a cell could not be. Rows aside propose nothing: blank ones, sums, and what stands below the last of them.';


--
-- Name: nomination_state_conduct(bigint, text, boolean, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_state_conduct(nomination bigint, bar text, applies boolean, evidence text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO conduct AS c (unit, nomination, campaign, bar, applies, evidence)
    SELECT n.unit, n.id, n.campaign, b.code, nomination_state_conduct.applies, tidy_prose(nomination_state_conduct.evidence)
    FROM nomination n JOIN bar b USING (campaign, subject)
    WHERE n.id = nomination_state_conduct.nomination AND may_write_for(n.unit)
      AND b.code = coalesce(lower(tidy(nomination_state_conduct.bar)), b.code)
    ON CONFLICT ON CONSTRAINT conduct_is_stated_once DO UPDATE
        SET applies = excluded.applies, evidence = excluded.evidence, attested_at = excluded.attested_at;
    RETURN FOUND;
END $$;


--
-- Name: FUNCTION nomination_state_conduct(nomination bigint, bar text, applies boolean, evidence text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_state_conduct(nomination bigint, bar text, applies boolean, evidence text) IS 'States of a fact that bars nominees whether it is one, or of all of them where none is named; false as for nomination_attest().';


--
-- Name: nomination_step(bigint, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_step(nomination bigint, "from" text, "to" text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE nomination n SET state = nomination_step."to"
    FROM step s
    WHERE n.id = nomination AND n.state = nomination_step."from" AND may_write_for(n.unit)
      AND (s.earlier, s.later) = (nomination_step."from", nomination_step."to") AND s.is_by_itself;
    RETURN FOUND;
END $$;


--
-- Name: FUNCTION nomination_step(nomination bigint, "from" text, "to" text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_step(nomination bigint, "from" text, "to" text) IS 'Withdraws a nomination of one''s own, or undoes that; false where there is none in that state.';


--
-- Name: nomination_take_slot(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_take_slot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    -- When it changed, nomination_check_deadline() has said.
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
    IF NEW.state IN ('withdrawn', 'disqualified') THEN
        NEW.allowed := NULL;
        NEW.slot := NULL;
    END IF;
    -- The name as it stands when the nomination is submitted; what the register corrects later changes nothing that was.
    IF TG_OP = 'INSERT' OR OLD.is_open OR OLD.state = 'withdrawn' THEN
        NEW.nominee_name := coalesce(
            (SELECT u.name FROM unit u WHERE u.code = NEW.collective),
            (SELECT p.name FROM person p WHERE (p.unit, p.staff_no) = (NEW.unit, NEW.staff_no)));
    END IF;
    -- A step takes nothing else with it.
    IF TG_OP = 'UPDATE' AND NEW.state <> OLD.state AND NEW.state <> 'draft' THEN
        RETURN NEW;
    END IF;
    -- A unit that sends no dossiers is left for the foreign key to refuse.
    NEW.holder := coalesce((SELECT proposes_under FROM unit WHERE code = NEW.unit), NEW.unit);
    IF NEW.state IN ('withdrawn', 'disqualified') THEN
        RETURN NEW;
    END IF;
    -- Whoever keeps to the same quota keeps its slot, unless the slot is cleared to ask for a lower one.
    IF TG_OP = 'UPDATE' AND OLD.slot IS NOT NULL AND NEW.slot IS NOT NULL
        AND (NEW.holder, NEW.campaign, NEW.award, NEW.subject) = (OLD.holder, OLD.campaign, OLD.award, OLD.subject) THEN
        RETURN NEW;
    END IF;

    -- The lock only makes clerks queue; the constraints hold without it. It is a statement of its own, so that the next
    -- one sees what was committed while it waited.
    NEW.allowed := (
        SELECT q.allowed FROM quota q
        WHERE (q.holder, q.campaign, q.award, q.subject, q.stage)
            = (NEW.holder, NEW.campaign, NEW.award, NEW.subject, 'proposal')
        FOR NO KEY UPDATE);
    -- Who waited for a slot may have waited too long.
    NEW.changed_at := clock_timestamp();
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
    PERFORM campaign_refuse_if_closed(NEW.campaign);
    IF NEW.allowed IS NULL THEN
        NEW.allowed := 1;  -- There is no quota: let the foreign key say so.
    END IF;

    -- The lowest free slot: the first turn at which the slots in use no longer keep step, or the one after them all. That is
    -- allowed + 1 where none is free.
    NEW.slot := (
        SELECT coalesce(min(turn) FILTER (WHERE slot <> turn), count(*) + 1)
        FROM (
            SELECT n.slot, row_number() OVER (ORDER BY n.slot) AS turn
            FROM nomination n
            WHERE (n.holder, n.campaign, n.award, n.subject) = (NEW.holder, NEW.campaign, NEW.award, NEW.subject)
              AND n.slot IS NOT NULL) in_use);

    -- Where both rules are broken, the user is told the one that no free slot would cure.
    IF NEW.slot > NEW.allowed AND EXISTS (
        SELECT FROM nomination n
        WHERE (n.campaign, n.nominee) = (NEW.campaign, nominee_key(NEW.holder, NEW.collective, NEW.staff_no))
          AND (n.unit, n.id) <> (NEW.unit, NEW.id)
    ) THEN
        RAISE EXCEPTION 'the subject is nominated already'
            USING ERRCODE = 'unique_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_subject_is_nominated_once';
    END IF;
    RETURN NEW;
END $$;


--
-- Name: FUNCTION nomination_take_slot(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_take_slot() IS 'Fills in what a clerk does not choose: holder, slot, times. The constraints judge the result.';


--
-- Name: nomination_touch(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_touch() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    -- The dossier first, and then what is in it, as whoever submits it does: they wait for each other instead of for good.
    PERFORM FROM nomination n JOIN dossier d USING (unit, campaign)
    WHERE (n.unit, n.id) = (coalesce(NEW.unit, OLD.unit), coalesce(NEW.nomination, OLD.nomination)) FOR KEY SHARE OF d;
    -- What was said of a disqualified nomination goes with the letter that said it, when a returned dossier gets another.
    UPDATE nomination n SET changed_at = clock_timestamp()
    WHERE (n.unit, n.id) = (coalesce(NEW.unit, OLD.unit), coalesce(NEW.nomination, OLD.nomination))
      AND (TG_OP <> 'DELETE' OR n.state <> 'disqualified');
    RETURN coalesce(NEW, OLD);
END $$;


--
-- Name: FUNCTION nomination_touch(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_touch() IS 'Changes the nomination to which a row belongs, so that the nomination''s own rules judge.';


--
-- Name: nominee_key(text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nominee_key(holder text, collective text, staff_no text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE(((holder || ' '::text) || collective), staff_no);


--
-- Name: FUNCTION nominee_key(holder text, collective text, staff_no text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nominee_key(holder text, collective text, staff_no text) IS 'Who is nominated (N2). A collective is looked for within its own house: no answer tells of another''s.';


--
-- Name: own_house(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.own_house() RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN (SELECT a.house FROM account a WHERE a.login = session_user AND a.removed_at IS NULL);
END $$;


--
-- Name: FUNCTION own_house(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.own_house() IS 'The house of the login''s unit; null for whoever is tied to none.';


--
-- Name: own_house_set(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.own_house_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN jsonb_build_object(coalesce(own_house(), ''), 1);
END $$;


--
-- Name: FUNCTION own_house_set(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.own_house_set() IS 'own_house() as a set: {house: 1}.';


--
-- Name: own_house_units(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.own_house_units() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN (
        SELECT coalesce(array_agg(u.code::text), '{}')
        FROM account a JOIN unit u ON u.house = a.house
        WHERE a.login = session_user AND a.removed_at IS NULL);
END $$;


--
-- Name: FUNCTION own_house_units(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.own_house_units() IS 'The codes of the units of the login''s house; none for whoever is tied to none.';


--
-- Name: own_house_units_set(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.own_house_units_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN (SELECT coalesce(jsonb_object_agg(code, 1), '{}') FROM unnest(own_house_units()) AS code);
END $$;


--
-- Name: FUNCTION own_house_units_set(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.own_house_units_set() IS 'own_house_units() as a set: {code: 1, …}.';


--
-- Name: own_login_set(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.own_login_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN jsonb_build_object(session_user, 1);
END $$;


--
-- Name: FUNCTION own_login_set(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.own_login_set() IS 'The login as a set: {login: 1}.';


--
-- Name: own_unit(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.own_unit() RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN (SELECT a.unit FROM account a WHERE a.login = session_user AND a.removed_at IS NULL);
END $$;


--
-- Name: FUNCTION own_unit(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.own_unit() IS 'The unit of the login; null for whoever is tied to none.';


--
-- Name: own_unit_set(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.own_unit_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN jsonb_build_object(coalesce(own_unit(), ''), 1);
END $$;


--
-- Name: FUNCTION own_unit_set(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.own_unit_set() IS 'own_unit() as a set: {unit: 1}.';


--
-- Name: part_of_nomination(regclass, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.part_of_nomination(relation regclass, personal text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = relation);
BEGIN
    PERFORM audit_follow(relation, 'unit', personal), share(relation, 'thidua_administrator');
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION nomination_touch()',
                   name || '_changes_its_nomination', relation);
    EXECUTE format('CREATE POLICY clerk_reads_its_units ON %s FOR SELECT TO thidua_clerk '
                   'USING ((SELECT own_unit_set())[unit] IS NOT NULL AND unit = (SELECT own_unit()))', relation);
    EXECUTE format('CREATE POLICY council_reads_what_was_submitted ON %s FOR SELECT TO thidua_council '
                   'USING (EXISTS (SELECT FROM nomination n WHERE (n.unit, n.id) = (%I.unit, %I.nomination)))', relation, name, name);
    EXECUTE format('GRANT SELECT ON %s TO thidua_clerk, thidua_council', relation);
END $$;


--
-- Name: FUNCTION part_of_nomination(relation regclass, personal text[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.part_of_nomination(relation regclass, personal text[]) IS 'Opens a table of a nomination''s parts to whom the nomination is shown. Functions alone write there.';


--
-- Name: protect(regclass); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.protect(relation regclass) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    field record;
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY owner_sees_all ON %s TO thidua_owner USING (true) WITH CHECK (true)', relation);
    EXECUTE format('CREATE POLICY backup_reads_all ON %s FOR SELECT TO thidua_backup USING (true)', relation);
    EXECUTE format('GRANT SELECT ON %s TO thidua_backup', relation);
    -- EXPLAIN tells anyone what the planner expects, and it expects what it counted, whosever rows they are.
    FOR field IN
        SELECT attname AS name, pg_get_serial_sequence(relation::text, attname) AS sequence
        FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped
    LOOP
        EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0', relation, field.name);
        IF field.sequence IS NOT NULL THEN
            EXECUTE format('GRANT SELECT ON SEQUENCE %s TO thidua_backup', field.sequence);
        END IF;
    END LOOP;
    FOR field IN
        SELECT f.attrelid::regclass AS index, f.attnum AS number
        FROM pg_index i JOIN pg_attribute f ON f.attrelid = i.indexrelid
        WHERE i.indrelid = relation AND i.indexprs IS NOT NULL AND i.indkey[f.attnum - 1] = 0
    LOOP
        EXECUTE format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS 0', field.index, field.number);
    END LOOP;
END $$;


--
-- Name: FUNCTION protect(relation regclass); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.protect(relation regclass) IS 'Closes a new table to all but its owner and the backup; grants and policies then open it.';


--
-- Name: quota_apply(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.quota_apply() RETURNS TABLE(campaign text, holder text, award text, subject text, stage text, allowed_before integer, allowed_after integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
    pending quota_pending;
    refused text;
BEGIN
    -- Staffing stays as it is until this ends: else a new campaign could miss a table that is being applied.
    LOCK TABLE staffing_current IN SHARE ROW EXCLUSIVE MODE;

    -- All at once and in one order, before anything is judged: clerks in the middle of a nomination are waited for.
    PERFORM FROM quota q JOIN campaign c ON c.code = q.campaign
    WHERE clock_timestamp() < c.deadline
    ORDER BY q.holder, q.campaign, q.award, q.subject, q.stage
    FOR UPDATE OF q;

    FOR pending IN SELECT * FROM quota_pending p ORDER BY p.campaign, p.holder, p.award, p.subject, p.stage LOOP
        -- Ranks close first: whoever sits above the new size asks for the lowest free slot. Where there are more of them
        -- than gaps, the check on the slot refuses the whole.
        UPDATE nomination n SET slot = NULL
        WHERE (n.holder, n.campaign, n.award, n.subject, n.stage)
            = (pending.holder, pending.campaign, pending.award, pending.subject, pending.stage)
          AND n.slot > pending.allowed_after;
        UPDATE endorsement e SET slot = NULL
        WHERE (e.holder, e.campaign, e.award, e.subject, e.stage)
            = (pending.holder, pending.campaign, pending.award, pending.subject, pending.stage)
          AND e.slot > pending.allowed_after;
        IF pending.allowed_after IS NULL THEN
            DELETE FROM quota q
            WHERE (q.holder, q.campaign, q.award, q.subject, q.stage)
                = (pending.holder, pending.campaign, pending.award, pending.subject, pending.stage);
        ELSE
            INSERT INTO quota AS q (holder, campaign, award, subject, stage, allowed, rule, measured)
            VALUES (pending.holder, pending.campaign, pending.award, pending.subject, pending.stage,
                    pending.allowed_after, pending.rule, pending.measured)
            ON CONFLICT ON CONSTRAINT quota_is_stated_once DO UPDATE
                SET allowed = excluded.allowed, rule = excluded.rule, measured = excluded.measured;
        END IF;
        IF pending.allowed_before IS DISTINCT FROM pending.allowed_after THEN
            RETURN QUERY SELECT pending.campaign::text, pending.holder, pending.award, pending.subject, pending.stage,
                                pending.allowed_before, pending.allowed_after;
        END IF;
    END LOOP;
EXCEPTION WHEN check_violation OR foreign_key_violation THEN
    GET STACKED DIAGNOSTICS refused = CONSTRAINT_NAME;
    IF refused IN ('nomination_slot_is_within_quota', 'nomination_draws_on_a_quota',
                   'endorsement_slot_is_within_quota', 'endorsement_draws_on_a_quota') THEN
        -- The same constraints that refuse a nomination: here it is the quota that would give way, and the words differ.
        RAISE EXCEPTION 'a quota would fall below the slots in use'
            USING ERRCODE = 'check_violation', TABLE = 'quota', CONSTRAINT = 'quota_covers_the_slots_in_use';
    END IF;
    RAISE;
END $$;


--
-- Name: FUNCTION quota_apply(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.quota_apply() IS 'Makes `quota` what `quota_derived` says, or refuses as a whole; returns the quotas whose size changed.';


--
-- Name: quota_slots_in_use(text, text, text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.quota_slots_in_use(holder text, campaign text, award text, subject text, stage text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
#variable_conflict use_variable
BEGIN
    IF NOT may_see_house(holder) THEN
        RETURN NULL;
    ELSIF stage = 'proposal' THEN
        RETURN (SELECT count(n.slot) FROM nomination n
                WHERE (n.holder, n.campaign, n.award, n.subject) = (holder, campaign, award, subject));
    ELSE
        RETURN (SELECT count(e.slot) FROM endorsement e
                WHERE (e.holder, e.campaign, e.award, e.subject) = (holder, campaign, award, subject));
    END IF;
END $$;


--
-- Name: FUNCTION quota_slots_in_use(holder text, campaign text, award text, subject text, stage text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.quota_slots_in_use(holder text, campaign text, award text, subject text, stage text) IS 'How many slots of a quota are taken, whoever took them; null where the quota is not the login''s to see.';


--
-- Name: random_id(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.random_id() RETURNS bigint
    LANGUAGE sql PARALLEL SAFE
    RETURN ((('x'::text || substr(replace((gen_random_uuid())::text, '-'::text, ''::text), 1, 10)))::bit(40))::bigint;


--
-- Name: FUNCTION random_id(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.random_id() IS 'A number of up to 13 digits. Numbers in sequence would tell one province how much the others enter.';


--
-- Name: read_code(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.read_code(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (upper((public.tidy(value) COLLATE "vi-x-icu")) COLLATE "C");


--
-- Name: FUNCTION read_code(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.read_code(value text) IS 'A code as people type it: tidied, in capitals.';


--
-- Name: read_count(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.read_count(value text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN ((value ~ '^[0-9]+$'::text) AND (octet_length(value) < 10)) THEN (value)::integer WHEN ((value ~ '[0-9０-９]'::text) AND (cardinality(public.count_readings(value)) = 1)) THEN (public.count_readings(value))[1] ELSE NULL::integer END;


--
-- Name: FUNCTION read_count(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.read_count(value text) IS 'The one whole number that a cell means; null where it means none, or may mean two.';


--
-- Name: read_date(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.read_date(value text) RETURNS date
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
BEGIN
    -- Day first, as people write it here, whatever the session's DateStyle; no words such as "tomorrow".
    IF value ~ '^\d{1,2}/\d{1,2}/\d{4}$' THEN
        RETURN make_date(split_part(value, '/', 3)::integer, split_part(value, '/', 2)::integer, split_part(value, '/', 1)::integer);
    ELSIF value ~ '^\d{4}-\d{1,2}-\d{1,2}$' THEN
        RETURN make_date(split_part(value, '-', 1)::integer, split_part(value, '-', 2)::integer, split_part(value, '-', 3)::integer);
    END IF;
    RAISE EXCEPTION 'this is no date' USING ERRCODE = 'invalid_datetime_format';
END $_$;


--
-- Name: FUNCTION read_date(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.read_date(value text) IS 'A date as people write it: 25/4/2026 or 2026-04-25.';


--
-- Name: read_moment(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.read_moment(value text) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
DECLARE
    part text[] := regexp_match(value, '^(\S+?)(?:[ T](\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$');
    spoken timestamp;
BEGIN
    IF part IS NULL THEN
        RAISE EXCEPTION 'this is no date and time' USING ERRCODE = 'invalid_datetime_format';
    END IF;
    spoken := read_date(part[1]) + coalesce(part[2], '00:00')::time;
    RETURN CASE WHEN part[3] IS NULL THEN spoken AT TIME ZONE 'Asia/Ho_Chi_Minh'
                ELSE (to_char(spoken, 'YYYY-MM-DD HH24:MI:SS.US') || part[3])::timestamptz END;
END $_$;


--
-- Name: FUNCTION read_moment(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.read_moment(value text) IS 'An instant as people write it: a date, or a date and time; without a zone it is said in Hanoi.';


--
-- Name: read_unit_code(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.read_unit_code(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (CASE WHEN (public.is_code(value) AND (length(value) > 1)) THEN value ELSE regexp_replace(public.read_code(value), '^([0-9])$'::text, '0\1'::text) END COLLATE "C");


--
-- Name: FUNCTION read_unit_code(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.read_unit_code(value text) IS 'A unit''s code as people type it, and as spreadsheets spoil it.';


--
-- Name: report_changes(text, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.report_changes(campaign text, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(chain text, number bigint, at timestamp with time zone, login text, relation text, before jsonb, after jsonb)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET enable_nestloop TO 'on'
    AS $$
    SELECT a.chain, a.number, a.at, a.login, a.relation, a.before, a.after
    FROM audit a LEFT JOIN nomination n ON (n.unit, n.id) = (a.chain, a.nomination)
    WHERE a.at AT TIME ZONE 'UTC' >= report_changes.since AT TIME ZONE 'UTC' AND a.at AT TIME ZONE 'UTC' < report_changes.until AT TIME ZONE 'UTC'
      AND a.relation IN ('nomination', 'dossier', 'document', 'attestation', 'completion', 'conduct', 'certification', 'declaration', 'selection_vote',
                         'endorsement', 'council_opinion', 'decision_outcome', 'quota', 'directive', 'staffing_current')
      AND coalesce(n.campaign, coalesce(a.after, a.before) ->> 'campaign', report_changes.campaign) = report_changes.campaign;
$$;


--
-- Name: FUNCTION report_changes(campaign text, since timestamp with time zone, until timestamp with time zone); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.report_changes(campaign text, since timestamp with time zone, until timestamp with time zone) IS 'What the trail has of a campaign between two moments.';


--
-- Name: report_claim(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.report_claim() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock('report_run'::regclass::oid::integer, 0) THEN
        RAISE EXCEPTION 'another report is being made'
            USING ERRCODE = 'lock_not_available', TABLE = 'report_run', CONSTRAINT = 'report_is_made_by_one_at_a_time';
    END IF;
END $$;


--
-- Name: FUNCTION report_claim(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.report_claim() IS 'Holds others off from making reports until the transaction ends, or refuses at once. On the primary: a standby knows nothing of another server''s locks.';


--
-- Name: report_content(text, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.report_content(campaign text, moment timestamp with time zone, since timestamp with time zone) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET work_mem TO '256MB'
    SET jit TO 'off'
    SET enable_nestloop TO 'off'
    SET random_page_cost TO '1.1'
    AS $$
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


--
-- Name: FUNCTION report_content(campaign text, moment timestamp with time zone, since timestamp with time zone); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.report_content(campaign text, moment timestamp with time zone, since timestamp with time zone) IS 'What a report says of a campaign as it was at a moment, or is now where that is null, and of what has changed since another; null where there is no such campaign.';


--
-- Name: report_due(text, date, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.report_due(wanted text, up_to date, catch_up boolean) RETURNS TABLE(campaign text, date date, as_of timestamp with time zone, since timestamp with time zone, is_made boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION report_due(wanted text, up_to date, catch_up boolean); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.report_due(wanted text, up_to date, catch_up boolean) IS 'Which reports are to be made for a day, or for each since the last one: of which campaign, as of when, and since when it tells what has changed. Null for an open campaign, and for today.';


--
-- Name: report_heads(timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.report_heads(moment timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT coalesce(jsonb_object_agg(h.chain, jsonb_build_array(coalesce(later.number - 1, h.number), encode(coalesce(later.previous, h.hash), 'hex'))), '{}')
    FROM audit_head h
    LEFT JOIN (
        SELECT DISTINCT ON (a.chain) a.chain, a.number, a.previous FROM audit a
        WHERE a.at AT TIME ZONE 'UTC' >= report_heads.moment AT TIME ZONE 'UTC'
        ORDER BY a.chain, a.number) later USING (chain)
    WHERE coalesce(later.number - 1, h.number) > 0;
$$;


--
-- Name: FUNCTION report_heads(moment timestamp with time zone); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.report_heads(moment timestamp with time zone) IS 'Where each chain of the trail ended at a moment, as audit_heads has it for now.';


--
-- Name: report_keep(text, date, timestamp with time zone, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.report_keep(campaign text, date date, as_of timestamp with time zone, content jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION report_keep(campaign text, date date, as_of timestamp with time zone, content jsonb); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.report_keep(campaign text, date date, as_of timestamp with time zone, content jsonb) IS 'Keeps a report as it was read, and seals the trail as it was at its moment. What is kept already stays.';


--
-- Name: report_letter_begin(text, date, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.report_letter_begin(campaign text, date date, specialist text, email text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
    INSERT INTO report_letter (campaign, date, specialist, email) VALUES ($1, $2, $3, $4);
$_$;


--
-- Name: FUNCTION report_letter_begin(campaign text, date date, specialist text, email text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.report_letter_begin(campaign text, date date, specialist text, email text) IS 'Says that a letter is let go now; refuses where it was before.';


--
-- Name: report_letter_end(text, date, text, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.report_letter_end(campaign text, date date, specialist text, is_sent boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION report_letter_end(campaign text, date date, specialist text, is_sent boolean); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.report_letter_end(campaign text, date date, specialist text, is_sent boolean) IS 'Says that the mail system took a letter; or that it did not, and that it may be sent again.';


--
-- Name: report_stays(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.report_stays() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION 'a report stays as it was made'
        USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'report_stays_as_it_was_made';
END $$;


--
-- Name: FUNCTION report_stays(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.report_stays() IS 'Refuses to change or delete a report.';


--
-- Name: server_role_add(text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.server_role_add(login text, role text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', login, verifier);
    EXECUTE format('GRANT %I TO %I', 'thidua_' || role, login);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login);
EXCEPTION
    -- Said anew: the server's own report repeats the statement, and with it the password's hash.
    WHEN duplicate_object OR unique_violation THEN
        RAISE EXCEPTION 'the server has a role of this name'
            USING ERRCODE = 'unique_violation', TABLE = 'account', CONSTRAINT = 'account_login_is_free_on_the_server';
    WHEN OTHERS OR query_canceled THEN
        RAISE EXCEPTION 'the login could not be made: %', SQLERRM USING ERRCODE = SQLSTATE;
END $$;


--
-- Name: FUNCTION server_role_add(login text, role text, verifier text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.server_role_add(login text, role text, verifier text) IS 'Makes a login that may connect to this database alone.';


--
-- Name: server_role_admit(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.server_role_admit(login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login);
END $$;


--
-- Name: FUNCTION server_role_admit(login text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.server_role_admit(login text) IS 'Lets a login connect to this database.';


--
-- Name: server_role_password(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.server_role_password(login text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    EXECUTE format('ALTER ROLE %I PASSWORD %L', login, verifier);
EXCEPTION WHEN OTHERS OR query_canceled THEN
    RAISE EXCEPTION 'the password could not be set: %', SQLERRM USING ERRCODE = SQLSTATE;  -- without the statement, as above
END $$;


--
-- Name: FUNCTION server_role_password(login text, verifier text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.server_role_password(login text, verifier text) IS 'Gives a login another password.';


--
-- Name: server_role_remove(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.server_role_remove(login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    role text;
BEGIN
    EXECUTE format('ALTER ROLE %I NOLOGIN', login);
    FOR role IN SELECT code FROM access_role WHERE pg_has_role(login, 'thidua_' || code, 'MEMBER') LOOP
        EXECUTE format('REVOKE %I FROM %I', 'thidua_' || role, login);
    END LOOP;
    -- Who is a member of a role may end its sessions, and drop what it owns: large objects, defaults, its right to connect.
    EXECUTE format('GRANT %I TO thidua_accounts', login);
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = login AND pid <> pg_backend_pid();
    EXECUTE format('DROP OWNED BY %I', login);
    BEGIN
        EXECUTE format('DROP ROLE %I', login);
    EXCEPTION WHEN dependent_objects_still_exist THEN
        NULL;  -- another database names it, or somebody else's grant: it cannot log in, and has no role
    END;
EXCEPTION WHEN undefined_object THEN
    NULL;  -- gone already
END $$;


--
-- Name: FUNCTION server_role_remove(login text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.server_role_remove(login text) IS 'Ends a login''s sessions, takes its rights and drops it.';


--
-- Name: share(regclass, regrole); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.share(relation regclass, reader regrole) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    EXECUTE format('GRANT SELECT ON %s TO %s', relation, reader);
    EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO %s USING (true)',
                   replace(reader::text, 'thidua_', '') || '_reads_all', relation, reader);
END $$;


--
-- Name: FUNCTION share(relation regclass, reader regrole); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.share(relation regclass, reader regrole) IS 'Shows all rows of a table to a role.';


--
-- Name: sheet_header_nearest(text, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.sheet_header_nearest(form text, cells text[]) RETURNS TABLE("position" integer, field text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT DISTINCT ON (given.position) given.position::integer, h.field
    FROM unnest(sheet_header_nearest.cells) WITH ORDINALITY AS given (cell, position)
    JOIN sheet_header h ON h.form = sheet_header_nearest.form
    CROSS JOIN LATERAL (SELECT likeness(h.alias, replace(fold(left(given.cell, 256)), ' ', '')) OFFSET 0) AS l (likeness)
    WHERE l.likeness >= 0.3
    ORDER BY given.position, l.likeness DESC, h.alias;
$$;


--
-- Name: FUNCTION sheet_header_nearest(form text, cells text[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.sheet_header_nearest(form text, cells text[]) IS 'The field whose name is nearest to each cell of a header.';


--
-- Name: sheet_header_read(text, text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.sheet_header_read(form text, cells text[]) RETURNS TABLE("position" integer, field text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT given.position::integer, h.field
    FROM unnest(sheet_header_read.cells) WITH ORDINALITY AS given (cell, position)
    JOIN sheet_header h ON (h.form, h.alias) = (sheet_header_read.form, replace(fold(left(given.cell, 256)), ' ', ''))
    ORDER BY given.position;
$$;


--
-- Name: FUNCTION sheet_header_read(form text, cells text[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.sheet_header_read(form text, cells text[]) IS 'What the cells of a header mean, as far as they mean anything.';


--
-- Name: staffing_intake; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.staffing_intake (
    row_number integer NOT NULL,
    place integer NOT NULL,
    unit_code text,
    unit text,
    headcount text,
    name integer,
    code text COLLATE pg_catalog."C",
    civil_servants integer
);


--
-- Name: TABLE staffing_intake; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_intake IS 'The cells of the file being imported, as they stand there.';


--
-- Name: COLUMN staffing_intake.row_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.row_number IS 'The row of the file, from 1, as a spreadsheet numbers it.';


--
-- Name: COLUMN staffing_intake.place; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.place IS 'Its province and kind: see staffing_intake_place.';


--
-- Name: COLUMN staffing_intake.unit_code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.unit_code IS 'Cell of the column "Mã đơn vị" otherwise; empty where the file has none.';


--
-- Name: COLUMN staffing_intake.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.unit IS 'Cell of the column "Đơn vị", where it has no number.';


--
-- Name: COLUMN staffing_intake.headcount; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.headcount IS 'Cell of the column "Số công chức" otherwise.';


--
-- Name: COLUMN staffing_intake.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.name IS 'Its name: see staffing_intake_name; null where the file has too many.';


--
-- Name: COLUMN staffing_intake.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.code IS 'Cell of the column "Mã đơn vị", where reading it would change nothing in it.';


--
-- Name: COLUMN staffing_intake.civil_servants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.civil_servants IS 'Cell of the column "Số công chức", where it is a number and nothing else.';


--
-- Name: staffing_intake_sum; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.staffing_intake_sum WITH (security_invoker='true') AS
 SELECT staffing_intake.place,
    count(*) AS units,
    sum(COALESCE(staffing_intake.civil_servants, public.read_count(staffing_intake.headcount))) AS civil_servants,
    min(staffing_intake.code) AS first_code,
    max(staffing_intake.code) AS last_code,
    ((count(staffing_intake.code) < count(*)) OR bool_or((NOT public.is_code(staffing_intake.code)))) AS codes_may_be_odd,
    (bool_or(((NOT public.is_plain_text(staffing_intake.unit)) OR (staffing_intake.unit !~ '[0-9A-Za-z]'::text))) IS TRUE) AS names_may_be_odd
   FROM public.staffing_intake
  GROUP BY staffing_intake.place;


--
-- Name: VIEW staffing_intake_sum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.staffing_intake_sum IS 'The rows of each place together, and whether some of their cells must be looked at one by one.';


--
-- Name: staffing_check(bigint, public.staffing_intake_sum[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_check(staffing_table bigint, sums public.staffing_intake_sum[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    number bigint := staffing_check.staffing_table;
    -- A number for the house of each place, in the places' order.
    houses bigint[] := ARRAY(SELECT dense_rank() OVER (ORDER BY p.house) FROM staffing_place_read p ORDER BY p.place);
    codes_may_be_elsewhere boolean;
    names_may_be_twice boolean;
    refused text;
BEGIN
    -- Of most files the sums tell that they are right. Of the others the rows are asked.
    SELECT bool_or(s.codes_may_be_odd OR NOT starts_with(s.first_code, p.house) OR NOT starts_with(s.last_code, p.house))
           OR EXISTS (SELECT FROM unit u WHERE NOT starts_with(u.code, u.house))
    INTO codes_may_be_elsewhere
    FROM unnest(sums) s JOIN staffing_place_read p USING (place);
    SELECT count(*) > count(DISTINCT (houses[i.place + 1] << 32) + i.name)
           OR EXISTS (SELECT FROM staffing_intake_name n GROUP BY n.key HAVING count(*) > 1)
    INTO names_may_be_twice FROM staffing_intake i;

    SELECT CASE
        WHEN ((SELECT bool_or(s.names_may_be_odd) FROM unnest(sums) s)
              OR EXISTS (SELECT FROM staffing_intake_name n WHERE NOT is_plain_text(n.plain) OR n.key = ''))
             AND EXISTS (SELECT FROM staffing_intake_named r WHERE NOT is_plain_text(r.name) OR r.key = '')
        THEN 'text_is_one_plain_line'
        WHEN (SELECT bool_or(s.codes_may_be_odd) FROM unnest(sums) s)
             AND EXISTS (SELECT FROM staffing_row r WHERE r.staffing_table = number AND NOT is_code(r.unit))
        THEN 'code_is_in_plain_capitals'
        WHEN codes_may_be_elsewhere
             AND EXISTS (SELECT FROM staffing_row r JOIN unit u ON u.code = r.unit WHERE r.staffing_table = number AND u.house <> r.house)
        THEN 'unit_stays_in_its_house'
        -- Hashes of keys are shorter, and tell whether keys may be the same.
        WHEN names_may_be_twice
             AND (SELECT count(*) > count(DISTINCT hashtextextended(r.key, hashtextextended(r.house, 0))) FROM staffing_intake_named r)
             AND EXISTS (SELECT FROM staffing_intake_named r GROUP BY r.house, r.key HAVING count(*) > 1)
        THEN 'staffing_unit_is_listed_once'
        WHEN EXISTS (
            SELECT FROM (
                SELECT u.house, fold(u.name) AS key FROM unit u
                WHERE u.house IN (SELECT p.house FROM staffing_place_read p) AND u.code <> u.house
                  AND NOT EXISTS (SELECT FROM staffing_row r WHERE (r.staffing_table, r.unit) = (number, u.code)) OFFSET 0) u
            JOIN staffing_intake_named r ON (r.house, r.key) = (u.house, u.key)
            WHERE r.kind <> r.house_kind)
        THEN 'unit_name_is_unique_in_its_house' END
    INTO refused;
    IF refused IS NOT NULL THEN
        RAISE EXCEPTION 'the file contradicts itself, or the registry'
            USING ERRCODE = 'check_violation', TABLE = 'staffing_row', CONSTRAINT = refused;
    END IF;
END $$;


--
-- Name: FUNCTION staffing_check(staffing_table bigint, sums public.staffing_intake_sum[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_check(staffing_table bigint, sums public.staffing_intake_sum[]) IS 'Refuses what was just stored from the intake where it lists a unit twice, or another house''s unit, or gives a name that another unit bears.';


--
-- Name: staffing_difference(bigint, bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_difference(earlier bigint, later bigint) RETURNS TABLE(change text, house text, unit text, kind text, name text, civil_servants_before integer, civil_servants_after integer, name_before text, kind_before text, nominations bigint[])
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET work_mem TO '64MB'
    AS $$
    WITH before AS (
        SELECT r.house, r.unit, r.kind, r.name, r.civil_servants FROM staffing_row r WHERE r.staffing_table = earlier
        UNION ALL
        SELECT f.house, f.unit, f.kind, f.name, f.civil_servants FROM staffing_in_force f
        WHERE earlier IS NULL AND f.house IN (SELECT h.house FROM staffing_house h WHERE h.staffing_table = later)
    ), after AS (
        SELECT r.house, r.unit, r.kind, r.name, r.civil_servants FROM staffing_row r WHERE r.staffing_table = later
    )
    SELECT CASE WHEN b.unit IS NULL THEN 'added' WHEN a.unit IS NULL THEN 'missing' ELSE 'changed' END,
           house, unit, coalesce(a.kind, b.kind), coalesce(a.name, b.name), b.civil_servants, a.civil_servants, b.name, b.kind,
           CASE WHEN a.unit IS NULL THEN ARRAY(
               SELECT n.id FROM nomination n JOIN campaign_status c ON c.code = n.campaign
               WHERE c.is_open AND n.stands AND b.unit IN (n.collective, n.workplace) ORDER BY n.id) END
    FROM before b FULL JOIN after a USING (house, unit)
    WHERE (b.kind, b.name, b.civil_servants) IS DISTINCT FROM (a.kind, a.name, a.civil_servants)
    ORDER BY house, unit <> house, unit;
$$;


--
-- Name: FUNCTION staffing_difference(earlier bigint, later bigint); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_difference(earlier bigint, later bigint) IS 'What units a table adds, changes and leaves out against another one, or against what is in force where that is null; with the nominations that name those left out.';


--
-- Name: staffing_difference_count(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_difference_count(later bigint) RETURNS TABLE(added bigint, changed bigint, missing bigint)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET work_mem TO '64MB'
    SET enable_nestloop TO 'off'
    AS $$
    WITH kept AS (
        SELECT count(*) AS units,
               count(*) FILTER (WHERE (f.kind, f.name, f.civil_servants) <> (r.kind, r.name, r.civil_servants)) AS changed
        FROM staffing_in_force f JOIN staffing_row r ON (r.staffing_table, r.house, r.unit) = (later, f.house, f.unit)
    )
    SELECT (SELECT sum(h.units) FROM staffing_house h WHERE h.staffing_table = later) - kept.units,
           kept.changed,
           (SELECT coalesce(sum(before.units), 0) FROM staffing_current c
            JOIN staffing_house before USING (staffing_table, house)
            JOIN staffing_house after ON (after.staffing_table, after.house) = (later, c.house)) - kept.units
    FROM kept;
$$;


--
-- Name: FUNCTION staffing_difference_count(later bigint); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_difference_count(later bigint) IS 'How many units a table adds, changes and leaves out against what is in force.';


--
-- Name: staffing_enter_units(text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_enter_units(houses text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET work_mem TO '64MB'
    SET jit TO 'off'
    AS $$
BEGIN
    -- Two tables may have been stored before either was applied: what the import found free may be taken by now.
    IF EXISTS (SELECT FROM staffing_in_force r JOIN unit u ON u.code = r.unit WHERE r.house = ANY (houses) AND u.house <> r.house) THEN
        RAISE EXCEPTION 'a unit would move to another house'
            USING ERRCODE = 'check_violation', TABLE = 'unit', CONSTRAINT = 'unit_stays_in_its_house';
    END IF;

    -- Names may go round among units: those that change make room first.
    UPDATE unit u SET name = '~ ' || u.code, staffing_table = NULL
    FROM staffing_in_force r
    WHERE r.house = ANY (houses) AND r.unit = u.code AND r.unit <> r.house AND r.name <> u.name;

    -- So does a unit that is listed no more, and whose name another bears now.
    UPDATE unit u SET name = left(u.name, 256 - length(u.code)) || ' (' || u.code || ')'
    FROM staffing_in_force r LEFT JOIN unit bearer ON bearer.code = r.unit
    WHERE r.house = ANY (houses) AND r.unit <> r.house AND r.name IS DISTINCT FROM bearer.name
      AND (u.house, fold(u.name)) = (r.house, fold(r.name)) AND u.code <> r.unit
      AND NOT EXISTS (SELECT FROM staffing_in_force listed WHERE (listed.house, listed.unit) = (u.house, u.code));

    INSERT INTO unit AS u (code, kind, name, parent, staffing_table)
    SELECT r.unit, r.kind, r.name, r.house, r.staffing_table
    FROM staffing_in_force r
    WHERE r.house = ANY (houses) AND r.unit <> r.house
    ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name, staffing_table = excluded.staffing_table
        WHERE (u.kind, u.name) IS DISTINCT FROM (excluded.kind, excluded.name);
END $$;


--
-- Name: FUNCTION staffing_enter_units(houses text[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_enter_units(houses text[]) IS 'Makes the units of these houses what the staffing tables in force say. None is ever deleted.';


--
-- Name: staffing_intake_empty(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_intake_empty() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    -- Many rows are better cut off than deleted one by one, unless somebody, such as a backup, holds the table.
    IF EXISTS (SELECT FROM staffing_intake OFFSET 100000) THEN
        LOCK TABLE staffing_intake IN ACCESS EXCLUSIVE MODE NOWAIT;
        TRUNCATE staffing_intake;
    END IF;
    DELETE FROM staffing_intake;
    DELETE FROM staffing_intake_place;
    DELETE FROM staffing_intake_name;
EXCEPTION WHEN lock_not_available THEN
    DELETE FROM staffing_intake;
    DELETE FROM staffing_intake_place;
    DELETE FROM staffing_intake_name;
END $$;


--
-- Name: FUNCTION staffing_intake_empty(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_intake_empty() IS 'Empties the intake, as every import does before it ends.';


--
-- Name: staffing_intake_sums(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_intake_sums() RETURNS SETOF public.staffing_intake_sum
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET jit TO 'off'
    AS $$
BEGIN
    RETURN QUERY SELECT * FROM staffing_intake_sum;
END $$;


--
-- Name: FUNCTION staffing_intake_sums(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_intake_sums() IS 'staffing_intake_sum, read by all processors.';


--
-- Name: staffing_lock(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_lock() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    LOCK TABLE staffing_current IN SHARE ROW EXCLUSIVE MODE;
$$;


--
-- Name: FUNCTION staffing_lock(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_lock() IS 'One import at a time: holds the others off until the transaction ends.';


--
-- Name: staffing_store(date, text, bytea, text, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_store(as_of date, file_name text, sha256 bytea, mode text, origin jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET work_mem TO '64MB'
    SET jit TO 'off'
    SET enable_nestloop TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
DECLARE
    number bigint;
    sums staffing_intake_sum[] := ARRAY(SELECT s FROM staffing_intake_sums() s);
BEGIN
    INSERT INTO staffing_table (as_of, file_name, sha256, mode, origin)
    VALUES (staffing_store.as_of, staffing_store.file_name, staffing_store.sha256, staffing_store.mode, staffing_store.origin)
    RETURNING id INTO number;

    -- What could not be read is null, and refused.
    INSERT INTO staffing_row (staffing_table, house, unit, kind, name, civil_servants)
    SELECT number, CASE WHEN r.is_named THEN r.house END, r.code, r.kind, r.name, r.civil_servants FROM staffing_intake_read r;
    PERFORM staffing_check(number, sums);

    WITH kept AS (
        INSERT INTO staffing_row (staffing_table, house, unit, kind, name, civil_servants)
        SELECT number, f.house, f.unit, f.kind, f.name, f.civil_servants FROM staffing_in_force f
        WHERE staffing_store.mode = 'merge' AND f.house IN (SELECT p.house FROM staffing_place_read p)
          AND NOT EXISTS (SELECT FROM staffing_row r WHERE (r.staffing_table, r.unit) = (number, f.unit))
        RETURNING house, kind, civil_servants
    )
    INSERT INTO staffing_house (staffing_table, house, units, area_offices, civil_servants)
    SELECT number, part.house, sum(part.units), coalesce(sum(part.units) FILTER (WHERE part.kind = 'area_office'), 0), sum(part.civil_servants)
    FROM (SELECT p.house, p.kind, s.units, s.civil_servants FROM unnest(sums) s JOIN staffing_place_read p USING (place)
          UNION ALL
          SELECT k.house, k.kind, 1, k.civil_servants FROM kept k) part
    WHERE part.house IS NOT NULL AND part.kind IS NOT NULL GROUP BY part.house;
    RETURN number;
END $$;


--
-- Name: FUNCTION staffing_store(as_of date, file_name text, sha256 bytea, mode text, origin jsonb); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_store(as_of date, file_name text, sha256 bytea, mode text, origin jsonb) IS 'Keeps the intake as a staffing table, applied to nothing yet, and returns its number; or refuses: staffing_intake_error then says why.';


--
-- Name: staffing_take_back(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_take_back(staffing_table bigint) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    number bigint := staffing_take_back.staffing_table;
    houses text[] := ARRAY(SELECT c.house::text FROM staffing_current c WHERE c.staffing_table = number ORDER BY c.house);
BEGIN
    UPDATE staffing_current c
    SET staffing_table = earlier.staffing_table, applied_at = clock_timestamp(), application = earlier.id
    FROM staffing_application this JOIN staffing_application earlier ON earlier.id = this.follows
    WHERE c.house = ANY (houses) AND this.id = c.application;
    -- Where nothing was in force before, nothing is again.
    DELETE FROM staffing_current c WHERE c.house = ANY (houses) AND c.staffing_table = number
        AND (SELECT a.follows IS NULL FROM staffing_application a WHERE a.id = c.application);
    PERFORM staffing_enter_units(houses);
    RETURN QUERY SELECT unnest(houses);
END $$;


--
-- Name: FUNCTION staffing_take_back(staffing_table bigint); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_take_back(staffing_table bigint) IS 'Puts in force again what was before this table, for every house in which it is in force; returns these. quota_apply() is to follow.';


--
-- Name: staffing_take_effect(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_take_effect(staffing_table bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    number bigint := staffing_take_effect.staffing_table;
BEGIN
    WITH applied AS (
        INSERT INTO staffing_application (staffing_table, house, follows)
        SELECT number, h.house, c.application
        FROM staffing_house h LEFT JOIN staffing_current c USING (house)
        -- What is in force already is not applied again: to take it back would leave it in force.
        WHERE h.staffing_table = number AND c.staffing_table IS DISTINCT FROM number
        ORDER BY h.house
        RETURNING *
    )
    INSERT INTO staffing_current (house, staffing_table, applied_at, application)
    SELECT a.house, a.staffing_table, a.applied_at, a.id FROM applied a
    ON CONFLICT (house) DO UPDATE
        SET staffing_table = excluded.staffing_table, applied_at = excluded.applied_at, application = excluded.application;
    PERFORM staffing_enter_units(ARRAY(SELECT h.house::text FROM staffing_house h WHERE h.staffing_table = number));
END $$;


--
-- Name: FUNCTION staffing_take_effect(staffing_table bigint); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_take_effect(staffing_table bigint) IS 'Puts a staffing table in force for the houses that it names, and enters its units; quota_apply() is to follow.';


--
-- Name: tidy_prose(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tidy_prose(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN NULLIF(regexp_replace(regexp_replace(NORMALIZE(value, NFC), '\r\n?'::text, '
'::text, 'g'::text), '^\s+|\s+$'::text, ''::text, 'g'::text), ''::text);


--
-- Name: FUNCTION tidy_prose(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.tidy_prose(value text) IS 'Paragraphs as people type them: NFC, trimmed, lines ended alike; null if nothing is left.';


--
-- Name: unit_code_from_name(text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.unit_code_from_name(house text, kind text, name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT CASE WHEN ((unit_code_from_name.kind = 'area_office'::text) AND (area.number IS NOT NULL)) THEN ((unit_code_from_name.house || '-KV'::text) || lpad(area.number, GREATEST(2, length(area.number)), '0'::text)) ELSE "left"(((unit_code_from_name.house || '-'::text) || upper(replace(public.fold(unit_code_from_name.name), ' '::text, '-'::text))), 64) END AS "left" FROM (SELECT "substring"(public.fold(unit_code_from_name.name), 'khu vuc ([0-9]+)'::text) AS number) area);


--
-- Name: FUNCTION unit_code_from_name(house text, kind text, name text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.unit_code_from_name(house text, kind text, name text) IS 'The stable code of a unit to which the file gives none: "Phòng THADS khu vực 3" of 01 is 01-KV03.';


--
-- Name: user_add(text, text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.user_add(login text, role text, unit text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
BEGIN
    IF (verifier ~ '^SCRAM-SHA-256\$[1-9][0-9]{3,8}:[A-Za-z0-9+/]{11,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') IS NOT TRUE THEN
        RAISE EXCEPTION 'the password is to be sent as its SCRAM verifier'
            USING ERRCODE = 'check_violation', TABLE = 'account', CONSTRAINT = 'account_password_is_sent_hashed';
    END IF;
    INSERT INTO account (login, role, unit, house)
    VALUES (user_add.login, user_add.role, user_add.unit,
            -- A unit that sends no dossiers, or does not exist, is left for the foreign key to refuse.
            coalesce((SELECT u.proposes_under FROM unit u WHERE u.code = user_add.unit), user_add.unit));
    PERFORM server_role_add(login, role, verifier);
END $_$;


--
-- Name: FUNCTION user_add(login text, role text, unit text, verifier text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.user_add(login text, role text, unit text, verifier text) IS 'Makes a login with a role and, for a clerk, a unit. The password comes as its SCRAM verifier.';


--
-- Name: user_remove(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.user_remove(login text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF login = session_user THEN
        RAISE EXCEPTION 'nobody removes the login they use'
            USING ERRCODE = 'check_violation', TABLE = 'account', CONSTRAINT = 'account_is_removed_by_another';
    END IF;
    UPDATE account a SET removed_at = clock_timestamp(), removed_by = session_user
    WHERE a.login = user_remove.login AND a.removed_at IS NULL;
    IF FOUND THEN
        PERFORM server_role_remove(login);
        RETURN true;
    END IF;
    RETURN false;
END $$;


--
-- Name: FUNCTION user_remove(login text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.user_remove(login text) IS 'Takes a login away; its name stays in `account` and in the trail. False where there is none.';


--
-- Name: user_set_password(text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.user_set_password(login text, verifier text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
BEGIN
    IF (verifier ~ '^SCRAM-SHA-256\$[1-9][0-9]{3,8}:[A-Za-z0-9+/]{11,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') IS NOT TRUE THEN
        RAISE EXCEPTION 'the password is to be sent as its SCRAM verifier'
            USING ERRCODE = 'check_violation', TABLE = 'account', CONSTRAINT = 'account_password_is_sent_hashed';
    END IF;
    -- Everyone may change their own; administrators anyone's.
    UPDATE account a SET password_set_at = clock_timestamp(), password_set_by = session_user
    WHERE a.login = user_set_password.login AND a.removed_at IS NULL
      AND (a.login = session_user OR is_administrator());
    IF FOUND THEN
        PERFORM server_role_password(login, verifier);
    END IF;
    RETURN FOUND;
END $_$;


--
-- Name: FUNCTION user_set_password(login text, verifier text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.user_set_password(login text, verifier text) IS 'Gives a login another password; false where the caller has no such login to change.';


--
-- Name: audit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit (
    chain text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    login text NOT NULL,
    tool text NOT NULL,
    relation text NOT NULL COLLATE pg_catalog."C",
    nomination bigint,
    before jsonb,
    after jsonb,
    personal bytea,
    previous bytea NOT NULL,
    hash bytea NOT NULL
);
ALTER TABLE ONLY public.audit ALTER COLUMN chain SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN login SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN tool SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN relation SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN before SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN after SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN personal SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN previous SET STATISTICS 0;
ALTER TABLE ONLY public.audit ALTER COLUMN hash SET STATISTICS 0;

ALTER TABLE ONLY public.audit FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE audit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit IS 'The trail: who changed what, when, from which tool. Rows are added by audit_change() alone.';


--
-- Name: COLUMN audit.chain; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.chain IS 'The unit; * for what belongs to none.';


--
-- Name: COLUMN audit.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.number IS 'Its number in the chain, from 1, without gaps.';


--
-- Name: COLUMN audit.at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.at IS 'When, by the database''s clock.';


--
-- Name: COLUMN audit.login; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.login IS 'Who: the login, whatever role it acts as.';


--
-- Name: COLUMN audit.tool; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.tool IS 'From which tool and version, by its own account: the connection''s application_name.';


--
-- Name: COLUMN audit.relation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.relation IS 'The table changed.';


--
-- Name: COLUMN audit.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.nomination IS 'The nomination that it is about, if any.';


--
-- Name: COLUMN audit.before; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.before IS 'The row before, without what is personal; null where it is new.';


--
-- Name: COLUMN audit.after; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.after IS 'The row after, without what is personal; null where it was deleted.';


--
-- Name: COLUMN audit.personal; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.personal IS 'SHA-256 of what is personal in it: see audit_personal. Null where nothing is.';


--
-- Name: COLUMN audit.previous; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.previous IS 'The hash of the row before it in the chain; of nothing, for the first.';


--
-- Name: COLUMN audit.hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit.hash IS 'SHA-256 of all of this: see audit_hash().';


--
-- Name: audit_personal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_personal (
    chain text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    before jsonb,
    after jsonb,
    salt uuid NOT NULL
);
ALTER TABLE ONLY public.audit_personal ALTER COLUMN chain SET STATISTICS 0;
ALTER TABLE ONLY public.audit_personal ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.audit_personal ALTER COLUMN before SET STATISTICS 0;
ALTER TABLE ONLY public.audit_personal ALTER COLUMN after SET STATISTICS 0;
ALTER TABLE ONLY public.audit_personal ALTER COLUMN salt SET STATISTICS 0;

ALTER TABLE ONLY public.audit_personal FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE audit_personal; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_personal IS 'What is personal in the rows of the trail. Shown to whom the row itself is shown.';


--
-- Name: COLUMN audit_personal.chain; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_personal.chain IS 'The chain.';


--
-- Name: COLUMN audit_personal.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_personal.number IS 'The row''s number in it.';


--
-- Name: COLUMN audit_personal.before; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_personal.before IS 'Before the change; null where the row is new.';


--
-- Name: COLUMN audit_personal.after; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_personal.after IS 'After it; null where the row was deleted.';


--
-- Name: COLUMN audit_personal.salt; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_personal.salt IS 'Drawn at random, so that whoever sees the hash alone cannot find the values by trying.';


--
-- Name: dossier; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dossier (
    unit public.code NOT NULL,
    campaign public.code NOT NULL,
    house public.code NOT NULL,
    is_open boolean DEFAULT true NOT NULL,
    submitted_at timestamp with time zone,
    returned_at timestamp with time zone,
    return_reason public.prose,
    paper_at timestamp with time zone,
    email_at timestamp with time zone,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT dossier_channel_time_has_passed CHECK (((paper_at <= changed_at) AND (email_at <= changed_at))),
    CONSTRAINT dossier_is_closed_by_submitting CHECK ((is_open OR (submitted_at IS NOT NULL))),
    CONSTRAINT dossier_return_says_why CHECK (((returned_at IS NULL) = (return_reason IS NULL)))
);
ALTER TABLE ONLY public.dossier ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.dossier ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.dossier ALTER COLUMN house SET STATISTICS 0;
ALTER TABLE ONLY public.dossier ALTER COLUMN is_open SET STATISTICS 0;
ALTER TABLE ONLY public.dossier ALTER COLUMN submitted_at SET STATISTICS 0;
ALTER TABLE ONLY public.dossier ALTER COLUMN returned_at SET STATISTICS 0;
ALTER TABLE ONLY public.dossier ALTER COLUMN return_reason SET STATISTICS 0;
ALTER TABLE ONLY public.dossier ALTER COLUMN paper_at SET STATISTICS 0;
ALTER TABLE ONLY public.dossier ALTER COLUMN email_at SET STATISTICS 0;
ALTER TABLE ONLY public.dossier ALTER COLUMN changed_at SET STATISTICS 0;

ALTER TABLE ONLY public.dossier FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE dossier; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.dossier IS 'What a unit sends for a campaign (D1).';


--
-- Name: COLUMN dossier.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier.unit IS 'The unit that sends it: a province, a bureau, or the headquarters.';


--
-- Name: COLUMN dossier.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier.campaign IS 'The campaign.';


--
-- Name: COLUMN dossier.house; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier.house IS 'The house of that unit.';


--
-- Name: COLUMN dossier.is_open; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier.is_open IS 'Whether it may be changed; not while it is submitted (D6).';


--
-- Name: COLUMN dossier.submitted_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier.submitted_at IS 'When it was last submitted, by the database''s clock.';


--
-- Name: COLUMN dossier.returned_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier.returned_at IS 'When it was last returned.';


--
-- Name: COLUMN dossier.return_reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier.return_reason IS 'Why it was.';


--
-- Name: COLUMN dossier.paper_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier.paper_at IS 'When the paper set arrived at the Department (D4, T4).';


--
-- Name: COLUMN dossier.email_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier.email_at IS 'When the soft copy arrived by e-mail at the area specialist''s (D4).';


--
-- Name: COLUMN dossier.changed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier.changed_at IS 'When it last changed.';


--
-- Name: nomination; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.nomination (
    unit public.code NOT NULL,
    id bigint DEFAULT public.random_id() NOT NULL,
    campaign public.code NOT NULL,
    holder public.code NOT NULL,
    award text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    stage text DEFAULT 'proposal'::text NOT NULL COLLATE pg_catalog."C",
    collective public.code,
    staff_no public.code,
    nominee_name public.plain_text,
    "position" public.plain_text,
    workplace public.code,
    state text DEFAULT 'draft'::text NOT NULL COLLATE pg_catalog."C",
    came_from text COLLATE pg_catalog."C",
    bar text COLLATE pg_catalog."C",
    reason public.prose,
    stands boolean GENERATED ALWAYS AS ((state <> ALL (ARRAY['withdrawn'::text, 'disqualified'::text]))) STORED NOT NULL,
    is_open boolean GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['draft'::text, 'returned'::text])) THEN true
    WHEN (state <> ALL (ARRAY['withdrawn'::text, 'disqualified'::text])) THEN false
    ELSE NULL::boolean
END) STORED,
    nominee text GENERATED ALWAYS AS (
CASE
    WHEN (state <> 'withdrawn'::text) THEN public.nominee_key((holder)::text, (collective)::text, (staff_no)::text)
    ELSE NULL::text
END) STORED COLLATE pg_catalog."C",
    endorsed bigint GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['endorsed'::text, 'awarded'::text])) THEN id
    ELSE NULL::bigint
END) STORED,
    allowed integer,
    slot integer,
    entered_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT nomination_begins_as_a_draft CHECK (((came_from IS NOT NULL) OR (state = 'draft'::text))),
    CONSTRAINT nomination_bureau_proposes_its_own CHECK ((((unit)::text = (holder)::text) OR ((unit)::text = (COALESCE(collective, workplace))::text))),
    CONSTRAINT nomination_disqualification_says_why CHECK ((((state = 'disqualified'::text) = (bar IS NOT NULL)) AND ((bar IS NULL) = (reason IS NULL)))),
    CONSTRAINT nomination_holds_a_slot_while_it_stands CHECK ((((slot IS NOT NULL) = stands) AND ((slot IS NULL) = (allowed IS NULL)))),
    CONSTRAINT nomination_is_a_proposal CHECK ((stage = 'proposal'::text)),
    CONSTRAINT nomination_names_a_collective_or_a_person CHECK ((((subject = 'collective'::text) = (collective IS NOT NULL)) AND ((subject = 'individual'::text) = (staff_no IS NOT NULL)) AND ((staff_no IS NULL) = ("position" IS NULL)) AND ((staff_no IS NULL) = (workplace IS NULL)))),
    CONSTRAINT nomination_slot_is_within_quota CHECK (((slot >= 1) AND (slot <= allowed)))
);
ALTER TABLE ONLY public.nomination ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN holder SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN award SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN stage SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN collective SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN staff_no SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN nominee_name SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN "position" SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN workplace SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN state SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN came_from SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN bar SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN stands SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN is_open SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN nominee SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN endorsed SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN allowed SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN slot SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN entered_at SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN changed_at SET STATISTICS 0;

ALTER TABLE ONLY public.nomination FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.nomination IS 'A unit''s proposal that a collective or a person be given an award.';


--
-- Name: COLUMN nomination.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.unit IS 'The unit that proposes: a province, a bureau, or the headquarters itself.';


--
-- Name: COLUMN nomination.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.id IS 'The number by which the tool calls it.';


--
-- Name: COLUMN nomination.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.campaign IS 'The campaign.';


--
-- Name: COLUMN nomination.holder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.holder IS 'The house whose quota it draws on.';


--
-- Name: COLUMN nomination.award; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.award IS 'The award.';


--
-- Name: COLUMN nomination.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.subject IS 'A collective or an individual.';


--
-- Name: COLUMN nomination.stage; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.stage IS 'Always proposal: which of the holder''s quotas it draws on.';


--
-- Name: COLUMN nomination.collective; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.collective IS 'The unit nominated; null for a person.';


--
-- Name: COLUMN nomination.staff_no; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.staff_no IS 'The person nominated; null for a collective.';


--
-- Name: COLUMN nomination.nominee_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.nominee_name IS 'What the nominee was called while it could still be changed: a later name changes no closed campaign.';


--
-- Name: COLUMN nomination."position"; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination."position" IS 'The person''s position at the time; null for a collective.';


--
-- Name: COLUMN nomination.workplace; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.workplace IS 'The unit where the person works; null for a collective.';


--
-- Name: COLUMN nomination.state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.state IS 'Its state.';


--
-- Name: COLUMN nomination.came_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.came_from IS 'The state before this one; null for a draft that was just entered.';


--
-- Name: COLUMN nomination.bar; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.bar IS 'The fact for which it was disqualified (N5).';


--
-- Name: COLUMN nomination.reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.reason IS 'Why it was disqualified, in words.';


--
-- Name: COLUMN nomination.stands; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.stands IS 'Whether it counts: not once it is withdrawn or disqualified.';


--
-- Name: COLUMN nomination.is_open; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.is_open IS 'True while it may be changed, false once it is submitted; null where it stands no more.';


--
-- Name: COLUMN nomination.nominee; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.nominee IS 'Who is nominated, as one key, while it stands.';


--
-- Name: COLUMN nomination.endorsed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.endorsed IS 'Its number, while it is endorsed or awarded; null else.';


--
-- Name: COLUMN nomination.allowed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.allowed IS 'The quota''s size, by which its slot is judged; null once it stands no more.';


--
-- Name: COLUMN nomination.slot; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.slot IS 'Its place in the quota, from 1; null once it stands no more.';


--
-- Name: COLUMN nomination.entered_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.entered_at IS 'When it was entered, by the database''s clock.';


--
-- Name: COLUMN nomination.changed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.changed_at IS 'When it last changed, by the database''s clock.';


--
-- Name: undone; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.undone WITH (security_invoker='true') AS
 SELECT a.relation,
    a.number,
    COALESCE(a.before, a.after) AS named,
    (a.before || COALESCE(p.before, '{}'::jsonb)) AS before
   FROM (public.audit a
     LEFT JOIN public.audit_personal p USING (chain, number))
  WHERE (((a.at AT TIME ZONE 'UTC'::text) >= ( SELECT (past.clock_timestamp() AT TIME ZONE 'UTC'::text) AS timezone)) AND (NOT ((a.relation = ANY (ARRAY['nomination'::text, 'attestation'::text, 'completion'::text, 'conduct'::text, 'document'::text, 'certification'::text, 'declaration'::text, 'selection_vote'::text])) AND (EXISTS ( SELECT
           FROM public.nomination n
          WHERE ((((n.unit)::text = a.chain) AND (n.id = a.nomination)) AND (n.changed_at < ( SELECT past.clock_timestamp() AS clock_timestamp))))))) AND (NOT ((a.relation = ANY (ARRAY['dossier'::text, 'document'::text])) AND (a.nomination IS NULL) AND (EXISTS ( SELECT
           FROM public.dossier d
          WHERE ((((d.unit)::text = a.chain) AND ((d.campaign)::text = (COALESCE(a.before, a.after) ->> 'campaign'::text))) AND (d.changed_at < ( SELECT past.clock_timestamp() AS clock_timestamp))))))));


--
-- Name: VIEW undone; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.undone IS 'Changes since the moment: the row''s key, and the row before.';


--
-- Name: attestation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attestation (
    unit public.code NOT NULL,
    nomination bigint NOT NULL,
    campaign public.code NOT NULL,
    criterion text NOT NULL COLLATE pg_catalog."C",
    evidence public.prose NOT NULL,
    attested_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
ALTER TABLE ONLY public.attestation ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.attestation ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.attestation ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.attestation ALTER COLUMN criterion SET STATISTICS 0;
ALTER TABLE ONLY public.attestation ALTER COLUMN evidence SET STATISTICS 0;
ALTER TABLE ONLY public.attestation ALTER COLUMN attested_at SET STATISTICS 0;

ALTER TABLE ONLY public.attestation FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE attestation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.attestation IS 'That a nominee meets a criterion (N3).';


--
-- Name: COLUMN attestation.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.attestation.unit IS 'The unit that proposes.';


--
-- Name: COLUMN attestation.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.attestation.nomination IS 'The nomination.';


--
-- Name: COLUMN attestation.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.attestation.campaign IS 'Its campaign.';


--
-- Name: COLUMN attestation.criterion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.attestation.criterion IS 'The criterion.';


--
-- Name: COLUMN attestation.evidence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.attestation.evidence IS 'By what it can be seen.';


--
-- Name: COLUMN attestation.attested_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.attestation.attested_at IS 'When it was attested.';


--
-- Name: attestation; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.attestation WITH (security_invoker='true') AS
 SELECT r.unit,
    r.nomination,
    r.campaign,
    r.criterion,
    r.evidence,
    r.attested_at
   FROM public.attestation r
  WHERE ((NOT (((r.unit)::text, r.nomination, r.criterion) IN ( SELECT (u.named ->> 'unit'::text) AS text,
            ((u.named ->> 'nomination'::text))::bigint AS int8,
            (u.named ->> 'criterion'::text) AS text
           FROM past.undone u
          WHERE (u.relation = 'attestation'::text)))) AND true)
UNION ALL
 SELECT r.unit,
    r.nomination,
    r.campaign,
    r.criterion,
    r.evidence,
    r.attested_at
   FROM (( SELECT DISTINCT ON ((u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint, (u.named ->> 'criterion'::text)) u.before
           FROM past.undone u
          WHERE (u.relation = 'attestation'::text)
          ORDER BY (u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint, (u.named ->> 'criterion'::text), u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.attestation, changed.before) r(unit, nomination, campaign, criterion, evidence, attested_at))
  WHERE ((changed.before IS NOT NULL) AND true AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'attestation'::text))) AS "exists"));


--
-- Name: VIEW attestation; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.attestation IS 'The table attestation as it was at the moment.';


--
-- Name: campaign; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.campaign WITH (security_invoker='true') AS
 SELECT r.code,
    r.title,
    r.plan_date,
    r.circular_number,
    r.circular_date,
    r.deadline,
    r.pool,
    r.created_at
   FROM public.campaign r
  WHERE ((NOT ((r.code)::text IN ( SELECT (u.named ->> 'code'::text) AS text
           FROM past.undone u
          WHERE (u.relation = 'campaign'::text)))) AND true)
UNION ALL
 SELECT r.code,
    r.title,
    r.plan_date,
    r.circular_number,
    r.circular_date,
    r.deadline,
    r.pool,
    r.created_at
   FROM (( SELECT DISTINCT ON ((u.named ->> 'code'::text)) u.before
           FROM past.undone u
          WHERE (u.relation = 'campaign'::text)
          ORDER BY (u.named ->> 'code'::text), u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.campaign, changed.before) r(code, title, plan_date, circular_number, circular_date, deadline, pool, created_at))
  WHERE ((changed.before IS NOT NULL) AND true AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'campaign'::text))) AS "exists"));


--
-- Name: VIEW campaign; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.campaign IS 'The table campaign as it was at the moment.';


--
-- Name: certification; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.certification (
    unit public.code NOT NULL,
    nomination bigint NOT NULL,
    document bigint NOT NULL,
    subject text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    nominee text NOT NULL COLLATE pg_catalog."C",
    agency public.code NOT NULL,
    name public.plain_text NOT NULL,
    staff_no public.code NOT NULL,
    CONSTRAINT certification_is_not_of_oneself CHECK ((nominee <> (
CASE subject
    WHEN 'individual'::text THEN staff_no
    ELSE agency
END)::text))
);
ALTER TABLE ONLY public.certification ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.certification ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.certification ALTER COLUMN document SET STATISTICS 0;
ALTER TABLE ONLY public.certification ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE ONLY public.certification ALTER COLUMN role SET STATISTICS 0;
ALTER TABLE ONLY public.certification ALTER COLUMN nominee SET STATISTICS 0;
ALTER TABLE ONLY public.certification ALTER COLUMN agency SET STATISTICS 0;
ALTER TABLE ONLY public.certification ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.certification ALTER COLUMN staff_no SET STATISTICS 0;

ALTER TABLE ONLY public.certification FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE certification; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.certification IS 'Who certified an achievement report (D3).';


--
-- Name: COLUMN certification.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certification.unit IS 'The unit that proposes.';


--
-- Name: COLUMN certification.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certification.nomination IS 'The nomination.';


--
-- Name: COLUMN certification.document; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certification.document IS 'The achievement report.';


--
-- Name: COLUMN certification.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certification.subject IS 'A collective or an individual.';


--
-- Name: COLUMN certification.role; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certification.role IS 'As what: the head of the unit for an individual, the agency that directly manages it for a collective.';


--
-- Name: COLUMN certification.nominee; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certification.nominee IS 'Who is nominated: a staff number, or a unit''s code.';


--
-- Name: COLUMN certification.agency; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certification.agency IS 'The unit in whose name it was certified.';


--
-- Name: COLUMN certification.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certification.name IS 'Who signed.';


--
-- Name: COLUMN certification.staff_no; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certification.staff_no IS 'Their staff number, which alone tells them from the nominee.';


--
-- Name: certification; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.certification WITH (security_invoker='true') AS
 SELECT r.unit,
    r.nomination,
    r.document,
    r.subject,
    r.role,
    r.nominee,
    r.agency,
    r.name,
    r.staff_no
   FROM public.certification r
  WHERE ((NOT (((r.unit)::text, r.nomination) IN ( SELECT (u.named ->> 'unit'::text) AS text,
            ((u.named ->> 'nomination'::text))::bigint AS int8
           FROM past.undone u
          WHERE (u.relation = 'certification'::text)))) AND true)
UNION ALL
 SELECT r.unit,
    r.nomination,
    r.document,
    r.subject,
    r.role,
    r.nominee,
    r.agency,
    r.name,
    r.staff_no
   FROM (( SELECT DISTINCT ON ((u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint) u.before
           FROM past.undone u
          WHERE (u.relation = 'certification'::text)
          ORDER BY (u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint, u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.certification, changed.before) r(unit, nomination, document, subject, role, nominee, agency, name, staff_no))
  WHERE ((changed.before IS NOT NULL) AND true AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'certification'::text))) AS "exists"));


--
-- Name: VIEW certification; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.certification IS 'The table certification as it was at the moment.';


--
-- Name: completion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.completion (
    unit public.code NOT NULL,
    nomination bigint NOT NULL,
    campaign public.code NOT NULL,
    directive public.code NOT NULL,
    completed_on date NOT NULL,
    is_of_quality boolean NOT NULL,
    evidence public.prose NOT NULL,
    attested_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT completion_has_happened CHECK ((completed_on <= ((attested_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date))
);
ALTER TABLE ONLY public.completion ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.completion ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.completion ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.completion ALTER COLUMN directive SET STATISTICS 0;
ALTER TABLE ONLY public.completion ALTER COLUMN completed_on SET STATISTICS 0;
ALTER TABLE ONLY public.completion ALTER COLUMN is_of_quality SET STATISTICS 0;
ALTER TABLE ONLY public.completion ALTER COLUMN evidence SET STATISTICS 0;
ALTER TABLE ONLY public.completion ALTER COLUMN attested_at SET STATISTICS 0;

ALTER TABLE ONLY public.completion FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE completion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.completion IS 'When a nominee completed a directive (N4).';


--
-- Name: COLUMN completion.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.completion.unit IS 'The unit that proposes.';


--
-- Name: COLUMN completion.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.completion.nomination IS 'The nomination.';


--
-- Name: COLUMN completion.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.completion.campaign IS 'Its campaign.';


--
-- Name: COLUMN completion.directive; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.completion.directive IS 'The directive.';


--
-- Name: COLUMN completion.completed_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.completion.completed_on IS 'The day on which the nominee finished.';


--
-- Name: COLUMN completion.is_of_quality; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.completion.is_of_quality IS 'Whether the quality of the data is assured.';


--
-- Name: COLUMN completion.evidence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.completion.evidence IS 'By what it can be seen.';


--
-- Name: COLUMN completion.attested_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.completion.attested_at IS 'When it was attested.';


--
-- Name: completion; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.completion WITH (security_invoker='true') AS
 SELECT r.unit,
    r.nomination,
    r.campaign,
    r.directive,
    r.completed_on,
    r.is_of_quality,
    r.evidence,
    r.attested_at
   FROM public.completion r
  WHERE ((NOT (((r.unit)::text, r.nomination, (r.directive)::text) IN ( SELECT (u.named ->> 'unit'::text) AS text,
            ((u.named ->> 'nomination'::text))::bigint AS int8,
            (u.named ->> 'directive'::text) AS text
           FROM past.undone u
          WHERE (u.relation = 'completion'::text)))) AND true)
UNION ALL
 SELECT r.unit,
    r.nomination,
    r.campaign,
    r.directive,
    r.completed_on,
    r.is_of_quality,
    r.evidence,
    r.attested_at
   FROM (( SELECT DISTINCT ON ((u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint, (u.named ->> 'directive'::text)) u.before
           FROM past.undone u
          WHERE (u.relation = 'completion'::text)
          ORDER BY (u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint, (u.named ->> 'directive'::text), u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.completion, changed.before) r(unit, nomination, campaign, directive, completed_on, is_of_quality, evidence, attested_at))
  WHERE ((changed.before IS NOT NULL) AND true AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'completion'::text))) AS "exists"));


--
-- Name: VIEW completion; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.completion IS 'The table completion as it was at the moment.';


--
-- Name: conduct; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.conduct (
    unit public.code NOT NULL,
    nomination bigint NOT NULL,
    campaign public.code NOT NULL,
    bar text NOT NULL COLLATE pg_catalog."C",
    applies boolean NOT NULL,
    evidence public.prose NOT NULL,
    attested_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
ALTER TABLE ONLY public.conduct ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.conduct ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.conduct ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.conduct ALTER COLUMN bar SET STATISTICS 0;
ALTER TABLE ONLY public.conduct ALTER COLUMN applies SET STATISTICS 0;
ALTER TABLE ONLY public.conduct ALTER COLUMN evidence SET STATISTICS 0;
ALTER TABLE ONLY public.conduct ALTER COLUMN attested_at SET STATISTICS 0;

ALTER TABLE ONLY public.conduct FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE conduct; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.conduct IS 'Whether a fact that would bar a nominee is one (N5).';


--
-- Name: COLUMN conduct.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.conduct.unit IS 'The unit that proposes.';


--
-- Name: COLUMN conduct.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.conduct.nomination IS 'The nomination.';


--
-- Name: COLUMN conduct.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.conduct.campaign IS 'Its campaign.';


--
-- Name: COLUMN conduct.bar; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.conduct.bar IS 'The fact.';


--
-- Name: COLUMN conduct.applies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.conduct.applies IS 'Whether it is so.';


--
-- Name: COLUMN conduct.evidence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.conduct.evidence IS 'By what it can be seen.';


--
-- Name: COLUMN conduct.attested_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.conduct.attested_at IS 'When it was attested.';


--
-- Name: conduct; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.conduct WITH (security_invoker='true') AS
 SELECT r.unit,
    r.nomination,
    r.campaign,
    r.bar,
    r.applies,
    r.evidence,
    r.attested_at
   FROM public.conduct r
  WHERE ((NOT (((r.unit)::text, r.nomination, r.bar) IN ( SELECT (u.named ->> 'unit'::text) AS text,
            ((u.named ->> 'nomination'::text))::bigint AS int8,
            (u.named ->> 'bar'::text) AS text
           FROM past.undone u
          WHERE (u.relation = 'conduct'::text)))) AND true)
UNION ALL
 SELECT r.unit,
    r.nomination,
    r.campaign,
    r.bar,
    r.applies,
    r.evidence,
    r.attested_at
   FROM (( SELECT DISTINCT ON ((u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint, (u.named ->> 'bar'::text)) u.before
           FROM past.undone u
          WHERE (u.relation = 'conduct'::text)
          ORDER BY (u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint, (u.named ->> 'bar'::text), u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.conduct, changed.before) r(unit, nomination, campaign, bar, applies, evidence, attested_at))
  WHERE ((changed.before IS NOT NULL) AND true AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'conduct'::text))) AS "exists"));


--
-- Name: VIEW conduct; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.conduct IS 'The table conduct as it was at the moment.';


--
-- Name: declaration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.declaration (
    unit public.code NOT NULL,
    nomination bigint NOT NULL,
    document bigint NOT NULL
);
ALTER TABLE ONLY public.declaration ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.declaration ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.declaration ALTER COLUMN document SET STATISTICS 0;

ALTER TABLE ONLY public.declaration FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE declaration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.declaration IS 'For which nominations the proposal letter declares what D2 asks for.';


--
-- Name: COLUMN declaration.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.declaration.unit IS 'The unit that proposes.';


--
-- Name: COLUMN declaration.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.declaration.nomination IS 'The nomination.';


--
-- Name: COLUMN declaration.document; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.declaration.document IS 'The proposal letter.';


--
-- Name: declaration; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.declaration WITH (security_invoker='true') AS
 SELECT r.unit,
    r.nomination,
    r.document
   FROM public.declaration r
  WHERE ((NOT (((r.unit)::text, r.nomination) IN ( SELECT (u.named ->> 'unit'::text) AS text,
            ((u.named ->> 'nomination'::text))::bigint AS int8
           FROM past.undone u
          WHERE (u.relation = 'declaration'::text)))) AND true)
UNION ALL
 SELECT r.unit,
    r.nomination,
    r.document
   FROM (( SELECT DISTINCT ON ((u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint) u.before
           FROM past.undone u
          WHERE (u.relation = 'declaration'::text)
          ORDER BY (u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint, u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.declaration, changed.before) r(unit, nomination, document))
  WHERE ((changed.before IS NOT NULL) AND true AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'declaration'::text))) AS "exists"));


--
-- Name: VIEW declaration; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.declaration IS 'The table declaration as it was at the moment.';


--
-- Name: directive; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directive (
    campaign public.code NOT NULL,
    number public.code NOT NULL,
    issued_on date NOT NULL,
    due_on date,
    clause public.plain_text NOT NULL,
    CONSTRAINT directive_is_due_after_it_is_issued CHECK ((due_on >= issued_on))
);
ALTER TABLE ONLY public.directive ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.directive ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.directive ALTER COLUMN issued_on SET STATISTICS 0;
ALTER TABLE ONLY public.directive ALTER COLUMN due_on SET STATISTICS 0;
ALTER TABLE ONLY public.directive ALTER COLUMN clause SET STATISTICS 0;

ALTER TABLE ONLY public.directive FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE directive; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.directive IS 'Directives that a nominee must have completed (N4).';


--
-- Name: COLUMN directive.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive.campaign IS 'The campaign.';


--
-- Name: COLUMN directive.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive.number IS 'Its number.';


--
-- Name: COLUMN directive.issued_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive.issued_on IS 'When it was issued.';


--
-- Name: COLUMN directive.due_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive.due_on IS 'The last day on which completing it is on time; null until an administrator has set it.';


--
-- Name: COLUMN directive.clause; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.directive.clause IS 'The circular''s clause.';


--
-- Name: directive; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.directive WITH (security_invoker='true') AS
 SELECT r.campaign,
    r.number,
    r.issued_on,
    r.due_on,
    r.clause
   FROM public.directive r
  WHERE ((NOT (((r.campaign)::text, (r.number)::text) IN ( SELECT (u.named ->> 'campaign'::text) AS text,
            (u.named ->> 'number'::text) AS text
           FROM past.undone u
          WHERE (u.relation = 'directive'::text)))) AND ((r.campaign)::text = ( SELECT past.campaign_code() AS campaign_code)))
UNION ALL
 SELECT r.campaign,
    r.number,
    r.issued_on,
    r.due_on,
    r.clause
   FROM (( SELECT DISTINCT ON ((u.named ->> 'campaign'::text), (u.named ->> 'number'::text)) u.before
           FROM past.undone u
          WHERE (u.relation = 'directive'::text)
          ORDER BY (u.named ->> 'campaign'::text), (u.named ->> 'number'::text), u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.directive, changed.before) r(campaign, number, issued_on, due_on, clause))
  WHERE ((changed.before IS NOT NULL) AND ((r.campaign)::text = ( SELECT past.campaign_code() AS campaign_code)) AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'directive'::text))) AS "exists"));


--
-- Name: VIEW directive; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.directive IS 'The table directive as it was at the moment.';


--
-- Name: document; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.document (
    unit public.code NOT NULL,
    id bigint DEFAULT public.random_id() NOT NULL,
    campaign public.code NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    nomination bigint,
    part_of text GENERATED ALWAYS AS (
CASE
    WHEN (nomination IS NULL) THEN 'dossier'::text
    ELSE 'nomination'::text
END) STORED NOT NULL COLLATE pg_catalog."C",
    sha256 bytea NOT NULL,
    file_name public.plain_text NOT NULL,
    number public.plain_text,
    dated date,
    signer public.plain_text,
    attached_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
ALTER TABLE ONLY public.document ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN part_of SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN sha256 SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN file_name SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN dated SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN signer SET STATISTICS 0;
ALTER TABLE ONLY public.document ALTER COLUMN attached_at SET STATISTICS 0;

ALTER TABLE ONLY public.document FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE document; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.document IS 'The documents of a dossier (D1): the one of each kind that counts. Replaced ones are in the trail, and their files are kept.';


--
-- Name: COLUMN document.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.unit IS 'The unit whose dossier it is in.';


--
-- Name: COLUMN document.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.id IS 'Its number.';


--
-- Name: COLUMN document.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.campaign IS 'The campaign.';


--
-- Name: COLUMN document.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.kind IS 'What it is.';


--
-- Name: COLUMN document.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.nomination IS 'The nomination that it is about; null for the dossier''s own.';


--
-- Name: COLUMN document.part_of; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.part_of IS 'Whether it is the dossier''s or a nomination''s.';


--
-- Name: COLUMN document.sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.sha256 IS 'Its file.';


--
-- Name: COLUMN document.file_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.file_name IS 'What the file was called.';


--
-- Name: COLUMN document.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.number IS 'Its number, as signed.';


--
-- Name: COLUMN document.dated; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.dated IS 'Its date, as signed.';


--
-- Name: COLUMN document.signer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.signer IS 'Who signed it.';


--
-- Name: COLUMN document.attached_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document.attached_at IS 'When it was attached.';


--
-- Name: document; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.document WITH (security_invoker='true') AS
 SELECT r.unit,
    r.id,
    r.campaign,
    r.kind,
    r.nomination,
    r.part_of,
    r.sha256,
    r.file_name,
    r.number,
    r.dated,
    r.signer,
    r.attached_at
   FROM public.document r
  WHERE ((NOT (((r.unit)::text, r.id) IN ( SELECT (u.named ->> 'unit'::text) AS text,
            ((u.named ->> 'id'::text))::bigint AS int8
           FROM past.undone u
          WHERE (u.relation = 'document'::text)))) AND true)
UNION ALL
 SELECT r.unit,
    r.id,
    r.campaign,
    r.kind,
    r.nomination,
        CASE
            WHEN (r.nomination IS NULL) THEN 'dossier'::text
            ELSE 'nomination'::text
        END AS part_of,
    r.sha256,
    r.file_name,
    r.number,
    r.dated,
    r.signer,
    r.attached_at
   FROM (( SELECT DISTINCT ON ((u.named ->> 'unit'::text), ((u.named ->> 'id'::text))::bigint) u.before
           FROM past.undone u
          WHERE (u.relation = 'document'::text)
          ORDER BY (u.named ->> 'unit'::text), ((u.named ->> 'id'::text))::bigint, u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.document, changed.before) r(unit, id, campaign, kind, nomination, part_of, sha256, file_name, number, dated, signer, attached_at))
  WHERE ((changed.before IS NOT NULL) AND true AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'document'::text))) AS "exists"));


--
-- Name: VIEW document; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.document IS 'The table document as it was at the moment.';


--
-- Name: dossier; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.dossier WITH (security_invoker='true') AS
 SELECT r.unit,
    r.campaign,
    r.house,
    r.is_open,
    r.submitted_at,
    r.returned_at,
    r.return_reason,
    r.paper_at,
    r.email_at,
    r.changed_at
   FROM public.dossier r
  WHERE ((NOT (((r.unit)::text, (r.campaign)::text) IN ( SELECT (u.named ->> 'unit'::text) AS text,
            (u.named ->> 'campaign'::text) AS text
           FROM past.undone u
          WHERE (u.relation = 'dossier'::text)))) AND (((r.campaign)::text || ''::text) = ( SELECT past.campaign_code() AS campaign_code)))
UNION ALL
 SELECT r.unit,
    r.campaign,
    r.house,
    r.is_open,
    r.submitted_at,
    r.returned_at,
    r.return_reason,
    r.paper_at,
    r.email_at,
    r.changed_at
   FROM (( SELECT DISTINCT ON ((u.named ->> 'unit'::text), (u.named ->> 'campaign'::text)) u.before
           FROM past.undone u
          WHERE (u.relation = 'dossier'::text)
          ORDER BY (u.named ->> 'unit'::text), (u.named ->> 'campaign'::text), u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.dossier, changed.before) r(unit, campaign, house, is_open, submitted_at, returned_at, return_reason, paper_at, email_at, changed_at))
  WHERE ((changed.before IS NOT NULL) AND (((r.campaign)::text || ''::text) = ( SELECT past.campaign_code() AS campaign_code)) AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'dossier'::text))) AS "exists"));


--
-- Name: VIEW dossier; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.dossier IS 'The table dossier as it was at the moment.';


--
-- Name: person; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person (
    unit public.code NOT NULL,
    staff_no public.code NOT NULL,
    name public.plain_text NOT NULL
);
ALTER TABLE ONLY public.person ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN staff_no SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN name SET STATISTICS 0;

ALTER TABLE ONLY public.person FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE person; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.person IS 'Individuals who were nominated. The staff number identifies, never the name: homonyms are legitimate (N1).';


--
-- Name: COLUMN person.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.person.unit IS 'The unit that proposed them.';


--
-- Name: COLUMN person.staff_no; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.person.staff_no IS 'Staff number.';


--
-- Name: COLUMN person.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.person.name IS 'Full name.';


--
-- Name: unit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit (
    code public.code NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    name public.plain_text NOT NULL,
    parent public.code,
    parent_kind text GENERATED ALWAYS AS (
CASE kind
    WHEN 'bureau'::text THEN 'headquarters'::text
    WHEN 'division'::text THEN 'province'::text
    WHEN 'area_office'::text THEN 'province'::text
    ELSE NULL::text
END) STORED COLLATE pg_catalog."C",
    house text GENERATED ALWAYS AS (COALESCE(parent, code)) STORED COLLATE pg_catalog."C",
    proposes_under text GENERATED ALWAYS AS (
CASE
    WHEN (kind = ANY (ARRAY['headquarters'::text, 'bureau'::text, 'province'::text])) THEN (COALESCE(parent, code))::text
    ELSE NULL::text
END) STORED COLLATE pg_catalog."C",
    nominated_under text GENERATED ALWAYS AS (
CASE
    WHEN (kind <> 'headquarters'::text) THEN (COALESCE(parent, code))::text
    ELSE NULL::text
END) STORED COLLATE pg_catalog."C",
    staffing_table bigint,
    CONSTRAINT unit_has_a_parent_if_its_kind_does CHECK (((parent IS NULL) = (parent_kind IS NULL)))
);
ALTER TABLE ONLY public.unit ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.unit ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.unit ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.unit ALTER COLUMN parent SET STATISTICS 0;
ALTER TABLE ONLY public.unit ALTER COLUMN parent_kind SET STATISTICS 0;
ALTER TABLE ONLY public.unit ALTER COLUMN house SET STATISTICS 0;
ALTER TABLE ONLY public.unit ALTER COLUMN proposes_under SET STATISTICS 0;
ALTER TABLE ONLY public.unit ALTER COLUMN nominated_under SET STATISTICS 0;
ALTER TABLE ONLY public.unit ALTER COLUMN staffing_table SET STATISTICS 0;

ALTER TABLE ONLY public.unit FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.unit IS 'Every unit that was ever in an applied staffing table, and those the registry ships with. Never deleted.';


--
-- Name: COLUMN unit.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.code IS 'The province''s code of Decision 19/2025/QĐ-TTg, CUC, or a code below one: 01-KV03.';


--
-- Name: COLUMN unit.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.kind IS 'Its kind.';


--
-- Name: COLUMN unit.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.name IS 'Its name in full.';


--
-- Name: COLUMN unit.parent; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.parent IS 'The province, or the headquarters, that it is part of.';


--
-- Name: COLUMN unit.parent_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.parent_kind IS 'The kind that its parent must have; null where it has none.';


--
-- Name: COLUMN unit.house; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.house IS 'The province or the headquarters that it belongs to: itself, if it is one.';


--
-- Name: COLUMN unit.proposes_under; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.proposes_under IS 'Whose quotas its own proposals draw on; null for a unit that sends no dossier (clause 2).';


--
-- Name: COLUMN unit.nominated_under; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.nominated_under IS 'Whose quotas its nomination as a collective draws on; null for the headquarters (N1).';


--
-- Name: COLUMN unit.staffing_table; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit.staffing_table IS 'The staffing table that entered it, or changed it last; null where none has.';


--
-- Name: nomination; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.nomination WITH (security_invoker='true') AS
 SELECT r.unit,
    r.id,
    r.campaign,
    r.holder,
    r.award,
    r.subject,
    r.stage,
    r.collective,
    r.staff_no,
    r.nominee_name,
    r."position",
    r.workplace,
    r.state,
    r.came_from,
    r.bar,
    r.reason,
    r.stands,
    r.is_open,
    r.nominee,
    r.endorsed,
    r.allowed,
    r.slot,
    r.entered_at,
    r.changed_at
   FROM public.nomination r
  WHERE ((NOT (((r.unit)::text, r.id) IN ( SELECT (u.named ->> 'unit'::text) AS text,
            ((u.named ->> 'id'::text))::bigint AS int8
           FROM past.undone u
          WHERE (u.relation = 'nomination'::text)))) AND (((r.campaign)::text || ''::text) = ( SELECT past.campaign_code() AS campaign_code)))
UNION ALL
 SELECT r.unit,
    r.id,
    r.campaign,
    r.holder,
    r.award,
    r.subject,
    r.stage,
    r.collective,
    r.staff_no,
    COALESCE(( SELECT o.name
           FROM public.unit o
          WHERE ((o.code)::text = (r.collective)::text)), ( SELECT p.name
           FROM public.person p
          WHERE (((p.unit)::text = (r.unit)::text) AND ((p.staff_no)::text = (r.staff_no)::text)))) AS nominee_name,
    r."position",
    r.workplace,
    r.state,
    r.came_from,
    r.bar,
    r.reason,
    (r.state <> ALL (ARRAY['withdrawn'::text, 'disqualified'::text])) AS stands,
        CASE
            WHEN (r.state = ANY (ARRAY['draft'::text, 'returned'::text])) THEN true
            WHEN (r.state <> ALL (ARRAY['withdrawn'::text, 'disqualified'::text])) THEN false
            ELSE NULL::boolean
        END AS is_open,
        CASE
            WHEN (r.state <> 'withdrawn'::text) THEN public.nominee_key((r.holder)::text, (r.collective)::text, (r.staff_no)::text)
            ELSE NULL::text
        END AS nominee,
        CASE
            WHEN (r.state = ANY (ARRAY['endorsed'::text, 'awarded'::text])) THEN r.id
            ELSE NULL::bigint
        END AS endorsed,
    r.allowed,
    r.slot,
    r.entered_at,
    r.changed_at
   FROM (( SELECT DISTINCT ON ((u.named ->> 'unit'::text), ((u.named ->> 'id'::text))::bigint) u.before
           FROM past.undone u
          WHERE (u.relation = 'nomination'::text)
          ORDER BY (u.named ->> 'unit'::text), ((u.named ->> 'id'::text))::bigint, u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.nomination, changed.before) r(unit, id, campaign, holder, award, subject, stage, collective, staff_no, nominee_name, "position", workplace, state, came_from, bar, reason, stands, is_open, nominee, endorsed, allowed, slot, entered_at, changed_at))
  WHERE ((changed.before IS NOT NULL) AND (((r.campaign)::text || ''::text) = ( SELECT past.campaign_code() AS campaign_code)) AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'nomination'::text))) AS "exists"));


--
-- Name: VIEW nomination; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.nomination IS 'The table nomination as it was at the moment.';


--
-- Name: selection_vote; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_vote (
    unit public.code NOT NULL,
    nomination bigint NOT NULL,
    document bigint NOT NULL,
    votes_for integer NOT NULL,
    votes_total integer NOT NULL,
    CONSTRAINT selection_vote_counts_from_nothing CHECK ((votes_for >= 0)),
    CONSTRAINT selection_vote_had_voters CHECK ((votes_total > 0)),
    CONSTRAINT selection_vote_is_not_above_its_total CHECK ((votes_for <= votes_total))
);
ALTER TABLE ONLY public.selection_vote ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.selection_vote ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.selection_vote ALTER COLUMN document SET STATISTICS 0;
ALTER TABLE ONLY public.selection_vote ALTER COLUMN votes_for SET STATISTICS 0;
ALTER TABLE ONLY public.selection_vote ALTER COLUMN votes_total SET STATISTICS 0;

ALTER TABLE ONLY public.selection_vote FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE selection_vote; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.selection_vote IS 'The votes that the selection minutes record (D5). The circular sets no threshold.';


--
-- Name: COLUMN selection_vote.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.selection_vote.unit IS 'The unit that proposes.';


--
-- Name: COLUMN selection_vote.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.selection_vote.nomination IS 'The nomination.';


--
-- Name: COLUMN selection_vote.document; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.selection_vote.document IS 'The selection minutes.';


--
-- Name: COLUMN selection_vote.votes_for; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.selection_vote.votes_for IS 'Votes for.';


--
-- Name: COLUMN selection_vote.votes_total; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.selection_vote.votes_total IS 'Votes in all.';


--
-- Name: selection_vote; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.selection_vote WITH (security_invoker='true') AS
 SELECT r.unit,
    r.nomination,
    r.document,
    r.votes_for,
    r.votes_total
   FROM public.selection_vote r
  WHERE ((NOT (((r.unit)::text, r.nomination) IN ( SELECT (u.named ->> 'unit'::text) AS text,
            ((u.named ->> 'nomination'::text))::bigint AS int8
           FROM past.undone u
          WHERE (u.relation = 'selection_vote'::text)))) AND true)
UNION ALL
 SELECT r.unit,
    r.nomination,
    r.document,
    r.votes_for,
    r.votes_total
   FROM (( SELECT DISTINCT ON ((u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint) u.before
           FROM past.undone u
          WHERE (u.relation = 'selection_vote'::text)
          ORDER BY (u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint, u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.selection_vote, changed.before) r(unit, nomination, document, votes_for, votes_total))
  WHERE ((changed.before IS NOT NULL) AND true AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'selection_vote'::text))) AS "exists"));


--
-- Name: VIEW selection_vote; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.selection_vote IS 'The table selection_vote as it was at the moment.';


--
-- Name: bar; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bar (
    campaign public.code NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    clause public.plain_text NOT NULL,
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);
ALTER TABLE ONLY public.bar ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.bar ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.bar ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE ONLY public.bar ALTER COLUMN clause SET STATISTICS 0;
ALTER TABLE ONLY public.bar ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.bar ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.bar FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE bar; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.bar IS 'Facts that keep a nominee from being submitted (N5).';


--
-- Name: COLUMN bar.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.bar.campaign IS 'The campaign.';


--
-- Name: COLUMN bar.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.bar.code IS 'How it is called.';


--
-- Name: COLUMN bar.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.bar.subject IS 'For collectives or individuals.';


--
-- Name: COLUMN bar.clause; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.bar.clause IS 'The circular''s clause.';


--
-- Name: COLUMN bar.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.bar.name_vi IS 'The circular''s words for it.';


--
-- Name: COLUMN bar.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.bar.name_en IS 'In English.';


--
-- Name: certifier_role; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.certifier_role (
    code text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);
ALTER TABLE ONLY public.certifier_role ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.certifier_role ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE ONLY public.certifier_role ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.certifier_role ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.certifier_role FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE certifier_role; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.certifier_role IS 'Who certifies an achievement report (D3).';


--
-- Name: COLUMN certifier_role.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certifier_role.code IS 'The role''s code in data and JSON.';


--
-- Name: COLUMN certifier_role.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certifier_role.subject IS 'For collectives or individuals.';


--
-- Name: COLUMN certifier_role.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certifier_role.name_vi IS 'Vietnamese name.';


--
-- Name: COLUMN certifier_role.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.certifier_role.name_en IS 'English name.';


--
-- Name: criterion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.criterion (
    campaign public.code NOT NULL,
    code text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    clause public.plain_text NOT NULL,
    words public.prose NOT NULL,
    words_en public.prose NOT NULL,
    CONSTRAINT criterion_code_is_short CHECK ((code ~ '^[a-z][0-9]{1,2}$'::text))
);
ALTER TABLE ONLY public.criterion ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.criterion ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.criterion ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE ONLY public.criterion ALTER COLUMN clause SET STATISTICS 0;
ALTER TABLE ONLY public.criterion ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE ONLY public.criterion ALTER COLUMN words_en SET STATISTICS 0;

ALTER TABLE ONLY public.criterion FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE criterion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.criterion IS 'What a collective or an individual must have done to be submitted (N3).';


--
-- Name: COLUMN criterion.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.criterion.campaign IS 'The campaign.';


--
-- Name: COLUMN criterion.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.criterion.code IS 'How it is called: a1 to a6 of clause 1.1.a, b1 to b6 of 1.1.b.';


--
-- Name: COLUMN criterion.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.criterion.subject IS 'For collectives or individuals.';


--
-- Name: COLUMN criterion.clause; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.criterion.clause IS 'The circular''s clause.';


--
-- Name: COLUMN criterion.words; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.criterion.words IS 'The circular''s own words.';


--
-- Name: COLUMN criterion.words_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.criterion.words_en IS 'In English.';


--
-- Name: document_kind; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.document_kind (
    code text NOT NULL COLLATE pg_catalog."C",
    part_of text NOT NULL COLLATE pg_catalog."C",
    clause public.plain_text NOT NULL,
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL,
    CONSTRAINT document_is_of_a_dossier_or_a_nomination CHECK ((part_of = ANY (ARRAY['dossier'::text, 'nomination'::text])))
);
ALTER TABLE ONLY public.document_kind ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.document_kind ALTER COLUMN part_of SET STATISTICS 0;
ALTER TABLE ONLY public.document_kind ALTER COLUMN clause SET STATISTICS 0;
ALTER TABLE ONLY public.document_kind ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.document_kind ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.document_kind FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE document_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.document_kind IS 'What a dossier needs, each once: for the whole, or for each nomination (D1).';


--
-- Name: COLUMN document_kind.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document_kind.code IS 'The kind''s code in data and JSON.';


--
-- Name: COLUMN document_kind.part_of; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document_kind.part_of IS 'Whether there is one for the dossier, or one for each nomination.';


--
-- Name: COLUMN document_kind.clause; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document_kind.clause IS 'The circular''s clause.';


--
-- Name: COLUMN document_kind.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document_kind.name_vi IS 'Vietnamese name.';


--
-- Name: COLUMN document_kind.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.document_kind.name_en IS 'English name.';


--
-- Name: dossier_fault; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.dossier_fault WITH (security_invoker='true') AS
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'not_attested'::text AS fault,
    c.code AS item,
    c.clause,
    c.words AS name_vi,
    c.words_en AS name_en
   FROM (past.nomination n
     CROSS JOIN LATERAL ( SELECT c_1.campaign,
            c_1.code,
            c_1.subject,
            c_1.clause,
            c_1.words,
            c_1.words_en
           FROM public.criterion c_1
          WHERE (((c_1.campaign)::text = (n.campaign)::text) AND (c_1.subject = n.subject) AND (c_1.code <> ALL (ARRAY( SELECT a.criterion
                   FROM past.attestation a
                  WHERE (((a.unit)::text = (n.unit)::text) AND (a.nomination = n.id))))))
         OFFSET 0) c)
  WHERE n.is_open
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'not_completed'::text AS fault,
    d.number AS item,
    d.clause,
    d.number AS name_vi,
    d.number AS name_en
   FROM (past.nomination n
     CROSS JOIN LATERAL ( SELECT d_1.campaign,
            d_1.number,
            d_1.issued_on,
            d_1.due_on,
            d_1.clause
           FROM past.directive d_1
          WHERE (((d_1.campaign)::text = (n.campaign)::text) AND ((d_1.number)::text <> ALL (ARRAY( SELECT (c.directive)::text AS directive
                   FROM past.completion c
                  WHERE (((c.unit)::text = (n.unit)::text) AND (c.nomination = n.id))))))
         OFFSET 0) d)
  WHERE n.is_open
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
        CASE
            WHEN (b.code = ANY (stated.applying)) THEN 'barred'::text
            ELSE 'not_cleared'::text
        END AS fault,
    b.code AS item,
    b.clause,
    b.name_vi,
    b.name_en
   FROM ((past.nomination n
     CROSS JOIN LATERAL ( SELECT array_agg(c.bar) FILTER (WHERE c.applies) AS applying,
            COALESCE(array_agg(c.bar) FILTER (WHERE (NOT c.applies)), '{}'::text[]) AS cleared
           FROM past.conduct c
          WHERE (((c.unit)::text = (n.unit)::text) AND (c.nomination = n.id))
         OFFSET 0) stated)
     CROSS JOIN LATERAL ( SELECT b_1.campaign,
            b_1.code,
            b_1.subject,
            b_1.clause,
            b_1.name_vi,
            b_1.name_en
           FROM public.bar b_1
          WHERE (((b_1.campaign)::text = (n.campaign)::text) AND (b_1.subject = n.subject) AND (b_1.code <> ALL (stated.cleared)))
         OFFSET 0) b)
  WHERE n.is_open
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'no_document'::text AS fault,
    k.code AS item,
    k.clause,
    k.name_vi,
    k.name_en
   FROM (past.nomination n
     JOIN public.document_kind k ON ((k.part_of = 'nomination'::text)))
  WHERE (n.is_open AND (NOT (EXISTS ( SELECT
           FROM past.document d
          WHERE (((d.unit)::text = (n.unit)::text) AND ((d.campaign)::text = (n.campaign)::text) AND (d.kind = k.code) AND (d.nomination = n.id))
         OFFSET 0))))
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'not_declared'::text AS fault,
    k.code AS item,
    k.clause,
    k.name_vi,
    k.name_en
   FROM (past.nomination n
     JOIN public.document_kind k ON ((k.code = 'proposal_letter'::text)))
  WHERE (n.is_open AND (NOT (EXISTS ( SELECT
           FROM past.declaration d
          WHERE (((d.unit)::text = (n.unit)::text) AND (d.nomination = n.id))
         OFFSET 0))))
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'no_votes'::text AS fault,
    k.code AS item,
    k.clause,
    k.name_vi,
    k.name_en
   FROM (past.nomination n
     JOIN public.document_kind k ON ((k.code = 'selection_minutes'::text)))
  WHERE (n.is_open AND (NOT (EXISTS ( SELECT
           FROM past.selection_vote v
          WHERE (((v.unit)::text = (n.unit)::text) AND (v.nomination = n.id))
         OFFSET 0))))
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'not_certified'::text AS fault,
    k.code AS item,
    k.clause,
    r.name_vi,
    r.name_en
   FROM ((past.nomination n
     JOIN public.document_kind k ON ((k.code = 'achievement_report'::text)))
     JOIN public.certifier_role r ON ((r.subject = n.subject)))
  WHERE (n.is_open AND (NOT (EXISTS ( SELECT
           FROM past.certification c
          WHERE (((c.unit)::text = (n.unit)::text) AND (c.nomination = n.id))
         OFFSET 0))))
UNION ALL
 SELECT d.unit,
    d.campaign,
    NULL::bigint AS nomination,
    'no_document'::text AS fault,
    k.code AS item,
    k.clause,
    k.name_vi,
    k.name_en
   FROM (past.dossier d
     JOIN public.document_kind k ON ((k.part_of = 'dossier'::text)))
  WHERE (d.is_open AND (NOT (EXISTS ( SELECT
           FROM past.document p
          WHERE (((p.unit)::text = (d.unit)::text) AND ((p.campaign)::text = (d.campaign)::text) AND (p.kind = k.code) AND (p.nomination IS NULL))
         OFFSET 0))))
UNION ALL
 SELECT d.unit,
    d.campaign,
    NULL::bigint AS nomination,
    'no_nomination'::text AS fault,
    NULL::text AS item,
    '1'::text AS clause,
    NULL::text AS name_vi,
    NULL::text AS name_en
   FROM past.dossier d
  WHERE (d.is_open AND (NOT (EXISTS ( SELECT
           FROM past.nomination n
          WHERE (((n.unit)::text = (d.unit)::text) AND ((n.campaign)::text = (d.campaign)::text) AND n.is_open)
         OFFSET 0))));


--
-- Name: VIEW dossier_fault; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.dossier_fault IS 'The view dossier_fault over the tables as they were at the moment.';


--
-- Name: dossier_status; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.dossier_status WITH (security_invoker='true') AS
 SELECT d.unit,
    d.campaign,
    d.is_open,
    d.submitted_at,
    d.returned_at,
    d.return_reason,
    d.paper_at,
    d.email_at,
        CASE
            WHEN (NOT d.is_open) THEN 'submitted'::text
            WHEN ((past.clock_timestamp() >= c.deadline) AND ((d.paper_at > COALESCE(d.returned_at, '-infinity'::timestamp with time zone)) IS NOT TRUE)) THEN 'not_submitted'::text
            WHEN (d.returned_at IS NOT NULL) THEN 'returned'::text
            ELSE 'open'::text
        END AS state
   FROM (past.dossier d
     JOIN past.campaign c ON (((c.code)::text = (d.campaign)::text)));


--
-- Name: VIEW dossier_status; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.dossier_status IS 'The view dossier_status over the tables as they were at the moment.';


--
-- Name: endorsement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.endorsement (
    unit public.code NOT NULL,
    nomination bigint NOT NULL,
    campaign public.code NOT NULL,
    house public.code NOT NULL,
    holder text NOT NULL COLLATE pg_catalog."C",
    award text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    nominee text NOT NULL COLLATE pg_catalog."C",
    rule public.code NOT NULL,
    pooled boolean NOT NULL,
    stage text DEFAULT 'endorsement'::text NOT NULL COLLATE pg_catalog."C",
    stands boolean GENERATED ALWAYS AS (true) STORED NOT NULL,
    allowed integer,
    slot integer,
    endorsed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT endorsement_draws_on_the_pool_or_its_own_house CHECK (((holder = '*'::text) OR (holder = (house)::text))),
    CONSTRAINT endorsement_is_an_endorsement CHECK ((stage = 'endorsement'::text)),
    CONSTRAINT endorsement_slot_is_within_quota CHECK (((slot >= 1) AND (slot <= allowed))),
    CONSTRAINT endorsement_takes_a_place_where_there_is_a_pool CHECK ((((slot IS NOT NULL) = pooled) AND ((slot IS NULL) = (allowed IS NULL))))
);
ALTER TABLE ONLY public.endorsement ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN house SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN holder SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN award SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN nominee SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN rule SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN pooled SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN stage SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN stands SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN allowed SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN slot SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN endorsed_at SET STATISTICS 0;

ALTER TABLE ONLY public.endorsement FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE endorsement; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.endorsement IS 'Nominations that the Department puts forward: to the Minister, or to its Director.';


--
-- Name: COLUMN endorsement.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.unit IS 'The unit that made the nomination.';


--
-- Name: COLUMN endorsement.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.nomination IS 'The nomination.';


--
-- Name: COLUMN endorsement.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.campaign IS 'Its campaign.';


--
-- Name: COLUMN endorsement.house; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.house IS 'The house whose quota the nomination draws on.';


--
-- Name: COLUMN endorsement.holder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.holder IS 'Whose quota it draws on: * for the pool, a province where the campaign gives each its own; its own house where there is no pool.';


--
-- Name: COLUMN endorsement.award; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.award IS 'Its award.';


--
-- Name: COLUMN endorsement.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.subject IS 'A collective or an individual.';


--
-- Name: COLUMN endorsement.nominee; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.nominee IS 'Who is nominated, as one key: neither can be changed for another while endorsed.';


--
-- Name: COLUMN endorsement.rule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.rule IS 'The rule by which it was proposed.';


--
-- Name: COLUMN endorsement.pooled; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.pooled IS 'Whether that rule is of the pool.';


--
-- Name: COLUMN endorsement.stage; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.stage IS 'Always endorsement: which of the holder''s quotas it draws on.';


--
-- Name: COLUMN endorsement.stands; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.stands IS 'Always true: a nomination that is endorsed can be neither withdrawn nor changed.';


--
-- Name: COLUMN endorsement.allowed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.allowed IS 'The quota''s size, by which its slot is judged; null where there is no pool.';


--
-- Name: COLUMN endorsement.slot; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.slot IS 'Its place in the quota, from 1; null where there is no pool.';


--
-- Name: COLUMN endorsement.endorsed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.endorsed_at IS 'When it was endorsed, by the database''s clock.';


--
-- Name: endorsement; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.endorsement WITH (security_invoker='true') AS
 SELECT r.unit,
    r.nomination,
    r.campaign,
    r.house,
    r.holder,
    r.award,
    r.subject,
    r.nominee,
    r.rule,
    r.pooled,
    r.stage,
    r.stands,
    r.allowed,
    r.slot,
    r.endorsed_at
   FROM public.endorsement r
  WHERE ((NOT (((r.unit)::text, r.nomination) IN ( SELECT (u.named ->> 'unit'::text) AS text,
            ((u.named ->> 'nomination'::text))::bigint AS int8
           FROM past.undone u
          WHERE (u.relation = 'endorsement'::text)))) AND (((r.campaign)::text || ''::text) = ( SELECT past.campaign_code() AS campaign_code)))
UNION ALL
 SELECT r.unit,
    r.nomination,
    r.campaign,
    r.house,
    r.holder,
    r.award,
    r.subject,
    r.nominee,
    r.rule,
    r.pooled,
    r.stage,
    true AS stands,
    r.allowed,
    r.slot,
    r.endorsed_at
   FROM (( SELECT DISTINCT ON ((u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint) u.before
           FROM past.undone u
          WHERE (u.relation = 'endorsement'::text)
          ORDER BY (u.named ->> 'unit'::text), ((u.named ->> 'nomination'::text))::bigint, u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.endorsement, changed.before) r(unit, nomination, campaign, house, holder, award, subject, nominee, rule, pooled, stage, stands, allowed, slot, endorsed_at))
  WHERE ((changed.before IS NOT NULL) AND (((r.campaign)::text || ''::text) = ( SELECT past.campaign_code() AS campaign_code)) AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'endorsement'::text))) AS "exists"));


--
-- Name: VIEW endorsement; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.endorsement IS 'The table endorsement as it was at the moment.';


--
-- Name: staffing_current; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staffing_current (
    house public.code NOT NULL,
    staffing_table bigint NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    application bigint NOT NULL
);
ALTER TABLE ONLY public.staffing_current ALTER COLUMN house SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_current ALTER COLUMN staffing_table SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_current ALTER COLUMN applied_at SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_current ALTER COLUMN application SET STATISTICS 0;

ALTER TABLE ONLY public.staffing_current FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE staffing_current; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_current IS 'Which staffing table holds for a house now. A house without a row has no staffing data.';


--
-- Name: COLUMN staffing_current.house; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_current.house IS 'The province or the headquarters.';


--
-- Name: COLUMN staffing_current.staffing_table; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_current.staffing_table IS 'The staffing table that was applied to it last.';


--
-- Name: COLUMN staffing_current.applied_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_current.applied_at IS 'When it was applied.';


--
-- Name: COLUMN staffing_current.application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_current.application IS 'By which application.';


--
-- Name: staffing_current; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.staffing_current WITH (security_invoker='true') AS
 SELECT r.house,
    r.staffing_table,
    r.applied_at,
    r.application
   FROM public.staffing_current r
  WHERE ((NOT ((r.house)::text IN ( SELECT (u.named ->> 'house'::text) AS text
           FROM past.undone u
          WHERE (u.relation = 'staffing_current'::text)))) AND true)
UNION ALL
 SELECT r.house,
    r.staffing_table,
    r.applied_at,
    r.application
   FROM (( SELECT DISTINCT ON ((u.named ->> 'house'::text)) u.before
           FROM past.undone u
          WHERE (u.relation = 'staffing_current'::text)
          ORDER BY (u.named ->> 'house'::text), u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.staffing_current, changed.before) r(house, staffing_table, applied_at, application))
  WHERE ((changed.before IS NOT NULL) AND true AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'staffing_current'::text))) AS "exists"));


--
-- Name: VIEW staffing_current; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.staffing_current IS 'The table staffing_current as it was at the moment.';


--
-- Name: staffing_house; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staffing_house (
    staffing_table bigint NOT NULL,
    house public.code NOT NULL,
    units integer NOT NULL,
    area_offices integer NOT NULL,
    civil_servants integer NOT NULL,
    CONSTRAINT staffing_area_offices_are_units CHECK (((area_offices >= 0) AND (area_offices <= units))),
    CONSTRAINT staffing_house_has_civil_servants CHECK ((civil_servants > 0)),
    CONSTRAINT staffing_house_has_units CHECK ((units > 0))
);
ALTER TABLE ONLY public.staffing_house ALTER COLUMN staffing_table SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_house ALTER COLUMN house SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_house ALTER COLUMN units SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_house ALTER COLUMN area_offices SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_house ALTER COLUMN civil_servants SET STATISTICS 0;

ALTER TABLE ONLY public.staffing_house FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE staffing_house; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_house IS 'What a staffing table says of a house, all its units together. Written by staffing_store() only.';


--
-- Name: COLUMN staffing_house.staffing_table; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_house.staffing_table IS 'The staffing table.';


--
-- Name: COLUMN staffing_house.house; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_house.house IS 'The province or the headquarters.';


--
-- Name: COLUMN staffing_house.units; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_house.units IS 'How many units it lists there.';


--
-- Name: COLUMN staffing_house.area_offices; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_house.area_offices IS 'How many of them are area offices (Q7).';


--
-- Name: COLUMN staffing_house.civil_servants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_house.civil_servants IS 'Their civil servants together (Q8).';


--
-- Name: house_staff; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.house_staff WITH (security_invoker='true') AS
 SELECT c.house,
    h.civil_servants,
    h.area_offices
   FROM (past.staffing_current c
     JOIN public.staffing_house h USING (staffing_table, house));


--
-- Name: VIEW house_staff; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.house_staff IS 'The view house_staff over the tables as they were at the moment.';


--
-- Name: quota; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.quota (
    holder text NOT NULL COLLATE pg_catalog."C",
    campaign public.code NOT NULL,
    award text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    stage text NOT NULL COLLATE pg_catalog."C",
    allowed integer NOT NULL,
    rule public.code NOT NULL,
    measured integer,
    unit public.code GENERATED ALWAYS AS (NULLIF(holder, '*'::text)) STORED,
    CONSTRAINT quota_allows_none_or_more CHECK ((allowed >= 0))
);
ALTER TABLE ONLY public.quota ALTER COLUMN holder SET STATISTICS 0;
ALTER TABLE ONLY public.quota ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.quota ALTER COLUMN award SET STATISTICS 0;
ALTER TABLE ONLY public.quota ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE ONLY public.quota ALTER COLUMN stage SET STATISTICS 0;
ALTER TABLE ONLY public.quota ALTER COLUMN allowed SET STATISTICS 0;
ALTER TABLE ONLY public.quota ALTER COLUMN rule SET STATISTICS 0;
ALTER TABLE ONLY public.quota ALTER COLUMN measured SET STATISTICS 0;
ALTER TABLE ONLY public.quota ALTER COLUMN unit SET STATISTICS 0;

ALTER TABLE ONLY public.quota FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE quota; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.quota IS 'How many may be proposed or endorsed (clause 1.2); "at most", never "exactly". Written by quota_apply() only.';


--
-- Name: COLUMN quota.holder; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota.holder IS 'The house that holds it; * for the pool that all provinces share.';


--
-- Name: COLUMN quota.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota.campaign IS 'The campaign.';


--
-- Name: COLUMN quota.award; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota.award IS 'The award.';


--
-- Name: COLUMN quota.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota.subject IS 'Collectives or individuals.';


--
-- Name: COLUMN quota.stage; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota.stage IS 'Proposal or endorsement.';


--
-- Name: COLUMN quota.allowed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota.allowed IS 'At most so many.';


--
-- Name: COLUMN quota.rule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota.rule IS 'The rule that it follows from.';


--
-- Name: COLUMN quota.measured; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota.measured IS 'The civil servants or area offices that it follows from; null for a fixed number.';


--
-- Name: COLUMN quota.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota.unit IS 'The holder, where it is a unit; null for the pool.';


--
-- Name: quota; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.quota WITH (security_invoker='true') AS
 SELECT r.holder,
    r.campaign,
    r.award,
    r.subject,
    r.stage,
    r.allowed,
    r.rule,
    r.measured,
    r.unit
   FROM public.quota r
  WHERE ((NOT ((r.holder, (r.campaign)::text, r.award, r.subject, r.stage) IN ( SELECT (u.named ->> 'holder'::text) AS text,
            (u.named ->> 'campaign'::text) AS text,
            (u.named ->> 'award'::text) AS text,
            (u.named ->> 'subject'::text) AS text,
            (u.named ->> 'stage'::text) AS text
           FROM past.undone u
          WHERE (u.relation = 'quota'::text)))) AND (((r.campaign)::text || ''::text) = ( SELECT past.campaign_code() AS campaign_code)))
UNION ALL
 SELECT r.holder,
    r.campaign,
    r.award,
    r.subject,
    r.stage,
    r.allowed,
    r.rule,
    r.measured,
    (NULLIF(r.holder, '*'::text))::public.code AS unit
   FROM (( SELECT DISTINCT ON ((u.named ->> 'holder'::text), (u.named ->> 'campaign'::text), (u.named ->> 'award'::text), (u.named ->> 'subject'::text), (u.named ->> 'stage'::text)) u.before
           FROM past.undone u
          WHERE (u.relation = 'quota'::text)
          ORDER BY (u.named ->> 'holder'::text), (u.named ->> 'campaign'::text), (u.named ->> 'award'::text), (u.named ->> 'subject'::text), (u.named ->> 'stage'::text), u.number) changed
     CROSS JOIN LATERAL jsonb_populate_record(NULL::public.quota, changed.before) r(holder, campaign, award, subject, stage, allowed, rule, measured, unit))
  WHERE ((changed.before IS NOT NULL) AND (((r.campaign)::text || ''::text) = ( SELECT past.campaign_code() AS campaign_code)) AND ( SELECT (EXISTS ( SELECT
                   FROM past.undone u
                  WHERE (u.relation = 'quota'::text))) AS "exists"));


--
-- Name: VIEW quota; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.quota IS 'The table quota as it was at the moment.';


--
-- Name: ranking; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.ranking WITH (security_invoker='true') AS
 SELECT f.campaign,
    f.unit,
    f.nomination,
    f.finished_on,
    f.is_on_time,
    f.is_of_quality,
    (
        CASE
            WHEN (f.is_on_time AND f.is_of_quality) THEN rank() OVER (PARTITION BY f.campaign, f.award, f.subject, (f.is_on_time AND f.is_of_quality) ORDER BY f.finished_on)
            ELSE NULL::bigint
        END)::integer AS rank
   FROM ( SELECT n.unit,
            n.id AS nomination,
            n.campaign,
            n.award,
            n.subject,
                CASE
                    WHEN (count(c.directive) = count(d.number)) THEN max(c.completed_on)
                    ELSE NULL::date
                END AS finished_on,
                CASE
                    WHEN (count((c.completed_on <= d.due_on)) = count(*)) THEN bool_and((c.completed_on <= d.due_on))
                    ELSE NULL::boolean
                END AS is_on_time,
                CASE
                    WHEN (count(c.is_of_quality) = count(*)) THEN bool_and(c.is_of_quality)
                    ELSE NULL::boolean
                END AS is_of_quality
           FROM ((past.nomination n
             JOIN past.directive d USING (campaign))
             LEFT JOIN past.completion c ON ((((c.unit)::text = (n.unit)::text) AND (c.nomination = n.id) AND ((c.directive)::text = (d.number)::text))))
          WHERE (NOT n.is_open)
          GROUP BY n.unit, n.id, n.campaign, n.award, n.subject) f;


--
-- Name: VIEW ranking; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.ranking IS 'The view ranking over the tables as they were at the moment.';


--
-- Name: staffing_row; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staffing_row (
    staffing_table bigint NOT NULL,
    house text NOT NULL COLLATE pg_catalog."C",
    unit text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    civil_servants integer NOT NULL,
    CONSTRAINT staffing_headcount_is_plausible CHECK (public.is_plausible_headcount(civil_servants)),
    CONSTRAINT staffing_house_row_is_the_house CHECK (((unit = house) = (kind = ANY (ARRAY['headquarters'::text, 'province'::text]))))
);
ALTER TABLE ONLY public.staffing_row ALTER COLUMN staffing_table SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_row ALTER COLUMN house SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_row ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_row ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_row ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_row ALTER COLUMN civil_servants SET STATISTICS 0;

ALTER TABLE ONLY public.staffing_row FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE staffing_row; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_row IS 'One unit of a staffing table, as the file has it.';


--
-- Name: COLUMN staffing_row.staffing_table; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_row.staffing_table IS 'The staffing table.';


--
-- Name: COLUMN staffing_row.house; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_row.house IS 'The province or the headquarters.';


--
-- Name: COLUMN staffing_row.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_row.unit IS 'The unit''s code; the unit itself need not exist before the table is applied.';


--
-- Name: COLUMN staffing_row.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_row.kind IS 'Its kind.';


--
-- Name: COLUMN staffing_row.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_row.name IS 'Its name.';


--
-- Name: COLUMN staffing_row.civil_servants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_row.civil_servants IS 'Its own civil servants, without those of the units below it and without contract labour.';


--
-- Name: staffing_in_force; Type: VIEW; Schema: past; Owner: -
--

CREATE VIEW past.staffing_in_force WITH (security_invoker='true') AS
 SELECT r.staffing_table,
    r.house,
    r.unit,
    r.kind,
    r.name,
    r.civil_servants
   FROM (past.staffing_current c
     JOIN public.staffing_row r USING (staffing_table, house));


--
-- Name: VIEW staffing_in_force; Type: COMMENT; Schema: past; Owner: -
--

COMMENT ON VIEW past.staffing_in_force IS 'The view staffing_in_force over the tables as they were at the moment.';


--
-- Name: account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account (
    login text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    unit public.code,
    house public.code,
    added_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    added_by text DEFAULT SESSION_USER NOT NULL,
    password_set_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    password_set_by text DEFAULT SESSION_USER NOT NULL,
    removed_at timestamp with time zone,
    removed_by text,
    CONSTRAINT account_house_is_its_units CHECK (((unit IS NULL) = (house IS NULL))),
    CONSTRAINT account_login_is_plain CHECK (((login ~ '^[a-z][a-z0-9_.-]{1,62}$'::text) AND (login !~ '^(pg|thidua)_|^(public|none)$'::text))),
    CONSTRAINT account_of_a_clerk_has_a_unit CHECK (((role = 'clerk'::text) = (unit IS NOT NULL))),
    CONSTRAINT account_removal_says_who CHECK (((removed_at IS NULL) = (removed_by IS NULL)))
);
ALTER TABLE ONLY public.account ALTER COLUMN login SET STATISTICS 0;
ALTER TABLE ONLY public.account ALTER COLUMN role SET STATISTICS 0;
ALTER TABLE ONLY public.account ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.account ALTER COLUMN house SET STATISTICS 0;
ALTER TABLE ONLY public.account ALTER COLUMN added_at SET STATISTICS 0;
ALTER TABLE ONLY public.account ALTER COLUMN added_by SET STATISTICS 0;
ALTER TABLE ONLY public.account ALTER COLUMN password_set_at SET STATISTICS 0;
ALTER TABLE ONLY public.account ALTER COLUMN password_set_by SET STATISTICS 0;
ALTER TABLE ONLY public.account ALTER COLUMN removed_at SET STATISTICS 0;
ALTER TABLE ONLY public.account ALTER COLUMN removed_by SET STATISTICS 0;

ALTER TABLE ONLY public.account FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE account; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.account IS 'The logins: one for each person. No login can write here; user_add() and user_remove() do.';


--
-- Name: COLUMN account.login; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.login IS 'The login''s name. It stands in the trail, and is never given to another.';


--
-- Name: COLUMN account.role; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.role IS 'What it may.';


--
-- Name: COLUMN account.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.unit IS 'The unit whose clerk it is; null for whoever is tied to none.';


--
-- Name: COLUMN account.house; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.house IS 'The house whose quotas that unit draws on.';


--
-- Name: COLUMN account.added_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.added_at IS 'When it was made.';


--
-- Name: COLUMN account.added_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.added_by IS 'The login that made it.';


--
-- Name: COLUMN account.password_set_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.password_set_at IS 'When its password was last set.';


--
-- Name: COLUMN account.password_set_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.password_set_by IS 'The login that set it: whoever sets another''s could act under that name.';


--
-- Name: COLUMN account.removed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.removed_at IS 'When it was taken away; null while it is in use.';


--
-- Name: COLUMN account.removed_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.removed_by IS 'The login that took it away.';


--
-- Name: counter_of_everyone; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.counter_of_everyone WITH (security_invoker='true') AS
 SELECT (pg_proc.oid)::regprocedure AS oid
   FROM pg_proc
  WHERE ((pg_proc.pronamespace = ('pg_catalog'::regnamespace)::oid) AND (EXISTS ( SELECT
           FROM aclexplode(COALESCE(pg_proc.proacl, acldefault('f'::"char", pg_proc.proowner))) a(grantor, grantee, privilege_type, is_grantable)
          WHERE (a.grantee = (0)::oid))) AND ((pg_proc.proname ~ '^pg_stat_get_(xact_)?(numscans|lastscan|tuples_|live_tuples|dead_tuples|mod_since|ins_since|blocks_)'::text) OR (pg_proc.proname = ANY (ARRAY['pg_relation_size'::name, 'pg_table_size'::name, 'pg_indexes_size'::name, 'pg_total_relation_size'::name]))));


--
-- Name: VIEW counter_of_everyone; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.counter_of_everyone IS 'Functions of the server that tell anyone how many rows a table has, and how many were read.';


--
-- Name: access_fault; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.access_fault WITH (security_invoker='true') AS
 WITH relation AS (
         SELECT (c.relname)::text AS name,
            c.oid,
            c.relname,
            c.relnamespace,
            c.reltype,
            c.reloftype,
            c.relowner,
            c.relam,
            c.relfilenode,
            c.reltablespace,
            c.relpages,
            c.reltuples,
            c.relallvisible,
            c.reltoastrelid,
            c.relhasindex,
            c.relisshared,
            c.relpersistence,
            c.relkind,
            c.relnatts,
            c.relchecks,
            c.relhasrules,
            c.relhastriggers,
            c.relhassubclass,
            c.relrowsecurity,
            c.relforcerowsecurity,
            c.relispopulated,
            c.relreplident,
            c.relispartition,
            c.relrewrite,
            c.relfrozenxid,
            c.relminmxid,
            c.relacl,
            c.reloptions,
            c.relpartbound
           FROM pg_class c
          WHERE (c.relnamespace = ('public'::regnamespace)::oid)
        ), granted AS (
         SELECT r.oid,
            r.name,
            r.relkind,
            a.grantee,
            a.privilege_type,
            NULL::name AS attname
           FROM (relation r
             CROSS JOIN LATERAL aclexplode(r.relacl) a(grantor, grantee, privilege_type, is_grantable))
        UNION ALL
         SELECT r.oid,
            r.name,
            r.relkind,
            a.grantee,
            a.privilege_type,
            f.attname
           FROM ((relation r
             JOIN pg_attribute f ON ((f.attrelid = r.oid)))
             CROSS JOIN LATERAL aclexplode(f.attacl) a(grantor, grantee, privilege_type, is_grantable))
        ), routine AS (
         SELECT ((p.oid)::regprocedure)::text AS name,
            p.oid,
            p.proname,
            p.pronamespace,
            p.proowner,
            p.prolang,
            p.procost,
            p.prorows,
            p.provariadic,
            p.prosupport,
            p.prokind,
            p.prosecdef,
            p.proleakproof,
            p.proisstrict,
            p.proretset,
            p.provolatile,
            p.proparallel,
            p.pronargs,
            p.pronargdefaults,
            p.prorettype,
            p.proargtypes,
            p.proallargtypes,
            p.proargmodes,
            p.proargnames,
            p.proargdefaults,
            p.protrftypes,
            p.prosrc,
            p.probin,
            p.prosqlbody,
            p.proconfig,
            p.proacl
           FROM pg_proc p
          WHERE ((p.pronamespace = ('public'::regnamespace)::oid) AND (NOT (EXISTS ( SELECT
                   FROM pg_depend d
                  WHERE ((d.classid = ('pg_proc'::regclass)::oid) AND (d.objid = p.oid) AND (d.deptype = 'e'::"char"))))))
        ), tenant AS (
         SELECT i.indrelid AS oid,
            f.attnum
           FROM ((pg_index i
             JOIN relation r ON ((r.oid = i.indrelid)))
             JOIN pg_attribute f ON (((f.attrelid = i.indrelid) AND (f.attnum = i.indkey[0]))))
          WHERE (i.indisprimary AND (f.attname = 'unit'::name))
        ), login AS (
         SELECT r.oid,
            (r.rolname)::text AS name,
            (r.rolcreaterole OR r.rolbypassrls OR r.rolreplication OR r.rolcreatedb) AS is_mighty
           FROM pg_roles r
          WHERE (r.rolcanlogin AND (NOT r.rolsuper))
        )
 SELECT r.name AS object,
    'row_security_is_not_forced'::text AS fault
   FROM relation r
  WHERE ((r.relkind = ANY (ARRAY['r'::"char", 'p'::"char", 'f'::"char", 'm'::"char"])) AND (NOT (r.relrowsecurity AND r.relforcerowsecurity)) AND ((r.relkind = ANY (ARRAY['f'::"char", 'm'::"char"])) OR (EXISTS ( SELECT
           FROM granted g
          WHERE ((g.oid = r.oid) AND (g.grantee <> ALL (ARRAY[r.relowner, (to_regrole('thidua_administrator'::text))::oid, (to_regrole('thidua_backup'::text))::oid])))))))
UNION ALL
 SELECT format('%s: %s'::text, (pg_policy.polrelid)::regclass, pg_policy.polname) AS object,
    'policy_is_for_everyone'::text AS fault
   FROM (pg_policy
     JOIN relation r ON ((r.oid = pg_policy.polrelid)))
  WHERE ((0)::oid = ANY (pg_policy.polroles))
UNION ALL
 SELECT format('%s: %s'::text, (pg_policy.polrelid)::regclass, pg_policy.polname) AS object,
    'policy_does_not_check_what_is_written'::text AS fault
   FROM (pg_policy
     JOIN relation r ON ((r.oid = pg_policy.polrelid)))
  WHERE ((pg_policy.polcmd <> 'r'::"char") AND (pg_policy.polcmd <> 'd'::"char") AND (pg_policy.polwithcheck IS NULL))
UNION ALL
 SELECT relation.name AS object,
    'view_shows_its_owners_rows'::text AS fault
   FROM relation
  WHERE ((relation.relkind = 'v'::"char") AND (NOT COALESCE(('security_invoker=true'::text = ANY (relation.reloptions)), false)))
UNION ALL
 SELECT granted.name AS object,
    'everyone_has_rights'::text AS fault
   FROM granted
  WHERE (granted.grantee = (0)::oid)
UNION ALL
 SELECT DISTINCT granted.name AS object,
    'clerks_may_lock'::text AS fault
   FROM granted
  WHERE ((granted.grantee = ANY (ARRAY[(to_regrole('thidua_clerk'::text))::oid, (to_regrole('thidua_user'::text))::oid])) AND (granted.privilege_type <> 'SELECT'::text) AND (granted.attname IS NULL))
UNION ALL
 SELECT routine.name AS object,
    'function_is_for_everyone'::text AS fault
   FROM routine
  WHERE (EXISTS ( SELECT
           FROM aclexplode(COALESCE(routine.proacl, acldefault('f'::"char", routine.proowner))) a(grantor, grantee, privilege_type, is_grantable)
          WHERE (a.grantee = (0)::oid)))
UNION ALL
 SELECT routine.name AS object,
    'search_path_is_not_fixed'::text AS fault
   FROM routine
  WHERE ((NOT COALESCE(('search_path=pg_catalog, public, pg_temp'::text = ANY (routine.proconfig)), false)) AND (routine.prosecdef OR (routine.prosqlbody IS NULL)))
UNION ALL
 SELECT relation.name AS object,
    'owner_is_another'::text AS fault
   FROM relation
  WHERE ((relation.relkind = ANY (ARRAY['r'::"char", 'v'::"char", 'S'::"char", 'p'::"char", 'm'::"char", 'f'::"char"])) AND (relation.relowner <> (to_regrole('thidua_owner'::text))::oid))
UNION ALL
 SELECT routine.name AS object,
    'owner_is_another'::text AS fault
   FROM routine
  WHERE (routine.proowner <> (
        CASE
            WHEN (routine.proname ~~ 'server\_role\_%'::text) THEN to_regrole('thidua_accounts'::text)
            ELSE to_regrole('thidua_owner'::text)
        END)::oid)
UNION ALL
 SELECT r.name AS object,
    'changes_leave_no_trail'::text AS fault
   FROM relation r
  WHERE ((r.relkind = ANY (ARRAY['r'::"char", 'p'::"char"])) AND r.relrowsecurity AND (r.name !~~ 'audit%'::text) AND (NOT (EXISTS ( SELECT
           FROM pg_trigger t
          WHERE ((t.tgrelid = r.oid) AND (t.tgfoid = ('public.audit_change'::regproc)::oid) AND (t.tgenabled = 'A'::"char"))))))
UNION ALL
 SELECT format('%s: %s'::text, (t.tgrelid)::regclass, t.tgname) AS object,
    'trigger_is_off'::text AS fault
   FROM (pg_trigger t
     JOIN relation r ON ((r.oid = t.tgrelid)))
  WHERE (t.tgenabled <> ALL (ARRAY['O'::"char", 'A'::"char"]))
UNION ALL
 SELECT format('%s: %s'::text, (k.conrelid)::regclass, k.conname) AS object,
    'key_crosses_units'::text AS fault
   FROM ((pg_constraint k
     JOIN tenant here ON ((here.oid = k.conrelid)))
     JOIN tenant there ON ((there.oid = k.confrelid)))
  WHERE ((k.contype = 'f'::"char") AND (NOT (EXISTS ( SELECT
           FROM UNNEST(k.conkey, k.confkey) pair(a, b)
          WHERE ((pair.a = here.attnum) AND (pair.b = there.attnum))))))
UNION ALL
 SELECT (pg_database.datname)::text AS object,
    'database_lets_everyone_in'::text AS fault
   FROM pg_database
  WHERE ((pg_database.datname = current_database()) AND (EXISTS ( SELECT
           FROM aclexplode(COALESCE(pg_database.datacl, acldefault('d'::"char", pg_database.datdba))) a(grantor, grantee, privilege_type, is_grantable)
          WHERE (a.grantee = (0)::oid))))
UNION ALL
 SELECT (current_database())::text AS object,
    'counters_are_for_everyone'::text AS fault
  WHERE (EXISTS ( SELECT
           FROM public.counter_of_everyone))
UNION ALL
 SELECT l.name AS object,
    'login_has_other_rights'::text AS fault
   FROM (login l
     JOIN public.account a ON ((a.login = l.name)))
  WHERE (l.is_mighty OR (EXISTS ( SELECT
           FROM pg_auth_members m
          WHERE ((m.member = l.oid) AND (m.roleid <> (to_regrole(('thidua_'::text || a.role)))::oid)))))
UNION ALL
 SELECT a.login AS object,
    'account_has_no_login'::text AS fault
   FROM public.account a
  WHERE ((a.removed_at IS NULL) AND (NOT (EXISTS ( SELECT
           FROM login l
          WHERE (l.name = a.login)))))
UNION ALL
 SELECT l.name AS object,
    'login_has_no_account'::text AS fault
   FROM login l
  WHERE ((public.is_administrator() OR pg_has_role(SESSION_USER, 'thidua_auditor'::name, 'USAGE'::text)) AND pg_has_role(l.oid, 'thidua_user'::name, 'MEMBER'::text) AND (EXISTS ( SELECT
           FROM (pg_database d
             CROSS JOIN LATERAL aclexplode(d.datacl) a(grantor, grantee, privilege_type, is_grantable))
          WHERE ((d.datname = current_database()) AND (a.grantee <> (0)::oid) AND pg_has_role(l.oid, a.grantee, 'USAGE'::text)))) AND (NOT pg_has_role(l.oid, 'thidua_owner'::name, 'MEMBER'::text)) AND (NOT (EXISTS ( SELECT
           FROM public.account a
          WHERE ((a.login = l.name) AND (a.removed_at IS NULL))))))
UNION ALL
 SELECT ('past.'::text || (c.relname)::text) AS object,
        CASE
            WHEN (c.relowner <> (to_regrole('thidua_owner'::text))::oid) THEN 'owner_is_another'::text
            WHEN (NOT COALESCE(('security_invoker=true'::text = ANY (c.reloptions)), false)) THEN 'view_shows_its_owners_rows'::text
            ELSE 'past_is_in_sight'::text
        END AS fault
   FROM pg_class c
  WHERE ((c.relnamespace = (to_regnamespace('past'::text))::oid) AND ((c.relowner <> (to_regrole('thidua_owner'::text))::oid) OR (NOT COALESCE(('security_invoker=true'::text = ANY (c.reloptions)), false)) OR (EXISTS ( SELECT
           FROM aclexplode(c.relacl) a(grantor, grantee, privilege_type, is_grantable)
          WHERE (a.grantee <> c.relowner)))))
UNION ALL
 SELECT ('past.'::text || (p.proname)::text) AS object,
        CASE
            WHEN (p.proowner <> (to_regrole('thidua_owner'::text))::oid) THEN 'owner_is_another'::text
            ELSE 'past_is_in_sight'::text
        END AS fault
   FROM pg_proc p
  WHERE ((p.pronamespace = (to_regnamespace('past'::text))::oid) AND ((p.proowner <> (to_regrole('thidua_owner'::text))::oid) OR (EXISTS ( SELECT
           FROM aclexplode(COALESCE(p.proacl, acldefault('f'::"char", p.proowner))) a(grantor, grantee, privilege_type, is_grantable)
          WHERE (a.grantee <> p.proowner)))))
UNION ALL
 SELECT 'past'::text AS object,
    'past_is_in_sight'::text AS fault
   FROM (pg_namespace n
     CROSS JOIN LATERAL aclexplode(n.nspacl) a(grantor, grantee, privilege_type, is_grantable))
  WHERE ((n.nspname = 'past'::name) AND (a.grantee <> n.nspowner));


--
-- Name: VIEW access_fault; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.access_fault IS 'Everything in the catalogue, and among the logins, that would let someone past row-level security or the trail.';


--
-- Name: access_role; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_role (
    code text NOT NULL COLLATE pg_catalog."C",
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);
ALTER TABLE ONLY public.access_role ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.access_role ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.access_role ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.access_role FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE access_role; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.access_role IS 'What a login may be: the roles thidua_… of the server.';


--
-- Name: COLUMN access_role.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.access_role.code IS 'The role''s code in data and JSON; the server''s role is thidua_ and this.';


--
-- Name: COLUMN access_role.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.access_role.name_vi IS 'Vietnamese name.';


--
-- Name: COLUMN access_role.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.access_role.name_en IS 'English name.';


--
-- Name: area_specialist; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.area_specialist (
    code public.code NOT NULL,
    name public.plain_text NOT NULL,
    email text COLLATE pg_catalog."C",
    CONSTRAINT area_specialist_email_is_an_address CHECK (((email ~ '^[A-Za-z0-9.!#$%&''*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$'::text) AND (length(email) <= 254) AND (email !~ '^-'::text)))
);
ALTER TABLE ONLY public.area_specialist ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.area_specialist ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.area_specialist ALTER COLUMN email SET STATISTICS 0;

ALTER TABLE ONLY public.area_specialist FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE area_specialist; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.area_specialist IS 'Officers of Ban Tổ chức cán bộ who look after certain provinces (RULES.md, Words).';


--
-- Name: COLUMN area_specialist.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.area_specialist.code IS 'How the tool calls them; also the name of their folder of reports.';


--
-- Name: COLUMN area_specialist.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.area_specialist.name IS 'Full name.';


--
-- Name: COLUMN area_specialist.email; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.area_specialist.email IS 'Where soft copies and reports are sent; null where none is sent.';


--
-- Name: audit_head; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_head (
    chain text NOT NULL COLLATE pg_catalog."C",
    number bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_head_counts_from_nothing CHECK ((number >= 0)),
    CONSTRAINT audit_head_is_sha256 CHECK ((octet_length(hash) = 32))
)
WITH (fillfactor='50');
ALTER TABLE ONLY public.audit_head ALTER COLUMN chain SET STATISTICS 0;
ALTER TABLE ONLY public.audit_head ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.audit_head ALTER COLUMN hash SET STATISTICS 0;

ALTER TABLE ONLY public.audit_head FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE audit_head; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_head IS 'Where each chain of the trail ends. Who commits a change holds the row of its chain meanwhile.';


--
-- Name: COLUMN audit_head.chain; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_head.chain IS 'The unit; * for what belongs to none.';


--
-- Name: COLUMN audit_head.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_head.number IS 'The number of its last row; 0 while there is none.';


--
-- Name: COLUMN audit_head.hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_head.hash IS 'The hash of its last row; of nothing, while there is none.';


--
-- Name: audit_heads; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.audit_heads WITH (security_invoker='true') AS
 SELECT jsonb_object_agg(audit_head.chain, jsonb_build_array(audit_head.number, encode(audit_head.hash, 'hex'::text))) AS heads,
    count(*) AS chains,
    (sum(audit_head.number))::bigint AS rows
   FROM public.audit_head
  WHERE (audit_head.number > 0);


--
-- Name: VIEW audit_heads; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.audit_heads IS 'The heads of all chains in one value: {chain: [number, hash]}.';


--
-- Name: audit_trail; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.audit_trail WITH (security_invoker='true') AS
 SELECT a.chain,
    a.number,
    a.at,
    a.login,
    a.tool,
    a.relation,
    a.nomination,
    COALESCE((p.after ->> 'staff_no'::text), (p.before ->> 'staff_no'::text),
        CASE a.relation
            WHEN 'endorsement'::text THEN (COALESCE(p.after, p.before) ->> 'nominee'::text)
            ELSE NULL::text
        END) AS staff_no,
        CASE
            WHEN (a.relation = 'seal'::text) THEN 'seal'::text
            WHEN (a.before IS NULL) THEN 'insert'::text
            WHEN (a.after IS NULL) THEN 'delete'::text
            ELSE 'update'::text
        END AS operation,
    (a.before || COALESCE(p.before, '{}'::jsonb)) AS before,
    (a.after || COALESCE(p.after, '{}'::jsonb)) AS after,
    ((a.personal IS NOT NULL) AND (p.number IS NULL)) AS is_masked
   FROM (public.audit a
     LEFT JOIN public.audit_personal p USING (chain, number));


--
-- Name: VIEW audit_trail; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.audit_trail IS 'The trail, with what is personal for whom it is shown.';


--
-- Name: award; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.award (
    code text NOT NULL COLLATE pg_catalog."C",
    rank integer NOT NULL,
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);
ALTER TABLE ONLY public.award ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.award ALTER COLUMN rank SET STATISTICS 0;
ALTER TABLE ONLY public.award ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.award ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.award FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE award; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.award IS 'Forms of commendation (RULES.md, Words).';


--
-- Name: COLUMN award.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.code IS 'The award''s code in data and JSON.';


--
-- Name: COLUMN award.rank; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.rank IS 'Its order, the highest form first.';


--
-- Name: COLUMN award.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.name_vi IS 'Vietnamese name.';


--
-- Name: COLUMN award.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.award.name_en IS 'English name.';


--
-- Name: campaign_status; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.campaign_status WITH (security_invoker='true') AS
 SELECT campaign.code,
    campaign.title,
    campaign.plan_date,
    campaign.circular_number,
    campaign.circular_date,
    campaign.deadline,
    campaign.pool,
    (clock_timestamp() < campaign.deadline) AS is_open,
        CASE
            WHEN bool_or((clock_timestamp() < campaign.deadline)) OVER () THEN (clock_timestamp() < campaign.deadline)
            ELSE (row_number() OVER (ORDER BY campaign.deadline DESC, campaign.code) = 1)
        END AS is_meant
   FROM public.campaign;


--
-- Name: VIEW campaign_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.campaign_status IS 'Campaigns, and whether they take nominations now.';


--
-- Name: catalogue; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.catalogue (
    number bigint NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    objects jsonb NOT NULL
);
ALTER TABLE ONLY public.catalogue ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.catalogue ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.catalogue ALTER COLUMN objects SET STATISTICS 0;

ALTER TABLE ONLY public.catalogue FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE catalogue; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.catalogue IS 'What each run of the migrations left behind. The latest row holds; being in the trail, it cannot be bent unseen.';


--
-- Name: COLUMN catalogue.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.catalogue.number IS 'Its number.';


--
-- Name: COLUMN catalogue.recorded_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.catalogue.recorded_at IS 'When it was put on record.';


--
-- Name: COLUMN catalogue.objects; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.catalogue.objects IS 'As catalogue_now had it: {object: digest}.';


--
-- Name: catalogue_now; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.catalogue_now WITH (security_invoker='true') AS
 WITH thing(object, acl, definition) AS (
         SELECT format('%s %s'::text,
                CASE pg_class.relkind
                    WHEN 'v'::"char" THEN 'view'::text
                    WHEN 'S'::"char" THEN 'sequence'::text
                    ELSE 'table'::text
                END, pg_class.relname) AS format,
            pg_class.relacl,
            concat_ws(' '::text, pg_class.relkind, (pg_class.relowner)::regrole, pg_class.relrowsecurity, pg_class.relforcerowsecurity, pg_class.reloptions,
                CASE pg_class.relkind
                    WHEN 'v'::"char" THEN regexp_replace(translate(pg_get_viewdef(pg_class.oid), '()'::text, ''::text), ' AS \w+'::text, ''::text, 'g'::text)
                    ELSE NULL::text
                END) AS concat_ws
           FROM pg_class
          WHERE ((pg_class.relnamespace = ('public'::regnamespace)::oid) AND (pg_class.relkind = ANY (ARRAY['r'::"char", 'v'::"char", 'S'::"char", 'm'::"char", 'p'::"char", 'f'::"char"])))
        UNION ALL
         SELECT format('column %s.%s'::text, c.relname, a.attname) AS format,
            a.attacl,
            concat_ws(' '::text, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attstattarget, a.attgenerated, a.attidentity, pg_get_expr(d.adbin, d.adrelid)) AS concat_ws
           FROM ((pg_class c
             JOIN pg_attribute a ON ((a.attrelid = c.oid)))
             LEFT JOIN pg_attrdef d ON (((d.adrelid = a.attrelid) AND (d.adnum = a.attnum))))
          WHERE ((c.relnamespace = ('public'::regnamespace)::oid) AND (c.relkind = ANY (ARRAY['r'::"char", 'v'::"char"])) AND (a.attnum > 0) AND (NOT a.attisdropped))
        UNION ALL
         SELECT format('index %s'::text, pg_class.relname) AS format,
            NULL::aclitem[],
            concat_ws(' '::text, pg_get_indexdef(pg_class.oid)) AS concat_ws
           FROM pg_class
          WHERE ((pg_class.relnamespace = ('public'::regnamespace)::oid) AND (pg_class.relkind = ANY (ARRAY['i'::"char", 'I'::"char"])))
        UNION ALL
         SELECT format('constraint %s'::text, pg_constraint.conname) AS format,
            NULL::aclitem[],
            concat_ws(' '::text, (pg_constraint.conrelid)::regclass, (pg_constraint.contypid)::regtype, pg_get_constraintdef(pg_constraint.oid), pg_constraint.convalidated) AS concat_ws
           FROM pg_constraint
          WHERE ((pg_constraint.connamespace = ('public'::regnamespace)::oid) AND (pg_constraint.contype <> 't'::"char"))
        UNION ALL
         SELECT format('policy %s.%s'::text, (pg_policy.polrelid)::regclass, pg_policy.polname) AS format,
            NULL::aclitem[],
            concat_ws(' '::text, pg_policy.polcmd, pg_policy.polpermissive, ( SELECT string_agg(((r.r)::regrole)::text, ' '::text ORDER BY ((r.r)::regrole)::text) AS string_agg
                   FROM unnest(pg_policy.polroles) r(r)), pg_get_expr(pg_policy.polqual, pg_policy.polrelid), pg_get_expr(pg_policy.polwithcheck, pg_policy.polrelid)) AS concat_ws
           FROM (pg_policy
             JOIN pg_class c ON ((c.oid = pg_policy.polrelid)))
          WHERE (c.relnamespace = ('public'::regnamespace)::oid)
        UNION ALL
         SELECT format('trigger %s.%s'::text, (t.tgrelid)::regclass, t.tgname) AS format,
            NULL::aclitem[],
            concat_ws(' '::text, t.tgenabled, pg_get_triggerdef(t.oid)) AS concat_ws
           FROM (pg_trigger t
             JOIN pg_class c ON ((c.oid = t.tgrelid)))
          WHERE ((c.relnamespace = ('public'::regnamespace)::oid) AND (NOT t.tgisinternal))
        UNION ALL
         SELECT format('rule %s.%s'::text, (r.ev_class)::regclass, r.rulename) AS format,
            NULL::aclitem[],
            pg_get_ruledef(r.oid) AS pg_get_ruledef
           FROM (pg_rewrite r
             JOIN pg_class c ON ((c.oid = r.ev_class)))
          WHERE ((c.relnamespace = ('public'::regnamespace)::oid) AND (c.relkind <> 'v'::"char"))
        UNION ALL
         SELECT format('function %s'::text, (p.oid)::regprocedure) AS format,
            p.proacl,
            concat_ws(' '::text, (p.proowner)::regrole, p.prosecdef, p.proleakproof, p.provolatile, p.procost, p.proconfig, pg_get_functiondef(p.oid)) AS concat_ws
           FROM pg_proc p
          WHERE ((p.pronamespace = ('public'::regnamespace)::oid) AND (p.prokind = ANY (ARRAY['f'::"char", 'p'::"char"])) AND (NOT (EXISTS ( SELECT
                   FROM pg_depend d
                  WHERE ((d.classid = ('pg_proc'::regclass)::oid) AND (d.objid = p.oid) AND (d.deptype = 'e'::"char"))))))
        UNION ALL
         SELECT format('schema %s'::text, pg_namespace.nspname) AS format,
            pg_namespace.nspacl,
            ''::text
           FROM pg_namespace
          WHERE (pg_namespace.nspname !~ '^pg_|^information_schema$'::text)
        UNION ALL
         SELECT format('role %s'::text, r.rolname) AS format,
            NULL::aclitem[],
            concat_ws(' '::text, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls, ( SELECT string_agg((g.rolname)::text, ' '::text ORDER BY ((g.rolname)::text COLLATE "C")) AS string_agg
                   FROM (pg_auth_members m
                     JOIN pg_roles g ON ((g.oid = m.roleid)))
                  WHERE ((m.member = r.oid) AND (NOT g.rolcanlogin)))) AS concat_ws
           FROM pg_roles r
          WHERE ((r.rolname ~~ 'thidua\_%'::text) AND (NOT r.rolcanlogin))
        UNION ALL
         SELECT format('defaults of %s'::text, (pg_default_acl.defaclrole)::regrole) AS format,
            pg_default_acl.defaclacl,
            concat_ws(' '::text, (pg_default_acl.defaclnamespace)::regnamespace, pg_default_acl.defaclobjtype) AS concat_ws
           FROM pg_default_acl
        UNION ALL
         SELECT format('setting of %s'::text, COALESCE(((pg_db_role_setting.setrole)::regrole)::text, 'all'::text)) AS format,
            NULL::aclitem[],
            array_to_string(pg_db_role_setting.setconfig, ' '::text) AS array_to_string
           FROM pg_db_role_setting
          WHERE ((pg_db_role_setting.setdatabase = ANY (ARRAY[(0)::oid, ( SELECT pg_database.oid
                   FROM pg_database
                  WHERE (pg_database.datname = current_database()))])) AND (array_to_string(pg_db_role_setting.setconfig, ' '::text) ~ 'session_replication_role|row_security'::text))
        )
 SELECT thing.object,
    encode(sha256(convert_to(concat_ws(' '::text, thing.definition, ( SELECT string_agg(concat_ws(':'::text,
                CASE a.grantee
                    WHEN 0 THEN 'PUBLIC'::text
                    ELSE ((a.grantee)::regrole)::text
                END, a.privilege_type, a.is_grantable), ' '::text ORDER BY ((a.grantee)::regrole)::text, a.privilege_type) AS string_agg
           FROM aclexplode(thing.acl) a(grantor, grantee, privilege_type, is_grantable))), 'UTF8'::name)), 'hex'::text) AS digest
   FROM thing
UNION ALL
 SELECT ('view past.'::text || (pg_class.relname)::text) AS object,
    encode(sha256(convert_to(concat_ws(' '::text, (pg_class.relowner)::regrole, pg_class.reloptions, pg_class.relacl, regexp_replace(translate(pg_get_viewdef(pg_class.oid), '()'::text, ''::text), ' AS \w+'::text, ''::text, 'g'::text)), 'UTF8'::name)), 'hex'::text) AS digest
   FROM pg_class
  WHERE ((pg_class.relnamespace = (to_regnamespace('past'::text))::oid) AND (pg_class.relkind = 'v'::"char"))
UNION ALL
 SELECT ('function past.'::text || (p.proname)::text) AS object,
    encode(sha256(convert_to(concat_ws(' '::text, (p.proowner)::regrole, p.proacl, pg_get_functiondef(p.oid)), 'UTF8'::name)), 'hex'::text) AS digest
   FROM pg_proc p
  WHERE (p.pronamespace = (to_regnamespace('past'::text))::oid);


--
-- Name: VIEW catalogue_now; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.catalogue_now IS 'A digest of every object''s definition and grants, as they are.';


--
-- Name: catalogue_number_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.catalogue ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.catalogue_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: checklist; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.checklist WITH (security_invoker='true') AS
 SELECT n.unit,
    n.id AS nomination,
    n.campaign,
    'criterion'::text AS kind,
    c.code AS item,
    c.clause,
    c.words,
    c.words_en,
    a.evidence,
    NULL::date AS completed_on,
    NULL::boolean AS is_on_time,
    NULL::boolean AS is_of_quality,
    NULL::boolean AS applies,
    (a.evidence IS NOT NULL) AS is_met,
    1 AS rank
   FROM ((public.nomination n
     JOIN public.criterion c ON ((((c.campaign)::text = (n.campaign)::text) AND (c.subject = n.subject))))
     LEFT JOIN LATERAL ( SELECT a_1.evidence
           FROM public.attestation a_1
          WHERE (((a_1.unit)::text = (n.unit)::text) AND (a_1.nomination = n.id) AND (a_1.criterion = c.code))
         OFFSET 0) a ON (true))
UNION ALL
 SELECT n.unit,
    n.id AS nomination,
    n.campaign,
    'directive'::text AS kind,
    d.number AS item,
    d.clause,
    d.number AS words,
    d.number AS words_en,
    c.evidence,
    c.completed_on,
    (c.completed_on <= d.due_on) AS is_on_time,
    c.is_of_quality,
    NULL::boolean AS applies,
    (c.evidence IS NOT NULL) AS is_met,
    2 AS rank
   FROM ((public.nomination n
     JOIN public.directive d ON (((d.campaign)::text = (n.campaign)::text)))
     LEFT JOIN LATERAL ( SELECT c_1.completed_on,
            c_1.is_of_quality,
            c_1.evidence
           FROM public.completion c_1
          WHERE (((c_1.unit)::text = (n.unit)::text) AND (c_1.nomination = n.id) AND ((c_1.directive)::text = (d.number)::text))
         OFFSET 0) c ON (true))
UNION ALL
 SELECT n.unit,
    n.id AS nomination,
    n.campaign,
    'bar'::text AS kind,
    b.code AS item,
    b.clause,
    b.name_vi AS words,
    b.name_en AS words_en,
    c.evidence,
    NULL::date AS completed_on,
    NULL::boolean AS is_on_time,
    NULL::boolean AS is_of_quality,
    c.applies,
    (NOT (c.applies IS DISTINCT FROM false)) AS is_met,
    3 AS rank
   FROM ((public.nomination n
     JOIN public.bar b ON ((((b.campaign)::text = (n.campaign)::text) AND (b.subject = n.subject))))
     LEFT JOIN LATERAL ( SELECT c_1.applies,
            c_1.evidence
           FROM public.conduct c_1
          WHERE (((c_1.unit)::text = (n.unit)::text) AND (c_1.nomination = n.id) AND (c_1.bar = b.code))
         OFFSET 0) c ON (true));


--
-- Name: VIEW checklist; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.checklist IS 'All that must be attested of each nomination, and what is: criteria, directives, and that no fact bars the nominee.';


--
-- Name: council_member; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.council_member (
    session bigint NOT NULL,
    name public.plain_text NOT NULL,
    title public.plain_text
);
ALTER TABLE ONLY public.council_member ALTER COLUMN session SET STATISTICS 0;
ALTER TABLE ONLY public.council_member ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.council_member ALTER COLUMN title SET STATISTICS 0;

ALTER TABLE ONLY public.council_member FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE council_member; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.council_member IS 'Who sat in a session.';


--
-- Name: COLUMN council_member.session; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_member.session IS 'The session.';


--
-- Name: COLUMN council_member.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_member.name IS 'Full name, told apart where two are the same.';


--
-- Name: COLUMN council_member.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_member.title IS 'Position in the council.';


--
-- Name: council_opinion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.council_opinion (
    unit public.code NOT NULL,
    nomination bigint NOT NULL,
    campaign public.code NOT NULL,
    session bigint NOT NULL,
    votes_for integer NOT NULL,
    votes_total integer NOT NULL,
    opinion public.prose,
    CONSTRAINT council_vote_counts_from_nothing CHECK ((votes_for >= 0)),
    CONSTRAINT council_vote_had_voters CHECK ((votes_total > 0)),
    CONSTRAINT council_vote_is_not_above_its_total CHECK ((votes_for <= votes_total))
);
ALTER TABLE ONLY public.council_opinion ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.council_opinion ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.council_opinion ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.council_opinion ALTER COLUMN session SET STATISTICS 0;
ALTER TABLE ONLY public.council_opinion ALTER COLUMN votes_for SET STATISTICS 0;
ALTER TABLE ONLY public.council_opinion ALTER COLUMN votes_total SET STATISTICS 0;
ALTER TABLE ONLY public.council_opinion ALTER COLUMN opinion SET STATISTICS 0;

ALTER TABLE ONLY public.council_opinion FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE council_opinion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.council_opinion IS 'What the council thinks of a nomination.';


--
-- Name: COLUMN council_opinion.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_opinion.unit IS 'The unit that proposed it.';


--
-- Name: COLUMN council_opinion.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_opinion.nomination IS 'The nomination.';


--
-- Name: COLUMN council_opinion.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_opinion.campaign IS 'The campaign of both.';


--
-- Name: COLUMN council_opinion.session; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_opinion.session IS 'The session.';


--
-- Name: COLUMN council_opinion.votes_for; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_opinion.votes_for IS 'Votes for.';


--
-- Name: COLUMN council_opinion.votes_total; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_opinion.votes_total IS 'Votes in all: no more than members.';


--
-- Name: COLUMN council_opinion.opinion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_opinion.opinion IS 'Its opinion in words.';


--
-- Name: council_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.council_session (
    id bigint NOT NULL,
    campaign public.code NOT NULL,
    held_on date NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT council_session_has_been_held CHECK ((held_on <= ((recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date))
);
ALTER TABLE ONLY public.council_session ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.council_session ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.council_session ALTER COLUMN held_on SET STATISTICS 0;
ALTER TABLE ONLY public.council_session ALTER COLUMN recorded_at SET STATISTICS 0;

ALTER TABLE ONLY public.council_session FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE council_session; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.council_session IS 'Sessions of the council that considers the nominations of a campaign.';


--
-- Name: COLUMN council_session.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_session.id IS 'Its number.';


--
-- Name: COLUMN council_session.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_session.campaign IS 'The campaign.';


--
-- Name: COLUMN council_session.held_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_session.held_on IS 'The day on which it was held.';


--
-- Name: COLUMN council_session.recorded_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.council_session.recorded_at IS 'When it was put on record.';


--
-- Name: council_session_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.council_session ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.council_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: decision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.decision (
    campaign public.code NOT NULL,
    number public.code NOT NULL,
    award text NOT NULL COLLATE pg_catalog."C",
    decided_on date NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT decision_has_been_taken CHECK ((decided_on <= ((recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date))
);
ALTER TABLE ONLY public.decision ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.decision ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.decision ALTER COLUMN award SET STATISTICS 0;
ALTER TABLE ONLY public.decision ALTER COLUMN decided_on SET STATISTICS 0;
ALTER TABLE ONLY public.decision ALTER COLUMN recorded_at SET STATISTICS 0;

ALTER TABLE ONLY public.decision FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE decision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.decision IS 'Decisions of the Minister or the Director.';


--
-- Name: COLUMN decision.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision.campaign IS 'The campaign.';


--
-- Name: COLUMN decision.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision.number IS 'Its number.';


--
-- Name: COLUMN decision.award; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision.award IS 'The award that it gives or withholds.';


--
-- Name: COLUMN decision.decided_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision.decided_on IS 'Its date.';


--
-- Name: COLUMN decision.recorded_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision.recorded_at IS 'When it was put on record.';


--
-- Name: decision_outcome; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.decision_outcome (
    unit public.code NOT NULL,
    nomination bigint NOT NULL,
    campaign public.code NOT NULL,
    award text NOT NULL COLLATE pg_catalog."C",
    number public.code NOT NULL,
    outcome text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT decision_outcome_is_known CHECK ((outcome = ANY (ARRAY['awarded'::text, 'declined'::text])))
);
ALTER TABLE ONLY public.decision_outcome ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.decision_outcome ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.decision_outcome ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.decision_outcome ALTER COLUMN award SET STATISTICS 0;
ALTER TABLE ONLY public.decision_outcome ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.decision_outcome ALTER COLUMN outcome SET STATISTICS 0;

ALTER TABLE ONLY public.decision_outcome FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE decision_outcome; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.decision_outcome IS 'What was decided of each nomination.';


--
-- Name: COLUMN decision_outcome.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision_outcome.unit IS 'The unit that proposed it.';


--
-- Name: COLUMN decision_outcome.nomination; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision_outcome.nomination IS 'The nomination.';


--
-- Name: COLUMN decision_outcome.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision_outcome.campaign IS 'Its campaign.';


--
-- Name: COLUMN decision_outcome.award; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision_outcome.award IS 'Its award.';


--
-- Name: COLUMN decision_outcome.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision_outcome.number IS 'The decision.';


--
-- Name: COLUMN decision_outcome.outcome; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.decision_outcome.outcome IS 'Awarded or declined.';


--
-- Name: decision_list; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.decision_list WITH (security_invoker='true') AS
 SELECT o.campaign,
    o.number,
    d.decided_on,
    o.award,
    o.outcome,
    n.id AS nomination,
    n.unit,
    n.subject,
    n.nominee_name AS nominee,
    n.collective,
    n.staff_no,
    n."position",
    n.workplace
   FROM ((public.decision_outcome o
     JOIN public.decision d USING (campaign, number))
     JOIN public.nomination n ON ((((n.unit)::text = (o.unit)::text) AND (n.id = o.nomination))));


--
-- Name: VIEW decision_list; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.decision_list IS 'Who was awarded, and who was not, by which decision.';


--
-- Name: dossier_fault; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.dossier_fault WITH (security_invoker='true') AS
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'not_attested'::text AS fault,
    c.code AS item,
    c.clause,
    c.words AS name_vi,
    c.words_en AS name_en
   FROM (public.nomination n
     CROSS JOIN LATERAL ( SELECT c_1.campaign,
            c_1.code,
            c_1.subject,
            c_1.clause,
            c_1.words,
            c_1.words_en
           FROM public.criterion c_1
          WHERE ((((c_1.campaign)::text = (n.campaign)::text) AND (c_1.subject = n.subject)) AND (c_1.code <> ALL (ARRAY( SELECT a.criterion
                   FROM public.attestation a
                  WHERE (((a.unit)::text = (n.unit)::text) AND (a.nomination = n.id))))))
         OFFSET 0) c)
  WHERE n.is_open
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'not_completed'::text AS fault,
    d.number AS item,
    d.clause,
    d.number AS name_vi,
    d.number AS name_en
   FROM (public.nomination n
     CROSS JOIN LATERAL ( SELECT d_1.campaign,
            d_1.number,
            d_1.issued_on,
            d_1.due_on,
            d_1.clause
           FROM public.directive d_1
          WHERE (((d_1.campaign)::text = (n.campaign)::text) AND ((d_1.number)::text <> ALL (ARRAY( SELECT (c.directive)::text AS directive
                   FROM public.completion c
                  WHERE (((c.unit)::text = (n.unit)::text) AND (c.nomination = n.id))))))
         OFFSET 0) d)
  WHERE n.is_open
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
        CASE
            WHEN (b.code = ANY (stated.applying)) THEN 'barred'::text
            ELSE 'not_cleared'::text
        END AS fault,
    b.code AS item,
    b.clause,
    b.name_vi,
    b.name_en
   FROM ((public.nomination n
     CROSS JOIN LATERAL ( SELECT array_agg(c.bar) FILTER (WHERE c.applies) AS applying,
            COALESCE(array_agg(c.bar) FILTER (WHERE (NOT c.applies)), '{}'::text[]) AS cleared
           FROM public.conduct c
          WHERE (((c.unit)::text = (n.unit)::text) AND (c.nomination = n.id))
         OFFSET 0) stated)
     CROSS JOIN LATERAL ( SELECT b_1.campaign,
            b_1.code,
            b_1.subject,
            b_1.clause,
            b_1.name_vi,
            b_1.name_en
           FROM public.bar b_1
          WHERE ((((b_1.campaign)::text = (n.campaign)::text) AND (b_1.subject = n.subject)) AND (b_1.code <> ALL (stated.cleared)))
         OFFSET 0) b)
  WHERE n.is_open
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'no_document'::text AS fault,
    k.code AS item,
    k.clause,
    k.name_vi,
    k.name_en
   FROM (public.nomination n
     JOIN public.document_kind k ON ((k.part_of = 'nomination'::text)))
  WHERE (n.is_open AND (NOT (EXISTS ( SELECT
           FROM public.document d
          WHERE (((d.unit)::text = (n.unit)::text) AND ((d.campaign)::text = (n.campaign)::text) AND (d.kind = k.code) AND (d.nomination = n.id))
         OFFSET 0))))
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'not_declared'::text AS fault,
    k.code AS item,
    k.clause,
    k.name_vi,
    k.name_en
   FROM (public.nomination n
     JOIN public.document_kind k ON ((k.code = 'proposal_letter'::text)))
  WHERE (n.is_open AND (NOT (EXISTS ( SELECT
           FROM public.declaration d
          WHERE (((d.unit)::text = (n.unit)::text) AND (d.nomination = n.id))
         OFFSET 0))))
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'no_votes'::text AS fault,
    k.code AS item,
    k.clause,
    k.name_vi,
    k.name_en
   FROM (public.nomination n
     JOIN public.document_kind k ON ((k.code = 'selection_minutes'::text)))
  WHERE (n.is_open AND (NOT (EXISTS ( SELECT
           FROM public.selection_vote v
          WHERE (((v.unit)::text = (n.unit)::text) AND (v.nomination = n.id))
         OFFSET 0))))
UNION ALL
 SELECT n.unit,
    n.campaign,
    n.id AS nomination,
    'not_certified'::text AS fault,
    k.code AS item,
    k.clause,
    r.name_vi,
    r.name_en
   FROM ((public.nomination n
     JOIN public.document_kind k ON ((k.code = 'achievement_report'::text)))
     JOIN public.certifier_role r ON ((r.subject = n.subject)))
  WHERE (n.is_open AND (NOT (EXISTS ( SELECT
           FROM public.certification c
          WHERE (((c.unit)::text = (n.unit)::text) AND (c.nomination = n.id))
         OFFSET 0))))
UNION ALL
 SELECT d.unit,
    d.campaign,
    NULL::bigint AS nomination,
    'no_document'::text AS fault,
    k.code AS item,
    k.clause,
    k.name_vi,
    k.name_en
   FROM (public.dossier d
     JOIN public.document_kind k ON ((k.part_of = 'dossier'::text)))
  WHERE (d.is_open AND (NOT (EXISTS ( SELECT
           FROM public.document p
          WHERE ((((p.unit)::text = (d.unit)::text) AND ((p.campaign)::text = (d.campaign)::text) AND (p.kind = k.code)) AND (p.nomination IS NULL))
         OFFSET 0))))
UNION ALL
 SELECT d.unit,
    d.campaign,
    NULL::bigint AS nomination,
    'no_nomination'::text AS fault,
    NULL::text AS item,
    '1'::text AS clause,
    NULL::text AS name_vi,
    NULL::text AS name_en
   FROM public.dossier d
  WHERE (d.is_open AND (NOT (EXISTS ( SELECT
           FROM public.nomination n
          WHERE ((((n.unit)::text = (d.unit)::text) AND ((n.campaign)::text = (d.campaign)::text)) AND n.is_open)
         OFFSET 0))));


--
-- Name: VIEW dossier_fault; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.dossier_fault IS 'What keeps an open dossier from being submitted, one row for each thing; none for a closed one.';


--
-- Name: dossier_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dossier_state (
    code text NOT NULL COLLATE pg_catalog."C",
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);
ALTER TABLE ONLY public.dossier_state ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.dossier_state ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.dossier_state ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.dossier_state FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE dossier_state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.dossier_state IS 'Where a dossier stands.';


--
-- Name: COLUMN dossier_state.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier_state.code IS 'The state''s code in data and JSON.';


--
-- Name: COLUMN dossier_state.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier_state.name_vi IS 'Vietnamese name.';


--
-- Name: COLUMN dossier_state.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.dossier_state.name_en IS 'English name.';


--
-- Name: dossier_status; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.dossier_status WITH (security_invoker='true') AS
 SELECT d.unit,
    d.campaign,
    d.is_open,
    d.submitted_at,
    d.returned_at,
    d.return_reason,
    d.paper_at,
    d.email_at,
        CASE
            WHEN (NOT d.is_open) THEN 'submitted'::text
            WHEN ((clock_timestamp() >= c.deadline) AND ((d.paper_at > COALESCE(d.returned_at, '-infinity'::timestamp with time zone)) IS NOT TRUE)) THEN 'not_submitted'::text
            WHEN (d.returned_at IS NOT NULL) THEN 'returned'::text
            ELSE 'open'::text
        END AS state
   FROM (public.dossier d
     JOIN public.campaign c ON (((c.code)::text = (d.campaign)::text)));


--
-- Name: VIEW dossier_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.dossier_status IS 'Where each dossier stands. What is open when the deadline passes is "not submitted" (T3).';


--
-- Name: file; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.file (
    unit public.code NOT NULL,
    sha256 bytea GENERATED ALWAYS AS (sha256(content)) STORED NOT NULL,
    size bigint GENERATED ALWAYS AS (octet_length(content)) STORED NOT NULL,
    type text GENERATED ALWAYS AS (public.media_type(content)) STORED COLLATE pg_catalog."C",
    content bytea NOT NULL,
    CONSTRAINT file_is_of_a_known_type CHECK ((type IS NOT NULL)),
    CONSTRAINT file_is_of_moderate_size CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= ((20 * 1024) * 1024))))
);
ALTER TABLE ONLY public.file ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.file ALTER COLUMN sha256 SET STATISTICS 0;
ALTER TABLE ONLY public.file ALTER COLUMN size SET STATISTICS 0;
ALTER TABLE ONLY public.file ALTER COLUMN type SET STATISTICS 0;
ALTER TABLE ONLY public.file ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE ONLY public.file ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.file FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE file; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.file IS 'The bytes of documents, each once for a unit, however many documents they are. Never changed, never deleted.';


--
-- Name: COLUMN file.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.file.unit IS 'The unit whose documents they are.';


--
-- Name: COLUMN file.sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.file.sha256 IS 'Their SHA-256.';


--
-- Name: COLUMN file.size; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.file.size IS 'How many they are.';


--
-- Name: COLUMN file.type; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.file.type IS 'What they are, recognised by what they begin with.';


--
-- Name: COLUMN file.content; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.file.content IS 'They themselves.';


--
-- Name: house_staff; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.house_staff WITH (security_invoker='true') AS
 SELECT c.house,
    h.civil_servants,
    h.area_offices
   FROM (public.staffing_current c
     JOIN public.staffing_house h USING (staffing_table, house));


--
-- Name: VIEW house_staff; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.house_staff IS 'What quotas are measured by: a house''s civil servants, its own and those of its units, and its area offices.';


--
-- Name: migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migration (
    name text NOT NULL,
    checksum bytea NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    applied_by text DEFAULT SESSION_USER NOT NULL,
    CONSTRAINT migration_checksum_is_sha256 CHECK ((octet_length(checksum) = 32))
);
ALTER TABLE ONLY public.migration ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.migration ALTER COLUMN checksum SET STATISTICS 0;
ALTER TABLE ONLY public.migration ALTER COLUMN applied_at SET STATISTICS 0;
ALTER TABLE ONLY public.migration ALTER COLUMN applied_by SET STATISTICS 0;

ALTER TABLE ONLY public.migration FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE migration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.migration IS 'What of sql/ has been run in this database.';


--
-- Name: COLUMN migration.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.migration.name IS 'A script''s file name without its ending; "objects" for all of sql/objects together.';


--
-- Name: COLUMN migration.checksum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.migration.checksum IS 'SHA-256 of its bytes, so that what was edited is noticed.';


--
-- Name: COLUMN migration.applied_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.migration.applied_at IS 'When its transaction ran it.';


--
-- Name: COLUMN migration.applied_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.migration.applied_by IS 'The login that ran it.';


--
-- Name: nomination_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.nomination_state (
    code text NOT NULL COLLATE pg_catalog."C",
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);
ALTER TABLE ONLY public.nomination_state ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.nomination_state ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.nomination_state ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.nomination_state FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE nomination_state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.nomination_state IS 'States of a nomination.';


--
-- Name: COLUMN nomination_state.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination_state.code IS 'The state''s code in data and JSON.';


--
-- Name: COLUMN nomination_state.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination_state.name_vi IS 'Vietnamese name.';


--
-- Name: COLUMN nomination_state.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination_state.name_en IS 'English name.';


--
-- Name: nomination_status; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.nomination_status WITH (security_invoker='true') AS
 SELECT n.id,
    n.campaign,
    n.unit,
    n.award,
    n.subject,
    n.nominee_name AS nominee,
    n.collective,
    n.staff_no,
    n."position",
    n.workplace,
    w.name AS workplace_name,
    n.state,
    n.slot,
    n.allowed,
    n.entered_at,
    n.changed_at,
    n.bar,
    n.reason
   FROM (public.nomination n
     LEFT JOIN public.unit w ON (((w.code)::text = (n.workplace)::text)));


--
-- Name: VIEW nomination_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.nomination_status IS 'Nominations with the names of who and where.';


--
-- Name: quota_bracket; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.quota_bracket (
    campaign public.code NOT NULL,
    rule public.code NOT NULL,
    bracket int4range DEFAULT '[0,)'::int4range NOT NULL,
    allowed integer NOT NULL,
    CONSTRAINT quota_bracket_allows_none_or_more CHECK ((allowed >= 0)),
    CONSTRAINT quota_bracket_is_not_empty CHECK ((NOT isempty(bracket)))
);
ALTER TABLE ONLY public.quota_bracket ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.quota_bracket ALTER COLUMN rule SET STATISTICS 0;
ALTER TABLE ONLY public.quota_bracket ALTER COLUMN bracket SET STATISTICS 0;
ALTER TABLE ONLY public.quota_bracket ALTER COLUMN allowed SET STATISTICS 0;

ALTER TABLE ONLY public.quota_bracket FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE quota_bracket; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.quota_bracket IS 'How many a rule allows, by what it measures.';


--
-- Name: COLUMN quota_bracket.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_bracket.campaign IS 'The campaign.';


--
-- Name: COLUMN quota_bracket.rule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_bracket.rule IS 'The rule.';


--
-- Name: COLUMN quota_bracket.bracket; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_bracket.bracket IS 'For which civil servants or area offices; everything, where nothing is measured.';


--
-- Name: COLUMN quota_bracket.allowed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_bracket.allowed IS 'At most so many.';


--
-- Name: quota_rule; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.quota_rule (
    campaign public.code NOT NULL,
    rule public.code NOT NULL,
    clause public.plain_text NOT NULL,
    award text NOT NULL COLLATE pg_catalog."C",
    subject text NOT NULL COLLATE pg_catalog."C",
    holder_kind text NOT NULL COLLATE pg_catalog."C",
    measure text DEFAULT 'none'::text NOT NULL COLLATE pg_catalog."C",
    pooled boolean DEFAULT false NOT NULL,
    CONSTRAINT quota_rule_holder_is_a_house CHECK ((holder_kind = ANY (ARRAY['headquarters'::text, 'province'::text]))),
    CONSTRAINT quota_rule_measure_is_known CHECK ((measure = ANY (ARRAY['none'::text, 'civil_servants'::text, 'area_offices'::text]))),
    CONSTRAINT quota_rule_pool_is_of_fixed_size CHECK (((NOT pooled) OR (measure = 'none'::text)))
);
ALTER TABLE ONLY public.quota_rule ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.quota_rule ALTER COLUMN rule SET STATISTICS 0;
ALTER TABLE ONLY public.quota_rule ALTER COLUMN clause SET STATISTICS 0;
ALTER TABLE ONLY public.quota_rule ALTER COLUMN award SET STATISTICS 0;
ALTER TABLE ONLY public.quota_rule ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE ONLY public.quota_rule ALTER COLUMN holder_kind SET STATISTICS 0;
ALTER TABLE ONLY public.quota_rule ALTER COLUMN measure SET STATISTICS 0;
ALTER TABLE ONLY public.quota_rule ALTER COLUMN pooled SET STATISTICS 0;

ALTER TABLE ONLY public.quota_rule FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE quota_rule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.quota_rule IS 'Which quotas a campaign gives, to whom, by what measure (clause 1.2).';


--
-- Name: COLUMN quota_rule.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_rule.campaign IS 'The campaign.';


--
-- Name: COLUMN quota_rule.rule; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_rule.rule IS 'The rule''s id in RULES.md.';


--
-- Name: COLUMN quota_rule.clause; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_rule.clause IS 'The circular''s clause.';


--
-- Name: COLUMN quota_rule.award; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_rule.award IS 'For which award.';


--
-- Name: COLUMN quota_rule.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_rule.subject IS 'For collectives or individuals.';


--
-- Name: COLUMN quota_rule.holder_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_rule.holder_kind IS 'Who holds it: the headquarters, or each province.';


--
-- Name: COLUMN quota_rule.measure; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_rule.measure IS 'What its size follows from; none for a fixed number.';


--
-- Name: COLUMN quota_rule.pooled; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quota_rule.pooled IS 'Whether the Department endorses at most this many out of the proposals: RULES.md, The pool.';


--
-- Name: quota_derived; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.quota_derived WITH (security_invoker='true') AS
 WITH house_quota AS (
         SELECT h.code AS holder,
            r.campaign,
            r.award,
            r.subject,
            r.rule,
            r.pooled,
            b.allowed,
            m.measured
           FROM ((((public.quota_rule r
             JOIN public.unit h ON ((h.kind = r.holder_kind)))
             LEFT JOIN public.house_staff s ON (((s.house)::text = (h.code)::text)))
             CROSS JOIN LATERAL ( SELECT
                        CASE r.measure
                            WHEN 'civil_servants'::text THEN s.civil_servants
                            WHEN 'area_offices'::text THEN s.area_offices
                            ELSE NULL::integer
                        END AS measured) m)
             JOIN public.quota_bracket b USING (campaign, rule))
          WHERE (b.bracket @>
                CASE r.measure
                    WHEN 'none'::text THEN 0
                    ELSE m.measured
                END)
        )
 SELECT house_quota.holder,
    house_quota.campaign,
    house_quota.award,
    house_quota.subject,
    'proposal'::text AS stage,
    house_quota.allowed,
    house_quota.rule,
    house_quota.measured
   FROM house_quota
UNION ALL
 SELECT DISTINCT
        CASE c.pool
            WHEN 'all_provinces'::text THEN '*'::text
            ELSE (q.holder)::text
        END AS holder,
    q.campaign,
    q.award,
    q.subject,
    'endorsement'::text AS stage,
    q.allowed,
    q.rule,
    q.measured
   FROM (house_quota q
     JOIN public.campaign c ON (((c.code)::text = (q.campaign)::text)))
  WHERE q.pooled;


--
-- Name: VIEW quota_derived; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.quota_derived IS 'Every quota as the rules and the staffing tables in force give it now.';


--
-- Name: quota_edge; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.quota_edge WITH (security_invoker='true') AS
 SELECT r.campaign,
    r.rule,
    e.edge,
        CASE r.measure
            WHEN 'civil_servants'::text THEN int4range((e.edge - 5), (e.edge + 5), '[]'::text)
            ELSE int4range((e.edge - 1), e.edge, '[]'::text)
        END AS watched
   FROM (((public.quota_rule r
     JOIN public.quota_bracket b USING (campaign, rule))
     JOIN public.quota_bracket above ON ((((above.campaign)::text = (b.campaign)::text) AND ((above.rule)::text = (b.rule)::text) AND (lower(above.bracket) = upper(b.bracket)))))
     CROSS JOIN LATERAL ( SELECT (upper(b.bracket) -
                CASE
                    WHEN (lower(b.bracket) > 0) THEN 1
                    ELSE 0
                END) AS edge) e)
  WHERE (r.measure <> 'none'::text);


--
-- Name: VIEW quota_edge; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.quota_edge IS 'Which civil servants or area offices are so close to the edge of a bracket that the report says so.';


--
-- Name: quota_pending; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.quota_pending WITH (security_invoker='true') AS
 SELECT holder,
    campaign,
    award,
    subject,
    stage,
    q.allowed AS allowed_before,
    d.allowed AS allowed_after,
    d.rule,
    d.measured
   FROM ((public.quota q
     FULL JOIN public.quota_derived d USING (holder, campaign, award, subject, stage))
     JOIN public.campaign c ON (((c.code)::text = (campaign)::text)))
  WHERE ((((q.allowed IS DISTINCT FROM d.allowed) OR ((q.rule)::text IS DISTINCT FROM (d.rule)::text)) OR (q.measured IS DISTINCT FROM d.measured)) AND ((clock_timestamp() < c.deadline) OR (q.holder IS NULL)));


--
-- Name: VIEW quota_pending; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.quota_pending IS 'Where `quota` and `quota_derived` differ: null before for a new quota, null after for one that no longer exists.';


--
-- Name: quota_shortfall; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.quota_shortfall WITH (security_invoker='true') AS
 SELECT p.campaign,
    p.holder,
    p.award,
    p.subject,
    p.stage,
    p.allowed_before,
    COALESCE(p.allowed_after, 0) AS allowed_after,
    held.nominations
   FROM (public.quota_pending p
     CROSS JOIN LATERAL ( SELECT array_agg(holding.id ORDER BY holding.slot) AS nominations
           FROM ( SELECT n.id,
                    n.slot
                   FROM public.nomination n
                  WHERE ((((n.holder)::text = p.holder) AND ((n.campaign)::text = (p.campaign)::text) AND (n.award = p.award) AND (n.subject = p.subject) AND (n.stage = p.stage)) AND (n.slot IS NOT NULL))
                UNION ALL
                 SELECT e.nomination,
                    e.slot
                   FROM public.endorsement e
                  WHERE ((e.holder = p.holder) AND ((e.campaign)::text = (p.campaign)::text) AND (e.award = p.award) AND (e.subject = p.subject) AND (e.stage = p.stage))) holding) held)
  WHERE (cardinality(held.nominations) > COALESCE(p.allowed_after, 0));


--
-- Name: VIEW quota_shortfall; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.quota_shortfall IS 'Quotas that would fall below the slots in use, and the nominations that hold them.';


--
-- Name: quota_move; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.quota_move WITH (security_invoker='true') AS
 SELECT p.campaign,
    p.holder,
    p.award,
    p.subject,
    p.stage,
    p.allowed_before,
    p.allowed_after,
    r.measure,
    q.measured AS measured_before,
    p.measured AS measured_after,
    r.clause,
    s.nominations
   FROM ((((public.quota_pending p
     JOIN public.campaign_status c ON (((c.code)::text = (p.campaign)::text)))
     LEFT JOIN public.quota q ON (((q.holder = p.holder) AND ((q.campaign)::text = (p.campaign)::text) AND (q.award = p.award) AND (q.subject = p.subject) AND (q.stage = p.stage))))
     JOIN public.quota_rule r ON ((((r.campaign)::text = (p.campaign)::text) AND ((r.rule)::text = (COALESCE(p.rule, q.rule))::text))))
     LEFT JOIN public.quota_shortfall s ON (((s.holder = p.holder) AND ((s.campaign)::text = (p.campaign)::text) AND (s.award = p.award) AND (s.subject = p.subject) AND (s.stage = p.stage))))
  WHERE (c.is_meant AND (p.allowed_before IS DISTINCT FROM p.allowed_after));


--
-- Name: VIEW quota_move; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.quota_move IS 'Quotas that quota_apply() would change: from, to, why, and the nominations in the way, if any.';


--
-- Name: quota_status; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.quota_status WITH (security_invoker='true') AS
 SELECT q.campaign,
    q.holder,
    u.name AS holder_name,
    q.award,
    q.subject,
    q.stage,
    q.allowed,
    used.slots AS used,
    (q.allowed - used.slots) AS remaining,
    r.measure,
    q.measured,
    r.clause,
    r.holder_kind
   FROM (((public.quota q
     JOIN public.quota_rule r USING (campaign, rule))
     LEFT JOIN public.unit u ON (((u.code)::text = (q.unit)::text)))
     CROSS JOIN LATERAL ( SELECT public.quota_slots_in_use(q.holder, (q.campaign)::text, q.award, q.subject, q.stage) AS slots
         OFFSET 0) used);


--
-- Name: VIEW quota_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.quota_status IS 'Where every quota stands: allowed, used, remaining, and what it follows from.';


--
-- Name: ranking; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.ranking WITH (security_invoker='true') AS
 SELECT f.campaign,
    f.unit,
    f.nomination,
    f.finished_on,
    f.is_on_time,
    f.is_of_quality,
    (
        CASE
            WHEN (f.is_on_time AND f.is_of_quality) THEN rank() OVER (PARTITION BY f.campaign, f.award, f.subject, (f.is_on_time AND f.is_of_quality) ORDER BY f.finished_on)
            ELSE NULL::bigint
        END)::integer AS rank
   FROM ( SELECT n.unit,
            n.id AS nomination,
            n.campaign,
            n.award,
            n.subject,
                CASE
                    WHEN (count(c.directive) = count(d.number)) THEN max(c.completed_on)
                    ELSE NULL::date
                END AS finished_on,
                CASE
                    WHEN (count((c.completed_on <= d.due_on)) = count(*)) THEN bool_and((c.completed_on <= d.due_on))
                    ELSE NULL::boolean
                END AS is_on_time,
                CASE
                    WHEN (count(c.is_of_quality) = count(*)) THEN bool_and(c.is_of_quality)
                    ELSE NULL::boolean
                END AS is_of_quality
           FROM ((public.nomination n
             JOIN public.directive d USING (campaign))
             LEFT JOIN public.completion c ON ((((c.unit)::text = (n.unit)::text) AND (c.nomination = n.id) AND ((c.directive)::text = (d.number)::text))))
          WHERE (NOT n.is_open)
          GROUP BY n.unit, n.id, n.campaign, n.award, n.subject) f;


--
-- Name: VIEW ranking; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.ranking IS 'Who finished first among those who finished on time with data of assured quality, by campaign, award and subject; ties share a rank. The others have none.';


--
-- Name: report_letter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_letter (
    campaign public.code NOT NULL,
    date date NOT NULL,
    specialist public.code NOT NULL,
    email text NOT NULL,
    begun_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    sent_at timestamp with time zone
);
ALTER TABLE ONLY public.report_letter ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.report_letter ALTER COLUMN date SET STATISTICS 0;
ALTER TABLE ONLY public.report_letter ALTER COLUMN specialist SET STATISTICS 0;
ALTER TABLE ONLY public.report_letter ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE ONLY public.report_letter ALTER COLUMN begun_at SET STATISTICS 0;
ALTER TABLE ONLY public.report_letter ALTER COLUMN sent_at SET STATISTICS 0;

ALTER TABLE ONLY public.report_letter FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE report_letter; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_letter IS 'Reports sent by e-mail to area specialists.';


--
-- Name: COLUMN report_letter.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_letter.campaign IS 'The report''s campaign.';


--
-- Name: COLUMN report_letter.date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_letter.date IS 'The report''s date.';


--
-- Name: COLUMN report_letter.specialist; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_letter.specialist IS 'The area specialist.';


--
-- Name: COLUMN report_letter.email; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_letter.email IS 'The address.';


--
-- Name: COLUMN report_letter.begun_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_letter.begun_at IS 'When it was let go.';


--
-- Name: COLUMN report_letter.sent_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_letter.sent_at IS 'When the mail system had taken it; null where that was never recorded.';


--
-- Name: report_run; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_run (
    campaign public.code NOT NULL,
    date date NOT NULL,
    as_of timestamp with time zone NOT NULL,
    is_late boolean NOT NULL,
    is_final boolean NOT NULL,
    content jsonb NOT NULL,
    sha256 bytea NOT NULL,
    seal bigint NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    made_by text DEFAULT SESSION_USER NOT NULL,
    CONSTRAINT report_checksum_is_of_its_content CHECK ((sha256 = sha256(convert_to((content)::text, 'UTF8'::name))))
);
ALTER TABLE ONLY public.report_run ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.report_run ALTER COLUMN date SET STATISTICS 0;
ALTER TABLE ONLY public.report_run ALTER COLUMN as_of SET STATISTICS 0;
ALTER TABLE ONLY public.report_run ALTER COLUMN is_late SET STATISTICS 0;
ALTER TABLE ONLY public.report_run ALTER COLUMN is_final SET STATISTICS 0;
ALTER TABLE ONLY public.report_run ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE ONLY public.report_run ALTER COLUMN content SET COMPRESSION pglz;
ALTER TABLE ONLY public.report_run ALTER COLUMN sha256 SET STATISTICS 0;
ALTER TABLE ONLY public.report_run ALTER COLUMN seal SET STATISTICS 0;
ALTER TABLE ONLY public.report_run ALTER COLUMN made_at SET STATISTICS 0;
ALTER TABLE ONLY public.report_run ALTER COLUMN made_by SET STATISTICS 0;

ALTER TABLE ONLY public.report_run FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE report_run; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.report_run IS 'The nightly reports as they were made. Kept for good: the last before the deadline is the record of what was in time.';


--
-- Name: COLUMN report_run.campaign; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_run.campaign IS 'The campaign.';


--
-- Name: COLUMN report_run.date; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_run.date IS 'The day with whose midnight, in Hanoi, it is concerned.';


--
-- Name: COLUMN report_run.as_of; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_run.as_of IS 'The moment as of which its numbers hold.';


--
-- Name: COLUMN report_run.is_late; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_run.is_late IS 'Whether it was made more than an hour after that.';


--
-- Name: COLUMN report_run.is_final; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_run.is_final IS 'Whether it is the one at the deadline.';


--
-- Name: COLUMN report_run.content; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_run.content IS 'What it says: report_content().';


--
-- Name: COLUMN report_run.sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_run.sha256 IS 'SHA-256 of that, which is in the trail.';


--
-- Name: COLUMN report_run.seal; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_run.seal IS 'The seal of the trail whose hash it shows.';


--
-- Name: COLUMN report_run.made_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_run.made_at IS 'When it was made.';


--
-- Name: COLUMN report_run.made_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.report_run.made_by IS 'By which login.';


--
-- Name: seal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.seal (
    number bigint NOT NULL,
    heads jsonb NOT NULL,
    hash text GENERATED ALWAYS AS (public.audit_heads_hash(heads)) STORED COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.seal ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.seal ALTER COLUMN heads SET STATISTICS 0;
ALTER TABLE ONLY public.seal ALTER COLUMN hash SET STATISTICS 0;

ALTER TABLE ONLY public.seal FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE seal; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.seal IS 'The heads of all chains, put on record; being in the trail itself, they hold it together.';


--
-- Name: COLUMN seal.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.seal.number IS 'Its number.';


--
-- Name: COLUMN seal.heads; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.seal.heads IS 'Where each chain ended: {chain: [number, hash]}.';


--
-- Name: COLUMN seal.hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.seal.hash IS 'One hash over them, to be printed where the database cannot reach it.';


--
-- Name: seal_number_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.seal ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.seal_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: sheet_header; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sheet_header (
    form text NOT NULL COLLATE pg_catalog."C",
    alias text NOT NULL COLLATE pg_catalog."C",
    field text NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.sheet_header ALTER COLUMN form SET STATISTICS 0;
ALTER TABLE ONLY public.sheet_header ALTER COLUMN alias SET STATISTICS 0;
ALTER TABLE ONLY public.sheet_header ALTER COLUMN field SET STATISTICS 0;

ALTER TABLE ONLY public.sheet_header FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE sheet_header; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.sheet_header IS 'What files call their columns.';


--
-- Name: COLUMN sheet_header.form; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sheet_header.form IS 'What the file lists: staffing, nomination or attestation.';


--
-- Name: COLUMN sheet_header.alias; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sheet_header.alias IS 'The header as fold() leaves it, without spaces.';


--
-- Name: COLUMN sheet_header.field; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sheet_header.field IS 'The column of the intake.';


--
-- Name: specialist_area; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.specialist_area (
    province public.code NOT NULL,
    kind text GENERATED ALWAYS AS ('province'::text) STORED NOT NULL COLLATE pg_catalog."C",
    specialist public.code NOT NULL
);
ALTER TABLE ONLY public.specialist_area ALTER COLUMN province SET STATISTICS 0;
ALTER TABLE ONLY public.specialist_area ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.specialist_area ALTER COLUMN specialist SET STATISTICS 0;

ALTER TABLE ONLY public.specialist_area FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE specialist_area; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.specialist_area IS 'Who looks after which province: one for each.';


--
-- Name: COLUMN specialist_area.province; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.specialist_area.province IS 'The province.';


--
-- Name: COLUMN specialist_area.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.specialist_area.kind IS 'What kind of unit that is.';


--
-- Name: COLUMN specialist_area.specialist; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.specialist_area.specialist IS 'Its area specialist.';


--
-- Name: staffing_application; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staffing_application (
    id bigint NOT NULL,
    staffing_table bigint NOT NULL,
    house public.code NOT NULL,
    follows bigint,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    applied_by text DEFAULT SESSION_USER NOT NULL
);
ALTER TABLE ONLY public.staffing_application ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_application ALTER COLUMN staffing_table SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_application ALTER COLUMN house SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_application ALTER COLUMN follows SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_application ALTER COLUMN applied_at SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_application ALTER COLUMN applied_by SET STATISTICS 0;

ALTER TABLE ONLY public.staffing_application FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE staffing_application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_application IS 'Every time that a staffing table was put in force for a house.';


--
-- Name: COLUMN staffing_application.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_application.id IS 'Its number.';


--
-- Name: COLUMN staffing_application.staffing_table; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_application.staffing_table IS 'The staffing table.';


--
-- Name: COLUMN staffing_application.house; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_application.house IS 'The house.';


--
-- Name: COLUMN staffing_application.follows; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_application.follows IS 'What was in force for the house before; null where nothing was.';


--
-- Name: COLUMN staffing_application.applied_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_application.applied_at IS 'When.';


--
-- Name: COLUMN staffing_application.applied_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_application.applied_by IS 'By which login.';


--
-- Name: staffing_application_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.staffing_application ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.staffing_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: staffing_in_force; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.staffing_in_force WITH (security_invoker='true') AS
 SELECT r.staffing_table,
    r.house,
    r.unit,
    r.kind,
    r.name,
    r.civil_servants
   FROM (public.staffing_current c
     JOIN public.staffing_row r USING (staffing_table, house));


--
-- Name: VIEW staffing_in_force; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.staffing_in_force IS 'The rows that hold now: for every house, those of the table applied to it last.';


--
-- Name: staffing_intake_name; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.staffing_intake_name (
    number integer NOT NULL,
    unit text NOT NULL,
    plain text GENERATED ALWAYS AS (public.tidy(unit)) STORED,
    key text GENERATED ALWAYS AS (public.fold(unit)) STORED COLLATE pg_catalog."C"
);


--
-- Name: TABLE staffing_intake_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_intake_name IS 'The different names of units in the file being imported: most are borne by a unit of every house.';


--
-- Name: COLUMN staffing_intake_name.number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake_name.number IS 'By which staffing_intake calls it.';


--
-- Name: COLUMN staffing_intake_name.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake_name.unit IS 'Cell of the column "Đơn vị", as it stands there.';


--
-- Name: COLUMN staffing_intake_name.plain; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake_name.plain IS 'The name as it is understood.';


--
-- Name: COLUMN staffing_intake_name.key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake_name.key IS 'The key under which it matches.';


--
-- Name: staffing_intake_place; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.staffing_intake_place (
    place integer NOT NULL,
    province_code text NOT NULL,
    province text NOT NULL,
    kind text NOT NULL
);


--
-- Name: TABLE staffing_intake_place; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_intake_place IS 'Each different place that the file being imported names, as it stands there.';


--
-- Name: COLUMN staffing_intake_place.place; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake_place.place IS 'The number by which staffing_intake calls it.';


--
-- Name: COLUMN staffing_intake_place.province_code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake_place.province_code IS 'Cell of the column "Mã tỉnh".';


--
-- Name: COLUMN staffing_intake_place.province; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake_place.province IS 'Cell of the column "Tỉnh, thành phố".';


--
-- Name: COLUMN staffing_intake_place.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake_place.kind IS 'Cell of the column "Loại đơn vị".';


--
-- Name: unit_alias; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_alias (
    unit public.code NOT NULL,
    alias public.plain_text NOT NULL,
    until date
);
ALTER TABLE ONLY public.unit_alias ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.unit_alias ALTER COLUMN alias SET STATISTICS 0;
ALTER TABLE ONLY public.unit_alias ALTER COLUMN until SET STATISTICS 0;

ALTER TABLE ONLY public.unit_alias FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE unit_alias; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.unit_alias IS 'What staffing files call the headquarters and the provinces. A row must match in code and in name.';


--
-- Name: COLUMN unit_alias.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_alias.unit IS 'The province or the headquarters.';


--
-- Name: COLUMN unit_alias.alias; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_alias.alias IS 'A name that it goes by.';


--
-- Name: COLUMN unit_alias.until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_alias.until IS 'Seven codes were another province''s until 2025-07-01: then, until when. Null for a name in use.';


--
-- Name: unit_kind_alias; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_kind_alias (
    alias text NOT NULL COLLATE pg_catalog."C",
    house text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT unit_kind_alias_is_folded CHECK ((alias = public.fold(alias)))
);
ALTER TABLE ONLY public.unit_kind_alias ALTER COLUMN alias SET STATISTICS 0;
ALTER TABLE ONLY public.unit_kind_alias ALTER COLUMN house SET STATISTICS 0;
ALTER TABLE ONLY public.unit_kind_alias ALTER COLUMN kind SET STATISTICS 0;

ALTER TABLE ONLY public.unit_kind_alias FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE unit_kind_alias; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.unit_kind_alias IS 'What staffing files call the kinds. "Văn phòng" is a bureau of the headquarters and a division of a province.';


--
-- Name: COLUMN unit_kind_alias.alias; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_kind_alias.alias IS 'The name as fold() leaves it.';


--
-- Name: COLUMN unit_kind_alias.house; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_kind_alias.house IS 'Whether it is said within the headquarters or within a province.';


--
-- Name: COLUMN unit_kind_alias.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_kind_alias.kind IS 'The kind meant.';


--
-- Name: staffing_place_read; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.staffing_place_read WITH (security_invoker='true') AS
 SELECT t.place,
    t.province_code,
    t.province,
    t.kind_name,
    t.province_key,
    h.code AS house,
    h.kind AS house_kind,
    h.name AS house_name,
    public.fold((h.name)::text) AS house_key,
    k.kind,
    ((EXISTS ( SELECT
           FROM public.unit_alias a
          WHERE (((a.unit)::text = (h.code)::text) AND (a.until IS NULL) AND (replace(public.fold((a.alias)::text), ' '::text, ''::text) = t.province_key)))) OR ((t.province IS NULL) AND (h.kind = 'headquarters'::text))) AS is_named,
        CASE
            WHEN ((h.code IS NULL) AND ((t.province_code IS NULL) OR public.is_total(t.province_code))) THEN ((public.is_total(t.province_code) IS TRUE) OR (public.is_total(t.province) IS TRUE) OR (public.is_total(t.kind_name) IS TRUE))
            ELSE false
        END AS is_total
   FROM ((( SELECT staffing_intake_place.place,
            public.read_unit_code(staffing_intake_place.province_code) AS province_code,
            public.tidy(staffing_intake_place.province) AS province,
            public.tidy(staffing_intake_place.kind) AS kind_name,
            replace(regexp_replace(public.fold(public.tidy(staffing_intake_place.province)), '^(thads )?(tinh |thanh pho |tp )?|( city| province)$'::text, ''::text, 'g'::text), ' '::text, ''::text) AS province_key
           FROM public.staffing_intake_place) t
     LEFT JOIN public.unit h ON ((((h.code)::text = t.province_code) AND ((h.code)::text = h.house))))
     LEFT JOIN public.unit_kind_alias k ON (((k.alias = public.fold(t.kind_name)) AND (k.house = h.kind))))
 OFFSET 0;


--
-- Name: VIEW staffing_place_read; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.staffing_place_read IS 'The places as they are understood: house and kind, null where a cell could not be; and whether its rows are sums.';


--
-- Name: staffing_intake_aside; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.staffing_intake_aside WITH (security_invoker='true') AS
 WITH stray AS (
         SELECT i.row_number,
            i.place,
            p_1.house,
            COALESCE(i.code, i.unit_code) AS unit_code,
            COALESCE(n.unit, i.unit) AS unit,
            COALESCE((i.civil_servants)::text, i.headcount) AS headcount,
            (p_1.is_total OR (public.is_total(COALESCE(n.unit, i.unit)) IS TRUE) OR (public.is_total(COALESCE(i.code, i.unit_code)) IS TRUE)) AS is_total
           FROM ((public.staffing_intake i
             JOIN public.staffing_place_read p_1 USING (place))
             LEFT JOIN public.staffing_intake_name n ON ((n.number = i.name)))
          WHERE ((p_1.house IS NULL) OR (p_1.kind_name IS NULL))
        ), foot AS (
         SELECT max(stray.row_number) AS row_number
           FROM stray
          WHERE stray.is_total
        )
 SELECT s.row_number,
    s.is_total,
    s.headcount,
    concat_ws(' '::text, NULLIF(p.province_code, ''::text), NULLIF(p.province, ''::text), NULLIF(p.kind, ''::text), NULLIF(s.unit_code, ''::text), NULLIF(s.unit, ''::text)) AS cells
   FROM (stray s
     JOIN public.staffing_intake_place p USING (place)),
    foot
  WHERE (s.is_total OR ((s.house IS NULL) AND (s.row_number > foot.row_number) AND (s.headcount !~ '^[^[:alpha:]]*[0-9]'::text) AND (NOT (EXISTS ( SELECT
           FROM public.unit_kind_alias k
          WHERE (k.alias = public.fold(p.kind)))))));


--
-- Name: VIEW staffing_intake_aside; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.staffing_intake_aside IS 'Rows that list no unit: sums ("Tổng cộng"), and what stands below the last of them. They are told, and not imported.';


--
-- Name: staffing_intake_named; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.staffing_intake_named WITH (security_invoker='true') AS
 SELECT i.row_number,
    i.place,
    p.house,
    p.house_kind,
    p.kind,
    p.is_named,
        CASE
            WHEN (p.kind = p.house_kind) THEN (p.house_name)::text
            ELSE COALESCE(n.plain, public.tidy(i.unit))
        END AS name,
        CASE
            WHEN (p.kind = p.house_kind) THEN p.house_key
            ELSE COALESCE(n.key, public.fold(i.unit))
        END AS key,
    i.code AS plain_code,
    COALESCE(i.code, i.unit_code) AS unit_code,
    COALESCE(n.unit, i.unit) AS unit,
    COALESCE(i.civil_servants, public.read_count(i.headcount)) AS civil_servants,
    COALESCE((i.civil_servants)::text, i.headcount) AS headcount
   FROM ((public.staffing_intake i
     JOIN public.staffing_place_read p USING (place))
     LEFT JOIN public.staffing_intake_name n ON ((n.number = i.name)))
  WHERE (((p.house IS NOT NULL) AND (p.kind_name IS NOT NULL)) OR (i.row_number <> ALL (ARRAY( SELECT a.row_number
           FROM public.staffing_intake_aside a))));


--
-- Name: VIEW staffing_intake_named; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.staffing_intake_named IS 'The rows that list a unit: its house, kind and name as they are understood, null where a cell could not be, and the key under which the name matches.';


--
-- Name: staffing_intake_read; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.staffing_intake_read WITH (security_invoker='true') AS
 SELECT i.row_number,
    i.place,
    i.house,
    i.house_kind,
    i.kind,
    i.is_named,
    i.name,
    i.key,
    i.plain_code,
    i.unit_code,
    i.unit,
    i.civil_servants,
    i.headcount,
    (COALESCE(i.plain_code, public.read_unit_code(i.unit_code),
        CASE
            WHEN (i.kind = i.house_kind) THEN (i.house)::text
            ELSE COALESCE((( SELECT u.code
               FROM public.unit u
              WHERE ((u.house = (i.house)::text) AND (public.fold((u.name)::text) = i.key))))::text, public.unit_code_from_name((i.house)::text, i.kind, i.name))
        END) COLLATE "C") AS code
   FROM public.staffing_intake_named i;


--
-- Name: VIEW staffing_intake_read; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.staffing_intake_read IS 'The rows as they are understood: house, kind, code, name and headcount, null where a cell could not be.';


--
-- Name: staffing_intake_error; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.staffing_intake_error WITH (security_invoker='true') AS
 WITH "row" AS MATERIALIZED (
         SELECT r.row_number,
            r.place,
            r.house,
            r.house_kind,
            r.kind,
            r.is_named,
            r.name,
            r.key,
            r.plain_code,
            r.unit_code,
            r.unit,
            r.civil_servants,
            r.headcount,
            r.code,
            k.code AS bearer,
            owner.house AS owner,
            min(r.row_number) OVER code AS first_of_code,
            max(r.row_number) OVER code AS last_of_code,
            min(r.row_number) OVER name AS first_of_name,
            max(r.row_number) OVER name AS last_of_name
           FROM ((public.staffing_intake_read r
             LEFT JOIN ( SELECT unit.house,
                    unit.code,
                    public.fold((unit.name)::text) AS key
                   FROM public.unit) k ON (((k.house = (r.house)::text) AND (k.key = r.key))))
             LEFT JOIN public.unit owner ON (((owner.code)::text = r.code)))
          WINDOW code AS (PARTITION BY r.code), name AS (PARTITION BY r.house, r.key)
        ), place AS MATERIALIZED (
         SELECT staffing_place_read.place,
            staffing_place_read.province_code,
            staffing_place_read.province,
            staffing_place_read.kind_name,
            staffing_place_read.province_key,
            staffing_place_read.house,
            staffing_place_read.house_kind,
            staffing_place_read.house_name,
            staffing_place_read.house_key,
            staffing_place_read.kind,
            staffing_place_read.is_named,
            staffing_place_read.is_total
           FROM public.staffing_place_read
        ), place_error AS (
         SELECT p.place,
            found.field,
            found.value,
            found.error,
            found.expected
           FROM ((place p
             JOIN public.staffing_intake_place given USING (place))
             CROSS JOIN LATERAL ( SELECT 'province_code'::text AS "?column?",
                    p.province_code,
                    'missing_value'::text AS "?column?",
                    NULL::text AS "?column?"
                  WHERE (p.province_code IS NULL)
                UNION ALL
                 SELECT 'province'::text,
                    p.province,
                    'missing_value'::text,
                    p.house_name
                  WHERE ((p.province IS NULL) AND (p.house_kind IS DISTINCT FROM 'headquarters'::text))
                UNION ALL
                 SELECT 'kind'::text,
                    p.kind_name,
                    'missing_value'::text,
                    NULL::text
                  WHERE (p.kind_name IS NULL)
                UNION ALL
                 SELECT 'province_code'::text,
                    public.tidy(given.province_code) AS tidy,
                    'unknown_province'::text,
                    ( SELECT DISTINCT a.unit
                           FROM public.unit_alias a
                          WHERE ((a.until IS NULL) AND (replace(public.fold((a.alias)::text), ' '::text, ''::text) = p.province_key))) AS unit
                  WHERE ((p.province_code IS NOT NULL) AND (p.house IS NULL))
                UNION ALL
                 SELECT 'province'::text,
                    p.province,
                        CASE
                            WHEN (EXISTS ( SELECT
                               FROM public.unit_alias a
                              WHERE (((a.unit)::text = (p.house)::text) AND (a.until IS NOT NULL) AND (replace(public.fold((a.alias)::text), ' '::text, ''::text) = p.province_key)))) THEN 'former_province_name'::text
                            ELSE 'province_name_mismatch'::text
                        END AS "case",
                    p.house_name
                  WHERE ((p.house IS NOT NULL) AND (p.province IS NOT NULL) AND (NOT p.is_named))
                UNION ALL
                 SELECT 'kind'::text,
                    p.kind_name,
                    'unknown_kind'::text,
                    ( SELECT a.alias
                           FROM public.unit_kind_alias a
                          WHERE ((a.house = p.house_kind) AND (public.likeness(a.alias, public.fold(p.kind_name)) >= (0.3)::double precision))
                          ORDER BY (public.likeness(a.alias, public.fold(p.kind_name))) DESC, a.alias
                         LIMIT 1) AS alias
                  WHERE ((p.house IS NOT NULL) AND (p.kind_name IS NOT NULL) AND (p.kind IS NULL))) found(field, value, error, expected))
        )
 SELECT i.row_number,
    e.field,
    e.value,
    e.error,
    e.expected
   FROM (public.staffing_intake i
     JOIN place_error e USING (place))
  WHERE (i.row_number <> ALL (ARRAY( SELECT a.row_number
           FROM public.staffing_intake_aside a)))
UNION ALL
 SELECT r.row_number,
    found.field,
    found.value,
    found.error,
    found.expected
   FROM ("row" r
     CROSS JOIN LATERAL ( SELECT 'unit'::text AS "?column?",
            public.tidy(r.unit) AS tidy,
            'missing_value'::text AS "?column?",
            NULL::text AS "?column?"
          WHERE ((public.tidy(r.unit) IS NULL) AND (r.kind <> r.house_kind))
        UNION ALL
         SELECT 'civil_servants'::text,
            public.tidy(r.headcount) AS tidy,
            'missing_value'::text,
            NULL::text
          WHERE (public.tidy(r.headcount) IS NULL)
        UNION ALL
         SELECT 'civil_servants'::text,
            r.headcount,
                CASE
                    WHEN (cardinality(public.count_readings(r.headcount)) > 1) THEN 'ambiguous_number'::text
                    ELSE 'not_a_whole_number'::text
                END AS "case",
            array_to_string(public.count_readings(r.headcount), ' / '::text) AS array_to_string
          WHERE ((public.tidy(r.headcount) IS NOT NULL) AND (r.civil_servants IS NULL))
        UNION ALL
         SELECT 'civil_servants'::text,
            r.headcount,
            'implausible_headcount'::text,
            NULL::text
          WHERE (NOT public.is_plausible_headcount(r.civil_servants))
        UNION ALL
         SELECT 'unit'::text,
            r.unit,
            'invalid_text'::text,
            NULL::text
          WHERE (NOT public.is_plain_text(public.tidy(r.unit)))
        UNION ALL
         SELECT 'unit_code'::text,
            r.unit_code,
            'invalid_code'::text,
            public.unit_code_from_name((r.house)::text, r.kind, r.name) AS unit_code_from_name
          WHERE ((r.unit_code <> ''::text) AND (NOT public.is_code(r.code)))
        UNION ALL
         SELECT 'unit'::text,
            r.unit,
            'invalid_text'::text,
            NULL::text
          WHERE ((r.unit_code = ''::text) AND public.is_plain_text(public.tidy(r.unit)) AND ((NOT public.is_code(r.code)) OR (public.fold(r.unit) = ''::text)))
        UNION ALL
         SELECT 'unit_code'::text,
            COALESCE(public.tidy(r.unit_code), r.code) AS "coalesce",
            'code_of_another_unit'::text,
            NULL::text
          WHERE (((r.code = (r.house)::text) <> (r.kind = r.house_kind)) OR (r.owner <> (r.house)::text))
        UNION ALL
         SELECT 'unit'::text,
            COALESCE(public.tidy(r.unit), r.code) AS "coalesce",
            'duplicate_unit'::text,
            (
                CASE
                    WHEN (r.first_of_code < r.last_of_code) THEN
                    CASE r.row_number
                        WHEN r.first_of_code THEN r.last_of_code
                        ELSE r.first_of_code
                    END
                    ELSE
                    CASE r.row_number
                        WHEN r.first_of_name THEN r.last_of_name
                        ELSE r.first_of_name
                    END
                END)::text AS first_of_name
          WHERE ((r.kind IS NOT NULL) AND (((r.code IS NOT NULL) AND (r.first_of_code < r.last_of_code)) OR ((r.name IS NOT NULL) AND (r.first_of_name < r.last_of_name))))) found(field, value, error, expected))
UNION ALL
 SELECT r.row_number,
    'unit'::text AS field,
    r.unit AS value,
    'name_of_another_unit'::text AS error,
    r.bearer AS expected
   FROM "row" r
  WHERE (((r.bearer)::text <> r.code) AND (r.kind <> r.house_kind) AND (NOT (EXISTS ( SELECT
           FROM "row" other
          WHERE ((other.code = (r.bearer)::text) AND (other.key <> r.key))))));


--
-- Name: VIEW staffing_intake_error; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.staffing_intake_error IS 'Everything that is wrong with the intake: row, field, the cell''s value, a stable code, and what was expected instead, where that is known.';


--
-- Name: staffing_mode; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staffing_mode (
    code text NOT NULL COLLATE pg_catalog."C",
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);
ALTER TABLE ONLY public.staffing_mode ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_mode ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_mode ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.staffing_mode FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE staffing_mode; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_mode IS 'How a file stands to what is in force.';


--
-- Name: COLUMN staffing_mode.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_mode.code IS 'The mode''s code in data and JSON.';


--
-- Name: COLUMN staffing_mode.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_mode.name_vi IS 'Vietnamese name.';


--
-- Name: COLUMN staffing_mode.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_mode.name_en IS 'English name.';


--
-- Name: staffing_table; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staffing_table (
    id bigint NOT NULL,
    as_of date NOT NULL,
    file_name public.plain_text NOT NULL,
    sha256 bytea NOT NULL,
    imported_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    imported_by text DEFAULT SESSION_USER NOT NULL,
    mode text DEFAULT 'replace'::text NOT NULL COLLATE pg_catalog."C",
    origin jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT staffing_checksum_is_sha256 CHECK ((octet_length(sha256) = 32))
);
ALTER TABLE ONLY public.staffing_table ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_table ALTER COLUMN as_of SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_table ALTER COLUMN file_name SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_table ALTER COLUMN sha256 SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_table ALTER COLUMN imported_at SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_table ALTER COLUMN imported_by SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_table ALTER COLUMN mode SET STATISTICS 0;
ALTER TABLE ONLY public.staffing_table ALTER COLUMN origin SET STATISTICS 0;

ALTER TABLE ONLY public.staffing_table FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE staffing_table; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_table IS 'One imported file: units and their civil servants, as of a date.';


--
-- Name: COLUMN staffing_table.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_table.id IS 'The number by which the tool calls it.';


--
-- Name: COLUMN staffing_table.as_of; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_table.as_of IS 'The date for which its figures hold.';


--
-- Name: COLUMN staffing_table.file_name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_table.file_name IS 'The file''s name, without its folder.';


--
-- Name: COLUMN staffing_table.sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_table.sha256 IS 'Of the file''s bytes: the same file again changes nothing.';


--
-- Name: COLUMN staffing_table.imported_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_table.imported_at IS 'When it was imported.';


--
-- Name: COLUMN staffing_table.imported_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_table.imported_by IS 'The login that imported it.';


--
-- Name: COLUMN staffing_table.mode; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_table.mode IS 'How the file stood to what was in force.';


--
-- Name: COLUMN staffing_table.origin; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_table.origin IS 'The file: {size, format, encoding, separator, sheet, rows, mapping: {header: field}}; {} for those imported before this was kept.';


--
-- Name: staffing_table_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.staffing_table ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.staffing_table_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: stage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stage (
    code text NOT NULL COLLATE pg_catalog."C",
    rank integer NOT NULL,
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);
ALTER TABLE ONLY public.stage ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.stage ALTER COLUMN rank SET STATISTICS 0;
ALTER TABLE ONLY public.stage ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.stage ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.stage FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE stage; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.stage IS 'At which step a quota binds: a unit''s proposal, or the Department''s endorsement to the Minister.';


--
-- Name: COLUMN stage.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stage.code IS 'The stage''s code in data and JSON.';


--
-- Name: COLUMN stage.rank; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stage.rank IS 'Its order in time.';


--
-- Name: COLUMN stage.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stage.name_vi IS 'Vietnamese name.';


--
-- Name: COLUMN stage.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stage.name_en IS 'English name.';


--
-- Name: step; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.step (
    earlier text NOT NULL COLLATE pg_catalog."C",
    later text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    before_deadline boolean NOT NULL,
    command public.plain_text NOT NULL,
    is_by_itself boolean DEFAULT false NOT NULL
);
ALTER TABLE ONLY public.step ALTER COLUMN earlier SET STATISTICS 0;
ALTER TABLE ONLY public.step ALTER COLUMN later SET STATISTICS 0;
ALTER TABLE ONLY public.step ALTER COLUMN role SET STATISTICS 0;
ALTER TABLE ONLY public.step ALTER COLUMN before_deadline SET STATISTICS 0;
ALTER TABLE ONLY public.step ALTER COLUMN command SET STATISTICS 0;
ALTER TABLE ONLY public.step ALTER COLUMN is_by_itself SET STATISTICS 0;

ALTER TABLE ONLY public.step FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE step; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.step IS 'Every step that a nomination may take (RULES.md, After submission). Its first state is draft.';


--
-- Name: COLUMN step.earlier; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.step.earlier IS 'The state that it leaves.';


--
-- Name: COLUMN step.later; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.step.later IS 'The state that it leads to.';


--
-- Name: COLUMN step.role; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.step.role IS 'Who takes it. What a clerk does for its unit, an administrator may do for any.';


--
-- Name: COLUMN step.before_deadline; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.step.before_deadline IS 'Whether it is taken strictly before the deadline (clause 3); else at any time.';


--
-- Name: COLUMN step.command; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.step.command IS 'The command that takes it.';


--
-- Name: COLUMN step.is_by_itself; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.step.is_by_itself IS 'Whether a nomination takes it by itself, through nomination_step(); else with what it belongs to.';


--
-- Name: subject; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.subject (
    code text NOT NULL COLLATE pg_catalog."C",
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);
ALTER TABLE ONLY public.subject ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.subject ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.subject ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.subject FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.subject IS 'Who may be nominated: a collective or an individual.';


--
-- Name: COLUMN subject.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.subject.code IS 'The subject''s code in data and JSON.';


--
-- Name: COLUMN subject.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.subject.name_vi IS 'Vietnamese name.';


--
-- Name: COLUMN subject.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.subject.name_en IS 'English name.';


--
-- Name: unit_kind; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_kind (
    code text NOT NULL COLLATE pg_catalog."C",
    parent text COLLATE pg_catalog."C",
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);
ALTER TABLE ONLY public.unit_kind ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.unit_kind ALTER COLUMN parent SET STATISTICS 0;
ALTER TABLE ONLY public.unit_kind ALTER COLUMN name_vi SET STATISTICS 0;
ALTER TABLE ONLY public.unit_kind ALTER COLUMN name_en SET STATISTICS 0;

ALTER TABLE ONLY public.unit_kind FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE unit_kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.unit_kind IS 'Kinds of unit (RULES.md, Words).';


--
-- Name: COLUMN unit_kind.code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_kind.code IS 'The kind''s code in data, JSON and staffing files.';


--
-- Name: COLUMN unit_kind.parent; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_kind.parent IS 'The kind of unit that it is part of; null for the two that stand by themselves.';


--
-- Name: COLUMN unit_kind.name_vi; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_kind.name_vi IS 'Vietnamese name.';


--
-- Name: COLUMN unit_kind.name_en; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.unit_kind.name_en IS 'English name.';


--
-- Name: word; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.word WITH (security_invoker='true') AS
 SELECT unit_kind.code,
    unit_kind.name_vi,
    unit_kind.name_en
   FROM public.unit_kind
UNION ALL
 SELECT award.code,
    award.name_vi,
    award.name_en
   FROM public.award
UNION ALL
 SELECT subject.code,
    subject.name_vi,
    subject.name_en
   FROM public.subject
UNION ALL
 SELECT stage.code,
    stage.name_vi,
    stage.name_en
   FROM public.stage
UNION ALL
 SELECT nomination_state.code,
    nomination_state.name_vi,
    nomination_state.name_en
   FROM public.nomination_state
UNION ALL
 SELECT access_role.code,
    access_role.name_vi,
    access_role.name_en
   FROM public.access_role
UNION ALL
 SELECT staffing_mode.code,
    staffing_mode.name_vi,
    staffing_mode.name_en
   FROM public.staffing_mode
UNION ALL
 SELECT document_kind.code,
    document_kind.name_vi,
    document_kind.name_en
   FROM public.document_kind
UNION ALL
 SELECT certifier_role.code,
    certifier_role.name_vi,
    certifier_role.name_en
   FROM public.certifier_role
UNION ALL
 SELECT dossier_state.code,
    dossier_state.name_vi,
    dossier_state.name_en
   FROM public.dossier_state
  WHERE (NOT (dossier_state.code IN ( SELECT nomination_state.code
           FROM public.nomination_state)));


--
-- Name: VIEW word; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.word IS 'The words for every code that a person is shown.';


--
-- Name: access_role access_role_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_role
    ADD CONSTRAINT access_role_is_listed_once PRIMARY KEY (code);


--
-- Name: account account_login_is_never_reused; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_login_is_never_reused PRIMARY KEY (login);


--
-- Name: area_specialist area_specialist_code_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.area_specialist
    ADD CONSTRAINT area_specialist_code_is_unique PRIMARY KEY (code);


--
-- Name: attestation attestation_is_given_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attestation
    ADD CONSTRAINT attestation_is_given_once PRIMARY KEY (unit, nomination, criterion);


--
-- Name: audit_head audit_head_is_the_only_one; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_is_the_only_one PRIMARY KEY (chain);


--
-- Name: audit audit_is_numbered_by_chain; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_is_numbered_by_chain PRIMARY KEY (chain, number);


--
-- Name: audit_personal audit_personal_is_part_of_a_row; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_personal
    ADD CONSTRAINT audit_personal_is_part_of_a_row PRIMARY KEY (chain, number);


--
-- Name: award award_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_is_listed_once PRIMARY KEY (code);


--
-- Name: award award_rank_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_rank_is_unique UNIQUE (rank);


--
-- Name: bar bar_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bar
    ADD CONSTRAINT bar_is_listed_once PRIMARY KEY (campaign, code);


--
-- Name: bar bar_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bar
    ADD CONSTRAINT bar_is_referable UNIQUE (campaign, code, subject);


--
-- Name: campaign campaign_code_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_code_is_unique PRIMARY KEY (code);


--
-- Name: campaign campaign_deadline_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_deadline_is_referable UNIQUE (code, deadline);


--
-- Name: catalogue catalogue_number_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalogue
    ADD CONSTRAINT catalogue_number_is_unique PRIMARY KEY (number);


--
-- Name: certification certification_is_given_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.certification
    ADD CONSTRAINT certification_is_given_once PRIMARY KEY (unit, nomination);


--
-- Name: certifier_role certifier_role_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.certifier_role
    ADD CONSTRAINT certifier_role_is_listed_once PRIMARY KEY (code);


--
-- Name: certifier_role certifier_role_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.certifier_role
    ADD CONSTRAINT certifier_role_is_referable UNIQUE (subject, code);


--
-- Name: completion completion_is_stated_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.completion
    ADD CONSTRAINT completion_is_stated_once PRIMARY KEY (unit, nomination, directive);


--
-- Name: conduct conduct_is_stated_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.conduct
    ADD CONSTRAINT conduct_is_stated_once PRIMARY KEY (unit, nomination, bar);


--
-- Name: council_member council_member_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.council_member
    ADD CONSTRAINT council_member_is_listed_once PRIMARY KEY (session, name);


--
-- Name: council_opinion council_opinion_is_given_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.council_opinion
    ADD CONSTRAINT council_opinion_is_given_once PRIMARY KEY (unit, nomination, session);


--
-- Name: council_session council_session_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.council_session
    ADD CONSTRAINT council_session_is_referable UNIQUE (id, campaign);


--
-- Name: council_session council_session_number_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.council_session
    ADD CONSTRAINT council_session_number_is_unique PRIMARY KEY (id);


--
-- Name: criterion criterion_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.criterion
    ADD CONSTRAINT criterion_is_listed_once PRIMARY KEY (campaign, code);


--
-- Name: decision_outcome decision_is_about_a_nomination_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision_outcome
    ADD CONSTRAINT decision_is_about_a_nomination_once PRIMARY KEY (unit, nomination);


--
-- Name: decision decision_is_recorded_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_is_recorded_once PRIMARY KEY (campaign, number);


--
-- Name: decision decision_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_is_referable UNIQUE (campaign, number, award);


--
-- Name: declaration declaration_is_made_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT declaration_is_made_once PRIMARY KEY (unit, nomination);


--
-- Name: directive directive_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive
    ADD CONSTRAINT directive_is_listed_once PRIMARY KEY (campaign, number);


--
-- Name: document document_is_keyed_by_its_unit; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_is_keyed_by_its_unit PRIMARY KEY (unit, id);


--
-- Name: document document_is_the_only_one_of_its_kind; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_is_the_only_one_of_its_kind UNIQUE NULLS NOT DISTINCT (unit, campaign, kind, nomination);


--
-- Name: document_kind document_kind_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_kind
    ADD CONSTRAINT document_kind_is_listed_once PRIMARY KEY (code);


--
-- Name: document_kind document_kind_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_kind
    ADD CONSTRAINT document_kind_is_referable UNIQUE (code, part_of);


--
-- Name: dossier dossier_is_the_only_one; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dossier
    ADD CONSTRAINT dossier_is_the_only_one PRIMARY KEY (unit, campaign);


--
-- Name: dossier_state dossier_state_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dossier_state
    ADD CONSTRAINT dossier_state_is_listed_once PRIMARY KEY (code);


--
-- Name: dossier dossier_state_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dossier
    ADD CONSTRAINT dossier_state_is_referable UNIQUE (unit, campaign, is_open);


--
-- Name: endorsement endorsement_is_given_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_is_given_once PRIMARY KEY (unit, nomination);


--
-- Name: endorsement endorsement_slot_is_held_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_slot_is_held_once UNIQUE (holder, campaign, award, subject, slot);


--
-- Name: file file_is_kept_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_is_kept_once PRIMARY KEY (unit, sha256);


--
-- Name: migration migration_is_run_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_is_run_once PRIMARY KEY (name);


--
-- Name: nomination nomination_is_keyed_by_its_unit; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_is_keyed_by_its_unit PRIMARY KEY (unit, id);


--
-- Name: nomination nomination_is_referable_while_it_stands; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_is_referable_while_it_stands UNIQUE (unit, id, campaign, holder, award, subject, stands, nominee);


--
-- Name: nomination nomination_slot_is_held_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_slot_is_held_once UNIQUE (holder, campaign, award, subject, slot);


--
-- Name: nomination_state nomination_state_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination_state
    ADD CONSTRAINT nomination_state_is_listed_once PRIMARY KEY (code);


--
-- Name: nomination nomination_subject_is_nominated_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_subject_is_nominated_once UNIQUE (nominee, campaign);


--
-- Name: person person_is_registered_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_is_registered_once PRIMARY KEY (unit, staff_no);


--
-- Name: quota quota_allowed_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota
    ADD CONSTRAINT quota_allowed_is_referable UNIQUE (holder, campaign, award, subject, stage, allowed);


--
-- Name: quota_bracket quota_brackets_do_not_overlap; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota_bracket
    ADD CONSTRAINT quota_brackets_do_not_overlap EXCLUDE USING gist (campaign WITH =, rule WITH =, bracket WITH &&);


--
-- Name: quota quota_is_stated_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota
    ADD CONSTRAINT quota_is_stated_once PRIMARY KEY (holder, campaign, award, subject, stage);


--
-- Name: quota_rule quota_rule_is_stated_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota_rule
    ADD CONSTRAINT quota_rule_is_stated_once PRIMARY KEY (campaign, rule);


--
-- Name: quota_rule quota_rule_is_the_only_one_for_its_holder; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota_rule
    ADD CONSTRAINT quota_rule_is_the_only_one_for_its_holder UNIQUE (campaign, award, subject, holder_kind);


--
-- Name: quota_rule quota_rule_pool_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota_rule
    ADD CONSTRAINT quota_rule_pool_is_referable UNIQUE (campaign, rule, pooled);


--
-- Name: report_letter report_letter_is_sent_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_letter
    ADD CONSTRAINT report_letter_is_sent_once PRIMARY KEY (campaign, date, specialist);


--
-- Name: report_run report_run_is_the_only_one; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_run
    ADD CONSTRAINT report_run_is_the_only_one PRIMARY KEY (campaign, date);


--
-- Name: seal seal_number_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.seal
    ADD CONSTRAINT seal_number_is_unique PRIMARY KEY (number);


--
-- Name: selection_vote selection_vote_is_counted_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_vote
    ADD CONSTRAINT selection_vote_is_counted_once PRIMARY KEY (unit, nomination);


--
-- Name: sheet_header sheet_header_means_one_field; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sheet_header
    ADD CONSTRAINT sheet_header_means_one_field PRIMARY KEY (form, alias);


--
-- Name: specialist_area specialist_area_is_of_one; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.specialist_area
    ADD CONSTRAINT specialist_area_is_of_one PRIMARY KEY (province);


--
-- Name: staffing_application staffing_application_number_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_application
    ADD CONSTRAINT staffing_application_number_is_unique PRIMARY KEY (id);


--
-- Name: staffing_house staffing_house_is_summed_up_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_house
    ADD CONSTRAINT staffing_house_is_summed_up_once PRIMARY KEY (staffing_table, house);


--
-- Name: staffing_mode staffing_mode_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_mode
    ADD CONSTRAINT staffing_mode_is_listed_once PRIMARY KEY (code);


--
-- Name: staffing_current staffing_of_a_house_is_one_table; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_current
    ADD CONSTRAINT staffing_of_a_house_is_one_table PRIMARY KEY (house);


--
-- Name: staffing_table staffing_table_number_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_table
    ADD CONSTRAINT staffing_table_number_is_unique PRIMARY KEY (id);


--
-- Name: staffing_row staffing_unit_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_row
    ADD CONSTRAINT staffing_unit_is_listed_once PRIMARY KEY (staffing_table, unit);


--
-- Name: stage stage_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage
    ADD CONSTRAINT stage_is_listed_once PRIMARY KEY (code);


--
-- Name: stage stage_rank_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stage
    ADD CONSTRAINT stage_rank_is_unique UNIQUE (rank);


--
-- Name: step step_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.step
    ADD CONSTRAINT step_is_listed_once PRIMARY KEY (earlier, later);


--
-- Name: subject subject_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subject
    ADD CONSTRAINT subject_is_listed_once PRIMARY KEY (code);


--
-- Name: unit_alias unit_alias_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_alias
    ADD CONSTRAINT unit_alias_is_listed_once PRIMARY KEY (unit, alias);


--
-- Name: unit unit_code_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_code_is_unique PRIMARY KEY (code);


--
-- Name: unit unit_collective_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_collective_is_referable UNIQUE (code, nominated_under);


--
-- Name: unit unit_house_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_house_is_referable UNIQUE (code, house);


--
-- Name: unit_kind_alias unit_kind_alias_means_one_kind; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_kind_alias
    ADD CONSTRAINT unit_kind_alias_means_one_kind PRIMARY KEY (alias, house);


--
-- Name: unit_kind unit_kind_is_listed_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_kind
    ADD CONSTRAINT unit_kind_is_listed_once PRIMARY KEY (code);


--
-- Name: unit unit_kind_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_kind_is_referable UNIQUE (code, kind);


--
-- Name: unit unit_proposer_is_referable; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_proposer_is_referable UNIQUE (code, proposes_under);


--
-- Name: audit_by_nomination; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_nomination ON public.audit USING btree (nomination, chain) WHERE (nomination IS NOT NULL);


--
-- Name: audit_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_by_time ON public.audit USING btree ((at AT TIME ZONE 'UTC'::text));
ALTER INDEX public.audit_by_time ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: dossier_by_campaign; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dossier_by_campaign ON public.dossier USING btree ((((campaign)::text || ''::text)));
ALTER INDEX public.dossier_by_campaign ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: endorsement_by_campaign; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX endorsement_by_campaign ON public.endorsement USING btree ((((campaign)::text || ''::text)));
ALTER INDEX public.endorsement_by_campaign ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: nomination_by_campaign; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX nomination_by_campaign ON public.nomination USING btree ((((campaign)::text || ''::text)), unit);
ALTER INDEX public.nomination_by_campaign ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: nomination_by_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX nomination_by_number ON public.nomination USING btree (id, unit);


--
-- Name: nomination_number_is_unique; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX nomination_number_is_unique ON public.nomination USING btree (((id | (0)::bigint)));
ALTER INDEX public.nomination_number_is_unique ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: quota_by_campaign; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX quota_by_campaign ON public.quota USING btree ((((campaign)::text || ''::text)));
ALTER INDEX public.quota_by_campaign ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: unit_headquarters_is_the_only_one; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unit_headquarters_is_the_only_one ON public.unit USING btree (kind) WHERE (kind = 'headquarters'::text);


--
-- Name: unit_name_is_unique_in_its_house; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unit_name_is_unique_in_its_house ON public.unit USING btree (house, public.fold((name)::text));
ALTER INDEX public.unit_name_is_unique_in_its_house ALTER COLUMN 2 SET STATISTICS 0;


--
-- Name: access_role access_role_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER access_role_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.access_role DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,name_vi,name_en}', '{}');

ALTER TABLE public.access_role ENABLE ALWAYS TRIGGER access_role_is_audited;


--
-- Name: access_role access_role_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER access_role_is_never_truncated BEFORE TRUNCATE ON public.access_role FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.access_role ENABLE ALWAYS TRIGGER access_role_is_never_truncated;


--
-- Name: account account_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER account_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.account DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{}', '{login,role,unit,house,added_at,added_by,password_set_at,password_set_by,removed_at,removed_by}', '{}');

ALTER TABLE public.account ENABLE ALWAYS TRIGGER account_is_audited;


--
-- Name: account account_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER account_is_never_truncated BEFORE TRUNCATE ON public.account FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.account ENABLE ALWAYS TRIGGER account_is_never_truncated;


--
-- Name: area_specialist area_specialist_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER area_specialist_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.area_specialist DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{name,email}', '{code}', '{}');

ALTER TABLE public.area_specialist ENABLE ALWAYS TRIGGER area_specialist_is_audited;


--
-- Name: area_specialist area_specialist_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER area_specialist_is_never_truncated BEFORE TRUNCATE ON public.area_specialist FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.area_specialist ENABLE ALWAYS TRIGGER area_specialist_is_never_truncated;


--
-- Name: attestation attestation_changes_its_nomination; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attestation_changes_its_nomination BEFORE INSERT OR DELETE OR UPDATE ON public.attestation FOR EACH ROW EXECUTE FUNCTION public.nomination_touch();


--
-- Name: attestation attestation_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER attestation_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.attestation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{evidence}', '{unit,nomination,campaign,criterion,attested_at}', '{}');

ALTER TABLE public.attestation ENABLE ALWAYS TRIGGER attestation_is_audited;


--
-- Name: attestation attestation_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER attestation_is_never_truncated BEFORE TRUNCATE ON public.attestation FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.attestation ENABLE ALWAYS TRIGGER attestation_is_never_truncated;


--
-- Name: audit_head audit_head_is_never_rewritten; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_head_is_never_rewritten BEFORE DELETE ON public.audit_head FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.audit_head ENABLE ALWAYS TRIGGER audit_head_is_never_rewritten;


--
-- Name: audit_head audit_head_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_head_is_never_truncated BEFORE TRUNCATE ON public.audit_head FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.audit_head ENABLE ALWAYS TRIGGER audit_head_is_never_truncated;


--
-- Name: audit audit_is_never_rewritten; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_is_never_rewritten BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.audit ENABLE ALWAYS TRIGGER audit_is_never_rewritten;


--
-- Name: audit audit_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_is_never_truncated BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.audit ENABLE ALWAYS TRIGGER audit_is_never_truncated;


--
-- Name: audit_personal audit_personal_is_never_rewritten; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_personal_is_never_rewritten BEFORE DELETE OR UPDATE ON public.audit_personal FOR EACH ROW EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.audit_personal ENABLE ALWAYS TRIGGER audit_personal_is_never_rewritten;


--
-- Name: audit_personal audit_personal_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_personal_is_never_truncated BEFORE TRUNCATE ON public.audit_personal FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.audit_personal ENABLE ALWAYS TRIGGER audit_personal_is_never_truncated;


--
-- Name: award award_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER award_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.award DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,rank,name_vi,name_en}', '{}');

ALTER TABLE public.award ENABLE ALWAYS TRIGGER award_is_audited;


--
-- Name: award award_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER award_is_never_truncated BEFORE TRUNCATE ON public.award FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.award ENABLE ALWAYS TRIGGER award_is_never_truncated;


--
-- Name: bar bar_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER bar_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.bar DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{campaign,code,subject,clause,name_vi,name_en}', '{}');

ALTER TABLE public.bar ENABLE ALWAYS TRIGGER bar_is_audited;


--
-- Name: bar bar_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER bar_is_never_truncated BEFORE TRUNCATE ON public.bar FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.bar ENABLE ALWAYS TRIGGER bar_is_never_truncated;


--
-- Name: campaign campaign_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER campaign_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.campaign DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,title,plan_date,circular_number,circular_date,deadline,pool,created_at}', '{}');

ALTER TABLE public.campaign ENABLE ALWAYS TRIGGER campaign_is_audited;


--
-- Name: campaign campaign_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER campaign_is_never_truncated BEFORE TRUNCATE ON public.campaign FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.campaign ENABLE ALWAYS TRIGGER campaign_is_never_truncated;


--
-- Name: catalogue catalogue_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER catalogue_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.catalogue DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{number,recorded_at,objects}', '{}');

ALTER TABLE public.catalogue ENABLE ALWAYS TRIGGER catalogue_is_audited;


--
-- Name: catalogue catalogue_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER catalogue_is_never_truncated BEFORE TRUNCATE ON public.catalogue FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.catalogue ENABLE ALWAYS TRIGGER catalogue_is_never_truncated;


--
-- Name: certification certification_changes_its_nomination; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER certification_changes_its_nomination BEFORE INSERT OR DELETE OR UPDATE ON public.certification FOR EACH ROW EXECUTE FUNCTION public.nomination_touch();


--
-- Name: certification certification_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER certification_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.certification DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{nominee,name,staff_no}', '{unit,nomination,document,subject,role,agency}', '{}');

ALTER TABLE public.certification ENABLE ALWAYS TRIGGER certification_is_audited;


--
-- Name: certification certification_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER certification_is_never_truncated BEFORE TRUNCATE ON public.certification FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.certification ENABLE ALWAYS TRIGGER certification_is_never_truncated;


--
-- Name: certifier_role certifier_role_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER certifier_role_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.certifier_role DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,subject,name_vi,name_en}', '{}');

ALTER TABLE public.certifier_role ENABLE ALWAYS TRIGGER certifier_role_is_audited;


--
-- Name: certifier_role certifier_role_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER certifier_role_is_never_truncated BEFORE TRUNCATE ON public.certifier_role FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.certifier_role ENABLE ALWAYS TRIGGER certifier_role_is_never_truncated;


--
-- Name: completion completion_changes_its_nomination; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER completion_changes_its_nomination BEFORE INSERT OR DELETE OR UPDATE ON public.completion FOR EACH ROW EXECUTE FUNCTION public.nomination_touch();


--
-- Name: completion completion_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER completion_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.completion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{evidence}', '{unit,nomination,campaign,directive,completed_on,is_of_quality,attested_at}', '{}');

ALTER TABLE public.completion ENABLE ALWAYS TRIGGER completion_is_audited;


--
-- Name: completion completion_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER completion_is_never_truncated BEFORE TRUNCATE ON public.completion FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.completion ENABLE ALWAYS TRIGGER completion_is_never_truncated;


--
-- Name: conduct conduct_changes_its_nomination; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER conduct_changes_its_nomination BEFORE INSERT OR DELETE OR UPDATE ON public.conduct FOR EACH ROW EXECUTE FUNCTION public.nomination_touch();


--
-- Name: conduct conduct_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER conduct_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.conduct DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{applies,evidence}', '{unit,nomination,campaign,bar,attested_at}', '{}');

ALTER TABLE public.conduct ENABLE ALWAYS TRIGGER conduct_is_audited;


--
-- Name: conduct conduct_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER conduct_is_never_truncated BEFORE TRUNCATE ON public.conduct FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.conduct ENABLE ALWAYS TRIGGER conduct_is_never_truncated;


--
-- Name: council_member council_member_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER council_member_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.council_member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{name,title}', '{session}', '{}');

ALTER TABLE public.council_member ENABLE ALWAYS TRIGGER council_member_is_audited;


--
-- Name: council_member council_member_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER council_member_is_never_truncated BEFORE TRUNCATE ON public.council_member FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.council_member ENABLE ALWAYS TRIGGER council_member_is_never_truncated;


--
-- Name: council_opinion council_opinion_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER council_opinion_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.council_opinion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{opinion}', '{unit,nomination,campaign,session,votes_for,votes_total}', '{}');

ALTER TABLE public.council_opinion ENABLE ALWAYS TRIGGER council_opinion_is_audited;


--
-- Name: council_opinion council_opinion_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER council_opinion_is_never_truncated BEFORE TRUNCATE ON public.council_opinion FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.council_opinion ENABLE ALWAYS TRIGGER council_opinion_is_never_truncated;


--
-- Name: council_session council_session_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER council_session_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.council_session DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{id,campaign,held_on,recorded_at}', '{}');

ALTER TABLE public.council_session ENABLE ALWAYS TRIGGER council_session_is_audited;


--
-- Name: council_session council_session_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER council_session_is_never_truncated BEFORE TRUNCATE ON public.council_session FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.council_session ENABLE ALWAYS TRIGGER council_session_is_never_truncated;


--
-- Name: criterion criterion_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER criterion_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.criterion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{campaign,code,subject,clause,words,words_en}', '{}');

ALTER TABLE public.criterion ENABLE ALWAYS TRIGGER criterion_is_audited;


--
-- Name: criterion criterion_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER criterion_is_never_truncated BEFORE TRUNCATE ON public.criterion FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.criterion ENABLE ALWAYS TRIGGER criterion_is_never_truncated;


--
-- Name: decision decision_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER decision_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{campaign,number,award,decided_on,recorded_at}', '{}');

ALTER TABLE public.decision ENABLE ALWAYS TRIGGER decision_is_audited;


--
-- Name: decision decision_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER decision_is_never_truncated BEFORE TRUNCATE ON public.decision FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.decision ENABLE ALWAYS TRIGGER decision_is_never_truncated;


--
-- Name: decision_outcome decision_outcome_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER decision_outcome_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.decision_outcome DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{}', '{unit,nomination,campaign,award,number,outcome}', '{}');

ALTER TABLE public.decision_outcome ENABLE ALWAYS TRIGGER decision_outcome_is_audited;


--
-- Name: decision_outcome decision_outcome_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER decision_outcome_is_never_truncated BEFORE TRUNCATE ON public.decision_outcome FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.decision_outcome ENABLE ALWAYS TRIGGER decision_outcome_is_never_truncated;


--
-- Name: decision_outcome decision_takes_the_last_step; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER decision_takes_the_last_step BEFORE INSERT OR DELETE OR UPDATE ON public.decision_outcome FOR EACH ROW EXECUTE FUNCTION public.decision_take_step();


--
-- Name: declaration declaration_changes_its_nomination; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER declaration_changes_its_nomination BEFORE INSERT OR DELETE OR UPDATE ON public.declaration FOR EACH ROW EXECUTE FUNCTION public.nomination_touch();


--
-- Name: declaration declaration_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER declaration_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.declaration DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{}', '{unit,nomination,document}', '{}');

ALTER TABLE public.declaration ENABLE ALWAYS TRIGGER declaration_is_audited;


--
-- Name: declaration declaration_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER declaration_is_never_truncated BEFORE TRUNCATE ON public.declaration FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.declaration ENABLE ALWAYS TRIGGER declaration_is_never_truncated;


--
-- Name: directive directive_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER directive_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.directive DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{campaign,number,issued_on,due_on,clause}', '{}');

ALTER TABLE public.directive ENABLE ALWAYS TRIGGER directive_is_audited;


--
-- Name: directive directive_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER directive_is_never_truncated BEFORE TRUNCATE ON public.directive FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.directive ENABLE ALWAYS TRIGGER directive_is_never_truncated;


--
-- Name: document document_is_attached_in_time; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER document_is_attached_in_time BEFORE INSERT OR DELETE OR UPDATE ON public.document FOR EACH ROW EXECUTE FUNCTION public.document_changes_what_it_is_part_of();


--
-- Name: document document_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER document_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.document DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{file_name,signer}', '{unit,id,campaign,kind,nomination,sha256,number,dated,attached_at}', '{part_of}');

ALTER TABLE public.document ENABLE ALWAYS TRIGGER document_is_audited;


--
-- Name: document document_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER document_is_never_truncated BEFORE TRUNCATE ON public.document FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.document ENABLE ALWAYS TRIGGER document_is_never_truncated;


--
-- Name: document_kind document_kind_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER document_kind_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.document_kind DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,part_of,clause,name_vi,name_en}', '{}');

ALTER TABLE public.document_kind ENABLE ALWAYS TRIGGER document_kind_is_audited;


--
-- Name: document_kind document_kind_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER document_kind_is_never_truncated BEFORE TRUNCATE ON public.document_kind FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.document_kind ENABLE ALWAYS TRIGGER document_kind_is_never_truncated;


--
-- Name: dossier dossier_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER dossier_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.dossier DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{return_reason}', '{unit,campaign,house,is_open,submitted_at,returned_at,paper_at,email_at}', '{changed_at}');

ALTER TABLE public.dossier ENABLE ALWAYS TRIGGER dossier_is_audited;


--
-- Name: dossier dossier_is_changed_before_the_deadline; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER dossier_is_changed_before_the_deadline BEFORE DELETE OR UPDATE ON public.dossier FOR EACH ROW EXECUTE FUNCTION public.dossier_check();


--
-- Name: dossier dossier_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER dossier_is_never_truncated BEFORE TRUNCATE ON public.dossier FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.dossier ENABLE ALWAYS TRIGGER dossier_is_never_truncated;


--
-- Name: dossier_state dossier_state_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER dossier_state_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.dossier_state DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,name_vi,name_en}', '{}');

ALTER TABLE public.dossier_state ENABLE ALWAYS TRIGGER dossier_state_is_audited;


--
-- Name: dossier_state dossier_state_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER dossier_state_is_never_truncated BEFORE TRUNCATE ON public.dossier_state FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.dossier_state ENABLE ALWAYS TRIGGER dossier_state_is_never_truncated;


--
-- Name: endorsement endorsement_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER endorsement_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.endorsement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{nominee}', '{unit,nomination,campaign,house,holder,award,subject,rule,pooled,stage,allowed,slot,endorsed_at}', '{stands}');

ALTER TABLE public.endorsement ENABLE ALWAYS TRIGGER endorsement_is_audited;


--
-- Name: endorsement endorsement_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER endorsement_is_never_truncated BEFORE TRUNCATE ON public.endorsement FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.endorsement ENABLE ALWAYS TRIGGER endorsement_is_never_truncated;


--
-- Name: endorsement endorsement_is_taken_back; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER endorsement_is_taken_back BEFORE DELETE ON public.endorsement FOR EACH ROW EXECUTE FUNCTION public.endorsement_take_back();


--
-- Name: endorsement endorsement_names_its_nominee; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER endorsement_names_its_nominee BEFORE INSERT ON public.endorsement FOR EACH ROW EXECUTE FUNCTION public.endorsement_name_nominee();


--
-- Name: endorsement endorsement_takes_slot; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER endorsement_takes_slot BEFORE INSERT OR UPDATE ON public.endorsement FOR EACH ROW EXECUTE FUNCTION public.endorsement_take_slot();


--
-- Name: file file_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER file_is_audited AFTER DELETE OR UPDATE ON public.file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{}', '{unit}', '{content,sha256,size,type}');

ALTER TABLE public.file ENABLE ALWAYS TRIGGER file_is_audited;


--
-- Name: file file_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER file_is_never_truncated BEFORE TRUNCATE ON public.file FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.file ENABLE ALWAYS TRIGGER file_is_never_truncated;


--
-- Name: migration migration_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER migration_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.migration DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{name,checksum,applied_at,applied_by}', '{}');

ALTER TABLE public.migration ENABLE ALWAYS TRIGGER migration_is_audited;


--
-- Name: migration migration_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER migration_is_never_truncated BEFORE TRUNCATE ON public.migration FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.migration ENABLE ALWAYS TRIGGER migration_is_never_truncated;


--
-- Name: nomination nomination_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER nomination_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.nomination DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{staff_no,position,bar,reason}', '{unit,id,campaign,holder,award,subject,stage,collective,workplace,state,came_from,allowed,slot,entered_at}', '{nominee_name,changed_at,stands,is_open,nominee,endorsed}');

ALTER TABLE public.nomination ENABLE ALWAYS TRIGGER nomination_is_audited;


--
-- Name: nomination nomination_is_entered_for_its_unit; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nomination_is_entered_for_its_unit BEFORE INSERT OR UPDATE ON public.nomination FOR EACH ROW EXECUTE FUNCTION public.nomination_check_unit();


--
-- Name: nomination nomination_is_made_before_the_deadline; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nomination_is_made_before_the_deadline BEFORE INSERT OR DELETE OR UPDATE ON public.nomination FOR EACH ROW EXECUTE FUNCTION public.nomination_check_deadline();


--
-- Name: nomination nomination_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nomination_is_never_truncated BEFORE TRUNCATE ON public.nomination FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.nomination ENABLE ALWAYS TRIGGER nomination_is_never_truncated;


--
-- Name: nomination nomination_of_another_begins_anew; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nomination_of_another_begins_anew AFTER UPDATE OF unit, subject, collective, staff_no ON public.nomination FOR EACH ROW EXECUTE FUNCTION public.nomination_clear();


--
-- Name: nomination_state nomination_state_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER nomination_state_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.nomination_state DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,name_vi,name_en}', '{}');

ALTER TABLE public.nomination_state ENABLE ALWAYS TRIGGER nomination_state_is_audited;


--
-- Name: nomination_state nomination_state_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nomination_state_is_never_truncated BEFORE TRUNCATE ON public.nomination_state FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.nomination_state ENABLE ALWAYS TRIGGER nomination_state_is_never_truncated;


--
-- Name: nomination nomination_takes_slot; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nomination_takes_slot BEFORE INSERT OR UPDATE ON public.nomination FOR EACH ROW EXECUTE FUNCTION public.nomination_take_slot();


--
-- Name: person person_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER person_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{staff_no,name}', '{unit}', '{}');

ALTER TABLE public.person ENABLE ALWAYS TRIGGER person_is_audited;


--
-- Name: person person_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER person_is_never_truncated BEFORE TRUNCATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.person ENABLE ALWAYS TRIGGER person_is_never_truncated;


--
-- Name: quota_bracket quota_bracket_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER quota_bracket_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.quota_bracket DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{campaign,rule,bracket,allowed}', '{}');

ALTER TABLE public.quota_bracket ENABLE ALWAYS TRIGGER quota_bracket_is_audited;


--
-- Name: quota_bracket quota_bracket_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER quota_bracket_is_never_truncated BEFORE TRUNCATE ON public.quota_bracket FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.quota_bracket ENABLE ALWAYS TRIGGER quota_bracket_is_never_truncated;


--
-- Name: quota quota_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER quota_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.quota DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('holder', '{}', '{holder,campaign,award,subject,stage,allowed,rule,measured}', '{unit}');

ALTER TABLE public.quota ENABLE ALWAYS TRIGGER quota_is_audited;


--
-- Name: quota quota_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER quota_is_never_truncated BEFORE TRUNCATE ON public.quota FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.quota ENABLE ALWAYS TRIGGER quota_is_never_truncated;


--
-- Name: quota_rule quota_rule_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER quota_rule_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.quota_rule DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{campaign,rule,clause,award,subject,holder_kind,measure,pooled}', '{}');

ALTER TABLE public.quota_rule ENABLE ALWAYS TRIGGER quota_rule_is_audited;


--
-- Name: quota_rule quota_rule_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER quota_rule_is_never_truncated BEFORE TRUNCATE ON public.quota_rule FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.quota_rule ENABLE ALWAYS TRIGGER quota_rule_is_never_truncated;


--
-- Name: report_letter report_letter_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER report_letter_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.report_letter DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{email}', '{campaign,date,specialist,begun_at,sent_at}', '{}');

ALTER TABLE public.report_letter ENABLE ALWAYS TRIGGER report_letter_is_audited;


--
-- Name: report_letter report_letter_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER report_letter_is_never_truncated BEFORE TRUNCATE ON public.report_letter FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.report_letter ENABLE ALWAYS TRIGGER report_letter_is_never_truncated;


--
-- Name: report_run report_run_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER report_run_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.report_run DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{campaign,date,as_of,is_late,is_final,sha256,seal,made_at,made_by}', '{content}');

ALTER TABLE public.report_run ENABLE ALWAYS TRIGGER report_run_is_audited;


--
-- Name: report_run report_run_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER report_run_is_never_truncated BEFORE TRUNCATE ON public.report_run FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.report_run ENABLE ALWAYS TRIGGER report_run_is_never_truncated;


--
-- Name: report_run report_stays_as_it_was_made; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER report_stays_as_it_was_made BEFORE DELETE OR UPDATE ON public.report_run FOR EACH ROW EXECUTE FUNCTION public.report_stays();


--
-- Name: seal seal_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER seal_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.seal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{number,heads}', '{hash}');

ALTER TABLE public.seal ENABLE ALWAYS TRIGGER seal_is_audited;


--
-- Name: seal seal_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER seal_is_never_truncated BEFORE TRUNCATE ON public.seal FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.seal ENABLE ALWAYS TRIGGER seal_is_never_truncated;


--
-- Name: selection_vote selection_vote_changes_its_nomination; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER selection_vote_changes_its_nomination BEFORE INSERT OR DELETE OR UPDATE ON public.selection_vote FOR EACH ROW EXECUTE FUNCTION public.nomination_touch();


--
-- Name: selection_vote selection_vote_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER selection_vote_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.selection_vote DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{}', '{unit,nomination,document,votes_for,votes_total}', '{}');

ALTER TABLE public.selection_vote ENABLE ALWAYS TRIGGER selection_vote_is_audited;


--
-- Name: selection_vote selection_vote_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER selection_vote_is_never_truncated BEFORE TRUNCATE ON public.selection_vote FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.selection_vote ENABLE ALWAYS TRIGGER selection_vote_is_never_truncated;


--
-- Name: sheet_header sheet_header_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER sheet_header_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.sheet_header DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{form,alias,field}', '{}');

ALTER TABLE public.sheet_header ENABLE ALWAYS TRIGGER sheet_header_is_audited;


--
-- Name: sheet_header sheet_header_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER sheet_header_is_never_truncated BEFORE TRUNCATE ON public.sheet_header FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.sheet_header ENABLE ALWAYS TRIGGER sheet_header_is_never_truncated;


--
-- Name: specialist_area specialist_area_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER specialist_area_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.specialist_area DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('province', '{}', '{province,specialist}', '{kind}');

ALTER TABLE public.specialist_area ENABLE ALWAYS TRIGGER specialist_area_is_audited;


--
-- Name: specialist_area specialist_area_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER specialist_area_is_never_truncated BEFORE TRUNCATE ON public.specialist_area FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.specialist_area ENABLE ALWAYS TRIGGER specialist_area_is_never_truncated;


--
-- Name: staffing_application staffing_application_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER staffing_application_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.staffing_application DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('house', '{}', '{id,staffing_table,house,follows,applied_at,applied_by}', '{}');

ALTER TABLE public.staffing_application ENABLE ALWAYS TRIGGER staffing_application_is_audited;


--
-- Name: staffing_application staffing_application_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staffing_application_is_never_truncated BEFORE TRUNCATE ON public.staffing_application FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.staffing_application ENABLE ALWAYS TRIGGER staffing_application_is_never_truncated;


--
-- Name: staffing_current staffing_current_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER staffing_current_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.staffing_current DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('house', '{}', '{house,staffing_table,applied_at,application}', '{}');

ALTER TABLE public.staffing_current ENABLE ALWAYS TRIGGER staffing_current_is_audited;


--
-- Name: staffing_current staffing_current_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staffing_current_is_never_truncated BEFORE TRUNCATE ON public.staffing_current FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.staffing_current ENABLE ALWAYS TRIGGER staffing_current_is_never_truncated;


--
-- Name: staffing_house staffing_house_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER staffing_house_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.staffing_house DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('house', '{}', '{staffing_table,house,units,area_offices,civil_servants}', '{}');

ALTER TABLE public.staffing_house ENABLE ALWAYS TRIGGER staffing_house_is_audited;


--
-- Name: staffing_house staffing_house_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staffing_house_is_never_truncated BEFORE TRUNCATE ON public.staffing_house FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.staffing_house ENABLE ALWAYS TRIGGER staffing_house_is_never_truncated;


--
-- Name: staffing_mode staffing_mode_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER staffing_mode_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.staffing_mode DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,name_vi,name_en}', '{}');

ALTER TABLE public.staffing_mode ENABLE ALWAYS TRIGGER staffing_mode_is_audited;


--
-- Name: staffing_mode staffing_mode_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staffing_mode_is_never_truncated BEFORE TRUNCATE ON public.staffing_mode FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.staffing_mode ENABLE ALWAYS TRIGGER staffing_mode_is_never_truncated;


--
-- Name: staffing_row staffing_row_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER staffing_row_is_audited AFTER DELETE OR UPDATE ON public.staffing_row DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('house', '{}', '{staffing_table,house,unit,kind,name,civil_servants}', '{}');

ALTER TABLE public.staffing_row ENABLE ALWAYS TRIGGER staffing_row_is_audited;


--
-- Name: staffing_row staffing_row_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staffing_row_is_never_truncated BEFORE TRUNCATE ON public.staffing_row FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.staffing_row ENABLE ALWAYS TRIGGER staffing_row_is_never_truncated;


--
-- Name: staffing_table staffing_table_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER staffing_table_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.staffing_table DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{id,as_of,file_name,sha256,imported_at,imported_by,mode,origin}', '{}');

ALTER TABLE public.staffing_table ENABLE ALWAYS TRIGGER staffing_table_is_audited;


--
-- Name: staffing_table staffing_table_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER staffing_table_is_never_truncated BEFORE TRUNCATE ON public.staffing_table FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.staffing_table ENABLE ALWAYS TRIGGER staffing_table_is_never_truncated;


--
-- Name: stage stage_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER stage_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.stage DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,rank,name_vi,name_en}', '{}');

ALTER TABLE public.stage ENABLE ALWAYS TRIGGER stage_is_audited;


--
-- Name: stage stage_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER stage_is_never_truncated BEFORE TRUNCATE ON public.stage FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.stage ENABLE ALWAYS TRIGGER stage_is_never_truncated;


--
-- Name: step step_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER step_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{earlier,later,role,before_deadline,command,is_by_itself}', '{}');

ALTER TABLE public.step ENABLE ALWAYS TRIGGER step_is_audited;


--
-- Name: step step_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER step_is_never_truncated BEFORE TRUNCATE ON public.step FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.step ENABLE ALWAYS TRIGGER step_is_never_truncated;


--
-- Name: subject subject_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER subject_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.subject DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,name_vi,name_en}', '{}');

ALTER TABLE public.subject ENABLE ALWAYS TRIGGER subject_is_audited;


--
-- Name: subject subject_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER subject_is_never_truncated BEFORE TRUNCATE ON public.subject FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.subject ENABLE ALWAYS TRIGGER subject_is_never_truncated;


--
-- Name: unit_alias unit_alias_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER unit_alias_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.unit_alias DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{}', '{unit,alias,until}', '{}');

ALTER TABLE public.unit_alias ENABLE ALWAYS TRIGGER unit_alias_is_audited;


--
-- Name: unit_alias unit_alias_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER unit_alias_is_never_truncated BEFORE TRUNCATE ON public.unit_alias FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.unit_alias ENABLE ALWAYS TRIGGER unit_alias_is_never_truncated;


--
-- Name: unit unit_entry_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER unit_entry_is_audited AFTER INSERT ON public.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.staffing_table IS NULL)) EXECUTE FUNCTION public.audit_change('house', '{}', '{code,kind,name,parent,house,staffing_table}', '{parent_kind,proposes_under,nominated_under}');

ALTER TABLE public.unit ENABLE ALWAYS TRIGGER unit_entry_is_audited;


--
-- Name: unit unit_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER unit_is_audited AFTER UPDATE ON public.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((NOT (new.staffing_table IS DISTINCT FROM old.staffing_table))) EXECUTE FUNCTION public.audit_change('house', '{}', '{code,kind,name,parent,house,staffing_table}', '{parent_kind,proposes_under,nominated_under}');

ALTER TABLE public.unit ENABLE ALWAYS TRIGGER unit_is_audited;


--
-- Name: unit unit_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER unit_is_never_truncated BEFORE TRUNCATE ON public.unit FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.unit ENABLE ALWAYS TRIGGER unit_is_never_truncated;


--
-- Name: unit_kind_alias unit_kind_alias_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER unit_kind_alias_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.unit_kind_alias DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{alias,house,kind}', '{}');

ALTER TABLE public.unit_kind_alias ENABLE ALWAYS TRIGGER unit_kind_alias_is_audited;


--
-- Name: unit_kind_alias unit_kind_alias_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER unit_kind_alias_is_never_truncated BEFORE TRUNCATE ON public.unit_kind_alias FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.unit_kind_alias ENABLE ALWAYS TRIGGER unit_kind_alias_is_never_truncated;


--
-- Name: unit_kind unit_kind_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER unit_kind_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.unit_kind DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('', '{}', '{code,parent,name_vi,name_en}', '{}');

ALTER TABLE public.unit_kind ENABLE ALWAYS TRIGGER unit_kind_is_audited;


--
-- Name: unit_kind unit_kind_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER unit_kind_is_never_truncated BEFORE TRUNCATE ON public.unit_kind FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.unit_kind ENABLE ALWAYS TRIGGER unit_kind_is_never_truncated;


--
-- Name: unit unit_removal_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER unit_removal_is_audited AFTER DELETE ON public.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('house', '{}', '{code,kind,name,parent,house,staffing_table}', '{parent_kind,proposes_under,nominated_under}');

ALTER TABLE public.unit ENABLE ALWAYS TRIGGER unit_removal_is_audited;


--
-- Name: account account_role_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_role_is_known FOREIGN KEY (role) REFERENCES public.access_role(code);


--
-- Name: account account_unit_sends_dossiers; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_unit_sends_dossiers FOREIGN KEY (unit, house) REFERENCES public.unit(code, proposes_under);


--
-- Name: attestation attestation_is_of_a_criterion; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attestation
    ADD CONSTRAINT attestation_is_of_a_criterion FOREIGN KEY (campaign, criterion) REFERENCES public.criterion(campaign, code);


--
-- Name: attestation attestation_is_of_a_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attestation
    ADD CONSTRAINT attestation_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES public.nomination(unit, id) ON UPDATE CASCADE;


--
-- Name: bar bar_is_of_a_campaign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bar
    ADD CONSTRAINT bar_is_of_a_campaign FOREIGN KEY (campaign) REFERENCES public.campaign(code);


--
-- Name: bar bar_subject_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bar
    ADD CONSTRAINT bar_subject_is_known FOREIGN KEY (subject) REFERENCES public.subject(code);


--
-- Name: certification certification_agency_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.certification
    ADD CONSTRAINT certification_agency_is_known FOREIGN KEY (agency) REFERENCES public.unit(code);


--
-- Name: certification certification_is_of_a_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.certification
    ADD CONSTRAINT certification_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES public.nomination(unit, id);


--
-- Name: certification certification_is_of_a_report; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.certification
    ADD CONSTRAINT certification_is_of_a_report FOREIGN KEY (unit, document) REFERENCES public.document(unit, id) ON DELETE CASCADE;


--
-- Name: certification certification_role_suits_the_subject; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.certification
    ADD CONSTRAINT certification_role_suits_the_subject FOREIGN KEY (subject, role) REFERENCES public.certifier_role(subject, code);


--
-- Name: certifier_role certifier_subject_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.certifier_role
    ADD CONSTRAINT certifier_subject_is_known FOREIGN KEY (subject) REFERENCES public.subject(code);


--
-- Name: completion completion_is_of_a_directive; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.completion
    ADD CONSTRAINT completion_is_of_a_directive FOREIGN KEY (campaign, directive) REFERENCES public.directive(campaign, number);


--
-- Name: completion completion_is_of_a_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.completion
    ADD CONSTRAINT completion_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES public.nomination(unit, id) ON UPDATE CASCADE;


--
-- Name: conduct conduct_is_about_a_bar; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.conduct
    ADD CONSTRAINT conduct_is_about_a_bar FOREIGN KEY (campaign, bar) REFERENCES public.bar(campaign, code);


--
-- Name: conduct conduct_is_of_a_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.conduct
    ADD CONSTRAINT conduct_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES public.nomination(unit, id) ON UPDATE CASCADE;


--
-- Name: council_member council_member_sat_in_a_session; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.council_member
    ADD CONSTRAINT council_member_sat_in_a_session FOREIGN KEY (session) REFERENCES public.council_session(id);


--
-- Name: council_opinion council_opinion_is_of_a_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.council_opinion
    ADD CONSTRAINT council_opinion_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES public.nomination(unit, id);


--
-- Name: council_opinion council_opinion_is_of_a_session; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.council_opinion
    ADD CONSTRAINT council_opinion_is_of_a_session FOREIGN KEY (session, campaign) REFERENCES public.council_session(id, campaign);


--
-- Name: council_session council_session_campaign_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.council_session
    ADD CONSTRAINT council_session_campaign_is_known FOREIGN KEY (campaign) REFERENCES public.campaign(code);


--
-- Name: criterion criterion_is_of_a_campaign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.criterion
    ADD CONSTRAINT criterion_is_of_a_campaign FOREIGN KEY (campaign) REFERENCES public.campaign(code);


--
-- Name: criterion criterion_subject_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.criterion
    ADD CONSTRAINT criterion_subject_is_known FOREIGN KEY (subject) REFERENCES public.subject(code);


--
-- Name: decision decision_award_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_award_is_known FOREIGN KEY (award) REFERENCES public.award(code);


--
-- Name: decision decision_campaign_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_campaign_is_known FOREIGN KEY (campaign) REFERENCES public.campaign(code);


--
-- Name: decision_outcome decision_outcome_is_of_a_decision; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision_outcome
    ADD CONSTRAINT decision_outcome_is_of_a_decision FOREIGN KEY (campaign, number, award) REFERENCES public.decision(campaign, number, award);


--
-- Name: decision_outcome decision_outcome_is_of_a_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decision_outcome
    ADD CONSTRAINT decision_outcome_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES public.nomination(unit, id);


--
-- Name: declaration declaration_is_of_a_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT declaration_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES public.nomination(unit, id);


--
-- Name: declaration declaration_stands_in_a_letter; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT declaration_stands_in_a_letter FOREIGN KEY (unit, document) REFERENCES public.document(unit, id) ON DELETE CASCADE;


--
-- Name: directive directive_is_of_a_campaign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directive
    ADD CONSTRAINT directive_is_of_a_campaign FOREIGN KEY (campaign) REFERENCES public.campaign(code);


--
-- Name: document document_has_its_file; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_has_its_file FOREIGN KEY (unit, sha256) REFERENCES public.file(unit, sha256);


--
-- Name: document document_is_of_a_dossier; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_is_of_a_dossier FOREIGN KEY (unit, campaign) REFERENCES public.dossier(unit, campaign);


--
-- Name: document document_is_of_a_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES public.nomination(unit, id);


--
-- Name: document document_kind_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_kind_is_known FOREIGN KEY (kind, part_of) REFERENCES public.document_kind(code, part_of);


--
-- Name: dossier dossier_campaign_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dossier
    ADD CONSTRAINT dossier_campaign_is_known FOREIGN KEY (campaign) REFERENCES public.campaign(code);


--
-- Name: dossier dossier_unit_sends_dossiers; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dossier
    ADD CONSTRAINT dossier_unit_sends_dossiers FOREIGN KEY (unit, house) REFERENCES public.unit(code, proposes_under);


--
-- Name: endorsement endorsement_draws_on_a_quota; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_draws_on_a_quota FOREIGN KEY (holder, campaign, award, subject, stage, allowed) REFERENCES public.quota(holder, campaign, award, subject, stage, allowed) ON UPDATE CASCADE;


--
-- Name: endorsement endorsement_is_of_a_standing_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_is_of_a_standing_nomination FOREIGN KEY (unit, nomination, campaign, house, award, subject, stands, nominee) REFERENCES public.nomination(unit, id, campaign, holder, award, subject, stands, nominee);


--
-- Name: endorsement endorsement_is_pooled_by_its_rule; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_is_pooled_by_its_rule FOREIGN KEY (campaign, rule, pooled) REFERENCES public.quota_rule(campaign, rule, pooled);


--
-- Name: file file_unit_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_unit_is_known FOREIGN KEY (unit) REFERENCES public.unit(code);


--
-- Name: nomination nomination_award_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_award_is_known FOREIGN KEY (award) REFERENCES public.award(code);


--
-- Name: nomination nomination_campaign_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_campaign_is_known FOREIGN KEY (campaign) REFERENCES public.campaign(code);


--
-- Name: nomination nomination_collective_is_of_the_house; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_collective_is_of_the_house FOREIGN KEY (collective, holder) REFERENCES public.unit(code, nominated_under);


--
-- Name: nomination nomination_dossier_is_open; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_dossier_is_open FOREIGN KEY (unit, campaign, is_open) REFERENCES public.dossier(unit, campaign, is_open) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: nomination nomination_draws_on_a_quota; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_draws_on_a_quota FOREIGN KEY (holder, campaign, award, subject, stage, allowed) REFERENCES public.quota(holder, campaign, award, subject, stage, allowed) ON UPDATE CASCADE;


--
-- Name: nomination nomination_is_disqualified_for_a_bar; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_is_disqualified_for_a_bar FOREIGN KEY (campaign, bar, subject) REFERENCES public.bar(campaign, code, subject);


--
-- Name: nomination nomination_is_endorsed_by_an_endorsement; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_is_endorsed_by_an_endorsement FOREIGN KEY (unit, endorsed) REFERENCES public.endorsement(unit, nomination) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: nomination nomination_person_is_registered; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_person_is_registered FOREIGN KEY (unit, staff_no) REFERENCES public.person(unit, staff_no);


--
-- Name: nomination nomination_state_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_state_is_known FOREIGN KEY (state) REFERENCES public.nomination_state(code);


--
-- Name: nomination nomination_step_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_step_is_known FOREIGN KEY (came_from, state) REFERENCES public.step(earlier, later);


--
-- Name: nomination nomination_subject_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_subject_is_known FOREIGN KEY (subject) REFERENCES public.subject(code);


--
-- Name: nomination nomination_unit_sends_dossiers; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_unit_sends_dossiers FOREIGN KEY (unit, holder) REFERENCES public.unit(code, proposes_under);


--
-- Name: nomination nomination_workplace_is_of_the_house; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_workplace_is_of_the_house FOREIGN KEY (workplace, holder) REFERENCES public.unit(code, house);


--
-- Name: person person_unit_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_unit_is_known FOREIGN KEY (unit) REFERENCES public.unit(code);


--
-- Name: quota quota_award_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota
    ADD CONSTRAINT quota_award_is_known FOREIGN KEY (award) REFERENCES public.award(code);


--
-- Name: quota_bracket quota_bracket_is_of_a_rule; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota_bracket
    ADD CONSTRAINT quota_bracket_is_of_a_rule FOREIGN KEY (campaign, rule) REFERENCES public.quota_rule(campaign, rule);


--
-- Name: quota quota_holder_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota
    ADD CONSTRAINT quota_holder_is_known FOREIGN KEY (unit) REFERENCES public.unit(code);


--
-- Name: quota quota_is_of_a_rule; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota
    ADD CONSTRAINT quota_is_of_a_rule FOREIGN KEY (campaign, rule) REFERENCES public.quota_rule(campaign, rule);


--
-- Name: quota_rule quota_rule_award_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota_rule
    ADD CONSTRAINT quota_rule_award_is_known FOREIGN KEY (award) REFERENCES public.award(code);


--
-- Name: quota_rule quota_rule_holder_kind_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota_rule
    ADD CONSTRAINT quota_rule_holder_kind_is_known FOREIGN KEY (holder_kind) REFERENCES public.unit_kind(code);


--
-- Name: quota_rule quota_rule_is_of_a_campaign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota_rule
    ADD CONSTRAINT quota_rule_is_of_a_campaign FOREIGN KEY (campaign) REFERENCES public.campaign(code);


--
-- Name: quota_rule quota_rule_subject_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota_rule
    ADD CONSTRAINT quota_rule_subject_is_known FOREIGN KEY (subject) REFERENCES public.subject(code);


--
-- Name: quota quota_stage_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota
    ADD CONSTRAINT quota_stage_is_known FOREIGN KEY (stage) REFERENCES public.stage(code);


--
-- Name: quota quota_subject_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quota
    ADD CONSTRAINT quota_subject_is_known FOREIGN KEY (subject) REFERENCES public.subject(code);


--
-- Name: report_letter report_letter_is_of_a_report; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_letter
    ADD CONSTRAINT report_letter_is_of_a_report FOREIGN KEY (campaign, date) REFERENCES public.report_run(campaign, date);


--
-- Name: report_run report_run_campaign_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_run
    ADD CONSTRAINT report_run_campaign_is_known FOREIGN KEY (campaign) REFERENCES public.campaign(code);


--
-- Name: report_run report_run_seals_the_trail; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_run
    ADD CONSTRAINT report_run_seals_the_trail FOREIGN KEY (seal) REFERENCES public.seal(number);


--
-- Name: selection_vote selection_vote_is_of_a_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_vote
    ADD CONSTRAINT selection_vote_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES public.nomination(unit, id);


--
-- Name: selection_vote selection_vote_stands_in_the_minutes; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_vote
    ADD CONSTRAINT selection_vote_stands_in_the_minutes FOREIGN KEY (unit, document) REFERENCES public.document(unit, id) ON DELETE CASCADE;


--
-- Name: specialist_area specialist_area_has_a_specialist; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.specialist_area
    ADD CONSTRAINT specialist_area_has_a_specialist FOREIGN KEY (specialist) REFERENCES public.area_specialist(code) ON DELETE CASCADE;


--
-- Name: specialist_area specialist_area_is_a_province; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.specialist_area
    ADD CONSTRAINT specialist_area_is_a_province FOREIGN KEY (province, kind) REFERENCES public.unit(code, kind);


--
-- Name: staffing_application staffing_application_follows_another; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_application
    ADD CONSTRAINT staffing_application_follows_another FOREIGN KEY (follows) REFERENCES public.staffing_application(id);


--
-- Name: staffing_application staffing_application_is_of_a_stored_house; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_application
    ADD CONSTRAINT staffing_application_is_of_a_stored_house FOREIGN KEY (staffing_table, house) REFERENCES public.staffing_house(staffing_table, house);


--
-- Name: staffing_current staffing_current_house_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_current
    ADD CONSTRAINT staffing_current_house_is_known FOREIGN KEY (house) REFERENCES public.unit(code);


--
-- Name: staffing_current staffing_current_was_applied; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_current
    ADD CONSTRAINT staffing_current_was_applied FOREIGN KEY (application) REFERENCES public.staffing_application(id);


--
-- Name: staffing_house staffing_house_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_house
    ADD CONSTRAINT staffing_house_is_known FOREIGN KEY (house) REFERENCES public.unit(code);


--
-- Name: staffing_house staffing_house_is_of_a_table; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_house
    ADD CONSTRAINT staffing_house_is_of_a_table FOREIGN KEY (staffing_table) REFERENCES public.staffing_table(id);


--
-- Name: staffing_table staffing_mode_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_table
    ADD CONSTRAINT staffing_mode_is_known FOREIGN KEY (mode) REFERENCES public.staffing_mode(code);


--
-- Name: step step_is_taken_by_a_known_role; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.step
    ADD CONSTRAINT step_is_taken_by_a_known_role FOREIGN KEY (role) REFERENCES public.access_role(code);


--
-- Name: step step_leads_to_a_known_state; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.step
    ADD CONSTRAINT step_leads_to_a_known_state FOREIGN KEY (later) REFERENCES public.nomination_state(code);


--
-- Name: step step_leaves_a_known_state; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.step
    ADD CONSTRAINT step_leaves_a_known_state FOREIGN KEY (earlier) REFERENCES public.nomination_state(code);


--
-- Name: unit_alias unit_alias_is_of_a_unit; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_alias
    ADD CONSTRAINT unit_alias_is_of_a_unit FOREIGN KEY (unit) REFERENCES public.unit(code);


--
-- Name: unit_kind_alias unit_kind_alias_house_is_a_kind; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_kind_alias
    ADD CONSTRAINT unit_kind_alias_house_is_a_kind FOREIGN KEY (house) REFERENCES public.unit_kind(code);


--
-- Name: unit_kind_alias unit_kind_alias_names_a_kind; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_kind_alias
    ADD CONSTRAINT unit_kind_alias_names_a_kind FOREIGN KEY (kind) REFERENCES public.unit_kind(code);


--
-- Name: unit unit_kind_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_kind_is_known FOREIGN KEY (kind) REFERENCES public.unit_kind(code);


--
-- Name: unit_kind unit_kind_parent_is_a_kind; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit_kind
    ADD CONSTRAINT unit_kind_parent_is_a_kind FOREIGN KEY (parent) REFERENCES public.unit_kind(code);


--
-- Name: unit unit_parent_is_of_the_right_kind; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_parent_is_of_the_right_kind FOREIGN KEY (parent, parent_kind) REFERENCES public.unit(code, kind);


--
-- Name: access_role; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.access_role ENABLE ROW LEVEL SECURITY;

--
-- Name: account; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.account ENABLE ROW LEVEL SECURITY;

--
-- Name: account administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.account FOR SELECT TO thidua_administrator USING (true);


--
-- Name: area_specialist administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.area_specialist FOR SELECT TO thidua_administrator USING (true);


--
-- Name: attestation administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.attestation FOR SELECT TO thidua_administrator USING (true);


--
-- Name: audit administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.audit FOR SELECT TO thidua_administrator USING (true);


--
-- Name: audit_head administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.audit_head FOR SELECT TO thidua_administrator USING (true);


--
-- Name: audit_personal administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.audit_personal FOR SELECT TO thidua_administrator USING (true);


--
-- Name: certification administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.certification FOR SELECT TO thidua_administrator USING (true);


--
-- Name: completion administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.completion FOR SELECT TO thidua_administrator USING (true);


--
-- Name: conduct administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.conduct FOR SELECT TO thidua_administrator USING (true);


--
-- Name: council_member administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.council_member FOR SELECT TO thidua_administrator USING (true);


--
-- Name: council_opinion administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.council_opinion FOR SELECT TO thidua_administrator USING (true);


--
-- Name: decision_outcome administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.decision_outcome FOR SELECT TO thidua_administrator USING (true);


--
-- Name: declaration administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.declaration FOR SELECT TO thidua_administrator USING (true);


--
-- Name: document administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.document FOR SELECT TO thidua_administrator USING (true);


--
-- Name: dossier administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.dossier FOR SELECT TO thidua_administrator USING (true);


--
-- Name: endorsement administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.endorsement FOR SELECT TO thidua_administrator USING (true);


--
-- Name: file administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.file FOR SELECT TO thidua_administrator USING (true);


--
-- Name: report_letter administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.report_letter FOR SELECT TO thidua_administrator USING (true);


--
-- Name: report_run administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.report_run FOR SELECT TO thidua_administrator USING (true);


--
-- Name: seal administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.seal FOR SELECT TO thidua_administrator USING (true);


--
-- Name: selection_vote administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.selection_vote FOR SELECT TO thidua_administrator USING (true);


--
-- Name: specialist_area administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.specialist_area FOR SELECT TO thidua_administrator USING (true);


--
-- Name: staffing_application administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.staffing_application FOR SELECT TO thidua_administrator USING (true);


--
-- Name: staffing_table administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.staffing_table FOR SELECT TO thidua_administrator USING (true);


--
-- Name: unit_alias administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.unit_alias FOR SELECT TO thidua_administrator USING (true);


--
-- Name: endorsement administrator_writes_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_writes_all ON public.endorsement TO thidua_administrator USING (true) WITH CHECK (true);


--
-- Name: nomination administrator_writes_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_writes_all ON public.nomination TO thidua_administrator USING (true) WITH CHECK (true);


--
-- Name: person administrator_writes_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_writes_all ON public.person TO thidua_administrator USING (true) WITH CHECK (true);


--
-- Name: area_specialist; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.area_specialist ENABLE ROW LEVEL SECURITY;

--
-- Name: attestation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.attestation ENABLE ROW LEVEL SECURITY;

--
-- Name: audit; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_head; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_head ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_personal; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_personal ENABLE ROW LEVEL SECURITY;

--
-- Name: account auditor_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY auditor_reads_all ON public.account FOR SELECT TO thidua_auditor USING (true);


--
-- Name: audit auditor_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY auditor_reads_all ON public.audit FOR SELECT TO thidua_auditor USING (true);


--
-- Name: audit_head auditor_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY auditor_reads_all ON public.audit_head FOR SELECT TO thidua_auditor USING (true);


--
-- Name: seal auditor_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY auditor_reads_all ON public.seal FOR SELECT TO thidua_auditor USING (true);


--
-- Name: award; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.award ENABLE ROW LEVEL SECURITY;

--
-- Name: access_role backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.access_role FOR SELECT TO thidua_backup USING (true);


--
-- Name: account backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.account FOR SELECT TO thidua_backup USING (true);


--
-- Name: area_specialist backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.area_specialist FOR SELECT TO thidua_backup USING (true);


--
-- Name: attestation backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.attestation FOR SELECT TO thidua_backup USING (true);


--
-- Name: audit backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.audit FOR SELECT TO thidua_backup USING (true);


--
-- Name: audit_head backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.audit_head FOR SELECT TO thidua_backup USING (true);


--
-- Name: audit_personal backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.audit_personal FOR SELECT TO thidua_backup USING (true);


--
-- Name: award backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.award FOR SELECT TO thidua_backup USING (true);


--
-- Name: bar backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.bar FOR SELECT TO thidua_backup USING (true);


--
-- Name: campaign backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.campaign FOR SELECT TO thidua_backup USING (true);


--
-- Name: catalogue backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.catalogue FOR SELECT TO thidua_backup USING (true);


--
-- Name: certification backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.certification FOR SELECT TO thidua_backup USING (true);


--
-- Name: certifier_role backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.certifier_role FOR SELECT TO thidua_backup USING (true);


--
-- Name: completion backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.completion FOR SELECT TO thidua_backup USING (true);


--
-- Name: conduct backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.conduct FOR SELECT TO thidua_backup USING (true);


--
-- Name: council_member backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.council_member FOR SELECT TO thidua_backup USING (true);


--
-- Name: council_opinion backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.council_opinion FOR SELECT TO thidua_backup USING (true);


--
-- Name: council_session backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.council_session FOR SELECT TO thidua_backup USING (true);


--
-- Name: criterion backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.criterion FOR SELECT TO thidua_backup USING (true);


--
-- Name: decision backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.decision FOR SELECT TO thidua_backup USING (true);


--
-- Name: decision_outcome backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.decision_outcome FOR SELECT TO thidua_backup USING (true);


--
-- Name: declaration backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.declaration FOR SELECT TO thidua_backup USING (true);


--
-- Name: directive backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.directive FOR SELECT TO thidua_backup USING (true);


--
-- Name: document backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.document FOR SELECT TO thidua_backup USING (true);


--
-- Name: document_kind backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.document_kind FOR SELECT TO thidua_backup USING (true);


--
-- Name: dossier backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.dossier FOR SELECT TO thidua_backup USING (true);


--
-- Name: dossier_state backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.dossier_state FOR SELECT TO thidua_backup USING (true);


--
-- Name: endorsement backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.endorsement FOR SELECT TO thidua_backup USING (true);


--
-- Name: file backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.file FOR SELECT TO thidua_backup USING (true);


--
-- Name: migration backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.migration FOR SELECT TO thidua_backup USING (true);


--
-- Name: nomination backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.nomination FOR SELECT TO thidua_backup USING (true);


--
-- Name: nomination_state backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.nomination_state FOR SELECT TO thidua_backup USING (true);


--
-- Name: person backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.person FOR SELECT TO thidua_backup USING (true);


--
-- Name: quota backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.quota FOR SELECT TO thidua_backup USING (true);


--
-- Name: quota_bracket backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.quota_bracket FOR SELECT TO thidua_backup USING (true);


--
-- Name: quota_rule backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.quota_rule FOR SELECT TO thidua_backup USING (true);


--
-- Name: report_letter backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.report_letter FOR SELECT TO thidua_backup USING (true);


--
-- Name: report_run backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.report_run FOR SELECT TO thidua_backup USING (true);


--
-- Name: seal backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.seal FOR SELECT TO thidua_backup USING (true);


--
-- Name: selection_vote backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.selection_vote FOR SELECT TO thidua_backup USING (true);


--
-- Name: sheet_header backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.sheet_header FOR SELECT TO thidua_backup USING (true);


--
-- Name: specialist_area backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.specialist_area FOR SELECT TO thidua_backup USING (true);


--
-- Name: staffing_application backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.staffing_application FOR SELECT TO thidua_backup USING (true);


--
-- Name: staffing_current backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.staffing_current FOR SELECT TO thidua_backup USING (true);


--
-- Name: staffing_house backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.staffing_house FOR SELECT TO thidua_backup USING (true);


--
-- Name: staffing_mode backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.staffing_mode FOR SELECT TO thidua_backup USING (true);


--
-- Name: staffing_row backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.staffing_row FOR SELECT TO thidua_backup USING (true);


--
-- Name: staffing_table backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.staffing_table FOR SELECT TO thidua_backup USING (true);


--
-- Name: stage backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.stage FOR SELECT TO thidua_backup USING (true);


--
-- Name: step backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.step FOR SELECT TO thidua_backup USING (true);


--
-- Name: subject backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.subject FOR SELECT TO thidua_backup USING (true);


--
-- Name: unit backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.unit FOR SELECT TO thidua_backup USING (true);


--
-- Name: unit_alias backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.unit_alias FOR SELECT TO thidua_backup USING (true);


--
-- Name: unit_kind backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.unit_kind FOR SELECT TO thidua_backup USING (true);


--
-- Name: unit_kind_alias backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.unit_kind_alias FOR SELECT TO thidua_backup USING (true);


--
-- Name: bar; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.bar ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign ENABLE ROW LEVEL SECURITY;

--
-- Name: catalogue; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.catalogue ENABLE ROW LEVEL SECURITY;

--
-- Name: certification; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.certification ENABLE ROW LEVEL SECURITY;

--
-- Name: certifier_role; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.certifier_role ENABLE ROW LEVEL SECURITY;

--
-- Name: decision clerk_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_all ON public.decision FOR SELECT TO thidua_clerk USING (true);


--
-- Name: quota clerk_reads_its_house; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_house ON public.quota FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_house_set() AS own_house_set))[holder] IS NOT NULL) AND (holder = ( SELECT public.own_house() AS own_house))));


--
-- Name: staffing_current clerk_reads_its_house; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_house ON public.staffing_current FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_house_set() AS own_house_set))[house] IS NOT NULL) AND ((house)::text = ( SELECT public.own_house() AS own_house))));


--
-- Name: staffing_house clerk_reads_its_house; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_house ON public.staffing_house FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_house_set() AS own_house_set))[house] IS NOT NULL) AND ((house)::text = ( SELECT public.own_house() AS own_house))));


--
-- Name: staffing_row clerk_reads_its_house; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_house ON public.staffing_row FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_house_set() AS own_house_set))[house] IS NOT NULL) AND (house = ( SELECT public.own_house() AS own_house))));


--
-- Name: unit clerk_reads_its_house; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_house ON public.unit FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_house_units_set() AS own_house_units_set))[code] IS NOT NULL) AND ((code)::text = ANY (( SELECT public.own_house_units() AS own_house_units)::text[]))));


--
-- Name: attestation clerk_reads_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_units ON public.attestation FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: certification clerk_reads_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_units ON public.certification FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: completion clerk_reads_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_units ON public.completion FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: conduct clerk_reads_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_units ON public.conduct FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: decision_outcome clerk_reads_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_units ON public.decision_outcome FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: declaration clerk_reads_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_units ON public.declaration FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: document clerk_reads_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_units ON public.document FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: dossier clerk_reads_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_units ON public.dossier FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: file clerk_reads_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_units ON public.file FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: selection_vote clerk_reads_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_its_units ON public.selection_vote FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: audit clerk_reads_what_its_unit_is_shown; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_what_its_unit_is_shown ON public.audit FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[chain] IS NOT NULL) AND (chain = ( SELECT public.own_unit() AS own_unit)) AND (relation = ANY (ARRAY['nomination'::text, 'person'::text, 'quota'::text, 'unit'::text, 'staffing_row'::text, 'staffing_house'::text, 'staffing_current'::text, 'attestation'::text, 'completion'::text, 'conduct'::text, 'dossier'::text, 'document'::text, 'certification'::text, 'declaration'::text, 'selection_vote'::text, 'decision_outcome'::text]))));


--
-- Name: audit_personal clerk_reads_what_its_unit_is_shown; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_what_its_unit_is_shown ON public.audit_personal FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[chain] IS NOT NULL) AND (chain = ( SELECT public.own_unit() AS own_unit))));


--
-- Name: nomination clerk_writes_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_writes_its_units ON public.nomination TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit)))) WITH CHECK (((unit)::text = public.own_unit()));


--
-- Name: person clerk_writes_its_units; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_writes_its_units ON public.person TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[unit] IS NOT NULL) AND ((unit)::text = ( SELECT public.own_unit() AS own_unit)))) WITH CHECK (((unit)::text = public.own_unit()));


--
-- Name: completion; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.completion ENABLE ROW LEVEL SECURITY;

--
-- Name: conduct; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.conduct ENABLE ROW LEVEL SECURITY;

--
-- Name: council_member; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.council_member ENABLE ROW LEVEL SECURITY;

--
-- Name: council_opinion; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.council_opinion ENABLE ROW LEVEL SECURITY;

--
-- Name: council_member council_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_all ON public.council_member FOR SELECT TO thidua_council USING (true);


--
-- Name: council_opinion council_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_all ON public.council_opinion FOR SELECT TO thidua_council USING (true);


--
-- Name: decision_outcome council_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_all ON public.decision_outcome FOR SELECT TO thidua_council USING (true);


--
-- Name: endorsement council_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_all ON public.endorsement FOR SELECT TO thidua_council USING (true);


--
-- Name: attestation council_reads_what_was_submitted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_was_submitted ON public.attestation FOR SELECT TO thidua_council USING ((EXISTS ( SELECT
   FROM public.nomination n
  WHERE (((n.unit)::text = (attestation.unit)::text) AND (n.id = attestation.nomination)))));


--
-- Name: certification council_reads_what_was_submitted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_was_submitted ON public.certification FOR SELECT TO thidua_council USING ((EXISTS ( SELECT
   FROM public.nomination n
  WHERE (((n.unit)::text = (certification.unit)::text) AND (n.id = certification.nomination)))));


--
-- Name: completion council_reads_what_was_submitted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_was_submitted ON public.completion FOR SELECT TO thidua_council USING ((EXISTS ( SELECT
   FROM public.nomination n
  WHERE (((n.unit)::text = (completion.unit)::text) AND (n.id = completion.nomination)))));


--
-- Name: conduct council_reads_what_was_submitted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_was_submitted ON public.conduct FOR SELECT TO thidua_council USING ((EXISTS ( SELECT
   FROM public.nomination n
  WHERE (((n.unit)::text = (conduct.unit)::text) AND (n.id = conduct.nomination)))));


--
-- Name: declaration council_reads_what_was_submitted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_was_submitted ON public.declaration FOR SELECT TO thidua_council USING ((EXISTS ( SELECT
   FROM public.nomination n
  WHERE (((n.unit)::text = (declaration.unit)::text) AND (n.id = declaration.nomination)))));


--
-- Name: document council_reads_what_was_submitted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_was_submitted ON public.document FOR SELECT TO thidua_council USING (((EXISTS ( SELECT
   FROM public.dossier d
  WHERE (((d.unit)::text = (document.unit)::text) AND ((d.campaign)::text = (document.campaign)::text)))) AND ((nomination IS NULL) OR (EXISTS ( SELECT
   FROM public.nomination n
  WHERE (((n.unit)::text = (document.unit)::text) AND (n.id = document.nomination)))))));


--
-- Name: dossier council_reads_what_was_submitted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_was_submitted ON public.dossier FOR SELECT TO thidua_council USING ((NOT is_open));


--
-- Name: file council_reads_what_was_submitted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_was_submitted ON public.file FOR SELECT TO thidua_council USING ((EXISTS ( SELECT
   FROM public.document d
  WHERE (((d.unit)::text = (file.unit)::text) AND (d.sha256 = file.sha256)))));


--
-- Name: nomination council_reads_what_was_submitted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_was_submitted ON public.nomination FOR SELECT TO thidua_council USING ((state <> ALL (ARRAY['draft'::text, 'returned'::text, 'withdrawn'::text])));


--
-- Name: selection_vote council_reads_what_was_submitted; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_was_submitted ON public.selection_vote FOR SELECT TO thidua_council USING ((EXISTS ( SELECT
   FROM public.nomination n
  WHERE (((n.unit)::text = (selection_vote.unit)::text) AND (n.id = selection_vote.nomination)))));


--
-- Name: council_session; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.council_session ENABLE ROW LEVEL SECURITY;

--
-- Name: criterion; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.criterion ENABLE ROW LEVEL SECURITY;

--
-- Name: decision; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.decision ENABLE ROW LEVEL SECURITY;

--
-- Name: decision_outcome; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.decision_outcome ENABLE ROW LEVEL SECURITY;

--
-- Name: declaration; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.declaration ENABLE ROW LEVEL SECURITY;

--
-- Name: council_session department_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY department_reads_all ON public.council_session FOR SELECT TO thidua_department USING (true);


--
-- Name: decision department_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY department_reads_all ON public.decision FOR SELECT TO thidua_department USING (true);


--
-- Name: quota department_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY department_reads_all ON public.quota FOR SELECT TO thidua_department USING (true);


--
-- Name: staffing_current department_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY department_reads_all ON public.staffing_current FOR SELECT TO thidua_department USING (true);


--
-- Name: staffing_house department_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY department_reads_all ON public.staffing_house FOR SELECT TO thidua_department USING (true);


--
-- Name: staffing_row department_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY department_reads_all ON public.staffing_row FOR SELECT TO thidua_department USING (true);


--
-- Name: unit department_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY department_reads_all ON public.unit FOR SELECT TO thidua_department USING (true);


--
-- Name: directive; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.directive ENABLE ROW LEVEL SECURITY;

--
-- Name: document; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.document ENABLE ROW LEVEL SECURITY;

--
-- Name: document_kind; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.document_kind ENABLE ROW LEVEL SECURITY;

--
-- Name: dossier; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.dossier ENABLE ROW LEVEL SECURITY;

--
-- Name: dossier_state; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.dossier_state ENABLE ROW LEVEL SECURITY;

--
-- Name: endorsement; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.endorsement ENABLE ROW LEVEL SECURITY;

--
-- Name: file; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.file ENABLE ROW LEVEL SECURITY;

--
-- Name: account login_reads_its_own; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY login_reads_its_own ON public.account FOR SELECT TO thidua_user USING ((((( SELECT public.own_login_set() AS own_login_set))[login] IS NOT NULL) AND (login = SESSION_USER)));


--
-- Name: migration; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.migration ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.nomination ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination_state; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.nomination_state ENABLE ROW LEVEL SECURITY;

--
-- Name: access_role owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.access_role TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: account owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.account TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: area_specialist owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.area_specialist TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: attestation owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.attestation TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: audit owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.audit TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: audit_head owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.audit_head TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: audit_personal owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.audit_personal TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: award owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.award TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: bar owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.bar TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: campaign owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.campaign TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: catalogue owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.catalogue TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: certification owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.certification TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: certifier_role owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.certifier_role TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: completion owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.completion TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: conduct owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.conduct TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: council_member owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.council_member TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: council_opinion owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.council_opinion TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: council_session owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.council_session TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: criterion owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.criterion TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: decision owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.decision TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: decision_outcome owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.decision_outcome TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: declaration owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.declaration TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: directive owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.directive TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: document owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.document TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: document_kind owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.document_kind TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: dossier owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.dossier TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: dossier_state owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.dossier_state TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: endorsement owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.endorsement TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: file owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.file TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: migration owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.migration TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: nomination owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.nomination TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: nomination_state owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.nomination_state TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: person owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.person TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: quota owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.quota TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: quota_bracket owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.quota_bracket TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: quota_rule owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.quota_rule TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: report_letter owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.report_letter TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: report_run owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.report_run TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: seal owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.seal TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: selection_vote owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.selection_vote TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: sheet_header owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.sheet_header TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: specialist_area owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.specialist_area TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: staffing_application owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.staffing_application TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: staffing_current owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.staffing_current TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: staffing_house owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.staffing_house TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: staffing_mode owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.staffing_mode TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: staffing_row owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.staffing_row TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: staffing_table owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.staffing_table TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: stage owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.stage TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: step owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.step TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: subject owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.subject TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: unit owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.unit TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: unit_alias owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.unit_alias TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: unit_kind owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.unit_kind TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: unit_kind_alias owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.unit_kind_alias TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: person; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.person ENABLE ROW LEVEL SECURITY;

--
-- Name: quota; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.quota ENABLE ROW LEVEL SECURITY;

--
-- Name: quota_bracket; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.quota_bracket ENABLE ROW LEVEL SECURITY;

--
-- Name: quota_rule; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.quota_rule ENABLE ROW LEVEL SECURITY;

--
-- Name: report_letter; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_letter ENABLE ROW LEVEL SECURITY;

--
-- Name: report_run; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.report_run ENABLE ROW LEVEL SECURITY;

--
-- Name: area_specialist reporter_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reporter_reads_all ON public.area_specialist FOR SELECT TO thidua_reporter USING (true);


--
-- Name: audit_head reporter_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reporter_reads_all ON public.audit_head FOR SELECT TO thidua_reporter USING (true);


--
-- Name: report_letter reporter_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reporter_reads_all ON public.report_letter FOR SELECT TO thidua_reporter USING (true);


--
-- Name: report_run reporter_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reporter_reads_all ON public.report_run FOR SELECT TO thidua_reporter USING (true);


--
-- Name: seal reporter_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reporter_reads_all ON public.seal FOR SELECT TO thidua_reporter USING (true);


--
-- Name: specialist_area reporter_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reporter_reads_all ON public.specialist_area FOR SELECT TO thidua_reporter USING (true);


--
-- Name: seal; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.seal ENABLE ROW LEVEL SECURITY;

--
-- Name: selection_vote; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.selection_vote ENABLE ROW LEVEL SECURITY;

--
-- Name: sheet_header; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.sheet_header ENABLE ROW LEVEL SECURITY;

--
-- Name: specialist_area; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.specialist_area ENABLE ROW LEVEL SECURITY;

--
-- Name: staffing_application; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.staffing_application ENABLE ROW LEVEL SECURITY;

--
-- Name: staffing_current; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.staffing_current ENABLE ROW LEVEL SECURITY;

--
-- Name: staffing_house; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.staffing_house ENABLE ROW LEVEL SECURITY;

--
-- Name: staffing_mode; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.staffing_mode ENABLE ROW LEVEL SECURITY;

--
-- Name: staffing_row; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.staffing_row ENABLE ROW LEVEL SECURITY;

--
-- Name: staffing_table; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.staffing_table ENABLE ROW LEVEL SECURITY;

--
-- Name: stage; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.stage ENABLE ROW LEVEL SECURITY;

--
-- Name: step; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.step ENABLE ROW LEVEL SECURITY;

--
-- Name: subject; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.subject ENABLE ROW LEVEL SECURITY;

--
-- Name: unit; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.unit ENABLE ROW LEVEL SECURITY;

--
-- Name: unit_alias; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.unit_alias ENABLE ROW LEVEL SECURITY;

--
-- Name: unit_kind; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.unit_kind ENABLE ROW LEVEL SECURITY;

--
-- Name: unit_kind_alias; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.unit_kind_alias ENABLE ROW LEVEL SECURITY;

--
-- Name: access_role user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.access_role FOR SELECT TO thidua_user USING (true);


--
-- Name: award user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.award FOR SELECT TO thidua_user USING (true);


--
-- Name: bar user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.bar FOR SELECT TO thidua_user USING (true);


--
-- Name: campaign user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.campaign FOR SELECT TO thidua_user USING (true);


--
-- Name: catalogue user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.catalogue FOR SELECT TO thidua_user USING (true);


--
-- Name: certifier_role user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.certifier_role FOR SELECT TO thidua_user USING (true);


--
-- Name: criterion user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.criterion FOR SELECT TO thidua_user USING (true);


--
-- Name: directive user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.directive FOR SELECT TO thidua_user USING (true);


--
-- Name: document_kind user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.document_kind FOR SELECT TO thidua_user USING (true);


--
-- Name: dossier_state user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.dossier_state FOR SELECT TO thidua_user USING (true);


--
-- Name: migration user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.migration FOR SELECT TO thidua_user USING (true);


--
-- Name: nomination_state user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.nomination_state FOR SELECT TO thidua_user USING (true);


--
-- Name: quota_bracket user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.quota_bracket FOR SELECT TO thidua_user USING (true);


--
-- Name: quota_rule user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.quota_rule FOR SELECT TO thidua_user USING (true);


--
-- Name: sheet_header user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.sheet_header FOR SELECT TO thidua_user USING (true);


--
-- Name: staffing_mode user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.staffing_mode FOR SELECT TO thidua_user USING (true);


--
-- Name: stage user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.stage FOR SELECT TO thidua_user USING (true);


--
-- Name: step user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.step FOR SELECT TO thidua_user USING (true);


--
-- Name: subject user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.subject FOR SELECT TO thidua_user USING (true);


--
-- Name: unit_kind user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.unit_kind FOR SELECT TO thidua_user USING (true);


--
-- Name: unit_kind_alias user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.unit_kind_alias FOR SELECT TO thidua_user USING (true);


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO thidua_user;
GRANT ALL ON SCHEMA public TO thidua_owner;
GRANT USAGE ON SCHEMA public TO thidua_accounts;


--
-- Name: FUNCTION is_code(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_code(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_code(value text) TO thidua_user;


--
-- Name: FUNCTION is_plain_text(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_plain_text(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_plain_text(value text) TO thidua_user;


--
-- Name: FUNCTION is_prose(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_prose(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_prose(value text) TO thidua_user;


--
-- Name: FUNCTION campaign_code(); Type: ACL; Schema: past; Owner: -
--

REVOKE ALL ON FUNCTION past.campaign_code() FROM PUBLIC;


--
-- Name: FUNCTION clock_timestamp(); Type: ACL; Schema: past; Owner: -
--

REVOKE ALL ON FUNCTION past.clock_timestamp() FROM PUBLIC;


--
-- Name: FUNCTION follow(relation regclass, condition text, names jsonb); Type: ACL; Schema: past; Owner: -
--

REVOKE ALL ON FUNCTION past.follow(relation regclass, condition text, names jsonb) FROM PUBLIC;


--
-- Name: FUNCTION see(view regclass); Type: ACL; Schema: past; Owner: -
--

REVOKE ALL ON FUNCTION past.see(view regclass) FROM PUBLIC;


--
-- Name: FUNCTION pg_indexes_size(regclass); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_indexes_size(regclass) FROM PUBLIC;


--
-- Name: FUNCTION pg_relation_size(regclass); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_relation_size(regclass) FROM PUBLIC;


--
-- Name: FUNCTION pg_relation_size(regclass, text); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_relation_size(regclass, text) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_blocks_fetched(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_blocks_fetched(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_blocks_hit(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_blocks_hit(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_dead_tuples(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_dead_tuples(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_ins_since_vacuum(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_ins_since_vacuum(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_live_tuples(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_live_tuples(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_mod_since_analyze(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_mod_since_analyze(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_numscans(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_numscans(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_tuples_deleted(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_deleted(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_tuples_fetched(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_fetched(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_tuples_hot_updated(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_hot_updated(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_tuples_inserted(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_inserted(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_tuples_returned(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_returned(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_tuples_updated(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_updated(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_xact_blocks_fetched(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_blocks_fetched(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_xact_blocks_hit(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_blocks_hit(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_xact_numscans(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_numscans(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_xact_tuples_deleted(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_deleted(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_xact_tuples_fetched(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_fetched(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_xact_tuples_hot_updated(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_hot_updated(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_xact_tuples_inserted(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_inserted(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_xact_tuples_returned(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_returned(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_stat_get_xact_tuples_updated(oid); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_updated(oid) FROM PUBLIC;


--
-- Name: FUNCTION pg_table_size(regclass); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_table_size(regclass) FROM PUBLIC;


--
-- Name: FUNCTION pg_total_relation_size(regclass); Type: ACL; Schema: pg_catalog; Owner: -
--

REVOKE ALL ON FUNCTION pg_catalog.pg_total_relation_size(regclass) FROM PUBLIC;


--
-- Name: FUNCTION area_specialist_remove(code text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.area_specialist_remove(code text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.area_specialist_remove(code text) TO thidua_administrator;


--
-- Name: FUNCTION area_specialist_set(code text, name text, email text, provinces text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.area_specialist_set(code text, name text, email text, provinces text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.area_specialist_set(code text, name text, email text, provinces text[]) TO thidua_administrator;


--
-- Name: FUNCTION audit_change(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_change() FROM PUBLIC;


--
-- Name: FUNCTION audit_fault(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_fault() FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_fault() TO thidua_administrator;
GRANT ALL ON FUNCTION public.audit_fault() TO thidua_auditor;


--
-- Name: FUNCTION audit_follow(relation regclass, chain text, personal text[], derived text[], event text, condition text, change text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_follow(relation regclass, chain text, personal text[], derived text[], event text, condition text, change text) FROM PUBLIC;


--
-- Name: FUNCTION audit_hash(previous bytea, chain text, number bigint, at timestamp with time zone, login text, tool text, relation text, nomination bigint, before jsonb, after jsonb, personal bytea); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_hash(previous bytea, chain text, number bigint, at timestamp with time zone, login text, tool text, relation text, nomination bigint, before jsonb, after jsonb, personal bytea) FROM PUBLIC;


--
-- Name: FUNCTION audit_heads_hash(heads jsonb); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_heads_hash(heads jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_heads_hash(heads jsonb) TO thidua_user;


--
-- Name: FUNCTION audit_personal_hash(before jsonb, after jsonb, salt uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_personal_hash(before jsonb, after jsonb, salt uuid) FROM PUBLIC;


--
-- Name: FUNCTION audit_refuse(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_refuse() FROM PUBLIC;


--
-- Name: FUNCTION audit_seal(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_seal() FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_seal() TO thidua_administrator;
GRANT ALL ON FUNCTION public.audit_seal() TO thidua_auditor;
GRANT ALL ON FUNCTION public.audit_seal() TO thidua_reporter;


--
-- Name: TABLE campaign; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.campaign TO thidua_backup;
GRANT SELECT ON TABLE public.campaign TO thidua_user;


--
-- Name: FUNCTION campaign_copy(original text, code text, deadline timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.campaign_copy(original text, code text, deadline timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.campaign_copy(original text, code text, deadline timestamp with time zone) TO thidua_administrator;


--
-- Name: FUNCTION campaign_refuse_if_closed(VARIADIC campaigns text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.campaign_refuse_if_closed(VARIADIC campaigns text[]) FROM PUBLIC;


--
-- Name: FUNCTION catalogue_difference(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.catalogue_difference() FROM PUBLIC;
GRANT ALL ON FUNCTION public.catalogue_difference() TO thidua_user;


--
-- Name: FUNCTION catalogue_record(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.catalogue_record() FROM PUBLIC;


--
-- Name: FUNCTION council_record(campaign text, held_on date, members text[], titles text[], nominations bigint[], votes_for integer[], votes_total integer[], opinions text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.council_record(campaign text, held_on date, members text[], titles text[], nominations bigint[], votes_for integer[], votes_total integer[], opinions text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.council_record(campaign text, held_on date, members text[], titles text[], nominations bigint[], votes_for integer[], votes_total integer[], opinions text[]) TO thidua_administrator;


--
-- Name: FUNCTION tidy(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.tidy(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.tidy(value text) TO thidua_user;


--
-- Name: FUNCTION count_readings(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.count_readings(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.count_readings(value text) TO thidua_user;


--
-- Name: FUNCTION database_close(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.database_close() FROM PUBLIC;


--
-- Name: FUNCTION day_in_hanoi(value timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.day_in_hanoi(value timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.day_in_hanoi(value timestamp with time zone) TO thidua_user;


--
-- Name: FUNCTION decision_record(campaign text, number text, decided_on date, awarded bigint[], declined bigint[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.decision_record(campaign text, number text, decided_on date, awarded bigint[], declined bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.decision_record(campaign text, number text, decided_on date, awarded bigint[], declined bigint[]) TO thidua_administrator;


--
-- Name: FUNCTION decision_take_step(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.decision_take_step() FROM PUBLIC;


--
-- Name: FUNCTION directive_find(campaign text, number text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.directive_find(campaign text, number text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.directive_find(campaign text, number text) TO thidua_user;


--
-- Name: FUNCTION directive_set_due(campaign text, number text, due_on date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.directive_set_due(campaign text, number text, due_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.directive_set_due(campaign text, number text, due_on date) TO thidua_administrator;


--
-- Name: FUNCTION document_changes_what_it_is_part_of(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.document_changes_what_it_is_part_of() FROM PUBLIC;


--
-- Name: FUNCTION dossier_attach(unit text, campaign text, kind text, nomination bigint, content bytea, file_name text, number text, dated date, signer text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.dossier_attach(unit text, campaign text, kind text, nomination bigint, content bytea, file_name text, number text, dated date, signer text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.dossier_attach(unit text, campaign text, kind text, nomination bigint, content bytea, file_name text, number text, dated date, signer text) TO thidua_clerk;
GRANT ALL ON FUNCTION public.dossier_attach(unit text, campaign text, kind text, nomination bigint, content bytea, file_name text, number text, dated date, signer text) TO thidua_administrator;


--
-- Name: FUNCTION dossier_certify(unit text, document bigint, agency text, name text, staff_no text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.dossier_certify(unit text, document bigint, agency text, name text, staff_no text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.dossier_certify(unit text, document bigint, agency text, name text, staff_no text) TO thidua_clerk;
GRANT ALL ON FUNCTION public.dossier_certify(unit text, document bigint, agency text, name text, staff_no text) TO thidua_administrator;


--
-- Name: FUNCTION dossier_check(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.dossier_check() FROM PUBLIC;


--
-- Name: FUNCTION dossier_count_votes(unit text, document bigint, nominations bigint[], votes_for integer[], votes_total integer[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.dossier_count_votes(unit text, document bigint, nominations bigint[], votes_for integer[], votes_total integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.dossier_count_votes(unit text, document bigint, nominations bigint[], votes_for integer[], votes_total integer[]) TO thidua_clerk;
GRANT ALL ON FUNCTION public.dossier_count_votes(unit text, document bigint, nominations bigint[], votes_for integer[], votes_total integer[]) TO thidua_administrator;


--
-- Name: FUNCTION dossier_declare(unit text, document bigint, nominations bigint[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.dossier_declare(unit text, document bigint, nominations bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.dossier_declare(unit text, document bigint, nominations bigint[]) TO thidua_clerk;
GRANT ALL ON FUNCTION public.dossier_declare(unit text, document bigint, nominations bigint[]) TO thidua_administrator;


--
-- Name: FUNCTION dossier_open(unit text, campaign text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.dossier_open(unit text, campaign text) FROM PUBLIC;


--
-- Name: FUNCTION dossier_receive(unit text, campaign text, paper_at timestamp with time zone, email_at timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.dossier_receive(unit text, campaign text, paper_at timestamp with time zone, email_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.dossier_receive(unit text, campaign text, paper_at timestamp with time zone, email_at timestamp with time zone) TO thidua_administrator;


--
-- Name: FUNCTION dossier_refuse_if_late(unit text, campaign text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.dossier_refuse_if_late(unit text, campaign text) FROM PUBLIC;


--
-- Name: FUNCTION dossier_return(unit text, campaign text, reason text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.dossier_return(unit text, campaign text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.dossier_return(unit text, campaign text, reason text) TO thidua_administrator;


--
-- Name: FUNCTION dossier_submit(unit text, campaign text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.dossier_submit(unit text, campaign text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.dossier_submit(unit text, campaign text) TO thidua_clerk;
GRANT ALL ON FUNCTION public.dossier_submit(unit text, campaign text) TO thidua_administrator;


--
-- Name: FUNCTION endorsement_name_nominee(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.endorsement_name_nominee() FROM PUBLIC;


--
-- Name: FUNCTION endorsement_take_back(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.endorsement_take_back() FROM PUBLIC;


--
-- Name: FUNCTION endorsement_take_slot(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.endorsement_take_slot() FROM PUBLIC;


--
-- Name: FUNCTION fold(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.fold(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.fold(value text) TO thidua_user;


--
-- Name: FUNCTION given_name(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.given_name(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.given_name(value text) TO thidua_user;


--
-- Name: FUNCTION in_hanoi(value timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.in_hanoi(value timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.in_hanoi(value timestamp with time zone) TO thidua_user;


--
-- Name: FUNCTION is_administrator(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_administrator() FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_administrator() TO thidua_user;


--
-- Name: FUNCTION is_plausible_headcount(value integer); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_plausible_headcount(value integer) FROM PUBLIC;


--
-- Name: FUNCTION is_total(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_total(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_total(value text) TO thidua_user;


--
-- Name: FUNCTION likeness(a text, b text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.likeness(a text, b text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.likeness(a text, b text) TO thidua_user;


--
-- Name: FUNCTION may_see_house(house text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_see_house(house text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_see_house(house text) TO thidua_user;


--
-- Name: FUNCTION may_write_for(unit text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.may_write_for(unit text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_write_for(unit text) TO thidua_user;


--
-- Name: FUNCTION media_type(content bytea); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.media_type(content bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.media_type(content bytea) TO thidua_user;


--
-- Name: FUNCTION midnight(day date); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.midnight(day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.midnight(day date) TO thidua_user;


--
-- Name: FUNCTION nomination_attest(nomination bigint, criterion text, evidence text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_attest(nomination bigint, criterion text, evidence text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.nomination_attest(nomination bigint, criterion text, evidence text) TO thidua_clerk;
GRANT ALL ON FUNCTION public.nomination_attest(nomination bigint, criterion text, evidence text) TO thidua_administrator;


--
-- Name: FUNCTION nomination_check_deadline(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_check_deadline() FROM PUBLIC;


--
-- Name: FUNCTION nomination_check_unit(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_check_unit() FROM PUBLIC;


--
-- Name: FUNCTION nomination_clear(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_clear() FROM PUBLIC;


--
-- Name: FUNCTION nomination_complete(nomination bigint, directive text, completed_on date, is_of_quality boolean, evidence text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_complete(nomination bigint, directive text, completed_on date, is_of_quality boolean, evidence text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.nomination_complete(nomination bigint, directive text, completed_on date, is_of_quality boolean, evidence text) TO thidua_clerk;
GRANT ALL ON FUNCTION public.nomination_complete(nomination bigint, directive text, completed_on date, is_of_quality boolean, evidence text) TO thidua_administrator;


--
-- Name: FUNCTION nomination_disqualify(nomination bigint, bar text, reason text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_disqualify(nomination bigint, bar text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.nomination_disqualify(nomination bigint, bar text, reason text) TO thidua_administrator;


--
-- Name: FUNCTION nomination_sheet_error(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_sheet_error(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.nomination_sheet_error(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text) TO thidua_user;


--
-- Name: FUNCTION nomination_sheet_read(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_sheet_read(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.nomination_sheet_read(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text) TO thidua_user;


--
-- Name: FUNCTION nomination_state_conduct(nomination bigint, bar text, applies boolean, evidence text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_state_conduct(nomination bigint, bar text, applies boolean, evidence text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.nomination_state_conduct(nomination bigint, bar text, applies boolean, evidence text) TO thidua_clerk;
GRANT ALL ON FUNCTION public.nomination_state_conduct(nomination bigint, bar text, applies boolean, evidence text) TO thidua_administrator;


--
-- Name: FUNCTION nomination_step(nomination bigint, "from" text, "to" text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_step(nomination bigint, "from" text, "to" text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.nomination_step(nomination bigint, "from" text, "to" text) TO thidua_clerk;
GRANT ALL ON FUNCTION public.nomination_step(nomination bigint, "from" text, "to" text) TO thidua_administrator;


--
-- Name: FUNCTION nomination_take_slot(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_take_slot() FROM PUBLIC;


--
-- Name: FUNCTION nomination_touch(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_touch() FROM PUBLIC;


--
-- Name: FUNCTION nominee_key(holder text, collective text, staff_no text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nominee_key(holder text, collective text, staff_no text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.nominee_key(holder text, collective text, staff_no text) TO thidua_user;


--
-- Name: FUNCTION own_house(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.own_house() FROM PUBLIC;
GRANT ALL ON FUNCTION public.own_house() TO thidua_user;


--
-- Name: FUNCTION own_house_set(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.own_house_set() FROM PUBLIC;
GRANT ALL ON FUNCTION public.own_house_set() TO thidua_user;


--
-- Name: FUNCTION own_house_units(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.own_house_units() FROM PUBLIC;
GRANT ALL ON FUNCTION public.own_house_units() TO thidua_user;


--
-- Name: FUNCTION own_house_units_set(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.own_house_units_set() FROM PUBLIC;
GRANT ALL ON FUNCTION public.own_house_units_set() TO thidua_user;


--
-- Name: FUNCTION own_login_set(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.own_login_set() FROM PUBLIC;
GRANT ALL ON FUNCTION public.own_login_set() TO thidua_user;


--
-- Name: FUNCTION own_unit(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.own_unit() FROM PUBLIC;
GRANT ALL ON FUNCTION public.own_unit() TO thidua_user;


--
-- Name: FUNCTION own_unit_set(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.own_unit_set() FROM PUBLIC;
GRANT ALL ON FUNCTION public.own_unit_set() TO thidua_user;


--
-- Name: FUNCTION part_of_nomination(relation regclass, personal text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.part_of_nomination(relation regclass, personal text[]) FROM PUBLIC;


--
-- Name: FUNCTION protect(relation regclass); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.protect(relation regclass) FROM PUBLIC;


--
-- Name: FUNCTION quota_apply(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.quota_apply() FROM PUBLIC;
GRANT ALL ON FUNCTION public.quota_apply() TO thidua_administrator;


--
-- Name: FUNCTION quota_slots_in_use(holder text, campaign text, award text, subject text, stage text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.quota_slots_in_use(holder text, campaign text, award text, subject text, stage text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.quota_slots_in_use(holder text, campaign text, award text, subject text, stage text) TO thidua_user;


--
-- Name: FUNCTION random_id(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.random_id() FROM PUBLIC;
GRANT ALL ON FUNCTION public.random_id() TO thidua_user;


--
-- Name: FUNCTION read_code(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.read_code(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.read_code(value text) TO thidua_user;


--
-- Name: FUNCTION read_count(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.read_count(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.read_count(value text) TO thidua_user;


--
-- Name: FUNCTION read_date(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.read_date(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.read_date(value text) TO thidua_user;


--
-- Name: FUNCTION read_moment(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.read_moment(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.read_moment(value text) TO thidua_user;


--
-- Name: FUNCTION read_unit_code(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.read_unit_code(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.read_unit_code(value text) TO thidua_user;


--
-- Name: FUNCTION report_changes(campaign text, since timestamp with time zone, until timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.report_changes(campaign text, since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION report_claim(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.report_claim() FROM PUBLIC;
GRANT ALL ON FUNCTION public.report_claim() TO thidua_administrator;
GRANT ALL ON FUNCTION public.report_claim() TO thidua_reporter;


--
-- Name: FUNCTION report_content(campaign text, moment timestamp with time zone, since timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.report_content(campaign text, moment timestamp with time zone, since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.report_content(campaign text, moment timestamp with time zone, since timestamp with time zone) TO thidua_administrator;
GRANT ALL ON FUNCTION public.report_content(campaign text, moment timestamp with time zone, since timestamp with time zone) TO thidua_reporter;


--
-- Name: FUNCTION report_due(wanted text, up_to date, catch_up boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.report_due(wanted text, up_to date, catch_up boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.report_due(wanted text, up_to date, catch_up boolean) TO thidua_administrator;
GRANT ALL ON FUNCTION public.report_due(wanted text, up_to date, catch_up boolean) TO thidua_reporter;


--
-- Name: FUNCTION report_heads(moment timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.report_heads(moment timestamp with time zone) FROM PUBLIC;


--
-- Name: FUNCTION report_keep(campaign text, date date, as_of timestamp with time zone, content jsonb); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.report_keep(campaign text, date date, as_of timestamp with time zone, content jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.report_keep(campaign text, date date, as_of timestamp with time zone, content jsonb) TO thidua_administrator;
GRANT ALL ON FUNCTION public.report_keep(campaign text, date date, as_of timestamp with time zone, content jsonb) TO thidua_reporter;


--
-- Name: FUNCTION report_letter_begin(campaign text, date date, specialist text, email text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.report_letter_begin(campaign text, date date, specialist text, email text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.report_letter_begin(campaign text, date date, specialist text, email text) TO thidua_administrator;
GRANT ALL ON FUNCTION public.report_letter_begin(campaign text, date date, specialist text, email text) TO thidua_reporter;


--
-- Name: FUNCTION report_letter_end(campaign text, date date, specialist text, is_sent boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.report_letter_end(campaign text, date date, specialist text, is_sent boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.report_letter_end(campaign text, date date, specialist text, is_sent boolean) TO thidua_administrator;
GRANT ALL ON FUNCTION public.report_letter_end(campaign text, date date, specialist text, is_sent boolean) TO thidua_reporter;


--
-- Name: FUNCTION report_stays(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.report_stays() FROM PUBLIC;


--
-- Name: FUNCTION server_role_add(login text, role text, verifier text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.server_role_add(login text, role text, verifier text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.server_role_add(login text, role text, verifier text) TO thidua_owner;


--
-- Name: FUNCTION server_role_admit(login text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.server_role_admit(login text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.server_role_admit(login text) TO thidua_owner;


--
-- Name: FUNCTION server_role_password(login text, verifier text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.server_role_password(login text, verifier text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.server_role_password(login text, verifier text) TO thidua_owner;


--
-- Name: FUNCTION server_role_remove(login text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.server_role_remove(login text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.server_role_remove(login text) TO thidua_owner;


--
-- Name: FUNCTION share(relation regclass, reader regrole); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.share(relation regclass, reader regrole) FROM PUBLIC;


--
-- Name: FUNCTION sheet_header_nearest(form text, cells text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.sheet_header_nearest(form text, cells text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sheet_header_nearest(form text, cells text[]) TO thidua_user;


--
-- Name: FUNCTION sheet_header_read(form text, cells text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.sheet_header_read(form text, cells text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sheet_header_read(form text, cells text[]) TO thidua_user;


--
-- Name: TABLE staffing_intake; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.staffing_intake TO thidua_administrator;
GRANT SELECT ON TABLE public.staffing_intake TO thidua_backup;


--
-- Name: TABLE staffing_intake_sum; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_intake_sum TO thidua_administrator;


--
-- Name: FUNCTION staffing_check(staffing_table bigint, sums public.staffing_intake_sum[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staffing_check(staffing_table bigint, sums public.staffing_intake_sum[]) FROM PUBLIC;


--
-- Name: FUNCTION staffing_difference(earlier bigint, later bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staffing_difference(earlier bigint, later bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staffing_difference(earlier bigint, later bigint) TO thidua_administrator;


--
-- Name: FUNCTION staffing_difference_count(later bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staffing_difference_count(later bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staffing_difference_count(later bigint) TO thidua_administrator;


--
-- Name: FUNCTION staffing_enter_units(houses text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staffing_enter_units(houses text[]) FROM PUBLIC;


--
-- Name: FUNCTION staffing_intake_empty(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staffing_intake_empty() FROM PUBLIC;
GRANT ALL ON FUNCTION public.staffing_intake_empty() TO thidua_administrator;


--
-- Name: FUNCTION staffing_intake_sums(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staffing_intake_sums() FROM PUBLIC;


--
-- Name: FUNCTION staffing_lock(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staffing_lock() FROM PUBLIC;
GRANT ALL ON FUNCTION public.staffing_lock() TO thidua_administrator;


--
-- Name: FUNCTION staffing_store(as_of date, file_name text, sha256 bytea, mode text, origin jsonb); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staffing_store(as_of date, file_name text, sha256 bytea, mode text, origin jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staffing_store(as_of date, file_name text, sha256 bytea, mode text, origin jsonb) TO thidua_administrator;


--
-- Name: FUNCTION staffing_take_back(staffing_table bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staffing_take_back(staffing_table bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staffing_take_back(staffing_table bigint) TO thidua_administrator;


--
-- Name: FUNCTION staffing_take_effect(staffing_table bigint); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.staffing_take_effect(staffing_table bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.staffing_take_effect(staffing_table bigint) TO thidua_administrator;


--
-- Name: FUNCTION tidy_prose(value text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.tidy_prose(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.tidy_prose(value text) TO thidua_user;


--
-- Name: FUNCTION unit_code_from_name(house text, kind text, name text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.unit_code_from_name(house text, kind text, name text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.unit_code_from_name(house text, kind text, name text) TO thidua_user;


--
-- Name: FUNCTION user_add(login text, role text, unit text, verifier text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.user_add(login text, role text, unit text, verifier text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.user_add(login text, role text, unit text, verifier text) TO thidua_administrator;


--
-- Name: FUNCTION user_remove(login text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.user_remove(login text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.user_remove(login text) TO thidua_administrator;


--
-- Name: FUNCTION user_set_password(login text, verifier text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.user_set_password(login text, verifier text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.user_set_password(login text, verifier text) TO thidua_user;


--
-- Name: TABLE audit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit TO thidua_backup;
GRANT SELECT ON TABLE public.audit TO thidua_administrator;
GRANT SELECT ON TABLE public.audit TO thidua_auditor;
GRANT SELECT ON TABLE public.audit TO thidua_clerk;


--
-- Name: TABLE audit_personal; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_personal TO thidua_backup;
GRANT SELECT ON TABLE public.audit_personal TO thidua_administrator;
GRANT SELECT ON TABLE public.audit_personal TO thidua_clerk;
GRANT SELECT ON TABLE public.audit_personal TO thidua_auditor;


--
-- Name: TABLE dossier; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.dossier TO thidua_backup;
GRANT SELECT ON TABLE public.dossier TO thidua_administrator;
GRANT SELECT ON TABLE public.dossier TO thidua_clerk;
GRANT SELECT ON TABLE public.dossier TO thidua_council;


--
-- Name: TABLE nomination; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.nomination TO thidua_backup;
GRANT SELECT ON TABLE public.nomination TO thidua_administrator;
GRANT SELECT ON TABLE public.nomination TO thidua_council;


--
-- Name: COLUMN nomination.unit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(unit),INSERT(unit) ON TABLE public.nomination TO thidua_clerk;
GRANT INSERT(unit),UPDATE(unit) ON TABLE public.nomination TO thidua_administrator;


--
-- Name: COLUMN nomination.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: COLUMN nomination.campaign; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(campaign),INSERT(campaign) ON TABLE public.nomination TO thidua_clerk;
GRANT INSERT(campaign) ON TABLE public.nomination TO thidua_administrator;


--
-- Name: COLUMN nomination.award; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(award),INSERT(award),UPDATE(award) ON TABLE public.nomination TO thidua_clerk;
GRANT INSERT(award),UPDATE(award) ON TABLE public.nomination TO thidua_administrator;


--
-- Name: COLUMN nomination.subject; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(subject),INSERT(subject),UPDATE(subject) ON TABLE public.nomination TO thidua_clerk;
GRANT INSERT(subject),UPDATE(subject) ON TABLE public.nomination TO thidua_administrator;


--
-- Name: COLUMN nomination.collective; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(collective),INSERT(collective),UPDATE(collective) ON TABLE public.nomination TO thidua_clerk;
GRANT INSERT(collective),UPDATE(collective) ON TABLE public.nomination TO thidua_administrator;


--
-- Name: COLUMN nomination.staff_no; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(staff_no),INSERT(staff_no),UPDATE(staff_no) ON TABLE public.nomination TO thidua_clerk;
GRANT INSERT(staff_no),UPDATE(staff_no) ON TABLE public.nomination TO thidua_administrator;


--
-- Name: COLUMN nomination.nominee_name; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(nominee_name) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: COLUMN nomination."position"; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT("position"),INSERT("position"),UPDATE("position") ON TABLE public.nomination TO thidua_clerk;
GRANT INSERT("position"),UPDATE("position") ON TABLE public.nomination TO thidua_administrator;


--
-- Name: COLUMN nomination.workplace; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(workplace),INSERT(workplace),UPDATE(workplace) ON TABLE public.nomination TO thidua_clerk;
GRANT INSERT(workplace),UPDATE(workplace) ON TABLE public.nomination TO thidua_administrator;


--
-- Name: COLUMN nomination.state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(state) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: COLUMN nomination.bar; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(bar) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: COLUMN nomination.reason; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(reason) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: COLUMN nomination.stands; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(stands) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: COLUMN nomination.is_open; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(is_open) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: COLUMN nomination.allowed; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(allowed) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: COLUMN nomination.slot; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(slot) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: COLUMN nomination.entered_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(entered_at) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: COLUMN nomination.changed_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(changed_at) ON TABLE public.nomination TO thidua_clerk;


--
-- Name: TABLE attestation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.attestation TO thidua_backup;
GRANT SELECT ON TABLE public.attestation TO thidua_administrator;
GRANT SELECT ON TABLE public.attestation TO thidua_clerk;
GRANT SELECT ON TABLE public.attestation TO thidua_council;


--
-- Name: TABLE certification; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.certification TO thidua_backup;
GRANT SELECT ON TABLE public.certification TO thidua_administrator;
GRANT SELECT ON TABLE public.certification TO thidua_clerk;
GRANT SELECT ON TABLE public.certification TO thidua_council;


--
-- Name: TABLE completion; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.completion TO thidua_backup;
GRANT SELECT ON TABLE public.completion TO thidua_administrator;
GRANT SELECT ON TABLE public.completion TO thidua_clerk;
GRANT SELECT ON TABLE public.completion TO thidua_council;


--
-- Name: TABLE conduct; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.conduct TO thidua_backup;
GRANT SELECT ON TABLE public.conduct TO thidua_administrator;
GRANT SELECT ON TABLE public.conduct TO thidua_clerk;
GRANT SELECT ON TABLE public.conduct TO thidua_council;


--
-- Name: TABLE declaration; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.declaration TO thidua_backup;
GRANT SELECT ON TABLE public.declaration TO thidua_administrator;
GRANT SELECT ON TABLE public.declaration TO thidua_clerk;
GRANT SELECT ON TABLE public.declaration TO thidua_council;


--
-- Name: TABLE directive; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.directive TO thidua_backup;
GRANT SELECT ON TABLE public.directive TO thidua_user;


--
-- Name: TABLE document; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.document TO thidua_backup;
GRANT SELECT ON TABLE public.document TO thidua_administrator;
GRANT SELECT ON TABLE public.document TO thidua_clerk;
GRANT SELECT ON TABLE public.document TO thidua_council;


--
-- Name: TABLE person; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.person TO thidua_backup;
GRANT SELECT ON TABLE public.person TO thidua_clerk;
GRANT SELECT ON TABLE public.person TO thidua_administrator;


--
-- Name: COLUMN person.unit; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(unit) ON TABLE public.person TO thidua_clerk;
GRANT INSERT(unit) ON TABLE public.person TO thidua_administrator;


--
-- Name: COLUMN person.staff_no; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(staff_no) ON TABLE public.person TO thidua_clerk;
GRANT INSERT(staff_no) ON TABLE public.person TO thidua_administrator;


--
-- Name: COLUMN person.name; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(name),UPDATE(name) ON TABLE public.person TO thidua_clerk;
GRANT INSERT(name),UPDATE(name) ON TABLE public.person TO thidua_administrator;


--
-- Name: TABLE unit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.unit TO thidua_backup;
GRANT SELECT ON TABLE public.unit TO thidua_department;


--
-- Name: COLUMN unit.code; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(code) ON TABLE public.unit TO thidua_clerk;


--
-- Name: COLUMN unit.kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(kind) ON TABLE public.unit TO thidua_clerk;


--
-- Name: COLUMN unit.name; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(name) ON TABLE public.unit TO thidua_clerk;


--
-- Name: COLUMN unit.parent; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(parent) ON TABLE public.unit TO thidua_clerk;


--
-- Name: TABLE selection_vote; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.selection_vote TO thidua_backup;
GRANT SELECT ON TABLE public.selection_vote TO thidua_administrator;
GRANT SELECT ON TABLE public.selection_vote TO thidua_clerk;
GRANT SELECT ON TABLE public.selection_vote TO thidua_council;


--
-- Name: TABLE bar; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.bar TO thidua_backup;
GRANT SELECT ON TABLE public.bar TO thidua_user;


--
-- Name: TABLE certifier_role; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.certifier_role TO thidua_backup;
GRANT SELECT ON TABLE public.certifier_role TO thidua_user;


--
-- Name: TABLE criterion; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.criterion TO thidua_backup;
GRANT SELECT ON TABLE public.criterion TO thidua_user;


--
-- Name: TABLE document_kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.document_kind TO thidua_backup;
GRANT SELECT ON TABLE public.document_kind TO thidua_user;


--
-- Name: TABLE endorsement; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.endorsement TO thidua_backup;
GRANT SELECT,DELETE ON TABLE public.endorsement TO thidua_administrator;
GRANT SELECT ON TABLE public.endorsement TO thidua_council;


--
-- Name: COLUMN endorsement.unit; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(unit) ON TABLE public.endorsement TO thidua_administrator;


--
-- Name: COLUMN endorsement.nomination; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(nomination) ON TABLE public.endorsement TO thidua_administrator;


--
-- Name: TABLE staffing_current; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_current TO thidua_backup;
GRANT SELECT ON TABLE public.staffing_current TO thidua_department;
GRANT SELECT ON TABLE public.staffing_current TO thidua_clerk;


--
-- Name: TABLE staffing_house; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_house TO thidua_backup;
GRANT SELECT ON TABLE public.staffing_house TO thidua_department;
GRANT SELECT ON TABLE public.staffing_house TO thidua_clerk;


--
-- Name: TABLE quota; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quota TO thidua_backup;
GRANT SELECT ON TABLE public.quota TO thidua_department;
GRANT SELECT ON TABLE public.quota TO thidua_clerk;


--
-- Name: TABLE staffing_row; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_row TO thidua_backup;
GRANT SELECT ON TABLE public.staffing_row TO thidua_department;
GRANT SELECT ON TABLE public.staffing_row TO thidua_clerk;


--
-- Name: TABLE account; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.account TO thidua_backup;
GRANT SELECT ON TABLE public.account TO thidua_administrator;
GRANT SELECT ON TABLE public.account TO thidua_auditor;
GRANT SELECT ON TABLE public.account TO thidua_user;


--
-- Name: TABLE counter_of_everyone; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.counter_of_everyone TO thidua_user;


--
-- Name: TABLE access_fault; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.access_fault TO thidua_user;


--
-- Name: TABLE access_role; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.access_role TO thidua_backup;
GRANT SELECT ON TABLE public.access_role TO thidua_accounts;
GRANT SELECT ON TABLE public.access_role TO thidua_user;


--
-- Name: TABLE area_specialist; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.area_specialist TO thidua_backup;
GRANT SELECT ON TABLE public.area_specialist TO thidua_administrator;
GRANT SELECT ON TABLE public.area_specialist TO thidua_reporter;


--
-- Name: TABLE audit_head; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_head TO thidua_backup;
GRANT SELECT ON TABLE public.audit_head TO thidua_administrator;
GRANT SELECT ON TABLE public.audit_head TO thidua_auditor;
GRANT SELECT ON TABLE public.audit_head TO thidua_reporter;


--
-- Name: TABLE audit_heads; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_heads TO thidua_administrator;
GRANT SELECT ON TABLE public.audit_heads TO thidua_auditor;
GRANT SELECT ON TABLE public.audit_heads TO thidua_reporter;


--
-- Name: TABLE audit_trail; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_trail TO thidua_user;


--
-- Name: TABLE award; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.award TO thidua_backup;
GRANT SELECT ON TABLE public.award TO thidua_user;


--
-- Name: TABLE campaign_status; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.campaign_status TO thidua_user;


--
-- Name: TABLE catalogue; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.catalogue TO thidua_backup;
GRANT SELECT ON TABLE public.catalogue TO thidua_user;


--
-- Name: TABLE catalogue_now; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.catalogue_now TO thidua_user;


--
-- Name: SEQUENCE catalogue_number_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON SEQUENCE public.catalogue_number_seq TO thidua_backup;


--
-- Name: TABLE checklist; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.checklist TO thidua_user;


--
-- Name: TABLE council_member; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.council_member TO thidua_backup;
GRANT SELECT ON TABLE public.council_member TO thidua_administrator;
GRANT SELECT ON TABLE public.council_member TO thidua_council;


--
-- Name: TABLE council_opinion; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.council_opinion TO thidua_backup;
GRANT SELECT ON TABLE public.council_opinion TO thidua_administrator;
GRANT SELECT ON TABLE public.council_opinion TO thidua_council;


--
-- Name: TABLE council_session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.council_session TO thidua_backup;
GRANT SELECT ON TABLE public.council_session TO thidua_department;


--
-- Name: SEQUENCE council_session_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON SEQUENCE public.council_session_id_seq TO thidua_backup;


--
-- Name: TABLE decision; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.decision TO thidua_backup;
GRANT SELECT ON TABLE public.decision TO thidua_department;
GRANT SELECT ON TABLE public.decision TO thidua_clerk;


--
-- Name: TABLE decision_outcome; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.decision_outcome TO thidua_backup;
GRANT SELECT ON TABLE public.decision_outcome TO thidua_administrator;
GRANT SELECT ON TABLE public.decision_outcome TO thidua_council;
GRANT SELECT ON TABLE public.decision_outcome TO thidua_clerk;


--
-- Name: TABLE decision_list; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.decision_list TO thidua_user;


--
-- Name: TABLE dossier_fault; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.dossier_fault TO thidua_user;


--
-- Name: TABLE dossier_state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.dossier_state TO thidua_backup;
GRANT SELECT ON TABLE public.dossier_state TO thidua_user;


--
-- Name: TABLE dossier_status; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.dossier_status TO thidua_user;


--
-- Name: TABLE file; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.file TO thidua_backup;
GRANT SELECT ON TABLE public.file TO thidua_administrator;
GRANT SELECT ON TABLE public.file TO thidua_clerk;
GRANT SELECT ON TABLE public.file TO thidua_council;


--
-- Name: TABLE house_staff; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.house_staff TO thidua_user;


--
-- Name: TABLE migration; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.migration TO thidua_backup;
GRANT SELECT ON TABLE public.migration TO thidua_user;


--
-- Name: TABLE nomination_state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.nomination_state TO thidua_backup;
GRANT SELECT ON TABLE public.nomination_state TO thidua_user;


--
-- Name: TABLE nomination_status; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.nomination_status TO thidua_user;


--
-- Name: TABLE quota_bracket; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quota_bracket TO thidua_backup;
GRANT SELECT ON TABLE public.quota_bracket TO thidua_user;


--
-- Name: TABLE quota_rule; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quota_rule TO thidua_backup;
GRANT SELECT ON TABLE public.quota_rule TO thidua_user;


--
-- Name: TABLE quota_derived; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quota_derived TO thidua_department;


--
-- Name: TABLE quota_edge; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quota_edge TO thidua_user;


--
-- Name: TABLE quota_pending; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quota_pending TO thidua_department;


--
-- Name: TABLE quota_shortfall; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quota_shortfall TO thidua_administrator;


--
-- Name: TABLE quota_move; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quota_move TO thidua_administrator;


--
-- Name: TABLE quota_status; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quota_status TO thidua_user;


--
-- Name: TABLE ranking; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.ranking TO thidua_administrator;
GRANT SELECT ON TABLE public.ranking TO thidua_council;


--
-- Name: TABLE report_letter; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.report_letter TO thidua_backup;
GRANT SELECT ON TABLE public.report_letter TO thidua_administrator;
GRANT SELECT ON TABLE public.report_letter TO thidua_reporter;


--
-- Name: TABLE report_run; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.report_run TO thidua_backup;
GRANT SELECT ON TABLE public.report_run TO thidua_administrator;
GRANT SELECT ON TABLE public.report_run TO thidua_reporter;


--
-- Name: TABLE seal; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.seal TO thidua_backup;
GRANT SELECT ON TABLE public.seal TO thidua_administrator;
GRANT SELECT ON TABLE public.seal TO thidua_auditor;
GRANT SELECT ON TABLE public.seal TO thidua_reporter;


--
-- Name: SEQUENCE seal_number_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON SEQUENCE public.seal_number_seq TO thidua_backup;


--
-- Name: TABLE sheet_header; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.sheet_header TO thidua_backup;
GRANT SELECT ON TABLE public.sheet_header TO thidua_user;


--
-- Name: TABLE specialist_area; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.specialist_area TO thidua_backup;
GRANT SELECT ON TABLE public.specialist_area TO thidua_administrator;
GRANT SELECT ON TABLE public.specialist_area TO thidua_reporter;


--
-- Name: TABLE staffing_application; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_application TO thidua_backup;
GRANT SELECT ON TABLE public.staffing_application TO thidua_administrator;


--
-- Name: SEQUENCE staffing_application_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON SEQUENCE public.staffing_application_id_seq TO thidua_backup;


--
-- Name: TABLE staffing_in_force; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_in_force TO thidua_user;


--
-- Name: TABLE staffing_intake_name; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.staffing_intake_name TO thidua_administrator;
GRANT SELECT ON TABLE public.staffing_intake_name TO thidua_backup;


--
-- Name: TABLE staffing_intake_place; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.staffing_intake_place TO thidua_administrator;
GRANT SELECT ON TABLE public.staffing_intake_place TO thidua_backup;


--
-- Name: TABLE unit_alias; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.unit_alias TO thidua_backup;
GRANT SELECT ON TABLE public.unit_alias TO thidua_administrator;


--
-- Name: TABLE unit_kind_alias; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.unit_kind_alias TO thidua_backup;
GRANT SELECT ON TABLE public.unit_kind_alias TO thidua_user;


--
-- Name: TABLE staffing_place_read; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_place_read TO thidua_administrator;


--
-- Name: TABLE staffing_intake_aside; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_intake_aside TO thidua_administrator;


--
-- Name: TABLE staffing_intake_named; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_intake_named TO thidua_administrator;


--
-- Name: TABLE staffing_intake_read; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_intake_read TO thidua_administrator;


--
-- Name: TABLE staffing_intake_error; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_intake_error TO thidua_administrator;


--
-- Name: TABLE staffing_mode; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_mode TO thidua_backup;
GRANT SELECT ON TABLE public.staffing_mode TO thidua_user;


--
-- Name: TABLE staffing_table; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_table TO thidua_backup;
GRANT SELECT ON TABLE public.staffing_table TO thidua_administrator;


--
-- Name: SEQUENCE staffing_table_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON SEQUENCE public.staffing_table_id_seq TO thidua_backup;


--
-- Name: TABLE stage; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.stage TO thidua_backup;
GRANT SELECT ON TABLE public.stage TO thidua_user;


--
-- Name: TABLE step; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.step TO thidua_backup;
GRANT SELECT ON TABLE public.step TO thidua_user;


--
-- Name: TABLE subject; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.subject TO thidua_backup;
GRANT SELECT ON TABLE public.subject TO thidua_user;


--
-- Name: TABLE unit_kind; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.unit_kind TO thidua_backup;
GRANT SELECT ON TABLE public.unit_kind TO thidua_user;


--
-- Name: TABLE word; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.word TO thidua_user;


--
-- Name: DEFAULT PRIVILEGES FOR FUNCTIONS; Type: DEFAULT ACL; Schema: -; Owner: -
--

ALTER DEFAULT PRIVILEGES FOR ROLE thidua_owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;


--
-- PostgreSQL database dump complete
--


