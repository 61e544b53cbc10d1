SELECT format('past.%s lacks %s', v.relname, t.attname) AS fault
FROM pg_class v JOIN pg_class r ON r.relname = v.relname AND r.relnamespace = 'public'::regnamespace
JOIN pg_attribute t ON t.attrelid = r.oid AND t.attnum > 0 AND NOT t.attisdropped
WHERE v.relnamespace = 'past'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = v.oid AND a.attname = t.attname)
UNION ALL
SELECT format('past.%s: the trail does not record all changes of the table', v.relname)
FROM pg_class v JOIN pg_class r ON r.relname = v.relname AND r.relnamespace = 'public'::regnamespace AND r.relkind = 'r'
WHERE v.relnamespace = 'past'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = r.oid AND t.tgfoid = 'audit_change'::regproc AND t.tgenabled = 'A');
