import Foundation
import Postgres
import TestSupport
import Testing

/// A nomination's path from draft to decision, as clerks and administrators take it with the tool.
@Suite(.limited, .keepsFailedDatabases) struct DossierCommandTests {
    /// Calls `body` with a folder that has the documents of a dossier, and with two nominations of unit 01.
    private func withNominations(_ body: (Tool, _ folder: String, _ collective: String, _ person: String) throws -> Void) throws {
        try Tool.withRegistry { tool in
            try TemporaryFolder.with { folder in
                for name in ["letter", "minutes", "report"] {
                    try Data(SmallPDF.text(name).utf8).write(to: URL(filePath: "\(folder)/\(name).pdf"))
                }
                let common = ["nomination", "add", "--unit", "01", "--award", "minister_certificate", "-o", "json"]
                let collective = try tool.run(common + ["--collective", "01"]).object["id"] as? Int
                let person =
                    try tool.run(
                        common + [
                            "--individual", "Lê Thị Bình", "--staff-no", "A1", "--position", "Chấp hành viên", "--workplace",
                            "01",
                        ]
                    ).object["id"] as? Int
                try body(tool, folder, String(try #require(collective)), String(try #require(person)))
            }
        }
    }

    private func attest(_ tool: Tool, _ id: String, _ letter: String, in folder: String) throws {
        let criteria = (1...6).map { "\(letter)\($0),Kế hoạch số \($0),," }
        let directives = ["259", "469", "615"].map { "\($0),Báo cáo số 7,1/3/2026,có" }
        let text = (["Mục,Minh chứng,Ngày hoàn thành,Chất lượng"] + criteria + directives).joined(separator: "\r\n")
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/attest.csv"))
        expect(try tool("nomination", "attest", id, "--from", "\(folder)/attest.csv").status, is: 0)
        expect(try tool("nomination", "attest", id, "--clear", "Công văn số 5").status, is: 0)
    }

    private func attachAll(_ tool: Tool, _ folder: String, _ collective: String, _ person: String) throws {
        let attach = ["dossier", "attach", "--unit", "01"]
        let commands = [
            [
                "proposal_letter", "\(folder)/letter.pdf", "--number", "12/TTr", "--date", "1/4/2026", "--signer", "Trần Văn Bé",
                "--declare", "all",
            ],
            ["selection-minutes", "\(folder)/minutes.pdf", "--votes", "\(collective)=9/11", "--votes", "\(person)=0/11"],
            [
                "achievement_report", "\(folder)/report.pdf", "--nomination", collective, "--certifier", "Trần Văn Bé",
                "--certifier-staff-no", "Z1",
            ],
            [
                "achievement_report", "\(folder)/report.pdf", "--nomination", person, "--certifier", "Trần Văn Bé",
                "--certifier-staff-no", "Z1",
            ],
        ]
        for command in commands {
            let outcome = try tool.run(attach + command)
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
        }
    }

    @Test func `A dossier is completed, submitted, endorsed, considered and decided`() throws {
        try withNominations { tool, folder, collective, person in
            let early = try tool("dossier", "submit", "--unit", "01", "-o", "json")
            #expect(early.status == 2)
            #expect(early.error["code"] as? String == "dossier_incomplete")
            #expect(early.error["clause"] as? String != nil)

            try attest(tool, collective, "a", in: folder)
            try attest(tool, person, "b", in: folder)
            try attachAll(tool, folder, collective, person)
            let missing = try tool("dossier", "show", "--unit", "01", "-o", "json").object["missing"] as? [Any]
            #expect(missing?.isEmpty == true)
            let submitted = try tool("dossier", "submit", "--unit", "01", "-o", "json")
            expect(try submitted.object["state"] as? String, is: "submitted")
            let again = try tool("dossier", "submit", "--unit", "01", "-o", "json")
            #expect(again.error["code"] as? String == "dossier_closed")

            for number in ["259", "469", "615"] {
                expect(try tool("campaign", "due", number, "--on", "15/3/2026").status, is: 0)
            }
            let ranked = try tool("endorsement", "list", "--ranked", "-o", "json").rows
            #expect(ranked.map { $0["rank"] as? Int } == [1, 1])
            let undecided = try tool(
                "decision", "record", "--number", "1/QĐ", "--date", "20/11/2026", "--award", collective, "-o", "json")
            #expect(undecided.error["code"] as? String == "illegal_step")
            expect(try tool("endorsement", "add", collective).status, is: 0)
            let opinion = try tool(
                "council", "record", "--date", "20/11/2026", "--member", "Nguyễn Văn An=Chủ tịch", "--member", "Lê Bá",
                "--votes", "\(collective)=2/2", "--opinion", "\(collective)=Nhất trí", "-o", "json")
            expect(try opinion.rows.first?["votes_for"] as? Int, is: 2)
            let decided = try tool(
                "decision", "record", "--number", "1/QĐ", "--date", "20/11/2026", "--award", collective, "--decline", person)
            #expect(decided.status == 0, "\(decided.errors)")
            let awarded = try tool("decision", "list", "--outcome", "awarded", "-o", "json").rows
            #expect(awarded.map { $0["nominee"] as? String } == ["THADS thành phố Hà Nội"])
            expect(try tool("db", "verify").status, is: 0)
            expect(try tool("audit", "verify").status, is: 0)
        }
    }

    @Test func `Missing items are listed by name, as text and as JSON`() throws {
        try withNominations { tool, folder, collective, person in
            try attest(tool, collective, "a", in: folder)
            try attest(tool, person, "b", in: folder)
            let shown = try tool("dossier", "show", "--unit", "01").output
            #expect(shown.contains("Thiếu Tờ trình đề nghị khen thưởng."))
            #expect(shown.contains("Lê Thị Bình (đề nghị số \(person)): Thiếu Báo cáo thành tích."))
            let faults = try tool("dossier", "show", "--unit", "01", "-o", "json").object["missing"] as? [[String: Any]] ?? []
            #expect(
                Set(faults.compactMap { $0["fault"] as? String }) == ["no_document", "not_declared", "no_votes", "not_certified"])
            let barred = try tool("nomination", "attest", person, "--barred", "prosecution=Quyết định khởi tố số 3")
            #expect(barred.status == 0)
            try attachAll(tool, folder, collective, person)
            let refused = try tool("dossier", "submit", "--unit", "01", "-o", "json")
            #expect(refused.error["code"] as? String == "not_eligible")
            #expect((refused.error["message"] as? String)?.contains("Bị khởi tố") == true)
            #expect(refused.error["clause"] as? String == "1.1.b")
        }
    }

    @Test func `nomination show is a checklist, in the circular's words`() throws {
        try withNominations { tool, _, collective, person in
            expect(try tool("nomination", "attest", collective, "--met", "a4=Báo cáo khai thác dữ liệu").status, is: 0)
            let nomination = try tool("nomination", "show", collective, "-o", "json").object
            let checklist = nomination["checklist"] as? [[String: Any]] ?? []
            #expect(checklist.filter { $0["met"] as? Bool == true }.compactMap { $0["item"] as? String } == ["a4"])
            #expect(
                checklist.first { $0["item"] as? String == "a4" }?["words"] as? String
                    == "Khai thác dữ liệu số phục vụ công tác quản lý, chỉ đạo, điều hành đảm bảo theo quy định.")
            expect(try tool("nomination", "show", person).output.contains("b6"), is: true)
            let english = try tool("nomination", "show", person, "--lang", "en").output
            #expect(english.contains("Not: On trial"))
        }
    }

