import ArgumentParser
import Postgres
import Registry
import Report

extension ReportCommand {
    struct Nightly: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "nightly",
            abstract: say(
                "Lập báo cáo của ngày: số liệu lúc 0 giờ (giờ Hà Nội); lập lại cho kết quả như cũ.",
                "Create the day's report as of midnight in Hanoi; running it again gives the same result."))

        @Option(
            help: help(
                "Ngày báo cáo: 2026-04-20 hoặc 20/4/2026; mặc định là hôm nay.",
                "The day: 2026-04-20 or 20/4/2026; today by default."))
        var date: String?
        @Flag(help: help("Lập cả báo cáo của những ngày trước chưa lập.", "Also create the reports of missed nights."))
        var catchUp = false
        @Option(help: help("Thư mục ghi báo cáo.", "The folder for reports."), completion: .directory)
        var out: String
        @OptionGroup var delivery: DeliveryOptions
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var ping = try delivery.watcher()
            ping?.start()
            do {
                let (made, failures, lost) = try make()
                if let lost { speak(lost[.current]) }
                Listing.madeReports.show(made, as: global.output, nil)
                for (run, reason) in failures where global.output == .table {
                    speak("\(run.campaign), \(run.date): \(reason.sentence[.current])")
                }
                if let first = failures.first { throw first.reason }
                try reportOutcome(made.flatMap(\.letters), unsent: made.flatMap(\.unsent).count)
                // Made all the same, and to be looked at: no later run finds it any more, once these reports are replaced.
                if lost != nil { throw ExitCode(1) }
            } catch {
                ping?.finish(isSuccess: false)
                throw error
            }
            ping?.finish(isSuccess: true)
        }

        /// Creates all reports that are due, while a lock on the primary keeps other runs out.
        private func make() throws -> (made: [NightlyJob.Made], failures: [(run: ReportRun, reason: Refusal)], lost: Phrase?) {
            var job = NightlyJob(in: try ReportFolder(out), .current)
            job.letters = try delivery.letters()
            job.metrics = delivery.metricsFile
            var claim = try global.connect(toPrimary: true, endsHolders: true)
            return try claim.transaction(.reportClaim) { claim in
                try ReportRun.claim(&claim)
                let due = try ReportRun.due(campaign: campaign.campaign, date: date, catchingUp: catchUp, &claim)
                var sources = try ReportSources(reader: global.connect(endsHolders: true)) {
                    try global.connect(toPrimary: true, endsHolders: true)
                }
                // Before its files are replaced.
                let lost = try sources.onPrimary { try $0.transaction(.registryRead) { try lostBranch(&$0) } }
                let (made, failures) = try job.make(due, from: &sources)
                return (made, failures, lost)
            }
        }

        /// What says that the database has lost a report, or that this cannot be found out: no reason to make none.
        private func lostBranch(_ transaction: inout Transaction) throws -> Phrase? {
            do {
                return try LostBranch.find(ReportFolder.latestReports(in: out), &transaction)?.phrase
            } catch let refusal as Refusal {
                return refusal.message
            }
        }

        /// The reports exist even if letters could not be sent; the next run tries those letters again.
        private func reportOutcome(_ letters: [ReportLetters.Delivery], unsent: Int) throws {
            // Programs find them in the rows: a failure is one object on standard error.
            for letter in letters where global.output == .table {
                switch letter.outcome {
                case .sent: speak(say("Đã gửi \(letter.email).", "Sent to \(letter.email)."))
                case .alreadySent: break
                case .unknown(let reason), .failed(let reason): speak("\(letter.email): \(reason[.current])")
                }
            }
            guard unsent > 0 else { return }
            throw Refusal(
                .busy,
                Phrase(
                    "Đã lập báo cáo, nhưng \(unsent) thư chưa gửi được.",
                    "The reports were created, but \(unsent) letters could not be sent."),
                hint: Phrase(
                    "Chạy lại sau ít phút; thư đã gửi thì không gửi lại.",
                    "Run it again in a few minutes; letters that were sent are not sent again."))
        }
    }
}

