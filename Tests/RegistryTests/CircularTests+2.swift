import Postgres
import Registry
import TestSupport
import Testing

extension CircularTests {
    @Suite("2: The dossier", .keepsFailedDatabases) struct Clause_2 {
        /// Calls `body` with 01's complete dossier of two people.
        func withDossier(_ body: ([Nomination], inout Connection) throws -> Void) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                let nominations = try CompleteDossier.ready(2, on: &connection)
                try body(nominations, &connection)
            }
        }

        let dossier = CompleteDossier()

        /// Why the dossier cannot be submitted: what is wrong, and with what.
        private func faults(on connection: inout Connection) throws -> [String] {
            try dossier.find(on: &connection).faults.map { "\($0.kind.rawValue) \($0.item ?? "")" }
        }

        // MARK: First bullet

        @Test("2, first to third bullet (D1): one letter, one set of minutes, and a report for each nomination")
        func documents() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                let nominations = try CompleteDossier.nominate(2, on: &connection)
                for nomination in nominations {
                    _ = try Attestation.record(CompleteDossier.everything(of: nomination), of: nomination.id, on: &connection)
                }
                try dossier.attach(dossier.report(on: nominations[0].id), on: &connection)
                let missing = try faults(on: &connection).filter { $0.hasPrefix("no_document") }
                #expect(
                    missing.sorted()
                        == ["achievement_report", "proposal_letter", "selection_minutes"].map { "no_document " + $0 })
                let refused = #expect(throws: Refusal.self) { try dossier.submit(on: &connection) }
                #expect(refused?.code == .dossierIncomplete && refused?.clause == "2")
                #expect(refused?.message.vi.contains("Thiếu Biên bản họp bình xét") == true)
                try dossier.attach(dossier.report(on: nominations[1].id), on: &connection)
                try dossier.attach(dossier.letter, on: &connection)
                try dossier.attach(dossier.minutes(nominations.map(\.id)), on: &connection)
                expect(try dossier.submit(on: &connection).state, is: "submitted")
            }
        }

        @Test("2 (D1): an empty dossier is not submitted, and an area office sends none")
        func empty() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try ProvinceFixture().importStaffing(on: &connection)
                #expect(refusal { _ = try dossier.submit(on: &connection) } == .dossierIncomplete)
                #expect(refusal { _ = try CompleteDossier(unit: "01-KV01").submit(on: &connection) } != nil)
            }
        }

        @Test("2, first bullet (D2): the letter declares every nomination, and one that it leaves out is named")
        func declaration() throws {
            try withDossier { nominations, connection in
                var letter = dossier.letter
                letter.declares = .these([nominations[0].id])
                try dossier.attach(letter, on: &connection)
                let refused = #expect(throws: Refusal.self) { try dossier.submit(on: &connection) }
                #expect(refused?.code == .dossierIncomplete)
                #expect(refused?.message.en.contains("(\(nominations[1].id)): Proposal letter does not declare") == true)
                #expect(refused?.message.en.contains("(\(nominations[0].id))") == false)
                letter.declares = .none
                try dossier.attach(letter, on: &connection)
                expect(try faults(on: &connection), is: ["not_declared proposal_letter", "not_declared proposal_letter"])
            }
        }

        @Test("2 (D2, D3, D5): a new letter, new minutes or a new report do not inherit what the first ones stated")
        func replaced() throws {
            try withDossier { nominations, connection in
                let silent = ["proposal_letter", "selection_minutes"].map {
                    Document.Entry(kind: $0, fileName: "khac.pdf", content: CompleteDossier.pdf("khác"))
                }
                for document in silent { try dossier.attach(document, on: &connection) }
                let report = Document.Entry(
                    kind: "achievement_report", nomination: nominations[0].id, fileName: "khac.pdf",
                    content: CompleteDossier.pdf())
                try dossier.attach(report, on: &connection)
                let expected = [
                    "no_votes selection_minutes", "no_votes selection_minutes", "not_certified achievement_report",
                    "not_declared proposal_letter", "not_declared proposal_letter",
                ]
                expect(try faults(on: &connection).sorted(), is: expected)
            }
        }

        // MARK: Second bullet

        @Test("2, second bullet (D5): the minutes record the votes; there is no threshold", arguments: [0, 1, 9])
        func votes(approving: Int) throws {
            try withDossier { nominations, connection in
                try dossier.attach(dossier.minutes(nominations.map(\.id), approving: approving), on: &connection)
                expect(try dossier.submit(on: &connection).state, is: "submitted")
            }
        }

        @Test("2, second bullet (D5): votes for are neither negative nor more than the total", arguments: [-1, 10])
        func wrongVotes(approving: Int) throws {
            try withDossier { nominations, connection in
                let minutes = dossier.minutes(nominations.map(\.id), approving: approving)
                #expect(refusal { try dossier.attach(minutes, on: &connection) } == .invalidInput)
                expect(try dossier.submit(on: &connection).state, is: "submitted")
            }
        }

        // MARK: Third bullet

        @Test("2, third bullet (D3): a person's report is certified by the head of the unit, who is not that person")
        func certifiedPerson() throws {
            try withDossier { nominations, connection in
                // Identified by number, however it is written.
                for own in ["01-S1", " 01-s1 "] {
                    let report = dossier.report(on: nominations[0].id, certifier: own)
                    #expect(refusal { try dossier.attach(report, on: &connection) } == .invalidInput)
                }
                let colleague = dossier.report(on: nominations[0].id, certifier: "01-S2")
                expect(try dossier.attach(colleague, on: &connection).certifierRole, is: "head_of_unit")
            }
        }

        @Test(
            "2, third bullet (D3): a collective's report is certified by the agency that directly manages it",
            arguments: [("01-KV01", "01"), ("01-PHONG-NGHIEP-VU", "01"), ("01", "CUC")])
        func certifiedCollective(code: String, agency: String) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try ProvinceFixture().importStaffing(on: &connection)
                let nomination = try Nomination.add(.collective(code), on: &connection)
                let report = try dossier.attach(dossier.report(on: nomination.id), on: &connection)
                #expect(report.certifierRole == "managing_agency")
                let certified: String? = try connection.first("SELECT agency FROM certification") { try $0["agency"] }
                #expect(certified == agency)
                let own = try refusingConstraint { try connection.execute("UPDATE certification SET agency = \(code)") }
                #expect(own == "certification_is_not_of_oneself")
            }
        }

        @Test(
            "2, third bullet (D3): the head of another province's unit cannot certify; the refusal hides whether it exists"
        )
        func strangersHead() throws {
            try withDossier { nominations, connection in
                try ProvinceFixture(code: "04", name: "Cao Bằng").importStaffing(on: &connection)
                for stranger in ["04-KV01", "04-KV99"] {
                    var report = dossier.report(on: nominations[0].id)
                    report.certifier?.unit = stranger
                    let constraint = #expect(throws: Refusal.self) {
                        do { try dossier.attach(report, on: &connection) } catch { throw Refusal(error) }
                    }?.constraint
                    #expect(constraint == "certification_agency_is_of_the_house")
                }
                var report = dossier.report(on: nominations[0].id)
                report.certifier?.unit = "CUC"
                try dossier.attach(report, on: &connection)
            }
        }

        // MARK: Fourth bullet

        @Test("2, fourth bullet (D4): the paper set and the soft copy are recorded separately")
        func channels() throws {
            try withDossier { _, connection in
                let paper = try Dossier.receive(unit: "01", campaign: "TEST", by: .paper, at: "1/3/2026", on: &connection)
                #expect(paper.paperAt?.hasPrefix("2026-03-01T00:00:00") == true && paper.emailAt == nil)
                let both = try Dossier.receive(unit: "01", campaign: "TEST", by: .email, at: "2026-03-02 08:30", on: &connection)
                #expect(both.paperAt == paper.paperAt && both.emailAt?.hasPrefix("2026-03-02T08:30:00") == true)
                let future = refusal {
                    _ = try Dossier.receive(unit: "01", campaign: "TEST", by: .email, at: "1/1/2099", on: &connection)
                }
                #expect(future == .invalidInput)
            }
        }

        // MARK: Files

        @Test("2 (D6): a submitted dossier accepts no additions and no edits")
        func closed() throws {
            try withDossier { nominations, connection in
                let (first, id) = (nominations[0], nominations[0].id)
                _ = try dossier.submit(on: &connection)
                var change = Nomination.Change()
                change.position = "Chấp hành viên cao cấp"
                let codes = [
                    refusal { _ = try Nomination.add(.person("A9", award: "minister_certificate"), on: &connection) },
                    refusal { _ = try Nomination.edit(id, change, on: &connection) },
                    refusal { _ = try Nomination.withdraw(id, on: &connection) },
                    refusal { _ = try Attestation.record(CompleteDossier.everything(of: first), of: id, on: &connection) },
                    refusal { try dossier.attach(dossier.letter, on: &connection) },
                    refusal { try dossier.attach(dossier.report(on: id), on: &connection) },
                    refusal { _ = try dossier.submit(on: &connection) },
                ]
                #expect(codes == Array(repeating: .dossierClosed, count: 7))
            }
        }

        @Test("2 (D6): the Department returns it with a reason, and then it is open again")
        func returned() throws {
            try withDossier { nominations, connection in
                #expect(refusal { _ = try dossier.sendBack(on: &connection) } == .illegalStep)
                _ = try dossier.submit(on: &connection)
                let silent = refusal { _ = try Dossier.sendBack(unit: "01", campaign: "TEST", because: " ", on: &connection) }
                #expect(silent == .invalidInput)
                let back = try dossier.sendBack(on: &connection)
                #expect(back.state == "returned" && back.returnReason == "Thiếu chữ ký")
                #expect(back.nominations.map(\.state) == ["returned", "returned"])
                _ = try Nomination.withdraw(nominations[1].id, on: &connection)
                let again = try dossier.submit(on: &connection)
                #expect(again.nominations.map(\.state).sorted() == ["submitted", "withdrawn"])
            }
        }

        @Test("2 (D6): an endorsed nomination is taken off the list before its dossier is returned")
        func endorsed() throws {
            try withDossier { nominations, connection in
                _ = try dossier.submit(on: &connection)
                _ = try Endorsement.add(nominations[0].id, on: &connection)
                #expect(refusal { _ = try dossier.sendBack(on: &connection) } == .illegalStep)
                _ = try Endorsement.remove(nominations[0].id, on: &connection)
                expect(try dossier.sendBack(on: &connection).state, is: "returned")
            }
        }
    }
}
