import Foundation
import Postgres
import Registry
import TestSupport
import Testing

extension CircularTests {
    @Suite("1.1.b: For individuals", .keepsFailedDatabases) struct Clause_1_1_b {
        /// A complete dossier of one person.
        private func withPerson(_ body: (Nomination, inout Connection) throws -> Void) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                let nomination = try CompleteDossier.ready(on: &connection)[0]
                try body(nomination, &connection)
            }
        }

        @Test("1.1.b, bullets 1 to 6 (N3): each criterion is attested", arguments: CompleteDossier.criteria(of: "individual"))
        func criteria(code: String) throws {
            try withPerson { nomination, connection in
                try connection.forget(code, of: nomination)
                expect(connection.submissionRefusal()?.code, is: .dossierIncomplete)
                expect(connection.submissionRefusal()?.clause, is: "1.1.b")
                expect(connection.submissionRefusal()?.message.vi.contains(" \(code): "), is: true)
            }
        }

        @Test("1.1.b, bullet 2 (N4): each of the three directives is complete", arguments: CompleteDossier.directives)
        func directives(number: String) throws {
            try withPerson { nomination, connection in
                try connection.forget(number, of: nomination)
                expect(connection.submissionRefusal()?.code, is: .dossierIncomplete)
            }
        }

        @Test(
            "1.1.b, bullet 6 (N5): nobody under discipline, prosecution, investigation, indictment or trial is submitted",
            arguments: [
                "disciplinary_consideration", "prosecution", "investigation", "indictment", "trial", "serving_discipline",
            ])
        func bars(code: String) throws {
            try withPerson { nomination, connection in
                try connection.forget(code, of: nomination)
                expect(connection.submissionRefusal()?.code, is: .dossierIncomplete)
                _ = try Attestation.record(
                    [.bar(code, applies: true, evidence: "Quyết định")], of: nomination.id, on: &connection)
                expect(connection.submissionRefusal()?.code, is: .notEligible)
                expect(connection.submissionRefusal()?.clause, is: "1.1.b")
            }
        }

        @Test(
            "1.1.b, bullet 6 (N5): a nominee barred later is disqualified, with the reason; before the deadline the slot is freed"
        )
        func disqualifiedInTime() throws {
            try withPerson { nomination, connection in
                let dossier = CompleteDossier()
                #expect(
                    refusal { _ = try Nomination.disqualify(nomination.id, for: "trial", because: "Bị xét xử", on: &connection) }
                        == .illegalStep)
                _ = try dossier.submit(on: &connection)
                #expect(
                    refusal { _ = try Nomination.disqualify(nomination.id, for: "trial", because: " ", on: &connection) }
                        == .invalidInput)
                #expect(
                    refusal { _ = try Nomination.disqualify(nomination.id, for: "rain", because: "Mưa", on: &connection) }
                        == .invalidInput)
                let out = try Nomination.disqualify(nomination.id, for: "trial", because: "Bị xét xử", on: &connection)
                #expect(out.state == "disqualified" && out.slot == nil)
                #expect(
                    refusal { _ = try Nomination.disqualify(nomination.id, for: "prosecution", because: "Khác", on: &connection) }
                        == .illegalStep)
                _ = try dossier.sendBack(on: &connection)
                expect(try Nomination.add(.person("T2", award: "minister_certificate"), on: &connection).slot, is: 1)
                let again = Nomination.Entry.person("01-S1", award: "minister_certificate")
                #expect(refusal { _ = try Nomination.add(again, on: &connection) } == .alreadyNominated)
            }
        }

        @Test("1.1.b, bullet 6 (N5): after the deadline a disqualified nominee is not replaced")
        func disqualifiedLate() throws {
            try withPerson { nomination, connection in
                _ = try CompleteDossier().submit(on: &connection)
                _ = try Endorsement.add(nomination.id, on: &connection)
                try connection.setDeadline(inMilliseconds: 0)
                let out = try Nomination.disqualify(nomination.id, for: "trial", because: "Bị xét xử", on: &connection)
                #expect(out.state == "disqualified")
                expect(try connection.transaction(.registryRead) { try Endorsement.list(campaign: "TEST", &$0).count }, is: 0)
                let instead = Nomination.Entry.person("T2", award: "minister_certificate")
                #expect(refusal { _ = try Nomination.add(instead, on: &connection) } == .deadlinePassed)
                expect(refusal { _ = try CompleteDossier().sendBack(on: &connection) }, is: .deadlinePassed)
            }
        }

        @Test("1.1.b (N1): an individual is identified by staff number, not by name")
        func homonyms() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                let people = try ["A1", "A2"].map {
                    try Nomination.add(.person($0, award: "minister_certificate", name: "Trần Thị Hòa"), on: &connection)
                }
                #expect(people[0].id != people[1].id)
                let other = Nomination.Entry.person("A1", award: "minister_certificate", name: "Lê Văn Khác")
                #expect(refusal { _ = try Nomination.add(other, on: &connection) } == .invalidInput)
            }
        }

        @Test(
            "1.1 (N2): a subject is nominated once, not for both awards, nor by two units; a collective and its head are two")
        func once() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try ProvinceFixture(civilServants: 600).importStaffing(on: &connection)
                _ = try Nomination.add(.person("A1", award: "minister_certificate"), on: &connection)
                for unit in ["01", "04"] {
                    let refused = #expect(throws: Refusal.self) {
                        try Nomination.add(
                            .person("A1", of: unit, award: unit == "01" ? "director_certificate" : "minister_certificate"),
                            on: &connection)
                    }
                    #expect(refused?.code == .alreadyNominated)
                    #expect(refused?.message.vi.contains("Hà Nội") == false)
                }
                _ = try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection)
            }
        }
    }
}
