import ArgumentParser
import Glibc
import LocalPostgres
import Postgres
import Registry
import Spreadsheet

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: say(
            "Chạy thử toàn bộ quy trình trên máy này, bằng số liệu giả định.",
            "Demonstrate the whole workflow on this machine, with made-up figures.")
    )

    static let database = "thidua_demo"
    static let campaign = "606/DEMO"

    @Option(help: help("Ngôn ngữ: vi hoặc en.", "Language: vi or en."))
    var lang: Language = .current

    func run() throws {
        let server = LocalPostgres()
        try LocalCommand.explaining {
            try server.start()
            // A new database each time, so that the demonstration can be repeated.
            try server.dropDatabase(Self.database)
            try server.createDatabase(Self.database)
        }
        let logins = DemoLogins(on: server)
        try logins.removeLeftovers()
        try logins.generatePasswords()

        try makeLogins(logins, owner: server.conninfo(database: Self.database))
        try openCampaign(logins)
        try importStaffing(logins)
        try enterNominations(logins)
        showRefusals(logins)
        try showOwn(logins)
        try submitDossiers(logins)
        try fillThePool(logins)
        try decide(logins)
        try examine(logins)
        try report(logins, in: server.directory + "/reports")

        Self.act(as: logins.administrator)
        tell("12. Chỉ tiêu của toàn quốc", "12. All quotas")
        try show(["quota", "list"])
        speak(
            say("\nCơ sở dữ liệu của lần chạy thử vẫn được giữ lại: ", "\nThe demonstration's database is still there: ")
                + "export THIDUA_DSN=\"\(logins.administrator.dsn)\"")
    }

    /// From here on, commands are run with this login.
    fileprivate static func act(as login: DemoLogins.Login) {
        setenv("THIDUA_DSN", login.dsn, 1)
        setenv("THIDUA_DEMO_LOGIN", login.name, 1)
    }
}

extension DemoCommand {
    private func makeLogins(_ logins: DemoLogins, owner: String) throws {
        tell(
            "1. Mỗi người một tài khoản: quản trị viên, kiểm tra nhật ký, lập báo cáo, cán bộ nhập liệu của 34 tỉnh, thành phố",
            "1. A login for each person: an administrator, an auditor, a reporter, a clerk for each of 34 provinces")
        var connection = try Connection(owner)
        speak(connection.place.phrase[.current])
        _ = try Migrator.migrate(on: &connection)
        Self.act(as: .init(name: LocalPostgres.user, dsn: owner))
        try logins.withPassword(of: logins.administrator) { file in
            try show(["user", "add", logins.administrator.name, "--role", "administrator", "--password-file", file])
        }
        Self.act(as: logins.administrator)
        try logins.withPassword(of: logins.auditor) { file in
            try show(["user", "add", logins.auditor.name, "--role", "auditor", "--password-file", file])
        }
        try logins.withPassword(of: logins.reporter) { file in
            try show(["user", "add", logins.reporter.name, "--role", "reporter", "--password-file", file])
        }
        var administrator = try logins.administrator.connect()
        try logins.addClerks(on: &administrator)
        let count = try administrator.transaction(.registryRead) { try Account.list(&$0).count }
        speak(say("Có \(count) tài khoản.", "There are \(count) logins."))
    }
}

extension DemoCommand {
    private func openCampaign(_ logins: DemoLogins) throws {
        tell(
            "2. Mở đợt thi đua theo quy định của Kế hoạch số 606, thời hạn sau 30 ngày",
            "2. A campaign: the rules of plan 606, with a deadline in 30 days")
        var connection = try logins.administrator.connect()
        let deadline: String? = try connection.first(
            "SELECT (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh' + interval '30 days')::date::text AS day"
        ) { try $0["day"] }
        try show(["campaign", "copy", "606/KH-CQLTHADS", "--as", Self.campaign, "--deadline", ReadableTime.of(deadline ?? "")])
        tell("   Chưa có bảng biên chế thì chưa có chỉ tiêu:", "   Without staffing data, there is no quota:")
        Self.act(as: logins.clerk(of: "01"))
        show(refused: ["nomination", "add", "--unit", "01", "--award", "director_certificate", "--collective", "01"])
        Self.act(as: logins.administrator)
    }

