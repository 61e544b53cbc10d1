-- The ids that clients give their changes. By its id, what became of a change for which no answer came is found out, and the same change is not made twice.

CREATE TABLE audit_request (
    login     text        COLLATE "C" NOT NULL DEFAULT session_user,
    id        text        COLLATE "C" NOT NULL CONSTRAINT request_id_is_plain CHECK (id ~ '^[0-9A-Za-z][0-9A-Za-z._-]{7,63}$'),
    content   bytea       NOT NULL CONSTRAINT request_content_is_sha256 CHECK (octet_length(content) = 32),
    command   text        COLLATE "C" NOT NULL CONSTRAINT request_names_a_command CHECK (command ~ '^[a-z][a-z -]{0,62}$'),
    stored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT request_is_stored_once PRIMARY KEY (login, id)
);
COMMENT ON TABLE  audit_request           IS 'The ids of changes that are stored, for thirty days. A row is part of the change''s own transaction.';
COMMENT ON COLUMN audit_request.login     IS 'Who made the change; ids are unique for each.';
COMMENT ON COLUMN audit_request.id        IS 'The id, chosen by the client.';
COMMENT ON COLUMN audit_request.content   IS 'SHA-256 of what was asked for, so that the same id is not taken for another change.';
COMMENT ON COLUMN audit_request.command   IS 'The command that made the change, for people.';
COMMENT ON COLUMN audit_request.stored_at IS 'When it was made.';
CREATE INDEX audit_request_of_before ON audit_request (login, stored_at);
