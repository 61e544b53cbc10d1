extension Refusal {
    static let eligibilitySentences: [String: Sentence] = [
        "criterion_is_of_a_campaign": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "criterion_code_is_short": Sentence(
            .invalidInput, "Mã tiêu chuẩn gồm một chữ thường và số thứ tự, như a1.",
            "A criterion's code is a lowercase letter and a number, such as a1."),
        "criterion_subject_is_known": Sentence(
            .invalidInput, "Đối tượng phải là tập thể hoặc cá nhân.", "The subject must be a collective or an individual."),
        "criterion_is_listed_once": Sentence(.invalidInput, "Tiêu chuẩn này đã có.", "This criterion is already listed."),
        "directive_is_of_a_campaign": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "directive_is_due_after_it_is_issued": Sentence(
            .invalidInput, "Hạn hoàn thành không được trước ngày ban hành văn bản.",
            "A directive cannot be due before it is issued.", clause: "1.1"),
        "directive_is_listed_once": Sentence(.invalidInput, "Văn bản này đã có.", "This directive is already listed."),
        "bar_is_of_a_campaign": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "bar_subject_is_known": Sentence(
            .invalidInput, "Đối tượng phải là tập thể hoặc cá nhân.", "The subject must be a collective or an individual."),
        "bar_is_listed_once": Sentence(.invalidInput, "Trường hợp này đã có.", "This ground is already listed."),
        "bar_is_referable": Sentence(.invalidInput, "Trường hợp này đã có.", "This ground is already listed."),
        "prose_is_plain": Sentence(
            .invalidInput, "Nội dung này không được để trống, quá dài, có ký tự điều khiển hoặc ký tự ẩn; dùng Unicode dựng sẵn.",
            "This text must be composed Unicode without control or invisible characters, neither empty nor too long."),
        "attestation_is_given_once": Sentence(
            .busy, "Tiêu chuẩn này vừa được xác nhận.", "This criterion has just been attested.",
            hint: Phrase("Thử lại.", "Try again.")),
        "attestation_is_of_a_nomination": Sentence(.notFound, "Không có đề nghị này.", "There is no such nomination."),
        "attestation_is_of_a_criterion": Sentence(
            .notFound, "Đợt thi đua không có tiêu chuẩn này.", "The campaign has no such criterion."),
        "completion_is_stated_once": Sentence(
            .busy, "Ngày hoàn thành này vừa được ghi.", "This completion has just been recorded.",
            hint: Phrase("Thử lại.", "Try again.")),
        "completion_is_of_a_nomination": Sentence(.notFound, "Không có đề nghị này.", "There is no such nomination."),
        "completion_is_of_a_directive": Sentence(
            .notFound, "Đợt thi đua không có văn bản này.", "The campaign has no such directive."),
        "completion_has_happened": Sentence(
            .invalidInput, "Ngày hoàn thành không được sau ngày hôm nay.", "A completion date cannot be in the future.",
            hint: Phrase("Ghi ngày hoàn thành thực tế.", "Give the day on which it was completed."), clause: "1.1"),
        "completion_follows_the_directive": Sentence(
            .invalidInput, "Ngày hoàn thành không được trước ngày ban hành văn bản.",
            "A directive cannot be completed before it is issued.",
            hint: Phrase("Ghi ngày hoàn thành thực tế.", "Give the day on which it was completed."), clause: "1.1"),
        "conduct_is_stated_once": Sentence(
            .busy, "Trường hợp này vừa được xác nhận.", "This has just been recorded.", hint: Phrase("Thử lại.", "Try again.")),
        "conduct_is_of_a_nomination": Sentence(.notFound, "Không có đề nghị này.", "There is no such nomination."),
        "conduct_is_about_a_bar": Sentence(
            .notFound, "Đợt thi đua không có trường hợp này.", "The campaign has no such ground."),
    ]
}
