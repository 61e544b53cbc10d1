-- The tree of units, two levels deep: the headquarters with its bureaus, a province with its divisions and area offices.
CREATE TABLE unit_kind (
    code     text       COLLATE "C" CONSTRAINT unit_kind_is_listed_once PRIMARY KEY,
    parent   text       COLLATE "C" CONSTRAINT unit_kind_parent_is_a_kind REFERENCES unit_kind,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL
);
COMMENT ON TABLE  unit_kind         IS 'Kinds of unit (docs/develop/rules.md, Words).';
COMMENT ON COLUMN unit_kind.code    IS 'The kind''s code in data, JSON and staffing files.';
COMMENT ON COLUMN unit_kind.parent  IS 'The kind of unit that it is part of; null for the two top-level kinds.';
COMMENT ON COLUMN unit_kind.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN unit_kind.name_en IS 'English name.';
INSERT INTO unit_kind (code, parent, name_vi, name_en) VALUES
    ('headquarters', NULL,           'Cơ quan Cục',             'Headquarters'),
    ('bureau',       'headquarters', 'Đơn vị thuộc Cục',        'Bureau'),
    ('province',     NULL,           'THADS tỉnh, thành phố',   'Province'),
    ('division',     'province',     'Phòng chuyên môn, văn phòng của THADS tỉnh', 'Division'),
    ('area_office',  'province',     'Phòng THADS khu vực',     'Area office');

CREATE TABLE unit_kind_alias (
    alias  text COLLATE "C" NOT NULL CONSTRAINT unit_kind_alias_is_folded CHECK (alias = fold(alias)),
    house  text COLLATE "C" NOT NULL CONSTRAINT unit_kind_alias_house_is_a_kind REFERENCES unit_kind,
    kind   text COLLATE "C" NOT NULL CONSTRAINT unit_kind_alias_names_a_kind REFERENCES unit_kind,
    CONSTRAINT unit_kind_alias_means_one_kind PRIMARY KEY (alias, house)
);
COMMENT ON TABLE  unit_kind_alias       IS 'The names of the kinds in staffing files. "Văn phòng" is a bureau in the headquarters and a division in a province.';
COMMENT ON COLUMN unit_kind_alias.alias IS 'The name as fold() returns it.';
COMMENT ON COLUMN unit_kind_alias.house IS 'Whether the name is used within the headquarters or within a province.';
COMMENT ON COLUMN unit_kind_alias.kind  IS 'The kind that the name means.';
INSERT INTO unit_kind_alias (alias, house, kind)
SELECT DISTINCT fold(name), coalesce(k.parent, k.code), k.code
FROM unit_kind k
CROSS JOIN LATERAL (VALUES (k.code), (k.name_vi), (k.name_en)) AS given (name)
UNION
SELECT fold(name), house, kind
FROM (VALUES
    ('Cục',                       'headquarters', 'headquarters'),
    ('Ban',                       'headquarters', 'bureau'),
    ('Văn phòng',                 'headquarters', 'bureau'),
    ('Đơn vị thuộc Cục (Ban, Văn phòng)', 'headquarters', 'bureau'),
    ('THADS tỉnh',                'province',     'province'),
    ('THADS thành phố',           'province',     'province'),
    ('Thi hành án dân sự tỉnh',   'province',     'province'),
    ('Thi hành án dân sự thành phố', 'province',  'province'),
    ('Thi hành án dân sự tỉnh, thành phố', 'province', 'province'),
    ('Phòng Thi hành án dân sự khu vực', 'province', 'area_office'),
    ('Thi hành án dân sự khu vực', 'province',    'area_office'),
    ('Phòng nghiệp vụ, văn phòng', 'province',    'division'),
    ('Tỉnh',                      'province',     'province'),
    ('Thành phố',                 'province',     'province'),
    ('Phòng',                     'province',     'division'),
    ('Phòng chuyên môn',          'province',     'division'),
    ('Phòng nghiệp vụ',           'province',     'division'),
    ('Văn phòng',                 'province',     'division'),
    ('Khu vực',                   'province',     'area_office'),
    ('Phòng khu vực',             'province',     'area_office'),
    ('THADS khu vực',             'province',     'area_office'),
    ('Phòng THADS KV',            'province',     'area_office'),
    ('Phòng KV',                  'province',     'area_office'),
    ('THADS KV',                  'province',     'area_office'),
    ('KV',                        'province',     'area_office'),
    ('Phòng CM',                  'province',     'division'),
    ('Phòng CM, NV',              'province',     'division'),
    ('Phòng chuyên môn, nghiệp vụ', 'province',   'division'),
    ('THADS TP',                  'province',     'province'),
    ('TP',                        'province',     'province')) AS short (name, house, kind);

