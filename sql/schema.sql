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
    RETURN (value ~ '^[0-9A-ZĐ][0-9A-ZĐ./&_-]{0,63}$'::text);


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
    LANGUAGE sql
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
-- Name: quota_apply(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.quota_apply() RETURNS TABLE(campaign text, holder text, award text, subject text, stage text, allowed_before integer, allowed_after integer)
    LANGUAGE plpgsql
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
-- Name: tidy(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tidy(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN NULLIF(btrim(regexp_replace(NORMALIZE(value, NFC), '[ \u00a0\u200b\ufeff]+'::text, ' '::text, 'g'::text)), ''::text);


--
-- Name: FUNCTION tidy(value text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.tidy(value text) IS 'Text from a file, made plain where that changes nothing in it: NFC, single spaces, trimmed; null if nothing is left.';


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
-- Name: read_date(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.read_date(value text) RETURNS date
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
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
-- Name: staffing_store(date, text, bytea); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_store(as_of date, file_name text, sha256 bytea) RETURNS bigint
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    WITH stored AS (
        INSERT INTO staffing_table (as_of, file_name, sha256) VALUES (as_of, file_name, sha256) RETURNING id
    ), copied AS (
        INSERT INTO staffing_row (staffing_table, house, unit, kind, name, civil_servants)
        SELECT stored.id, r.house, r.code, r.kind, r.name, r.civil_servants FROM stored, staffing_intake_read r
    )
    SELECT id FROM stored;
$$;


--
-- Name: FUNCTION staffing_store(as_of date, file_name text, sha256 bytea); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_store(as_of date, file_name text, sha256 bytea) IS 'Keeps the intake as a staffing table, applied to nothing yet; returns its number.';


--
-- Name: staffing_take_effect(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.staffing_take_effect(staffing_table bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
    number bigint := staffing_take_effect.staffing_table;
BEGIN
    -- Two tables may have been stored before either was applied: what the import found free may be taken by now.
    IF EXISTS (
        SELECT FROM staffing_row r JOIN unit u ON u.code = r.unit WHERE r.staffing_table = number AND u.house <> r.house
    ) THEN
        RAISE EXCEPTION 'a unit would move to another house'
            USING ERRCODE = 'check_violation', TABLE = 'unit', CONSTRAINT = 'unit_stays_in_its_house';
    END IF;

    -- Names may go round among units: those that change make room first.
    UPDATE unit u SET name = '~ ' || u.code
    FROM staffing_row r
    WHERE r.staffing_table = number AND r.unit = u.code AND r.unit <> r.house AND r.name <> u.name;

    INSERT INTO unit AS u (code, kind, name, parent)
    SELECT r.unit, r.kind, r.name, r.house
    FROM staffing_row r
    WHERE r.staffing_table = number AND r.unit <> r.house
    ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name
        WHERE (u.kind, u.name) IS DISTINCT FROM (excluded.kind, excluded.name);

    INSERT INTO staffing_current (house, staffing_table)
    SELECT DISTINCT r.house, r.staffing_table
    FROM staffing_row r
    WHERE r.staffing_table = number
    ON CONFLICT (house) DO UPDATE SET staffing_table = excluded.staffing_table, applied_at = clock_timestamp();
END $$;


--
-- Name: FUNCTION staffing_take_effect(staffing_table bigint); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.staffing_take_effect(staffing_table bigint) IS 'Puts a staffing table in force for the houses that it names, and enters its units; quota_apply() is to follow.';


--
-- Name: award; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.award (
    code text NOT NULL COLLATE pg_catalog."C",
    rank integer NOT NULL,
    name_vi public.plain_text NOT NULL,
    name_en public.plain_text NOT NULL
);


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
    CONSTRAINT endorsement_draws_on_the_pool_or_its_own_house CHECK (((holder = '*'::text) OR (holder = (house)::text))),
    CONSTRAINT endorsement_is_an_endorsement CHECK ((stage = 'endorsement'::text)),
    CONSTRAINT endorsement_slot_is_within_quota CHECK (((slot >= 1) AND (slot <= allowed)))
);


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
-- Name: staffing_current; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staffing_current (
    house public.code NOT NULL,
    staffing_table bigint NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);


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
-- Name: staffing_row; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staffing_row (
    staffing_table bigint NOT NULL,
    house public.code NOT NULL,
    unit public.code NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    name public.plain_text NOT NULL,
    civil_servants integer NOT NULL,
    CONSTRAINT staffing_headcount_is_plausible CHECK (public.is_plausible_headcount(civil_servants)),
    CONSTRAINT staffing_house_row_is_the_house CHECK ((((unit)::text = (house)::text) = (kind = ANY (ARRAY['headquarters'::text, 'province'::text]))))
);


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
-- Name: house_staff; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.house_staff WITH (security_invoker='true') AS
 SELECT staffing_in_force.house,
    (sum(staffing_in_force.civil_servants))::integer AS civil_servants,
    (count(*) FILTER (WHERE (staffing_in_force.kind = 'area_office'::text)))::integer AS area_offices
   FROM public.staffing_in_force
  GROUP BY staffing_in_force.house;


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
    n.holder,
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
    e.slot AS endorsement_slot,
    n.entered_at,
    n.changed_at
   FROM ((public.nomination n
     LEFT JOIN public.unit w ON (((w.code)::text = (n.workplace)::text)))
     LEFT JOIN public.endorsement e ON ((((e.unit)::text = (n.unit)::text) AND (e.nomination = n.id))));


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
    r.clause
   FROM (((public.quota q
     JOIN public.quota_rule r USING (campaign, rule))
     LEFT JOIN public.unit u ON (((u.code)::text = (q.unit)::text)))
     CROSS JOIN LATERAL ( SELECT (
                CASE q.stage
                    WHEN 'proposal'::text THEN ( SELECT count(n.slot) AS count
                       FROM public.nomination n
                      WHERE (((n.holder)::text = q.holder) AND ((n.campaign)::text = (q.campaign)::text) AND (n.award = q.award) AND (n.subject = q.subject)))
                    ELSE ( SELECT count(e.slot) AS count
                       FROM public.endorsement e
                      WHERE ((e.holder = q.holder) AND ((e.campaign)::text = (q.campaign)::text) AND (e.award = q.award) AND (e.subject = q.subject)))
                END)::integer AS slots) used);


--
-- Name: VIEW quota_status; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.quota_status IS 'Where every quota stands: allowed, used, remaining, and what it follows from.';


--
-- Name: staffing_header; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.staffing_header (
    alias text NOT NULL COLLATE pg_catalog."C",
    field text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: TABLE staffing_header; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_header IS 'What staffing files call their columns.';


--
-- Name: COLUMN staffing_header.alias; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_header.alias IS 'The header as fold() leaves it, without spaces.';


--
-- Name: COLUMN staffing_header.field; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_header.field IS 'The column of staffing_intake.';


--
-- Name: staffing_intake; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.staffing_intake (
    row_number bigint NOT NULL,
    province_code text,
    province text,
    unit_code text,
    unit text,
    kind text,
    civil_servants text
);


--
-- Name: TABLE staffing_intake; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.staffing_intake IS 'The cells of the file that is being imported, as they stand there.';


--
-- Name: COLUMN staffing_intake.row_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.row_number IS 'The row of the file, from 1, as a spreadsheet numbers it.';


--
-- Name: COLUMN staffing_intake.province_code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.province_code IS 'Cell of the column "Mã tỉnh".';


--
-- Name: COLUMN staffing_intake.province; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.province IS 'Cell of the column "Tỉnh, thành phố".';


--
-- Name: COLUMN staffing_intake.unit_code; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.unit_code IS 'Cell of the column "Mã đơn vị"; null where the file has none.';


--
-- Name: COLUMN staffing_intake.unit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.unit IS 'Cell of the column "Đơn vị".';


--
-- Name: COLUMN staffing_intake.kind; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.kind IS 'Cell of the column "Loại đơn vị".';


--
-- Name: COLUMN staffing_intake.civil_servants; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.staffing_intake.civil_servants IS 'Cell of the column "Số công chức".';


--
-- Name: unit_kind_alias; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_kind_alias (
    alias text NOT NULL COLLATE pg_catalog."C",
    house text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT unit_kind_alias_is_folded CHECK ((alias = public.fold(alias)))
);


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
-- Name: staffing_intake_read; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.staffing_intake_read WITH (security_invoker='true') AS
 WITH tidied AS (
         SELECT staffing_intake.row_number,
            (regexp_replace(public.read_code(staffing_intake.province_code), '^([0-9])$'::text, '0\1'::text) COLLATE "C") AS province_code,
            public.tidy(staffing_intake.province) AS province,
            (regexp_replace(public.read_code(staffing_intake.unit_code), '^([0-9])$'::text, '0\1'::text) COLLATE "C") AS unit_code,
            public.tidy(staffing_intake.unit) AS unit,
            public.tidy(staffing_intake.kind) AS kind_name,
            public.tidy(staffing_intake.civil_servants) AS headcount
           FROM public.staffing_intake
        )
 SELECT t.row_number,
    t.province_code,
    t.province,
    t.unit_code,
    t.unit,
    t.kind_name,
    t.headcount,
    h.code AS house,
    h.kind AS house_kind,
    replace(regexp_replace(public.fold(t.province), '^(thads )?(tinh |thanh pho |tp )?|( city| province)$'::text, ''::text, 'g'::text), ' '::text, ''::text) AS province_key,
    k.kind,
        CASE
            WHEN (k.kind = h.kind) THEN (h.name)::text
            ELSE t.unit
        END AS name,
    COALESCE(t.unit_code, (
        CASE
            WHEN (k.kind = h.kind) THEN (h.code)::text
            WHEN (known.code IS NOT NULL) THEN (known.code)::text
            WHEN ((k.kind = 'area_office'::text) AND (area.number IS NOT NULL)) THEN (((h.code)::text || '-KV'::text) || lpad(area.number, GREATEST(2, length(area.number)), '0'::text))
            ELSE "left"((((h.code)::text || '-'::text) || upper(replace(public.fold(t.unit), ' '::text, '-'::text))), 64)
        END COLLATE "C")) AS code,
        CASE
            WHEN (t.headcount ~ '^[0-9]{1,9}$'::text) THEN (t.headcount)::integer
            ELSE NULL::integer
        END AS civil_servants,
    known.code AS bearer
   FROM ((((tidied t
     LEFT JOIN public.unit h ON ((((h.code)::text = t.province_code) AND ((h.code)::text = h.house))))
     LEFT JOIN public.unit_kind_alias k ON (((k.alias = public.fold(t.kind_name)) AND (k.house = h.kind))))
     LEFT JOIN public.unit known ON (((known.house = (h.code)::text) AND (public.fold((known.name)::text) = public.fold(t.unit)))))
     CROSS JOIN LATERAL ( SELECT "substring"(public.fold(t.unit), 'khu vuc ([0-9]+)'::text) AS number) area);


--
-- Name: VIEW staffing_intake_read; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.staffing_intake_read IS 'The intake as it is understood: house, kind, code, name and headcount, null where a cell could not be; and which unit bears the name already.';


--
-- Name: unit_alias; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unit_alias (
    unit public.code NOT NULL,
    alias public.plain_text NOT NULL,
    until date
);


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
-- Name: staffing_intake_error; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.staffing_intake_error WITH (security_invoker='true') AS
 WITH "row" AS (
         SELECT staffing_intake_read.row_number,
            staffing_intake_read.province_code,
            staffing_intake_read.province,
            staffing_intake_read.unit_code,
            staffing_intake_read.unit,
            staffing_intake_read.kind_name,
            staffing_intake_read.headcount,
            staffing_intake_read.house,
            staffing_intake_read.house_kind,
            staffing_intake_read.province_key,
            staffing_intake_read.kind,
            staffing_intake_read.name,
            staffing_intake_read.code,
            staffing_intake_read.civil_servants,
            staffing_intake_read.bearer,
            count(*) OVER (PARTITION BY staffing_intake_read.code) AS namesakes,
            count(*) OVER (PARTITION BY staffing_intake_read.house, (public.fold(staffing_intake_read.name))) AS homonyms
           FROM public.staffing_intake_read
        )
 SELECT r.row_number,
    found.field,
    found.value,
    found.error
   FROM ("row" r
     CROSS JOIN LATERAL ( SELECT 'province_code'::text AS "?column?",
            r.province_code,
            'missing_value'::text AS "?column?"
          WHERE (r.province_code IS NULL)
        UNION ALL
         SELECT 'province'::text,
            r.province,
            'missing_value'::text
          WHERE ((r.province IS NULL) AND (r.house_kind IS DISTINCT FROM 'headquarters'::text))
        UNION ALL
         SELECT 'unit'::text,
            r.unit,
            'missing_value'::text
          WHERE ((r.unit IS NULL) AND (r.kind <> ALL (ARRAY['headquarters'::text, 'province'::text])))
        UNION ALL
         SELECT 'kind'::text,
            r.kind_name,
            'missing_value'::text
          WHERE (r.kind_name IS NULL)
        UNION ALL
         SELECT 'civil_servants'::text,
            r.headcount,
            'missing_value'::text
          WHERE (r.headcount IS NULL)
        UNION ALL
         SELECT 'province_code'::text,
            r.province_code,
            'unknown_province'::text
          WHERE ((r.province_code IS NOT NULL) AND (r.house IS NULL))
        UNION ALL
         SELECT 'province'::text,
            r.province,
                CASE
                    WHEN (EXISTS ( SELECT
                       FROM public.unit_alias a
                      WHERE (((a.unit)::text = (r.house)::text) AND (a.until IS NOT NULL) AND (replace(public.fold((a.alias)::text), ' '::text, ''::text) = r.province_key)))) THEN 'former_province_name'::text
                    ELSE 'province_name_mismatch'::text
                END AS "case"
          WHERE ((r.house IS NOT NULL) AND (r.province IS NOT NULL) AND (NOT (EXISTS ( SELECT
                   FROM public.unit_alias a
                  WHERE (((a.unit)::text = (r.house)::text) AND (a.until IS NULL) AND (replace(public.fold((a.alias)::text), ' '::text, ''::text) = r.province_key))))))
        UNION ALL
         SELECT 'kind'::text,
            r.kind_name,
            'unknown_kind'::text
          WHERE ((r.house IS NOT NULL) AND (r.kind_name IS NOT NULL) AND (r.kind IS NULL))
        UNION ALL
         SELECT 'civil_servants'::text,
            r.headcount,
            'not_a_whole_number'::text
          WHERE ((r.headcount IS NOT NULL) AND (r.civil_servants IS NULL))
        UNION ALL
         SELECT 'civil_servants'::text,
            r.headcount,
            'implausible_headcount'::text
          WHERE (NOT public.is_plausible_headcount(r.civil_servants))
        UNION ALL
         SELECT 'unit'::text,
            r.unit,
            'invalid_text'::text
          WHERE (NOT public.is_plain_text(r.unit))
        UNION ALL
         SELECT 'unit_code'::text,
            r.unit_code,
            'invalid_code'::text
          WHERE (NOT public.is_code(r.unit_code))
        UNION ALL
         SELECT 'unit'::text,
            r.unit,
            'invalid_text'::text
          WHERE ((r.unit_code IS NULL) AND public.is_plain_text(r.unit) AND ((NOT public.is_code(r.code)) OR (public.fold(r.unit) = ''::text)))
        UNION ALL
         SELECT 'unit_code'::text,
            r.code,
            'code_of_another_unit'::text
          WHERE (((r.code = (r.house)::text) <> (r.kind = ANY (ARRAY['headquarters'::text, 'province'::text]))) OR (EXISTS ( SELECT
                   FROM public.unit u
                  WHERE (((u.code)::text = r.code) AND (u.house <> (r.house)::text)))))
        UNION ALL
         SELECT 'unit'::text,
            r.unit,
            'name_of_another_unit'::text
          WHERE (((r.bearer)::text <> r.code) AND (r.kind <> ALL (ARRAY['headquarters'::text, 'province'::text])) AND (NOT (EXISTS ( SELECT
                   FROM "row" other
                  WHERE ((other.code = (r.bearer)::text) AND (public.fold(other.name) <> public.fold(r.name)))))))
        UNION ALL
         SELECT 'unit'::text,
            COALESCE(r.unit, r.code) AS "coalesce",
            'duplicate_unit'::text
          WHERE ((r.kind IS NOT NULL) AND ((r.namesakes > 1) OR (r.homonyms > 1)))) found(field, value, error));


--
-- Name: VIEW staffing_intake_error; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.staffing_intake_error IS 'Everything that is wrong with the intake: row, field, the cell''s value and a stable code.';


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
    CONSTRAINT staffing_checksum_is_sha256 CHECK ((octet_length(sha256) = 32))
);


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
   FROM public.nomination_state;


--
-- Name: VIEW word; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.word IS 'The words for every code that a person is shown.';


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
    ADD CONSTRAINT nomination_is_referable_while_it_stands UNIQUE (unit, id, campaign, holder, award, subject, stands);


--
-- Name: nomination nomination_number_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_number_is_unique UNIQUE (id);


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
    ADD CONSTRAINT nomination_subject_is_nominated_once UNIQUE (campaign, nominee);


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
-- Name: staffing_header staffing_header_means_one_field; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_header
    ADD CONSTRAINT staffing_header_means_one_field PRIMARY KEY (alias);


--
-- Name: staffing_intake staffing_intake_row_is_read_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_intake
    ADD CONSTRAINT staffing_intake_row_is_read_once PRIMARY KEY (row_number);


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
    ADD CONSTRAINT staffing_unit_is_listed_once PRIMARY KEY (staffing_table, house, unit);


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
-- Name: unit_headquarters_is_the_only_one; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unit_headquarters_is_the_only_one ON public.unit USING btree (kind) WHERE (kind = 'headquarters'::text);


--
-- Name: unit_name_is_unique_in_its_house; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unit_name_is_unique_in_its_house ON public.unit USING btree (house, public.fold((name)::text));


--
-- Name: endorsement endorsement_takes_slot; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER endorsement_takes_slot BEFORE INSERT OR UPDATE ON public.endorsement FOR EACH ROW EXECUTE FUNCTION public.endorsement_take_slot();


--
-- Name: nomination nomination_is_made_before_the_deadline; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nomination_is_made_before_the_deadline BEFORE INSERT OR DELETE OR UPDATE ON public.nomination FOR EACH ROW EXECUTE FUNCTION public.nomination_check_deadline();


--
-- Name: nomination nomination_takes_slot; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER nomination_takes_slot BEFORE INSERT OR UPDATE ON public.nomination FOR EACH ROW EXECUTE FUNCTION public.nomination_take_slot();


--
-- Name: endorsement endorsement_draws_on_a_quota; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_draws_on_a_quota FOREIGN KEY (holder, campaign, award, subject, stage, allowed) REFERENCES public.quota(holder, campaign, award, subject, stage, allowed) ON UPDATE CASCADE;


--
-- Name: endorsement endorsement_is_of_a_standing_nomination; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.endorsement
    ADD CONSTRAINT endorsement_is_of_a_standing_nomination FOREIGN KEY (unit, nomination, campaign, house, award, subject, stands) REFERENCES public.nomination(unit, id, campaign, holder, award, subject, stands);


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
-- Name: staffing_current staffing_current_house_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_current
    ADD CONSTRAINT staffing_current_house_is_known FOREIGN KEY (house) REFERENCES public.unit(code);


--
-- Name: staffing_current staffing_current_table_is_stored; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_current
    ADD CONSTRAINT staffing_current_table_is_stored FOREIGN KEY (staffing_table) REFERENCES public.staffing_table(id);


--
-- Name: staffing_row staffing_house_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_row
    ADD CONSTRAINT staffing_house_is_known FOREIGN KEY (house) REFERENCES public.unit(code);


--
-- Name: staffing_row staffing_kind_is_known; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_row
    ADD CONSTRAINT staffing_kind_is_known FOREIGN KEY (kind) REFERENCES public.unit_kind(code);


--
-- Name: staffing_row staffing_row_is_of_a_table; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.staffing_row
    ADD CONSTRAINT staffing_row_is_of_a_table FOREIGN KEY (staffing_table) REFERENCES public.staffing_table(id);


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
-- PostgreSQL database dump complete
--