    @Test(arguments: [
        (["--met", "a9=x"], "invalid_input"), (["--met", "b1=x"], "invalid_input"), (["--met", "a1="], "invalid_input"),
        (["--completed", "259=31/2/2026=x"], "invalid_input"), (["--completed", "259=1/1/2026=x"], "invalid_input"),
        (["--completed", "259=1/1/2099=x"], "invalid_input"), (["--met", "a1"], "usage"), ([], "usage"),
        (["--from", "/nowhere.csv"], "not_found"), (["--poor-quality", "259"], "usage"),
        (["--barred", "trial=x"], "invalid_input"),
    ])
    func `What cannot be attested is refused, and nothing of it is stored`(arguments: [String], code: String) throws {
        try withNominations { tool, _, collective, _ in
            let outcome = try tool.run(["nomination", "attest", collective, "-o", "json"] + arguments)
            #expect(outcome.error["code"] as? String == code, "\(outcome.errors)")
            let shown = try tool("nomination", "show", collective, "-o", "json").object["checklist"] as? [[String: Any]]
            #expect(shown?.contains { $0["met"] as? Bool == true } == false)
        }
    }

    @Test func `At a terminal, it prompts for each missing item`() throws {
        try withNominations { tool, folder, collective, _ in
            let answers =
                (1...6).map { "Kế hoạch \($0)" } + ["1/3/2026", "", "Báo cáo 1", "2/3/2026", "k", "Báo cáo 2", "", "Công văn"]
            let typed = answers.map { $0 + "\n" }.joined()
            try Data(typed.utf8).write(to: URL(filePath: "\(folder)/typed"))
            // script(1) gives the tool a terminal, and types what is in the file.
            _ = try Program.run(
                ["script", "-qec", "\(Tool.binary) nomination attest \(collective)", "/dev/null"],
                environment: ["THIDUA_DSN": tool.dsn ?? "", "TERM": "dumb", "SHELL": "/bin/sh"],
                input: .file("\(folder)/typed"))
            let checklist = try tool("nomination", "show", collective, "-o", "json").object["checklist"] as? [[String: Any]] ?? []
            let missing = checklist.filter { $0["met"] as? Bool == false }.compactMap { $0["item"] as? String }
            #expect(missing == ["615/CQLTHADS-CĐ&TKDL"])
            #expect(checklist.first { ($0["item"] as? String)?.hasPrefix("469") == true }?["of_quality"] as? Bool == false)
        }
    }

