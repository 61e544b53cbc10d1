-- Who may connect, and as what. PostgreSQL's own roles carry the rights, so that the database is the wall, whatever program is
-- used; `account` says of each login which role it was given and for which unit. Nobody logs in as one of these roles.

DO $$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES
            ('thidua_owner',         'NOLOGIN'),            -- owns everything; only its functions act as it
            ('thidua_accounts',      'NOLOGIN CREATEROLE'), -- owns the functions that make and drop logins, and nothing else
            ('thidua_user',          'NOLOGIN'),            -- what every login may
            ('thidua_department',    'NOLOGIN'),            -- what everyone may who is not tied to one unit
            ('thidua_administrator', 'NOLOGIN'),
            ('thidua_clerk',         'NOLOGIN'),
            ('thidua_council',       'NOLOGIN'),
            ('thidua_reporter',      'NOLOGIN'),
            ('thidua_auditor',       'NOLOGIN'),
            ('thidua_backup',        'NOLOGIN')) AS role (name, attributes)
    LOOP
        -- Roles belong to the whole server: another registry on it may have made them, or be about to.
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
                EXECUTE format('CREATE ROLE %I %s', wanted.name, wanted.attributes);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END;
    END LOOP;

    FOR wanted IN
        SELECT * FROM (VALUES
            ('thidua_user', 'thidua_clerk'), ('thidua_user', 'thidua_department'),
            ('thidua_department', 'thidua_administrator'), ('thidua_department', 'thidua_council'),
            ('thidua_department', 'thidua_reporter'), ('thidua_department', 'thidua_auditor'),
            ('thidua_department', 'thidua_backup')) AS membership (role, member)
    LOOP
        BEGIN
            IF NOT pg_has_role(wanted.member, wanted.role, 'MEMBER') THEN
                EXECUTE format('GRANT %I TO %I', wanted.role, wanted.member);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END;
    END LOOP;

    FOR wanted IN SELECT unnest(ARRAY['administrator', 'clerk', 'council', 'reporter', 'auditor', 'backup']) AS role LOOP
        BEGIN
            -- From PostgreSQL 16 on, who grants a role must have been given it to give.
            IF NOT pg_has_role('thidua_accounts', 'thidua_' || wanted.role, 'MEMBER WITH ADMIN OPTION') THEN
                EXECUTE format('GRANT %I TO thidua_accounts WITH ADMIN OPTION', 'thidua_' || wanted.role);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END;
    END LOOP;

    -- A login that is no superuser must be a member of whom it gives things to. Who makes a role is that before PostgreSQL 16 only;
    -- from then on it may merely grant it.
    FOR wanted IN SELECT unnest(ARRAY['thidua_owner', 'thidua_accounts']) AS role LOOP
        IF NOT pg_has_role(CURRENT_USER, wanted.role, 'USAGE') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', wanted.role);
        END IF;
    END LOOP;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO thidua_user, thidua_owner, thidua_accounts;
GRANT CREATE ON SCHEMA public TO thidua_owner, thidua_accounts;  -- the latter until its functions are its own, below

-- Everything so far was made by whoever ran the migrations.
DO $$
DECLARE
    statement text;
BEGIN
    FOR statement IN
        SELECT format('ALTER %s %s OWNER TO thidua_owner', CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, oid::regclass)
        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
        UNION ALL
        SELECT format('ALTER DOMAIN %s OWNER TO thidua_owner', oid::regtype)
        FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'd'
        UNION ALL
        SELECT format('ALTER FUNCTION %s OWNER TO thidua_owner', p.oid::regprocedure)
        FROM pg_proc p
        WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (
            SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    LOOP
        EXECUTE statement;
    END LOOP;
END $$;

-- What is made from here on is made by the owner, and is nobody's to call until it is granted.
ALTER DEFAULT PRIVILEGES FOR ROLE thidua_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
SET LOCAL ROLE thidua_owner;

DO $$
DECLARE
    callable regprocedure;
BEGIN
    FOR callable IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proowner = 'thidua_owner'::regrole LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', callable);
    END LOOP;
END $$;

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
COMMENT ON TABLE  account            IS 'The logins: one for each person. No login can write here; user_add() and user_remove() do.';
COMMENT ON COLUMN account.login      IS 'The login''s name. It stands in the trail, and is never given to another.';
COMMENT ON COLUMN account.role       IS 'What it may.';
COMMENT ON COLUMN account.unit       IS 'The unit whose clerk it is; null for whoever is tied to none.';
COMMENT ON COLUMN account.house      IS 'The house whose quotas that unit draws on.';
COMMENT ON COLUMN account.added_at   IS 'When it was made.';
COMMENT ON COLUMN account.added_by   IS 'The login that made it.';
COMMENT ON COLUMN account.password_set_at IS 'When its password was last set.';
COMMENT ON COLUMN account.password_set_by IS 'The login that set it: whoever sets another''s could act under that name.';
COMMENT ON COLUMN account.removed_at IS 'When it was taken away; null while it is in use.';
COMMENT ON COLUMN account.removed_by IS 'The login that took it away.';

-- Who is asking. The login decides, through `account`, never a setting: who may set it could set another's. In PL/pgSQL, which keeps
-- its plans: these are asked with every statement.
CREATE FUNCTION own_unit() RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (SELECT a.unit FROM account a WHERE a.login = session_user AND a.removed_at IS NULL);
END $$;
COMMENT ON FUNCTION own_unit IS 'The unit of the login; null for whoever is tied to none.';

CREATE FUNCTION own_house() RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (SELECT a.house FROM account a WHERE a.login = session_user AND a.removed_at IS NULL);
END $$;
COMMENT ON FUNCTION own_house IS 'The house of the login''s unit; null for whoever is tied to none.';

CREATE FUNCTION own_house_units() RETURNS text[]
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(array_agg(u.code::text), '{}')
        FROM account a JOIN unit u ON u.house = a.house
        WHERE a.login = session_user AND a.removed_at IS NULL);
