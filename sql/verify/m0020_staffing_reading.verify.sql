SELECT format('%s rows were left in the intake', count(*)) AS fault
FROM (SELECT FROM staffing_intake UNION ALL SELECT FROM staffing_intake_place) left_over HAVING count(*) > 0
UNION ALL
SELECT format('%s rows are read otherwise than they should be', count(*))
FROM (VALUES ('1.200', 1200), ('1,200', 1200), ('200 người', 200), ('12,0', 12), ('1.000', NULL), ('12.5', NULL), ('-5', NULL)) AS sample (cell, number)
WHERE read_count(cell) IS DISTINCT FROM number HAVING count(*) > 0;
