extension Refusal {
    static let quotaSentences: [String: Sentence] = [
        "quota_covers_the_slots_in_use": Sentence(
            .quotaBelowUse,
            "Bảng biên chế này làm chỉ tiêu thấp hơn số suất đã dùng.",
            "This staffing table would lower a quota below the slots in use.",
            hint: Phrase(
                "Rút bớt đề nghị rồi thực hiện lại; khi nhập, có thể lưu mà chưa áp dụng (--no-apply).",
                "Have nominations withdrawn and try again; an import can be stored without being applied (--no-apply)."),
            clause: "1.2.2.b"),
        "quota_is_stated_once": Sentence(.invalidInput, "Chỉ tiêu này đã có.", "This quota already exists."),
        "quota_allowed_is_referable": Sentence(.invalidInput, "Chỉ tiêu này đã có.", "This quota already exists."),
        "quota_allows_none_or_more": Sentence(
            .invalidInput, "Chỉ tiêu không thể là số âm.", "A quota cannot be negative.", clause: "1.2"),
        "quota_holder_is_known": Sentence(
            .notFound, "Không có đơn vị được giao chỉ tiêu này.", "The quota's holder is not a unit."),
        "quota_is_of_a_rule": Sentence(
            .invalidInput, "Chỉ tiêu phải theo một quy định của đợt thi đua.",
            "A quota must follow from a rule of its campaign.", clause: "1.2"),
        "quota_award_is_known": Sentence(
            .invalidInput, "Không có hình thức khen thưởng này.", "There is no such award."),
        "quota_subject_is_known": Sentence(
            .invalidInput, "Đối tượng phải là tập thể hoặc cá nhân.",
            "The subject must be a collective or an individual."),
        "quota_stage_is_known": Sentence(
            .invalidInput, "Giai đoạn phải là đề nghị hoặc trình.", "The stage must be proposal or endorsement."),
        "quota_rule_pool_is_referable": Sentence(
            .invalidInput, "Quy định này đã có.", "This rule is already listed."),
        "quota_rule_is_stated_once": Sentence(
            .invalidInput, "Quy định này của đợt thi đua đã có.", "The campaign already has this rule."),
        "quota_rule_is_the_only_one_for_its_holder": Sentence(
            .invalidInput, "Đối tượng này đã có quy định chỉ tiêu trong đợt thi đua.",
            "The campaign already has a rule for this award, subject and holder."),
        "quota_rule_is_of_a_campaign": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "quota_rule_award_is_known": Sentence(
            .invalidInput, "Không có hình thức khen thưởng này.", "There is no such award."),
        "quota_rule_subject_is_known": Sentence(
            .invalidInput, "Đối tượng phải là tập thể hoặc cá nhân.",
            "The subject must be a collective or an individual."),
        "quota_rule_holder_kind_is_known": Sentence(
            .invalidInput, "Không có loại đơn vị này.", "There is no such kind of unit."),
        "quota_rule_holder_is_a_house": Sentence(
            .invalidInput, "Chỉ Cơ quan Cục và THADS tỉnh, thành phố được giao chỉ tiêu.",
            "Only the headquarters and provinces hold quotas.", clause: "1.2"),
        "quota_rule_measure_is_known": Sentence(
            .invalidInput, "Chỉ tiêu chỉ tính theo số công chức, theo số Phòng THADS khu vực hoặc là chỉ tiêu ấn định.",
            "A quota is measured by civil servants or by area offices, or is fixed.", clause: "1.2"),
        "quota_rule_pool_is_of_fixed_size": Sentence(
            .invalidInput, "Chỉ tiêu chung của các tỉnh, thành phố phải là chỉ tiêu ấn định.",
            "The provinces' pool must be of fixed size.", clause: "1.2.1.b"),
        "quota_bracket_is_of_a_rule": Sentence(
            .invalidInput, "Mức chỉ tiêu phải thuộc một quy định.", "A bracket must belong to a rule."),
        "quota_bracket_is_not_empty": Sentence(
            .invalidInput, "Mức chỉ tiêu không được rỗng.", "A bracket must not be empty."),
        "quota_bracket_allows_none_or_more": Sentence(
            .invalidInput, "Chỉ tiêu không thể là số âm.", "A quota cannot be negative.", clause: "1.2"),
        "quota_brackets_do_not_overlap": Sentence(
            .invalidInput, "Các mức chỉ tiêu của một quy định không được chồng lên nhau.",
            "The brackets of a rule must not overlap.", clause: "1.2.2.b"),
        "award_is_listed_once": Sentence(
            .invalidInput, "Hình thức khen thưởng này đã có.", "This award is already listed."),
        "award_rank_is_unique": Sentence(
            .invalidInput, "Hai hình thức khen thưởng không thể cùng bậc.", "Two awards cannot share a rank."),
        "subject_is_listed_once": Sentence(.invalidInput, "Đối tượng này đã có.", "This subject is already listed."),
        "stage_is_listed_once": Sentence(.invalidInput, "Giai đoạn này đã có.", "This stage is already listed."),
        "stage_rank_is_unique": Sentence(
            .invalidInput, "Hai giai đoạn không thể cùng thứ tự.", "Two stages cannot share a rank."),
        "campaign_code_is_unique": Sentence(
            .invalidInput, "Đã có đợt thi đua mang mã này.", "There is already a campaign with this code.",
            hint: Phrase("Chọn mã khác (--as).", "Choose another code (--as).")),
        "campaign_code_names_its_files": Sentence(
            .invalidInput, "Đã có đợt thi đua mang mã chỉ khác ở dấu gạch.",
            "There is already a campaign whose code differs only by a slash or hyphen.",
            hint: Phrase("Chọn mã khác (--as).", "Choose another code (--as).")),
        "campaign_is_closed_after_its_deadline": Sentence(
            .illegalStep, "Đợt thi đua chưa hết thời hạn nên chưa chốt được.",
            "The campaign cannot be closed before its deadline.", clause: "3"),
        "campaign_is_closed_once": Sentence(
            .illegalStep, "Đợt thi đua đã được chốt.", "The campaign is closed already."),
        "campaign_closing_is_of_a_campaign": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "campaign_is_free_to_be_closed": Sentence(
            .busy, "Chưa chốt được đợt thi đua: còn phiên làm việc chưa kết thúc.",
            "The campaign cannot be closed yet: a session that wrote for it has not ended.",
            hint: Phrase(
                "Thử lại sau ít phút; nếu vẫn vậy, xem thidua doctor.",
                "Try again in a few minutes; if that does not help, see thidua doctor.")),
        "campaign_deadline_is_referable": Sentence(
            .invalidInput, "Đã có đợt thi đua mang mã này.", "There is already a campaign with this code."),
        "campaign_pool_is_shared_or_per_province": Sentence(
            .invalidInput, "Chỉ tiêu chung phải là của tất cả hoặc của từng tỉnh, thành phố.",
            "The pool must belong to all provinces together or to each province.", clause: "1.2.1.b"),
    ]
}
