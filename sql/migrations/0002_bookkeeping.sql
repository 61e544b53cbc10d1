-- What has been run here: what `thidua db status` reads, and `db migrate` writes in the transaction in which it was run.
CREATE TABLE migration (
    name        text        CONSTRAINT migration_is_run_once PRIMARY KEY,
    checksum    bytea       NOT NULL CONSTRAINT migration_checksum_is_sha256 CHECK (octet_length(checksum) = 32),
    applied_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_by  text        NOT NULL DEFAULT session_user
);
COMMENT ON TABLE  migration            IS 'What of sql/ has been run in this database.';
COMMENT ON COLUMN migration.name       IS 'A script''s file name without its ending; "objects" for all of sql/objects together.';
COMMENT ON COLUMN migration.checksum   IS 'SHA-256 of its bytes, so that what was edited is noticed.';
COMMENT ON COLUMN migration.applied_at IS 'When its transaction ran it.';
COMMENT ON COLUMN migration.applied_by IS 'The login that ran it.';
