-- Quotas as rows, so that nominations can refer to them and plain constraints can enforce them. Their size is calculated only in
-- `quota_derived`.

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
    -- What a slot refers to: the `allowed` of a nomination cannot differ from its quota's.
    CONSTRAINT quota_allowed_is_referable UNIQUE (holder, campaign, award, subject, stage, allowed)
);
CREATE INDEX quota_by_campaign ON quota (campaign);
COMMENT ON TABLE  quota          IS 'The number that may be proposed or endorsed (clause 1.2); "at most", never "exactly". Written by quota_apply() only.';
COMMENT ON COLUMN quota.holder   IS 'The house that holds it; * for the pool that all provinces share.';
COMMENT ON COLUMN quota.campaign IS 'The campaign.';
COMMENT ON COLUMN quota.award    IS 'The award.';
COMMENT ON COLUMN quota.subject  IS 'Collectives or individuals.';
COMMENT ON COLUMN quota.stage    IS 'Proposal or endorsement.';
COMMENT ON COLUMN quota.allowed  IS 'The maximum number.';
COMMENT ON COLUMN quota.rule     IS 'The rule that it is derived from.';
COMMENT ON COLUMN quota.measured IS 'The number of civil servants or area offices that it is calculated from; null for a fixed number.';
COMMENT ON COLUMN quota.unit     IS 'The holder if it is a unit; null for the pool.';
