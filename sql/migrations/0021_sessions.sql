-- Sessions that were ended, and by whom.

CREATE TABLE session_end (
    number    bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT session_end_number_is_unique PRIMARY KEY,
    login     text        COLLATE "C" NOT NULL,
    unit      code,
    sessions  integer     NOT NULL CONSTRAINT session_end_ended_some CHECK (sessions > 0),
    held      text        COLLATE "C" CONSTRAINT session_end_names_a_table CHECK (held ~ '^[a-z_]{1,63}$'),
    since     timestamptz,
    ended_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_by  text        NOT NULL DEFAULT session_user
);
COMMENT ON TABLE  session_end          IS 'Sessions that somebody else ended: on removal, for a new password, or because they held others up.';
COMMENT ON COLUMN session_end.number   IS 'Its number.';
COMMENT ON COLUMN session_end.login    IS 'Whose sessions they were.';
COMMENT ON COLUMN session_end.unit     IS 'The unit of that login; null if it is tied to none.';
COMMENT ON COLUMN session_end.sessions IS 'How many were ended.';
COMMENT ON COLUMN session_end.held     IS 'The table in which it held what another session waited for; null if it was not ended for that.';
COMMENT ON COLUMN session_end.since    IS 'Since when its transaction had been open; null if it was not ended for that.';
COMMENT ON COLUMN session_end.ended_at IS 'When they were ended.';
COMMENT ON COLUMN session_end.ended_by IS 'The login that ended them.';
