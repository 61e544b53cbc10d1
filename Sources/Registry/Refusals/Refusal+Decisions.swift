extension Refusal {
    static let decisionSentences: [String: Sentence] = [
        "council_session_number_is_unique": Sentence(
            .busy, "Số phiên họp này vừa được dùng.", "This session number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "council_session_is_referable": Sentence(
            .busy, "Số phiên họp này vừa được dùng.", "This session number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "council_session_campaign_is_known": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "council_session_has_been_held": Sentence(
            .invalidInput, "Ngày họp không được sau ngày hôm nay.", "A session cannot be in the future.",
            hint: Phrase("Ghi ngày thực tế đã họp.", "Give the day on which it was held.")),
        "council_member_is_listed_once": Sentence(
            .invalidInput, "Thành viên này đã có trong danh sách; hai người trùng họ tên thì ghi thêm để phân biệt.",
            "This member is already listed; distinguish two members with the same name."),
        "council_member_sat_in_a_session": Sentence(.notFound, "Không có phiên họp này.", "There is no such session."),
        "council_opinion_is_given_once": Sentence(
            .invalidInput, "Mỗi phiên họp chỉ cho ý kiến một lần đối với một đề nghị.",
            "A session considers a nomination only once."),
        "council_opinion_is_of_a_nomination": Sentence(.notFound, "Không có đề nghị này.", "There is no such nomination."),
        "council_opinion_is_of_a_session": Sentence(
            .notFound, "Đợt thi đua không có phiên họp này.", "The campaign has no such session."),
        "council_vote_counts_from_nothing": Sentence(
            .invalidInput, "Số phiếu không thể âm.", "The number of votes cannot be negative."),
        "council_vote_had_voters": Sentence(
            .invalidInput, "Tổng số phiếu phải lớn hơn 0.", "The total number of votes must be greater than 0."),
        "council_vote_is_not_above_its_total": Sentence(
            .invalidInput, "Số phiếu đồng ý không thể lớn hơn tổng số phiếu.", "Votes for cannot exceed the total votes.",
            hint: Phrase("Ghi số phiếu đồng ý trước, tổng số phiếu sau: SỐ=9/11.", "Give votes for first: NUMBER=9/11.")),
        "council_session_follows_the_plan": Sentence(
            .invalidInput, "Ngày họp không được trước ngày của kế hoạch.", "A session cannot be before the date of the plan."),
        "council_votes_are_of_its_members": Sentence(
            .invalidInput, "Số phiếu nhiều hơn số thành viên dự họp.", "There are more votes than members.",
            hint: Phrase("Ghi đủ thành viên: --member.", "Name every member: --member.")),
        "council_considers_what_was_submitted": Sentence(
            .illegalStep, "Hội đồng chỉ xét các đề nghị đã nộp của đợt thi đua.",
            "The council considers only nominations that were submitted in the campaign.", clause: "3"),
        "decision_campaign_is_known": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "decision_award_is_known": Sentence(
            .invalidInput, "Không có hình thức khen thưởng này.", "There is no such award."),
        "decision_follows_the_plan": Sentence(
            .invalidInput, "Ngày quyết định không được trước ngày của kế hoạch.",
            "A decision cannot be before the date of the plan."),
        "decision_has_been_taken": Sentence(
            .invalidInput, "Ngày quyết định không được sau ngày hôm nay.", "A decision cannot be in the future."),
        "decision_is_recorded_once": Sentence(
            .invalidInput, "Quyết định này đã được ghi với ngày khác.", "This decision is already recorded with another date.",
            hint: Phrase("Xem: thidua decision list", "See: thidua decision list")),
        "decision_is_referable": Sentence(
            .busy, "Quyết định này vừa được ghi.", "This decision has just been recorded.",
            hint: Phrase("Thử lại.", "Try again.")),
        "decision_outcome_is_known": Sentence(
            .invalidInput, "Kết quả phải là được hoặc không được khen thưởng.", "The outcome must be awarded or declined."),
        "decision_is_about_a_nomination_once": Sentence(
            .illegalStep, "Mỗi đề nghị chỉ có một kết quả; đề nghị này đã có kết quả.",
            "A nomination has only one outcome, and this one already has it."),
        "decision_outcome_is_of_a_nomination": Sentence(.notFound, "Không có đề nghị này.", "There is no such nomination."),
        "decision_outcome_is_of_a_decision": Sentence(
            .invalidInput, "Mỗi quyết định chỉ ghi một hình thức khen thưởng.", "A decision is about one award only.",
            hint: Phrase(
                "Ghi riêng quyết định của Bộ trưởng và quyết định của Cục trưởng.",
                "Record the Minister's and the Director's decisions separately.")),
        "decision_stands": Sentence(
            .illegalStep, "Quyết định đã ghi thì không sửa, không xóa.", "A recorded decision can be neither changed nor deleted."
        ),
    ]
}
