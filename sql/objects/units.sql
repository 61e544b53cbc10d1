-- Clerks may see every unit of their house: bureaus share its quotas.

SELECT share('unit', 'thidua_department'), share('unit_alias', 'thidua_administrator');

SELECT show('unit', unit => 'house', own => 'own_house()');

SELECT audit_follow('unit_alias', 'unit');

-- For units that a staffing table entered or changed, the trail records the table: its file's hash, its totals for each house, and each time that
-- it was applied; the rows behind these are kept. So the trail has a row for a unit only if something else changes it. Writing one for each of a
-- million units of one house took hours, as each row waits for the one before it.
SELECT audit_follow('unit', 'house', event => 'UPDATE', condition => 'NEW.staffing_table IS NOT DISTINCT FROM OLD.staffing_table'),
       audit_follow('unit', 'house', event => 'INSERT', condition => 'NEW.staffing_table IS NULL', change => 'entry'),
       audit_follow('unit', 'house', event => 'DELETE', change => 'removal');
