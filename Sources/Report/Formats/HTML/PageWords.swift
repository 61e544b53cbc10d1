import Registry

/// The page's own texts; the names of codes are in the database.
enum PageWords {
    /// The texts in the templates, by the names used there.
    static let fixed: [Language: [String: String]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in (language, phrases.mapValues { $0[language] }) })

    static let report = Phrase("Tình hình chỉ tiêu khen thưởng", "Commendation quotas")
    static let over = Phrase("Chỉ tiêu bị vượt", "Quotas exceeded")
    static let near = Phrase("Đơn vị sát mốc chỉ tiêu", "Units near a threshold")
    static let unstaffed = Phrase("Chưa có bảng biên chế", "Without staffing data")
    static let withNothing = Phrase("Chưa có đề nghị", "Without nominations")
    static let unsubmitted = Phrase("Chưa nộp hồ sơ", "Have not submitted")
    static let findings = Phrase("Trường hợp trùng cần xử lý", "Duplicates to settle")

    private static let phrases: [String: Phrase] = [
        "report": report, "over": over, "near": near, "findings": findings,

        "skip": Phrase("Đến nội dung chính", "Skip to the content"),
        "contents": Phrase("Mục lục", "Contents"),
        "house": Phrase("Cục Quản lý Thi hành án dân sự", "Department of Civil Judgment Enforcement Management"),
        "edition": Phrase("Báo cáo", "Report"),
        "scope": Phrase("Phạm vi", "Scope"),
        "as_of": Phrase("Tính đến", "As of"),
        "deadline": Phrase("Thời hạn gửi hồ sơ", "Deadline"),
        "time_left": Phrase("Thời gian còn lại", "Time left"),

        "hand": Phrase("Việc cần xử lý hôm nay", "What needs attention today"),
        "map": Phrase("Bản đồ các tỉnh, thành phố", "Map of the provinces"),
        "bars": Phrase("Chỉ tiêu đã dùng của từng đơn vị", "Slots used by each unit"),
        "curve": Phrase("Tiến độ đề nghị đến thời hạn gửi hồ sơ", "Nominations up to the deadline"),
        "quotas": Phrase("Chi tiết từng chỉ tiêu", "Every quota"),
        "dossiers": Phrase("Hồ sơ và nội dung còn thiếu", "Dossiers and what is missing"),
        "ranking": Phrase("Thứ tự về đích sớm nhất", "Ranking by earliest completion"),
        "changes": Phrase("Thay đổi so với báo cáo trước", "Changes since the last report"),
        "trail": Phrase("Nhật ký hệ thống", "Audit trail"),

        "unit": Phrase("Đơn vị", "Unit"),
        "award": Phrase("Hình thức khen thưởng", "Award"),
        "subject": Phrase("Đối tượng", "Subject"),
        "stage": Phrase("Giai đoạn", "Stage"),
        "quota": Phrase("Hình thức, đối tượng", "Quota"),
        "state": Phrase("Trạng thái", "State"),
        "allowed": Phrase("Chỉ tiêu", "Allowed"),
        "used": Phrase("Đã dùng", "Used"),
        "remaining": Phrase("Còn lại", "Remaining"),
        "basis": Phrase("Căn cứ tính", "Basis"),
        "clause": Phrase("Điểm, mục", "Clause"),
        "by": Phrase("Tài khoản", "By"),

        "none_over": Phrase("Không có chỉ tiêu nào bị vượt.", "No quota is exceeded."),
        "near_caption": Phrase(
            "Bảng biên chế mới có thể làm thay đổi các chỉ tiêu này.", "A new staffing table could change these quotas."),
        "findings_caption": Phrase(
            "Đơn vị không được biết đơn vị nào đã đề nghị; Cục làm việc với từng đơn vị.",
            "The units do not know of each other; the Department has to ask them."),
        "why": Phrase("Trường hợp", "Why"),
        "staff_no": Phrase("Số hiệu, mã", "Number"),
        "other_unit": Phrase("Đơn vị đã đề nghị", "Nominated by"),
        "nomination": Phrase("Số đề nghị", "Nomination"),
        "other_nominee": Phrase("Tên đã đề nghị", "As"),
        "has": Phrase("Hiện có", "Has"),
        "edge": Phrase("Mốc", "Threshold"),
        "allowed_now": Phrase("Chỉ tiêu hiện tại", "Current quota"),
        "nominations": Phrase("Đề nghị theo trạng thái", "Nominations by state"),
        "no_nominations": Phrase("Chưa có đề nghị nào.", "There are no nominations yet."),

        "map_note": Phrase(
            "Số trên mỗi ô: số suất đã dùng trên tổng số suất được đề nghị. Vị trí các ô chỉ mang tính tương đối.",
            "On each tile: slots used, out of all proposal slots. The position of the tiles is only approximate."),
        "legend": Phrase("Chú giải: trạng thái hồ sơ", "Key: state of the dossier"),
        "off_the_map": Phrase("Đơn vị khác", "Other units"),
        "bars_note": Phrase(
            "Số suất đã dùng trên chỉ tiêu. Phần tô đặc: đã dùng; để trống: còn lại; gạch chéo: vượt chỉ tiêu.",
            "Slots used out of those allowed. Filled: used; empty: free; hatched: over the quota."),

        "deadline_mark": Phrase("Thời hạn gửi hồ sơ", "Deadline"),
        "curve_table": Phrase("Số liệu của biểu đồ", "Chart data"),
        "curve_caption": Phrase(
            "Cộng dồn đến cuối ngày; không tính đề nghị đã rút hoặc loại do không đủ điều kiện.",
            "Running totals at the end of the day, excluding withdrawn and disqualified nominations."),
        "day": Phrase("Ngày", "Day"),
        "entered": Phrase("Đã lập", "Entered"),
        "submitted": Phrase("Đã nộp", "Submitted"),

        "quotas_caption": Phrase(
            "Chỉ tiêu, số suất đã dùng và căn cứ tính của từng đơn vị được giao chỉ tiêu.",
            "Each unit's slots: allowed, used, and basis."),

        "dossiers_caption": Phrase("Tình trạng hồ sơ của từng đơn vị.", "The state of each unit's dossier."),
        "submitted_at": Phrase("Nộp lúc", "Submitted"),
        "paper": Phrase("Nhận bản giấy lúc", "Paper set"),
        "email": Phrase("Nhận bản mềm lúc", "Soft copy"),
        "nominations_short": Phrase("Đề nghị", "Nominations"),
        "lacking": Phrase("Còn thiếu", "Missing"),
        "missing": Phrase("Nội dung còn thiếu", "What is missing"),
        "nothing_missing": Phrase("Không có hồ sơ nào còn thiếu nội dung.", "Nothing is missing from any dossier."),

        "ranking_note": Phrase(
            "Chỉ xếp hạng trường hợp hoàn thành tất cả văn bản chỉ đạo đúng hạn, dữ liệu bảo đảm chất lượng; cùng ngày thì đồng hạng.",
            "Only those who completed every directive on time, with assured data quality, are ranked; the same day gives the same rank."
        ),
        "no_ranking": Phrase("Chưa có đề nghị nào đã nộp để xếp hạng.", "No nominations have been submitted for ranking."),
        "rank": Phrase("Hạng", "Rank"),
        "nominee": Phrase("Tập thể, cá nhân", "Nominee"),
        "finished": Phrase("Ngày hoàn thành", "Finished"),

        "imports": Phrase("Bảng biên chế đã nhập", "Staffing tables imported"),
        "quota_changes": Phrase("Thay đổi chỉ tiêu", "Quota changes"),
        "from": Phrase("Từ", "From"),
        "to": Phrase("Thành", "To"),
        "at": Phrase("Thời điểm", "At"),
        "what": Phrase("Nội dung", "What"),
        "last": Phrase("Lần cuối", "Last"),
        "no_changes": Phrase("Không có thay đổi nào khác.", "Nothing else has changed."),

        "check": Phrase("Đối chiếu bằng lệnh:", "Check it with:"),
        "made_by": Phrase("Trang do thidua lập từ cơ sở dữ liệu.", "Generated from the registry by thidua."),
    ]
}

