import Postgres

extension Document {
    /// A document to attach, and what it states.
    public struct Entry: Sendable {
        /// `proposal_letter`, `selection_minutes` or `achievement_report`.
        public var kind: String
        /// The nomination that it is about; nil for a document of the dossier itself.
        public var nomination: Int?
        /// Its file's name.
        public var fileName: String
        /// Its file's bytes: PDF, JPEG, PNG or DOCX, up to 20 MB.
        public var content: [UInt8]
        /// Its number, as signed.
        public var number: String?
        /// Its date, as signed: 20/4/2026 or 2026-04-20.
        public var dated: String?
        /// Who signed it.
        public var signer: String?
        /// Proposal letter: the nominations for which it declares what D2 requires.
        public var declares = Declared.none
        /// Selection minutes: the votes for each nomination (D5).
        public var votes: [Votes] = []
        /// Achievement report: who certified it (D3).
        public var certifier: Certifier?
        /// What is damaged in its file, if it is a PDF: see ``PDFCheck``.
        public var damage: String?

        /// A document that states nothing yet.
        public init(kind: String, nomination: Int? = nil, fileName: String, content: [UInt8]) {
            self.kind = kind
            self.nomination = nomination
            self.fileName = fileName
            self.content = content
        }
    }

    /// The nominations for which a proposal letter declares what D2 requires.
    public enum Declared: Sendable {
        case none
        /// All nominations in the dossier.
        case all
        /// These, by number.
        case these([Int])
    }

    /// The votes on a nomination.
    public struct Votes: Sendable {
        /// The nomination.
        public var nomination: Int
        /// Votes for.
        public var approving: Int
        /// The total number of votes.
        public var total: Int

        /// The votes on a nomination.
        public init(nomination: Int, approving: Int, total: Int) {
            self.nomination = nomination
            self.approving = approving
            self.total = total
        }
    }

    /// Who certified an achievement report: for a person, the head of the unit; for a collective, that of its managing agency.
    public struct Certifier: Sendable {
        /// Full name.
        public var name: String
        /// Staff number, which alone distinguishes them from the nominee.
        public var staffNo: String
        /// The unit that they head, if it is not the nominee's own; for a collective, it follows from the collective.
        public var unit: String?

        /// A certifier.
        public init(name: String, staffNo: String, unit: String? = nil) {
            self.name = name
            self.staffNo = staffNo
            self.unit = unit
        }
    }

    /// Attaches a document, replacing the one of its kind along with what that one declared, counted or certified.
    ///
    /// - Throws: ``Refusal``.
    public static func attach(
        _ entry: Entry, unit: String, campaign: String?, on connection: inout Connection
    ) throws -> Document {
        try connection.transaction(.registryWrite) { transaction in
            let campaign = try Campaign.code(campaign, &transaction)
            let unit = try Unit.code(unit, &transaction)
            let id = try transaction.first(
                """
                SELECT dossier_attach(\(unit), \(campaign), \(entry.kind), \(entry.nomination), \(entry.content), \(entry.fileName),
                                      \(entry.number), read_date(\(entry.dated)), \(entry.signer)) AS id
                """
            ) { try $0["id"] as Int? }
            guard let id = id ?? nil else { throw Refusal.notOwnUnit }
            try entry.declare(in: id, unit, &transaction)
            try entry.countVotes(in: id, unit, &transaction)
            try entry.certify(id, unit, &transaction)
            guard let document = try find(id, unit: unit, &transaction) else { throw Refusal.notOwnUnit }
            // Last: the database's own reasons, such as a password, say more.
            if document.type == "application/pdf", let damage = entry.damage { throw Refusal.damagedPDF(damage) }
            return document
        }
    }
}

extension Document.Entry {
    fileprivate func declare(in document: Int, _ unit: String, _ transaction: inout Transaction) throws {
        let numbers: [Int]?
        switch declares {
        case .none: return
        case .all: numbers = nil
        case .these(let chosen): numbers = chosen
        }
        let count = try transaction.first("SELECT dossier_declare(\(unit), \(document), \(numbers)) AS count") {
            try $0["count"] as Int
        }
        if kind != "proposal_letter" { throw Refusal.wrongKind("--declare", "proposal_letter") }
        if let numbers, count != Set(numbers).count { throw Refusal.notInDossier }
    }

    fileprivate func countVotes(in document: Int, _ unit: String, _ transaction: inout Transaction) throws {
        guard !votes.isEmpty else { return }
        let count = try transaction.first(
            """
            SELECT dossier_record_votes(\(unit), \(document), \(votes.map(\.nomination)), \(votes.map(\.approving))::integer[],
                                       \(votes.map(\.total))::integer[]) AS count
            """
        ) { try $0["count"] as Int }
        if kind != "selection_minutes" { throw Refusal.wrongKind("--votes", "selection_minutes") }
        if count != votes.count { throw Refusal.notInDossier }
    }

    fileprivate func certify(_ document: Int, _ unit: String, _ transaction: inout Transaction) throws {
        guard let certifier else { return }
        let isDone = try transaction.first(
            "SELECT dossier_certify(\(unit), \(document), \(certifier.unit), \(certifier.name), \(certifier.staffNo)) AS done"
        ) { try $0["done"] as Bool }
        if isDone != true { throw Refusal.wrongKind("--certifier", "achievement_report") }
    }
}

extension Refusal {
    fileprivate static func wrongKind(_ option: String, _ kind: String) -> Refusal {
        Refusal(.invalidInput, Phrase("\(option) chỉ dùng cho tài liệu \(kind).", "\(option) is for \(kind) only."), clause: "2")
    }

    fileprivate static func damagedPDF(_ damage: String) -> Refusal {
        Refusal(
            .invalidInput, Phrase("Tệp PDF bị hỏng (qpdf: \(damage)).", "The PDF is damaged (qpdf: \(damage))."),
            hint: Phrase("Sao chép hoặc quét lại tệp.", "Copy the file again, or scan it again."), clause: "2")
    }

    fileprivate static let notInDossier = Refusal(
        .invalidInput,
        Phrase("Có đề nghị không thuộc hồ sơ này.", "One of the nominations is not in this dossier."),
        hint: Phrase("Xem: thidua dossier show --unit MÃ", "See: thidua dossier show --unit CODE"), clause: "2")
}
