-- The column headers that files use, in either language; and the cells of the staffing file that is being imported. A transaction empties the
-- intake before it ends, so no transaction ever sees another's rows.

CREATE TABLE sheet_header (
    form   text COLLATE "C" NOT NULL,
    alias  text COLLATE "C" NOT NULL,
    field  text COLLATE "C" NOT NULL,
    CONSTRAINT sheet_header_means_one_field PRIMARY KEY (form, alias)
);
COMMENT ON TABLE  sheet_header       IS 'The column headers that files use.';
COMMENT ON COLUMN sheet_header.form  IS 'What the file lists: staffing, nomination or attestation.';
COMMENT ON COLUMN sheet_header.alias IS 'The header as fold() returns it, without spaces.';
COMMENT ON COLUMN sheet_header.field IS 'The field that the column holds.';
INSERT INTO sheet_header (form, alias, field)
SELECT DISTINCT form, replace(fold(header), ' ', ''), field
FROM (VALUES
    ('staffing', 'province_code', ARRAY['province_code', 'Mã tỉnh', 'Mã tỉnh, thành phố', 'Mã tỉnh/TP', 'Mã địa phương', 'Mã số tỉnh', 'Mã tỉnh thành',
                                        'Mã TP', 'Mã số', 'Province no.']),
    ('staffing', 'province', ARRAY['province', 'Tỉnh, thành phố', 'Tỉnh', 'Tỉnh thành', 'Tỉnh/TP', 'Tên tỉnh', 'Tên tỉnh, thành phố', 'Tỉnh, TP', 'Địa phương', 'THADS tỉnh', 'Cơ quan THADS', 'Thi hành án dân sự tỉnh, thành phố',
                                   'THADS tỉnh, thành phố', 'Province name']),
    ('staffing', 'unit_code', ARRAY['unit_code', 'Mã đơn vị', 'Mã số đơn vị', 'Mã ĐV', 'Mã phòng']),
    ('staffing', 'unit', ARRAY['unit', 'Đơn vị', 'Tên đơn vị', 'Tên phòng', 'Phòng, ban', 'Đơn vị trực thuộc', 'Unit name']),
    ('staffing', 'kind', ARRAY['kind', 'Loại đơn vị', 'Loại', 'Loại hình đơn vị', 'Loại hình', 'Cấp đơn vị', 'Unit kind', 'Type']),
    ('staffing', 'civil_servants', ARRAY['civil_servants', 'Số công chức', 'Biên chế', 'Biên chế có mặt', 'Biên chế hiện có', 'Số CC', 'Công chức',
                                         'Công chức có mặt', 'Số công chức có mặt', 'Số lượng công chức', 'Số người', 'Có mặt', 'Hiện có', 'Thực có', 'Số có mặt',
                                         'Biên chế công chức', 'Biên chế thực có', 'Công chức hiện có', 'Số công chức hiện có', 'Số công chức thực có', 'Số lượng',
                                         'Headcount', 'Staff', 'Civil servants', 'Number of civil servants', 'Present']),
    ('nomination', 'unit', ARRAY['unit', 'Đơn vị đề nghị', 'Mã đơn vị đề nghị', 'Đơn vị', 'Mã đơn vị', 'Proposing unit']),
    ('nomination', 'award', ARRAY['award', 'Hình thức khen thưởng', 'Hình thức', 'Danh hiệu', 'Hình thức khen', 'Hình thức đề nghị', 'Hình thức đề nghị khen thưởng',
                                  'Hình thức khen thưởng đề nghị', 'Đề nghị khen thưởng', 'Danh hiệu, hình thức khen thưởng',
                                  'Danh hiệu thi đua, hình thức khen thưởng']),
    ('nomination', 'collective', ARRAY['collective', 'Tập thể (mã đơn vị)', 'Tập thể', 'Mã tập thể', 'Tên tập thể', 'Collective (unit code)']),
    ('nomination', 'individual', ARRAY['individual', 'Họ và tên', 'Họ tên', 'Cá nhân', 'Họ và tên cá nhân', 'Họ, tên', 'Full name', 'Name']),
    ('nomination', 'staff_no', ARRAY['staff_no', 'Số hiệu công chức', 'Số hiệu', 'Mã công chức', 'Staff number']),
    ('nomination', 'position', ARRAY['position', 'Chức vụ', 'Chức danh', 'Chức vụ, chức danh', 'Chức danh, chức vụ']),
    ('nomination', 'workplace', ARRAY['workplace', 'Nơi công tác (mã đơn vị)', 'Nơi công tác', 'Đơn vị công tác', 'Workplace (unit code)']),
    -- Lists as units hold them have one column for collectives and people, and one for position and workplace.
    ('nomination', 'nominee', ARRAY['nominee', 'Họ và tên, tập thể', 'Họ tên, tập thể', 'Họ và tên cá nhân, tập thể', 'Họ và tên cá nhân, tên tập thể', 'Họ và tên, tên tập thể',
                                    'Tập thể, họ và tên', 'Tên tập thể, họ và tên', 'Tên tập thể, họ và tên cá nhân', 'Tập thể, cá nhân', 'Cá nhân, tập thể',
                                    'Tên tập thể, cá nhân', 'Tên cá nhân, tập thể', 'Tập thể và cá nhân', 'Tập thể, cá nhân đề nghị khen thưởng',
                                    'Tập thể, cá nhân được đề nghị khen thưởng', 'Tên tập thể, cá nhân đề nghị khen thưởng', 'Đối tượng khen thưởng',
                                    'Đối tượng đề nghị khen thưởng', 'Collective or person']),
    ('nomination', 'position_and_workplace', ARRAY['position_and_workplace', 'Chức vụ và đơn vị công tác', 'Chức vụ, đơn vị công tác', 'Chức vụ và nơi công tác',
                                    'Chức vụ, nơi công tác', 'Chức vụ, đơn vị', 'Chức vụ và đơn vị', 'Chức danh, đơn vị công tác', 'Chức danh và đơn vị công tác',
                                    'Chức vụ, chức danh, đơn vị công tác', 'Chức danh, chức vụ, đơn vị công tác', 'Chức vụ, chức danh và đơn vị công tác',
                                    'Chức vụ, cơ quan, đơn vị công tác', 'Chức vụ và cơ quan, đơn vị công tác', 'Position and workplace'])
) AS given (form, field, headers) CROSS JOIN unnest(headers) AS header;
-- The column headers of attestation files.
INSERT INTO sheet_header (form, alias, field)
SELECT DISTINCT 'attestation', replace(fold(header), ' ', ''), field
FROM (VALUES
    ('nomination', ARRAY['nomination', 'Số đề nghị', 'Đề nghị số', 'Mã đề nghị', 'Đề nghị', 'Nomination number']),
    ('item',     ARRAY['item', 'Mục', 'Mã mục', 'Tiêu chuẩn', 'Văn bản', 'Nội dung', 'Criterion', 'Directive']),
    ('date',     ARRAY['date', 'completed_on', 'Completed', 'Ngày', 'Ngày hoàn thành', 'Completed on']),
    ('quality',  ARRAY['quality', 'of_quality', 'Chất lượng', 'Bảo đảm chất lượng', 'Chất lượng dữ liệu']),
    ('applies',  ARRAY['applies', 'Thuộc trường hợp', 'Thuộc trường hợp này', 'Có thuộc trường hợp này', 'Is so']),
    ('evidence', ARRAY['evidence', 'Minh chứng', 'Tài liệu minh chứng', 'Căn cứ', 'Bằng chứng'])
) AS given (field, headers) CROSS JOIN unnest(headers) AS header;