// MARK: Heading

extension PageWords {
    static let noEdition = Phrase("Lập theo yêu cầu, ngoài báo cáo hằng đêm", "Made on request, between the nightly reports")
    static let everything = Phrase("Toàn quốc", "The whole country")

    static func level(_ level: Verdict.Level) -> Phrase {
        switch level {
        case .good: Phrase("Không có việc cần xử lý", "All is well")
        case .attention: Phrase("Cần lưu ý", "Needs attention")
        case .over: Phrase("Vượt chỉ tiêu", "Quota exceeded")
        }
    }

    static func edition(of date: String, isLate: Bool, isFinal: Bool, revision: Int) -> Phrase {
        var late = isLate ? Phrase(", lập muộn quá 1 giờ", ", made more than an hour late") : Phrase("", "")
        if revision > 1 {
            late = Phrase(
                "\(late.vi), bản lập lần \(revision) thay bản trước",
                "\(late.en), revision \(revision), in place of the previous one")
        }
        guard isFinal else { return Phrase("Ngày \(date)\(late.vi)", "\(date)\(late.en)") }
        return Phrase(
            "Báo cáo chốt, ngày \(date): số liệu chính thức tại thời điểm hết thời hạn\(late.vi)",
            "Final, \(date): the record as of the deadline\(late.en)")
    }

    static func area(of specialist: String, _ count: Int) -> Phrase {
        Phrase(
            "Địa bàn của chuyên quản \(specialist) (\(count) đơn vị)",
            "Area of \(specialist) (\(count) \(count == 1 ? "unit" : "units"))")
    }

