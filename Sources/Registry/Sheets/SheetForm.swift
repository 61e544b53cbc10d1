/// What a file lists, and the columns that it must have. The headers that files use for these are data: table `sheet_header`.
public struct SheetForm: Sendable {
    /// Its name in `sheet_header`.
    let name: String
    /// In the order in which they are read.
    public let fields: [String]
    /// The fields that every file must have.
    let required: Set<String>
    /// Fields of which at least one must be present; empty if there is no such choice.
    var alternatives: [String] = []
    /// The other columns that a column requires.
    var companions: [String: Set<String>] = [:]
    /// Fields that a merged cell states for each of its rows.
    var repeated: Set<String> = []
    /// Columns that hold several fields, in lists that were not made as this form: the database takes them apart.
    public internal(set) var combined: [String: [String]] = [:]
    /// Fields that every nominee needs, but which a list may state elsewhere, or not at all: its rows are read without them.
    var stated: Set<String> = []

    /// Units and their civil servants. Codes may be absent; stable ones are then derived from the names.
    public static let staffing = SheetForm(
        name: "staffing", fields: ["province_code", "province", "unit_code", "unit", "kind", "civil_servants"],
        required: ["province", "unit", "kind", "civil_servants"], repeated: ["province_code", "province", "kind"])

    /// What is attested of nominees. Only directives have a date and a quality.
    ///
    /// - Parameter nominationIsGiven: Whether all rows are of one nomination, which is known from elsewhere.
    public static func attestation(nominationIsGiven: Bool) -> SheetForm {
        SheetForm(
            name: "attestation", fields: ["nomination", "item", "date", "quality", "applies", "evidence"],
            required: nominationIsGiven ? ["item", "evidence"] : ["nomination", "item", "evidence"],
            repeated: ["nomination", "date", "quality", "evidence"])
    }

    /// Collectives and people, and the awards for which they are proposed.
    ///
    /// - Parameter unitIsGiven: Whether the unit that proposes them is known from elsewhere.
    public static func nomination(unitIsGiven: Bool) -> SheetForm {
        SheetForm(
            name: "nomination", fields: ["unit", "award", "collective", "individual", "staff_no", "position", "workplace"],
            required: unitIsGiven ? ["award"] : ["unit", "award"], alternatives: ["collective", "individual"],
            companions: ["individual": ["staff_no", "position", "workplace"]],
            repeated: ["unit", "award", "position", "workplace", "position_and_workplace"], combined: combinedOfNominees,
            stated: ["unit", "award", "staff_no", "position", "workplace"])
    }

    static let combinedOfNominees = [
        "nominee": ["collective", "individual"], "position_and_workplace": ["position", "workplace"],
    ]
}

extension SheetForm {
    /// What is missing if only these columns are present: each element is a field, or a choice of several.
    func missing(from columns: Set<String>) -> [[String]] {
        let found = columns.union(columns.flatMap { combined[$0] ?? [] })
        let needed = found.reduce(required) { $0.union(companions[$1] ?? []) }
        let missing = fields.filter { needed.contains($0) && !found.contains($0) }.map { [$0] }
        return alternatives.isEmpty || !found.isDisjoint(with: alternatives) ? missing : missing + [alternatives]
    }
}

extension SheetForm {
    /// Whether these columns are enough for a list that states the rest elsewhere.
    func isNamed(by fields: [Int: String]) -> Bool {
        !alternatives.isEmpty && missing(from: Set(fields.values)).allSatisfy { $0.allSatisfy(stated.contains) }
    }

    /// Whether a header lacks only what a list may state elsewhere.
    func mayLack(_ error: CellError) -> Bool { error.code == .missingColumn && stated.contains(error.value ?? "") }
}

extension SheetForm {
    /// A column's title for users: its header in our own forms.
    public static func title(of field: String) -> Phrase { Phrase(titles[field] ?? field, field) }

    private static let titles = [
        "province_code": "Mã tỉnh", "province": "Tỉnh, thành phố", "unit_code": "Mã đơn vị", "unit": "Đơn vị",
        "kind": "Loại đơn vị", "civil_servants": "Số công chức",
        "award": "Hình thức khen thưởng", "collective": "Tập thể (mã đơn vị)", "individual": "Họ và tên",
        "staff_no": "Số hiệu công chức", "position": "Chức vụ", "workplace": "Nơi công tác (mã đơn vị)",
        "nominee": "Họ và tên / Tập thể", "position_and_workplace": "Chức vụ và đơn vị công tác",
        "nomination": "Số đề nghị", "item": "Mục", "date": "Ngày hoàn thành", "quality": "Bảo đảm chất lượng",
        "applies": "Thuộc trường hợp",
        "evidence": "Minh chứng",
    ]
}

extension SheetForm {
    /// The sheets of our own forms that help to fill them in. No table is sought there.
    public static let (lists, example, instructions) = (
        Phrase("Danh mục", "Lists"), Phrase("Ví dụ", "Example"), Phrase("Hướng dẫn", "Instructions")
    )

    static func isAid(_ sheet: String) -> Bool {
        [lists, example, instructions].contains { [$0.vi, $0.en].map { $0.lowercased() }.contains(sheet.lowercased()) }
    }

    /// The columns that a file of faulty rows has after the file's own. By them it is known when it comes back, mended.
    public static let columnsOfErrors = [Phrase("Dòng", "row"), Phrase("Lỗi", "error"), Phrase("Cách sửa", "fix")]
}
