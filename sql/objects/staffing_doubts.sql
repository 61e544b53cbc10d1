-- Where a staffing table may mean something else than it says. A province's own row lists its leaders and whoever is in no unit; in many tables it
-- is the sum of the province's units. Which of the two is meant, only a person can say.

CREATE VIEW staffing_intake_house WITH (security_invoker = true) AS
SELECT p.house, p.house_kind, min(p.house_name) AS house_name,
       sum(s.civil_servants) FILTER (WHERE p.kind = p.house_kind) AS own,
       sum(s.civil_servants) FILTER (WHERE p.kind <> p.house_kind) AS others,
       max(stated.sum) AS heading
FROM staffing_intake_sum s JOIN staffing_place_read p USING (place)
LEFT JOIN (SELECT heading_of, max(read_count(headcount)) AS sum FROM staffing_intake_aside WHERE heading_of IS NOT NULL GROUP BY heading_of) stated
    ON stated.heading_of = p.house
WHERE p.house IS NOT NULL AND p.kind IS NOT NULL
GROUP BY p.house, p.house_kind;
COMMENT ON VIEW staffing_intake_house IS 'The civil servants that the intake lists for each house: in its own row, in the rows of its units, and in its heading, if that states a sum.';

CREATE VIEW staffing_heading_error WITH (security_invoker = true) AS
SELECT a.row_number, a.headcount, h.house_name, (coalesce(h.own, 0) + coalesce(h.others, 0))::text AS listed
FROM staffing_intake_aside a JOIN staffing_intake_house h ON h.house = a.heading_of
WHERE read_count(a.headcount) <> coalesce(h.own, 0) + coalesce(h.others, 0);
COMMENT ON VIEW staffing_heading_error IS 'The headings of provinces that state another sum than the rows of the province have.';

CREATE FUNCTION staffing_doubt(foot bigint) RETURNS TABLE (house text, name text, own bigint, others bigint, award text, subject text, if_own integer, if_total integer)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    WITH total AS (
        SELECT sum(coalesce(h.own, 0) + coalesce(h.others, 0)) AS if_own, sum(coalesce(h.own, h.others)) AS if_total FROM staffing_intake_house h
    ), doubtful AS (
        SELECT h.* FROM staffing_intake_house h, total t
        -- The table's own sum may tell, even if it does not say the same as any province's row; so may the province's heading.
        WHERE h.own = h.others OR h.others > 0 AND h.heading = h.own OR h.own IS NOT NULL AND h.others IS NOT NULL AND staffing_doubt.foot = t.if_total AND t.if_own <> t.if_total
    )
    SELECT d.house, d.house_name, d.own, d.others, r.award, r.subject, own.allowed, total.allowed
    FROM doubtful d
    LEFT JOIN (campaign_status c JOIN quota_rule r ON r.campaign = c.code AND r.measure = 'civil_servants') ON c.is_open AND r.holder_kind = d.house_kind
    LEFT JOIN quota_bracket own ON (own.campaign, own.rule) = (r.campaign, r.rule) AND own.bracket @> (d.own + d.others)::integer
    LEFT JOIN quota_bracket total ON (total.campaign, total.rule) = (r.campaign, r.rule) AND total.bracket @> d.own::integer
    ORDER BY d.house, r.campaign, r.award, r.subject;
$$;
COMMENT ON FUNCTION staffing_doubt IS 'The houses whose own row may be the sum of their units, given the sum at the table''s foot; with the quotas that follow from each reading.';

CREATE FUNCTION staffing_intake_split() RETURNS TABLE (row_number integer, house text, was integer, now integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT i.row_number, n.house::text, n.civil_servants, (h.own - h.others)::integer
    FROM staffing_intake_named n JOIN staffing_intake i USING (row_number) JOIN staffing_intake_house h ON h.house = n.house
    WHERE n.kind = n.house_kind AND h.others IS NOT NULL AND n.civil_servants = h.own
    ORDER BY i.row_number;
    UPDATE staffing_intake i SET civil_servants = (h.own - h.others)::integer, headcount = NULL
    FROM staffing_intake_named n JOIN staffing_intake_house h ON h.house = n.house
    WHERE i.row_number = n.row_number AND n.kind = n.house_kind AND h.own > h.others AND n.civil_servants = h.own;
    DELETE FROM staffing_intake i USING staffing_intake_named n JOIN staffing_intake_house h ON h.house = n.house
    WHERE i.row_number = n.row_number AND n.kind = n.house_kind AND h.own = h.others AND n.civil_servants = h.own;
END $$;
COMMENT ON FUNCTION staffing_intake_split IS 'Reads each house''s own row as the sum of its units, and leaves in it what is in no unit; returns these rows before and after. A negative rest is left as it was, for the caller to refuse.';

GRANT SELECT ON staffing_intake_house, staffing_heading_error TO thidua_administrator;
GRANT EXECUTE ON FUNCTION staffing_doubt, staffing_intake_split TO thidua_administrator;
