CREATE FUNCTION is_administrator() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    -- The login that runs the migrations is a member of the owner; a superuser is a member of every role.
    RETURN pg_has_role(session_user, 'thidua_administrator', 'USAGE') OR pg_has_role(session_user, 'thidua_owner', 'USAGE');
COMMENT ON FUNCTION is_administrator IS 'Whether the login is an administrator''s, or runs the migrations.';

-- What a function reads, its owner reads: rows of every unit, of which it returns some. EXPLAIN would say how much that was. Its word stands in the
-- statement, or in one that it has prepared or begun before, since no login can run a statement that it has put together itself
-- (window_of_everyone). Not in a parallel worker, for which its own part is the statement.
CREATE FUNCTION may_be_explained() RETURNS boolean
    LANGUAGE sql VOLATILE PARALLEL RESTRICTED  -- VOLATILE as current_query is: otherwise it would not be inlined
    RETURN current_query() ~* '\m(explain|execute|fetch|move)\M' COLLATE "C" AND NOT is_administrator();
COMMENT ON FUNCTION may_be_explained IS 'Whether refuse_explain() has to be asked. This function is inlined where it is called.';

CREATE FUNCTION refuse_explain() RETURNS void
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF current_query() ~* '\mexplain\M' COLLATE "C"
        OR EXISTS (SELECT FROM pg_cursors c WHERE c.statement ~* '\mexplain\M' COLLATE "C")
        OR EXISTS (SELECT FROM pg_prepared_statements p WHERE p.statement ~* '\mexplain\M' COLLATE "C") THEN
        RAISE EXCEPTION 'statements of logins are not explained' USING ERRCODE = 'insufficient_privilege',
            HINT = 'The word EXPLAIN may not stand in a statement that reads the registry. If it belongs to a value, pass that as a parameter.';
    END IF;
END $$;
COMMENT ON FUNCTION refuse_explain IS 'Fails in a statement that is explained, or that has the word EXPLAIN.';

-- Who the caller is. The login decides, through `account`, never a setting, which a caller could set to another user's value. In PL/pgSQL,
-- which caches its plans: these functions are called with every statement.
CREATE FUNCTION own_unit() RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF may_be_explained() THEN PERFORM refuse_explain(); END IF;
    RETURN (SELECT a.unit FROM account a WHERE a.login = session_user AND a.removed_at IS NULL);
END $$;
COMMENT ON FUNCTION own_unit IS 'The unit of the login; null if it is not tied to a unit.';

CREATE FUNCTION own_house() RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF may_be_explained() THEN PERFORM refuse_explain(); END IF;
    RETURN (SELECT a.house FROM account a WHERE a.login = session_user AND a.removed_at IS NULL);
END $$;
COMMENT ON FUNCTION own_house IS 'The house of the login''s unit; null if it is not tied to a unit.';

CREATE FUNCTION may_write_for(unit text) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN is_administrator() OR coalesce(own_unit() = may_write_for.unit, false);
END $$;
COMMENT ON FUNCTION may_write_for IS 'Whether the login may enter what this unit proposes: its clerks and the administrators may.';

-- By (own unit, number), and nothing else: another unit's number is not looked up, so that nothing reveals whether it exists.
CREATE FUNCTION unit_of_nomination(number bigint) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN CASE WHEN is_administrator() THEN (SELECT n.unit FROM nomination n WHERE n.id = unit_of_nomination.number) ELSE own_unit() END;
END $$;
COMMENT ON FUNCTION unit_of_nomination IS 'The unit in which to look for a nomination that the login wants to change: a clerk''s own unit or, for an administrator, the unit that has it.';

GRANT EXECUTE ON FUNCTION own_unit, own_house, is_administrator, may_write_for TO thidua_user;
