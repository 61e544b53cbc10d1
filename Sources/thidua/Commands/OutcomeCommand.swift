import ArgumentParser
import Postgres
import Registry

/// What became of a change.
struct OutcomeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome",
        abstract: say(
            "Cho biết một lần ghi, theo mã giao dịch, đã được ghi hay chưa.", "Tell whether a change, by its id, has been stored."
        ))

    @Argument(
        help: help(
            "Mã giao dịch; không nêu thì liệt kê các lần ghi của tài khoản này trong 30 ngày qua.",
            "The change's id; without one, this login's changes of the last 30 days are listed."))
    var id: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
        guard let id else {
            return try global.read { transaction in
                let outcomes = try StoredChange.list(&transaction).map { Outcome(id: $0.id, change: $0) }
                try global.print(outcomes, as: .outcomes, &transaction)
            }
        }
        var connection = try global.connect(toPrimary: true)
        do {
            Listing.outcomes.tell(Outcome(id: id, change: try StoredChange.find(id, on: &connection)), as: global.output)
        } catch let error as ServerError where error.sqlState == .lockNotAvailable {
            throw Refusal(
                .busy, Phrase("Lần ghi này còn đang được thực hiện.", "That change is still being made."),
                hint: Phrase("Hỏi lại sau ít giây.", "Ask again in a few seconds."))
        }
    }
}

/// What became of the change that has an id.
struct Outcome {
    let id: String
    /// Nil if it is not stored.
    let change: StoredChange?
}

extension Listing<Outcome> {
    static var outcomes: Listing {
        Listing([
            Column("id", "Mã giao dịch", "Id") { .text($0.id) },
            Column("state", "Kết quả", "Outcome") {
                $0.change == nil
                    ? .named("not_stored", Phrase("chưa ghi", "not stored")) : .named("stored", Phrase("đã ghi", "stored"))
            },
            Column("command", "Lệnh", "Command") { .optional($0.change?.command) },
            Column("stored_at", "Ghi lúc", "Stored") { $0.change.map { .moment($0.storedAt) } ?? .none },
        ])
    }
}
