import ArgumentParser
import Glibc
import Platform
import Postgres
import Registry
import Spreadsheet

extension NominationCommand {
    struct Attest: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "attest",
            abstract: say(
                "Xác nhận điều kiện, tiêu chuẩn của một đề nghị, kèm minh chứng.",
                "Attest, with evidence, that a nominee is eligible."),
            discussion: say(
                "Nếu không nêu mục nào thì lần lượt hỏi từng mục còn thiếu. Xem các mục: thidua nomination show SỐ.",
                "Without options, prompts for each missing item. To see the items: thidua nomination show NUMBER."))

        @Argument(
            help: help(
                "Số đề nghị; không cần nếu tệp của --from ghi số đề nghị ở từng dòng.",
                "The nomination's number; not needed if the file of --from has one in every row."))
        var id: Int?
        @Option(
            name: .customLong("met"),
            help: help(
                "Tiêu chuẩn đã đạt: MÃ=MINH CHỨNG, ví dụ a1=\"Kế hoạch số 12\".", "A criterion that is met: CODE=EVIDENCE."))
        var criteria: [String] = []
        @Option(
            name: .customLong("completed"),
            help: help(
                "Đã hoàn thành cập nhật dữ liệu theo văn bản: SỐ=NGÀY=MINH CHỨNG, ví dụ 259=25/02/2026=\"Báo cáo số 7\".",
                "A directive that was completed: NUMBER=DATE=EVIDENCE."))
        var directives: [String] = []
        @Option(
            help: help(
                "Số văn bản mà dữ liệu cập nhật chưa bảo đảm chất lượng.",
                "The number of a directive whose data is not of assured quality."))
        var poorQuality: [String] = []
        @Option(
            help: help(
                "Minh chứng không thuộc trường hợp nào không đủ điều kiện (kỷ luật, khởi tố, vi phạm…).",
                "Evidence that nothing bars the nominee (discipline, prosecution, violation, …)."))
        var clear: String?
        @Option(
            help: help(
                "Trường hợp không đủ điều kiện đang có: MÃ=NỘI DUNG.", "A bar that does apply to the nominee: CODE=DETAILS."))
        var barred: [String] = []
        @Option(
            name: .customLong("from"),
            help: help(
                "Tệp .xlsx, .ods, .csv hoặc .tsv có các cột: Số đề nghị, Mục, Minh chứng, Ngày hoàn thành, Bảo đảm chất lượng, Thuộc trường hợp.",
                "An .xlsx, .ods, .csv or .tsv file with the columns nomination, item, evidence, date, quality, applies."),
            completion: .file(extensions: ["xlsx", "ods", "csv", "tsv"]))
        var file: String?
        @Option(
            help: help(
                "Ghi biểu (.xlsx) các mục cần xác nhận của đề nghị này, hoặc của mọi đề nghị chưa nộp.",
                "Write a form (.xlsx) with the items of this nomination, or of all that are not submitted."),
            completion: .file(extensions: ["xlsx"]))
        var template: String?
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func validate() throws {
            guard try template == nil || file == nil && attestations.isEmpty else {
                throw ValidationError(say("--template không dùng cùng lựa chọn khác.", "--template goes with no other option."))
            }
            guard id != nil || file != nil || template != nil else {
                throw ValidationError(say("Thiếu số đề nghị.", "The nomination's number is missing."))
            }
            guard file != nil, !(try attestations).isEmpty else { return }
            throw ValidationError(
                say("Chỉ nêu --from hoặc nêu từng mục, không nêu cả hai.", "Give either --from or individual items."))
        }

        func run() throws {
            if let template { return try writeTemplate(to: template) }
            var connection = try global.connect(for: change)
            let items: [ChecklistItem]
            if let file {
                items = try record(file, on: &connection)
            } else if let id {
                var given = try attestations
                if given.isEmpty {
                    let asked = try connection.transaction(.registryRead) { transaction in
                        _ = try Nomination.find(id, &transaction)
                        return try ChecklistItem.list(of: id, &transaction)
                    }
                    given = try Questions.ask(about: asked)
                }
                items = try Attestation.record(given, of: id, on: &connection)
            } else {
                items = []
            }
            try global.print(all: items, as: .checklist, on: &connection)
            let missing = items.count { !$0.isMet }
            if missing > 0 { speak(say("Còn \(missing) mục chưa xác nhận.", "\(missing) items are left.")) }
        }

        private func writeTemplate(to path: String) throws {
            guard access(path, F_OK) != 0 else {
                throw Refusal(
                    .invalidInput, Phrase("Đã có tệp \(path).", "The file \(path) already exists."),
                    hint: Phrase("Nêu tên khác.", "Give another name."))
            }
            let form = try global.read { transaction in
                let nominations: [Nomination]
                if let id {
                    nominations = [try Nomination.find(id, &transaction)]
                } else {
                    let code = try Campaign.find(campaign.campaign, &transaction).code
                    nominations = try Nomination.list(campaign: code, &transaction).filter {
                        ["draft", "returned"].contains($0.state)
                    }
                }
                return AttestationTemplate(
                    nominations: try nominations.map { ($0, try ChecklistItem.list(of: $0.id, &transaction)) })
            }
            try form.save(at: path, as: global.output)
        }

        private func record(_ path: String, on connection: inout Connection) throws -> [ChecklistItem] {
            var result = AttestationImport()
            var file: SourceFile?
            do {
                let opened = try sourceFile(path)
                file = opened
                result = try AttestationImport.run(opened, of: id, on: &connection)
            } catch let error as CellError {
                result.errors = CellErrors([error])
            }
            if let file { FileSummary(file, result).speak() }
            guard result.errors.isEmpty else {
                result.errors.show(as: global.output)
                throw Refusal.wrongRows(result.errors.count)
            }
            return result.items
        }

        /// A directive is identified by its number, with or without what follows the slash.
        private static func short(_ text: String) -> Substring { text.prefix { $0 != "/" && $0 != "=" } }

        private var attestations: [Attestation] {
            get throws {
                let poor = Set(poorQuality.map(Self.short))
                guard poor.isSubset(of: directives.map(Self.short)) else {
                    throw ValidationError(
                        say(
                            "--poor-quality chỉ dùng cùng --completed của văn bản đó.",
                            "--poor-quality requires --completed for the same directive."))
                }
                return try criteria.map { text in
                    let part = try Self.split(text, into: 2)
                    return .criterion(part[0], evidence: part[1])
                }
                    + directives.map { text in
                        let part = try Self.split(text, into: 3)
                        return .directive(
                            part[0], completedOn: part[1], isOfQuality: !poor.contains(Self.short(part[0])), evidence: part[2])
                    }
                    + (clear.map { [.bar(nil, applies: false, evidence: $0)] } ?? [])
                    + barred.map { text in
                        let part = try Self.split(text, into: 2)
                        return .bar(part[0], applies: true, evidence: part[1])
                    }
            }
        }

        private static func split(_ text: String, into count: Int) throws -> [String] {
            let parts = text.split(separator: "=", maxSplits: count - 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == count else {
                throw ValidationError(
                    say(
                        "“\(text)”: thiếu dấu = giữa mục và nội dung.",
                        "“\(text)”: an equals sign is missing between item and text."))
            }
            return parts
        }

        private func sourceFile(_ path: String) throws -> SourceFile {
            do {
                return try SourceFile(name: InputFile.name(of: path), ByteFile(path: path))
            } catch let error as SystemError {
                throw Refusal.unreadable(path, error)
            }
        }
    }
}

