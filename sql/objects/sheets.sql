-- What the cells of a header row mean.

CREATE FUNCTION plain_header(header text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        -- The sum of a group is the group's: "Số công chức" above "Tổng số", "Nam", "Nữ".
        SELECT CASE WHEN is_total(substring(text FROM ' / ([^/]*)$')) THEN regexp_replace(text, ' / [^/]*$', '') ELSE text END
        FROM (SELECT regexp_replace(
                  regexp_replace(normalize(header, NFC), '\([^()]*\)|[*\u00b9\u00b2\u00b3\u2070-\u2079]+\s*$', '', 'g'),
                  '\s*((tính|tại|thời|điểm|có|đến|hết|ngày)\s+)*[0-9]{1,2}([/.-])[0-9]{1,2}\3[0-9]{4}\s*$', '', 'i') AS text) without_remarks);
COMMENT ON FUNCTION plain_header IS 'A header without what does not change which column it is: a remark in brackets ("(người)"), the mark of a footnote, the day of the figures ("đến ngày 01/11/2026"), and the word for the sum of a group.';

CREATE FUNCTION sheet_header_read(form text, rows bigint[], positions bigint[], cells text[])
    RETURNS TABLE ("row" bigint, "position" bigint, field text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT given.row, given.position, coalesce(whole.field, plain.field)
    FROM unnest(sheet_header_read.rows, sheet_header_read.positions, sheet_header_read.cells) AS given ("row", "position", cell)
    LEFT JOIN sheet_header whole ON (whole.form, whole.alias) = (sheet_header_read.form, replace(fold(left(given.cell, 256)), ' ', ''))
    LEFT JOIN sheet_header plain ON (plain.form, plain.alias)
        = (sheet_header_read.form, CASE WHEN given.cell ~ '[0-9(/*\u00b9\u00b2\u00b3\u2070-\u2079]' THEN replace(fold(plain_header(left(given.cell, 256))), ' ', '') END)
    WHERE coalesce(whole.field, plain.field) IS NOT NULL
    ORDER BY given.row, given.position;
$$;
COMMENT ON FUNCTION sheet_header_read IS 'The fields that cells name, if they are headers, each with the row and position of its cell.';

CREATE FUNCTION sheet_header_nearest(form text, cells text[]) RETURNS TABLE ("position" integer, field text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT DISTINCT ON (given.position) given.position::integer, h.field
    FROM unnest(sheet_header_nearest.cells) WITH ORDINALITY AS given (cell, position)
    JOIN sheet_header h ON h.form = sheet_header_nearest.form
    CROSS JOIN LATERAL (SELECT similarity(h.alias, replace(fold(left(given.cell, 256)), ' ', ''))) AS s (similarity)
    WHERE s.similarity >= 0.3
    ORDER BY given.position, s.similarity DESC, h.alias;
$$;
COMMENT ON FUNCTION sheet_header_nearest IS 'The field whose name is nearest to each cell of a header row.';

GRANT EXECUTE ON FUNCTION sheet_header_read, sheet_header_nearest TO thidua_user;
