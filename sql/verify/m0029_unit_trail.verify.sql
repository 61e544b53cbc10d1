SELECT format('unit %s is not what staffing table %s says of it', u.code, u.staffing_table) AS fault
FROM unit u LEFT JOIN staffing_row r ON (r.staffing_table, r.unit) = (u.staffing_table, u.code)
WHERE u.staffing_table IS NOT NULL AND (r.house, r.kind) IS DISTINCT FROM (u.house, u.kind);
