-- A list of nominees as a unit holds it, brought into the form: one column for collectives and people, one for position and workplace, the award in
-- a section's heading or in the title, no codes. What cannot be told is left as it stands, or empty: nomination_sheet_error says what is wrong with it.

CREATE FUNCTION award_stated(value text) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT min(n.award) FILTER (WHERE n.is_stated)
    FROM (SELECT a.award, folded.value ~ ('^([0-9ivxlc]+ |[a-z] )?((to trinh|bang|tong hop|ve viec|v v|ve|danh sach|phan|de nghi|xet|duoc|tang|truy tang|khen thuong|hinh thuc|doi voi|cho|cac|va|tap the|ca nhan|cong chuc) )*'
                                          || a.key || '( (nam|cho|doi voi|dot|theo|trong|ve|tap the|ca nhan|[0-9]+)( .*)?)?$')
                             AND folded.value !~ ('(^| )(va|hoac) ' || a.key)
                             -- "Bằng khen cho cá nhân của UBND tỉnh": another one gives it.
                             AND folded.value !~ '\m(thu tuong|chinh phu|chu tich|ubnd|uy ban|nha nuoc|quoc hoi|hoi dong nhan dan|hdnd|tinh uy|thanh uy|tong lien doan|lien doan)\M' AS is_stated
          FROM (SELECT fold(award_stated.value) AS value) folded
          -- "Bằng khen của Thủ tướng" begins like an award, and is another one; "Bằng khen và Giấy khen" are two.
          JOIN award_name a ON strpos(' ' || folded.value || ' ', ' ' || a.key || ' ') > 0) n
    HAVING count(DISTINCT n.award) = 1;
$$;
COMMENT ON FUNCTION award_stated IS 'The award of which a heading says that it is proposed for what is below: "I. Đề nghị tặng Bằng khen của Bộ trưởng"; null if it says so of none, or names two.';

CREATE FUNCTION subject_stated(value text) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT min(s.code)
    FROM (SELECT fold(subject_stated.value) AS value) folded,
         (SELECT code, fold(name_vi) FROM subject UNION SELECT code, fold(name_en) FROM subject) s (code, key)
    WHERE folded.value ~ ('^([0-9ivxlc]+ |[a-z] )?((danh sach|phan|de nghi|khen thuong|doi voi|ve|cho|cac) )*' || s.key || '( (duoc|de nghi|tang|khen|[0-9]).*)?$')
       OR folded.value ~ (' (cho|doi voi) (cac )?' || s.key || '$')
    HAVING count(*) = 1;
$$;
COMMENT ON FUNCTION subject_stated IS 'Whom a heading says that the rows below propose: "I. TẬP THỂ"; null if it does not say.';

