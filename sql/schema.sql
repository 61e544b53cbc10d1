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
-- Name: audit_follow(regclass, text, text[], text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_follow(relation regclass, chain text DEFAULT ''::text, personal text[] DEFAULT '{}'::text[], derived text[] DEFAULT '{}'::text[]) RETURNS void
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
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %s DEFERRABLE INITIALLY DEFERRED '
                   'FOR EACH ROW EXECUTE FUNCTION audit_change(%L, %L, %L, %L)',
                   name || '_is_audited', relation, chain, personal, others, derived);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %s EXECUTE FUNCTION audit_refuse()',
                   name || '_is_never_truncated', relation);
    -- Also where session_replication_role would have triggers pass.
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I, ENABLE ALWAYS TRIGGER %I',
                   relation, name || '_is_audited', name || '_is_never_truncated');
END $$;


--
-- Name: FUNCTION audit_follow(relation regclass, chain text, personal text[], derived text[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_follow(relation regclass, chain text, personal text[], derived text[]) IS 'Has every change of a table put into the trail, into the chain that one of its columns names, or *.';


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
-- Name: endorsement_take_slot(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.endorsement_take_slot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.slot IS NOT NULL AND (NEW.unit, NEW.nomination) = (OLD.unit, OLD.nomination) THEN
        RETURN NEW;
    END IF;
    NEW.endorsed_at := clock_timestamp();
    SELECT n.campaign, n.holder, n.award, n.subject, CASE WHEN r.pooled AND c.pool = 'all_provinces' THEN '*' ELSE n.holder END
    INTO NEW.campaign, NEW.house, NEW.award, NEW.subject, NEW.holder
    FROM nomination n
    JOIN campaign c ON c.code = n.campaign
    JOIN unit h ON h.code = n.holder
    LEFT JOIN quota_rule r ON (r.campaign, r.award, r.subject, r.holder_kind) = (n.campaign, n.award, n.subject, h.kind)
    WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no such nomination'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'endorsement', CONSTRAINT = 'endorsement_is_of_a_standing_nomination';
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
            WHERE (e.holder, e.campaign, e.award, e.subject) = (NEW.holder, NEW.campaign, NEW.award, NEW.subject)) in_use);
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
-- Name: nomination_check_deadline(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_check_deadline() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM campaign_refuse_if_closed(OLD.campaign, NEW.campaign);
    RETURN coalesce(NEW, OLD);
END $$;


--
-- Name: FUNCTION nomination_check_deadline(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_check_deadline() IS 'Refuses to add, change or remove a nomination of a campaign that has closed (T1-T3).';


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
-- Name: nomination_sheet_error(integer[], text[], text[], text[], text[], text[], text[], text[], text[], text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_sheet_error(rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[], workplaces text[], default_unit text) RETURNS TABLE(row_number integer, field text, value text, error text, expected text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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
-- Name: nomination_step(bigint, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_step(nomination bigint, "from" text, "to" text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE nomination n SET state = nomination_step."to"
    WHERE n.id = nomination AND n.state = nomination_step."from" AND may_write_for(n.unit);
    RETURN FOUND;
END $$;


--
-- Name: FUNCTION nomination_step(nomination bigint, "from" text, "to" text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.nomination_step(nomination bigint, "from" text, "to" text) IS 'Takes a nomination of one''s own from a state to another; false where there is none in that state.';


--
-- Name: nomination_take_slot(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.nomination_take_slot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    NEW.changed_at := clock_timestamp();
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
    NEW.nominee_name := coalesce(
        (SELECT u.name FROM unit u WHERE u.code = NEW.collective),
        (SELECT p.name FROM person p WHERE (p.unit, p.staff_no) = (NEW.unit, NEW.staff_no)));
    -- A unit that sends no dossiers is left for the foreign key to refuse.
    NEW.holder := coalesce((SELECT proposes_under FROM unit WHERE code = NEW.unit), NEW.unit);

    IF NEW.state = 'withdrawn' THEN
        NEW.allowed := NULL;
        NEW.slot := NULL;
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
    PERFORM campaign_refuse_if_closed(NEW.campaign);
    NEW.changed_at := clock_timestamp();
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
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

COMMENT ON VIEW public.staffing_intake_sum IS 'The rows of each place together, and whether some of their cells must be looked at one by one. All processors may read it.';


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
    AS $$
BEGIN
    -- Two tables may have been stored before either was applied: what the import found free may be taken by now.
    IF EXISTS (SELECT FROM staffing_in_force r JOIN unit u ON u.code = r.unit WHERE r.house = ANY (houses) AND u.house <> r.house) THEN
        RAISE EXCEPTION 'a unit would move to another house'
            USING ERRCODE = 'check_violation', TABLE = 'unit', CONSTRAINT = 'unit_stays_in_its_house';
    END IF;

    -- Names may go round among units: those that change make room first.
    UPDATE unit u SET name = '~ ' || u.code
    FROM staffing_in_force r
    WHERE r.house = ANY (houses) AND r.unit = u.code AND r.unit <> r.house AND r.name <> u.name;

    -- So does a unit that is listed no more, and whose name another bears now.
    UPDATE unit u SET name = left(u.name, 256 - length(u.code)) || ' (' || u.code || ')'
    FROM staffing_in_force r LEFT JOIN unit bearer ON bearer.code = r.unit
    WHERE r.house = ANY (houses) AND r.unit <> r.house AND r.name IS DISTINCT FROM bearer.name
      AND (u.house, fold(u.name)) = (r.house, fold(r.name)) AND u.code <> r.unit
      AND NOT EXISTS (SELECT FROM staffing_in_force listed WHERE (listed.house, listed.unit) = (u.house, u.code));

    INSERT INTO unit AS u (code, kind, name, parent)
    SELECT r.unit, r.kind, r.name, r.house
    FROM staffing_in_force r
    WHERE r.house = ANY (houses) AND r.unit <> r.house
    ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name
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
    sums staffing_intake_sum[] := ARRAY(SELECT s FROM staffing_intake_sum s);
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
    WHERE part.house IS NOT NULL GROUP BY part.house;
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
          WHERE ((a.login = l.name) AND (a.removed_at IS NULL))))));


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
   FROM thing;


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
    stage text DEFAULT 'endorsement'::text NOT NULL COLLATE pg_catalog."C",
    stands boolean GENERATED ALWAYS AS (true) STORED NOT NULL,
    allowed integer NOT NULL,
    slot integer NOT NULL,
    endorsed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    nominee text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT endorsement_draws_on_the_pool_or_its_own_house CHECK (((holder = '*'::text) OR (holder = (house)::text))),
    CONSTRAINT endorsement_is_an_endorsement CHECK ((stage = 'endorsement'::text)),
    CONSTRAINT endorsement_slot_is_within_quota CHECK (((slot >= 1) AND (slot <= allowed)))
);
ALTER TABLE ONLY public.endorsement ALTER COLUMN unit SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN nomination SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN campaign SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN house SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN holder SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN award SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN subject SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN stage SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN stands SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN allowed SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN slot SET STATISTICS 0;
ALTER TABLE ONLY public.endorsement ALTER COLUMN endorsed_at SET STATISTICS 0;

ALTER TABLE ONLY public.endorsement FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE endorsement; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.endorsement IS 'Nominations that the Department proposes to the Minister.';


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

COMMENT ON COLUMN public.endorsement.holder IS 'Whose quota it draws on: * for the pool, a province where the campaign gives each its own.';


--
-- Name: COLUMN endorsement.award; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.award IS 'Its award.';


--
-- Name: COLUMN endorsement.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.subject IS 'A collective or an individual.';


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

COMMENT ON COLUMN public.endorsement.allowed IS 'The quota''s size, by which its slot is judged.';


--
-- Name: COLUMN endorsement.slot; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.slot IS 'Its place in the quota, from 1.';


--
-- Name: COLUMN endorsement.endorsed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.endorsed_at IS 'When it was endorsed, by the database''s clock.';


--
-- Name: COLUMN endorsement.nominee; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.endorsement.nominee IS 'Who is nominated, as one key: neither can be changed for another while endorsed.';


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

COMMENT ON TABLE public.migration IS 'Scripts of sql/migrations and sql/campaigns that have been run in this database.';


--
-- Name: COLUMN migration.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.migration.name IS 'File name without its ending; scripts run in the order of their names.';


--
-- Name: COLUMN migration.checksum; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.migration.checksum IS 'SHA-256 of the script''s bytes, so that an edited migration is noticed.';


--
-- Name: COLUMN migration.applied_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.migration.applied_at IS 'When its transaction ran it.';


--
-- Name: COLUMN migration.applied_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.migration.applied_by IS 'The login that ran it.';


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
    stands boolean GENERATED ALWAYS AS ((state <> 'withdrawn'::text)) STORED NOT NULL,
    nominee text GENERATED ALWAYS AS (
CASE
    WHEN (state <> 'withdrawn'::text) THEN public.nominee_key((holder)::text, (collective)::text, (staff_no)::text)
    ELSE NULL::text
END) STORED COLLATE pg_catalog."C",
    allowed integer,
    slot integer,
    entered_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT nomination_bureau_proposes_its_own CHECK ((((unit)::text = (holder)::text) OR ((unit)::text = (COALESCE(collective, workplace))::text))),
    CONSTRAINT nomination_holds_a_slot_unless_withdrawn CHECK ((((slot IS NOT NULL) = (state <> 'withdrawn'::text)) AND ((slot IS NULL) = (allowed IS NULL)))),
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
ALTER TABLE ONLY public.nomination ALTER COLUMN stands SET STATISTICS 0;
ALTER TABLE ONLY public.nomination ALTER COLUMN nominee SET STATISTICS 0;
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
-- Name: COLUMN nomination.stands; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.stands IS 'Whether it counts: false once withdrawn.';


--
-- Name: COLUMN nomination.nominee; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.nominee IS 'Who is nominated, as one key, while it stands.';


--
-- Name: COLUMN nomination.allowed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.allowed IS 'The quota''s size, by which its slot is judged; null once withdrawn.';


--
-- Name: COLUMN nomination.slot; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.slot IS 'Its place in the quota, from 1; null once withdrawn.';


--
-- Name: COLUMN nomination.entered_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.entered_at IS 'When it was entered, by the database''s clock.';


--
-- Name: COLUMN nomination.changed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.nomination.changed_at IS 'When it last changed, by the database''s clock.';


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
    n.changed_at
   FROM (public.nomination n
     LEFT JOIN public.unit w ON (((w.code)::text = (n.workplace)::text)));


--
-- Name: VIEW nomination_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.nomination_status IS 'Nominations with the names of who and where.';


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

COMMENT ON COLUMN public.sheet_header.form IS 'What the file lists: staffing or nomination.';


--
-- Name: COLUMN sheet_header.alias; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sheet_header.alias IS 'The header as fold() leaves it, without spaces.';


--
-- Name: COLUMN sheet_header.field; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sheet_header.field IS 'The column of the intake.';


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
            COALESCE(i.code, i.unit_code) AS unit_code,
            COALESCE(n.unit, i.unit) AS unit,
            COALESCE((i.civil_servants)::text, i.headcount) AS headcount,
            (p_1.is_total OR (public.is_total(COALESCE(n.unit, i.unit)) IS TRUE) OR (public.is_total(COALESCE(i.code, i.unit_code)) IS TRUE)) AS is_total
           FROM ((public.staffing_intake i
             JOIN public.staffing_place_read p_1 USING (place))
             LEFT JOIN public.staffing_intake_name n ON ((n.number = i.name)))
          WHERE (p_1.house IS NULL)
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
  WHERE (s.is_total OR ((s.row_number > foot.row_number) AND (s.headcount !~ '^[^[:alpha:]]*[0-9]'::text) AND (NOT (EXISTS ( SELECT
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
  WHERE ((p.house IS NOT NULL) OR (i.row_number <> ALL (ARRAY( SELECT a.row_number
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
   FROM public.staffing_mode;


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
-- Name: seal seal_number_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.seal
    ADD CONSTRAINT seal_number_is_unique PRIMARY KEY (number);


--
-- Name: sheet_header sheet_header_means_one_field; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sheet_header
    ADD CONSTRAINT sheet_header_means_one_field PRIMARY KEY (form, alias);


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
-- Name: nomination_by_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX nomination_by_number ON public.nomination USING btree (id, unit);


--
-- Name: nomination_number_is_unique; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX nomination_number_is_unique ON public.nomination USING btree (((id | (0)::bigint)));
ALTER INDEX public.nomination_number_is_unique ALTER COLUMN 1 SET STATISTICS 0;


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
-- Name: endorsement endorsement_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER endorsement_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.endorsement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{nominee}', '{unit,nomination,campaign,house,holder,award,subject,stage,allowed,slot,endorsed_at}', '{stands}');

ALTER TABLE public.endorsement ENABLE ALWAYS TRIGGER endorsement_is_audited;


--
-- Name: endorsement endorsement_is_never_truncated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER endorsement_is_never_truncated BEFORE TRUNCATE ON public.endorsement FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.endorsement ENABLE ALWAYS TRIGGER endorsement_is_never_truncated;


--
-- Name: endorsement endorsement_names_its_nominee; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER endorsement_names_its_nominee BEFORE INSERT ON public.endorsement FOR EACH ROW EXECUTE FUNCTION public.endorsement_name_nominee();


--
-- Name: endorsement endorsement_takes_slot; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER endorsement_takes_slot BEFORE INSERT OR UPDATE ON public.endorsement FOR EACH ROW EXECUTE FUNCTION public.endorsement_take_slot();


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

CREATE CONSTRAINT TRIGGER nomination_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.nomination DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('unit', '{staff_no,position}', '{unit,id,campaign,holder,award,subject,stage,collective,workplace,state,allowed,slot,entered_at}', '{nominee_name,changed_at,stands,nominee}');

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
-- Name: unit unit_is_audited; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER unit_is_audited AFTER INSERT OR DELETE OR UPDATE ON public.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit_change('house', '{}', '{code,kind,name,parent,house}', '{parent_kind,proposes_under,nominated_under}');

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
-- Name: nomination nomination_draws_on_a_quota; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_draws_on_a_quota FOREIGN KEY (holder, campaign, award, subject, stage, allowed) REFERENCES public.quota(holder, campaign, award, subject, stage, allowed) ON UPDATE CASCADE;


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
-- Name: endorsement administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.endorsement FOR SELECT TO thidua_administrator USING (true);


--
-- Name: seal administrator_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY administrator_reads_all ON public.seal FOR SELECT TO thidua_administrator USING (true);


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
-- Name: campaign backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.campaign FOR SELECT TO thidua_backup USING (true);


--
-- Name: catalogue backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.catalogue FOR SELECT TO thidua_backup USING (true);


--
-- Name: endorsement backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.endorsement FOR SELECT TO thidua_backup USING (true);


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
-- Name: seal backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.seal FOR SELECT TO thidua_backup USING (true);


--
-- Name: sheet_header backup_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY backup_reads_all ON public.sheet_header FOR SELECT TO thidua_backup USING (true);


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
-- Name: campaign; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.campaign ENABLE ROW LEVEL SECURITY;

--
-- Name: catalogue; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.catalogue ENABLE ROW LEVEL SECURITY;

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
-- Name: audit clerk_reads_what_its_unit_is_shown; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY clerk_reads_what_its_unit_is_shown ON public.audit FOR SELECT TO thidua_clerk USING ((((( SELECT public.own_unit_set() AS own_unit_set))[chain] IS NOT NULL) AND (chain = ( SELECT public.own_unit() AS own_unit)) AND (relation = ANY (ARRAY['nomination'::text, 'person'::text, 'quota'::text, 'unit'::text, 'staffing_row'::text, 'staffing_house'::text, 'staffing_current'::text]))));


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
-- Name: endorsement council_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_all ON public.endorsement FOR SELECT TO thidua_council USING (true);


--
-- Name: nomination council_reads_what_stands; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY council_reads_what_stands ON public.nomination FOR SELECT TO thidua_council USING (stands);


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
-- Name: endorsement; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.endorsement ENABLE ROW LEVEL SECURITY;

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
-- Name: campaign owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.campaign TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: catalogue owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.catalogue TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: endorsement owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.endorsement TO thidua_owner USING (true) WITH CHECK (true);


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
-- Name: seal owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.seal TO thidua_owner USING (true) WITH CHECK (true);


--
-- Name: sheet_header owner_sees_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY owner_sees_all ON public.sheet_header TO thidua_owner USING (true) WITH CHECK (true);


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
-- Name: audit_head reporter_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reporter_reads_all ON public.audit_head FOR SELECT TO thidua_reporter USING (true);


--
-- Name: seal reporter_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY reporter_reads_all ON public.seal FOR SELECT TO thidua_reporter USING (true);


--
-- Name: seal; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.seal ENABLE ROW LEVEL SECURITY;

--
-- Name: sheet_header; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.sheet_header ENABLE ROW LEVEL SECURITY;

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
-- Name: campaign user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.campaign FOR SELECT TO thidua_user USING (true);


--
-- Name: catalogue user_reads_all; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY user_reads_all ON public.catalogue FOR SELECT TO thidua_user USING (true);


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
-- Name: FUNCTION audit_follow(relation regclass, chain text, personal text[], derived text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_follow(relation regclass, chain text, personal text[], derived text[]) FROM PUBLIC;


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
-- Name: FUNCTION endorsement_name_nominee(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.endorsement_name_nominee() FROM PUBLIC;


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
GRANT ALL ON FUNCTION public.is_plausible_headcount(value integer) TO thidua_user;


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
-- Name: FUNCTION nomination_check_deadline(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_check_deadline() FROM PUBLIC;


--
-- Name: FUNCTION nomination_check_unit(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.nomination_check_unit() FROM PUBLIC;


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

GRANT SELECT ON TABLE public.access_role TO thidua_accounts;
GRANT SELECT ON TABLE public.access_role TO thidua_backup;
GRANT SELECT ON TABLE public.access_role TO thidua_user;


--
-- Name: TABLE audit; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit TO thidua_backup;
GRANT SELECT ON TABLE public.audit TO thidua_administrator;
GRANT SELECT ON TABLE public.audit TO thidua_auditor;
GRANT SELECT ON TABLE public.audit TO thidua_clerk;


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
-- Name: TABLE audit_personal; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_personal TO thidua_backup;
GRANT SELECT ON TABLE public.audit_personal TO thidua_administrator;
GRANT SELECT ON TABLE public.audit_personal TO thidua_clerk;
GRANT SELECT ON TABLE public.audit_personal TO thidua_auditor;


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
-- Name: TABLE house_staff; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.house_staff TO thidua_user;


--
-- Name: TABLE migration; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.migration TO thidua_backup;
GRANT SELECT ON TABLE public.migration TO thidua_user;


--
-- Name: TABLE nomination; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.nomination TO thidua_backup;
GRANT SELECT ON TABLE public.nomination TO thidua_administrator;
GRANT SELECT ON TABLE public.nomination TO thidua_council;


--
-- Name: COLUMN nomination.unit; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(unit),UPDATE(unit) ON TABLE public.nomination TO thidua_administrator;
GRANT SELECT(unit),INSERT(unit) ON TABLE public.nomination TO thidua_clerk;


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
-- Name: COLUMN nomination.stands; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(stands) ON TABLE public.nomination TO thidua_clerk;


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
-- Name: TABLE nomination_state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.nomination_state TO thidua_backup;
GRANT SELECT ON TABLE public.nomination_state TO thidua_user;


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
-- Name: TABLE nomination_status; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.nomination_status TO thidua_user;


--
-- Name: TABLE person; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.person TO thidua_backup;
GRANT SELECT ON TABLE public.person TO thidua_administrator;
GRANT SELECT ON TABLE public.person TO thidua_clerk;


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
-- Name: TABLE quota; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quota TO thidua_backup;
GRANT SELECT ON TABLE public.quota TO thidua_department;
GRANT SELECT ON TABLE public.quota TO thidua_clerk;


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
-- Name: TABLE staffing_application; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_application TO thidua_backup;
GRANT SELECT ON TABLE public.staffing_application TO thidua_administrator;


--
-- Name: SEQUENCE staffing_application_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON SEQUENCE public.staffing_application_id_seq TO thidua_backup;


--
-- Name: TABLE staffing_row; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.staffing_row TO thidua_backup;
GRANT SELECT ON TABLE public.staffing_row TO thidua_department;
GRANT SELECT ON TABLE public.staffing_row TO thidua_clerk;


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


