-- Brackets cannot overlap; a gap between them would leave a province without its quota.
SELECT format('the brackets of rule %s of %s leave a gap', r.rule, r.campaign) AS fault
FROM quota_rule r
WHERE (SELECT range_agg(b.bracket) FROM quota_bracket b WHERE (b.campaign, b.rule) = (r.campaign, r.rule))
    IS DISTINCT FROM '{[0,)}'::int4multirange;
