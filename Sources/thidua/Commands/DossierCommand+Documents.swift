import ArgumentParser
import Registry

extension DossierCommand {
    /// Kinds of document, for completion and help; the database decides which kinds exist.
    static let kinds = ["proposal_letter", "selection_minutes", "achievement_report"]

    struct Attach: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "attach",
            abstract: say(
                "Đính kèm tài liệu (PDF, JPEG, PNG, DOCX), thay thế tài liệu cùng loại.",
                "Attach a document (PDF, JPEG, PNG, DOCX), replacing one of the same kind."))

        @Argument(
            help: help("Loại: \(kinds.joined(separator: ", ")).", "The kind: \(kinds.joined(separator: ", "))."),
            completion: .list(kinds))
        var kind: String
        @Argument(help: help("Tệp.", "The file."), completion: .file())
        var file: String
        @OptionGroup var whose: Whose
        @Option(help: help("Báo cáo thành tích: số đề nghị.", "The nomination that an achievement report is about."))
        var nomination: Int?
        @Option(help: help("Số, ký hiệu văn bản.", "Its number."))
        var number: String?
        @Option(name: .customLong("date"), help: help("Ngày văn bản.", "Its date."))
        var dated: String?
        @Option(help: help("Người ký.", "Who signed it."))
        var signer: String?
        @Option(
            help: help(
                "Tờ trình: số đề nghị được báo cáo rõ là không bị xem xét kỷ luật, điều tra…; all: tất cả đề nghị.",
                "Proposal letter: a nomination that it declares free of discipline, investigation, …; all for every one."))
        var declare: [String] = []
        @Option(
            help: help(
                "Biên bản: kết quả bỏ phiếu, SỐ=ĐỒNG Ý/TỔNG, ví dụ 123=9/11.", "Minutes: NUMBER=FOR/TOTAL, such as 123=9/11."))
        var votes: [Ballot] = []
        @Option(
            help: help(
                "Báo cáo thành tích: người xác nhận (Thủ trưởng đơn vị, cơ quan quản lý trực tiếp).",
                "Achievement report: who certified it (the head of the unit, the managing agency)."))
        var certifier: String?
        @Option(help: help("Số hiệu công chức của người xác nhận.", "The certifier's staff number."))
        var certifierStaffNo: String?
        @Option(
            help: help(
                "Đơn vị của người xác nhận, nếu không phải nơi công tác của cá nhân.",
                "The certifier's unit, if it is not the person's workplace."))
        var certifierUnit: String?
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func validate() throws {
            _ = try declared
            guard (certifier == nil) == (certifierStaffNo == nil), certifierUnit == nil || certifier != nil else {
                throw ValidationError(
                    say("Nêu cả --certifier và --certifier-staff-no.", "Give both --certifier and --certifier-staff-no."))
            }
        }

        func run() throws {
            var entry = Document.Entry(
                kind: kind.replacing("-", with: "_"), nomination: nomination, fileName: InputFile.name(of: file),
                content: try InputFile.read(file, atMost: Self.largestFile))
            entry.damage = try PDFCheck.damage(in: entry.content)
            (entry.number, entry.dated, entry.signer) = (number, dated, signer)
            (entry.declares, entry.votes) = (try declared, votes.map(\.votes))
            if let certifier, let certifierStaffNo {
                entry.certifier = Document.Certifier(name: certifier, staffNo: certifierStaffNo, unit: certifierUnit)
            }
            var connection = try global.connect(for: change)
            let document = try Document.attach(entry, unit: whose.unit, campaign: whose.campaign.campaign, on: &connection)
            try global.print(document, as: .documents, on: &connection)
        }

        /// Larger files are not read to the end; the database decides how large a file may be.
        private static let largestFile = 64 << 20

        private var declared: Document.Declared {
            get throws {
                guard !declare.isEmpty else { return .none }
                guard declare != ["all"] else { return .all }
                return .these(
                    try declare.map { text in
                        guard let number = Int(text) else {
                            throw ValidationError(
                                say("--declare cần số đề nghị hoặc all.", "--declare takes a nomination's number, or all."))
                        }
                        return number
                    })
            }
        }
    }

    struct Save: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "save", abstract: say("Lưu tệp của một tài liệu ra ngoài.", "Save a document's file."))

        @Argument(help: help("Loại tài liệu.", "The kind of document."), completion: .list(kinds))
        var kind: String
        @Argument(
            help: help("Tên tệp cần ghi, không trùng tệp đã có.", "The file to write; it must not exist."), completion: .file())
        var file: String
        @OptionGroup var whose: Whose
        @Option(help: help("Báo cáo thành tích: số đề nghị.", "The nomination that an achievement report is about."))
        var nomination: Int?
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let content = try global.read { transaction in
                let campaign = try Campaign.code(whose.campaign.campaign, &transaction)
                let unit = try Unit.code(whose.unit, &transaction)
                return try Document.content(
                    kind: kind.replacing("-", with: "_"), nomination: nomination, unit: unit, campaign: campaign, &transaction)
            }
            try OutputFile.create(content, at: file)
            speak(say("Đã ghi tệp \(file) (dung lượng \(content.count) byte).", "Wrote \(file) (\(content.count) bytes)."))
        }
    }
}

/// A nomination's votes: `123=9/11`.
struct Ballot: ExpressibleByArgument {
    let votes: Document.Votes

    init?(argument: String) {
        let parts = argument.split(whereSeparator: { $0 == "=" || $0 == "/" }).map { Int($0) }
        guard parts.count == 3, let nomination = parts[0], let approving = parts[1], let total = parts[2] else { return nil }
        votes = Document.Votes(nomination: nomination, approving: approving, total: total)
    }
}
