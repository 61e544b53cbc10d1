-- What has been run in this database. `thidua db status` reads it; `db migrate` writes it in the transaction that runs the script.
CREATE TABLE migration (
    name        text        CONSTRAINT migration_is_run_once PRIMARY KEY,
    checksum    bytea       NOT NULL CONSTRAINT migration_checksum_is_sha256 CHECK (octet_length(checksum) = 32),
    applied_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_by  text        NOT NULL DEFAULT session_user
);
COMMENT ON TABLE  migration            IS 'The scripts of sql/ that have been run in this database.';
COMMENT ON COLUMN migration.name       IS 'A script''s file name without its extension; "objects" for all of sql/objects together.';
COMMENT ON COLUMN migration.checksum   IS 'SHA-256 of the script''s bytes, so that later edits are noticed.';
COMMENT ON COLUMN migration.applied_at IS 'When it was run.';
COMMENT ON COLUMN migration.applied_by IS 'The login that ran it.';
