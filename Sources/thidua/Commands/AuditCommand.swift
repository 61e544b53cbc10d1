import ArgumentParser
import Postgres
import Registry
import Report

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: say("Nhật ký: tài khoản nào thay đổi nội dung gì, khi nào.", "The trail: who changed what, and when."),
        subcommands: [List.self, Verify.self, Seal.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: say("Xem nhật ký, dòng mới nhất ở cuối.", "Show the trail, latest entries last."))

        @Option(help: help("Chỉ nhật ký của đơn vị này; * là phần chung.", "Only entries of this unit; * for those of no unit."))
        var unit: String?
        @Option(help: help("Chỉ về người mang số hiệu công chức này.", "Only entries about the person with this staff number."))
        var person: String?
        @Option(help: help("Chỉ về đề nghị số này.", "Only entries about this nomination."))
        var nomination: Int?
        @Option(help: help("Chỉ thay đổi do tài khoản này thực hiện.", "Only changes made by this login."))
        var login: String?
        @Option(
            help: help("Từ thời điểm này: 25/4/2026 hoặc 2026-04-25T08:00.", "From this time on: 25/4/2026 or 2026-04-25T08:00."))
        var since: String?
        @Option(help: help("Trước thời điểm này.", "Before this time."))
        var until: String?
        @Option(help: help("Số dòng mới nhất cần xem.", "The number of latest rows to show."))
        var limit: Int?
        @OptionGroup var global: GlobalOptions

        func validate() throws {
            if let limit, limit < 0 { throw ValidationError(say("--limit không thể âm.", "--limit cannot be negative.")) }
        }

        func run() throws {
            var filter = AuditEntry.Filter()
            (filter.unit, filter.person, filter.nomination, filter.login) = (unit, person, nomination, login)
            (filter.since, filter.until, filter.limit) = (since, until, limit)
            try global.read { try global.print(AuditEntry.list(filter, &$0), as: .auditEntries, &$0) }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: say(
                "Kiểm tra nhật ký và đối chiếu các bảng với nhật ký; kết thúc với mã 1 nếu có sai lệch.",
                "Check the trail, and the tables against it; exit status 1 if anything differs."))

        @Option(help: help("Mã niêm phong đã in: phải có trong nhật ký.", "A printed seal, which must be in the trail."))
        var seal: String?
        @Option(
            help: help(
                "Thư mục báo cáo hằng đêm: mã niêm phong của các báo cáo trong đó phải có trong cơ sở dữ liệu.",
                "The folder of the nightly reports, whose seals the database must know."),
            completion: .directory)
        var reports: String?
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let files = try reports.map { try ReportFolder.latestReports(in: $0) } ?? []
            let (check, lost) = try global.read { transaction in
                let check = try AuditCheck.run(seal: seal, &transaction)
                try global.print(check.findings, as: .auditFindings, &transaction)
                return (check, try LostBranch.find(files, &transaction))
            }
            if let lost {
                speak(lost.phrase[.current])
                throw ExitCode(1)
            }
            if let heads = check.headsHash {
                speak(
                    say(
                        "\(check.rows) dòng, \(check.chains) chuỗi. Mã băm của các mắt xích cuối: ",
                        "\(check.rows) rows in \(check.chains) chains. Hash of their heads: ")
                        + heads)
            }
            guard check.findings.isEmpty else { throw ExitCode(1) }
            speak(
                say(
                    "Nhật ký nguyên vẹn, các bảng khớp với nhật ký.",
                    "The trail is intact, and the tables agree with it."))
        }
    }

    struct Seal: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "seal",
            abstract: say(
                "Ghi mã băm cuối các chuỗi vào nhật ký và in mã niêm phong để lưu ở nơi khác.",
                "Record the heads of the chains in the trail, and print a seal to keep elsewhere."))
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change)
            let seal = try AuditCheck.seal(on: &connection)
            try global.print(seal, as: Listing([.init("seal", "Mã niêm phong", "Seal") { .text($0) }]), on: &connection)
        }
    }
}

extension Listing<AuditEntry> {
    static var auditEntries: Listing {
        Listing([
            Column("at", "Thời điểm", "At") { .moment($0.at) },
            Column("unit", "Mã đơn vị", "Unit") { .text($0.chain) },
            Column("number", "Dòng", "Row") { .number($0.number) },
            Column("login", "Tài khoản", "Login") { .text($0.login) },
            Column("tool", "Công cụ", "Tool") { .text($0.tool) },
            Column("relation", "Bảng", "Table") { .text($0.relation) },
            Column("operation", "Thao tác", "Change") { .named($0.operation, $0.operationName) },
            Column("nomination", "Số đề nghị", "Nomination") { .optional($0.nomination) },
            Column("changes", "Nội dung", "Values") { .text($0.isMasked ? "… \($0.changes)" : $0.changes) },
            Column("masked") { .flag($0.isMasked) },
            Column("before") { $0.before.map(ListingCell.document) ?? .none },
            Column("after") { $0.after.map(ListingCell.document) ?? .none },
        ])
    }
}

extension AuditEntry {
    fileprivate var operationName: Phrase {
        switch operation {
        case "insert": Phrase("thêm", "added")
        case "update": Phrase("sửa", "changed")
        case "delete": Phrase("xóa", "deleted")
        default: Phrase("niêm phong", "sealed")
        }
    }
}

/// Whatever a check of the trail found, in one list.
private enum AuditFinding {
    case fault(AuditCheck.Fault)
    case gap(AuditCheck.Gap)

    var fault: AuditCheck.Fault? { if case .fault(let fault) = self { fault } else { nil } }
    var gap: AuditCheck.Gap? { if case .gap(let gap) = self { gap } else { nil } }
}

extension AuditCheck {
    fileprivate var findings: [AuditFinding] { faults.map(AuditFinding.fault) + gaps.map(AuditFinding.gap) }
}

extension Listing<AuditFinding> {
    fileprivate static var auditFindings: Listing {
        Listing([
            Column("unit", "Mã đơn vị", "Unit") { .optional($0.fault?.chain) },
            Column("number", "Dòng", "Row") { .optional($0.fault?.number) },
            Column("table", "Bảng", "Table") { .optional($0.gap?.relation) },
            Column("key") { $0.gap.map { .document($0.key) } ?? .none },
            Column("columns") { $0.gap.map { .texts($0.columns) } ?? .none },
            Column("fault", "Lỗi", "Fault") {
                switch $0 {
                case .fault(let fault): .named(fault.kind.rawValue, fault.phrase)
                case .gap(let gap): .named(gap.kind.rawValue, gap.phrase)
                }
            },
        ])
    }
}
