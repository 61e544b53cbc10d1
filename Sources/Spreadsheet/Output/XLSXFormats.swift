import CXLSXWriter

/// How cells look. The workbook owns them.
struct XLSXFormats {
    typealias Format = UnsafeMutablePointer<lxw_format>

    /// Bold on a fill, and on several lines where it is long.
    let header: Format?
    /// 25/4/2026.
    let date: Format?
    private let byColumn: [XLSXColumn.Format: Format]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        header = workbook_add_format(workbook)
        format_set_bold(header)
        format_set_bg_color(header, 0xD9_E2_F3)
        format_set_border(header, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_text_wrap(header)
        format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        date = workbook_add_format(workbook)
        format_set_num_format(date, "d/m/yyyy")
        let text = workbook_add_format(workbook)
        format_set_num_format_index(text, 49)  // Excel's own "@"; by that name the library makes one like it.
        let wrapped = workbook_add_format(workbook)
        format_set_text_wrap(wrapped)
        format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        let named: [(XLSXColumn.Format, Format?)] = [(.text, text), (.wrapped, wrapped)]
        byColumn = Dictionary(uniqueKeysWithValues: named.compactMap { name, format in format.map { (name, $0) } })
    }

    subscript(_ format: XLSXColumn.Format) -> Format? { byColumn[format] }
}
