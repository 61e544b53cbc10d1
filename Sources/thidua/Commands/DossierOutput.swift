import Postgres
import Registry

/// A dossier, as it is printed.
struct DossierOutput {
    private let dossier: Dossier

    init(_ dossier: Dossier) {
        self.dossier = dossier
    }

    func show(as format: OutputFormat, _ words: () throws -> Words) rethrows {
        switch format {
        case .json: emit(json.text)
        // Who requests one table gets that: what is missing.
        case .csv: Listing.dossierFaults.show(dossier.faults, as: .csv, nil)
        case .xlsx: Listing.dossierFaults.show(dossier.faults, as: .xlsx, try words())
        case .table: show(try words())
        }
    }

    private func show(_ words: Words) {
        emit(Listing.dossiers.text(of: dossier, words) + "\n\n")
        if !dossier.documents.isEmpty { emit(Listing.documents.rendered(dossier.documents, as: .table, words) + "\n") }
        if !dossier.nominations.isEmpty { emit(Listing.nominations.rendered(dossier.nominations, as: .table, words) + "\n") }
        guard dossier.state != "submitted" else { return }
        guard !dossier.faults.isEmpty else {
            return emit(
                say(
                    "Hồ sơ đã đầy đủ, có thể nộp: thidua dossier submit.\n",
                    "The dossier is complete. To submit it: thidua dossier submit.\n"))
        }
        emit(say("Còn thiếu:\n", "Missing:\n"))
        for fault in dossier.faults {
            emit("  - \(fault.sentence[.current]) \(say("(\(Clause.cited(fault.clause).vi))", "(clause \(fault.clause))"))\n")
        }
    }

    private var json: JSON {
        guard case .object(var members) = Listing.dossiers.json(dossier) else { return .null }
        members["documents"] = .array(dossier.documents.map(Listing.documents.json))
        members["nominations"] = .array(dossier.nominations.map(Listing.nominations.json))
        members["missing"] = .array(dossier.faults.map(Listing.dossierFaults.json))
        return .object(members)
    }
}

extension Listing<Dossier> {
    static var dossiers: Listing {
        Listing([
            Column("campaign", "Đợt thi đua", "Campaign") { .text($0.campaign) },
            Column("unit", "Mã đơn vị", "Unit") { .text($0.unit) },
            Column("unit_name", "Đơn vị", "Name") { .text($0.unitName) },
            Column("state", "Trạng thái", "State") { $0.isBegun ? .code($0.state) : .codeShown($0.state, as: "none") },
            Column("submitted_at", "Nộp lúc", "Submitted") { $0.submittedAt.map(ListingCell.moment) ?? .none },
            Column("returned_at", "Trả lại lúc", "Returned") { $0.returnedAt.map(ListingCell.moment) ?? .none },
            Column("return_reason", "Lý do trả lại", "Why returned") { .optional($0.returnReason) },
            Column("paper_at", "Nhận bản giấy lúc", "Paper arrived") { $0.paperAt.map(ListingCell.moment) ?? .none },
            Column("email_at", "Nhận bản mềm lúc", "E-mail arrived") { $0.emailAt.map(ListingCell.moment) ?? .none },
        ])
    }
}

extension Listing<Document> {
    static var documents: Listing {
        Listing([
            Column("id") { .number($0.id) },
            Column("kind", "Tài liệu", "Document") { .code($0.kind) },
            Column("nomination", "Số đề nghị", "Nomination") { .optional($0.nomination) },
            Column("number", "Số, ký hiệu", "Number") { .optional($0.number) },
            Column("dated", "Ngày văn bản", "Date") { $0.dated.map(ListingCell.date) ?? .none },
            Column("signer", "Người ký", "Signed by") { .optional($0.signer) },
            Column("certifier", "Người xác nhận", "Certified by") { .optional($0.certifier) },
            Column("certifier_role") { .optional($0.certifierRole) },
            Column("nominations_covered") { .number($0.nominationsCovered) },
            Column("file_name", "Tệp", "File") { .text($0.fileName) },
            Column("type") { .text($0.type) },
            Column("size", "Dung lượng (byte)", "Bytes") { .number($0.size) },
            Column("sha256") { .text($0.sha256) },
            Column("attached_at", "Đính kèm lúc", "Attached") { .moment($0.attachedAt) },
        ])
    }
}

extension Listing<DossierFault> {
    static var dossierFaults: Listing {
        Listing([
            Column("fault") { .text($0.kind.rawValue) },
            Column("nomination", "Số đề nghị", "Nomination") { .optional($0.nomination) },
            Column("nominee", "Tập thể, cá nhân", "Nominee") { .optional($0.nominee) },
            Column("item", "Mục", "Item") { .optional($0.item) },
            Column("clause", "Điểm, mục", "Clause") { .named($0.clause, Clause.cited($0.clause)) },
            Column("message", "Nội dung còn thiếu", "Missing") { .phrase($0.sentence) },
        ])
    }
}
