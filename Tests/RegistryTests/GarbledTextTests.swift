import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// Text that lost its letters, or has those of another encoding, and text that has not.
@Suite(.limited, .keepsFailedDatabases) struct GarbledTextTests {
    /// Text that was encoded in one way and decoded in another, as the names of the causes say.
    private static let garbled: [(String, String)] = [
        ("Nguy?n Văn ?", "lost"), ("Ph?ng THADS khu v?c 1", "lost"), ("Tr\u{FFFD}n An", "lost"), ("Thi h?nh ?n dân s?", "lost"),
        ("Nguyá»…n VÄƒn An", "utf_8"), ("Há»\u{93} ChÃ­ Minh", "utf_8"), ("Æ°u tÃº", "utf_8"), ("PhÃ²ng", "utf_8"),
        ("NguyÔn V¨n ¶", "font"), ("Phßng THADS khu vùc 1", "font"), ("THADS tØnh Gia Lai", "font"), ("V¨n phßng", "font"),
        ("TrÇn ThÞ Hµ", "font"), ("Lª §×nh Nam", "font"),
        ("Nguyeãn Vaên An", "font"), ("Phoøng Thi haønh aùn", "font"), ("Traàn Thò Haø", "font"), ("Ñoã Minh Ñöùc", "font"),
        ("Nguy\u{AD}®n Vån An", "font"),
    ]

    private static let whole = [
        "Nguyễn Văn Ả", "Phòng THADS khu vực 1", "Hoàn thiện", "khoá học", "loãng", "Hòa", "Hoà", "khuếch trương", "QUYẾT ĐỊNH",
        "xoè", "Ðỗ Minh",
        "Đắk Lắk", "Trà Vinh (cũ)", "Cục Quản lý THADS", "Kon Tum - Quảng Ngãi", "Số 12/QĐ-THADS", "uỷ viên",
        "Nguyễn Thị Ánh Tuyết", "Y Moan Êñuôl Kbuôr".replacing("ñ", with: "n"),
        "PGS.TS. Lê Văn Ý", "Vì sao?", "Âu Dương", "Ô Môn", "an toàn – hiệu quả", "“Nền tảng số”", "Điểm 1.2.1.a", "A&B", "m²",
    ]

    @Test func `What was garbled is recognized, with its cause, and what was not is left alone`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            for (text, cause) in Self.garbled {
                expect(try connection.first("SELECT garbled(\(text)) AS cause") { try $0["cause"] as String? } ?? nil, is: cause)
            }
            for text in Self.whole {
                #expect(
                    try connection.first("SELECT garbled(\(text)) AS cause") { try $0["cause"] as String? } == .some(nil),
                    "\(text)")
            }
        }
    }

    /// Every syllable that Vietnamese can have, in small letters, with a capital, and in capitals.
    @Test func `No Vietnamese syllable is taken for garbled text`() throws {
        let onsets = [
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r",
            "s", "t", "th", "tr", "v", "x",
        ]
        let nuclei = [
            "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia",
            "iu", "iê", "iêu", "yê", "yêu", "oa",
            "oă", "oai", "oay", "oe", "oeo", "oi", "ôi", "ơi", "oo", "ua", "uâ", "uây", "uê", "ui", "uô", "uôi", "uơ", "uy",
            "uya", "uyê", "uyu", "ưa", "ưi",
            "ươ", "ươi", "ươu", "ưu",
        ]
        let marks = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        // The mark may stand on any vowel: "hoà" and "hòa" are both written.
        let rimes = nuclei.flatMap { nucleus in
            marks.flatMap { mark in
                nucleus.indices.map { place in
                    var rime = nucleus
                    rime.insert(contentsOf: mark, at: rime.index(after: place))
                    return rime.precomposedStringWithCanonicalMapping
                }
            }
        }
        let words = Set(onsets.flatMap { onset in rimes.map { onset + $0 } }).flatMap { [$0, $0.capitalized, $0.uppercased()] }
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let taken = try connection.query(
                "SELECT w FROM unnest(\(words)) AS w WHERE garbled(w) IS NOT NULL ORDER BY w LIMIT 20"
            ) { try $0[0] as String }
            #expect(taken == [], "\(words.count) words")
        }
    }
}
