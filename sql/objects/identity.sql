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

-- By (own unit, number), and nothing else: a number that is another's is not looked up, so that nothing tells whether it is one.
CREATE FUNCTION unit_of_nomination(number bigint) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN CASE WHEN is_administrator() THEN (SELECT n.unit FROM nomination n WHERE n.id = unit_of_nomination.number) ELSE own_unit() END;
END $$;
COMMENT ON FUNCTION unit_of_nomination IS 'In which unit the login is to look for a nomination that it would change: a clerk in their own, an administrator in the one that has it.';

GRANT EXECUTE ON FUNCTION own_unit, own_house, is_administrator, may_write_for, may_see_house TO thidua_user;
