SELECT format('unit %s counts for %s, but belongs to %s', s.unit, s.house, u.house) AS fault
FROM staffing_in_force s JOIN unit u ON u.code = s.unit WHERE s.house <> u.house
UNION ALL
SELECT format('%s rows were left in the intake', count(*)) AS fault FROM staffing_intake HAVING count(*) > 0;
