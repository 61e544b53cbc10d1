-- The units of the house are shown whole to its clerks: bureaus share its quotas.

SELECT share('unit', 'thidua_department'), share('unit_alias', 'thidua_administrator');

CREATE POLICY clerk_reads_its_house ON unit FOR SELECT TO thidua_clerk
    USING ((SELECT own_house_units_set())[code] IS NOT NULL AND code = ANY ((SELECT own_house_units())::text[]));

-- Left out is the key by which an index finds other units' rows first: house.
GRANT SELECT (code, kind, name, parent) ON unit TO thidua_clerk;

SELECT audit_follow('unit_alias', 'unit');

-- Which staffing table entered a unit, or changed it last, is in the trail with the table: its file's hash, what it says of each house, and each
-- time that it was applied; the rows behind that are kept. So the trail has a row for a unit only where something else changes it. To have
-- one for each of a million units of one house took hours: each waits for the one before it.
SELECT audit_follow('unit', 'house', event => 'UPDATE', condition => 'NEW.staffing_table IS NOT DISTINCT FROM OLD.staffing_table'),
       audit_follow('unit', 'house', event => 'INSERT', condition => 'NEW.staffing_table IS NULL', change => 'entry'),
       audit_follow('unit', 'house', event => 'DELETE', change => 'removal');
