SELECT format('%s rows are parsed incorrectly', count(*)) AS fault
FROM (VALUES ('1.200', 1200), ('1,200', 1200), ('200 người', 200), ('12,0', 12), ('1.000', NULL), ('12.5', NULL), ('-5', NULL)) AS sample (cell, number)
WHERE read_count(cell) IS DISTINCT FROM number HAVING count(*) > 0
UNION ALL
SELECT format('%s cells of nominations are parsed incorrectly', count(*)) AS fault
FROM (SELECT a.code, n.name FROM award a JOIN word w USING (code) CROSS JOIN LATERAL (VALUES (w.code), (w.name_vi), (w.name_en)) AS n (name) OFFSET 0) sample
CROSS JOIN LATERAL nomination_sheet_read(
    ARRAY[2], ARRAY[NULL], ARRAY['1'], ARRAY[upper(sample.name)], ARRAY[NULL], ARRAY[NULL], ARRAY[NULL], ARRAY[NULL], ARRAY[NULL], NULL) r
WHERE (r.unit, r.award, r.is_aside) IS DISTINCT FROM ('01', sample.code, false) HAVING count(*) > 0
UNION ALL
SELECT format('%s cells are parsed incorrectly', count(*))
FROM (VALUES ('12', 12), ('012', 12), ('１２', 12), ('0123456789', NULL), ('mười hai', NULL)) AS sample (cell, number)
WHERE read_count(cell) IS DISTINCT FROM number HAVING count(*) > 0;
