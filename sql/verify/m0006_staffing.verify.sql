SELECT format('house %s is said to follow staffing table %s, which does not name it', c.house, c.staffing_table) AS fault
FROM staffing_current c
WHERE NOT EXISTS (SELECT FROM staffing_row r WHERE (r.staffing_table, r.house) = (c.staffing_table, c.house));
