extension Refusal {
    static let nominationSentences: [String: Sentence] = [
        "nomination_slot_is_within_quota": Sentence(
            .quotaExceeded, "Đã hết chỉ tiêu.", "The quota is used up.",
            hint: Phrase(
                "Nếu hồ sơ chưa nộp, có thể rút một đề nghị khác cùng chỉ tiêu (thidua nomination withdraw).",
                "Withdraw another nomination of the same quota to free its slot.")),
        "nomination_slot_is_held_once": Sentence(
            .busy, "Suất này vừa được tính cho đề nghị khác.", "Another nomination has just taken this slot.",
            hint: Phrase("Thử lại.", "Try again.")),
        "nomination_draws_on_a_quota": Sentence(
            .noStaffingData,
            "Chưa có chỉ tiêu: bảng biên chế làm căn cứ tính chỉ tiêu chưa được áp dụng.",
            "There is no quota: the staffing table that it is derived from has not been applied.",
            hint: Phrase(
                "Đề nghị Cục nhập bảng biên chế của đơn vị (thidua staffing import).",
                "Ask the Department to import the unit's staffing table (thidua staffing import)."),
            clause: "1.2.2.b"),
        "nomination_subject_is_nominated_once": Sentence(
            .alreadyNominated,
            "Tập thể hoặc cá nhân này đã được đề nghị trong đợt thi đua.",
            "This collective or person is already nominated in this campaign.",
            hint: Phrase(
                "Một thành tích chỉ đề nghị một hình thức khen thưởng, do một đơn vị đề nghị. Nếu thông tin đã nhập là đúng, liên hệ quản trị viên của Cục.",
                "One achievement is proposed for one award, by one unit. If what you entered is right, ask the Department's administrator."
            ),
            clause: "Luật Thi đua, khen thưởng 2022"),
        "nomination_person_is_nominated_once": Sentence(
            .alreadyNominated,
            "Cá nhân này đã được đề nghị trong đợt thi đua: có đề nghị cùng họ và tên, số hiệu công chức chỉ khác cách viết (dấu chấm, dấu gạch).",
            "This person is already nominated in this campaign: under the same name, and a staff number that differs only in punctuation.",
            hint: Phrase(
                "Tìm đề nghị đó: thidua nomination list --search \"HỌ VÀ TÊN\"",
                "To find that nomination: thidua nomination list --search NAME"),
            clause: "Luật Thi đua, khen thưởng 2022"),
        "claim_of_a_person_is_kept_once": Sentence(
            .busy, "Đề nghị bị từ chối này vừa được ghi lại.", "This refused nomination has just been recorded.",
            hint: Phrase("Thử lại.", "Try again.")),
        "claim_is_kept_once": Sentence(
            .busy, "Trường hợp này vừa được ghi nhận.", "This claim has just been kept.", hint: Phrase("Thử lại.", "Try again.")),
        "claim_campaign_is_known": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "claim_unit_sends_dossiers": Sentence(
            .invalidInput, "Đơn vị này không lập hồ sơ đề nghị.", "This unit does not submit dossiers.", clause: "2"),
        "claim_names_a_collective_or_a_person": Sentence(
            .invalidInput, "Phải nêu một tập thể hoặc một cá nhân.", "A collective or a person must be named.", clause: "1.1"),
        "campaign_is_before_its_deadline": Sentence(
            .deadlinePassed,
            "Đã hết thời hạn gửi hồ sơ: không được bổ sung, sửa hoặc rút đề nghị.",
            "The deadline has passed: nothing can be added, changed or withdrawn.",
            hint: Phrase(
                "Cục không xét bổ sung đối với hồ sơ gửi sau thời hạn.",
                "The Department does not consider additions sent after the deadline."),
            clause: "3"),
        "nomination_unit_sends_dossiers": Sentence(
            .invalidInput,
            "Tài khoản không được lập hồ sơ đề nghị cho đơn vị này: chỉ Cơ quan Cục, đơn vị thuộc Cục và THADS tỉnh, thành phố lập hồ sơ, mỗi đơn vị cho mình.",
            "You cannot submit a dossier for this unit: only provinces, the Department's bureaus and its headquarters submit dossiers, each its own.",
            hint: Phrase(
                "Dùng mã của THADS tỉnh, thành phố, của đơn vị thuộc Cục hoặc mã CUC.",
                "Give the code of a province or a bureau, or CUC."), clause: "2"),
        "nomination_bureau_proposes_its_own": Sentence(
            .invalidInput,
            "Đơn vị thuộc Cục chỉ đề nghị tập thể đơn vị mình và công chức của đơn vị mình.",
            "A bureau can propose only itself and its own staff.", clause: "1.2.1.a"),
        "nomination_collective_is_of_the_house": Sentence(
            .invalidInput,
            "Tập thể phải là một đơn vị của cơ quan đề nghị; Cơ quan Cục không phải là tập thể được đề nghị.",
            "A collective must be a unit of the body that proposes it; the headquarters itself cannot be proposed.",
            hint: Phrase("Xem mã đơn vị: thidua unit list", "For the codes see: thidua unit list"), clause: "1.1.a"),
        "nomination_workplace_is_of_the_house": Sentence(
            .invalidInput,
            "Nơi công tác phải là một đơn vị của cơ quan đề nghị.",
            "The workplace must be a unit of the body that proposes.",
            hint: Phrase("Xem mã đơn vị: thidua unit list", "For the codes see: thidua unit list"), clause: "1.1.b"),
        "nomination_names_a_collective_or_a_person": Sentence(
            .invalidInput,
            "Đề nghị nêu một tập thể, hoặc một cá nhân kèm số hiệu, chức vụ và nơi công tác; không nêu cả hai.",
            "A nomination names a collective, or a person with staff number, position and workplace; never both.",
            clause: "1.1"),
        "nomination_person_is_registered": Sentence(
            .invalidInput, "Cá nhân này chưa có trong danh sách của đơn vị.", "This person is not in the unit's register."),
        "nomination_campaign_is_known": Sentence(
            .notFound, "Không có đợt thi đua này.", "There is no such campaign.",
            hint: Phrase("Xem: thidua campaign list.", "See: thidua campaign list.")),
        "nomination_award_is_known": Sentence(
            .invalidInput, "Không có hình thức khen thưởng này.", "There is no such award."),
        "nomination_subject_is_known": Sentence(
            .invalidInput, "Đối tượng phải là tập thể hoặc cá nhân.",
            "The subject must be a collective or an individual."),
        "nomination_state_is_known": Sentence(
            .illegalStep, "Đề nghị không có trạng thái này.", "A nomination has no such state."),
        "nomination_holds_a_slot_while_it_stands": Sentence(
            .illegalStep, "Mỗi đề nghị được tính một suất, trừ đề nghị đã rút hoặc loại do không đủ điều kiện.",
            "A nomination holds a slot unless it is withdrawn or disqualified.", clause: "1.2"),
        "nomination_is_a_proposal": Sentence(
            .illegalStep, "Đề nghị chỉ được tính vào chỉ tiêu ở giai đoạn đề nghị.",
            "A nomination draws on the quota for proposals only.", clause: "1.2"),
        "nomination_is_keyed_by_its_unit": Sentence(
            .busy, "Số đề nghị này vừa được dùng.", "This nomination number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "nomination_number_is_unique": Sentence(
            .busy, "Số đề nghị này vừa được dùng.", "This nomination number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "nomination_is_referable_while_it_stands": Sentence(
            .busy, "Số đề nghị này vừa được dùng.", "This nomination number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "nomination_state_is_listed_once": Sentence(
            .invalidInput, "Trạng thái này đã có.", "This state is already listed."),
        "person_unit_is_known": Sentence(.notFound, "Không có đơn vị này.", "There is no such unit."),
        "person_has_one_name": Sentence(
            .invalidInput,
            "Số hiệu công chức này đã được ghi cho người mang tên khác.",
            "This staff number is registered under another name.",
            hint: Phrase(
                "Kiểm tra số hiệu công chức; nếu tên ghi sai thì sửa bằng: thidua nomination edit",
                "Check the number; if the name is misspelt, correct it with: thidua nomination edit"), clause: "1.1.b"),
        "person_is_registered_once": Sentence(
            .invalidInput, "Số hiệu công chức này đã có trong danh sách của đơn vị.",
            "This staff number is already in the unit's register."),
    ]

