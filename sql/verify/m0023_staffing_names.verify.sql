SELECT format('%s names were left in the intake', count(*)) AS fault FROM staffing_intake_name HAVING count(*) > 0
UNION ALL
SELECT format('%s cells are read otherwise than they should be', count(*))
FROM (VALUES ('12', 12), ('012', 12), ('１２', 12), ('0123456789', NULL), ('mười hai', NULL)) AS sample (cell, number)
WHERE read_count(cell) IS DISTINCT FROM number HAVING count(*) > 0;
