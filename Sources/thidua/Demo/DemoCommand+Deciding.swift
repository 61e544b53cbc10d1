import ArgumentParser
import Postgres
import Registry

/// Steps 7 to 11: dossiers, the list for the Minister, decisions, the trail, the report.
extension DemoCommand {
    /// Eleven provinces propose to the Minister and submit their dossiers; one of them is shown.
    func submitDossiers(_ logins: DemoLogins) throws {
        let proposed = try DemoClerks(logins: logins).proposeToMinister()
        let shown = logins.clerk(of: "04")
        tell(
            "7. Hồ sơ: 11 tỉnh, thành phố đề nghị Bằng khen của Bộ trưởng; Cao Bằng nộp khi chưa đầy đủ thì bị từ chối",
            "7. Dossiers: 11 provinces propose to the Minister; Cao Bằng's is refused until it is complete")
        Self.act(as: shown)
        show(refused: ["dossier", "submit", "--unit", "04"], as: .dossierIncomplete)
        let dossiers = DemoDossiers(logins: logins)
        try dossiers.complete("04")
        if let first = proposed.first(where: { $0.unit == "04" }) { try show(["nomination", "show", "\(first.id)"]) }
        try show(["dossier", "submit", "--unit", "04"])
        tell("   Hồ sơ đã nộp không được bổ sung, sửa đổi:", "   A submitted dossier is closed:")
        show(
            refused: ["nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "04"],
            as: .dossierClosed)
        try dossiers.submitAll(proposed.map(\.unit).filter { $0 != "04" })
        tell("   Các bước của một đề nghị:", "   The steps of a nomination:")
        try show(["nomination", "steps"])
    }

    func fillThePool(_ logins: DemoLogins) throws {
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
        if let refused { show(refused: ["endorsement", "add", "\(refused)"], as: .quotaExceeded) }
    }

    func decide(_ logins: DemoLogins) throws {
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

    func examine(_ logins: DemoLogins) throws {
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
    func report(_ logins: DemoLogins, in folder: String) throws {
        tell(
            "11. Báo cáo hằng đêm: một trang cho Cục, mỗi chuyên quản địa bàn và mỗi tỉnh, thành phố một trang",
            "11. The nightly report: a page for the Department, one for each area specialist and each province")
        try show([
            "specialist", "set", "LAN", "--name", "Nguyễn Thị Lan", "--province", "01", "--province", "04", "--province", "08",
        ])
        Self.act(as: logins.reporter)
        try show(["report", "nightly", "--out", folder, "--campaign", Self.campaign])
    }
}
