/// What a file lists, and the columns that it must have. What files call these is data: table `sheet_header`.
public struct SheetForm: Sendable {
    /// As `sheet_header` names it.
    let name: String
    /// In the order in which they are read.
    public let fields: [String]
    /// Without which nothing can be read.
    let required: Set<String>
    /// Of which one must be there; none where there is no such choice.
    var alternatives: [String] = []
    /// What a column needs beside it.
    var companions: [String: Set<String>] = [:]

    /// Units and their civil servants. Codes may be absent: stable ones are made from the names then.
    public static let staffing = SheetForm(
        name: "staffing", fields: ["province_code", "province", "unit_code", "unit", "kind", "civil_servants"],
        required: ["province_code", "province", "unit", "kind", "civil_servants"])

    /// What is attested of a nominee. A date and a quality are told of directives.
    static let attestation = SheetForm(
        name: "attestation", fields: ["item", "date", "quality", "applies", "evidence"], required: ["item", "evidence"])

    /// Collectives and people, and the awards for which they are proposed.
    ///
    /// - Parameter unitIsGiven: Whether it is known otherwise who proposes them.
    public static func nomination(unitIsGiven: Bool) -> SheetForm {
        SheetForm(
            name: "nomination", fields: ["unit", "award", "collective", "individual", "staff_no", "position", "workplace"],
            required: unitIsGiven ? ["award"] : ["unit", "award"], alternatives: ["collective", "individual"],
            companions: ["individual": ["staff_no", "position", "workplace"]])
    }
}

extension SheetForm {
    /// What is missing where only these columns are there: each a field, or a choice of some.
    func missing(from found: Set<String>) -> [[String]] {
        let needed = found.reduce(required) { $0.union(companions[$1] ?? []) }
        let missing = fields.filter { needed.contains($0) && !found.contains($0) }.map { [$0] }
        return alternatives.isEmpty || !found.isDisjoint(with: alternatives) ? missing : missing + [alternatives]
    }
}

extension SheetForm {
    /// What people call a column: the header in our own forms.
    static func title(of field: String) -> Phrase {
        titles[field].map { Phrase("“\($0)” (\(field))", field) } ?? Phrase(field, field)
    }

    private static let titles = [
        "province_code": "Mã tỉnh", "province": "Tỉnh, thành phố", "unit_code": "Mã đơn vị", "unit": "Đơn vị",
        "kind": "Loại đơn vị", "civil_servants": "Số công chức",
    ]
}
