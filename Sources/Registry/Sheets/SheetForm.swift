/// What a file lists, and the columns that it must have. What files call these is data: table `sheet_header`.
public struct SheetForm: Sendable {
    /// As `sheet_header` names it.
    let name: String
    /// In the order in which they are read.
    public let fields: [String]
    /// Without which nothing can be read.
    let required: Set<String>

    /// Units and their civil servants. Codes may be absent: stable ones are made from the names then.
    public static let staffing = SheetForm(
        name: "staffing", fields: ["province_code", "province", "unit_code", "unit", "kind", "civil_servants"],
        required: ["province_code", "province", "unit", "kind", "civil_servants"])
}
