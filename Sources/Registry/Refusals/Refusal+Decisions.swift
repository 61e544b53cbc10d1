extension Refusal {
    static let decisionSentences: [String: Sentence] = [
        "council_session_number_is_unique": Sentence(
            .busy, "Số phiên họp này vừa được dùng.", "This session's number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "council_session_is_referable": Sentence(
            .busy, "Số phiên họp này vừa được dùng.", "This session's number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "council_session_campaign_is_known": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "council_session_has_been_held": Sentence(
            .invalidInput, "Phiên họp không thể ở tương lai.", "A session cannot be in the future.",
            hint: Phrase("Ghi ngày đã họp.", "Give the day on which it was held.")),
        "council_member_is_listed_once": Sentence(
            .invalidInput, "Thành viên này đã ghi; hai người trùng tên thì ghi thêm cho khác.",
            "This member is listed already; tell two of one name apart."),
        "council_member_sat_in_a_session": Sentence(.notFound, "Không có phiên họp này.", "There is no such session."),
        "council_opinion_is_given_once": Sentence(
            .invalidInput, "Mỗi phiên họp chỉ cho ý kiến một lần về một đề nghị.", "A session considers a nomination once."),
        "council_opinion_is_of_a_nomination": Sentence(.notFound, "Không có đề nghị này.", "There is no such nomination."),
        "council_opinion_is_of_a_session": Sentence(
            .notFound, "Đợt thi đua không có phiên họp này.", "The campaign has no such session."),
        "council_vote_counts_from_nothing": Sentence(
            .invalidInput, "Số phiếu không thể âm.", "Votes cannot be fewer than none."),
        "council_vote_had_voters": Sentence(.invalidInput, "Tổng số phiếu phải lớn hơn 0.", "There must have been votes."),
        "council_vote_is_not_above_its_total": Sentence(
            .invalidInput, "Số phiếu đồng ý không thể lớn hơn tổng số phiếu.", "Votes for cannot exceed votes in all.",
            hint: Phrase("Ghi phiếu đồng ý trước: SỐ=9/11.", "Give votes for first: NUMBER=9/11.")),
        "council_votes_are_of_its_members": Sentence(
            .invalidInput, "Số phiếu nhiều hơn số thành viên dự họp.", "There are more votes than members.",
            hint: Phrase("Ghi đủ thành viên: --member.", "Name every member: --member.")),
        "council_considers_what_was_submitted": Sentence(
            .illegalStep, "Hội đồng chỉ xét đề nghị đã nộp của đợt thi đua.",
            "The council considers nominations that were submitted in the campaign.", clause: "3"),
        "decision_campaign_is_known": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "decision_award_is_known": Sentence(
            .invalidInput, "Không có hình thức khen thưởng này.", "There is no such award."),
        "decision_has_been_taken": Sentence(
            .invalidInput, "Ngày quyết định không thể ở tương lai.", "A decision cannot be in the future."),
        "decision_is_recorded_once": Sentence(
            .invalidInput, "Quyết định này đã ghi với ngày khác.", "This decision is on record with another date.",
            hint: Phrase("Xem: thidua decision list", "See: thidua decision list")),
        "decision_is_referable": Sentence(
            .busy, "Quyết định này vừa được ghi.", "This decision has just been recorded.",
            hint: Phrase("Thử lại.", "Try again.")),
        "decision_outcome_is_known": Sentence(
            .invalidInput, "Kết quả phải là được hoặc không được khen thưởng.", "The outcome must be awarded or declined."),
        "decision_is_about_a_nomination_once": Sentence(
            .illegalStep, "Mỗi đề nghị chỉ có một kết quả, và đề nghị này đã có.",
            "A nomination has one outcome, and this one has it already."),
        "decision_outcome_is_of_a_nomination": Sentence(.notFound, "Không có đề nghị này.", "There is no such nomination."),
        "decision_outcome_is_of_a_decision": Sentence(
            .invalidInput, "Một quyết định chỉ về một hình thức khen thưởng.", "A decision is about one award only.",
            hint: Phrase(
                "Ghi riêng quyết định của Bộ trưởng và của Cục trưởng.", "Record the Minister's and the Director's apart.")),
        "decision_stands": Sentence(
            .illegalStep, "Quyết định đã ghi thì không sửa, không xoá.", "What was decided is neither changed nor deleted."),
    ]
}
