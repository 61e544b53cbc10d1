import Registry
import Spreadsheet

/// A sheet of lists, side by side, from which cells of other sheets are chosen.
struct ListSheet {
    /// A list's place in the sheet.
    struct List {
        fileprivate let column: Int
    }

    private let name = SheetForm.lists[.current]
    private var columns: [XLSXColumn] = []
    private var values: [[String]] = []

    /// Adds a list to the right of the others.
    @discardableResult mutating func add(_ header: String?, width: Double, _ list: [String]) -> List {
        columns.append(XLSXColumn(header, width: width, format: .text))
        values.append(list)
        return List(column: columns.count - 1)
    }

    /// Leaves a column empty, so that the lists on either side are not mistaken for one table.
    mutating func addGap() {
        add(nil, width: 3, [])
    }

    /// Adds reference lists of the units: code, name, kind, province.
    mutating func add(_ units: [UnitDirectory.Entry], _ words: Words) {
        add(say("Mã đơn vị", "unit_code"), width: 14, units.map(\.code))
        add(say("Đơn vị", "unit"), width: 44, units.map(\.name))
        add(say("Loại đơn vị", "kind"), width: 40, units.map { words.name(of: $0.kind, in: .current) })
        add(say("Tỉnh, thành phố", "province"), width: 20, units.map(\.province))
    }

    /// A drop-down list of a list's values; nil if the list is empty.
    func choice(of list: List, _ what: String) -> XLSXRestriction? {
        guard !values[list.column].isEmpty else { return nil }
        let rows = 2...values[list.column].count + 1
        return XLSXRestriction(
            .cells(sheet: name, column: list.column, rows: rows),
            prompt: .init(
                what, say("Chọn trong danh sách; xem trang tính “Danh mục”.", "Choose from the list; see the sheet “Lists”.")),
            refusal: .init(what, say("Giá trị này không có trong danh mục.", "This value is not in the list.")))
    }

    func write(to book: inout XLSXWriter) throws(WritingError) {
        try book.addSheet(name, columns: columns, .landscape)
        for row in 0..<(values.map(\.count).max() ?? 0) {
            try book.addRow(values.map { row < $0.count ? .text($0[row]) : .none })
        }
    }
}

extension XLSXWriter {
    /// Adds a sheet with numbered instructions for filling in the form.
    mutating func addInstructions(_ title: String, _ points: [String]) throws(WritingError) {
        try addSheet(SheetForm.instructions[.current], columns: [XLSXColumn(title, width: 110, format: .wrapped)])
        for (number, point) in zip(1..., points) { try addRow([.text("\(number). \(point)")]) }
    }
}
