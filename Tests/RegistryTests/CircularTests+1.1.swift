import Foundation
import Postgres
import Registry
import TestSupport
import Testing

private let circular = Repository.root + "/docs/develop/circular-vi.txt"

extension CircularTests {
    @Suite("1.1: Conditions and standards", .keepsFailedDatabases) struct Clause_1_1 {
        @Test("1.1: The criteria and directives are in the database word for word")
        func wording() throws {
            let text = try String(contentsOfFile: circular, encoding: .utf8)
            try RegistryDatabase.with { conninfo in
                var connection = try Connection(conninfo)
                let clauses = try ["collective", "individual"].map { subject in
                    try connection.query("SELECT words FROM criterion WHERE subject = \(subject) ORDER BY code") {
                        "- " + (try $0["words"] as String)
                    }.joined(separator: "\n\n")
                }
                let written = text.components(separatedBy: "a) Đối với tập thể:\n\n")[1].components(
                    separatedBy: "\n\nb) Đối với cá nhân:\n\n")
                #expect(clauses[0] == written[0])
                #expect(clauses[1] == written[1].components(separatedBy: "\n\n1.2.")[0])
                let directives = try connection.query("SELECT number, to_char(issued_on, 'DD/MM/YYYY') AS day FROM directive") {
                    "số \(try $0["number"] as String) ngày \(try $0["day"] as String)"
                }
                #expect(directives.count == 3)
                #expect(directives.allSatisfy { written[0].contains($0) && written[1].contains($0) })
            }
        }

