-- Area specialists ("chuyên quản địa bàn"): the officers of Ban Tổ chức cán bộ who look after certain provinces. Each receives the
-- nightly report on their provinces.
CREATE TABLE area_specialist (
    code   code       NOT NULL CONSTRAINT area_specialist_code_is_unique PRIMARY KEY,
    name   plain_text NOT NULL,
    -- Exactly one address and nothing else: it is inserted into the header of a letter.
    email  text       COLLATE "C" CONSTRAINT area_specialist_email_is_an_address CHECK (
        email ~ '^[A-Za-z0-9.!#$%&''*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$'
        AND length(email) <= 254 AND email !~ '^-')
);
-- The pages' folders are named after it, with a hyphen for each slash.
CREATE UNIQUE INDEX area_specialist_code_names_its_folder ON area_specialist (replace(code, '/', '-'));
COMMENT ON TABLE  area_specialist       IS 'Officers of Ban Tổ chức cán bộ who look after certain provinces (docs/develop/rules.md, Words).';
COMMENT ON COLUMN area_specialist.code  IS 'The code by which the tool refers to them; also the name of their folder of reports.';
COMMENT ON COLUMN area_specialist.name  IS 'Full name.';
COMMENT ON COLUMN area_specialist.email IS 'Where soft copies and reports are sent; null if none are sent.';

CREATE TABLE specialist_area (
    province    code NOT NULL CONSTRAINT specialist_area_is_of_one PRIMARY KEY,
    kind        text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('province') STORED,
    specialist  code NOT NULL CONSTRAINT specialist_area_has_a_specialist REFERENCES area_specialist ON DELETE CASCADE,
    CONSTRAINT specialist_area_is_a_province FOREIGN KEY (province, kind) REFERENCES unit (code, kind)
);
COMMENT ON TABLE  specialist_area            IS 'Who looks after which province: one area specialist for each.';
COMMENT ON COLUMN specialist_area.province   IS 'The province.';
COMMENT ON COLUMN specialist_area.kind       IS 'The kind of that unit: always province.';
COMMENT ON COLUMN specialist_area.specialist IS 'Its area specialist.';
