-- The rules of Kế hoạch 606/KH-CQLTHADS, as its circular states them: the only place where these numbers are written.
-- This file is run again whenever it has changed, so every statement leaves existing rows alone.

INSERT INTO campaign (code, title, plan_date, deadline) VALUES (
    '606/KH-CQLTHADS',
    'Thi đua cao điểm “Triển khai hiệu quả Nền tảng số trong lĩnh vực Thi hành án dân sự”',
    '2026-02-11',
    -- Clause 3, "trước ngày 25/4/2026": strictly before that day begins in Hanoi.
    timestamptz '2026-04-25 00:00 Asia/Ho_Chi_Minh')
ON CONFLICT DO NOTHING;

INSERT INTO quota_rule (campaign, rule, clause, award, subject, holder_kind, measure, pooled) VALUES
    ('606/KH-CQLTHADS', 'Q1', '1.2.1.a', 'minister_certificate', 'collective', 'headquarters', 'none',           false),
    ('606/KH-CQLTHADS', 'Q2', '1.2.1.a', 'minister_certificate', 'individual', 'headquarters', 'none',           false),
    ('606/KH-CQLTHADS', 'Q3', '1.2.1.b', 'minister_certificate', 'collective', 'province',     'none',           true),
    ('606/KH-CQLTHADS', 'Q4', '1.2.1.b', 'minister_certificate', 'individual', 'province',     'none',           true),
    ('606/KH-CQLTHADS', 'Q5', '1.2.2.a', 'director_certificate', 'collective', 'headquarters', 'none',           false),
    ('606/KH-CQLTHADS', 'Q6', '1.2.2.a', 'director_certificate', 'individual', 'headquarters', 'none',           false),
    ('606/KH-CQLTHADS', 'Q7', '1.2.2.b', 'director_certificate', 'collective', 'province',     'area_offices',   false),
    ('606/KH-CQLTHADS', 'Q8', '1.2.2.b', 'director_certificate', 'individual', 'province',     'civil_servants', false)
ON CONFLICT DO NOTHING;

INSERT INTO quota_bracket (campaign, rule, bracket, allowed) VALUES
    ('606/KH-CQLTHADS', 'Q1', '[0,)',       1),
    ('606/KH-CQLTHADS', 'Q2', '[0,)',       2),
    ('606/KH-CQLTHADS', 'Q3', '[0,)',      10),
    ('606/KH-CQLTHADS', 'Q4', '[0,)',      15),
    ('606/KH-CQLTHADS', 'Q5', '[0,)',       2),
    ('606/KH-CQLTHADS', 'Q6', '[0,)',       5),
    ('606/KH-CQLTHADS', 'Q7', '[0,15)',     1),
    ('606/KH-CQLTHADS', 'Q7', '[15,)',      2),
    ('606/KH-CQLTHADS', 'Q8', '[0,200)',    1),
    ('606/KH-CQLTHADS', 'Q8', '[200,500]',  2),
    ('606/KH-CQLTHADS', 'Q8', '(500,)',     3)
ON CONFLICT DO NOTHING;