CREATE TABLE unit (
    code        code       CONSTRAINT unit_code_is_unique PRIMARY KEY,
    kind        text       COLLATE "C" NOT NULL CONSTRAINT unit_kind_is_known REFERENCES unit_kind,
    name        plain_text NOT NULL,
    parent      code,
    parent_kind text       COLLATE "C" GENERATED ALWAYS AS (
                    CASE kind WHEN 'bureau' THEN 'headquarters'
                              WHEN 'division' THEN 'province'
                              WHEN 'area_office' THEN 'province' END) STORED,
    -- The same house three times, null where the unit may not propose, or be nominated, so that a foreign key refuses it.
    house           text   COLLATE "C" GENERATED ALWAYS AS (coalesce(parent, code)) STORED,
    proposes_under  text   COLLATE "C" GENERATED ALWAYS AS (
                    CASE WHEN kind IN ('headquarters', 'bureau', 'province') THEN coalesce(parent, code) END) STORED,
    nominated_under text   COLLATE "C" GENERATED ALWAYS AS (
                    CASE WHEN kind <> 'headquarters' THEN coalesce(parent, code) END) STORED,
    staffing_table  bigint,
    CONSTRAINT unit_has_a_parent_if_its_kind_does CHECK ((parent IS NULL) = (parent_kind IS NULL)),
    -- The targets of composite foreign keys, so that none of these can cross from one house into another.
    CONSTRAINT unit_kind_is_referable       UNIQUE (code, kind),
    CONSTRAINT unit_house_is_referable      UNIQUE (code, house),
    CONSTRAINT unit_proposer_is_referable   UNIQUE (code, proposes_under),
    CONSTRAINT unit_collective_is_referable UNIQUE (code, nominated_under),
    CONSTRAINT unit_parent_is_of_the_right_kind FOREIGN KEY (parent, parent_kind) REFERENCES unit (code, kind)
);
CREATE UNIQUE INDEX unit_headquarters_is_the_only_one ON unit (kind) WHERE kind = 'headquarters';
CREATE UNIQUE INDEX unit_name_is_unique_in_its_house ON unit (house, fold(name));
COMMENT ON TABLE  unit                 IS 'Every unit that was ever in an applied staffing table, and the units that the registry ships with. Units are never deleted.';
COMMENT ON COLUMN unit.code            IS 'A province''s code from Decision 19/2025/QĐ-TTg, CUC for the headquarters, or a code below one of these, such as 01-KV03.';
COMMENT ON COLUMN unit.kind            IS 'Its kind.';
COMMENT ON COLUMN unit.name            IS 'Its full name.';
COMMENT ON COLUMN unit.parent          IS 'The province, or the headquarters, that it is part of.';
COMMENT ON COLUMN unit.parent_kind     IS 'The kind that its parent must have; null where it has none.';
COMMENT ON COLUMN unit.house           IS 'The province or the headquarters that it belongs to: itself, if it is one.';
COMMENT ON COLUMN unit.proposes_under  IS 'The house whose quotas its own proposals draw on; null for a unit that sends no dossier (clause 2).';
COMMENT ON COLUMN unit.nominated_under IS 'The house whose quotas its nomination as a collective draws on; null for the headquarters (N1).';
COMMENT ON COLUMN unit.staffing_table  IS 'The staffing table that entered or last changed it; null if none has.';

CREATE TABLE unit_alias (
    unit   code       NOT NULL CONSTRAINT unit_alias_is_of_a_unit REFERENCES unit,
    alias  plain_text NOT NULL,
    until  calendar_day,
    key    text       COLLATE "C" GENERATED ALWAYS AS (replace(fold(alias), ' ', '')) STORED,
    CONSTRAINT unit_alias_is_listed_once PRIMARY KEY (unit, alias)
);
COMMENT ON TABLE  unit_alias       IS 'The names of the headquarters and the provinces in staffing files. A row of a file must match in both code and name.';
COMMENT ON COLUMN unit_alias.unit  IS 'The province or the headquarters.';
COMMENT ON COLUMN unit_alias.alias IS 'A name that it goes by.';
COMMENT ON COLUMN unit_alias.key   IS 'The key by which it is matched: see province_key().';
COMMENT ON COLUMN unit_alias.until IS 'The day until which it was used: seven codes belonged to another province until 2025-07-01. Null for a name in use.';
