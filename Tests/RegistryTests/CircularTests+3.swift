import Postgres
import Registry
import TestSupport
import Testing

extension CircularTests {
    @Suite("3: The deadline", .keepsFailedDatabases) struct Clause_3 {
        private let dossier = CompleteDossier()

        @Test("3, first sentence (T1): \"trước ngày 25/4/2026\" ends when that day begins in Hanoi")
        func deadline() throws {
            try RegistryDatabase.with { conninfo in
                var connection = try Connection(conninfo)
                let campaign = try connection.transaction(.registryRead) { try Campaign.find("606/KH-CQLTHADS", &$0) }
                #expect(campaign.deadline.hasPrefix("2026-04-25T00:00:00") && campaign.deadline.hasSuffix("+07:00"))
            }
        }

        @Test("3, first sentence (T1): a dossier is submitted before the deadline, and not from it on")
        func strict() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                _ = try CompleteDossier.ready(on: &connection)
                try connection.setDeadline(inMilliseconds: 0)
                #expect(refusal { _ = try dossier.submit(on: &connection) } == .deadlinePassed)
                try connection.setDeadline(inMilliseconds: 60_000)
                expect(try dossier.submit(on: &connection).state, is: "submitted")
            }
        }

        @Test("3, first sentence (T2): the moment of the statement decides, not the transaction's beginning")
        func statement() throws {
            try RegistryDatabase.withOpenCampaign { connection, conninfo in
                _ = try CompleteDossier.ready(on: &connection)
                var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
                let constraint = try refusingConstraint {
                    try clerk.transaction { transaction in
                        try transaction.execute("SELECT now()")
                        try connection.setDeadline(inMilliseconds: 0)
                        try transaction.execute("SELECT dossier_submit('01', 'TEST')")
                    }
                }
                #expect(constraint == "campaign_is_before_its_deadline")
            }
        }

        private func decide(_ awarded: Int, _ declined: Int, _ connection: inout Connection) throws -> [Decision] {
            try Decision.record(
                "9/QĐ", campaign: "TEST", on: "2/3/2026", awarded: [awarded], declined: [declined], on: &connection)
        }

        @Test("3, first sentence: the council considers what was submitted, and decisions are made after the deadline")
        func council() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                let nominations = try CompleteDossier.submitted(2, on: &connection)
                try connection.setDeadline(inMilliseconds: 0)
                let (first, second) = (nominations[0].id, nominations[1].id)
                let session = CouncilOpinion.Session(
                    heldOn: "1/3/2026", members: [("Ủy viên A", nil), ("Ủy viên B", nil)],
                    votes: [.init(nomination: first, approving: 2, total: 2)])
                expect(try CouncilOpinion.record(session, campaign: "TEST", on: &connection).count, is: 1)
                // Endorsed first, then awarded; decisions are final.
                #expect(refusal { _ = try decide(first, second, &connection) } == .illegalStep)
                _ = try Endorsement.add(first, on: &connection)
                let decided = try decide(first, second, &connection)
                #expect(decided.map(\.outcome) == ["awarded", "declined"])
                #expect(refusal { _ = try decide(first, second, &connection) } == .illegalStep)
                #expect(refusal { _ = try Endorsement.remove(first, on: &connection) } == .illegalStep)
            }
        }

        @Test("3, second sentence (D4): the soft copy by e-mail is recorded even after the deadline, and has no effect")
        func softCopy() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                _ = try CompleteDossier.submitted(on: &connection)
                try connection.setDeadline(inMilliseconds: 0)
                for _ in 1...2 {
                    let late = try Dossier.receive(unit: "01", campaign: "TEST", by: .email, at: "1/3/2026", on: &connection)
                    #expect(late.emailAt != nil && late.state == "submitted")
                }
            }
        }

        @Test("3, note (T3): after the deadline nothing is added, edited, attested, attached, withdrawn, restored or returned")
        func nothingMore() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                let nominations = try CompleteDossier.ready(2, on: &connection)
                _ = try Nomination.withdraw(nominations[1].id, on: &connection)
                _ = try CompleteDossier.submitted(of: "04", on: &connection)
                try connection.setDeadline(inMilliseconds: 0)
                let (first, id) = (nominations[0], nominations[0].id)
                var change = Nomination.Change()
                change.position = "Chấp hành viên cao cấp"
                let codes = [
                    refusal { _ = try Nomination.add(.person("A9", award: "minister_certificate"), on: &connection) },
                    refusal { _ = try Nomination.edit(id, change, on: &connection) },
                    refusal { _ = try Attestation.record(CompleteDossier.everything(of: first), of: id, on: &connection) },
                    refusal { try dossier.attach(dossier.letter, on: &connection) },
                    refusal { try dossier.attach(dossier.report(on: id), on: &connection) },
                    refusal { _ = try Nomination.withdraw(id, on: &connection) },
                    refusal { _ = try Nomination.restore(nominations[1].id, on: &connection) },
                    refusal { _ = try dossier.submit(on: &connection) },
                    refusal { _ = try CompleteDossier(unit: "04").sendBack(on: &connection) },
                ]
                #expect(codes == Array(repeating: .deadlinePassed, count: 9))
            }
        }

        @Test("3, note (T3): a dossier that is open then is \"not submitted\", and is kept")
        func kept() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                let nominations = try CompleteDossier.ready(on: &connection)
                try connection.setDeadline(inMilliseconds: 0)
                let after = try dossier.find(on: &connection)
                #expect(after.state == "not_submitted")
                #expect(after.nominations.map(\.id) == nominations.map(\.id) && after.documents.count == 3)
            }
        }

        // MARK: The paper dossier

        @Test("3 (T4): a paper dossier that arrived in time is keyed in and submitted after the deadline by the administrator")
        func paper() throws {
            try RegistryDatabase.withOpenCampaign { connection, conninfo in
                let nomination = try CompleteDossier.nominate(1, on: &connection)[0]
                try connection.setDeadline(inMilliseconds: 0)
                var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
                #expect(refusal { try dossier.complete([nomination], on: &administrator) } == .deadlinePassed)
                try receivePaper("1/3/2026", &administrator)
                try dossier.complete([nomination], on: &administrator)
                // No nominee is added to it, though.
                let another = Nomination.Entry.person("A9", award: "minister_certificate")
                #expect(refusal { _ = try Nomination.add(another, on: &administrator) } == .deadlinePassed)
                expect(try dossier.submit(on: &administrator).state, is: "submitted")
            }
        }

        @Test(
            "3 (T4): what the paper set does not contain is withdrawn; a paper set that arrived before a return no longer counts"
        )
        func stalePaper() throws {
            try RegistryDatabase.withOpenCampaign { connection, conninfo in
                let nominations = try CompleteDossier.nominate(2, on: &connection)
                try dossier.complete([nominations[0]], on: &connection)
                try receivePaper("1/3/2026", &connection)
                try connection.setDeadline(inMilliseconds: 0)
                #expect(refusal { _ = try dossier.submit(on: &connection) } == .dossierIncomplete)
                var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
                #expect(refusal { _ = try Nomination.withdraw(nominations[1].id, on: &clerk) } == .deadlinePassed)
                _ = try Nomination.withdraw(nominations[1].id, on: &connection)
                #expect(refusal { _ = try Nomination.restore(nominations[1].id, on: &connection) } == .deadlinePassed)
                expect(try dossier.submit(on: &connection).state, is: "submitted")

                try connection.execute("UPDATE campaign SET deadline = '2099-01-01' WHERE code = 'TEST'")
                _ = try dossier.sendBack(on: &connection)
                try connection.setDeadline(inMilliseconds: 0)
                #expect(refusal { _ = try dossier.submit(on: &connection) } == .deadlinePassed)
            }
        }

        @Test("3 (T4): the unit's clerk neither records that it arrived, nor keys in anything, nor submits it")
        func paperOfClerk() throws {
            try RegistryDatabase.withOpenCampaign { connection, conninfo in
                let nominations = try CompleteDossier.ready(on: &connection)
                var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
                #expect(refusal { try receivePaper("1/3/2026", &clerk) } == .notPermitted)
                try receivePaper("1/3/2026", &connection)
                try connection.setDeadline(inMilliseconds: 0)
                #expect(refusal { try dossier.complete(nominations, on: &clerk) } == .deadlinePassed)
                #expect(refusal { _ = try dossier.submit(on: &clerk) } == .deadlinePassed)
            }
        }

        private func receivePaper(_ moment: String?, _ connection: inout Connection) throws {
            _ = try Dossier.receive(unit: "01", campaign: "TEST", by: .paper, at: moment, on: &connection)
        }

        @Test("3 (T4): a late or future arrival of a paper dossier is not recorded; one that is recorded is in the trail")
        func latePaper() throws {
            try RegistryDatabase.withOpenCampaign { connection, conninfo in
                _ = try CompleteDossier.nominate(1, on: &connection)
                var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
                let tomorrow: String? = try connection.first(
                    "SELECT to_char(clock_timestamp() + interval '1 day', 'YYYY-MM-DD HH24:MI') AS moment"
                ) { try $0["moment"] }
                #expect(refusal { try receivePaper(tomorrow, &administrator) } == .invalidInput)
                #expect(refusal { try receivePaper("1/1/2099", &administrator) } == .deadlinePassed)
                try connection.execute("UPDATE campaign SET deadline = '2026-03-02 00:00 Asia/Ho_Chi_Minh' WHERE code = 'TEST'")
                #expect(refusal { try receivePaper(nil, &administrator) } == .deadlinePassed)
                #expect(refusal { try receivePaper("2026-03-02 00:00", &administrator) } == .deadlinePassed)
                try receivePaper("2026-03-01 23:59:59.999999", &administrator)
                let entry: String? = try connection.first(
                    "SELECT login FROM audit WHERE relation = 'dossier' AND before ->> 'paper_at' IS NULL AND after ->> 'paper_at' IS NOT NULL"
                ) { try $0["login"] }
                #expect(entry == "test_administrator")
            }
        }
    }
}
