-- Who sees and changes which rows. Row-level security is on and forced on every table but staffing_intake, so that even the owner
-- sees only what a policy shows it: the functions that count for everyone act as the owner, whom owner_sees_all lets see all.
SET LOCAL ROLE thidua_owner;

CREATE FUNCTION protect(relation regclass) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
COMMENT ON FUNCTION protect IS 'Closes a new table to all but its owner and the backup; grants and policies then open it.';

CREATE FUNCTION share(relation regclass, reader regrole) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('GRANT SELECT ON %s TO %s', relation, reader);
    EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO %s USING (true)',
                   replace(reader::text, 'thidua_', '') || '_reads_all', relation, reader);
END $$;
COMMENT ON FUNCTION share IS 'Shows all rows of a table to a role.';

-- Indexes by which a clerk's questions would find other units' rows first give way to others: EXPLAIN ANALYZE counts what an index
-- finds. A number is found together with its unit, and what keeps numbers unique answers no question: an expression that is not
-- leakproof waits for the policy. Who is nominated is a column that no clerk may ask for.
ALTER TABLE nomination DROP CONSTRAINT nomination_number_is_unique;
CREATE UNIQUE INDEX nomination_number_is_unique ON nomination ((id | 0));
CREATE INDEX nomination_by_number ON nomination (id, unit);
ALTER TABLE nomination DROP CONSTRAINT nomination_subject_is_nominated_once,
    ADD CONSTRAINT nomination_subject_is_nominated_once UNIQUE (nominee, campaign);

SELECT protect(format('public.%I', relname)::regclass)
FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
  -- COPY cannot write where row-level security is in force. The cells of a file being imported are the administrators' alone.
  AND relname <> 'staffing_intake'
ORDER BY relname;

-- What is no secret: the rules, and the words for things.
SELECT share(relation, 'thidua_user')
FROM unnest(ARRAY['migration', 'access_role', 'unit_kind', 'unit_kind_alias', 'award', 'subject', 'stage', 'nomination_state',
                  'campaign', 'quota_rule', 'quota_bracket']::regclass[]) AS relation;
-- What no person is named in.
SELECT share(relation, 'thidua_department')
FROM unnest(ARRAY['unit', 'staffing_row', 'staffing_current', 'quota']::regclass[]) AS relation;
SELECT share(relation, 'thidua_administrator')
FROM unnest(ARRAY['unit_alias', 'staffing_header', 'staffing_table', 'account', 'endorsement']::regclass[]) AS relation;
SELECT share('account', 'thidua_auditor');
SELECT share('endorsement', 'thidua_council');

-- The administrators write what a clerk writes, for every unit.
CREATE POLICY administrator_writes_all ON nomination TO thidua_administrator USING (true) WITH CHECK (true);
CREATE POLICY administrator_writes_all ON person     TO thidua_administrator USING (true) WITH CHECK (true);
CREATE POLICY administrator_writes_all ON endorsement TO thidua_administrator USING (true) WITH CHECK (true);
GRANT SELECT ON nomination, person TO thidua_administrator;
GRANT INSERT (unit, nomination), DELETE ON endorsement TO thidua_administrator;
GRANT UPDATE (unit) ON nomination TO thidua_administrator;
GRANT SELECT, INSERT, DELETE ON staffing_intake TO thidua_administrator;
GRANT SELECT ON staffing_intake TO thidua_backup;

-- A clerk's own unit. The units of the house, its quotas and its staffing are shown whole: bureaus share them.
--
-- Said so that nothing about another unit's row can be found out by asking. What a clerk asks for with = or < is leakproof, and
-- the planner tries it on a row before the policy, unless the policy costs no more; then an error that it raises, a sub-select that it
-- runs, or what EXPLAIN (ANALYZE, BUFFERS) counts tells whether it was true. To look a key up in a set costs nothing by the planner's
-- reckoning, and of equals the policy comes first. The same again as a comparison is for the index: rows that it does not find are counted
-- by nobody. Sub-selects are run once for a statement.
CREATE FUNCTION own_unit_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN jsonb_build_object(coalesce(own_unit(), ''), 1);
END $$;
COMMENT ON FUNCTION own_unit_set IS 'own_unit() as a set: {unit: 1}.';

CREATE FUNCTION own_house_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN jsonb_build_object(coalesce(own_house(), ''), 1);
END $$;
COMMENT ON FUNCTION own_house_set IS 'own_house() as a set: {house: 1}.';

CREATE FUNCTION own_house_units_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(jsonb_object_agg(code, 1), '{}') FROM unnest(own_house_units()) AS code);
END $$;
COMMENT ON FUNCTION own_house_units_set IS 'own_house_units() as a set: {code: 1, …}.';

