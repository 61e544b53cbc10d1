import Postgres

/// A document of a dossier: the current one of its kind.
public struct Document: Sendable {
    /// Its number.
    public let id: Int
    /// `proposal_letter`, `selection_minutes` or `achievement_report`.
    public let kind: String
    /// The nomination that it is about; nil for a document of the dossier itself.
    public let nomination: Int?
    /// Its file's name.
    public let fileName: String
    /// Its file's type, detected from the content: `application/pdf`.
    public let type: String
    /// Its file's size in bytes.
    public let size: Int
    /// SHA-256 of its file, in hexadecimal.
    public let sha256: String
    /// Its number, as signed.
    public let number: String?
    /// Its date, as signed; ISO 8601.
    public let dated: String?
    /// Who signed it.
    public let signer: String?
    /// When it was attached; ISO 8601, by the clock in Hanoi.
    public let attachedAt: String
    /// Who certified it (D3): `head_of_unit` or `managing_agency`; nil if it is not certified.
    public let certifierRole: String?
    /// The certifier's name.
    public let certifier: String?
    /// The number of nominations for which it declares what D2 requires, or records the votes.
    public let nominationsCovered: Int
}

extension Document {
    /// A dossier's documents, those of the dossier itself first.
    public static func list(unit: String, campaign: String, _ transaction: inout Transaction) throws -> [Document] {
        try transaction.query(
            "\(select) FROM document_status(campaign => \(campaign), unit => \(unit)) d ORDER BY d.nomination NULLS FIRST, d.kind",
            Document.init)
    }

    static func find(_ id: Int, unit: String, _ transaction: inout Transaction) throws -> Document? {
        try transaction.first("\(select) FROM document_status(unit => \(unit)) d WHERE d.id = \(id)", Document.init)
    }

    /// The bytes of a document.
    ///
    /// - Parameter nomination: The nomination that it is about; nil for a document of the dossier itself.
    /// - Throws: ``Refusal`` if there is none.
    public static func content(
        kind: String, nomination: Int?, unit: String, campaign: String, _ transaction: inout Transaction
    ) throws -> [UInt8] {
        let content = try transaction.first(
            """
            SELECT document_content(\(unit), \(campaign), \(kind), \(nomination)) AS content
            """
        ) { try $0["content"] as [UInt8]? }
        guard let content = content ?? nil else {
            let whose = nomination.map { " của đề nghị số \($0)" } ?? ""
            throw Refusal(
                .notFound,
                Phrase("Hồ sơ của đơn vị \(unit) không có tài liệu \(kind)\(whose).", "The dossier has no such document."),
                hint: Phrase("Xem: thidua dossier show --unit MÃ", "See: thidua dossier show --unit CODE"))
        }
        return content
    }

    private static let select: SQL = """
        SELECT d.id, d.kind, d.nomination, d.file_name, d.type, d.size, encode(d.sha256, 'hex') AS sha256, d.number,
               d.dated::text AS dated, d.signer, in_hanoi(d.attached_at) AS attached_at, d.certifier_role, d.certifier, d.covered
        """

    private init(_ row: borrowing Row) throws {
        id = try row["id"]
        kind = try row["kind"]
        nomination = try row["nomination"]
        fileName = try row["file_name"]
        type = try row["type"]
        size = try row["size"]
        sha256 = try row["sha256"]
        number = try row["number"]
        dated = try row["dated"]
        signer = try row["signer"]
        attachedAt = try row["attached_at"]
        certifierRole = try row["certifier_role"]
        certifier = try row["certifier"]
        nominationsCovered = try row["covered"]
    }
}
