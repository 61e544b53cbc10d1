import ArgumentParser
import Registry

extension NominationCommand {
    struct Steps: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "steps",
            abstract: say(
                "Các bước của một đề nghị: từ trạng thái nào sang trạng thái nào, ai thực hiện, đến khi nào.",
                "The steps that a nomination may take: from which state to which, by whom, until when."))

        @Flag(help: help("In sơ đồ (Mermaid).", "Print a diagram (Mermaid)."))
        var diagram = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let steps = try NominationStep.list(&transaction)
                guard diagram else { return try global.print(steps, as: .steps, &transaction) }
                emit(Self.diagram(of: steps))
            }
        }

        /// A state diagram, as docs/use/clerk.md shows it.
        private static func diagram(of steps: [NominationStep]) -> String {
            let lines = steps.map { step in
                "    \(step.from) --> \(step.to): \(step.command)\(step.isBeforeDeadline ? " (T3)" : "")"
            }
            return (["stateDiagram-v2", "    [*] --> draft: nomination add (T3)"] + lines).joined(separator: "\n") + "\n"
        }
    }

    struct Disqualify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disqualify",
            abstract: say(
                "Loại một đề nghị đã nộp vì mới phát sinh trường hợp không đủ điều kiện.",
                "Disqualify a submitted nomination because of a fact that has arisen since."))

        @Argument(help: help("Số đề nghị.", "The nomination's number."))
        var id: Int
        @Option(
            help: help("Trường hợp, theo mã: xem thidua nomination show.", "The code of the fact: see thidua nomination show."))
        var bar: String
        @Option(help: help("Lý do.", "The reason."))
        var reason: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change, endsHolders: true)
            let nomination = try Nomination.disqualify(id, for: bar, because: reason, on: &connection)
            try global.print(nomination, as: .nominations, on: &connection)
        }
    }
}

extension Listing<NominationStep> {
    static var steps: Listing {
        Listing([
            Column("from", "Từ trạng thái", "From") { .code($0.from) },
            Column("to", "Sang trạng thái", "To") { .code($0.to) },
            Column("by", "Người thực hiện", "By") { .code($0.role) },
            Column("before_deadline", "Trước thời hạn", "Before the deadline") { .flag($0.isBeforeDeadline) },
            Column("command", "Lệnh", "Command") { .text($0.command) },
        ])
    }
}
