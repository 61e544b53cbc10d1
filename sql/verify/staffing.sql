SELECT format('house %s refers to staffing table %s, which does not list it', c.house, c.staffing_table) AS fault
FROM staffing_current c
WHERE NOT EXISTS (SELECT FROM staffing_row r WHERE (r.staffing_table, r.house) = (c.staffing_table, c.house))
UNION ALL
SELECT format('unit %s counts for %s, but belongs to %s', s.unit, s.house, u.house) AS fault
FROM staffing_in_force s JOIN unit u ON u.code = s.unit WHERE s.house <> u.house
UNION ALL
SELECT format('staffing table %s, house %s: the totals do not match the rows', staffing_table, house) AS fault
FROM staffing_house h
FULL JOIN (
    SELECT staffing_table, house, count(*) AS units, count(*) FILTER (WHERE kind = 'area_office') AS area_offices,
           sum(civil_servants) AS civil_servants
    FROM staffing_row GROUP BY staffing_table, house) r USING (staffing_table, house)
WHERE (h.units, h.area_offices, h.civil_servants) IS DISTINCT FROM (r.units, r.area_offices, r.civil_servants)
UNION ALL
SELECT format('staffing table %s lists %s, whose code, name or kind is not valid', staffing_table, unit)
FROM staffing_row
WHERE NOT (is_code(unit) AND is_plain_text(name) AND kind IN (SELECT code FROM unit_kind))
UNION ALL
SELECT format('house %s refers to an application of another house or staffing table', c.house)
FROM staffing_current c JOIN staffing_application a ON a.id = c.application
WHERE (a.house, a.staffing_table) <> (c.house, c.staffing_table)
UNION ALL
SELECT format('unit %s differs from the staffing table in force', s.unit) AS fault
FROM staffing_in_force s LEFT JOIN unit u ON u.code = s.unit
WHERE s.unit <> s.house AND (u.kind, u.name, u.house) IS DISTINCT FROM (s.kind, s.name, s.house)
UNION ALL
SELECT format('unit %s differs from staffing table %s', u.code, u.staffing_table) AS fault
FROM unit u LEFT JOIN staffing_row r ON (r.staffing_table, r.unit) = (u.staffing_table, u.code)
WHERE u.staffing_table IS NOT NULL AND (r.house, r.kind) IS DISTINCT FROM (u.house, u.kind);