/// Prompts at the terminal, item by item.
private enum Questions {
    static func ask(about items: [ChecklistItem]) throws -> [Attestation] {
        guard isatty(0) == 1 else {
            throw Refusal(
                .usage, Phrase("Chưa nêu mục nào.", "No item was given."),
                hint: Phrase(
                    "Dùng --met, --completed, --clear hoặc --from TỆP.", "Use --met, --completed, --clear or --from FILE."))
        }
        var attestations: [Attestation] = []
        let bars = items.filter { $0.kind == .bar && !$0.isMet }
        for item in items where !item.isMet && item.kind != .bar {
            Stream.errors.write("\n\(Stream.errors.styled(.bold, item.item)): \(item.words[.current].visible)\n")
            if item.kind == .criterion {
                if let evidence = answer(say("Minh chứng (Enter: để sau): ", "Evidence (empty: later): ")) {
                    attestations.append(.criterion(item.item, evidence: evidence))
                }
            } else if let day = answer(say("Ngày hoàn thành (Enter: để sau): ", "Completed on (empty: later): ")) {
                let isOfQuality = answer(say("Dữ liệu bảo đảm chất lượng? [C/k] ", "Is the data of assured quality? [Y/n] "))
                let evidence = answer(say("Minh chứng: ", "Evidence: "))
                attestations.append(
                    .directive(item.item, completedOn: day, isOfQuality: !isNo(isOfQuality), evidence: evidence ?? ""))
            }
        }
        if !bars.isEmpty {
            speak("\n" + bars.map { "- \($0.words[.current])" }.joined(separator: "\n"))
            if let evidence = answer(
                say(
                    "Không thuộc các trường hợp trên. Căn cứ (số, ngày văn bản; Enter: để sau): ",
                    "None of these applies. Evidence (empty: later): "))
            {
                attestations.append(.bar(nil, applies: false, evidence: evidence))
            }
        }
        return attestations
    }