CREATE UNLOGGED TABLE staffing_intake_place (
    place          integer NOT NULL,
    province_code  text    NOT NULL,
    province       text    NOT NULL,
    kind           text    NOT NULL,
    above_code     text    NOT NULL DEFAULT '',
    above_province text    NOT NULL DEFAULT ''
);
COMMENT ON TABLE  staffing_intake_place               IS 'Each distinct place named in the file being imported, as written there.';
COMMENT ON COLUMN staffing_intake_place.place         IS 'The number by which staffing_intake refers to it.';
COMMENT ON COLUMN staffing_intake_place.province_code IS 'Cell of the column "Mã tỉnh".';
COMMENT ON COLUMN staffing_intake_place.province      IS 'Cell of the column "Tỉnh, thành phố".';
COMMENT ON COLUMN staffing_intake_place.kind          IS 'Cell of the column "Loại đơn vị".';
COMMENT ON COLUMN staffing_intake_place.above_code     IS 'The last province code above, if the row does not name its province itself; empty otherwise.';
COMMENT ON COLUMN staffing_intake_place.above_province IS 'The last name of a province above, or the last heading, if the row does not name its province itself; empty otherwise.';

CREATE UNLOGGED TABLE staffing_intake_name (
    number  integer NOT NULL,
    unit    text    NOT NULL,
    plain   text    GENERATED ALWAYS AS (tidy(unnumbered(unit))) STORED,
    key     text    COLLATE "C" GENERATED ALWAYS AS (fold(unnumbered(unit))) STORED
);
COMMENT ON TABLE  staffing_intake_name        IS 'The distinct unit names in the file being imported: most of them occur in every house.';
COMMENT ON COLUMN staffing_intake_name.number IS 'The number by which staffing_intake refers to it.';
COMMENT ON COLUMN staffing_intake_name.unit   IS 'Cell of the column "Đơn vị", as written in the file.';
COMMENT ON COLUMN staffing_intake_name.plain  IS 'The name as tidy() returns it, without a number before it.';
COMMENT ON COLUMN staffing_intake_name.key    IS 'The key by which it is matched: see fold().';