    static func hanoi(_ moment: String) -> Phrase { Phrase("\(moment) (giờ Hà Nội)", "\(moment) (Hanoi time)") }

    static func trail(chains: Int, rows: Int) -> Phrase {
        Phrase(
            "Mã niêm phong của \(rows) dòng nhật ký thuộc \(chains) chuỗi:",
            "Seal over \(rows) \(rows == 1 ? "row" : "rows") in \(chains) \(chains == 1 ? "chain" : "chains"):")
    }
}

// MARK: Quotas and dossiers

extension PageWords {
    static let dossierItself = Phrase("Hồ sơ của đơn vị", "The dossier itself")
    static let noStaffing = Phrase(
        "Chưa có chỉ tiêu Giấy khen của Cục trưởng, vì chưa có bảng biên chế.",
        "There is no quota for the Director's certificate, because there is no staffing data.")

    static func over(_ quota: String, used: Int, allowed: Int) -> Phrase {
        Phrase("\(quota): đã dùng \(used), chỉ tiêu \(allowed).", "\(quota): \(used) used, \(allowed) allowed.")
    }

    static func standing(_ count: Int) -> Phrase {
        Phrase("\(count) đề nghị được tính vào chỉ tiêu.", count == 1 ? "1 active nomination." : "\(count) active nominations.")
    }

    static func number(_ nomination: Int) -> Phrase { Phrase("đề nghị số \(nomination)", "\(nomination)") }

    static func missing(_ count: Int) -> Phrase {
        Phrase("còn thiếu \(count) nội dung", count == 1 ? "1 item is missing" : "\(count) items are missing")
    }

    static func entered(_ count: Int) -> Phrase { Phrase("Đã lập: \(count)", "Entered: \(count)") }

    static func submitted(_ count: Int) -> Phrase { Phrase("Đã nộp: \(count)", "Submitted: \(count)") }

    static func curve(from first: String, to deadline: Phrase, asOf: String, entered: Int, submitted: Int) -> Phrase {
        Phrase(
            "Từ \(first) đến thời hạn gửi hồ sơ (\(deadline.vi)). Tính đến \(asOf): đã lập \(entered), đã nộp \(submitted). Số liệu từng ngày ở bảng dưới.",
            "From \(first) to the deadline (\(deadline.en)). As of \(asOf): \(entered) entered, \(submitted) submitted. The table below lists each day."
        )
    }
}

// MARK: Ranking

extension PageWords {
    static let notOnTime = Phrase("không đúng hạn", "not on time")
    static let notOfQuality = Phrase("chưa bảo đảm chất lượng", "quality not assured")
    static let neitherOnTimeNorOfQuality = Phrase("không đúng hạn, chưa bảo đảm chất lượng", "not on time, quality not assured")
    static let notKnown = Phrase("chưa đủ thông tin", "not known")
}

// MARK: Changes

extension PageWords {
    static let none = Phrase("không có", "none")
    static let campaign = Phrase("Đợt thi đua", "The campaign")

    static func since(_ moment: String?) -> Phrase {
        guard let moment else {
            return Phrase("Chưa có báo cáo trước: tính từ đầu đợt thi đua.", "There is no earlier report: since the start.")
        }
        return Phrase("Tính từ \(moment).", "Since \(moment).")
    }

    static func became(_ what: Phrase, _ count: Int, _ state: String) -> Phrase {
        Phrase("\(count) \(what.vi) chuyển thành “\(state)”", "\(what.en): \(count) became “\(state)”")
    }

    static func changed(_ what: Phrase, _ count: Int, by operation: String) -> Phrase {
        switch operation {
        case "insert": Phrase("thêm \(count) \(what.vi)", "\(what.en): \(count) added")
        case "delete": Phrase("xóa \(count) \(what.vi)", "\(what.en): \(count) deleted")
        default: Phrase("sửa \(count) \(what.vi)", "\(what.en): \(count) changed")
        }
    }

    static func quotaChanges(_ count: Int) -> Phrase {
        Phrase("\(count) thay đổi chỉ tiêu", count == 1 ? "1 quota change" : "\(count) quota changes")
    }

    static func entries(_ count: Int) -> Phrase {
        Phrase("\(count) lượt nhập, sửa hồ sơ và đề nghị", count == 1 ? "1 other entry" : "\(count) other entries")
    }

    static func staffing(
        file: String, asOf: String, mode: String, houses: Int, by login: String, at moment: String, isApplied: Bool
    ) -> Phrase {
        Phrase(
            "\(file), biên chế tính đến \(asOf), \(houses) địa phương (\(mode.lowercased())): \(login) nhập lúc \(moment), "
                + (isApplied ? "đã áp dụng." : "chưa áp dụng."),
            "\(file), staffing as of \(asOf), \(houses) \(houses == 1 ? "unit" : "units") (\(mode.lowercased())): imported by \(login) at \(moment), "
                + (isApplied ? "in force." : "stored, not applied."))
    }
}
