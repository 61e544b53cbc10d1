extension Refusal {
    static let stepSentences: [String: Sentence] = [
        "nomination_step_is_known": Sentence(
            .illegalStep, "Đề nghị không chuyển được từ trạng thái hiện tại sang trạng thái được yêu cầu.",
            "The nomination cannot take this step from its current state.",
            hint: Phrase("Xem các bước: thidua nomination steps", "For the steps see: thidua nomination steps")),
        "nomination_step_is_ones_to_take": Sentence(
            .notPermitted, "Bước này do quản trị viên của Cục thực hiện.", "This step is for the Department's administrators.",
            hint: Phrase("Xem các bước: thidua nomination steps", "For the steps see: thidua nomination steps")),
        "nomination_begins_as_a_draft": Sentence(
            .illegalStep, "Đề nghị mới phải ở trạng thái “Đang lập”.", "A new nomination begins as a draft.",
            hint: Phrase("Xem các bước: thidua nomination steps", "For the steps see: thidua nomination steps")),
        "nomination_dossier_is_open": Sentence(
            .dossierClosed, "Hồ sơ đã nộp: không được bổ sung, sửa đổi.",
            "A submitted dossier is closed: nothing is added or changed.",
            hint: Phrase(
                "Trước thời hạn, đề nghị Cục trả lại hồ sơ (thidua dossier return).",
                "Before the deadline, ask the Department to return it (thidua dossier return)."),
            clause: "2"),
        "nomination_disqualification_says_why": Sentence(
            .invalidInput, "Khi loại một đề nghị phải nêu trường hợp không đủ điều kiện và lý do.",
            "A disqualification must state its ground and its reason.",
            clause: "1.1"),
        "nomination_is_disqualified_for_a_bar": Sentence(
            .invalidInput, "Không có trường hợp này đối với tập thể (cá nhân) được đề nghị.",
            "There is no such ground for disqualifying a collective (or an individual).",
            hint: Phrase(
                "Xem các trường hợp: thidua nomination show SỐ", "For the grounds see: thidua nomination show NUMBER"),
            clause: "1.1"),
        "nomination_is_endorsed_by_an_endorsement": Sentence(
            .illegalStep, "Đề nghị phải được đưa vào danh sách trình trước khi quyết định khen thưởng.",
            "A nomination must be on the list before it is awarded.",
            hint: Phrase("Đưa vào danh sách: thidua endorsement add", "Put it on the list: thidua endorsement add")),
        "step_is_listed_once": Sentence(.invalidInput, "Bước này đã có.", "This step is already listed."),
        "step_is_taken_by_a_known_role": Sentence(.invalidInput, "Không có vai trò này.", "There is no such role."),
        "step_leaves_a_known_state": Sentence(
            .invalidInput, "Không có trạng thái này.", "There is no such state."),
        "step_leads_to_a_known_state": Sentence(
            .invalidInput, "Không có trạng thái này.", "There is no such state."),
    ]
}
