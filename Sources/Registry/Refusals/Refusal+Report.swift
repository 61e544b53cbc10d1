extension Refusal {
    static let reportSentences: [String: Sentence] = [
        "area_specialist_code_names_its_folder": Sentence(
            .invalidInput, "Đã có chuyên quản địa bàn mang mã chỉ khác ở dấu gạch.",
            "There is already an area specialist whose code differs only by a slash or hyphen."),
        "area_specialist_code_is_unique": Sentence(
            .invalidInput, "Mã chuyên quản địa bàn này đã có.", "There is already an area specialist with this code."),
        "area_specialist_email_is_an_address": Sentence(
            .invalidInput, "Địa chỉ hộp thư điện tử không đúng.", "This is not an e-mail address.",
            hint: Phrase("Viết như lan@example.vn.", "Write it as in lan@example.vn.")),
        "specialist_area_is_of_one": Sentence(
            .invalidInput, "Tỉnh, thành phố này đã có chuyên quản địa bàn.", "This province already has an area specialist."),
        "specialist_area_has_a_specialist": Sentence(
            .notFound, "Không có chuyên quản địa bàn này.", "There is no such area specialist."),
        "specialist_area_is_a_province": Sentence(
            .invalidInput, "Chuyên quản địa bàn chỉ theo dõi tỉnh, thành phố; đơn vị đã nêu không phải là tỉnh, thành phố.",
            "Area specialists look after provinces; this is not a province."),
        "report_run_campaign_is_known": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "report_is_kept_as_of_now": Sentence(
            .illegalStep, "Báo cáo chỉ được lưu trong giao dịch READ COMMITTED.", "Reports are kept in READ COMMITTED only."),
        "report_is_read_by_the_database": Sentence(
            .notPermitted, "Nội dung báo cáo phải do cơ sở dữ liệu đọc ra; nội dung này không phải.",
            "A report says what the database has read; this is not it."),
        "report_shows_what_is_committed": Sentence(
            .invalidInput, "Báo cáo phải được đọc trong một giao dịch chưa ghi gì.",
            "A report must be read in a transaction that has written nothing."),
        "report_revision_counts_from_one": Sentence(
            .invalidInput, "Số lần lập báo cáo tính từ 1.", "Revisions of a report are counted from 1."),
        "report_run_is_numbered": Sentence(
            .busy, "Báo cáo này vừa được lập.", "This report has just been made.", hint: Phrase("Thử lại.", "Try again.")),
        "report_setting_aside_says_who_and_why": Sentence(
            .invalidInput, "Nêu lý do thay báo cáo.", "Say why the report is set aside."),
        "audit_secret_is_the_only_one": Sentence(
            .internalError, "Khóa ký báo cáo đã có.", "The reports' secret exists already."),
        "audit_secret_is_one": Sentence(
            .internalError, "Chỉ có một khóa ký báo cáo.", "There is one secret for reports."),
        "report_run_is_the_only_one": Sentence(
            .busy, "Báo cáo của ngày này vừa được lập.", "This day's report has just been made.", hint: tryAgain),
        "report_run_seals_the_trail": Sentence(
            .internalError, "Báo cáo phải kèm niêm phong nhật ký.", "A report must have a seal of the trail."),
        "report_checksum_is_of_its_content": Sentence(
            .internalError, "Mã băm không phải của báo cáo này.", "The hash does not match this report."),
        "report_stays_as_it_was_made": Sentence(
            .notPermitted, "Báo cáo đã lập thì giữ nguyên, không sửa, không xóa.", "A report can be neither changed nor deleted."),
        "report_is_of_a_day_that_has_begun": Sentence(
            .invalidInput, "Ngày báo cáo chưa đến.", "That day has not begun yet.",
            hint: Phrase(
                "Chọn ngày hôm nay hoặc một ngày trước đó (theo giờ Hà Nội).", "Choose today or an earlier day, Hanoi time.")),
        "report_is_made_by_one_at_a_time": Sentence(
            .busy, "Một báo cáo khác đang được lập.", "Another report is being made.", hint: tryAgain),
        "report_seals_what_it_shows": Sentence(
            .busy, "Một thay đổi bắt đầu trước thời điểm báo cáo vừa được ghi xong.",
            "A transaction that began before the report's time has just ended.", hint: tryAgain),
        "report_letter_is_sent_once": Sentence(
            .illegalStep, "Báo cáo này đã gửi cho người nhận.", "This report has already been sent to this recipient."),
        "report_letter_is_of_a_report": Sentence(
            .notFound, "Không có báo cáo của ngày này.", "There is no report for this day."),
    ]

    private static let tryAgain = Phrase("Thử lại sau ít phút.", "Try again in a few minutes.")
}