-- Clause 1.1, word for word.
INSERT INTO criterion (campaign, code, subject, clause, words, words_en) VALUES
    ('606/KH-CQLTHADS', 'a1', 'collective', '1.1.a',
     'Ban hành kịp thời kế hoạch, chương trình, văn bản chỉ đạo để tổ chức triển khai Nền tảng số tại đơn vị; tổ chức quán triệt, hướng dẫn bảo đảm việc sử dụng Nền tảng số được thực hiện thống nhất, đúng quy trình.',
     'Issued in good time the plans, programmes and instructions by which the digital platform is put to use in the unit; saw to it by briefing and guidance that the platform is used uniformly and as prescribed.'),
    ('606/KH-CQLTHADS', 'a2', 'collective', '1.1.a',
     'Hoàn thành việc cập nhật dữ liệu THADS theo chỉ đạo tại các văn bản: số 259/CQLTHADS-CĐ&TKDL ngày 17/01/2026; số 615/CQLTHADS-CĐ&TKDL ngày 11/02/2026 và số 469/CQLTHADS-CĐ&TKDL ngày 29/01/2026 của Cục Quản lý THADS.',
     'Completed the updating of enforcement data as directed by the Department''s documents 259/CQLTHADS-CĐ&TKDL of 17/01/2026, 615/CQLTHADS-CĐ&TKDL of 11/02/2026 and 469/CQLTHADS-CĐ&TKDL of 29/01/2026.'),
    ('606/KH-CQLTHADS', 'a3', 'collective', '1.1.a',
     'Chất lượng dữ liệu thi hành án được cập nhật trên Nền tảng số, bảo đảm đúng, đủ, sạch, sống, hạn chế tối đa sai sót, trùng lặp, thiếu thông tin.',
     'The enforcement data entered in the platform is correct, complete, clean and current, with as few errors, duplicates and gaps as can be.'),
    ('606/KH-CQLTHADS', 'a4', 'collective', '1.1.a',
     'Khai thác dữ liệu số phục vụ công tác quản lý, chỉ đạo, điều hành đảm bảo theo quy định.',
     'Uses the digital data for management, direction and administration as prescribed.'),
    ('606/KH-CQLTHADS', 'a5', 'collective', '1.1.a',
     'Triển khai, vận hành Nền tảng số trong lĩnh vực THADS sớm, đúng định hướng và đạt hiệu quả thực chất; khai thác tốt các chức năng, phần mềm của hệ thống, góp phần nâng cao hiệu quả tổ chức thi hành án.',
     'Put the digital platform to use and ran it early, in the right direction and to real effect; makes good use of the system''s functions and software, and so makes enforcement more effective.'),
    ('606/KH-CQLTHADS', 'a6', 'collective', '1.1.a',
     'Thực hiện cập nhật dữ liệu nhanh, đầy đủ, kịp thời trên Nền tảng số, kết quả nhập liệu về đích sớm nhất trong số các đơn vị về đích đúng hạn và bảo đảm chất lượng dữ liệu cập nhật. Trong thời gian xét khen thưởng, tập thể không có kết luận vi phạm nghiêm trọng của cơ quan có thẩm quyền.',
     'Updated the data in the platform fast, fully and in good time, and was the earliest to finish among the units that finished on time, with data of assured quality. While the award is considered, no competent authority has concluded a serious violation by the collective.'),
    ('606/KH-CQLTHADS', 'b1', 'individual', '1.1.b',
     'Nghiêm túc chấp hành các quy định, hướng dẫn về sử dụng Nền tảng số trong lĩnh vực THADS; chủ động học tập, nâng cao kỹ năng số, tích cực tham gia các hoạt động tập huấn, hướng dẫn sử dụng hệ thống.',
     'Strictly follows the rules and guidance on using the digital platform; learns and improves digital skills of their own accord, and takes an active part in training on the system.'),
    ('606/KH-CQLTHADS', 'b2', 'individual', '1.1.b',
     'Hoàn thành việc cập nhật dữ liệu THADS theo chỉ đạo tại các văn bản: số 259/CQLTHADS-CĐ&TKDL ngày 17/01/2026; số 615/CQLTHADS-CĐ&TKDL ngày 11/02/2026 và số 469/CQLTHADS-CĐ&TKDL ngày 29/01/2026 của Cục Quản lý THADS.',
     'Completed the updating of enforcement data as directed by the Department''s documents 259/CQLTHADS-CĐ&TKDL of 17/01/2026, 615/CQLTHADS-CĐ&TKDL of 11/02/2026 and 469/CQLTHADS-CĐ&TKDL of 29/01/2026.'),
    ('606/KH-CQLTHADS', 'b3', 'individual', '1.1.b',
     'Cập nhật hồ sơ, dữ liệu nghiệp vụ trên Nền tảng số đầy đủ, kịp thời, đúng quy trình, kết quả nhập liệu về đích sớm nhất trong số các cá nhân về đích đúng hạn và bảo đảm chất lượng dữ liệu cập nhật; khai thác hiệu quả các chức năng, tiện ích của hệ thống phục vụ công việc.',
     'Updates files and professional data in the platform fully, in good time and as prescribed, and was the earliest to finish among the individuals who finished on time, with data of assured quality; makes effective use of the system''s functions and tools for the work.'),
    ('606/KH-CQLTHADS', 'b4', 'individual', '1.1.b',
     'Chủ động, tích cực tham gia triển khai, vận hành và sử dụng Nền tảng số trong lĩnh vực THADS; thực hiện cập nhật hồ sơ, dữ liệu nghiệp vụ nhanh, đầy đủ, đúng quy trình trên hệ thống.',
     'Takes part of their own accord and actively in putting the digital platform to use, running and using it; updates files and professional data in the system fast, fully and as prescribed.'),
    ('606/KH-CQLTHADS', 'b5', 'individual', '1.1.b',
     'Tinh thần đổi mới, sáng tạo; đề xuất giải pháp, sáng kiến hoặc tham gia hỗ trợ, hướng dẫn đồng nghiệp trong quá trình triển khai, vận hành Nền tảng số; các đóng góp được xem xét trên cơ sở hiệu quả thực tế.',
     'A spirit of renewal and creativity; proposes solutions and initiatives, or supports and guides colleagues while the platform is put to use and run; contributions are judged by their real effect.'),
    ('606/KH-CQLTHADS', 'b6', 'individual', '1.1.b',
     'Trong thời gian xét khen thưởng, cá nhân không đang trong thời gian bị xem xét kỷ luật, không bị khởi tố, điều tra, truy tố, xét xử hoặc đang thi hành kỷ luật theo quy định.',
     'While the award is considered, the individual is not under disciplinary consideration, prosecution, investigation, indictment or trial, nor serving a disciplinary measure.')