/// How reports are delivered and monitored; by default, they are not. Each option can also be set in the environment, as
/// services do.
struct DeliveryOptions: ParsableArguments {
    @Option(
        help: help(
            "Gửi báo cáo cho từng chuyên quản địa bàn: sendmail, smtp://máy[:cổng] hoặc smtps://máy (THIDUA_REPORT_MAIL).",
            "Send each area specialist their part: sendmail, smtp://host[:port] or smtps://host (THIDUA_REPORT_MAIL)."))
    var mail: String?
    @Option(
        help: help("Người gửi: \"Tên <a@b>\" (THIDUA_REPORT_MAIL_FROM).", "Sender: \"Name <a@b>\" (THIDUA_REPORT_MAIL_FROM)."))
    var mailFrom: String?
    @Option(
        help: help(
            "Tệp .netrc có mật khẩu của máy chủ thư (THIDUA_REPORT_MAIL_NETRC).",
            "A .netrc file with the mail server's password (THIDUA_REPORT_MAIL_NETRC)."))
    var mailNetrc: String?
    @Option(
        help: help(
            "Tệp số đo cho node_exporter (THIDUA_REPORT_METRICS).", "A metrics file for node_exporter (THIDUA_REPORT_METRICS)."
        ),
        completion: .file())
    var metrics: String?
    @Option(
        help: help(
            "Địa chỉ báo cho dịch vụ theo dõi khi bắt đầu, hoàn thành, có lỗi (THIDUA_REPORT_PING).",
            "A URL to ping on start, success and failure (THIDUA_REPORT_PING)."))
    var ping: String?
}

extension DeliveryOptions {
    /// The metrics file; nil for none.
    var metricsFile: String? { metrics ?? environment("THIDUA_REPORT_METRICS") }

    /// - Throws: ``Refusal`` if the route or the address is invalid.
    func letters() throws -> ReportLetters? {
        guard let route = mail ?? environment("THIDUA_REPORT_MAIL") else { return nil }
        guard let from = mailFrom ?? environment("THIDUA_REPORT_MAIL_FROM") else {
            throw ValidationError(
                say(
                    "Thiếu --mail-from: hộp thư điện tử của người gửi.",
                    "--mail-from is missing: which address are letters sent from?"))
        }
        let netrc = mailNetrc ?? environment("THIDUA_REPORT_MAIL_NETRC")
        return ReportLetters(by: try MailRoute(route, netrc: netrc), from: try MailAddress(from), in: .current)
    }

    /// - Throws: ``Refusal`` if the URL is invalid.
    func watcher() throws -> Ping? {
        guard let url = ping ?? environment("THIDUA_REPORT_PING") else { return nil }
        return try Ping(url: url) { speak($0[.current]) }
    }
}

extension Listing<NightlyJob.Made> {
    static var madeReports: Listing {
        Listing([
            Column("campaign", "Đợt thi đua", "Campaign") { .text($0.report.campaign.code) },
            Column("date", "Ngày báo cáo", "Date") { .date($0.report.edition?.date ?? "") },
            Column("as_of", "Tính đến", "As of") { .moment($0.report.asOf) },
            Column("is_late", "Lập muộn", "Late") { .flag($0.report.edition?.isLate ?? false) },
            Column("is_final", "Báo cáo chốt", "Final") { .flag($0.report.edition?.isFinal ?? false) },
            Column("verdict") { .text($0.report.verdict.level.rawValue) },
            Column("message", "Kết luận", "Verdict") { .phrase($0.report.verdict.sentence) },
            Column("file", "Tệp", "File") { .text($0.files.first ?? "") },
            Column("files") { .texts($0.files) },
            Column("letters") { .document(JSON.array($0.letters.map(\.json)).text) },
        ])
    }
}

extension ReportLetters.Delivery {
    fileprivate var json: JSON {
        let (code, reason): (String, Phrase?) =
            switch outcome {
            case .sent: ("sent", nil)
            case .alreadySent: ("already_sent", nil)
            case .unknown(let reason): ("unknown", reason)
            case .failed(let reason): ("failed", reason)
            }
        return .object([
            "specialist": .string(specialist), "email": .string(email), "outcome": .string(code),
            "reason": .optional(reason?[.current]),
        ])
    }
}
