import TestSupport
import Postgres
import Registry

/// What may be done in one step of a random walk.
enum Action: CaseIterable {
    case add, addPerson, edit, withdraw, restore, attest, attestOne, complete, attach, submit, sendBack, receive
    case endorse, takeBack, decide, disqualify, staff

    /// Some occur more often than others: late steps need many earlier ones.
    static let bag: [Action] = allCases.flatMap { action -> [Action] in
        switch action {
        case .complete, .submit, .endorse, .decide: [action, action, action, action]
        case .add, .addPerson, .withdraw, .attach, .sendBack: [action, action]
        default: [action]
        }
    }
}

/// One action with all its arguments, drawn before it is performed.
struct Act: CustomStringConvertible {
    private let action: Action
    private let campaign: String
    private let unit: String
    private let award: String
    /// A nomination that may suit the action, or any other.
    private let nomination: Int
    private let rank: Int
    private let decision: String
    private let others: [Int]
    private let subject: String
    private let collective: String
    private let staffNo: String
    private let number: Int

    var description: String { "\(action) \(unit) #\(rank) \(award) \(number)" }

    private static let awards = ["minister_certificate", "director_certificate"]

    init(_ action: Action, _ ownUnit: String?, _ seen: Sighting, _ campaign: String, _ dice: inout SeededGenerator) {
        self.action = action
        self.campaign = campaign
        number = Int.random(in: 0..<8, using: &dice)
        // Usually the clerk's own unit; sometimes another or a nonexistent one.
        let anyUnit = ["01", "04", "CUC", "01", "04", "CUC", "99"].randomElement(using: &dice) ?? "01"
        unit = number == 0 ? anyUnit : ownUnit ?? ["01", "04", "CUC"].randomElement(using: &dice) ?? "01"
        award = Self.awards.randomElement(using: &dice) ?? ""
        let (unit, isAny) = (unit, number == 0)
        let candidates = seen.numbers { isAny || $0.unit == unit && Self.suits(action, $0.state) }
        nomination = candidates.randomElement(using: &dice) ?? 1
        rank = seen.nominations[nomination]?.rank ?? 0
        decision = (seen.nominations[nomination]?.award.prefix(1) ?? "x") + "\(number)/QĐ"
        subject = seen.nominations[nomination]?.subject ?? "individual"
        others = seen.numbers { $0.unit == unit && ["draft", "returned"].contains($0.state) }
        let office = Int.random(in: 0..<4, using: &dice)
        collective = office == 0 ? unit : unit == "CUC" ? "CUC-BAN-\(office)" : "\(unit)-KV0\(office)"
        // Few enough that the same person occurs again, also in another unit.
        staffNo = "P\(Int.random(in: 1...20, using: &dice))"
    }

    /// Whether an action is worth trying in a state.
    private static func suits(_ action: Action, _ state: String) -> Bool {
        switch action {
        case .edit, .withdraw, .attest, .attestOne, .attach, .complete: ["draft", "returned"].contains(state)
        case .restore: state == "withdrawn"
        case .endorse: state == "submitted"
        case .takeBack: state == "endorsed"
        case .decide, .disqualify: ["submitted", "endorsed"].contains(state)
        default: true
        }
    }
}

// MARK: Performing it

extension Act {
    func run(on connection: inout Connection) throws {
        switch action {
        case .add: _ = try Nomination.add(.collective(collective, of: unit, award: award, campaign: campaign), on: &connection)
        case .addPerson: _ = try Nomination.add(.person(staffNo, of: unit, award: award, campaign: campaign), on: &connection)
        case .edit: try edit(on: &connection)
        case .withdraw: _ = try Nomination.withdraw(nomination, on: &connection)
        case .restore: _ = try Nomination.restore(nomination, on: &connection)
        case .attest, .attestOne: try attest(nomination, onlyOne: action == .attestOne, on: &connection)
        case .complete: try complete(on: &connection)
        case .attach: try attach(on: &connection)
        case .submit: _ = try dossier.submit(on: &connection)
        case .sendBack: _ = try dossier.sendBack(on: &connection)
        case .receive: try receive(on: &connection)
        case .endorse: _ = try Endorsement.add(nomination, on: &connection)
        case .takeBack: _ = try Endorsement.remove(nomination, on: &connection)
        case .decide: try decide(on: &connection)
        case .disqualify: try disqualify(on: &connection)
        case .staff: break
        }
    }

    private var dossier: CompleteDossier { CompleteDossier(unit: unit, campaign: campaign) }

    private func edit(on connection: inout Connection) throws {
        var change = Nomination.Change()
        switch number {
        case 0...2: change.award = award
        case 3...4: change.collective = collective
        case 5:
            change.staffNo = staffNo
            change.name = "Nguyễn Văn An"
            change.position = "Thư ký"
            change.workplace = unit
        default: change.position = "Chấp hành viên \(number)"
        }
        _ = try Nomination.edit(nomination, change, on: &connection)
    }

    private func attest(_ nomination: Int, onlyOne: Bool, on connection: inout Connection) throws {
        let found = try connection.transaction(.registryRead) { try Nomination.find(nomination, &$0) }
        let all = CompleteDossier.everything(of: found)
        let bar = found.subject == "collective" ? "serious_violation" : "trial"
        let one: Attestation = number < 2 ? .bar(bar, applies: true, evidence: "Kết luận") : all[number]
        _ = try Attestation.record(onlyOne ? [one] : all, of: nomination, on: &connection)
    }

    /// Adds what the unit's dossier may still lack, as far as possible.
    private func complete(on connection: inout Connection) throws {
        for other in others {
            try attest(other, onlyOne: false, on: &connection)
            try dossier.attach(dossier.report(on: other), on: &connection)
        }
        try dossier.attach(dossier.letter, on: &connection)
        try dossier.attach(dossier.minutes(others), on: &connection)
    }

    private func attach(on connection: inout Connection) throws {
        var document: Document.Entry
        switch number {
        case 0...2: document = dossier.letter
        case 3...4: document = dossier.minutes(others, approving: number)
        default: document = dossier.report(on: nomination, certifier: staffNo)
        }
        if number == 2 { document.declares = .these(others.dropLast()) }
        if number == 7 { document.content = Array("không phải PDF".utf8) }
        try dossier.attach(document, on: &connection)
    }

    private func receive(on connection: inout Connection) throws {
        let moments = ["1/3/2026", nil, "1/1/2099", "hôm qua"]
        let channel: Dossier.Channel = number < 4 ? .paper : .email
        _ = try Dossier.receive(unit: unit, campaign: campaign, by: channel, at: moments[number % 4], on: &connection)
    }

    private func decide(on connection: inout Connection) throws {
        let isAward = number % 2 == 0
        _ = try Decision.record(
            decision, campaign: campaign, on: number == 7 ? "1/1/2099" : "2/3/2026", awarded: isAward ? [nomination] : [],
            declined: isAward ? [] : [nomination], on: &connection)
    }

    private func disqualify(on connection: inout Connection) throws {
        let bar = number == 1 ? "rain" : subject == "collective" ? "serious_violation" : "prosecution"
        _ = try Nomination.disqualify(nomination, for: bar, because: number == 2 ? " " : "Có quyết định", on: &connection)
    }
}
