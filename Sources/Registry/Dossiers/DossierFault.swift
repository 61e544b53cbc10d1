import Postgres

/// Something that keeps a dossier from being submitted.
public struct DossierFault: Sendable {
    /// What is wrong; stable, for programs.
    public enum Kind: String, Sendable, CaseIterable, PostgresDecodable {
        case noNomination = "no_nomination"
        case noDocument = "no_document"
        case notDeclared = "not_declared"
        case noVotes = "no_votes"
        case notCertified = "not_certified"
        case notAttested = "not_attested"
        case notCompleted = "not_completed"
        case notCleared = "not_cleared"
        case barred
    }

    /// What is wrong.
    public let kind: Kind
    /// The nomination that it is about; nil for the dossier itself.
    public let nomination: Int?
    /// The nominee's name.
    public let nominee: String?
    /// The document, criterion, directive or bar, by its code.
    public let item: String?
    /// The circular's clause.
    public let clause: String
    /// What it is called: the document's name, the criterion's words.
    public let name: Phrase?

    private init(kind: Kind, nomination: Int?, nominee: String?, item: String?, clause: String, name: Phrase?) {
        (self.kind, self.nomination, self.nominee) = (kind, nomination, nominee)
        (self.item, self.clause, self.name) = (item, clause, name)
    }

    static let noNomination = DossierFault(
        kind: .noNomination, nomination: nil, nominee: nil, item: nil, clause: "1", name: nil)
}

extension DossierFault {
    /// A fault whose nominee is stated elsewhere.
    ///
    /// - Parameter kind: Its raw value.
    public init?(kind: String, item: String?, clause: String, name: Phrase?) {
        guard let kind = Kind(rawValue: kind) else { return nil }
        self.init(kind: kind, nomination: nil, nominee: nil, item: item, clause: clause, name: name)
    }

    /// All that is wrong with a unit's dossier: the dossier itself first, then nomination by nomination.
    public static func list(unit: String, campaign: String, _ transaction: inout Transaction) throws -> [DossierFault] {
        try transaction.query(
            """
            SELECT f.*, n.nominee FROM dossier_fault(campaign => \(campaign), unit => \(unit)) f
            LEFT JOIN nomination_status(campaign => \(campaign), unit => \(unit)) n ON n.id = f.nomination
            ORDER BY f.nomination NULLS FIRST, f.fault <> 'barred', f.clause, f.item
            """
        ) { row in
            let names = (vi: try row["name_vi"] as String?, en: try row["name_en"] as String?)
            return DossierFault(
                kind: try row["fault"] as DossierFault.Kind, nomination: try row["nomination"], nominee: try row["nominee"],
                item: try row["item"], clause: try row["clause"],
                name: names.vi.map { Phrase($0, names.en ?? $0) })
        }
    }

    /// What is missing, by name.
    public var sentence: Phrase {
        let name = name ?? Phrase("", "")
        // A criterion's text fills five lines; `nomination show` prints all of it.
        let said =
            switch kind {
            case .noNomination: Phrase("Chưa có đề nghị nào.", "There is no nomination.")
            case .noDocument: Phrase("Thiếu \(name.vi).", "Missing: \(name.en).")
            case .notDeclared:
                Phrase(
                    "\(name.vi) chưa báo cáo rõ trường hợp này không trong thời gian xem xét thi hành kỷ luật hoặc điều tra, thanh tra, kiểm tra khi có dấu hiệu vi phạm; không có đơn thư khiếu nại, tố cáo, không có vấn đề tham nhũng, tiêu cực được báo chí nêu đang được xác minh làm rõ.",
                    "\(name.en) does not declare that no discipline, investigation, inspection, complaint, denunciation or report of corruption in the press is pending."
                )
            case .noVotes: Phrase("\(name.vi) chưa ghi kết quả bỏ phiếu.", "\(name.en) do not record the votes.")
            case .notCertified:
                Phrase(
                    "Báo cáo thành tích chưa có xác nhận của \(name.vi).",
                    "The achievement report lacks the certification of: \(name.en).")
            case .notAttested:
                Phrase(
                    "Chưa xác nhận tiêu chuẩn \(item ?? ""): \(name.vi.shortened(to: 70))",
                    "Not attested, \(item ?? ""): \(name.en.shortened(to: 70))")
            case .notCompleted:
                Phrase(
                    "Chưa ghi ngày hoàn thành cập nhật dữ liệu theo văn bản số \(name.vi).",
                    "No completion date is given for \(name.en).")
            case .notCleared:
                Phrase("Chưa xác nhận không thuộc trường hợp “\(name.vi)”.", "Not ruled out: \(name.en).")
            case .barred: Phrase("Không đủ điều kiện: \(name.vi).", "Not eligible: \(name.en).")
            }
        guard let nominee, let nomination else { return said }
        return Phrase("\(nominee) (đề nghị số \(nomination)): \(said.vi)", "\(nominee) (\(nomination)): \(said.en)")
    }
}
