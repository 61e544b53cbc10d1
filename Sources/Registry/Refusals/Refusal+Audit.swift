extension Refusal {
    static let auditSentences: [String: Sentence] = [
        "audit_is_never_rewritten": Sentence(
            .notPermitted, "Nhật ký chỉ ghi thêm, không sửa, không xóa.", "The trail is append-only."),
        "audit_has_every_change": Sentence(
            .notPermitted, "Không được xóa toàn bộ bảng: mọi thay đổi phải được ghi vào nhật ký.",
            "Tables cannot be truncated: every change must be recorded in the trail."),
        "audit_is_numbered_by_chain": Sentence(
            .busy, "Số dòng nhật ký này vừa được dùng.", "This trail number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "audit_personal_is_part_of_a_row": Sentence(
            .busy, "Số dòng nhật ký này vừa được dùng.", "This trail number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "request_id_is_plain": Sentence(
            .invalidInput, "Mã giao dịch gồm 8 đến 64 chữ cái không dấu, chữ số, dấu chấm, gạch ngang.",
            "The id of a change has 8 to 64 letters, digits, dots, dashes and underscores."),
        "request_content_is_sha256": Sentence(
            .internalError, "Mã băm của giao dịch phải là SHA-256.", "A change's hash must be SHA-256."),
        "request_names_a_command": Sentence(
            .internalError, "Tên lệnh của giao dịch không đúng.", "A change's command has no such name."),
        "request_is_stored_once": Sentence(
            .busy, "Giao dịch này vừa được ghi.", "This change has just been stored.", hint: Phrase("Thử lại.", "Try again.")),
        "audit_is_written_as_of_now": Sentence(
            .illegalStep, "Cán bộ của đơn vị chỉ thay đổi dữ liệu trong giao dịch READ COMMITTED.",
            "Clerks make changes in READ COMMITTED only."),
        "request_is_found_as_of_now": Sentence(
            .illegalStep, "Kết quả chỉ được hỏi trong giao dịch READ COMMITTED.", "Outcomes are asked for in READ COMMITTED only."
        ),
        "request_keeps_its_content": Sentence(
            .invalidInput, "Mã giao dịch này đã dùng cho một thay đổi khác; lần này không ghi gì.",
            "This id stands for another change; nothing was stored this time.",
            hint: Phrase(
                "Dùng lại mã giao dịch chỉ để chạy lại đúng lệnh cũ, với đúng tệp cũ. Xem: thidua outcome",
                "Use an id again only for the very same command, with the same files. See: thidua outcome")),
        "catalogue_number_is_unique": Sentence(
            .busy, "Một lần nâng cấp khác đang chạy.", "Another migration is running.", hint: Phrase("Thử lại.", "Try again.")),
        "seed_number_is_unique": Sentence(
            .busy, "Một lần nâng cấp khác đang chạy.", "Another migration is running.", hint: Phrase("Thử lại.", "Try again.")),
        "seal_is_of_the_trail_as_it_is": Sentence(
            .illegalStep, "Nhật ký chỉ được niêm phong trong giao dịch READ COMMITTED.",
            "The trail is sealed in READ COMMITTED only."),
        "seal_number_is_unique": Sentence(.invalidInput, "Số niêm phong này đã có.", "This seal number already exists."),
        "audit_head_is_the_only_one": Sentence(
            .busy, "Người khác vừa bắt đầu nhật ký của đơn vị này.", "Someone else has just started this unit's trail.",
            hint: Phrase("Thử lại.", "Try again.")),
        "audit_head_counts_from_nothing": Sentence(
            .internalError, "Số dòng nhật ký không thể âm.", "The trail's row number cannot be negative."),
        "audit_head_is_sha256": Sentence(
            .internalError, "Mã băm nhật ký phải là SHA-256.", "The trail's hash must be SHA-256."),
    ]
}
