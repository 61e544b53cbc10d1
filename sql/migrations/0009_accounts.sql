CREATE TABLE access_role (
    code     text       COLLATE "C" CONSTRAINT access_role_is_listed_once PRIMARY KEY,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL,
    sessions integer    NOT NULL CONSTRAINT access_role_may_connect CHECK (sessions > 0),
    spill    integer    CONSTRAINT access_role_may_sort CHECK (spill > 0),
    insists  integer    CONSTRAINT access_role_insists_for_a_time CHECK (insists BETWEEN 1 AND 60)
);
COMMENT ON TABLE  access_role         IS 'The roles that a login may have; on the server, the roles thidua_….';
COMMENT ON COLUMN access_role.code    IS 'The role''s code in data and JSON; the server''s role is named thidua_ followed by this code.';
COMMENT ON COLUMN access_role.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN access_role.name_en IS 'English name.';
COMMENT ON COLUMN access_role.sessions IS 'How many sessions each of its logins may have at a time, so that one login cannot take the server''s last connection: more for those that are programs.';
COMMENT ON COLUMN access_role.spill   IS 'How many MB of temporary files each of its sessions may write (temp_file_limit); null for no limit.';
COMMENT ON COLUMN access_role.insists IS 'After how many seconds one of its sessions gives way if it waits for another one that waits for it (deadlock_timeout); null for the server''s own, one second. By then, others have given way, or were ended.';
INSERT INTO access_role (code, name_vi, name_en, sessions, spill, insists) VALUES
    ('administrator', 'Quản trị viên',      'Administrator', 5, NULL, 20),
    ('clerk',         'Cán bộ nhập liệu',   'Clerk', 5, 256, NULL),
    ('council',       'Thành viên Hội đồng', 'Council', 5, 256, NULL),
    ('reporter',      'Lập báo cáo',        'Reporter', 20, NULL, 20),
    ('auditor',       'Kiểm tra nhật ký',   'Auditor', 5, 1024, NULL),
    ('backup',        'Sao lưu',            'Backup', 20, NULL, NULL);

CREATE TABLE account (
    login       text        COLLATE "C" CONSTRAINT account_login_is_never_reused PRIMARY KEY
                CONSTRAINT account_login_is_plain CHECK (login ~ '^[a-z][a-z0-9_.-]{1,62}$' AND login !~ '^(pg|thidua)_|^(public|none)$'),
    role        text        COLLATE "C" NOT NULL CONSTRAINT account_role_is_known REFERENCES access_role,
    unit        code,
    house       code,
    added_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    added_by    text        NOT NULL DEFAULT session_user,
    password_set_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    password_set_by  text        NOT NULL DEFAULT session_user,
    closed_at   timestamptz,
    closed_by   text,
    removed_at  timestamptz,
    removed_by  text,
    CONSTRAINT account_of_a_clerk_has_a_unit CHECK ((role = 'clerk') = (unit IS NOT NULL)),
    CONSTRAINT account_house_is_its_units CHECK ((unit IS NULL) = (house IS NULL)),
    CONSTRAINT account_unit_sends_dossiers FOREIGN KEY (unit, house) REFERENCES unit (code, proposes_under),
    CONSTRAINT account_closing_says_who CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT account_removal_says_who CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
COMMENT ON TABLE  account                 IS 'The logins: one for each person. No login can write to this table; user_add() and user_remove() do.';
COMMENT ON COLUMN account.login           IS 'The login''s name. It appears in the trail, and is never reused.';
COMMENT ON COLUMN account.role            IS 'Its role.';
COMMENT ON COLUMN account.unit            IS 'The unit whose clerk it is; null for a login that is not tied to a unit.';
COMMENT ON COLUMN account.house           IS 'The house whose quotas that unit draws on.';
COMMENT ON COLUMN account.added_at        IS 'When it was created.';
COMMENT ON COLUMN account.added_by        IS 'The login that created it.';
COMMENT ON COLUMN account.password_set_at IS 'When its password was last set.';
COMMENT ON COLUMN account.password_set_by IS 'The login that set it: a user who sets another user''s password could act under that name.';
COMMENT ON COLUMN account.closed_at       IS 'Since when it lets nobody in, until it gets a new password or is removed; null if it does.';
COMMENT ON COLUMN account.closed_by       IS 'The login that closed it.';
COMMENT ON COLUMN account.removed_at      IS 'When it was removed; null while it is in use.';
COMMENT ON COLUMN account.removed_by      IS 'The login that removed it.';
