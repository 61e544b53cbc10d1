import Registry

extension Refusal {
    /// The refusal with the option that gave the date that could not be read; unchanged if none did.
    func namingOptionOfDate(in arguments: [String]) -> Refusal {
        guard let date = unreadDate else { return self }
        let joined = arguments.filter { $0.hasPrefix("--") }.compactMap { argument in
            argument.firstIndex(of: "=").map { (String(argument[..<$0]), String(argument[argument.index(after: $0)...])) }
        }
        let given = zip(arguments, arguments.dropFirst()).filter { $0.0.hasPrefix("--") } + joined
        // A date may be a part of a value: `--completed NUMBER=DATE=EVIDENCE`.
        let option = given.first { $0.1 == date } ?? given.first { !date.isEmpty && $0.1.contains(date) }
        return (option?.0).map { naming(placeOfDate: Phrase($0, $0)) } ?? self
    }
}