ON CONFLICT DO NOTHING;

-- The circular does not say by when they had to be completed: administrators set that (thidua campaign due).
INSERT INTO directive (campaign, number, issued_on, clause) VALUES
    ('606/KH-CQLTHADS', '259/CQLTHADS-CĐ&TKDL', '2026-01-17', '1.1'),
    ('606/KH-CQLTHADS', '469/CQLTHADS-CĐ&TKDL', '2026-01-29', '1.1'),
    ('606/KH-CQLTHADS', '615/CQLTHADS-CĐ&TKDL', '2026-02-11', '1.1')
ON CONFLICT DO NOTHING;

INSERT INTO bar (campaign, code, subject, clause, name_vi, name_en) VALUES
    ('606/KH-CQLTHADS', 'serious_violation',          'collective', '1.1.a', 'Có kết luận vi phạm nghiêm trọng của cơ quan có thẩm quyền', 'A competent authority has concluded a serious violation'),
    ('606/KH-CQLTHADS', 'disciplinary_consideration', 'individual', '1.1.b', 'Đang trong thời gian bị xem xét kỷ luật', 'Under disciplinary consideration'),
    ('606/KH-CQLTHADS', 'prosecution',                'individual', '1.1.b', 'Bị khởi tố',              'Criminal proceedings have been opened'),
    ('606/KH-CQLTHADS', 'investigation',              'individual', '1.1.b', 'Bị điều tra',             'Under investigation'),
    ('606/KH-CQLTHADS', 'indictment',                 'individual', '1.1.b', 'Bị truy tố',              'Indicted'),
    ('606/KH-CQLTHADS', 'trial',                      'individual', '1.1.b', 'Bị xét xử',               'On trial'),
    ('606/KH-CQLTHADS', 'serving_discipline',         'individual', '1.1.b', 'Đang thi hành kỷ luật',   'Serving a disciplinary measure')
ON CONFLICT DO NOTHING;

-- Campaigns that have no criteria, directives or bars yet, such as copies made before this one had them.
INSERT INTO criterion (campaign, code, subject, clause, words, words_en)
SELECT c.code, k.code, k.subject, k.clause, k.words, k.words_en FROM campaign c JOIN criterion k ON k.campaign = '606/KH-CQLTHADS'
WHERE NOT EXISTS (SELECT FROM criterion x WHERE x.campaign = c.code);
INSERT INTO directive (campaign, number, issued_on, clause)
SELECT c.code, d.number, d.issued_on, d.clause FROM campaign c JOIN directive d ON d.campaign = '606/KH-CQLTHADS'
WHERE NOT EXISTS (SELECT FROM directive x WHERE x.campaign = c.code);
INSERT INTO bar (campaign, code, subject, clause, name_vi, name_en)
SELECT c.code, b.code, b.subject, b.clause, b.name_vi, b.name_en FROM campaign c JOIN bar b ON b.campaign = '606/KH-CQLTHADS'
WHERE NOT EXISTS (SELECT FROM bar x WHERE x.campaign = c.code);

SELECT quota_apply();
