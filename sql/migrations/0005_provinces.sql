-- The headquarters, and the 34 provinces with the codes of Decision 19/2025/QĐ-TTg.

INSERT INTO unit (code, kind, name) VALUES ('CUC', 'headquarters', 'Cơ quan Cục');
INSERT INTO unit_alias (unit, alias) VALUES
    ('CUC', 'Cơ quan Cục'),
    ('CUC', 'Cục'),
    ('CUC', 'Cục Quản lý THADS'),
    ('CUC', 'Cục Quản lý Thi hành án dân sự'),
    ('CUC', 'Headquarters');

WITH province (code, name, city) AS (VALUES
    ('01', 'Hà Nội', true),       ('04', 'Cao Bằng', false),   ('08', 'Tuyên Quang', false), ('11', 'Điện Biên', false),
    ('12', 'Lai Châu', false),    ('14', 'Sơn La', false),     ('15', 'Lào Cai', false),     ('19', 'Thái Nguyên', false),
    ('20', 'Lạng Sơn', false),    ('22', 'Quảng Ninh', false), ('24', 'Bắc Ninh', false),    ('25', 'Phú Thọ', false),
    ('31', 'Hải Phòng', true),    ('33', 'Hưng Yên', false),   ('37', 'Ninh Bình', false),   ('38', 'Thanh Hóa', false),
    ('40', 'Nghệ An', false),     ('42', 'Hà Tĩnh', false),    ('44', 'Quảng Trị', false),   ('46', 'Huế', true),
    ('48', 'Đà Nẵng', true),      ('51', 'Quảng Ngãi', false), ('52', 'Gia Lai', false),     ('56', 'Khánh Hòa', false),
    ('66', 'Đắk Lắk', false),     ('68', 'Lâm Đồng', false),   ('75', 'Đồng Nai', false),    ('79', 'Hồ Chí Minh', true),
    ('80', 'Tây Ninh', false),    ('82', 'Đồng Tháp', false),  ('86', 'Vĩnh Long', false),   ('91', 'An Giang', false),
    ('92', 'Cần Thơ', true),      ('96', 'Cà Mau', false)
), entered AS (
    INSERT INTO unit (code, kind, name)
    SELECT code, 'province', format('THADS %s %s', CASE WHEN city THEN 'thành phố' ELSE 'tỉnh' END, name) FROM province
)
INSERT INTO unit_alias (unit, alias) SELECT code, name FROM province;
INSERT INTO unit_alias (unit, alias) VALUES ('79', 'HCM');

INSERT INTO unit_alias (unit, alias, until) VALUES
    ('15', 'Yên Bái', '2025-07-01'),   ('24', 'Bắc Giang', '2025-07-01'), ('44', 'Quảng Bình', '2025-07-01'),
    ('52', 'Bình Định', '2025-07-01'), ('80', 'Long An', '2025-07-01'),   ('82', 'Tiền Giang', '2025-07-01'),
    ('91', 'Kiên Giang', '2025-07-01');