END $$;
COMMENT ON FUNCTION own_house_units IS 'The codes of the units of the login''s house; none for whoever is tied to none.';

CREATE FUNCTION is_administrator() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    -- Whoever runs the migrations is a member of the owner; a superuser is a member of everything.
    RETURN pg_has_role(session_user, 'thidua_administrator', 'USAGE') OR pg_has_role(session_user, 'thidua_owner', 'USAGE');
COMMENT ON FUNCTION is_administrator IS 'Whether the login is an administrator''s, or runs the migrations.';

CREATE FUNCTION may_write_for(unit text) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN is_administrator() OR coalesce(own_unit() = may_write_for.unit, false);
END $$;
COMMENT ON FUNCTION may_write_for IS 'Whether the login enters what this unit proposes: its clerks and the administrators.';

CREATE FUNCTION may_see_house(house text) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN is_administrator() OR pg_has_role(session_user, 'thidua_department', 'USAGE')
        OR coalesce(own_house() = may_see_house.house, false);
END $$;
COMMENT ON FUNCTION may_see_house IS 'Whether the login is shown what this house may propose, and how much of it is used.';

-- Making and dropping logins takes CREATEROLE. Only these four act with it, for the owner's functions alone.
CREATE FUNCTION server_role_add(login text, role text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', login, verifier);
    EXECUTE format('GRANT %I TO %I', 'thidua_' || role, login);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login);
EXCEPTION
    -- Said anew: the server's own report repeats the statement, and with it the password's hash.
    WHEN duplicate_object OR unique_violation THEN
        RAISE EXCEPTION 'the server has a role of this name'
            USING ERRCODE = 'unique_violation', TABLE = 'account', CONSTRAINT = 'account_login_is_free_on_the_server';
    WHEN OTHERS OR query_canceled THEN
        RAISE EXCEPTION 'the login could not be made: %', SQLERRM USING ERRCODE = SQLSTATE;
END $$;
COMMENT ON FUNCTION server_role_add IS 'Makes a login that may connect to this database alone.';

