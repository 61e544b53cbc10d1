SELECT format('unit %s is not what the staffing table in force says of it', s.unit) AS fault
FROM staffing_in_force s LEFT JOIN unit u ON u.code = s.unit
WHERE s.unit <> s.house AND (u.kind, u.name, u.house) IS DISTINCT FROM (s.kind, s.name, s.house);
