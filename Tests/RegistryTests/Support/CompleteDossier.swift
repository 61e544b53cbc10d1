import Postgres
import Registry

/// A complete dossier of a unit for campaign `TEST`, entered as a clerk would enter it.
struct CompleteDossier {
    var unit = "01"
    var campaign = "TEST"

    /// Nominates people for the Minister's certificate, which needs no staffing table.
    static func nominate(
        _ count: Int, of unit: String = "01", on connection: inout Connection
    ) throws -> [Nomination] {
        try (1...count).map {
            try Nomination.add(.person("\(unit)-S\($0)", of: unit, award: "minister_certificate"), on: &connection)
        }
    }

    /// Prepares a dossier of `count` people, complete but not submitted.
    static func ready(_ count: Int = 1, of unit: String = "01", on connection: inout Connection) throws -> [Nomination] {
        let nominations = try nominate(count, of: unit, on: &connection)
        try CompleteDossier(unit: unit).complete(nominations, on: &connection)
        return nominations
    }

    /// The same, submitted.
    static func submitted(_ count: Int = 1, of unit: String = "01", on connection: inout Connection) throws -> [Nomination] {
        let nominations = try ready(count, of: unit, on: &connection)
        _ = try CompleteDossier(unit: unit).submit(on: &connection)
        return nominations
    }

    /// Attests all of these nominations, and attaches every document.
    func complete(_ nominations: [Nomination], on connection: inout Connection) throws {
        for nomination in nominations {
            _ = try Attestation.record(Self.everything(of: nomination), of: nomination.id, on: &connection)
            try attach(report(on: nomination.id), on: &connection)
        }
        try attach(letter, on: &connection)
        try attach(minutes(nominations.map(\.id)), on: &connection)
    }

    func submit(on connection: inout Connection) throws -> Dossier {
        try Dossier.submit(unit: unit, campaign: campaign, on: &connection)
    }

    func sendBack(on connection: inout Connection) throws -> Dossier {
        try Dossier.sendBack(unit: unit, campaign: campaign, because: "Thiếu chữ ký", on: &connection)
    }

    @discardableResult
    func attach(_ document: Document.Entry, on connection: inout Connection) throws -> Document {
        try Document.attach(document, unit: unit, campaign: campaign, on: &connection)
    }

    func find(on connection: inout Connection) throws -> Dossier {
        try connection.transaction(.registryRead) { try Dossier.find(unit: unit, campaign: campaign, &$0) }
    }
}

// MARK: Contents

extension CompleteDossier {
    static let directives = ["259", "469", "615"]

    static func criteria(of subject: String) -> [String] {
        (1...6).map { (subject == "collective" ? "a" : "b") + String($0) }
    }

    /// Everything that clause 1.1 requires of a nominee.
    static func everything(
        of nomination: Nomination, completedOn day: String = "20/2/2026", isOfQuality: Bool = true
    ) -> [Attestation] {
        criteria(of: nomination.subject).map { .criterion($0, evidence: "Báo cáo số 12") }
            + directives.map { .directive($0, completedOn: day, isOfQuality: isOfQuality, evidence: "Báo cáo số 13") }
            + [.bar(nil, applies: false, evidence: "Xác nhận của cơ quan có thẩm quyền")]
    }

    /// A proposal letter that declares every nomination.
    var letter: Document.Entry {
        var entry = Document.Entry(kind: "proposal_letter", fileName: "to-trinh.pdf", content: Self.pdf("Tờ trình của \(unit)"))
        entry.number = "12/TTr"
        entry.declares = .all
        return entry
    }

    /// Minutes in which all of the nine members voted for each nomination, unless stated otherwise.
    func minutes(_ nominations: [Int], approving: Int = 9) -> Document.Entry {
        var entry = Document.Entry(
            kind: "selection_minutes", fileName: "bien-ban.pdf", content: Self.pdf("Biên bản của \(unit)"))
        entry.votes = nominations.map { .init(nomination: $0, approving: approving, total: 9) }
        return entry
    }

    /// A certified achievement report.
    func report(on nomination: Int, certifier staffNo: String = "TT-1") -> Document.Entry {
        var entry = Document.Entry(
            kind: "achievement_report", nomination: nomination, fileName: "bao-cao.pdf", content: Self.pdf("Báo cáo của \(unit)"))
        entry.certifier = .init(name: "Phạm Thị Thủ Trưởng", staffNo: staffNo)
        return entry
    }

    /// Bytes that begin like a PDF.
    static func pdf(_ text: String = "") -> [UInt8] { Array("%PDF-1.7\n\(text)\n%%EOF".utf8) }
}

extension Connection {
    /// Moves the deadline of campaign `TEST` to this number of milliseconds from now, by the database's clock.
    mutating func setDeadline(inMilliseconds milliseconds: Int) throws {
        try execute(
            "UPDATE campaign SET deadline = clock_timestamp() + \(Double(milliseconds)) * interval '1 ms' WHERE code = 'TEST'")
    }

    /// The faults of the trail, and those that `db verify` finds.
    mutating func faults() throws -> [String] {
        let trail: [String] = try query("SELECT concat_ws(' ', chain, number, fault) AS fault FROM audit_fault()") {
            try $0["fault"]
        }
        return try trail + Migrator.verify(on: &self).map { "\($0.fault)" }
    }
}
