-- The rules of Kế hoạch 606/KH-CQLTHADS, as its circular states them: the one place where these numbers stand.
-- Run again whenever this file has changed, so every statement leaves alone what is already there.

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

SELECT quota_apply();
