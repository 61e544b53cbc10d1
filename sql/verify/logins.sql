SELECT 'there is no role thidua_' || name AS fault
FROM unnest(ARRAY['owner', 'accounts', 'user', 'department', 'administrator', 'clerk', 'council', 'reporter', 'auditor', 'backup']) AS name
WHERE to_regrole('thidua_' || name) IS NULL
UNION ALL
SELECT format('%s can log in', rolname) FROM pg_roles WHERE rolname LIKE 'thidua\_%' AND rolcanlogin AND rolname <> session_user
UNION ALL
SELECT format('login %s has a unit that sends no dossiers', login)
FROM account a WHERE unit IS NOT NULL AND NOT EXISTS (SELECT FROM unit u WHERE (u.code, u.proposes_under) = (a.unit, a.house));
