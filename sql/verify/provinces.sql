SELECT format('there are %s provinces, not 34', count(*)) AS fault FROM unit WHERE kind = 'province' HAVING count(*) <> 34
UNION ALL
SELECT 'a province has no name in use: ' || code FROM unit
WHERE kind = 'province' AND NOT EXISTS (SELECT FROM unit_alias a WHERE a.unit = code AND a.until IS NULL)
UNION ALL
SELECT format('%s codes have a former name, not 7', count(*)) FROM unit_alias WHERE until IS NOT NULL HAVING count(*) <> 7;
