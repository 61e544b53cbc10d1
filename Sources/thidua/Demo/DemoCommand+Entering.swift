import Glibc
import LocalPostgres
import Postgres
import Registry
import Spreadsheet

/// Steps 1 to 6: logins, a campaign, staffing, nominations.
extension DemoCommand {
    func makeLogins(_ logins: DemoLogins, owner: String) throws {
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

    func openCampaign(_ logins: DemoLogins) throws {
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
        show(
            refused: ["nomination", "add", "--unit", "01", "--award", "director_certificate", "--collective", "01"],
            as: .noStaffingData)
        Self.act(as: logins.administrator)
    }

    func importStaffing(_ logins: DemoLogins) throws {
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
        speak(StaffingOutcome(result, of: staffing).summary[.current])
        try show(["quota", "list", "--unit", "24", "--award", "director_certificate"])
        try show(["quota", "list", "--unit", "66", "--award", "director_certificate"])
    }

    func enterNominations(_ logins: DemoLogins) throws {
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

    func showRefusals(_ logins: DemoLogins) {
        Self.act(as: logins.clerk(of: "04"))
        tell("5. Các trường hợp bị từ chối", "5. What is refused")
        let award = ["--award", "director_certificate"]
        let cases: [([String], Refusal.Code, Phrase)] = [
            (
                ["nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "04-KV01"],
                .alreadyNominated,
                Phrase("Một tập thể, hai hình thức khen thưởng:", "One collective, two awards:")
            ),
            (
                ["nomination", "add", "--unit", "04"] + award + ["--collective", "04-KV02"],
                .quotaExceeded,
                Phrase("Quá chỉ tiêu:", "Over the quota:")
            ),
            (
                ["nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "08-KV06"],
                .invalidInput,
                Phrase("Tập thể của tỉnh khác:", "Another province's collective:")
            ),
            (
                ["nomination", "add", "--unit", "04-KV02", "--award", "minister_certificate", "--collective", "04-KV02"],
                .invalidInput,
                Phrase("Phòng THADS khu vực không lập hồ sơ:", "An area office does not submit dossiers:")
            ),
            (
                ["nomination", "add", "--unit", "08"] + award + ["--collective", "08-KV06"],
                .notFound,
                Phrase(
                    "Lập đề nghị thay tỉnh khác (trả lời như không có tỉnh đó):",
                    "For another province (refused as if it did not exist):")
            ),
            (
                ["user", "remove", logins.administrator.name],
                .notPermitted,
                Phrase("Thao tác của quản trị viên:", "Reserved for administrators:")
            ),
            (
                [
                    "nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "04-KV02",
                    "--campaign", "606/KH-CQLTHADS",
                ],
                .deadlinePassed,
                Phrase("Sau thời hạn của đợt thi đua 606:", "After campaign 606's deadline:")
            ),
        ]
        for (arguments, code, why) in cases {
            tell("   " + why.vi, "   " + why.en)
            show(refused: arguments, as: code)
        }
        Self.act(as: logins.administrator)
        showLoweredQuota()
        showWrongFile()
    }

    func showOwn(_ logins: DemoLogins) throws {
        tell(
            "6. Cán bộ nhập liệu của Cao Bằng chỉ xem được đơn vị mình: đề nghị và nhật ký thay đổi",
            "6. The clerk of Cao Bằng sees only their own unit: its nominations, and who changed what")
        Self.act(as: logins.clerk(of: "04"))
        try show(["nomination", "list"])
        try show(["audit", "list", "--login", logins.clerk(of: "04").name, "--limit", "3"])
    }

    /// A new table takes one civil servant from Đắk Lắk: 200 becomes 199, and two slots are in use.
    private func showLoweredQuota() {
        tell(
            "   Biên chế mới làm chỉ tiêu thấp hơn số suất đã dùng; xem trước khi nhập:",
            "   A staffing table that would lower a quota below its use; a dry run before the import:")
        show(refusedFile: DemoStaffing.writeFewer, ["--dry-run"], as: .quotaBelowUse)
    }

    private func showWrongFile() {
        tell(
            "   Tệp có lỗi như nhiều nơi gửi về: lỗi được liệt kê đầy đủ:",
            "   A file as many units send it, with errors: all are reported together:")
        show(refusedFile: DemoStaffing.writeWrong, as: .invalidInput)
    }
}
