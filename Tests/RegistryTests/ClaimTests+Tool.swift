import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// What the tool does with a claim, and who sees it.
extension ClaimTests {
    @Test func `The tool: entering is refused, nothing is entered, and the claim is kept`() throws {
        try withRivals { superuser, clerk, _, _ in
            for name in ["Ai đó", "Trần Thị Hòa"] {
                let refused = #expect(throws: Refusal.self) {
                    try Nomination.add(.person("04-1", of: "04", name: name), on: &clerk)
                }
                #expect(refused?.constraint == "nomination_subject_is_nominated_once")
                #expect(refused?.code == .alreadyNominated)
            }
            expect(try findings(on: &superuser), is: [Self.claim])
            // The person can still be registered under the right name.
            expect(try count("person WHERE unit = '04'", on: &superuser), is: 0)
            expect(try count("dossier WHERE unit = '04'", on: &superuser), is: 0)
        }
    }

    @Test func `The tool: an edit and a restoration that are refused change nothing, and keep the claim`() throws {
        try withRivals { superuser, clerk, _, _ in
            let own = try Nomination.add(.person("B1", of: "04", name: "Lý Văn Bảo"), on: &clerk)
            var change = Nomination.Change()
            (change.staffNo, change.name) = ("04/1", "TRẦN THỊ HOÀ")
            #expect(refusal { _ = try Nomination.edit(own.id, change, on: &clerk) } == .alreadyNominated)
            expect(try count("person WHERE unit = '04'", on: &superuser), is: 1)
            _ = try Nomination.withdraw(own.id, on: &clerk)
            _ = try Nomination.add(.person("B1", name: "Ai đó"), on: &superuser)
            #expect(refusal { _ = try Nomination.restore(own.id, on: &clerk) } == .alreadyNominated)
            expect(
                try findings(on: &superuser), is: ["claim 04 04/1 TRẦN THỊ HOÀ: 01 04-1", "claim 04 B1 Lý Văn Bảo: 01 B1"])
        }
    }

    @Test func `The tool: an import enters nothing and keeps every claim in the file; a dry run keeps none`() throws {
        try withRivals { superuser, clerk, _, _ in
            _ = try Nomination.add(.person("C1", award: "minister_certificate", name: "Ai đó"), on: &superuser)
            let rows = [
                "unit,award,collective,individual,staff_no,position,workplace", "04,director_certificate,04,,,,",
                "04,minister_certificate,,Trần Thị Hòa,041,x,04", "04,minister_certificate,,Lý Văn Bảo,C1,x,04",
            ]
            var options = NominationImport.Options()
            for isDryRun in [true, false] {
                options.isDryRun = isDryRun
                let file = try SourceFile(name: "x.csv", ByteFile(bytes: Array(rows.joined(separator: "\n").utf8)))
                let result = try NominationImport.run(file, options, on: &clerk)
                #expect(result.errors.list.map(\.row) == [3, 4])
                #expect(result.errors.list.allSatisfy { $0.refusal?.constraint == "nomination_subject_is_nominated_once" })
                expect(try count("nomination WHERE unit = '04'", on: &superuser), is: 0)
                expect(try count("claim", on: &superuser), is: isDryRun ? 0 : 2)
            }
            expect(
                try findings(on: &superuser), is: ["claim 04 041 Trần Thị Hòa: 01 04-1", "claim 04 C1 Lý Văn Bảo: 01 C1"])
        }
    }

    @Test func `A unit's own duplicate, and an administrator's, are plain refusals and no claims`() throws {
        try withRivals { superuser, clerk, _, conninfo in
            _ = try Nomination.add(.person("B1", of: "04", name: "Lý Văn Bảo"), on: &clerk)
            for (staffNo, constraint) in [
                ("B1", "nomination_subject_is_nominated_once"), ("B.1", "nomination_person_is_nominated_once"),
            ] {
                for award in ["director_certificate", "minister_certificate"] {
                    let entry = Nomination.Entry.person(staffNo, of: "04", award: award, name: "Lý Văn Bảo")
                    let refused = #expect(throws: Refusal.self) { try Nomination.add(entry, on: &clerk) }
                    #expect(refused?.constraint == constraint)
                }
            }
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            for (staffNo, constraint) in [
                ("04-1", "nomination_subject_is_nominated_once"), ("04_1", "nomination_person_is_nominated_once"),
            ] {
                let refused = #expect(throws: Refusal.self) {
                    try Nomination.add(.person(staffNo, of: "04", name: "Trần Thị Hòa"), on: &administrator)
                }
                #expect(refused?.constraint == constraint)
            }
            expect(try count("claim", on: &superuser), is: 0)
        }
    }

    @Test func `A clerk reads claims nowhere, and keeps none without a rival; an administrator reads them`() throws {
        try withRivals { superuser, clerk, _, conninfo in
            #expect(refusal { _ = try Nomination.add(.person("04-1", of: "04"), on: &clerk) } == .alreadyNominated)
            for statement in [
                "SELECT FROM public.claim", "SELECT FROM public.nomination_finding", "SELECT FROM past.claim",
                "SELECT claim_keep(NULL, true)", "SELECT claim_answer('x', NULL)", "SELECT nomination_rival(NULL)",
                "INSERT INTO public.claim (unit) VALUES ('04')", "DELETE FROM public.claim",
                "UPDATE public.claim SET unit = '01'",
            ] {
                let error = #expect(throws: ServerError.self) { try clerk.execute(script: statement) }
                #expect(error?.sqlState == .insufficientPrivilege, "\(statement)")
            }
            expect(try count("audit_trail WHERE relation = 'claim'", on: &clerk), is: 0)
            expect(try count("claim", on: &superuser), is: 1)
            for (staffNo, name) in [("Z1", "Ai đó"), ("04.1", "Ai đó")] {
                try clerk.execute("SELECT nomination_claim('TEST', NULL, \(staffNo), \(name))")
            }
            expect(try count("claim", on: &superuser), is: 1)
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            expect(try findings(on: &administrator), is: ["claim 04 04-1 Nguyễn Văn An: 01 04-1"])
            for login in [RegistryDatabase.Login.auditor, .council, .reporter] {
                var other = try Connection(login.conninfo(conninfo))
                #expect(throws: ServerError.self) { try other.execute("SELECT FROM public.claim") }
            }
            try superuser.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            expect(
                try refusingConstraint { try clerk.execute("SELECT nomination_claim('TEST', NULL, '04-1', 'x')") },
                is: "campaign_is_before_its_deadline")
        }
    }

    @Test func `A claim has the name of the last attempt`() throws {
        try withRivals { superuser, clerk, _, _ in
            for name in ["Tên Bịa Đặt", "Trần Thị Hòa"] {
                try clerk.execute("SELECT nomination_claim('TEST', NULL, '04-1', \(name))")
            }
            expect(try superuser.rows("SELECT nominee_name FROM claim"), is: ["(\"Trần Thị Hòa\")"])
        }
    }

    @Test func `What names both a collective and a person is refused for that, whether or not somebody has nominated it`() throws
    {
        try withRivals { superuser, clerk, _, _ in
            _ = try Nomination.add(.person("B1", of: "04", name: "Lý Văn Bảo"), on: &superuser)  // the quota is used up
            try clerk.execute("SELECT person_register('04', '04-1', 'Trần Thị Hòa'), person_register('04', 'Z-9', 'Ai Đó')")
            for staffNo in ["04-1", "Z-9"] {
                let refused = try refusingConstraint {
                    try clerk.execute(
                        """
                        INSERT INTO nomination (unit, campaign, award, subject, collective, staff_no, position, workplace)
                        VALUES ('04', 'TEST', 'director_certificate', 'individual', 'X', \(staffNo), 'x', '04')
                        """)
                }
                #expect(refused == "nomination_names_a_collective_or_a_person", "\(staffNo)")
            }
        }
    }

    // MARK: Alike numbers (W25)

    @Test(arguments: [
        ("04.1", true), ("04/1", true), ("04_1", true), ("041", true), ("0-4&1", true), ("4-1", true), ("41", true),
        ("04-01", false),
        ("04-11", false), ("04-1A", false),
    ])
    func `Numbers are alike if only punctuation differs: under the same name refused, under another to be settled`(
        staffNo: String, isAlike: Bool
    ) throws {
        try withRivals { superuser, clerk, _, _ in
            let same = refusal {
                _ = try Nomination.add(
                    .person(staffNo, of: "04", award: "minister_certificate", name: "trần thị hoà"), on: &clerk)
            }
            #expect(same == (isAlike ? .alreadyNominated : nil))
            expect(try findings(on: &superuser), is: isAlike ? ["claim 04 \(staffNo) trần thị hoà: 01 04-1"] : [])
            let other = Nomination.Entry.person(
                isAlike ? staffNo : "04&1", of: "04", award: "minister_certificate", name: "Lê Văn Bình")
            _ = try Nomination.add(other, on: &clerk)
            #expect(
                try findings(on: &superuser).contains {
                    $0.hasPrefix("alike_number 04 ") && $0.hasSuffix(" Lê Văn Bình: 01 04-1")
                })
        }
    }

    @Test func `A person who is renamed to the name of another with an alike number cannot be submitted twice`() throws {
        try withRivals { superuser, clerk, notices, _ in
            let own = try Nomination.add(.person("04.1", of: "04", name: "Lê Văn Bình"), on: &clerk)
            var change = Nomination.Change()
            change.name = "Trần Thị Hòa"
            #expect(refusal { _ = try Nomination.edit(own.id, change, on: &clerk) } == .alreadyNominated)
            expect(try clerk.first("SELECT name FROM person") { try $0["name"] as String }, is: "Lê Văn Bình")
            expect(try findings(on: &superuser).first, is: "claim 04 04.1 Trần Thị Hòa: 01 04-1")
            #expect(notices.contents.last?.constraint == "nomination_subject_is_nominated_once")
        }
    }

    @Test func `The tool: a collective that is named by its name is claimed as one that is named by its code`() throws {
        try withRivals { superuser, _, _, conninfo in
            _ = try Nomination.add(.collective("CUC-BAN-1", of: "CUC-BAN-1"), on: &superuser)
            var clerk = try Connection(RegistryDatabase.Login.clerkOfHeadquarters.conninfo(conninfo))
            #expect(refusal { _ = try Nomination.add(.collective("Ban 1", of: "CUC"), on: &clerk) } == .alreadyNominated)
            expect(try findings(on: &superuser), is: ["claim CUC CUC-BAN-1 Ban 1: CUC-BAN-1 "])
        }
    }

    // MARK: W19

    @Test(arguments: [false, true])
    func `A bureau that proposes another bureau's collective is refused for that, whoever has nominated it`(isFull: Bool) throws {
        try withRivals { superuser, _, _, _ in
            for bureau in isFull ? [1, 2] : [2] {
                _ = try Nomination.add(.collective("CUC-BAN-\(bureau)", of: "CUC-BAN-\(bureau)"), on: &superuser)
            }
            // One that is nominated, and one that is not.
            for bureau in [2, 3] {
                let refused = try refusingConstraint {
                    try superuser.execute(
                        "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('CUC-BAN-1', 'TEST', 'director_certificate', 'collective', \("CUC-BAN-\(bureau)"))"
                    )
                }
                #expect(refused == "nomination_bureau_proposes_its_own")
            }
        }
    }
}
