-- Clause 3. No constraint can look at the clock, so this rule is a trigger: the database's clock at the moment of the
-- statement decides (T2), not the transaction's start and not the client's.

CREATE FUNCTION nomination_check_deadline() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM campaign c
        WHERE c.code IN (OLD.campaign, NEW.campaign) AND clock_timestamp() >= c.deadline
    ) THEN
        RAISE EXCEPTION 'the deadline of the campaign has passed'
            USING ERRCODE = 'check_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_is_made_before_the_deadline';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
COMMENT ON FUNCTION nomination_check_deadline IS 'Refuses to add, change or remove a nomination of a campaign that has closed (T1-T3).';

-- Named so that it fires before nomination_takes_slot: who is late need not wait for a slot.
CREATE TRIGGER nomination_is_made_before_the_deadline BEFORE INSERT OR UPDATE OR DELETE ON nomination
    FOR EACH ROW EXECUTE FUNCTION nomination_check_deadline();
