SELECT 'the registry has no headquarters' AS fault WHERE NOT EXISTS (SELECT FROM unit WHERE kind = 'headquarters')
UNION ALL
SELECT 'a kind of unit has no alias: ' || code FROM unit_kind k WHERE NOT EXISTS (SELECT FROM unit_kind_alias a WHERE a.kind = k.code);
