-- Which scripts have been run here: what `thidua db status` reads, and `db migrate` writes in the transaction of the scripts themselves.
CREATE TABLE migration (
    name        text        CONSTRAINT migration_is_run_once PRIMARY KEY,
    checksum    bytea       NOT NULL CONSTRAINT migration_checksum_is_sha256 CHECK (octet_length(checksum) = 32),
    applied_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_by  text        NOT NULL DEFAULT session_user
);
COMMENT ON TABLE  migration            IS 'Scripts of sql/migrations and sql/campaigns that have been run in this database.';
COMMENT ON COLUMN migration.name       IS 'File name without its ending; scripts run in the order of their names.';
COMMENT ON COLUMN migration.checksum   IS 'SHA-256 of the script''s bytes, so that an edited migration is noticed.';
COMMENT ON COLUMN migration.applied_at IS 'When its transaction ran it.';
COMMENT ON COLUMN migration.applied_by IS 'The login that ran it.';
