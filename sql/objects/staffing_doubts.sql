-- Where a staffing table may mean something else than it says. A province's own row lists its leaders and whoever is in no unit; in many tables it
-- is the sum of the province's units. Which of the two is meant, only a person can say.

CREATE VIEW staffing_intake_house WITH (security_invoker = true) AS
SELECT p.house, p.house_kind, min(p.house_name) AS house_name,
       sum(s.civil_servants) FILTER (WHERE p.kind = p.house_kind) AS own,
       sum(s.civil_servants) FILTER (WHERE p.kind <> p.house_kind) AS others,
       max(stated.sum) AS heading
FROM staffing_intake_total s JOIN staffing_intake_reading p USING (place)
LEFT JOIN (SELECT heading_of, max(read_count(headcount)) AS sum FROM staffing_intake_aside WHERE heading_of IS NOT NULL GROUP BY heading_of) stated
    ON stated.heading_of = p.house
WHERE p.house IS NOT NULL AND p.kind IS NOT NULL
GROUP BY p.house, p.house_kind;
COMMENT ON VIEW staffing_intake_house IS 'The civil servants that the intake lists for each house: in its own row, in the rows of its units, and in its heading, if that states a sum.';

CREATE VIEW staffing_intake_contradiction WITH (security_invoker = true) AS
-- A kind that was filled down one row too far. The name of a kind, or of a house, tells what kind the unit is; other names tell nothing.
SELECT i.row_number, found.field, CASE found.field WHEN 'kind' THEN p.kind_name ELSE n.plain END AS value,
       CASE found.field WHEN 'kind' THEN 'kind_differs_from_name' ELSE 'province_name_mismatch' END AS error,
       CASE found.field WHEN 'kind' THEN (SELECT k.name_vi FROM unit_kind k WHERE k.code = n.kind) ELSE p.house_name END AS expected
FROM staffing_intake i JOIN staffing_intake_total s ON s.place = i.place AND s.names_may_tell_otherwise
JOIN staffing_intake_telling n ON n.number = i.name JOIN staffing_intake_reading p ON p.place = i.place
-- Not as a condition of the join: names and places would be joined first, of which there are millions of pairs.
CROSS JOIN LATERAL (
    SELECT CASE WHEN p.house_kind <> n.house_kind THEN NULL
                WHEN p.kind <> n.kind AND (p.house = n.house) IS NOT FALSE THEN 'kind'
                WHEN p.kind = n.kind AND p.house <> n.house THEN 'unit' END AS field) found
WHERE found.field IS NOT NULL
UNION ALL
SELECT a.row_number, 'civil_servants', a.headcount, 'heading_sum_differs', format('%s: %s', h.house_name, coalesce(h.own, 0) + coalesce(h.others, 0))
FROM staffing_intake_aside a JOIN staffing_intake_house h ON h.house = a.heading_of
WHERE read_count(a.headcount) <> coalesce(h.own, 0) + coalesce(h.others, 0);
COMMENT ON VIEW staffing_intake_contradiction IS 'What contradicts itself, although each cell can be read: kinds that differ from what the names say, and provinces'' headings that state another sum than the province''s rows have. Columns as in staffing_intake_error.';

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
    PERFORM staffing_intake_add_up();
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

GRANT SELECT ON staffing_intake_house, staffing_intake_contradiction TO thidua_administrator;
GRANT EXECUTE ON FUNCTION staffing_doubt, staffing_intake_split TO thidua_administrator;