CREATE UNLOGGED TABLE staffing_intake (
    row_number      integer NOT NULL,
    place           integer NOT NULL,
    unit_code       text,
    unit            text,
    headcount       text,
    name            integer,
    code            text    COLLATE "C",
    civil_servants  integer,
    label           text
);
COMMENT ON TABLE  staffing_intake                IS 'The cells of the file being imported, as written there.';
COMMENT ON COLUMN staffing_intake.row_number     IS 'The row of the file, from 1, as a spreadsheet numbers it.';
COMMENT ON COLUMN staffing_intake.place          IS 'Its province and kind: see staffing_intake_place.';
COMMENT ON COLUMN staffing_intake.unit_code      IS 'Cell of the column "Mã đơn vị" if "code" is null; empty if the file has none.';
COMMENT ON COLUMN staffing_intake.unit           IS 'Cell of the column "Đơn vị" if "name" is null.';
COMMENT ON COLUMN staffing_intake.headcount      IS 'Cell of the column "Số công chức" if "civil_servants" is null.';
COMMENT ON COLUMN staffing_intake.name           IS 'The number of its name in staffing_intake_name; null if the file has too many names.';
COMMENT ON COLUMN staffing_intake.code           IS 'Cell of the column "Mã đơn vị" if it can be used as written.';
COMMENT ON COLUMN staffing_intake.civil_servants IS 'Cell of the column "Số công chức" if it is a plain number.';
COMMENT ON COLUMN staffing_intake.label          IS 'Cells of other columns, if the row names no kind of unit: "Tổng cộng" may stand anywhere.';

-- What was made of these cells: each view below is read once, and its rows are kept, as every later question begins with them.