CREATE FUNCTION own_login_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN jsonb_build_object(session_user, 1);
END $$;
COMMENT ON FUNCTION own_login_set IS 'The login as a set: {login: 1}.';

CREATE POLICY login_reads_its_own ON account FOR SELECT TO thidua_user
    USING ((SELECT own_login_set())[login] IS NOT NULL AND login = session_user);
GRANT SELECT ON account TO thidua_user;

CREATE POLICY clerk_writes_its_units ON nomination TO thidua_clerk
    USING ((SELECT own_unit_set())[unit] IS NOT NULL AND unit = (SELECT own_unit())) WITH CHECK (unit = own_unit());
CREATE POLICY clerk_writes_its_units ON person TO thidua_clerk
    USING ((SELECT own_unit_set())[unit] IS NOT NULL AND unit = (SELECT own_unit())) WITH CHECK (unit = own_unit());
CREATE POLICY clerk_reads_its_house ON unit FOR SELECT TO thidua_clerk
    USING ((SELECT own_house_units_set())[code] IS NOT NULL AND code = ANY ((SELECT own_house_units())::text[]));
CREATE POLICY clerk_reads_its_house ON quota FOR SELECT TO thidua_clerk
    USING ((SELECT own_house_set())[holder] IS NOT NULL AND holder = (SELECT own_house()));
CREATE POLICY clerk_reads_its_house ON staffing_row FOR SELECT TO thidua_clerk
    USING ((SELECT own_house_set())[house] IS NOT NULL AND house = (SELECT own_house()));
CREATE POLICY clerk_reads_its_house ON staffing_current FOR SELECT TO thidua_clerk
    USING ((SELECT own_house_set())[house] IS NOT NULL AND house = (SELECT own_house()));
-- Left out are the keys by which an index finds other units' rows first: unit.house, nomination.holder and .nominee.
GRANT SELECT (code, kind, name, parent) ON unit TO thidua_clerk;
GRANT SELECT ON quota, staffing_row, staffing_current, person TO thidua_clerk;
GRANT SELECT (unit, id, campaign, award, subject, collective, staff_no, nominee_name, position, workplace, state, stands, allowed, slot,
              entered_at, changed_at) ON nomination TO thidua_clerk;

-- What is entered by hand. Times, slots, states and holders are the database's to set. No DELETE: whoever has it on a whole
-- table may lock the table, and a withdrawn nomination is kept.
GRANT INSERT (unit, campaign, award, subject, collective, staff_no, position, workplace),
      UPDATE (award, subject, collective, staff_no, position, workplace) ON nomination TO thidua_clerk, thidua_administrator;
GRANT INSERT (unit, staff_no, name), UPDATE (name) ON person TO thidua_clerk, thidua_administrator;

-- The council reads what is proposed.
CREATE POLICY council_reads_what_stands ON nomination FOR SELECT TO thidua_council USING (stands);
GRANT SELECT ON nomination TO thidua_council;

-- A trigger sees a row before any policy judges it, and the slot trigger answers "already nominated" where a quota is full. So
-- who may not write for a unit is told before that, in the words for a unit that does not exist.
CREATE FUNCTION nomination_check_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT may_write_for(NEW.unit) THEN
        RAISE EXCEPTION 'this unit sends no dossiers'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_unit_sends_dossiers';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION nomination_check_unit IS 'Refuses nominations of units that are not the login''s, as if there were no such unit.';
-- Named so that it fires before every other.
CREATE TRIGGER nomination_is_entered_for_its_unit BEFORE INSERT OR UPDATE ON nomination
    FOR EACH ROW EXECUTE FUNCTION nomination_check_unit();

-- Who is endorsed stays who was nominated: the key that an endorsement refers to has the nominee in it.
ALTER TABLE endorsement DROP CONSTRAINT endorsement_is_of_a_standing_nomination, ADD COLUMN nominee text COLLATE "C";
COMMENT ON COLUMN endorsement.nominee IS 'Who is nominated, as one key: neither can be changed for another while endorsed.';
UPDATE endorsement e SET nominee = n.nominee FROM nomination n WHERE (n.unit, n.id) = (e.unit, e.nomination);
ALTER TABLE endorsement ALTER COLUMN nominee SET NOT NULL;
ALTER TABLE nomination DROP CONSTRAINT nomination_is_referable_while_it_stands,
    ADD CONSTRAINT nomination_is_referable_while_it_stands UNIQUE (unit, id, campaign, holder, award, subject, stands, nominee);
ALTER TABLE endorsement ADD CONSTRAINT endorsement_is_of_a_standing_nomination
    FOREIGN KEY (unit, nomination, campaign, house, award, subject, stands, nominee)
    REFERENCES nomination (unit, id, campaign, holder, award, subject, stands, nominee);

