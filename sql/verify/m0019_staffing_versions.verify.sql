SELECT format('staffing table %s, house %s: the sums are not those of its rows', staffing_table, house) AS fault
FROM staffing_house h
FULL JOIN (
    SELECT staffing_table, house, count(*) AS units, count(*) FILTER (WHERE kind = 'area_office') AS area_offices,
           sum(civil_servants) AS civil_servants
    FROM staffing_row GROUP BY staffing_table, house) r USING (staffing_table, house)
WHERE (h.units, h.area_offices, h.civil_servants) IS DISTINCT FROM (r.units, r.area_offices, r.civil_servants)
UNION ALL
SELECT format('staffing table %s lists %s, which is no unit as the registry knows them', staffing_table, unit)
FROM staffing_row
WHERE NOT (is_code(unit) AND is_plain_text(name) AND kind IN (SELECT code FROM unit_kind))
UNION ALL
SELECT format('house %s is in force by an application of another house or table', c.house)
FROM staffing_current c JOIN staffing_application a ON a.id = c.application
WHERE (a.house, a.staffing_table) <> (c.house, c.staffing_table);
