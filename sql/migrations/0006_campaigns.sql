-- A campaign with its rules as rows. The numbers of each campaign are in sql/campaigns, with their clauses.

CREATE TABLE award (
    code     text       COLLATE "C" CONSTRAINT award_is_listed_once PRIMARY KEY,
    rank     integer    NOT NULL CONSTRAINT award_rank_is_unique UNIQUE,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL
);
COMMENT ON TABLE  award         IS 'Forms of commendation (docs/develop/rules.md, Words).';
COMMENT ON COLUMN award.code    IS 'The award''s code in data and JSON.';
COMMENT ON COLUMN award.rank    IS 'Its order, the highest form first.';
COMMENT ON COLUMN award.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN award.name_en IS 'English name.';
INSERT INTO award (code, rank, name_vi, name_en) VALUES
    ('minister_certificate', 1, 'Bằng khen của Bộ trưởng', 'Minister''s certificate'),
    ('director_certificate', 2, 'Giấy khen của Cục trưởng', 'Director''s certificate');

CREATE TABLE award_alias (
    alias  text COLLATE "C" CONSTRAINT award_alias_means_one_award PRIMARY KEY CONSTRAINT award_alias_is_folded CHECK (alias = fold(alias)),
    award  text COLLATE "C" NOT NULL CONSTRAINT award_alias_names_an_award REFERENCES award
);
COMMENT ON TABLE  award_alias       IS 'What people call an award, besides its name: the circular''s own words, and shorter ones that mean only one of them.';
COMMENT ON COLUMN award_alias.alias IS 'The words as fold() returns them.';
COMMENT ON COLUMN award_alias.award IS 'The award that they mean.';
INSERT INTO award_alias (alias, award)
SELECT DISTINCT fold(words), award
FROM (VALUES
    ('minister_certificate', ARRAY['Bằng khen của Bộ trưởng Bộ Tư pháp', 'Bằng khen Bộ trưởng Bộ Tư pháp', 'Bằng khen của Bộ Tư pháp', 'Bằng khen Bộ Tư pháp',
                                   'Bằng khen Bộ trưởng', 'Bằng khen cấp Bộ', 'Bằng khen', 'BK Bộ trưởng', 'BKBT', 'BK']),
    ('director_certificate', ARRAY['Giấy khen của Cục trưởng Cục Quản lý Thi hành án dân sự', 'Giấy khen của Cục trưởng Cục Quản lý THADS',
                                   'Giấy khen Cục trưởng Cục Quản lý Thi hành án dân sự', 'Giấy khen của Cục Quản lý Thi hành án dân sự',
                                   'Giấy khen của Cục Quản lý THADS', 'Giấy khen Cục trưởng', 'Giấy khen cấp Cục', 'Giấy khen', 'GK Cục trưởng', 'GKCT', 'GK'])
) AS given (award, names) CROSS JOIN unnest(names) AS words;

CREATE TABLE subject (
    code     text       COLLATE "C" CONSTRAINT subject_is_listed_once PRIMARY KEY,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL
);
COMMENT ON TABLE  subject         IS 'Who may be nominated: a collective or an individual.';
COMMENT ON COLUMN subject.code    IS 'The subject''s code in data and JSON.';
COMMENT ON COLUMN subject.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN subject.name_en IS 'English name.';
INSERT INTO subject (code, name_vi, name_en) VALUES
    ('collective', 'Tập thể', 'Collective'),
    ('individual', 'Cá nhân', 'Individual');

CREATE TABLE stage (
    code     text       COLLATE "C" CONSTRAINT stage_is_listed_once PRIMARY KEY,
    rank     integer    NOT NULL CONSTRAINT stage_rank_is_unique UNIQUE,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL
);
COMMENT ON TABLE  stage         IS 'When a quota applies: when a unit proposes, or when the Department endorses, for the Minister or the Director.';
COMMENT ON COLUMN stage.code    IS 'The stage''s code in data and JSON.';
COMMENT ON COLUMN stage.rank    IS 'Its order in time.';
COMMENT ON COLUMN stage.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN stage.name_en IS 'English name.';
INSERT INTO stage (code, rank, name_vi, name_en) VALUES
    ('proposal',    1, 'Đề nghị', 'Proposal'),
    ('endorsement', 2, 'Trình Bộ trưởng', 'Endorsement');

CREATE TABLE campaign (
    code             code        CONSTRAINT campaign_code_is_unique PRIMARY KEY,
    title            plain_text  NOT NULL,
    plan_date        calendar_day NOT NULL,
    circular_number  plain_text,
    circular_date    calendar_day,
    deadline         instant NOT NULL,
    pool             text        COLLATE "C" NOT NULL DEFAULT 'all_provinces'
                     CONSTRAINT campaign_pool_is_shared_or_per_province CHECK (pool IN ('all_provinces', 'each_province')),
    created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Makes the deadline part of a key: moving it waits for the nominations under way, and they see the change, at any isolation level.
    CONSTRAINT campaign_deadline_is_referable UNIQUE (code, deadline)
);
-- A report's files are named after it, with a hyphen for each slash.
CREATE UNIQUE INDEX campaign_code_names_its_files ON campaign (replace(code, '/', '-'));
COMMENT ON TABLE  campaign                 IS 'One emulation drive, with its own rules and deadline.';
COMMENT ON COLUMN campaign.code            IS 'The number of the plan that started it.';
COMMENT ON COLUMN campaign.title           IS 'Its title, in Vietnamese.';
COMMENT ON COLUMN campaign.plan_date       IS 'The plan''s date.';
COMMENT ON COLUMN campaign.circular_number IS 'The circular''s number; null until it is known.';
COMMENT ON COLUMN campaign.circular_date   IS 'The circular''s date; null until it is known.';
COMMENT ON COLUMN campaign.deadline        IS 'Nominations are accepted strictly before this instant (clause 3).';
COMMENT ON COLUMN campaign.pool            IS 'Whether all provinces share the pooled quotas of clause 1.2.1.b at endorsement, or each province has its own.';
COMMENT ON COLUMN campaign.created_at      IS 'When it was entered.';

