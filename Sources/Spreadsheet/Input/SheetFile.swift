/// A file of rows, whatever its format: what it was found to be, and its rows, as often as they are asked for.
public struct SheetFile: Sendable {
    /// `csv` or `xlsx`.
    public let format: Format
    /// The text's encoding; nil for XLSX.
    public let encoding: TextEncoding?
    /// The sheet that is read; nil for CSV.
    public let sheet: String?
    /// The file's other sheets, hidden ones too.
    public let otherSheets: [String]
    /// How much there is to read, for a progress bar; see ``SheetRow/offset``.
    public let length: Int

    /// Formats that are read.
    public enum Format: Sendable, Equatable {
        /// Text, with the separator that was found.
        case csv(separator: UInt8)
        case xlsx
    }
}
