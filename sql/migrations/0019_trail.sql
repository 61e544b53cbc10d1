-- The trail: a row for every change, written by the database, chained by hash. Each unit has its own chain, so that units do not queue
-- for one head; changes that belong to no unit are in the chain *. Altering or removing a row breaks the chain there. Rewriting the chain from
-- there to its end breaks the seal that a report has printed since.

CREATE TABLE audit_head (
    chain   text    COLLATE "C" CONSTRAINT audit_head_is_the_only_one PRIMARY KEY,
    number  bigint  NOT NULL CONSTRAINT audit_head_counts_from_nothing CHECK (number >= 0),
    hash    bytea   NOT NULL CONSTRAINT audit_head_is_sha256 CHECK (octet_length(hash) = 32)
) WITH (fillfactor = 50);  -- updated with every change: free space keeps that within its page
COMMENT ON TABLE  audit_head        IS 'Where each chain of the trail ends. Committing a change locks the row of its chain.';
COMMENT ON COLUMN audit_head.chain  IS 'The unit; * for changes that belong to none.';
COMMENT ON COLUMN audit_head.number IS 'The number of its last row; 0 while there is none.';
COMMENT ON COLUMN audit_head.hash   IS 'The hash of its last row, or of the empty string while there is none.';

CREATE TABLE audit (
    chain       text        COLLATE "C" NOT NULL,
    number      bigint      NOT NULL,
    at          timestamptz NOT NULL,
    done_at     timestamptz NOT NULL,
    login       text        NOT NULL,
    tool        text        NOT NULL,
    relation    text        COLLATE "C" NOT NULL,
    nomination  bigint,
    before      jsonb,
    after       jsonb,
    personal    bytea,
    previous    bytea       NOT NULL,
    hash        bytea       NOT NULL,
    CONSTRAINT audit_is_numbered_by_chain PRIMARY KEY (chain, number)
);
CREATE INDEX audit_by_nomination ON audit (nomination, chain) WHERE nomination IS NOT NULL;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_deed ON audit (done_at);
-- Few rows: the trail has totals instead of the units that a staffing table enters, and audit_gap() compares these separately.
CREATE INDEX audit_of_staffing ON audit (relation, chain, number)
    WHERE relation IN ('unit', 'staffing_row', 'staffing_house', 'staffing_current');
COMMENT ON TABLE  audit            IS 'The trail: who changed what, when, and with which tool. Only audit_change() adds rows.';
COMMENT ON COLUMN audit.chain      IS 'The unit; * for changes that belong to none.';
COMMENT ON COLUMN audit.number     IS 'Its number in the chain, from 1, without gaps.';
COMMENT ON COLUMN audit.at         IS 'When it was recorded, at commit, by the database''s clock.';
COMMENT ON COLUMN audit.done_at    IS 'When the change was made; at is when it was committed.';
COMMENT ON COLUMN audit.login      IS 'The login that made the change, whatever role it was acting as.';
COMMENT ON COLUMN audit.tool       IS 'The tool and its version, as it identifies itself: the connection''s application_name.';
COMMENT ON COLUMN audit.relation   IS 'The table that was changed.';
COMMENT ON COLUMN audit.nomination IS 'The nomination that the change is about, if any.';
COMMENT ON COLUMN audit.before     IS 'The row before the change, without personal data; null if it was inserted.';
COMMENT ON COLUMN audit.after      IS 'The row after the change, without personal data; null if it was deleted.';
COMMENT ON COLUMN audit.personal   IS 'SHA-256 of the personal data in it: see audit_personal. Null if there is none.';
COMMENT ON COLUMN audit.previous   IS 'The hash of the previous row in the chain, or of the empty string for the first.';
COMMENT ON COLUMN audit.hash       IS 'SHA-256 of all the other columns: see audit_hash().';

-- A separate table, so that logins that may not see the nominee can still read and check the trail.
CREATE TABLE audit_personal (
    chain   text    COLLATE "C" NOT NULL,
    number  bigint  NOT NULL,
    before  jsonb,
    after   jsonb,
    salt    uuid    NOT NULL,
    CONSTRAINT audit_personal_is_part_of_a_row PRIMARY KEY (chain, number)
);
COMMENT ON TABLE  audit_personal        IS 'The personal data in the rows of the trail. Visible to those who may see the changed row itself.';
COMMENT ON COLUMN audit_personal.chain  IS 'The chain.';
COMMENT ON COLUMN audit_personal.number IS 'The row''s number in it.';
COMMENT ON COLUMN audit_personal.before IS 'Before the change; null if the row was inserted.';
COMMENT ON COLUMN audit_personal.after  IS 'After the change; null if the row was deleted.';
COMMENT ON COLUMN audit_personal.salt   IS 'A random value, so that someone who sees only the hash cannot find the data by trial.';

CREATE FUNCTION audit_heads_hash(heads jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN encode(sha256(convert_to(heads::text, 'UTF8')), 'hex');
COMMENT ON FUNCTION audit_heads_hash IS 'One hash over the heads of all chains.';

CREATE TABLE seal (
    number  bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT seal_number_is_unique PRIMARY KEY,
    heads   jsonb  NOT NULL,
    hash    text   COLLATE "C" GENERATED ALWAYS AS (audit_heads_hash(heads)) STORED
);
COMMENT ON TABLE  seal        IS 'The heads of all chains, recorded at one time. As this table is itself in the trail, it links the chains to each other.';
COMMENT ON COLUMN seal.number IS 'Its number.';
COMMENT ON COLUMN seal.heads  IS 'Where each chain ended: {chain: [number, hash]}.';
COMMENT ON COLUMN seal.hash   IS 'One hash over them, to be printed where the database cannot reach it.';

CREATE TABLE catalogue (
    number       bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT catalogue_number_is_unique PRIMARY KEY,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    objects      jsonb  NOT NULL
);
COMMENT ON TABLE  catalogue             IS 'The catalogue as each run of the migrations left it. The latest row counts; as it is in the trail, it cannot be altered undetected.';
COMMENT ON COLUMN catalogue.number      IS 'Its number.';
COMMENT ON COLUMN catalogue.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN catalogue.objects     IS 'The content of catalogue_now at that time: {object: digest}.';

CREATE TABLE seed (
    number    bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT seed_number_is_unique PRIMARY KEY,
    relation  text   COLLATE "C" NOT NULL,
    added     jsonb  NOT NULL,
    removed   jsonb  NOT NULL
);
COMMENT ON TABLE  seed          IS 'What the migrations did to rows without the trail: before it existed, or by redefining a table. As this table is in the trail, a row that is added to it by hand is seen there.';
COMMENT ON COLUMN seed.number   IS 'Its number.';
COMMENT ON COLUMN seed.relation IS 'The table.';
COMMENT ON COLUMN seed.added    IS 'The rows that the migrations left behind, as the trail would have recorded them: [row].';
COMMENT ON COLUMN seed.removed  IS 'The rows that these replaced, as the trail had recorded them: [row].';