    static let endorsementSentences: [String: Sentence] = [
        "endorsement_slot_is_within_quota": Sentence(
            .quotaExceeded,
            "Danh sách trình Bộ trưởng đã đủ chỉ tiêu.",
            "The list for the Minister has no free slot.",
            hint: Phrase(
                "Đưa một đề nghị khác ra khỏi danh sách (thidua endorsement remove).",
                "Take another nomination off the list (thidua endorsement remove).")),
        "endorsement_slot_is_held_once": Sentence(
            .busy, "Suất này vừa được tính cho đề nghị khác.", "Another nomination has just taken this slot.",
            hint: Phrase("Thử lại.", "Try again.")),
        "endorsement_draws_on_a_quota": Sentence(
            .illegalStep, "Không có chỉ tiêu trình Bộ trưởng cho đề nghị này.",
            "There is no quota for endorsing this nomination.",
            clause: "1.2.1.b"),
        "endorsement_takes_a_place_where_there_is_a_pool": Sentence(
            .illegalStep, "Chỉ đề nghị thuộc chỉ tiêu chung được tính một suất trong danh sách trình.",
            "Nominations that draw on the pool take a slot of it; others do not.", clause: "1.2.1.b"),
        "endorsement_is_pooled_by_its_rule": Sentence(
            .internalError, "Suất trong danh sách trình không khớp quy định của đợt thi đua.",
            "The slot does not match the campaign's rule."),
        "endorsement_draws_on_the_pool_or_its_own_house": Sentence(
            .illegalStep, "Đề nghị chỉ được tính vào chỉ tiêu chung hoặc chỉ tiêu của tỉnh, thành phố mình.",
            "A nomination draws on the pool or on its own province's slots.", clause: "1.2.1.b"),
        "endorsement_is_of_a_standing_nomination": Sentence(
            .illegalStep, "Chỉ đưa đề nghị đã nộp vào danh sách trình; đề nghị đã có trong danh sách thì không sửa, không rút.",
            "Only submitted nominations can be put on the list; once on it, they can be neither changed nor withdrawn.",
            hint: Phrase(
                "Đưa đề nghị ra khỏi danh sách trình trước (thidua endorsement remove).",
                "Take it off the list first (thidua endorsement remove).")),
        "endorsement_is_given_once": Sentence(
            .illegalStep, "Đề nghị đã có trong danh sách trình.", "The nomination is already on the list."),
        "endorsement_is_an_endorsement": Sentence(
            .illegalStep, "Danh sách trình Bộ trưởng chỉ được tính vào chỉ tiêu ở giai đoạn trình Bộ trưởng.",
            "The list for the Minister draws on the quota for endorsements only.", clause: "1.2.1.b"),
    ]
}
