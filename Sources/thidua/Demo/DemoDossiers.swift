import Postgres
import Registry

/// The dossiers of the provinces that propose to the Minister: attested, attached and submitted by their clerks, with made-up
/// evidence.
struct DemoDossiers {
    let logins: DemoLogins

    /// Completes a unit's dossier.
    func complete(_ unit: String) throws {
        var connection = try logins.clerk(of: unit).connect()
        let nominations = try connection.transaction(.registryRead) {
            try Nomination.list(campaign: DemoCommand.campaign, unit: unit, &$0)
        }
        for nomination in nominations { try attest(nomination, on: &connection) }

        var letter = document("proposal_letter", "to-trinh.pdf", number: "12/TTr-THADS")
        letter.declares = .all
        var minutes = document("selection_minutes", "bien-ban.pdf", number: "3/BB-THADS")
        minutes.votes = nominations.map { Document.Votes(nomination: $0.id, approving: 9, total: 11) }
        let reports = nominations.map { nomination in
            var report = document("achievement_report", "bao-cao-\(nomination.id).pdf", number: nil)
            report.nomination = nomination.id
            report.certifier = Document.Certifier(name: "Nguyễn Thị Lan", staffNo: "\(unit)-TRUONG")
            return report
        }
        for entry in [letter, minutes] + reports {
            _ = try Document.attach(entry, unit: unit, campaign: DemoCommand.campaign, on: &connection)
        }
    }

    /// Completes and submits the dossiers of these units.
    func submitAll(_ units: [String]) throws {
        for unit in units {
            try complete(unit)
            var connection = try logins.clerk(of: unit).connect()
            _ = try Dossier.submit(unit: unit, campaign: DemoCommand.campaign, on: &connection)
        }
    }

    private func attest(_ nomination: Nomination, on connection: inout Connection) throws {
        let items = try connection.transaction(.registryRead) { try ChecklistItem.list(of: nomination.id, &$0) }
        // The day depends on the province's code, so that some finish earlier than others, and one after the due date.
        let day = 1 + (Int(nomination.unit) ?? 0) % 24
        let attestations = items.map { item in
            switch item.kind {
            case .criterion: Attestation.criterion(item.item, evidence: "Báo cáo số \(item.item.dropFirst())/BC-THADS")
            case .directive:
                Attestation.directive(
                    item.item, completedOn: "\(day)/3/2026", isOfQuality: true, evidence: "Số liệu trên Nền tảng số")
            case .bar: Attestation.bar(item.item, applies: false, evidence: "Công văn số 5/CV-THADS")
            }
        }
        _ = try Attestation.record(attestations, of: nomination.id, on: &connection)
    }

    private func document(_ kind: String, _ name: String, number: String?) -> Document.Entry {
        var entry = Document.Entry(kind: kind, fileName: name, content: Array("%PDF-1.4\n% \(name)\n%%EOF\n".utf8))
        (entry.number, entry.dated, entry.signer) = (number, "1/4/2026", "Nguyễn Thị Lan")
        return entry
    }
}