        @Test(
            "1.1, bullet 6 (N4): the earliest ranks first among those on time and of assured quality; ties share a rank",
            arguments: ["collective", "individual"])
        func ranking(subject: String) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                for number in CompleteDossier.directives {
                    _ = try Directive.setDue(number, campaign: "TEST", on: "28/2/2026", on: &connection)
                }
                let finished = [
                    ("01", "15/2/2026", true), ("04", "15/2/2026", true), ("08", "16/2/2026", true), ("11", "1/3/2026", true),
                    ("12", "12/2/2026", false),
                ]
                for (unit, day, isOfQuality) in finished {
                    let nominee: Nomination.Entry =
                        subject == "collective"
                        ? .collective(unit, of: unit, award: "minister_certificate")
                        : .person("A\(unit)", of: unit, award: "minister_certificate")
                    let nomination = try Nomination.add(nominee, on: &connection)
                    try CompleteDossier(unit: unit).complete([nomination], on: &connection)
                    let last = Attestation.directive("615", completedOn: day, isOfQuality: isOfQuality, evidence: "Báo cáo")
                    let early = ["259", "469"].map {
                        Attestation.directive($0, completedOn: "10/2/2026", isOfQuality: true, evidence: "Báo cáo")
                    }
                    _ = try Attestation.record(early + [last], of: nomination.id, on: &connection)
                    _ = try CompleteDossier(unit: unit).submit(on: &connection)
                }
                let ranks = try connection.transaction(.registryRead) { transaction in
                    try Candidate.list(campaign: "TEST", &transaction).map { "\($0.unit) \($0.rank.map(String.init) ?? "–")" }
                }
                // Then those without a rank: 12 without assured quality, 11 too late.
                #expect(ranks == ["01 1", "04 1", "08 3", "12 –", "11 –"])
            }
        }
    }

    @Suite("1.1.a: For collectives", .keepsFailedDatabases) struct Clause_1_1_a {
        /// A complete dossier of one collective.
        private func withCollective(_ body: (Nomination, inout Connection) throws -> Void) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                let nomination = try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection)
                try CompleteDossier().complete([nomination], on: &connection)
                try body(nomination, &connection)
            }
        }

        @Test(
            "1.1.a, bullets 1 to 6 (N3): each criterion is attested, with evidence",
            arguments: CompleteDossier.criteria(of: "collective"))
        func criteria(code: String) throws {
            try withCollective { nomination, connection in
                try connection.forget(code, of: nomination)
                expect(connection.submissionRefusal()?.code, is: .dossierIncomplete)
                expect(connection.submissionRefusal()?.clause, is: "1.1.a")
                expect(connection.submissionRefusal()?.message.vi.contains(" \(code): "), is: true)
                let bare = Attestation.criterion(code, evidence: "  ")
                #expect(refusal { _ = try Attestation.record([bare], of: nomination.id, on: &connection) } == .invalidInput)
            }
        }

        @Test("1.1.a, bullet 2 (N4): each of the three directives is complete", arguments: CompleteDossier.directives)
        func directives(number: String) throws {
            try withCollective { nomination, connection in
                try connection.forget(number, of: nomination)
                expect(connection.submissionRefusal()?.code, is: .dossierIncomplete)
                expect(connection.submissionRefusal()?.message.vi.contains("\(number)/CQLTHADS-CĐ&TKDL"), is: true)
            }
        }

        @Test(
            "1.1.a, bullet 2 (N4): a directive is not completed in the future, nor before it was issued",
            arguments: [("259", "1/1/2099"), ("259", "16/1/2026"), ("469", "28/1/2026"), ("615", "10/2/2026")])
        func directiveDays(number: String, day: String) throws {
            try withCollective { nomination, connection in
                let completed = Attestation.directive(number, completedOn: day, isOfQuality: true, evidence: "Báo cáo")
                #expect(refusal { _ = try Attestation.record([completed], of: nomination.id, on: &connection) } == .invalidInput)
            }
        }

        /// Whether directive 259 was completed on time.
        private func isOnTime(_ nomination: Nomination, _ connection: inout Connection) throws -> Bool? {
            try connection.transaction(.registryRead) { try ChecklistItem.list(of: nomination.id, &$0) }
                .first { $0.item.hasPrefix("259/") }?.isOnTime
        }

        @Test("1.1.a, bullet 6 (N4): whether it was on time is unknown until a due date is set; that day itself is on time")
        func dueDates() throws {
            try withCollective { nomination, connection in
                expect(try isOnTime(nomination, &connection), is: nil)
                _ = try Directive.setDue("259", campaign: "TEST", on: "20/2/2026", on: &connection)
                expect(try isOnTime(nomination, &connection), is: true)
                _ = try Directive.setDue("259", campaign: "TEST", on: "19/2/2026", on: &connection)
                expect(try isOnTime(nomination, &connection), is: false)
                #expect(
                    refusal { _ = try Directive.setDue("259", campaign: "TEST", on: "16/1/2026", on: &connection) }
                        == .invalidInput)
            }
        }

        @Test("1.1.a, bullet 6, second sentence (N5): a collective with a conclusion of serious violation is not submitted")
        func seriousViolation() throws {
            try withCollective { nomination, connection in
                try connection.forget("serious_violation", of: nomination)
                expect(connection.submissionRefusal()?.code, is: .dossierIncomplete)
                let barred = Attestation.bar("serious_violation", applies: true, evidence: "Kết luận thanh tra")
                _ = try Attestation.record([barred], of: nomination.id, on: &connection)
                expect(connection.submissionRefusal()?.code, is: .notEligible)
                expect(connection.submissionRefusal()?.clause, is: "1.1.a")
            }
        }

        @Test(
            "1.1.a (N1): a collective is a unit of the registry, the proposer's own",
            arguments: ["01", "01-KV01", "01-PHONG-NGHIEP-VU"])
        func collectives(code: String) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try ProvinceFixture().importStaffing(on: &connection)
                expect(try Nomination.add(.collective(code), on: &connection).collective, is: code)
                for stranger in ["01-KV99", "CUC", "04"] {
                    let entry = Nomination.Entry.collective(stranger, award: "minister_certificate")
                    #expect(refusal { _ = try Nomination.add(entry, on: &connection) } == .invalidInput)
                }
            }
        }
    }
}

extension Connection {
    /// Removes what was attested about one criterion, directive or bar.
    mutating func forget(_ item: String, of nomination: Nomination) throws {
        let id = nomination.id
        let count =
            try execute("DELETE FROM attestation WHERE nomination = \(id) AND criterion = \(item)")
            + execute("DELETE FROM completion WHERE nomination = \(id) AND split_part(directive, '/', 1) = \(item)")
            + execute("DELETE FROM conduct WHERE nomination = \(id) AND bar = \(item)")
        #expect(count == 1)
    }

    /// The refusal with which 01's dossier cannot be submitted; nil if it is submitted.
    mutating func submissionRefusal() -> Refusal? {
        do {
            _ = try CompleteDossier().submit(on: &self)
            return nil
        } catch {
            return Refusal(error)
        }
    }
}
