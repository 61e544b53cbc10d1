SELECT fault FROM (VALUES
    ('fold() tells Hòa from Hoà',           fold('Hòa') = fold('Hoà')),
    ('fold() tells Ð (eth) from Đ',         fold('Ðắk') = fold('Đắk')),
    ('is_plain_text() lets NFD in',         NOT is_plain_text(normalize('Hòa', NFD))),
    ('is_plain_text() lets controls in',    NOT is_plain_text(E'a\tb')),
    ('is_code() lets small letters in',     NOT is_code('kv03')),
    ('read_moment() misreads a bare date',  read_moment('25/4/2026') = '2026-04-24 17:00 UTC')
) AS tried (fault, holds) WHERE holds IS NOT TRUE;