    private func importStaffing(_ logins: DemoLogins) throws {
        tell(
            "3. Nhập bảng biên chế: SỐ LIỆU GIẢ ĐỊNH của Cơ quan Cục, 34 tỉnh, thành phố và \(DemoStaffing.areaOffices) Phòng THADS khu vực",
            "3. A staffing table: MADE-UP FIGURES for the headquarters, 34 provinces and \(DemoStaffing.areaOffices) area offices"
        )
        var connection = try logins.administrator.connect()
        let provinces = try connection.transaction(.registryRead) { try Unit.list(kind: "province", &$0) }
        let file = "/tmp/thidua-demo-\(getpid()).csv"
        try DemoStaffing.write(provinces, to: file)
        defer { unlink(file) }
        // Its 72 rows of new quotas are left out here: step 12 shows them.
        let staffing = try SourceFile(name: "demo.csv", ByteFile(path: file))
        let result = try StaffingImport.run(staffing, .init(), on: &connection)
        command(["staffing", "import", file])
        speak(StaffingReport(result, of: staffing).summary[.current])
        try show(["quota", "list", "--unit", "24", "--award", "director_certificate"])
        try show(["quota", "list", "--unit", "66", "--award", "director_certificate"])
    }

    private func enterNominations(_ logins: DemoLogins) throws {
        tell(
            "4. 33 tỉnh, thành phố cùng lúc, mỗi nơi một cán bộ nhập liệu: đề nghị Giấy khen cho hai tập thể và bốn cá nhân",
            "4. 33 provinces at once, one clerk each: two collectives and four people for the director's certificate")
        let tally = DemoClerks(logins: logins).enterAll()
        speak(tally.phrase[.current])
        tell(
            "   16 cá nhân được đề nghị cùng lúc cho hai suất của tỉnh còn lại (Đắk Lắk)",
            "   16 people at once for the two slots of the remaining province (Đắk Lắk)")
        let race = DemoClerks(logins: logins).race()
        speak(race.phrase[.current])
    }

