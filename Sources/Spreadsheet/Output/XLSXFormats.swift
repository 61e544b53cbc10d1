import CXLSXWriter

/// How cells look. The workbook owns them.
struct XLSXFormats {
    typealias Format = UnsafeMutablePointer<lxw_format>

    /// Bold on a fill, and on several lines where it is long.
    let header: Format?
    private let date: Format?
    private let dateOfJanuaryOrFebruary: Format?
    private let byColumn: [XLSXColumn.Format: Format]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        header = workbook_add_format(workbook)
        format_set_bold(header)
        format_set_bg_color(header, 0xD9_E2_F3)
        format_set_border(header, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_text_wrap(header)
        format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        date = workbook_add_format(workbook)
        format_set_num_format(date, "dd/m/yyyy")
        dateOfJanuaryOrFebruary = workbook_add_format(workbook)
        format_set_num_format(dateOfJanuaryOrFebruary, "dd/mm/yyyy")
        let text = workbook_add_format(workbook)
        format_set_num_format_index(text, 49)  // Excel's built-in "@"; given that code, the library would define a copy.
        let wrapped = workbook_add_format(workbook)
        format_set_text_wrap(wrapped)
        format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        let named: [(XLSXColumn.Format, Format?)] = [(.text, text), (.wrapped, wrapped)]
        byColumn = Dictionary(uniqueKeysWithValues: named.compactMap { name, format in format.map { (name, $0) } })
    }

    subscript(_ format: XLSXColumn.Format) -> Format? { byColumn[format] }

    /// 25/4/2026, but 05/02/2026: official documents write the months 1 and 2 with a zero, and the others without.
    func date(inMonth month: Int) -> Format? { month < 3 ? dateOfJanuaryOrFebruary : date }
}
