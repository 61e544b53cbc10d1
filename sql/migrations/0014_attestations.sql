-- Attestations, with evidence, that a nominee meets what the campaign requires (clause 1.1).

CREATE TABLE attestation (
    unit         code        NOT NULL,
    nomination   bigint      NOT NULL,
    campaign     code        NOT NULL,
    criterion    text        COLLATE "C" NOT NULL,
    evidence     prose       NOT NULL,
    attested_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT attestation_is_given_once PRIMARY KEY (unit, nomination, criterion),
    CONSTRAINT attestation_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT attestation_is_of_a_criterion FOREIGN KEY (campaign, criterion) REFERENCES criterion
);
COMMENT ON TABLE  attestation             IS 'Attestations that a nominee meets a criterion (N3).';
COMMENT ON COLUMN attestation.unit        IS 'The unit that proposes.';
COMMENT ON COLUMN attestation.nomination  IS 'The nomination.';
COMMENT ON COLUMN attestation.campaign    IS 'Its campaign.';
COMMENT ON COLUMN attestation.criterion   IS 'The criterion.';
COMMENT ON COLUMN attestation.evidence    IS 'The evidence for it.';
COMMENT ON COLUMN attestation.attested_at IS 'When it was attested.';

CREATE TABLE completion (
    unit           code        NOT NULL,
    nomination     bigint      NOT NULL,
    campaign       code        NOT NULL,
    directive      code        NOT NULL,
    completed_on   calendar_day NOT NULL,
    is_of_quality  boolean     NOT NULL,
    evidence       prose       NOT NULL,
    attested_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT completion_is_stated_once PRIMARY KEY (unit, nomination, directive),
    CONSTRAINT completion_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT completion_is_of_a_directive FOREIGN KEY (campaign, directive) REFERENCES directive,
    CONSTRAINT completion_has_happened CHECK (completed_on <= (attested_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
);
COMMENT ON TABLE  completion               IS 'When a nominee completed a directive (N4).';
COMMENT ON COLUMN completion.unit          IS 'The unit that proposes.';
COMMENT ON COLUMN completion.nomination    IS 'The nomination.';
COMMENT ON COLUMN completion.campaign      IS 'Its campaign.';
COMMENT ON COLUMN completion.directive     IS 'The directive.';
COMMENT ON COLUMN completion.completed_on  IS 'The day on which the nominee finished.';
COMMENT ON COLUMN completion.is_of_quality IS 'Whether the quality of the data is assured.';
COMMENT ON COLUMN completion.evidence      IS 'The evidence for it.';
COMMENT ON COLUMN completion.attested_at   IS 'When it was attested.';

CREATE TABLE conduct (
    unit         code        NOT NULL,
    nomination   bigint      NOT NULL,
    campaign     code        NOT NULL,
    bar          text        COLLATE "C" NOT NULL,
    applies      boolean     NOT NULL,
    evidence     prose       NOT NULL,
    attested_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT conduct_is_stated_once PRIMARY KEY (unit, nomination, bar),
    CONSTRAINT conduct_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT conduct_is_about_a_bar FOREIGN KEY (campaign, bar) REFERENCES bar
);
COMMENT ON TABLE  conduct             IS 'Whether a fact that would bar a nominee applies (N5).';
COMMENT ON COLUMN conduct.unit        IS 'The unit that proposes.';
COMMENT ON COLUMN conduct.nomination  IS 'The nomination.';
COMMENT ON COLUMN conduct.campaign    IS 'Its campaign.';
COMMENT ON COLUMN conduct.bar         IS 'The fact.';
COMMENT ON COLUMN conduct.applies     IS 'Whether it applies.';
COMMENT ON COLUMN conduct.evidence    IS 'The evidence for it.';
COMMENT ON COLUMN conduct.attested_at IS 'When it was attested.';