    @Test func `A document is returned byte by byte, and its type is recognised by its content`() throws {
        try withNominations { tool, folder, _, _ in
            try Data("not a PDF".utf8).write(to: URL(filePath: "\(folder)/false.pdf"))
            let refused = try tool("dossier", "attach", "proposal_letter", "\(folder)/false.pdf", "--unit", "01", "-o", "json")
            #expect(refused.error["constraint"] as? String == "file_is_of_a_known_type")
            let attached = try tool("dossier", "attach", "proposal_letter", "\(folder)/letter.pdf", "--unit", "01", "-o", "json")
                .object
            #expect(attached["type"] as? String == "application/pdf")
            #expect(attached["size"] as? Int == SmallPDF.text("letter").utf8.count)
            expect(try tool("dossier", "save", "proposal_letter", "\(folder)/back.pdf", "--unit", "01").status, is: 0)
            #expect(FileManager.default.contentsEqual(atPath: "\(folder)/letter.pdf", andPath: "\(folder)/back.pdf"))
            expect(try tool("dossier", "save", "proposal_letter", "\(folder)/back.pdf", "--unit", "01").status, is: 65)
            expect(
                try tool("dossier", "save", "selection_minutes", "\(folder)/none.pdf", "--unit", "01", "-o", "json").error["code"]
                    as? String, is: "not_found")
        }
    }

    @Test func `The clerks' page shows the steps as the database has them`() throws {
        try Tool.withRegistry { tool in
            let diagram = try tool("nomination", "steps", "--diagram").output
            let page = try String(contentsOfFile: "\(Repository.root)/docs/use/clerk.md", encoding: .utf8)
            #expect(page.contains("```mermaid\n\(diagram)```"))
        }
    }
}
