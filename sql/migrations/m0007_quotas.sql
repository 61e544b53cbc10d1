-- Quotas. `quota_derived` is the only place where a quota's size is worked out; `quota` keeps the result as rows, so that
-- nominations can refer to it and plain constraints can hold them to it.

CREATE TABLE quota (
    holder    text    COLLATE "C" NOT NULL,
    campaign  code    NOT NULL,
    award     text    COLLATE "C" NOT NULL CONSTRAINT quota_award_is_known REFERENCES award,
    subject   text    COLLATE "C" NOT NULL CONSTRAINT quota_subject_is_known REFERENCES subject,
    stage     text    COLLATE "C" NOT NULL CONSTRAINT quota_stage_is_known REFERENCES stage,
    allowed   integer NOT NULL CONSTRAINT quota_allows_none_or_more CHECK (allowed >= 0),
    rule      code    NOT NULL,
    measured  integer,
    unit      code    GENERATED ALWAYS AS (nullif(holder, '*')) STORED CONSTRAINT quota_holder_is_known REFERENCES unit,
    CONSTRAINT quota_is_stated_once PRIMARY KEY (holder, campaign, award, subject, stage),
    CONSTRAINT quota_is_of_a_rule FOREIGN KEY (campaign, rule) REFERENCES quota_rule,
    -- What a slot refers to: a nomination cannot believe in another `allowed` than its quota's.
    CONSTRAINT quota_allowed_is_referable UNIQUE (holder, campaign, award, subject, stage, allowed)
);
COMMENT ON TABLE  quota          IS 'How many may be proposed or endorsed (clause 1.2); "at most", never "exactly". Written by quota_apply() only.';
COMMENT ON COLUMN quota.holder   IS 'The house that holds it; * for the pool that all provinces share.';
COMMENT ON COLUMN quota.campaign IS 'The campaign.';
COMMENT ON COLUMN quota.award    IS 'The award.';
COMMENT ON COLUMN quota.subject  IS 'Collectives or individuals.';
COMMENT ON COLUMN quota.stage    IS 'Proposal or endorsement.';
COMMENT ON COLUMN quota.allowed  IS 'At most so many.';
COMMENT ON COLUMN quota.rule     IS 'The rule that it follows from.';
COMMENT ON COLUMN quota.measured IS 'The civil servants or area offices that it follows from; null for a fixed number.';
COMMENT ON COLUMN quota.unit     IS 'The holder, where it is a unit; null for the pool.';

CREATE VIEW quota_derived WITH (security_invoker = true) AS
WITH house_quota AS (
    SELECT h.code AS holder, r.campaign, r.award, r.subject, r.rule, r.pooled, b.allowed, m.measured
    FROM quota_rule r
    JOIN unit h ON h.kind = r.holder_kind
    LEFT JOIN house_staff s ON s.house = h.code
    CROSS JOIN LATERAL (
        SELECT CASE r.measure WHEN 'civil_servants' THEN s.civil_servants
                              WHEN 'area_offices' THEN s.area_offices END AS measured) m
    JOIN quota_bracket b USING (campaign, rule)
    -- Without staffing data nothing is measured, and no bracket holds it: there is no quota then, never a default.
    WHERE b.bracket @> CASE r.measure WHEN 'none' THEN 0 ELSE m.measured END
)
SELECT holder, campaign, award, subject, 'proposal' AS stage, allowed, rule, measured
FROM house_quota
UNION ALL
SELECT DISTINCT CASE c.pool WHEN 'all_provinces' THEN '*' ELSE q.holder END,
       q.campaign, q.award, q.subject, 'endorsement', q.allowed, q.rule, q.measured
FROM house_quota q
JOIN campaign c ON c.code = q.campaign
WHERE q.pooled;
COMMENT ON VIEW quota_derived IS 'Every quota as the rules and the staffing tables in force give it now.';

CREATE VIEW quota_pending WITH (security_invoker = true) AS
SELECT holder, campaign, award, subject, stage,
       q.allowed AS allowed_before, d.allowed AS allowed_after, d.rule, d.measured
FROM quota q
FULL JOIN quota_derived d USING (holder, campaign, award, subject, stage)
JOIN campaign c ON c.code = campaign
WHERE (q.allowed, q.rule, q.measured) IS DISTINCT FROM (d.allowed, d.rule, d.measured)
  -- A campaign that has closed keeps its quotas as they were; what it never had may still be worked out.
  AND (clock_timestamp() < c.deadline OR q.holder IS NULL);
COMMENT ON VIEW quota_pending IS 'Where `quota` and `quota_derived` differ: null before for a new quota, null after for one that no longer exists.';