    private func showRefusals(_ logins: DemoLogins) {
        Self.act(as: logins.clerk(of: "04"))
        tell("5. Các trường hợp bị từ chối", "5. What is refused")
        let award = ["--award", "director_certificate"]
        let quiet: [([String], Phrase)] = [
            (
                ["nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "04-KV01"],
                Phrase("Một tập thể, hai hình thức khen thưởng:", "One collective, two awards:")
            ),
            (
                ["nomination", "add", "--unit", "04"] + award + ["--collective", "04-KV02"],
                Phrase("Quá chỉ tiêu:", "Over the quota:")
            ),
            (
                ["nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "08-KV06"],
                Phrase("Tập thể của tỉnh khác:", "Another province's collective:")
            ),
            (
                ["nomination", "add", "--unit", "04-KV02", "--award", "minister_certificate", "--collective", "04-KV02"],
                Phrase("Phòng THADS khu vực không lập hồ sơ:", "An area office does not submit dossiers:")
            ),
            (
                ["nomination", "add", "--unit", "08"] + award + ["--collective", "08-KV06"],
                Phrase(
                    "Lập đề nghị thay tỉnh khác (trả lời như không có tỉnh đó):",
                    "For another province (refused as if it did not exist):")
            ),
            (
                ["user", "remove", logins.administrator.name],
                Phrase("Thao tác của quản trị viên:", "Reserved for administrators:")
            ),
            (
                [
                    "nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "04-KV02",
                    "--campaign", "606/KH-CQLTHADS",
                ],
                Phrase("Sau thời hạn của đợt thi đua 606:", "After campaign 606's deadline:")
            ),
        ]
        for (arguments, why) in quiet {
            tell("   " + why.vi, "   " + why.en)
            show(refused: arguments)
        }
        Self.act(as: logins.administrator)
        showLoweredQuota()
        showWrongFile()
    }

    private func showOwn(_ logins: DemoLogins) throws {
        tell(
            "6. Cán bộ nhập liệu của Cao Bằng chỉ xem được đơn vị mình: đề nghị và nhật ký thay đổi",
            "6. The clerk of Cao Bằng sees only their own unit: its nominations, and who changed what")
        Self.act(as: logins.clerk(of: "04"))
        try show(["nomination", "list"])
        try show(["audit", "list", "--login", logins.clerk(of: "04").name, "--limit", "3"])
    }

    private func examine(_ logins: DemoLogins) throws {
        tell(
            "10. Người kiểm tra nhật ký xem nhật ký không có dữ liệu cá nhân, và niêm phong",
            "10. The auditor reads the trail without personal data, and seals it")
        Self.act(as: logins.auditor)
        try show(["audit", "list", "--unit", "04", "--limit", "3"])
        try show(["audit", "verify"])
        try show(["audit", "seal"])
        tell("   Kiểm tra toàn bộ hệ thống:", "   A check of the whole system:")
        Self.act(as: logins.administrator)
        // An older PostgreSQL is a finding, not a failure of the demonstration.
        do { try show(["doctor"]) } catch let status as ExitCode where status == ExitCode(1) {}
    }

    /// The reporter's login may create reports, and nothing else.
    private func report(_ logins: DemoLogins, in folder: String) throws {
        tell(
            "11. Báo cáo hằng đêm: một trang cho Cục, mỗi chuyên quản địa bàn và mỗi tỉnh, thành phố một trang",
            "11. The nightly report: a page for the Department, one for each area specialist and each province")
        try show([
            "specialist", "set", "LAN", "--name", "Nguyễn Thị Lan", "--province", "01", "--province", "04", "--province", "08",
        ])
        Self.act(as: logins.reporter)
        try show(["report", "nightly", "--out", folder, "--campaign", Self.campaign])
    }

    /// A new table takes one civil servant from Đắk Lắk: 200 becomes 199, and two slots are in use.
    private func showLoweredQuota() {
        tell(
            "   Biên chế mới làm chỉ tiêu thấp hơn số suất đã dùng; xem trước khi nhập:",
            "   A staffing table that would lower a quota below its use; a dry run before the import:")
        show(refusedFile: DemoStaffing.writeFewer, ["--dry-run"])
    }

    private func showWrongFile() {
        tell(
            "   Tệp có lỗi như nhiều nơi gửi về: lỗi được liệt kê đầy đủ:",
            "   A file as many units send it, with errors: all are reported together:")
        show(refusedFile: DemoStaffing.writeWrong)
    }

    private func show(refusedFile write: (String) throws -> Void, _ options: [String] = []) {
        let file = "/tmp/thidua-demo-\(getpid()).csv"
        defer { unlink(file) }
        do {
            try write(file)
            show(refused: ["staffing", "import", file] + options)
        } catch {
            speak("\(error)")
        }
    }

    /// Eleven provinces propose to the Minister and submit their dossiers; one of them is shown.
    private func submitDossiers(_ logins: DemoLogins) throws {
        let proposed = try DemoClerks(logins: logins).proposeToMinister()
        let shown = logins.clerk(of: "04")
        tell(
            "7. Hồ sơ: 11 tỉnh, thành phố đề nghị Bằng khen của Bộ trưởng; Cao Bằng nộp khi chưa đầy đủ thì bị từ chối",
            "7. Dossiers: 11 provinces propose to the Minister; Cao Bằng's is refused until it is complete")
        Self.act(as: shown)
        show(refused: ["dossier", "submit", "--unit", "04"])
        let dossiers = DemoDossiers(logins: logins)
        try dossiers.complete("04")
        if let first = proposed.first(where: { $0.unit == "04" }) { try show(["nomination", "show", "\(first.id)"]) }
        try show(["dossier", "submit", "--unit", "04"])
        tell("   Hồ sơ đã nộp thì đóng:", "   A submitted dossier is closed:")
        show(refused: ["nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "04"])
        try dossiers.submitAll(proposed.map(\.unit).filter { $0 != "04" })
        tell("   Các bước của một đề nghị:", "   The steps of a nomination:")
        try show(["nomination", "steps"])
    }

    private func fillThePool(_ logins: DemoLogins) throws {
        Self.act(as: logins.administrator)
        tell(
            "8. Danh sách trình Bộ trưởng: xếp theo thứ tự về đích sớm nhất; 11 tỉnh, thành phố đề nghị, chỉ tiêu chung là 10",
            "8. The list for the Minister: the earliest first; 11 provinces propose, the pool has 10 slots")
        var connection = try logins.administrator.connect()
        for directive in try connection.transaction(.registryRead, { try Directive.list(campaign: Self.campaign, &$0) }) {
            _ = try Directive.setDue(directive.number, campaign: Self.campaign, on: "22/3/2026", on: &connection)
        }
        let ranked = try connection.transaction(.registryRead) { try Candidate.list(campaign: Self.campaign, &$0) }
        var refused: Int?
        for nomination in ranked where nomination.award == "minister_certificate" {
            do {
                _ = try Endorsement.add(nomination.id, on: &connection)
            } catch let refusal as Refusal where refusal.code == .quotaExceeded {
                refused = nomination.id
            }
        }
        try show(["endorsement", "list", "--ranked"])
        if let refused { show(refused: ["endorsement", "add", "\(refused)"]) }
    }

    private func decide(_ logins: DemoLogins) throws {
        tell("9. Ý kiến của Hội đồng và quyết định khen thưởng", "9. The council's opinion, and the decision")
        var connection = try logins.administrator.connect()
        let listed = try connection.transaction(.registryRead) { try Endorsement.list(campaign: Self.campaign, &$0) }.prefix(3)
        let today: String? = try connection.first(
            "SELECT (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS today"
        ) { try $0["today"] }
        let day = ReadableTime.of(today ?? "")
        let votes = listed.flatMap { ["--votes", "\($0.id)=2/2"] }
        try show(
            [
                "council", "record", "--date", day, "--member", "Nguyễn Văn An=\(say("Chủ tịch", "Chair"))", "--member",
                "Lê Thị Hòa",
            ]
                + votes)
        let outcomes = listed.enumerated().flatMap { [$0.offset < 2 ? "--award" : "--decline", "\($0.element.id)"] }
        try show(["decision", "record", "--number", "1/QĐ-DEMO", "--date", day] + outcomes)
    }
}

extension DemoCommand {
    private func tell(_ vi: String, _ en: String) {
        emit("\n" + Stream.output.styled(.bold, say(vi, en)) + "\n")
    }

    private func command(_ arguments: [String]) {
        let line = arguments.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
        let login = environment("THIDUA_DEMO_LOGIN") ?? ""
        emit(Stream.output.styled(.dim, "\(login)$ thidua \(line)") + "\n")
    }

    /// Runs a command of the tool, as if it had been typed.
    private func show(_ arguments: [String]) throws {
        command(arguments)
        let language = ["--lang", Language.current.rawValue]
        var command = try Thidua.parseAsRoot(arguments + language)
        try command.run()
    }

    /// Runs a command that must be refused.
    private func show(refused arguments: [String]) {
        do {
            try show(arguments)
            speak(say("ĐÁNG LẼ PHẢI BỊ TỪ CHỐI", "THIS SHOULD HAVE BEEN REFUSED"))
            Glibc.exit(1)
        } catch {
            emit(Failure(error).text)
        }
    }
}
