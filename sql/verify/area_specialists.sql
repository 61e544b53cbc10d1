SELECT format('%s is looked after by %s, but is not a province', a.province, a.specialist) AS fault
FROM specialist_area a LEFT JOIN unit u ON u.code = a.province WHERE u.kind IS DISTINCT FROM 'province';
