SELECT format('%s cells of nominations are read otherwise than they should be', count(*)) AS fault
FROM (SELECT a.code, n.name FROM award a JOIN word w USING (code) CROSS JOIN LATERAL (VALUES (w.code), (w.name_vi), (w.name_en)) AS n (name) OFFSET 0) sample
CROSS JOIN LATERAL nomination_sheet_read(
    ARRAY[2], ARRAY[NULL], ARRAY['1'], ARRAY[upper(sample.name)], ARRAY[NULL], ARRAY[NULL], ARRAY[NULL], ARRAY[NULL], ARRAY[NULL], NULL) r
WHERE (r.unit, r.award, r.is_aside) IS DISTINCT FROM ('01', sample.code, false) HAVING count(*) > 0;