CREATE FUNCTION has_form_of_address(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value COLLATE "vi-x-icu" ~* '^(ông|bà|đồng chí|đ/c|đc)[.:]? ';
COMMENT ON FUNCTION has_form_of_address IS 'Whether a name begins with "Ông", "Bà" or the like.';

CREATE FUNCTION unaddressed(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN has_form_of_address(value) THEN regexp_replace(value, '^\S+ (chí[.:]? |CHÍ[.:]? |Chí[.:]? )?', '') ELSE value END;
COMMENT ON FUNCTION unaddressed IS 'A name without "Ông", "Bà" or the like before it.';

CREATE FUNCTION units_named(names text[], houses text[]) RETURNS TABLE (name text, "within" text, code text, house text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET jit = off AS $$
    WITH given AS MATERIALIZED (
        SELECT DISTINCT g.name, g.house FROM unnest(names, houses) AS g (name, house) WHERE g.name IS NOT NULL
    ), known AS MATERIALIZED (
        SELECT k.code, k.house, k.key FROM unit_names() k WHERE EXISTS (SELECT FROM given)
        UNION SELECT u.code, u.house, u.code FROM unit u WHERE EXISTS (SELECT FROM given) AND u.house = coalesce((SELECT own_house()), u.house)
    ), wanted AS MATERIALIZED (
        SELECT n.name, w.key, w.province
        FROM (SELECT DISTINCT name FROM given) n
        -- Not VALUES, which prepares its expressions again for each name: 10,000 names are read in 0.3 s, and in 1.6 s with VALUES.
        CROSS JOIN LATERAL unnest(ARRAY[unit_key(n.name), province_key(n.name), read_unit_code(n.name)], ARRAY[province_key((unit_parts(n.name))[2])]) AS w (key, province)
    )
    SELECT g.name, g.house, min(k.code), min(k.house)
    FROM given g JOIN wanted w USING (name) JOIN known k ON k.key = w.key AND (g.house IS NULL OR k.house = g.house)
    -- "Phòng THADS khu vực 2, tỉnh Tuyên Quang" is none of Cao Bằng's.
    WHERE w.province IS NULL OR (k.house, w.province) IN (SELECT h.code, h.key FROM known h)
    GROUP BY g.name, g.house HAVING count(DISTINCT k.code) = 1;
$$;
COMMENT ON FUNCTION units_named IS 'The units that names or codes mean, each within a house, or anywhere; without those that mean none, or more than one.';

-- "Phó Trưởng phòng, Phòng THADS khu vực 1" ends with the unit: of all ends that name one, the longest counts. It is not the house if another unit
-- is named before it, which there is not: "Phòng THADS khu vực 9, THADS tỉnh Cao Bằng".
CREATE FUNCTION post_read(posts text[], houses text[]) RETURNS TABLE (post text, house text, "position" text, workplace text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET jit = off AS $$
    WITH given AS MATERIALIZED (
        SELECT DISTINCT g.post, g.house, string_to_array(regexp_replace(g.post, '([,;(])(?=[^ ])', '\1 ', 'g'), ' ') AS words
        FROM unnest(posts, houses) AS g (post, house) WHERE num_nulls(g.post, g.house) = 0
    ), first_word AS MATERIALIZED (
        SELECT w.word FROM (SELECT DISTINCT unnest(words) AS word FROM given) w
        WHERE fold(w.word) IN (SELECT split_part(fold(n.name), ' ', 1)
                               FROM (SELECT name FROM unit WHERE house IN (SELECT house FROM given) UNION ALL SELECT alias FROM unit_alias WHERE unit IN (SELECT house FROM given)
                                     UNION ALL SELECT alias FROM unit_kind_alias) n (name))
    ), ending AS MATERIALIZED (
        -- A name begins with the text, after a mark, or with a word with which names begin: 2,000 posts of 47 words are read in 3 s, and in 13 s
        -- if every word may begin one. "Chuyên viên bậc 1" ends with no code.
        SELECT g.post, g.house, n, array_to_string(g.words[n:], ' ') AS text, array_to_string(g.words[:n - 1], ' ') AS head
        FROM given g, generate_series(1, least(cardinality(g.words), 50)) n
        WHERE (n = 1 OR g.words[n - 1] ~ '[,;:./(–—-]$' OR g.words[n] ~ '^[,;:/(–—-]' OR g.words[n] IN (SELECT word FROM first_word))
          AND array_to_string(g.words[n:], ' ') ~ '[A-Za-zĐđ]'
    ), found AS MATERIALIZED (
        SELECT DISTINCT ON (e.post, e.house) e.post, e.house, e.head, k.code, e.head ~ '[,;:/(–—-]$' OR e.text ~ '^[,;:/(–—-]' AS is_apart
        FROM ending e
        JOIN units_named(ARRAY(SELECT text FROM ending ORDER BY post, house, n), ARRAY(SELECT house FROM ending ORDER BY post, house, n)) k
            ON (k.name, k.within) = (e.text, e.house)
        ORDER BY e.post, e.house, e.n
    ), cut AS MATERIALIZED (
        SELECT g.post, g.house, string_to_array(regexp_replace(g.post, '\s*([,;(]|\s[–—-]\s)\s*', E'\n'), E'\n') AS parts FROM given g
    ), doubtful AS (
        SELECT DISTINCT p.post, p.house
        FROM (SELECT f.post, f.house, f.head FROM found f WHERE f.code = f.house
              UNION ALL
              -- No unit is found: the part before the first mark is the position, unless it names a unit itself.
              SELECT c.post, c.house, c.parts[1] FROM cut c LEFT JOIN found f USING (post, house) WHERE f.code IS NULL AND c.parts[2] IS NOT NULL) p,
             regexp_split_to_table(p.head, '[,;:/()–—-]') part
        -- Other bodies of the province, too: "Sở Tư pháp tỉnh Cao Bằng".
        WHERE regexp_replace(fold(part), '(truong|pho) phong$', '') ~ '\m(phong|thads|khu vuc|chi cuc|so|ubnd|uy ban|hoi dong|hdnd|toa an|vien kiem sat|cong an)\M|\mthi hanh an dan su .'
    )
    SELECT g.post, g.house, told.position, told.workplace
    FROM given g LEFT JOIN found f USING (post, house) LEFT JOIN doubtful d USING (post, house) JOIN cut USING (post, house)
    CROSS JOIN LATERAL (
        SELECT NULL AS position, g.post AS workplace WHERE d.post IS NOT NULL
        UNION ALL
        -- "Trưởng phòng THADS khu vực 1" says the position and the unit with one word.
        SELECT CASE WHEN NOT f.is_apart AND fold(f.head) ~ '(^| )(truong|pho|chanh)$' THEN g.post ELSE tidy(regexp_replace(f.head, '[ ,;:/(–—-]+$', '')) END, f.code
        WHERE f.code IS NOT NULL AND d.post IS NULL
        UNION ALL
        SELECT tidy(cut.parts[1]), CASE WHEN cut.parts[2] ~ '[A-Za-zĐđ]' THEN tidy(rtrim(cut.parts[2], ')')) END WHERE f.code IS NULL AND d.post IS NULL) AS told;
$$;
COMMENT ON FUNCTION post_read IS 'Positions and workplaces that a list has in one column, each with the house to which the unit belongs: the position, and the unit''s code; if no such unit is named there, what may be its name.';

CREATE FUNCTION house_titled(titles text[]) RETURNS TABLE (house text, name text, title text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT min(u.code), min(u.name), min(t.text)
    FROM unnest(titles) AS t (text)
    JOIN unit_alias a ON a.until IS NULL AND a.key = province_key(regexp_replace(t.text, '^[^:]*:', ''))
    JOIN unit u ON u.code = a.unit AND u.kind = 'province'
    HAVING count(DISTINCT u.code) = 1;
$$;
COMMENT ON FUNCTION house_titled IS 'The province that the titles above a list name, and the title; no row if they name none, or more than one.';

CREATE FUNCTION nomination_sheet_title_error(titles text[], units text[]) RETURNS TABLE (title text, name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT t.title, t.name FROM house_titled(titles) t WHERE EXISTS (SELECT FROM units_named(units, NULL) u WHERE u.house <> t.house);
$$;
COMMENT ON FUNCTION nomination_sheet_title_error IS 'The title that names another house than one that proposes in the list, and that house''s name: nobody can say for which of them the list is.';

CREATE FUNCTION nomination_sheet_reshape(
    rows integer[], firsts text[], units text[], awards text[], collectives text[], individuals text[], staff_nos text[], positions text[],
    workplaces text[], nominees text[], posts text[], titles text[], default_unit text
) RETURNS TABLE (row_number integer, first text, unit text, award text, collective text, individual text, staff_no text, "position" text, workplace text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET jit = off AS $$
    WITH cell AS MATERIALIZED (
        SELECT g.row_number, tidy(g.first) AS first, tidy(g.unit) AS unit, tidy(g.award) AS award,
               CASE WHEN tidy(g.collective) !~ '^[-–—]+$' THEN tidy(g.collective) END AS collective,
               CASE WHEN tidy(g.individual) !~ '^[-–—]+$' THEN tidy(g.individual) END AS individual, tidy(g.staff_no) AS staff_no,
               tidy(g.position) AS position, tidy(g.workplace) AS workplace, CASE WHEN tidy(g.nominee) !~ '^[-–—]+$' THEN tidy(g.nominee) END AS nominee,
               CASE WHEN tidy(g.post) !~ '^[-–—]+$' THEN tidy(g.post) END AS post,
               -- The number may stand in the name's cell: "1. Nguyễn Văn An".
               coalesce(substring(tidy(g.first) FROM '^[0-9]+(?=[.)]|$)'), substring(coalesce(tidy(g.nominee), tidy(g.individual), tidy(g.collective)) FROM '^[0-9]+(?=[.)])')) AS number
        FROM unnest(rows, firsts, units, awards, collectives, individuals, staff_nos, positions, workplaces, nominees, posts)
             AS g (row_number, first, unit, award, collective, individual, staff_no, position, workplace, nominee, post)
    ), title AS MATERIALIZED (
        SELECT t.text, award_stated(t.text) AS award,
               (regexp_match(t.text COLLATE "vi-x-icu", '(?:^| )(?:đơn vị|cơ quan)(?: đề nghị| lập| báo cáo)?\s*:\s*(.+)$', 'i'))[1] COLLATE "default" AS unit
        FROM unnest(titles) AS t (text)
    ), proposer AS MATERIALIZED (
        SELECT coalesce(default_unit, (SELECT house FROM house_titled(titles)), (SELECT min(t.code) FROM (SELECT read_unit(unit) AS code FROM title) t HAVING count(DISTINCT t.code) = 1)) AS unit
    ), proposing AS MATERIALIZED (
        SELECT u.name, u.house FROM units_named(ARRAY(SELECT unit FROM cell UNION SELECT unit FROM proposer), NULL) u
    ), entry AS MATERIALIZED (
        SELECT c.*, unnumbered(coalesce(c.nominee, c.individual, c.collective)) AS called, u.house,
               -- A capital before a name may be an initial: "V. Hoàng Minh Tuấn".
               CASE WHEN coalesce(c.nominee, c.individual) ~ '^[IVXLC]' THEN coalesce(c.nominee, c.individual) ELSE unnumbered(coalesce(c.nominee, c.individual)) END AS name,
               c.collective IS NULL AND c.staff_no IS NULL AND num_nonnulls(c.nominee, c.individual) = 1 AS is_open,
               num_nonnulls(c.unit, c.collective, c.individual, c.staff_no, c.position, c.workplace, c.nominee, c.post) AS told,
               max(c.award) OVER () IS NOT NULL AS has_awards,
               CASE WHEN c.first ~ '^[IVX]+([.)]|$)' THEN 'I' WHEN c.first ~ '^[A-ZĐ]([.)]|$)' THEN 'A' WHEN c.first ~ '^[0-9]+[.)][0-9]' THEN '1.1'
                    WHEN c.number IS NOT NULL THEN '1' WHEN c.first ~ '^[a-zđ]([.)]|$)' THEN 'a' END AS style
        FROM cell c CROSS JOIN proposer p LEFT JOIN proposing u ON u.name = coalesce(c.unit, p.unit)
    ), called AS MATERIALIZED (
        SELECT * FROM units_named(ARRAY(SELECT called FROM entry ORDER BY row_number), ARRAY(SELECT house FROM entry ORDER BY row_number)) WHERE within IS NOT NULL
    ), unit_row AS MATERIALIZED (
        -- A unit above people is their heading, and so are the others that are numbered as it is; one that is numbered as nominees are, above "1.1".
        SELECT n.row_number, n.code, bool_or(n.is_above_person) OVER (PARTITION BY n.style) AS is_above_people
        FROM (SELECT e.row_number, e.style, o.code, e.number, lead(e.style) OVER below AS style_below,
                     lead(e.called IS NOT NULL AND o.code IS NULL AND (e.number IS NOT NULL OR e.told > 1)) OVER below AS is_above_person
              FROM entry e LEFT JOIN called o ON (o.name, o.within) = (e.called, e.house)
              WHERE e.told > 0 OR e.first IS NOT NULL
              WINDOW below AS (ORDER BY e.row_number)) n
        WHERE n.code IS NOT NULL AND (n.number IS NULL OR n.style = '1' AND n.style_below = '1.1' AND n.is_above_person)
    ), alone AS MATERIALIZED (
        SELECT c.*, s.text, CASE WHEN a.award IS NULL THEN award_stated(s.text) END AS named_award, subject_stated(s.text) AS stated_subject, a.award AS award_beside,
               r.code IS NOT NULL AND r.is_above_people IS NOT TRUE AS is_unit, (c.number IS NOT NULL AND r.is_above_people) IS TRUE AS is_above_subnumbers
        FROM entry c LEFT JOIN unit_row r USING (row_number)
        LEFT JOIN (SELECT g.award AS name, read_award(g.award) AS award FROM (SELECT DISTINCT award FROM cell) g) a ON a.name = c.award
        CROSS JOIN LATERAL (
            SELECT coalesce(c.unit, c.collective, c.individual, c.position, c.workplace, c.nominee, c.post, CASE WHEN a.award IS NULL THEN c.award END, c.first) AS text) s
        -- What it says stands in one cell. The award may stand beside it.
        WHERE c.told + num_nonnulls(CASE WHEN a.award IS NULL THEN c.award END) <= 1
          AND s.text !~ '^[0-9]+[.)]?$'
    ), heading AS MATERIALIZED (
        -- One that is numbered as an earlier one is, is on its level, and ends it; those that are numbered in another way are below it.
        SELECT h.row_number, h.stated_award, h.stated_subject, min(h.row_number) OVER (PARTITION BY h.style) AS level
        FROM (SELECT a.row_number, a.stated_subject, coalesce(a.named_award, a.award_beside) AS stated_award,
                     coalesce(a.style, concat(a.named_award IS NULL, a.stated_subject IS NULL)) AS style
              FROM alone a
              WHERE num_nonnulls(a.named_award, a.stated_subject) > 0 OR a.award_beside IS NULL AND a.is_above_subnumbers
                 OR a.award_beside IS NULL AND NOT a.is_unit AND a.first ~ '^[IVXLC]+([.)]|$)'
                 -- In capitals, and no code.
                 OR a.award_beside IS NULL AND NOT a.is_unit AND a.text = upper(a.text COLLATE "vi-x-icu") AND num_nonnulls(a.unit, a.staff_no, a.number) = 0
                    AND (NOT is_code(a.text) OR a.text !~ '[0-9]')) h
    ), section AS MATERIALIZED (
        SELECT h.*, (SELECT min(g.row_number) FROM heading g WHERE g.row_number > h.row_number AND g.level <= h.level) AS until
        FROM heading h WHERE num_nonnulls(h.stated_award, h.stated_subject) > 0
    ), listed AS MATERIALIZED (
        SELECT e.*, e.row_number = ANY (ARRAY(SELECT h.row_number FROM heading h)) AS is_heading,
               -- What stands in a numbered row is a nominee; in a list without numbers, a name that has more beside it, or a unit. Not the house, which
               -- signs below.
               e.called IS NOT NULL AND is_total(e.first) IS NOT TRUE
                   AND (CASE WHEN bool_or(e.number IS NOT NULL AND e.called IS NOT NULL) OVER () THEN e.number IS NOT NULL
                             ELSE e.told > 1 OR (r.code <> e.house AND r.is_above_people IS NOT TRUE) IS TRUE END
                        OR (e.style = 'I' AND r.code IS NOT NULL AND r.is_above_people IS NOT TRUE) IS TRUE) AS is_listed
        FROM entry e LEFT JOIN unit_row r USING (row_number)
    ), placed AS MATERIALIZED (
        SELECT e.*, coalesce(e.unit, CASE WHEN e.is_listed OR e.award IS NOT NULL THEN p.unit END) AS proposer,
               (SELECT s.stated_subject FROM section s WHERE s.stated_subject IS NOT NULL AND s.row_number < e.row_number AND (s.until > e.row_number) IS NOT FALSE
                ORDER BY s.row_number DESC LIMIT 1) AS subject,
               coalesce(e.award, CASE WHEN e.is_listed THEN (
                   SELECT w.name_vi FROM word w WHERE w.code = coalesce(
                       (SELECT s.stated_award FROM section s WHERE s.stated_award IS NOT NULL AND s.row_number < e.row_number
                            AND (s.until > e.row_number) IS NOT FALSE ORDER BY s.row_number DESC LIMIT 1),
                       (SELECT min(t.award) FROM title t WHERE NOT e.has_awards AND e.row_number > 0 HAVING count(DISTINCT t.award) = 1))) END) AS proposed_award
        FROM listed e CROSS JOIN proposer p
        WHERE NOT e.is_heading
    ), named AS (
        SELECT p.*, o.code AS collective_code, post.position AS post_position, post.workplace AS post_workplace,
               (p.is_open AND has_form_of_address(p.name) IS NOT TRUE
                AND (o.code IS NOT NULL OR p.subject = 'collective' OR p.name COLLATE "vi-x-icu" ~* '^(tập thể|phòng|văn phòng|thads|thi hành án|chi cục|cục)\M'
                     OR p.individual IS NULL AND p.subject IS NULL AND coalesce(p.post, p.position, p.workplace) IS NULL)) IS TRUE AS is_collective
        FROM placed p
        LEFT JOIN called o ON p.is_open AND (o.name, o.within) = (p.called, p.house)
        LEFT JOIN post_read(ARRAY(SELECT p.post FROM placed p ORDER BY p.row_number), ARRAY(SELECT p.house FROM placed p ORDER BY p.row_number)) post
            ON (post.post, post.house) = (p.post, p.house)
    )
    SELECT n.row, coalesce(n.number, n.own_first), n.proposer, n.proposed_award,
           coalesce(n.collective, CASE WHEN n.is_collective THEN coalesce(n.collective_code, n.name) WHEN n.individual IS NOT NULL THEN n.nominee END),
           -- Under the heading of people, a unit is none of them.
           CASE WHEN n.is_collective AND n.subject IS DISTINCT FROM 'individual' THEN NULL
                -- "Ông" is a family name as well, "Ông Ích Khiêm", unless everyone is addressed, and not all as "Ông".
                WHEN n.name COLLATE "vi-x-icu" !~* '^ông'
                     OR bool_and(has_form_of_address(n.name)) FILTER (WHERE n.is_person) OVER ()
                        AND bool_or(n.name COLLATE "vi-x-icu" !~* '^ông') FILTER (WHERE n.is_person) OVER ()
                THEN unaddressed(n.name)
                ELSE n.name END,
           n.staff_no,
           -- What a collective has there is the unit that it belongs to, or nothing that is known.
           coalesce(n.position, CASE WHEN n.post_workplace IS NULL OR n.house IS NULL THEN coalesce(n.post_position, n.post) ELSE n.post_position END),
           coalesce(n.workplace, CASE WHEN NOT n.is_collective OR n.post_position IS NOT NULL THEN n.post_workplace END)
    FROM (SELECT c.row_number AS row, c.first AS own_first, n.*, n.is_listed AND NOT n.is_collective AND n.name IS NOT NULL AS is_person FROM cell c LEFT JOIN named n USING (row_number)) n
    ORDER BY n.row;
$$;
COMMENT ON FUNCTION nomination_sheet_reshape IS 'The rows of a file of nominations in the form''s columns; headings are left empty. A list''s one column for collectives and people, and its one for position and workplace, are taken apart; units become codes; the award is the one of the heading or the title above, the unit the one in the title, if the row says nothing.';

GRANT EXECUTE ON FUNCTION nomination_sheet_title_error, nomination_sheet_reshape TO thidua_user;
