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

-- The same as sets, by which the policies look a key up.
--
-- Said so that nothing about another unit's row can be found out by asking. What a clerk asks for with = or < is leakproof, and
-- the planner tries it on a row before the policy, unless the policy costs no more; then an error that it raises, a sub-select that it
-- runs, or what EXPLAIN (ANALYZE, BUFFERS) counts tells whether it was true. To look a key up in a set costs nothing by the planner's
-- reckoning, and of equals the policy comes first. The same again as a comparison is for the index: rows that it does not find are counted
-- by nobody. Sub-selects are run once for a statement.
CREATE FUNCTION own_unit_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN jsonb_build_object(coalesce(own_unit(), ''), 1);
END $$;
COMMENT ON FUNCTION own_unit_set IS 'own_unit() as a set: {unit: 1}.';

CREATE FUNCTION own_house_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN jsonb_build_object(coalesce(own_house(), ''), 1);
END $$;
COMMENT ON FUNCTION own_house_set IS 'own_house() as a set: {house: 1}.';

CREATE FUNCTION own_house_units_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(jsonb_object_agg(code, 1), '{}') FROM unnest(own_house_units()) AS code);
END $$;
COMMENT ON FUNCTION own_house_units_set IS 'own_house_units() as a set: {code: 1, …}.';

CREATE FUNCTION own_login_set() RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN jsonb_build_object(session_user, 1);
END $$;
COMMENT ON FUNCTION own_login_set IS 'The login as a set: {login: 1}.';

GRANT EXECUTE ON FUNCTION own_unit, own_house, own_house_units, is_administrator, may_write_for, may_see_house, own_unit_set, own_house_set,
    own_house_units_set, own_login_set TO thidua_user;
