-- Who owns the registry, and who may do what: server roles, which carry the privileges. The database is the wall, whatever program is
-- used; `account` says which role each login was granted, and for which unit. These roles cannot log in themselves.

DO $$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES
            ('thidua_owner',         'NOLOGIN'),            -- owns everything; only its functions run as it
            ('thidua_accounts',      'NOLOGIN CREATEROLE'), -- owns the functions that create and drop logins, and nothing else
            ('thidua_user',          'NOLOGIN'),            -- the privileges of every login
            ('thidua_department',    'NOLOGIN'),            -- the privileges of every login that is not tied to one unit
            ('thidua_administrator', 'NOLOGIN'),
            ('thidua_clerk',         'NOLOGIN'),
            ('thidua_council',       'NOLOGIN'),
            ('thidua_reporter',      'NOLOGIN'),
            ('thidua_auditor',       'NOLOGIN'),
            ('thidua_backup',        'NOLOGIN')) AS role (name, attributes)
    LOOP
        -- Roles belong to the whole server: another registry on it may have created them, or be about to.
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
            -- From PostgreSQL 16 on, granting a role requires ADMIN OPTION on it.
            IF NOT pg_has_role('thidua_accounts', 'thidua_' || wanted.role, 'MEMBER WITH ADMIN OPTION') THEN
                EXECUTE format('GRANT %I TO thidua_accounts WITH ADMIN OPTION', 'thidua_' || wanted.role);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END;
    END LOOP;

    -- A login that is not a superuser must be a member of a role to make that role the owner of anything. Creating a role gives the creator
    -- that membership only before PostgreSQL 16; from then on, the creator may merely grant the role.
    FOR wanted IN SELECT unnest(ARRAY['thidua_owner', 'thidua_accounts']) AS role LOOP
        IF NOT pg_has_role(CURRENT_USER, wanted.role, 'USAGE') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', wanted.role);
        END IF;
    END LOOP;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO thidua_administrator, thidua_backup, thidua_owner, thidua_accounts;
GRANT CREATE ON SCHEMA public TO thidua_owner;
CREATE SCHEMA past AUTHORIZATION thidua_owner;
COMMENT ON SCHEMA past IS 'The tables and views of the registry as they were at a given moment.';
CREATE SCHEMA mine AUTHORIZATION thidua_owner;
COMMENT ON SCHEMA mine IS 'The registry as clerks see it: of each table and view, only the rows of their own unit or house.';
GRANT USAGE ON SCHEMA mine TO thidua_clerk;
CREATE SCHEMA council AUTHORIZATION thidua_owner;
COMMENT ON SCHEMA council IS 'The registry as the council sees it: what was submitted, for a given campaign, unit or nomination.';
GRANT USAGE ON SCHEMA council TO thidua_council;
CREATE SCHEMA auditor AUTHORIZATION thidua_owner;
COMMENT ON SCHEMA auditor IS 'What auditors may use of the registry.';
GRANT USAGE ON SCHEMA auditor TO thidua_auditor;
CREATE SCHEMA reporter AUTHORIZATION thidua_owner;
COMMENT ON SCHEMA reporter IS 'What the nightly report may use of the registry.';
GRANT USAGE ON SCHEMA reporter TO thidua_reporter;
CREATE EXTENSION IF NOT EXISTS btree_gist;  -- for = next to && in an exclusion constraint
CREATE EXTENSION IF NOT EXISTS pg_trgm;     -- for the known name that is nearest to an unknown one

-- Everything created from here on belongs to the owner, and no other role may execute it until that is granted.
ALTER DEFAULT PRIVILEGES FOR ROLE thidua_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
SET LOCAL ROLE thidua_owner;
