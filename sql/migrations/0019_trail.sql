-- The trail: a row for every change, written by the database, chained by hash. Each unit has a chain of its own, so that units do not queue
-- for one head; what belongs to no unit is in the chain *. Whoever bends a row, or takes one away, breaks the chain there. Whoever rewrites
-- a chain from there to its end breaks the seal that a report has printed since.

CREATE TABLE audit_head (
    chain   text    COLLATE "C" CONSTRAINT audit_head_is_the_only_one PRIMARY KEY,
    number  bigint  NOT NULL CONSTRAINT audit_head_counts_from_nothing CHECK (number >= 0),
    hash    bytea   NOT NULL CONSTRAINT audit_head_is_sha256 CHECK (octet_length(hash) = 32)
) WITH (fillfactor = 50);  -- rewritten with every change, and then within its page
COMMENT ON TABLE  audit_head        IS 'Where each chain of the trail ends. Who commits a change holds the row of its chain meanwhile.';
COMMENT ON COLUMN audit_head.chain  IS 'The unit; * for what belongs to none.';
COMMENT ON COLUMN audit_head.number IS 'The number of its last row; 0 while there is none.';
COMMENT ON COLUMN audit_head.hash   IS 'The hash of its last row; of nothing, while there is none.';

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
COMMENT ON TABLE  audit            IS 'The trail: who changed what, when, from which tool. Rows are added by audit_change() alone.';
COMMENT ON COLUMN audit.chain      IS 'The unit; * for what belongs to none.';
COMMENT ON COLUMN audit.number     IS 'Its number in the chain, from 1, without gaps.';
COMMENT ON COLUMN audit.at         IS 'When it was put on record, as it was committed, by the database''s clock.';
COMMENT ON COLUMN audit.done_at    IS 'When it was done: what was said in time is in time, also where it was committed late (T2).';
COMMENT ON COLUMN audit.login      IS 'Who: the login, whatever role it acts as.';
COMMENT ON COLUMN audit.tool       IS 'From which tool and version, by its own account: the connection''s application_name.';
COMMENT ON COLUMN audit.relation   IS 'The table changed.';
COMMENT ON COLUMN audit.nomination IS 'The nomination that it is about, if any.';
COMMENT ON COLUMN audit.before     IS 'The row before, without what is personal; null where it is new.';
COMMENT ON COLUMN audit.after      IS 'The row after, without what is personal; null where it was deleted.';
COMMENT ON COLUMN audit.personal   IS 'SHA-256 of what is personal in it: see audit_personal. Null where nothing is.';
COMMENT ON COLUMN audit.previous   IS 'The hash of the row before it in the chain; of nothing, for the first.';
COMMENT ON COLUMN audit.hash       IS 'SHA-256 of all of this: see audit_hash().';

-- Apart, so that the trail can be read and checked by those to whom the nominee would not be shown.
CREATE TABLE audit_personal (
    chain   text    COLLATE "C" NOT NULL,
    number  bigint  NOT NULL,
    before  jsonb,
    after   jsonb,
    salt    uuid    NOT NULL,
    CONSTRAINT audit_personal_is_part_of_a_row PRIMARY KEY (chain, number)
);
COMMENT ON TABLE  audit_personal        IS 'What is personal in the rows of the trail. Shown to whom the row itself is shown.';
COMMENT ON COLUMN audit_personal.chain  IS 'The chain.';
COMMENT ON COLUMN audit_personal.number IS 'The row''s number in it.';
COMMENT ON COLUMN audit_personal.before IS 'Before the change; null where the row is new.';
COMMENT ON COLUMN audit_personal.after  IS 'After it; null where the row was deleted.';
COMMENT ON COLUMN audit_personal.salt   IS 'Drawn at random, so that whoever sees the hash alone cannot find the values by trying.';

CREATE FUNCTION audit_heads_hash(heads jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN encode(sha256(convert_to(heads::text, 'UTF8')), 'hex');
COMMENT ON FUNCTION audit_heads_hash IS 'One hash over the heads of all chains.';

CREATE TABLE seal (
    number  bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT seal_number_is_unique PRIMARY KEY,
    heads   jsonb  NOT NULL,
    hash    text   COLLATE "C" GENERATED ALWAYS AS (audit_heads_hash(heads)) STORED
);
COMMENT ON TABLE  seal        IS 'The heads of all chains, put on record; being in the trail itself, they hold it together.';
COMMENT ON COLUMN seal.number IS 'Its number.';
COMMENT ON COLUMN seal.heads  IS 'Where each chain ended: {chain: [number, hash]}.';
COMMENT ON COLUMN seal.hash   IS 'One hash over them, to be printed where the database cannot reach it.';

CREATE TABLE catalogue (
    number       bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT catalogue_number_is_unique PRIMARY KEY,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    objects      jsonb  NOT NULL
);
COMMENT ON TABLE  catalogue             IS 'What each run of the migrations left behind. The latest row holds; being in the trail, it cannot be altered unseen.';
COMMENT ON COLUMN catalogue.number      IS 'Its number.';
COMMENT ON COLUMN catalogue.recorded_at IS 'When it was put on record.';
COMMENT ON COLUMN catalogue.objects     IS 'As catalogue_now had it: {object: digest}.';
