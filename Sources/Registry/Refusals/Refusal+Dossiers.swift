extension Refusal {
    static let dossierSentences: [String: Sentence] = [
        "dossier_is_complete": Sentence(
            .dossierIncomplete, "Hồ sơ chưa đầy đủ.", "The dossier is incomplete.",
            hint: Phrase(
                "Xem nội dung còn thiếu: thidua dossier show --unit MÃ", "To see what is missing: thidua dossier show --unit CODE"
            ),
            clause: "2"),
        "dossier_nominees_are_eligible": Sentence(
            .notEligible, "Hồ sơ có tập thể hoặc cá nhân không đủ điều kiện khen thưởng.",
            "The dossier contains a collective or a person that is not eligible.",
            hint: Phrase(
                "Xem: thidua dossier show --unit MÃ; rút đề nghị đó (thidua nomination withdraw).",
                "See: thidua dossier show --unit CODE; withdraw that nomination (thidua nomination withdraw)."), clause: "1.1"),
        "dossier_is_returned_before_it_is_endorsed": Sentence(
            .illegalStep, "Hồ sơ có đề nghị đã đưa vào danh sách trình hoặc đã có quyết định nên không trả lại được.",
            "The dossier has nominations that are endorsed or decided, so it cannot be returned.",
            hint: Phrase(
                "Đưa các đề nghị đó ra khỏi danh sách trình trước (thidua endorsement remove).",
                "Take them off the list first (thidua endorsement remove)."), clause: "2"),
        "dossier_arrives_after_the_plan": Sentence(
            .invalidInput, "Hồ sơ không thể đến trước ngày ban hành kế hoạch phát động đợt thi đua.",
            "A dossier cannot arrive before the date of the campaign's plan."),
        "dossier_paper_arrived_before_the_deadline": Sentence(
            .deadlinePassed, "Hồ sơ giấy nhận sau thời hạn thì không được xét.",
            "A paper dossier that arrives after the deadline is not considered.",
            clause: "3"),
        "dossier_arrival_is_not_in_the_future": Sentence(
            .invalidInput, "Thời điểm nhận hồ sơ không được sau thời điểm hiện tại.",
            "A dossier cannot have arrived in the future."),
        "dossier_is_the_only_one": Sentence(
            .busy, "Hồ sơ này vừa được lập.", "This dossier has just been created.", hint: Phrase("Thử lại.", "Try again.")),
        "dossier_state_is_referable": Sentence(
            .busy, "Hồ sơ này vừa được lập.", "This dossier has just been created.", hint: Phrase("Thử lại.", "Try again.")),
        "dossier_campaign_is_known": Sentence(.notFound, "Không có đợt thi đua này.", "There is no such campaign."),
        "dossier_unit_sends_dossiers": Sentence(
            .invalidInput, "Đơn vị này không lập hồ sơ đề nghị.", "This unit does not submit dossiers.", clause: "2"),
        "dossier_is_closed_by_submitting": Sentence(
            .illegalStep, "Hồ sơ chỉ đóng khi đã nộp.", "A dossier can only be closed by submitting it.", clause: "2"),
        "dossier_return_says_why": Sentence(
            .invalidInput, "Trả lại hồ sơ phải nêu lý do.", "Returning a dossier requires a reason.", clause: "2"),
        "dossier_is_kept": Sentence(
            .illegalStep, "Hồ sơ được lưu giữ, không xóa và không chuyển đơn vị.",
            "A dossier can be neither deleted nor moved to another unit.",
            clause: "3"),
        "dossier_state_is_listed_once": Sentence(.invalidInput, "Trạng thái này đã có.", "This state is already listed."),

        "document_kind_is_known": Sentence(
            .invalidInput, "Không có loại tài liệu này, hoặc loại này không thuộc hồ sơ (đề nghị) đã nêu.",
            "There is no such kind of document, or it does not belong to a dossier (or a nomination) as given.",
            hint: Phrase(
                "proposal_letter và selection_minutes thuộc hồ sơ; achievement_report cần --nomination SỐ.",
                "proposal_letter and selection_minutes belong to the dossier; achievement_report requires --nomination NUMBER."),
            clause: "2"),
        "document_is_the_only_one_of_its_kind": Sentence(
            .busy, "Tài liệu này vừa được đính kèm.", "This document has just been attached.",
            hint: Phrase("Thử lại.", "Try again.")),
        "document_is_of_a_dossier": Sentence(
            .invalidInput, "Đơn vị này không lập hồ sơ đề nghị.", "This unit does not submit dossiers.", clause: "2"),
        "document_is_of_a_nomination": Sentence(
            .notFound, "Hồ sơ của đơn vị không có đề nghị này; đề nghị đã có báo cáo thành tích thì không chuyển đơn vị.",
            "The unit's dossier has no such nomination; one with an achievement report cannot move to another unit."),
        "document_is_not_of_the_future": Sentence(
            .invalidInput, "Ngày của văn bản sau ngày hôm nay.", "The document's date is after today."),
        "document_has_its_file": Sentence(.internalError, "Thiếu tệp của tài liệu.", "The document's file is missing."),
        "document_is_keyed_by_its_unit": Sentence(
            .busy, "Số tài liệu này vừa được dùng.", "This document number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "document_is_of_a_dossier_or_a_nomination": Sentence(
            .invalidInput, "Tài liệu thuộc hồ sơ hoặc thuộc một đề nghị.", "A document belongs to a dossier or to a nomination."),
        "document_kind_is_listed_once": Sentence(
            .invalidInput, "Loại tài liệu này đã có.", "This kind of document is already listed."),
        "document_kind_is_referable": Sentence(
            .invalidInput, "Loại tài liệu này đã có.", "This kind of document is already listed."),
        "file_is_of_a_known_type": Sentence(
            .invalidInput, "Tệp phải là PDF, JPEG, PNG hoặc DOCX không có macro.",
            "The file must be a PDF, JPEG, PNG, or a DOCX without macros.",
            hint: Phrase(
                "Hệ thống nhận dạng theo nội dung tệp, không theo tên tệp; tệp .doc: lưu thành PDF rồi đính kèm.",
                "The type is detected from the content, not the name; save a .doc file as PDF and attach that.")),
        "file_has_content": Sentence(
            .invalidInput, "Tệp rỗng.", "The file is empty.",
            hint: Phrase("Chọn đúng tệp, hoặc quét lại.", "Choose the right file, or scan it again.")),
        "file_is_open_to_readers": Sentence(
            .invalidInput, "Tệp PDF có mật khẩu hoặc bị hạn chế quyền.", "The PDF is password-protected, or restricted.",
            hint: Phrase("Bỏ mật khẩu (in ra PDF mới) rồi đính kèm.", "Remove that (print it to a new PDF), and attach it again.")
        ),
        "file_is_whole": Sentence(
            .invalidInput, "Tệp PDF bị thiếu phần cuối.", "The PDF is truncated: its end is missing.",
            hint: Phrase("Sao chép hoặc quét lại tệp.", "Copy the file again, or scan it again.")),
        "file_is_of_moderate_size": Sentence(
            .invalidInput, "Tệp lớn hơn 20 MB.", "The file is larger than 20 MB.",
            hint: Phrase("Quét lại với độ phân giải thấp hơn.", "Scan it again at a lower resolution.")),
        "dossier_is_of_moderate_size": Sentence(
            .invalidInput, "Tổng dung lượng các tệp của hồ sơ vượt 640 MB.",
            "The dossier's files are larger than 640 MB together.",
            hint: Phrase("Quét lại với độ phân giải thấp hơn.", "Scan them again at a lower resolution.")),
        "submitted_file_is_listed_once": Sentence(
            .busy, "Tệp này vừa được nộp.", "This file has just been submitted.", hint: Phrase("Thử lại.", "Try again.")),
        "submitted_file_is_kept": Sentence(
            .invalidInput, "Tệp đã nộp được giữ lại.", "A file that was submitted is kept."),
        "file_is_kept_once": Sentence(
            .busy, "Tệp này vừa được lưu.", "This file has just been stored.", hint: Phrase("Thử lại.", "Try again.")),
        "file_unit_is_known": Sentence(.notFound, "Không có đơn vị này.", "There is no such unit."),

        "certification_is_not_of_oneself": Sentence(
            .invalidInput, "Không được tự xác nhận báo cáo thành tích của chính mình.",
            "No one may certify their own achievement report.",
            clause: "2"),
        "certification_role_suits_the_subject": Sentence(
            .invalidInput,
            "Báo cáo của cá nhân do Thủ trưởng đơn vị xác nhận; của tập thể do cơ quan quản lý trực tiếp.",
            "An individual's report is certified by the head of the unit, a collective's by the agency that directly manages it.",
            clause: "2"),
        "certification_agency_is_known": Sentence(.notFound, "Không có đơn vị này.", "There is no such unit."),
        "certification_agency_is_of_the_house": Sentence(
            .invalidInput,
            "Người xác nhận phải là người đứng đầu một đơn vị thuộc cùng THADS tỉnh, thành phố (hoặc cùng thuộc Cục), hoặc là lãnh đạo Cục.",
            "The certifier must head a unit of the same province (or of the Department), or the Department itself.",
            hint: Phrase("Xem mã đơn vị: thidua unit list", "For the codes see: thidua unit list"), clause: "2"),
        "certification_is_given_once": Sentence(
            .busy, "Xác nhận này vừa được ghi.", "This certification has just been recorded.",
            hint: Phrase("Thử lại.", "Try again.")),
        "certification_is_of_a_nomination": Sentence(.notFound, "Không có đề nghị này.", "There is no such nomination."),
        "certification_is_of_a_report": Sentence(
            .notFound, "Không có báo cáo thành tích này.", "There is no such achievement report."),
        "certifier_role_is_listed_once": Sentence(.invalidInput, "Vai trò này đã có.", "This role is already listed."),
        "certifier_role_is_referable": Sentence(.invalidInput, "Vai trò này đã có.", "This role is already listed."),
        "certifier_subject_is_known": Sentence(
            .invalidInput, "Đối tượng phải là tập thể hoặc cá nhân.", "The subject must be a collective or an individual."),
        "declaration_is_made_once": Sentence(
            .invalidInput, "Tờ trình đã báo cáo rõ về đề nghị này.", "The letter already declares this nomination."),
        "declaration_is_of_a_nomination": Sentence(
            .notFound, "Đơn vị không có đề nghị này.", "The unit has no such nomination."),
        "declaration_stands_in_a_letter": Sentence(.notFound, "Không có Tờ trình này.", "There is no such proposal letter."),
        "selection_vote_is_not_negative": Sentence(
            .invalidInput, "Số phiếu không thể âm.", "The number of votes cannot be negative.", clause: "2"),
        "selection_vote_had_voters": Sentence(
            .invalidInput, "Tổng số phiếu phải lớn hơn 0.", "The total number of votes must be greater than 0.", clause: "2"),
        "selection_vote_is_not_above_its_total": Sentence(
            .invalidInput, "Số phiếu đồng ý không thể lớn hơn tổng số phiếu.", "Votes for cannot exceed the total votes.",
            hint: Phrase("Ghi số phiếu đồng ý trước, tổng số phiếu sau: SỐ=9/11.", "Give votes for first: NUMBER=9/11."),
            clause: "2"),
        "selection_vote_is_counted_once": Sentence(
            .invalidInput, "Kết quả bỏ phiếu của một đề nghị được ghi hai lần.", "A nomination's votes are given twice."),
        "selection_vote_is_of_a_nomination": Sentence(
            .notFound, "Đơn vị không có đề nghị này.", "The unit has no such nomination."),
        "selection_vote_stands_in_the_minutes": Sentence(
            .notFound, "Không có Biên bản họp bình xét này.", "There are no such minutes."),
    ]
}
