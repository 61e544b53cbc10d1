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