CREATE UNLOGGED TABLE staffing_intake_reading (
    place           integer NOT NULL,
    own_code        text    COLLATE "C",
    own_province    text,
    kind_name       text,
    is_unnamed      boolean NOT NULL,
    province_code   text    COLLATE "C",
    province        text,
    province_key    text    COLLATE "C",
    house           text    COLLATE "C",
    house_kind      text    COLLATE "C",
    house_name      text,
    house_key       text    COLLATE "C",
    kind            text    COLLATE "C",
    is_named        boolean NOT NULL,
    is_total        boolean NOT NULL
);
COMMENT ON TABLE  staffing_intake_reading               IS 'The places as interpreted; null for a cell that could not be interpreted. See staffing_place_read.';
COMMENT ON COLUMN staffing_intake_reading.place         IS 'The place: see staffing_intake_place.';
COMMENT ON COLUMN staffing_intake_reading.own_code      IS 'The province''s code in the rows themselves.';
COMMENT ON COLUMN staffing_intake_reading.own_province  IS 'The province''s name in the rows themselves.';
COMMENT ON COLUMN staffing_intake_reading.kind_name     IS 'The kind of unit, in the file''s words.';
COMMENT ON COLUMN staffing_intake_reading.is_unnamed    IS 'Whether the rows do not name their province themselves.';
COMMENT ON COLUMN staffing_intake_reading.province_code IS 'The province''s code, in the rows themselves or above.';
COMMENT ON COLUMN staffing_intake_reading.province      IS 'The province''s name, in the rows themselves or above.';
COMMENT ON COLUMN staffing_intake_reading.province_key  IS 'The key of that name: see province_key().';
COMMENT ON COLUMN staffing_intake_reading.house         IS 'The province or the headquarters.';
COMMENT ON COLUMN staffing_intake_reading.house_kind    IS 'Its kind.';
COMMENT ON COLUMN staffing_intake_reading.house_name    IS 'Its name in the registry.';
COMMENT ON COLUMN staffing_intake_reading.house_key     IS 'The key by which that name is matched: see fold().';
COMMENT ON COLUMN staffing_intake_reading.kind          IS 'The units'' kind.';
COMMENT ON COLUMN staffing_intake_reading.is_named      IS 'Whether the name that the file gives is one of the house''s.';
COMMENT ON COLUMN staffing_intake_reading.is_total      IS 'Whether the rows are totals.';

CREATE UNLOGGED TABLE staffing_intake_aside (
    row_number  integer NOT NULL,
    is_total    boolean NOT NULL,
    headcount   text,
    heading_of  text    COLLATE "C",
    cells       text    NOT NULL
);
COMMENT ON TABLE  staffing_intake_aside            IS 'Rows that list no unit: totals ("Tổng cộng"), headings, and signatures below the last unit. They are reported, and not imported.';
COMMENT ON COLUMN staffing_intake_aside.row_number IS 'The row of the file.';
COMMENT ON COLUMN staffing_intake_aside.is_total   IS 'Whether it is a total.';
COMMENT ON COLUMN staffing_intake_aside.headcount  IS 'Cell of the column "Số công chức".';
COMMENT ON COLUMN staffing_intake_aside.heading_of IS 'The house whose sum it states, if it is a heading that states one.';
COMMENT ON COLUMN staffing_intake_aside.cells      IS 'Its cells, in one line.';

CREATE UNLOGGED TABLE staffing_intake_total (
    place             integer NOT NULL,
    units             bigint  NOT NULL,
    civil_servants    bigint,
    first_code        text    COLLATE "C",
    last_code         text    COLLATE "C",
    codes_may_be_odd  boolean NOT NULL,
    names_may_be_odd  boolean NOT NULL,
    names_may_tell_otherwise boolean NOT NULL
);
COMMENT ON TABLE  staffing_intake_total                  IS 'The rows of each place added up: see staffing_intake_sum.';
COMMENT ON COLUMN staffing_intake_total.place            IS 'The place: see staffing_intake_place.';
COMMENT ON COLUMN staffing_intake_total.units            IS 'The number of rows.';
COMMENT ON COLUMN staffing_intake_total.civil_servants   IS 'Their civil servants; null if no cell could be read.';
COMMENT ON COLUMN staffing_intake_total.first_code       IS 'The lowest of their codes that can be used as written.';
COMMENT ON COLUMN staffing_intake_total.last_code        IS 'The highest of these.';
COMMENT ON COLUMN staffing_intake_total.codes_may_be_odd IS 'Whether codes must be checked one by one.';
COMMENT ON COLUMN staffing_intake_total.names_may_be_odd IS 'Whether names must be checked one by one.';
COMMENT ON COLUMN staffing_intake_total.names_may_tell_otherwise IS 'Whether names may tell that units are of another kind than their rows say.';