CREATE FUNCTION endorsement_name_nominee() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    NEW.nominee := (SELECT n.nominee FROM nomination n WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination));
    IF NEW.nominee IS NULL THEN
        RAISE EXCEPTION 'there is no such nomination, or it is withdrawn'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'endorsement', CONSTRAINT = 'endorsement_is_of_a_standing_nomination';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION endorsement_name_nominee IS 'Fills in who is nominated; refuses where nobody is.';
CREATE TRIGGER endorsement_names_its_nominee BEFORE INSERT ON endorsement
    FOR EACH ROW EXECUTE FUNCTION endorsement_name_nominee();

CREATE FUNCTION nomination_step(nomination bigint, "from" text, "to" text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE nomination n SET state = nomination_step."to"
    WHERE n.id = nomination AND n.state = nomination_step."from" AND may_write_for(n.unit);
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_step IS 'Takes a nomination of one''s own from a state to another; false where there is none in that state.';

-- Counted for everyone alike: bureaus share their house's quotas, and none sees another's nominations.
CREATE FUNCTION quota_slots_in_use(holder text, campaign text, award text, subject text, stage text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
COMMENT ON FUNCTION quota_slots_in_use IS 'How many slots of a quota are taken, whoever took them; null where the quota is not the login''s to see.';

CREATE OR REPLACE VIEW quota_status WITH (security_invoker = true) AS
SELECT q.campaign, q.holder, u.name AS holder_name, q.award, q.subject, q.stage,
       q.allowed, used.slots AS used, q.allowed - used.slots AS remaining,
       r.measure, q.measured, r.clause, r.holder_kind
FROM quota q
JOIN quota_rule r USING (campaign, rule)
LEFT JOIN unit u ON u.code = q.unit
-- OFFSET keeps the planner from writing the call out twice.
CROSS JOIN LATERAL (SELECT quota_slots_in_use(q.holder, q.campaign, q.award, q.subject, q.stage) AS slots OFFSET 0) used;

DROP VIEW nomination_status;
CREATE VIEW nomination_status WITH (security_invoker = true) AS
SELECT n.id, n.campaign, n.unit, n.award, n.subject,
       n.nominee_name AS nominee, n.collective, n.staff_no, n.position, n.workplace, w.name AS workplace_name,
       n.state, n.slot, n.allowed, n.entered_at, n.changed_at
FROM nomination n
LEFT JOIN unit w ON w.code = n.workplace;
COMMENT ON VIEW nomination_status IS 'Nominations with the names of who and where.';

CREATE OR REPLACE VIEW word WITH (security_invoker = true) AS
SELECT code, name_vi, name_en FROM unit_kind
UNION ALL SELECT code, name_vi, name_en FROM award
UNION ALL SELECT code, name_vi, name_en FROM subject
UNION ALL SELECT code, name_vi, name_en FROM stage
UNION ALL SELECT code, name_vi, name_en FROM nomination_state
UNION ALL SELECT code, name_vi, name_en FROM access_role;

-- What the administrators do to quotas, campaigns and staffing they do through functions alone, which keep all of it consistent.
CREATE FUNCTION staffing_lock() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    LOCK TABLE staffing_current IN SHARE ROW EXCLUSIVE MODE;
$$;
COMMENT ON FUNCTION staffing_lock IS 'One import at a time: holds the others off until the transaction ends.';
ALTER FUNCTION staffing_store SECURITY DEFINER;
ALTER FUNCTION staffing_take_effect SECURITY DEFINER;
ALTER FUNCTION quota_apply SECURITY DEFINER;
ALTER FUNCTION campaign_copy SECURITY DEFINER;
ALTER FUNCTION read_date SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION read_moment SET search_path = pg_catalog, public, pg_temp;

-- Each view shows its reader's rows.
GRANT SELECT ON counter_of_everyone, word, campaign_status, quota_status, nomination_status, staffing_in_force, house_staff TO thidua_user;
GRANT SELECT ON quota_derived, quota_pending TO thidua_department;
GRANT SELECT ON quota_shortfall, staffing_intake_read, staffing_intake_error TO thidua_administrator;

GRANT EXECUTE ON FUNCTION own_unit_set, own_house_set, own_house_units_set, own_login_set TO thidua_user;
GRANT EXECUTE ON FUNCTION own_unit, own_house, own_house_units, is_administrator, may_see_house, may_write_for, quota_slots_in_use, user_set_password,
    in_hanoi, is_code, is_plain_text, tidy, read_code, fold, given_name, read_date, read_moment,
    is_plausible_headcount, random_id, nominee_key TO thidua_user;
GRANT EXECUTE ON FUNCTION nomination_step TO thidua_clerk, thidua_administrator;
GRANT EXECUTE ON FUNCTION user_add, user_remove, staffing_lock, staffing_store, staffing_take_effect, quota_apply, campaign_copy
    TO thidua_administrator;