-- At the deadline a campaign is closed, by an act of its own: what is committed by then counts. A deadline that is moved is closed anew.
CREATE TABLE campaign_closing (
    campaign   code        NOT NULL CONSTRAINT campaign_closing_is_of_a_campaign REFERENCES campaign,
    deadline   instant     NOT NULL,
    closed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    closed_by  text        NOT NULL DEFAULT session_user,
    CONSTRAINT campaign_is_closed_once PRIMARY KEY (campaign, deadline),
    CONSTRAINT campaign_is_closed_after_its_deadline CHECK (closed_at >= deadline)
);
COMMENT ON TABLE  campaign_closing           IS 'When a campaign was closed: no transaction that began in time is open any more.';
COMMENT ON COLUMN campaign_closing.campaign  IS 'The campaign.';
COMMENT ON COLUMN campaign_closing.deadline  IS 'The deadline that had passed.';
COMMENT ON COLUMN campaign_closing.closed_at IS 'When it was closed.';
COMMENT ON COLUMN campaign_closing.closed_by IS 'The login that closed it, or that was the first to do what comes after the deadline.';

CREATE TABLE quota_rule (
    campaign     code       NOT NULL CONSTRAINT quota_rule_is_of_a_campaign REFERENCES campaign,
    rule         code       NOT NULL,
    clause       plain_text NOT NULL,
    award        text       COLLATE "C" NOT NULL CONSTRAINT quota_rule_award_is_known REFERENCES award,
    subject      text       COLLATE "C" NOT NULL CONSTRAINT quota_rule_subject_is_known REFERENCES subject,
    holder_kind  text       COLLATE "C" NOT NULL CONSTRAINT quota_rule_holder_kind_is_known REFERENCES unit_kind
                 CONSTRAINT quota_rule_holder_is_a_house CHECK (holder_kind IN ('headquarters', 'province')),
    measure      text       COLLATE "C" NOT NULL DEFAULT 'none'
                 CONSTRAINT quota_rule_measure_is_known CHECK (measure IN ('none', 'civil_servants', 'area_offices')),
    pooled       boolean    NOT NULL DEFAULT false
                 CONSTRAINT quota_rule_pool_is_of_fixed_size CHECK (NOT pooled OR measure = 'none'),
    CONSTRAINT quota_rule_is_stated_once PRIMARY KEY (campaign, rule),
    CONSTRAINT quota_rule_is_the_only_one_for_its_holder UNIQUE (campaign, award, subject, holder_kind),
    CONSTRAINT quota_rule_pool_is_referable UNIQUE (campaign, rule, pooled)
);
COMMENT ON TABLE  quota_rule             IS 'The quotas that a campaign grants, to whom, and how they are measured (clause 1.2).';
COMMENT ON COLUMN quota_rule.campaign    IS 'The campaign.';
COMMENT ON COLUMN quota_rule.rule        IS 'The rule''s id in docs/develop/rules.md.';
COMMENT ON COLUMN quota_rule.clause      IS 'The circular''s clause.';
COMMENT ON COLUMN quota_rule.award       IS 'The award to which it applies.';
COMMENT ON COLUMN quota_rule.subject     IS 'Whether it applies to collectives or individuals.';
COMMENT ON COLUMN quota_rule.holder_kind IS 'Who holds it: the headquarters, or each province.';
COMMENT ON COLUMN quota_rule.measure     IS 'What its size is calculated from; none for a fixed number.';
COMMENT ON COLUMN quota_rule.pooled      IS 'Whether it also limits what the Department endorses, of all provinces'' proposals or of each province''s (campaign.pool): see docs/develop/rules.md, The pool.';

CREATE TABLE quota_bracket (
    campaign  code      NOT NULL,
    rule      code      NOT NULL,
    bracket   int4range NOT NULL DEFAULT '[0,)' CONSTRAINT quota_bracket_is_not_empty CHECK (NOT isempty(bracket)),
    allowed   integer   NOT NULL CONSTRAINT quota_bracket_allows_none_or_more CHECK (allowed >= 0),
    CONSTRAINT quota_bracket_is_of_a_rule FOREIGN KEY (campaign, rule) REFERENCES quota_rule,
    CONSTRAINT quota_brackets_do_not_overlap EXCLUDE USING gist (campaign WITH =, rule WITH =, bracket WITH &&)
);
COMMENT ON TABLE  quota_bracket          IS 'The number that a rule allows for each range of what it measures.';
COMMENT ON COLUMN quota_bracket.campaign IS 'The campaign.';
COMMENT ON COLUMN quota_bracket.rule     IS 'The rule.';
COMMENT ON COLUMN quota_bracket.bracket  IS 'The range of civil servants or area offices; unbounded if nothing is measured.';
COMMENT ON COLUMN quota_bracket.allowed  IS 'The maximum number.';
