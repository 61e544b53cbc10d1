-- Clause 3. No constraint can look at the clock, so this rule is a trigger: the database's clock at the moment of the
-- statement decides (T2), not the transaction's start and not the client's.

-- A deadline that others refer to: who moves it waits for the nominations under way, and they see it, at any isolation level.
ALTER TABLE campaign ADD CONSTRAINT campaign_deadline_is_referable UNIQUE (code, deadline);

CREATE FUNCTION campaign_refuse_if_closed(VARIADIC campaigns text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM campaign c WHERE c.code = ANY (campaigns) ORDER BY c.code FOR KEY SHARE;
    IF EXISTS (SELECT FROM campaign c WHERE c.code = ANY (campaigns) AND clock_timestamp() >= c.deadline) THEN
        RAISE EXCEPTION 'the deadline of the campaign has passed'
            USING ERRCODE = 'check_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_is_made_before_the_deadline';
    END IF;
END $$;
COMMENT ON FUNCTION campaign_refuse_if_closed IS 'Fails where one of the campaigns takes no nominations any more.';

CREATE FUNCTION nomination_check_deadline() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM campaign_refuse_if_closed(OLD.campaign, NEW.campaign);
    RETURN coalesce(NEW, OLD);
END $$;
COMMENT ON FUNCTION nomination_check_deadline IS 'Refuses to add, change or remove a nomination of a campaign that has closed (T1-T3).';

-- Named so that it fires before nomination_takes_slot: who is late need not wait for a slot.
CREATE TRIGGER nomination_is_made_before_the_deadline BEFORE INSERT OR UPDATE OR DELETE ON nomination
    FOR EACH ROW EXECUTE FUNCTION nomination_check_deadline();
