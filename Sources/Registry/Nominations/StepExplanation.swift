import Postgres

extension Refusal {
    /// The refusal with the nomination, its state and the steps that it may take instead, if a step was refused. The database has
    /// already decided; this only adds the wording.
    ///
    /// - Parameters:
    ///   - ids: The nominations that were to take the step.
    ///   - later: The state to which it leads.
    func explained(stepOf ids: [Int], to later: String, on connection: inout Connection) -> Refusal {
        guard constraint == "nomination_step_is_known" else { return self }
        let detailed = try? connection.transaction(.registryRead) { transaction -> Refusal in
            let steps = try NominationStep.list(&transaction)
            let words = try Words(&transaction)
            for id in ids {
                let nomination = try Nomination.find(id, &transaction)
                if !steps.contains(where: { $0.from == nomination.state && $0.to == later }) {
                    return explained(by: nomination, to: later, steps, words)
                }
            }
            return self
        }
        return detailed ?? self
    }

    private func explained(by nomination: Nomination, to later: String, _ steps: [NominationStep], _ words: Words) -> Refusal {
        func names(_ states: [String], _ language: Language) -> String {
            states.map { "“\(words.name(of: $0, in: language))”" }.joined(separator: Phrase(" hoặc ", " or ")[language])
        }
        let sources = steps.filter { $0.to == later }.map(\.from)
        let commands = steps.filter { $0.from == nomination.state }.map { "thidua \($0.command)" }.joined(separator: ", ")
        var refusal = self
        refusal.message = Phrase(
            "Đề nghị số \(nomination.id) đang ở trạng thái \(names([nomination.state], .vi))",
            "Nomination \(nomination.id) is in state \(names([nomination.state], .en))")
        let only =
            nomination.state == later
            ? Phrase(".", ".")
            : Phrase(
                "; chỉ chuyển sang \(names([later], .vi)) từ trạng thái \(names(sources, .vi)).",
                "; only from \(names(sources, .en)) can it become \(names([later], .en)).")
        refusal.message = Phrase(refusal.message.vi + only.vi, refusal.message.en + only.en)
        if !commands.isEmpty {
            refusal.hint = Phrase("Bước có thể thực hiện tiếp: \(commands)", "What can be done next: \(commands)")
        }
        return refusal
    }
}