CREATE FUNCTION server_role_password(login text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER ROLE %I PASSWORD %L', login, verifier);
EXCEPTION WHEN OTHERS OR query_canceled THEN
    RAISE EXCEPTION 'the password could not be set: %', SQLERRM USING ERRCODE = SQLSTATE;  -- without the statement, as above
END $$;
COMMENT ON FUNCTION server_role_password IS 'Gives a login another password.';

CREATE FUNCTION server_role_admit(login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login);
END $$;
COMMENT ON FUNCTION server_role_admit IS 'Lets a login connect to this database.';

CREATE FUNCTION server_role_remove(login text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    role text;
BEGIN
    EXECUTE format('ALTER ROLE %I NOLOGIN', login);
    FOR role IN SELECT code FROM access_role WHERE pg_has_role(login, 'thidua_' || code, 'MEMBER') LOOP
        EXECUTE format('REVOKE %I FROM %I', 'thidua_' || role, login);
    END LOOP;
    -- Who is a member of a role may end its sessions, and drop what it owns: large objects, defaults, its right to connect.
    EXECUTE format('GRANT %I TO thidua_accounts', login);
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = login AND pid <> pg_backend_pid();
    EXECUTE format('DROP OWNED BY %I', login);
    BEGIN
        EXECUTE format('DROP ROLE %I', login);
    EXCEPTION WHEN dependent_objects_still_exist THEN
        NULL;  -- another database names it, or somebody else's grant: it cannot log in, and has no role
    END;
EXCEPTION WHEN undefined_object THEN
    NULL;  -- gone already
END $$;
COMMENT ON FUNCTION server_role_remove IS 'Ends a login''s sessions, takes its rights and drops it.';

CREATE FUNCTION user_add(login text, role text, unit text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (verifier ~ '^SCRAM-SHA-256\$[1-9][0-9]{3,8}:[A-Za-z0-9+/]{11,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') IS NOT TRUE THEN
        RAISE EXCEPTION 'the password is to be sent as its SCRAM verifier'
            USING ERRCODE = 'check_violation', TABLE = 'account', CONSTRAINT = 'account_password_is_sent_hashed';
    END IF;
    INSERT INTO account (login, role, unit, house)
    VALUES (user_add.login, user_add.role, user_add.unit,
            -- A unit that sends no dossiers, or does not exist, is left for the foreign key to refuse.
            coalesce((SELECT u.proposes_under FROM unit u WHERE u.code = user_add.unit), user_add.unit));
    PERFORM server_role_add(login, role, verifier);
END $$;
COMMENT ON FUNCTION user_add IS 'Makes a login with a role and, for a clerk, a unit. The password comes as its SCRAM verifier.';

CREATE FUNCTION user_set_password(login text, verifier text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (verifier ~ '^SCRAM-SHA-256\$[1-9][0-9]{3,8}:[A-Za-z0-9+/]{11,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') IS NOT TRUE THEN
        RAISE EXCEPTION 'the password is to be sent as its SCRAM verifier'
            USING ERRCODE = 'check_violation', TABLE = 'account', CONSTRAINT = 'account_password_is_sent_hashed';
    END IF;
    -- Everyone may change their own; administrators anyone's.
    UPDATE account a SET password_set_at = clock_timestamp(), password_set_by = session_user
    WHERE a.login = user_set_password.login AND a.removed_at IS NULL
      AND (a.login = session_user OR is_administrator());
    IF FOUND THEN
        PERFORM server_role_password(login, verifier);
    END IF;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION user_set_password IS 'Gives a login another password; false where the caller has no such login to change.';

CREATE FUNCTION user_remove(login text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF login = session_user THEN
        RAISE EXCEPTION 'nobody removes the login they use'
            USING ERRCODE = 'check_violation', TABLE = 'account', CONSTRAINT = 'account_is_removed_by_another';
    END IF;
    UPDATE account a SET removed_at = clock_timestamp(), removed_by = session_user
    WHERE a.login = user_remove.login AND a.removed_at IS NULL;
    IF FOUND THEN
        PERFORM server_role_remove(login);
        RETURN true;
    END IF;
    RETURN false;
END $$;
COMMENT ON FUNCTION user_remove IS 'Takes a login away; its name stays in `account` and in the trail. False where there is none.';

CREATE VIEW counter_of_everyone WITH (security_invoker = true) AS
SELECT oid::regprocedure AS oid FROM pg_proc
WHERE pronamespace = 'pg_catalog'::regnamespace AND EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) a WHERE a.grantee = 0)
  AND (proname ~ '^pg_stat_get_(xact_)?(numscans|lastscan|tuples_|live_tuples|dead_tuples|mod_since|ins_since|blocks_)'
       OR proname IN ('pg_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_total_relation_size'));
COMMENT ON VIEW counter_of_everyone IS 'Functions of the server that tell anyone how many rows a table has, and how many were read.';

-- Where rights are kept with the database itself, and so are lost when it is restored from a dump under another name.
CREATE FUNCTION database_close() RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    account record;
    counter regprocedure;
BEGIN
    EXECUTE format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO thidua_accounts WITH GRANT OPTION', current_database());
    FOR account IN SELECT login FROM public.account JOIN pg_roles ON rolname = login WHERE removed_at IS NULL LOOP
        PERFORM server_role_admit(account.login);
    END LOOP;

    -- What the server counts it counts of everyone's rows; from before and after a statement one would tell what it has read.
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        FOR counter IN SELECT c.oid FROM counter_of_everyone c LOOP
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', counter);
        END LOOP;
    END IF;
END $$;
COMMENT ON FUNCTION database_close IS 'Lets in the logins of `account` alone, without temporary tables, and, run by a superuser, shows nobody what the server counts. For the database''s owner; after a restore, too.';

RESET ROLE;
ALTER FUNCTION server_role_add OWNER TO thidua_accounts;
ALTER FUNCTION server_role_password OWNER TO thidua_accounts;
ALTER FUNCTION server_role_remove OWNER TO thidua_accounts;
ALTER FUNCTION server_role_admit OWNER TO thidua_accounts;
GRANT SELECT ON access_role TO thidua_accounts;
REVOKE CREATE ON SCHEMA public FROM thidua_accounts;
SET LOCAL ROLE thidua_accounts;
REVOKE EXECUTE ON FUNCTION server_role_add, server_role_password, server_role_remove, server_role_admit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION server_role_add, server_role_password, server_role_remove, server_role_admit TO thidua_owner;
RESET ROLE;
SELECT database_close();