    private static func isNo(_ answer: String?) -> Bool {
        ["k", "không", "n", "no"].contains(answer?.lowercased() ?? "")
    }

    private static func answer(_ question: String) -> String? {
        Stream.errors.write(question)
        let line = readLine()?.trimmingPrefix { $0.isWhitespace }
        return line.flatMap { $0.isEmpty ? nil : String($0) }
    }
}

extension Listing<ChecklistItem> {
    static var checklist: Listing {
        Listing([
            Column("nomination") { .number($0.nomination) },
            Column("met", " ", " ") { .mark($0.isMet) },
            Column("kind") { .text($0.kind.rawValue) },
            Column("item", "Mục", "Item") { .text($0.item) },
            Column("clause", "Điểm, mục", "Clause") { .named($0.clause, Clause.cited($0.clause)) },
            Column("words", "Nội dung", "Words") { .named($0.words[.current], $0.shortWords) },
            Column("completed_on", "Ngày hoàn thành", "Completed") { $0.completedOn.map(ListingCell.date) ?? .none },
            Column("on_time", "Đúng hạn", "On time") { $0.isOnTime.map(ListingCell.flag) ?? .none },
            Column("of_quality", "Bảo đảm chất lượng", "Quality") { $0.isOfQuality.map(ListingCell.flag) ?? .none },
            Column("applies") { $0.applies.map(ListingCell.flag) ?? .none },
            Column("evidence", "Minh chứng", "Evidence") { .optional($0.evidence) },
        ])
    }
}

extension ChecklistItem {
    /// As much as a table has room for. A bar that does not apply is negated, because a tick precedes it.
    fileprivate var shortWords: Phrase {
        guard kind == .bar, applies != true else { return Phrase(words.vi.shortened(to: 60), words.en.shortened(to: 60)) }
        let not = Phrase("Không \(words.vi.prefix(1).lowercased())\(words.vi.dropFirst())", "Not: \(words.en)")
        let open = isMet ? Phrase("", "") : Phrase(": chưa xác nhận", ": not attested yet")
        return Phrase(not.vi.shortened(to: 60) + open.vi, not.en.shortened(to: 60) + open.en)
    }
}
