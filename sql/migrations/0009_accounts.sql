CREATE TABLE access_role (
    code     text       COLLATE "C" CONSTRAINT access_role_is_listed_once PRIMARY KEY,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL
);
COMMENT ON TABLE  access_role         IS 'What a login may be: the roles thidua_… of the server.';
COMMENT ON COLUMN access_role.code    IS 'The role''s code in data and JSON; the server''s role is thidua_ and this.';
COMMENT ON COLUMN access_role.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN access_role.name_en IS 'English name.';
INSERT INTO access_role (code, name_vi, name_en) VALUES
    ('administrator', 'Quản trị của Cục',   'Administrator'),
    ('clerk',         'Cán bộ của đơn vị',  'Clerk'),
    ('council',       'Thành viên Hội đồng', 'Council'),
    ('reporter',      'Báo cáo',            'Reporter'),
    ('auditor',       'Kiểm tra nhật ký',   'Auditor'),
    ('backup',        'Sao lưu',            'Backup');

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
    removed_at  timestamptz,
    removed_by  text,
    CONSTRAINT account_of_a_clerk_has_a_unit CHECK ((role = 'clerk') = (unit IS NOT NULL)),
    CONSTRAINT account_house_is_its_units CHECK ((unit IS NULL) = (house IS NULL)),
    CONSTRAINT account_unit_sends_dossiers FOREIGN KEY (unit, house) REFERENCES unit (code, proposes_under),
    CONSTRAINT account_removal_says_who CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
COMMENT ON TABLE  account                 IS 'The logins: one for each person. No login can write here; user_add() and user_remove() do.';
COMMENT ON COLUMN account.login           IS 'The login''s name. It stands in the trail, and is never given to another.';
COMMENT ON COLUMN account.role            IS 'What it may.';
COMMENT ON COLUMN account.unit            IS 'The unit whose clerk it is; null for whoever is tied to none.';
COMMENT ON COLUMN account.house           IS 'The house whose quotas that unit draws on.';
COMMENT ON COLUMN account.added_at        IS 'When it was made.';
COMMENT ON COLUMN account.added_by        IS 'The login that made it.';
COMMENT ON COLUMN account.password_set_at IS 'When its password was last set.';
COMMENT ON COLUMN account.password_set_by IS 'The login that set it: whoever sets another''s could act under that name.';
COMMENT ON COLUMN account.removed_at      IS 'When it was taken away; null while it is in use.';
COMMENT ON COLUMN account.removed_by      IS 'The login that took it away.';
