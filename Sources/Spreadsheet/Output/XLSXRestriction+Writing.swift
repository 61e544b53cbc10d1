import CXLSXWriter

extension UnsafeMutablePointer<lxw_worksheet> {
    /// Restricts a column from a row down to the last possible one.
    func restrict(
        column: UInt16, from row: UInt32, by restriction: XLSXRestriction, _ words: (lxw_error) -> String
    ) throws(WritingError) {
        try restriction.check()
        // The library copies these strings.
        var strings = CStrings()
        var validation = lxw_data_validation()
        restriction.fill(&validation, &strings)
        let result = worksheet_data_validation_range(self, row, column, UInt32(LXW_ROW_MAX) - 1, column, &validation)
        guard result == LXW_NO_ERROR else { throw .library(words(result)) }
    }
}

extension XLSXRestriction {
    /// Excel reports a file that exceeds these limits as damaged; the library would warn on standard error.
    fileprivate func check() throws(WritingError) {
        for message in [prompt, refusal].compactMap({ $0 }) {
            guard message.title.utf16.count <= 32 else { throw .tooLong(.title, limit: 32) }
            guard message.text.utf16.count <= 255 else { throw .tooLong(.message, limit: 255) }
        }
        guard case .choices(let choices) = values else { return }
        guard !choices.contains(where: { $0.contains(",") || $0.contains("\"") }) else { throw .choiceWithSeparator }
        // Excel's limit is in characters. libxlsxwriter 1.1.4 checks those, too, and then copies into 255 bytes.
        guard choices.joined(separator: ",").utf8.count <= 255 else { throw .tooLong(.choices, limit: 255) }
    }

    fileprivate func fill(_ validation: inout lxw_data_validation, _ strings: inout CStrings) {
        switch values {
        case .choices(let choices):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            validation_set_list(&validation, strings.list(choices))
        case .cells(let sheet, let column, let rows):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation_set_formula(&validation, strings.string(Self.range(sheet, column, rows)))
        case .wholeNumbers(let least):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
            validation.value_number = Double(least)
        }
        if let prompt {
            validation_set_prompt(&validation, strings.string(prompt.title), strings.string(prompt.text))
        }
        if let refusal {
            validation_set_refusal(&validation, strings.string(refusal.title), strings.string(refusal.text))
        }
    }

    /// `='Danh mục'!$A$2:$A$35`.
    private static func range(_ sheet: String, _ column: Int, _ rows: ClosedRange<Int>) -> String {
        let quoted = sheet.replacing("'", with: "''")
        let letters = CellReference.a1(row: 1, column: column).dropLast()
        return "='\(quoted)'!$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)"
    }
}

/// C strings that live as long as this.
private struct CStrings: ~Copyable {
    private var strings: [UnsafeMutablePointer<CChar>] = []
    private var lists: [UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>] = []

    mutating func string(_ text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = XLSXText.plain(text).utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (index, byte) in bytes.enumerated() { copy[index] = byte }
        strings.append(copy)
        return copy
    }

    /// Terminated by a null, as in C.
    mutating func list(_ texts: [String]) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
        for (index, text) in texts.enumerated() { list[index] = string(text) }
        list[texts.count] = nil
        lists.append(list)
        return list
    }

    deinit {
        for string in strings { string.deallocate() }
        for list in lists { list.deallocate() }
    }
}
