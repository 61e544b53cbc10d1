import Postgres
import Registry

/// A unit's dossier with all that the unit has nominated, completed and submitted as its clerk would do it.
struct DossierFixture {
    var unit = "01"
    var campaign = "TEST"

    private var parts: CompleteDossier { CompleteDossier(unit: unit, campaign: campaign) }

    /// Attests, certifies, declares and counts all that is needed for each open nomination, and submits.
    @discardableResult
    func submit(on connection: inout Connection) throws -> Dossier {
        try complete(on: &connection)
        return try parts.submit(on: &connection)
    }

    /// Does all of this without submitting the dossier.
    func complete(on connection: inout Connection) throws {
        let open = try find(on: &connection).nominations.filter { $0.state == "draft" || $0.state == "returned" }
        for nomination in open {
            try attest(nomination, on: &connection)
            try attachReport(of: nomination, on: &connection)
        }
        try parts.attach(parts.letter, on: &connection)
        try parts.attach(parts.minutes(open.map(\.id)), on: &connection)
    }

    func find(on connection: inout Connection) throws -> Dossier {
        try parts.find(on: &connection)
    }

    /// Attests everything on a nomination's checklist.
    func attest(_ nomination: Nomination, on connection: inout Connection) throws {
        _ = try Attestation.record(CompleteDossier.everything(of: nomination), of: nomination.id, on: &connection)
    }

    @discardableResult
    func attachReport(of nomination: Nomination, on connection: inout Connection) throws -> Document {
        var report = parts.report(on: nomination.id, certifier: "HEAD-\(unit)")
        // Identical bytes would be stored as one file.
        report.content = CompleteDossier.pdf("\(nomination.id)")
        return try parts.attach(report, on: &connection)
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
