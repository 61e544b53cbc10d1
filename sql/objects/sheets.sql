-- What the cells of a header row mean.

CREATE FUNCTION sheet_header_read(form text, rows bigint[], positions bigint[], cells text[])
    RETURNS TABLE ("row" bigint, "position" bigint, field text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT given.row, given.position, coalesce(whole.field, plain.field)
    FROM unnest(sheet_header_read.rows, sheet_header_read.positions, sheet_header_read.cells) AS given ("row", "position", cell)
    LEFT JOIN sheet_header whole ON (whole.form, whole.alias) = (sheet_header_read.form, replace(fold(left(given.cell, 256)), ' ', ''))
    -- Without a remark in brackets, which usually is the unit of measure: "Số công chức (người)".
    LEFT JOIN sheet_header plain ON (plain.form, plain.alias) = (sheet_header_read.form, replace(fold(regexp_replace(left(given.cell, 256), '\([^()]*\)', '', 'g')), ' ', ''))
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
