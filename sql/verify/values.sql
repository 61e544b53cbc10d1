SELECT fault FROM (VALUES
    ('fold() distinguishes Hòa from Hoà',    fold('Hòa') = fold('Hoà')),
    ('fold() distinguishes Ð (eth) from Đ',  fold('Ðắk') = fold('Đắk')),
    ('is_plain_text() accepts NFD',          NOT is_plain_text(normalize('Hòa', NFD))),
    ('is_plain_text() accepts controls',     NOT is_plain_text(E'a\tb')),
    ('is_code() accepts lower-case letters', NOT is_code('kv03')),
    ('read_moment() misreads a bare date',  read_moment('25/4/2026') = '2026-04-24 17:00 UTC')
) AS tried (fault, holds) WHERE holds IS NOT TRUE;
