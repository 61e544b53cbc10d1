/// A sheet that is not read.
public struct OtherSheet: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Whether a spreadsheet program does not show it.
    public let isHidden: Bool

    /// - Parameter name: Its name.
    public init(name: String, isHidden: Bool) {
        (self.name, self.isHidden) = (name, isHidden)
    }
}

/// Which of a workbook's sheets is read.
enum SheetChoice {
    /// The sheet with this name, or else with this name in another case; without a name, the first visible one.
    static func index(
        of name: String?, among sheets: [(name: String, isHidden: Bool)]
    ) throws(ReadingError) -> Int {
        guard let name else {
            guard let first = sheets.firstIndex(where: { !$0.isHidden }) else { throw ReadingError(.noSheet) }
            return first
        }
        guard !sheets.isEmpty else { throw ReadingError(.noSheet) }
        let exact = sheets.firstIndex { $0.name == name }
        guard let found = exact ?? sheets.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) else {
            throw ReadingError(.noSuchSheet, detail: sheets.map(\.name).joined(separator: ", "))
        }
        return found
    }
}
