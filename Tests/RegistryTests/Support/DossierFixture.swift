import Postgres
import Registry
import TestSupport

/// A unit's dossier, made complete and submitted the way its clerk would.
struct DossierFixture {
    var unit = "01"
    var campaign = "TEST"

    /// The bytes of a document; the text makes it another one.
    static func pdf(_ text: String = "x") -> [UInt8] { Array("%PDF-1.7 \(text)".utf8) }

    /// Attests, certifies, declares and counts all that is needed for each open nomination, and submits.
    @discardableResult
    func submit(on connection: inout Connection) throws -> Dossier {
        try complete(on: &connection)
        return try Dossier.submit(unit: unit, campaign: campaign, on: &connection)
    }

    /// All but submitting it.
    func complete(on connection: inout Connection) throws {
        let open = try find(on: &connection).nominations.filter { $0.state == "draft" || $0.state == "returned" }
        for nomination in open {
            try attest(nomination, on: &connection)
            try attachReport(of: nomination, on: &connection)
        }
        try attachLetter(on: &connection)
        try attachMinutes(of: open, on: &connection)
    }

    func find(on connection: inout Connection) throws -> Dossier {
        try connection.transaction(.registryRead) { try Dossier.find(unit: unit, campaign: campaign, &$0) }
    }

    /// Meets everything on a nomination's checklist; each directive on the day given.
    func attest(_ nomination: Nomination, completedOn day: String = "2026-03-01", on connection: inout Connection) throws {
        let items = try connection.transaction(.registryRead) { try ChecklistItem.list(of: nomination.id, &$0) }
        let attestations = items.map { item -> Attestation in
            switch item.kind {
            case .criterion: .criterion(item.item, evidence: "Báo cáo số 1")
            case .directive: .directive(item.item, completedOn: day, isOfQuality: true, evidence: "Báo cáo số 2")
            case .bar: .bar(item.item, applies: false, evidence: "Xác nhận số 3")
            }
        }
        _ = try Attestation.record(attestations, of: nomination.id, on: &connection)
    }

    @discardableResult
    func attachReport(of nomination: Nomination, on connection: inout Connection) throws -> Document {
        var report = Document.Entry(
            kind: "achievement_report", nomination: nomination.id, fileName: "bao-cao.pdf", content: Self.pdf("\(nomination.id)"))
        report.certifier = Document.Certifier(name: "Trần Văn Trưởng", staffNo: "HEAD-\(unit)")
        return try Document.attach(report, unit: unit, campaign: campaign, on: &connection)
    }

    @discardableResult
    func attachLetter(on connection: inout Connection) throws -> Document {
        var letter = Document.Entry(kind: "proposal_letter", fileName: "to-trinh.pdf", content: Self.pdf("letter"))
        letter.declares = .all
        return try Document.attach(letter, unit: unit, campaign: campaign, on: &connection)
    }

    @discardableResult
    func attachMinutes(of nominations: [Nomination], on connection: inout Connection) throws -> Document {
        var minutes = Document.Entry(kind: "selection_minutes", fileName: "bien-ban.pdf", content: Self.pdf("minutes"))
        minutes.votes = nominations.map { Document.Votes(nomination: $0.id, approving: 9, total: 11) }
        return try Document.attach(minutes, unit: unit, campaign: campaign, on: &connection)
    }

    /// Submits the dossiers of all units with something to submit.
    static func submitAll(campaign: String = "TEST", on connection: inout Connection) throws {
        let nominations = try connection.transaction(.registryRead) {
            try Nomination.list(campaign: campaign, state: "draft", &$0)
        }
        for unit in Set(nominations.map(\.unit)).sorted() {
            try DossierFixture(unit: unit, campaign: campaign).submit(on: &connection)
        }
    }
}
