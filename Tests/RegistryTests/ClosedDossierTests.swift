import Postgres
import Registry
import TestSupport
import Testing

/// D6 and N5: a submitted dossier is closed, even to concurrent changes, and a nomination taken out of it stays as it was.
@Suite(.limited, .keepsFailedDatabases) struct ClosedDossierTests {
    /// Calls `body` with a registry in which 01 has nominated itself and a person for the Minister's certificate.
    private func withNominations(_ body: (inout Connection, String, [Nomination]) throws -> Void) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let nominations = [
                try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection),
                try Nomination.add(.person("A1", award: "minister_certificate"), on: &connection),
            ]
            try body(&connection, conninfo, nominations)
        }
    }

    private func disqualify(_ id: Int, on connection: inout Connection) throws {
        _ = try Nomination.disqualify(id, for: "prosecution", because: "Khởi tố ngày 01/4/2026", on: &connection)
    }

    @Test func `A nomination that moves to another unit loses what was stated about it`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let bureau = "CUC,Cơ quan Cục,Ban 1,bureau,9\r\n"
            try StaffingImport.run(csv: ProvinceFixture.header + bureau, on: &connection)
            let code =
                try connection.first("SELECT code::text FROM unit WHERE kind = 'bureau'") { try $0["code"] as String } ?? ""
            let id = try CompleteDossier.ready(of: "CUC", on: &connection)[0].id
            try connection.execute(script: "INSERT INTO person SELECT '\(code)', staff_no, name FROM person WHERE unit = 'CUC'")
            let move = "UPDATE nomination SET unit = '\(code)', workplace = '\(code)' WHERE id = \(id)"
            expect(try refusingConstraint { try connection.execute(script: move) }, is: "document_is_of_a_nomination")
            try connection.execute(script: "DELETE FROM document WHERE nomination = \(id)")
            try connection.execute(script: move)
            let stated = try connection.rows(
                """
                SELECT (SELECT count(*) FROM attestation) + (SELECT count(*) FROM conduct) + (SELECT count(*) FROM certification)
                    + (SELECT count(*) FROM declaration) + (SELECT count(*) FROM document WHERE nomination IS NOT NULL), unit FROM nomination
                """)
            #expect(stated == ["(0,\(code))"])
            expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
        }
    }

    @Test func `An update without effect keeps the time of a submitted nomination's last change`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            _ = try CompleteDossier.submitted(of: "01", on: &connection)
            let before = try connection.rows("SELECT changed_at FROM nomination")
            try connection.execute("UPDATE nomination SET award = award")
            expect(try connection.rows("SELECT changed_at FROM nomination"), is: before)
        }
    }

    @Test(arguments: TransactionOptions.Isolation.allCases)
    func `A submission takes into account what is being stated about a nominee`(isolation: TransactionOptions.Isolation) throws {
        try withNominations { connection, conninfo, nominations in
            try DossierFixture().complete(on: &connection)
            let submitter = Mailbox<Int>()
            let outcome = Mailbox<Refusal.Code?>()
            let isStated = Barrier(2)
            try onThreads(2) { role in
                var session = try Connection(conninfo)
                guard role == 0 else {
                    submitter.append(try session.first("SELECT pg_backend_pid() AS pid") { try $0["pid"] as Int } ?? 0)
                    isStated.meet()
                    var options = TransactionOptions.registryWrite
                    options.isolation = isolation
                    return outcome.append(
                        refusal {
                            _ = try session.transaction(options) { try $0.execute("SELECT dossier_submit('01', 'TEST')") }
                        })
                }
                try session.transaction { transaction in
                    try transaction.execute(
                        "SELECT nomination_attest_conduct(\(nominations[1].id), 'trial', true, 'Quyết định số 1')")
                    isStated.meet()
                    let pid = submitter.contents[0]
                    var isWaiting = false
                    while !isWaiting {
                        isWaiting =
                            try transaction.first(
                                "SELECT pg_blocking_pids(\(pid)::integer) <> '{}' AS waits"
                            ) { try $0["waits"] } ?? false
                    }
                }
            }
            #expect(outcome.contents == [.notEligible])
            expect(try DossierFixture().find(on: &connection).state, is: "open")
        }
    }

    @Test func `Nothing can be stated about a submitted nomination, or about one that was withdrawn before`() throws {
        try withNominations { connection, _, nominations in
            _ = try Nomination.withdraw(nominations[1].id, on: &connection)
            try DossierFixture().submit(on: &connection)
            for nomination in nominations {
                #expect(refusal { try DossierFixture().attest(nomination, on: &connection) } == .dossierClosed)
                #expect(refusal { try DossierFixture().attachReport(of: nomination, on: &connection) } == .dossierClosed)
            }
            var change = Nomination.Change()
            change.position = "Chấp hành viên cao cấp"
            #expect(refusal { _ = try Nomination.edit(nominations[1].id, change, on: &connection) } == .dossierClosed)
            #expect(refusal { _ = try Nomination.restore(nominations[1].id, on: &connection) } == .dossierClosed)
            #expect(
                refusal { _ = try Nomination.add(.person("A2", award: "minister_certificate"), on: &connection) }
                    == .dossierClosed)
            #expect(refusal { try connection.execute("DELETE FROM nomination") } == .dossierClosed)
        }
    }

    @Test func `A returned dossier accepts another letter, although one of its nominees is disqualified`() throws {
        try withNominations { connection, _, nominations in
            try DossierFixture().submit(on: &connection)
            try disqualify(nominations[1].id, on: &connection)
            _ = try Dossier.sendBack(unit: "01", campaign: "TEST", because: "Thiếu chữ ký", on: &connection)
            let dossier = try DossierFixture().submit(on: &connection)
            #expect(dossier.nominations.map(\.state).sorted() == ["disqualified", "submitted"])
            #expect(dossier.documents.first { $0.kind == "proposal_letter" }?.nominationsCovered == 1)
            // What was said of the disqualified nominee went with the earlier letter. It was done when it was, and not when its transaction began.
            let predated = try connection.rows(
                """
                SELECT a.relation, a.done_at - later.done_at FROM audit a JOIN audit later ON later.xmin = a.xmin AND later.relation = 'document'
                WHERE a.after IS NULL AND a.relation IN ('declaration', 'selection_vote') AND a.done_at < later.done_at
                """)
            expect(predated, is: [])
            expect(
                try connection.rows("SELECT count(*) > 0 FROM audit WHERE relation = 'selection_vote' AND after IS NULL"),
                is: ["(t)"])
            #expect(refusal { try DossierFixture().attest(nominations[1], on: &connection) } == .dossierClosed)
            expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
        }
    }

    @Test func `Closing a dossier by a direct update has the same checks and effects as submitting it`() throws {
        try withNominations { connection, _, _ in
            let close = "UPDATE dossier SET is_open = false WHERE unit = '01'"
            expect(try refusingConstraint { try connection.execute(script: close) }, is: "dossier_is_complete")
            try DossierFixture().complete(on: &connection)
            try connection.execute(script: close)
            let dossier = try DossierFixture().find(on: &connection)
            #expect(dossier.state == "submitted" && dossier.nominations.allSatisfy { $0.state == "submitted" })
            let reopen = "UPDATE dossier SET is_open = true WHERE unit = '01'"
            expect(try refusingConstraint { try connection.execute(script: reopen) }, is: "nomination_dossier_is_open")
        }
    }

    @Test func `A nominee is disqualified once, on a ground that exists for its kind of nominee`() throws {
        try withNominations { connection, _, nominations in
            try DossierFixture().submit(on: &connection)
            #expect(refusal { try disqualify(nominations[0].id, on: &connection) } == .invalidInput)
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            try disqualify(nominations[1].id, on: &connection)
            #expect(refusal { try disqualify(nominations[1].id, on: &connection) } == .illegalStep)
        }
    }

    @Test func `After the deadline a second decision is refused because there already is one`() throws {
        try withNominations { connection, _, nominations in
            try DossierFixture().submit(on: &connection)
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            func decide(_ number: String) throws {
                _ = try Decision.record(
                    number, campaign: "TEST", on: "2026-05-20", awarded: [], declined: [nominations[0].id], on: &connection)
            }
            try decide("1/QD")
            let again = #expect(throws: (any Error).self) { try decide("2/QD") }
            #expect(again.map { Refusal($0).code } == .illegalStep)
        }
    }

    @Test func `A certifier heads a unit of the same house, or the Department`() throws {
        try withNominations { connection, _, nominations in
            func certify(_ unit: String) -> Refusal.Code? {
                var report = Document.Entry(
                    kind: "achievement_report", nomination: nominations[1].id, fileName: "x.pdf", content: CompleteDossier.pdf())
                report.certifier = Document.Certifier(name: "Trần Văn Trưởng", staffNo: "H1", unit: unit)
                return refusal { _ = try Document.attach(report, unit: "01", campaign: "TEST", on: &connection) }
            }
            #expect(["01", "CUC", "04", "99"].map(certify) == [nil, nil, .invalidInput, .invalidInput])
        }
    }

    @Test func `When the same document is attached by several at once, the last one counts`() throws {
        try withNominations { connection, conninfo, _ in
            try onThreads(8) { number in
                var clerk = try Connection(conninfo)
                let letter = Document.Entry(
                    kind: "proposal_letter", fileName: "\(number).pdf", content: CompleteDossier.pdf("\(number)"))
                _ = try Document.attach(letter, unit: "01", campaign: "TEST", on: &clerk)
            }
            let documents = try DossierFixture().find(on: &connection).documents
            #expect(documents.map(\.kind) == ["proposal_letter"])
        }
    }
}
