import ArgumentParser
import Postgres
import Registry
import Report

extension ReportCommand {
    struct Nightly: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "nightly",
            abstract: say(
                "Lập báo cáo của ngày: số liệu lúc 0 giờ, giờ Hà Nội; chạy lại không đổi một chữ nào.",
                "Make the day's report as of midnight in Hanoi; made again, not a letter changes."))

        @Option(
            help: help(
                "Ngày báo cáo: 2026-04-20 hoặc 20/4/2026; mặc định là hôm nay.",
                "The day: 2026-04-20 or 20/4/2026; today by default."))
        var date: String?
        @Flag(help: help("Lập cả báo cáo của những đêm bị lỡ.", "Also make the reports of the nights that were missed."))
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
                let made = try make()
                emit(Listing.madeReports.rendered(made, as: global.output, nil))
                try tellOfLetters(made.flatMap(\.letters), unsent: made.flatMap(\.unsent).count)
            } catch {
                ping?.finish(isSuccess: false)
                throw error
            }
            ping?.finish(isSuccess: true)
        }

        /// Everything, while the primary holds others off.
        private func make() throws -> [NightlyJob.Made] {
            var job = NightlyJob(in: try ReportFolder(out), .current)
            job.letters = try delivery.letters()
            job.metrics = delivery.metricsFile
            var claim = try global.connect(toPrimary: true)
            return try claim.transaction(.reportClaim) { claim in
                try ReportRun.claim(&claim)
                let due = try ReportRun.due(campaign: campaign.campaign, date: date, catchingUp: catchUp, &claim)
                var sources = try ReportSources(reader: global.connect()) { try global.connect(toPrimary: true) }
                return try job.make(due, from: &sources)
            }
        }

        /// The reports are there, whatever became of their letters: what could not be sent is tried again by the next run.
        private func tellOfLetters(_ letters: [ReportLetters.Delivery], unsent: Int) throws {
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
                    "The reports are made, but \(unsent) letters could not be sent."),
                hint: Phrase(
                    "Chạy lại sau ít phút: thư đã gửi không gửi lại.",
                    "Run it again in a few minutes: what was sent is not sent again."))
        }
    }
}

/// By which ways a report is delivered and watched over; none by default. Each can stand in the environment, where a service keeps it.
struct DeliveryOptions: ParsableArguments {
    @Option(
        help: help(
            "Gửi phần của từng chuyên quản: sendmail, smtp://máy[:cổng] hoặc smtps://máy (THIDUA_REPORT_MAIL).",
            "Send each area specialist theirs: sendmail, smtp://host[:port] or smtps://host (THIDUA_REPORT_MAIL)."))
    var mail: String?
    @Option(
        help: help("Người gửi: \"Tên <a@b>\" (THIDUA_REPORT_MAIL_FROM).", "From whom: \"Name <a@b>\" (THIDUA_REPORT_MAIL_FROM)."))
    var mailFrom: String?
    @Option(
        help: help(
            "Tệp .netrc có mật khẩu của máy thư (THIDUA_REPORT_MAIL_NETRC).",
            "A .netrc file with the mail server's password (THIDUA_REPORT_MAIL_NETRC)."))
    var mailNetrc: String?
    @Option(
        help: help(
            "Tệp số đo cho node_exporter (THIDUA_REPORT_METRICS).", "A file of metrics for node_exporter (THIDUA_REPORT_METRICS)."
        ),
        completion: .file())
    var metrics: String?
    @Option(
        help: help(
            "Địa chỉ báo hiệu bắt đầu, xong, hỏng (THIDUA_REPORT_PING).",
            "An address to ping on start, success and failure (THIDUA_REPORT_PING)."))
    var ping: String?
}

extension DeliveryOptions {
    /// The file of metrics; nil for none.
    var metricsFile: String? { metrics ?? environment("THIDUA_REPORT_METRICS") }

    /// - Throws: ``Refusal`` where the route or the address is none.
    func letters() throws -> ReportLetters? {
        guard let route = mail ?? environment("THIDUA_REPORT_MAIL") else { return nil }
        guard let from = mailFrom ?? environment("THIDUA_REPORT_MAIL_FROM") else {
            throw ValidationError(
                say("Thiếu --mail-from: thư gửi từ hộp thư nào?", "--mail-from is missing: from which address?"))
        }
        let netrc = mailNetrc ?? environment("THIDUA_REPORT_MAIL_NETRC")
        return ReportLetters(by: try MailRoute(route, netrc: netrc), from: try MailAddress(from), in: .current)
    }

    /// - Throws: ``Refusal`` where it is no address.
    func watcher() throws -> Ping? {
        guard let url = ping ?? environment("THIDUA_REPORT_PING") else { return nil }
        return try Ping(url: url) { speak($0[.current]) }
    }
}

extension Listing<NightlyJob.Made> {
    static var madeReports: Listing {
        Listing([
            Column("campaign", "Đợt", "Campaign") { .text($0.report.campaign.code) },
            Column("date", "Ngày", "Date") { .date($0.report.edition?.date ?? "") },
            Column("as_of", "Số liệu lúc", "As of") { .moment($0.report.asOf) },
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
