import Postgres
import Registry
import TestSupport
import Testing

/// Tables as hostile clerks and their programs make them (`Cases/own/make.py`): each gives the right value, which was decided before it was read.
@Suite(.limited, .keepsFailedDatabases) struct OwnFileTests {
    /// Of files that all list the same units.
    private static let both = "04 199/2, 46 501/1"

    @Test(arguments: [
        "x01-strict.xlsx", "x02-prefixes.xlsx", "x03-absolute-targets.xlsx", "x04-roundabout-targets.xlsx", "x05-no-places.xlsx",
        "x06-other-workbook-part.xlsx", "x07-rich-text-and-phonetic.xlsx", "x08-shared-rich-text.xlsx",
        "x09-comments-cdata-entities.xlsx", "x10-utf-16.xlsx", "x11-stored-zip64-comment.xlsx", "x12-streamed.xlsx",
        "x13-escaped-characters.xlsx", "x14-numbers-as-programs-write-them.xlsx", "x15-codes-as-numbers-with-format.xlsx",
        "x17-formulas.xlsx", "x20-chart-sheet-first.xlsx", "x21-excel-table-with-totals.xlsx",
        "x22-shared-strings-of-openpyxl.xlsx", "x23-hidden-sheets.xlsx", "x24-second-sheet-has-only-the-header.xlsx",
        "t01-libreoffice.csv", "t02-semicolons-1258.csv", "t03-unicode-text.txt", "t04-sep-line.csv", "t05-bars-and-old-mac.csv",
        "t06-decomposed.csv", "t07-blank-columns-and-lines.csv", "t08-title-and-line-breaks.csv", "t09-codes-as-formulas.csv",
        "t11-widths-and-blanks.csv",
        "o01-libreoffice.ods", "o02-libreoffice-again.xlsx", "o03-groups-covered-and-repeated.ods",
        "o04-paragraphs-notes-and-shown-codes.ods", "o05-hidden-row-and-blank-sheet.ods", "o07-values-without-paragraphs.ods",
        "o09-footnote-marks.ods", "o10-corrected-by-striking-out.ods", "o12-contents-below-merged-cells.ods",
        "x32-contents-below-merged-cells.xlsx",
        "x28-footnote-marks.xlsx", "x29-corrected-by-striking-out.xlsx",
    ])
    func `A staffing table is read to what it lists, whatever program wrote it`(name: String) throws {
        expect(try OfficeFileTests.outcome("own/" + name), is: Self.both)
    }

    @Test(arguments: [
        "l01-official-head.xlsx", "l02-assigned-and-present.xlsx", "l04-sum-and-women.xlsx", "l05-of-these.xlsx",
        "l06-three-rows.xlsx", "l07-civil-servants-and-others.xlsx", "l09-as-of-a-day.xlsx", "l10-as-of-a-day-in-brackets.xlsx",
        "l11-footnote-mark.xlsx", "l12-other-columns.xlsx", "l13-headings-with-sums.xlsx",
        "l14-headings-with-sums-and-own-rows.xlsx",
        "l17-headings-without-codes.xlsx", "l18-headings-among-units.xlsx", "l20-sums-of-many-names.xlsx",
        "l21-sums-of-more-names.xlsx", "l22-sum-says-otherwise.xlsx", "l23-in-words-and-signed.xlsx",
        "l24-notes-in-the-first-column.xlsx", "l25-names-once-and-merged.xlsx", "l26-names-once-unmerged.xlsx",
        "l27-kind-merged.xlsx", "l32-pages.xlsx", "l33-numbered-provinces.xlsx", "l39-prefilled-lines-with-zeros.xlsx",
        "l40-kinds-abbreviated.xlsx", "l41-header-deep-down.xlsx", "l45-wide-merged-total-in-count.xlsx",
        "l54-bullets-and-other-numbers.xlsx",
    ])
    func `A staffing table is read to what it lists, however a clerk laid it out`(name: String) throws {
        expect(try OfficeFileTests.outcome("own/" + name), is: Self.both)
    }

    @Test(arguments: [
        ("x16-count-formatted-as-date.xlsx", "not_a_whole_number"), ("x18-uncalculated.xlsx", "formula_without_value"),
        ("x19-failed-formula.xlsx", "formula_error"), ("x25-nearly-whole.xlsx", "not_a_whole_number"),
        ("t10-twice-encoded.csv", "garbled_text"), ("t12-fraction.csv", "not_a_whole_number"),
        ("t13-one-or-thousand.csv", "ambiguous_number"),
        ("t14-unquoted-separator.csv", "not_a_whole_number too_many_cells unknown_kind"),
        ("t15-web-page.xls", "not_a_spreadsheet"), ("t16-excel-2003.xml", "not_a_spreadsheet"),
        ("o06-repeated-unit.ods", "duplicate_unit"),
        ("l03-present-of-whom.xlsx", "duplicate_column"), ("l08-only-what-was-assigned.xlsx", "missing_column"),
        ("l15-heading-with-another-sum.xlsx", "heading_sum_differs"),
        ("l16-heading-that-has-the-rest.xlsx", "heading_sum_differs"),
        ("l19-heading-with-a-zero.xlsx", "heading_sum_differs"),
        ("l28-ditto-marks.xlsx", "unknown_province"), ("l29-count-merged.xlsx", "merged_cell"),
        ("o13-number-below-merged-cells.ods", "merged_cell"), ("l30-side-by-side.xlsx", "duplicate_column"),
        ("l31-second-header-in-another-order.xlsx", "unknown_kind"),
        ("l34-code-and-name-in-one.xlsx", "unknown_province"), ("l35-former-province.xlsx", "former_province"),
        ("l36-same-unit-in-other-letters.xlsx", "duplicate_unit"),
        ("l37-empty-and-negative.xlsx", "implausible_headcount not_a_whole_number"),
        ("l38-only-the-header.xlsx", "no_rows"), ("l42-split-by-hand.xlsx", "missing_column"),
        ("l46-province-until-2025.xlsx", "unknown_province"), ("l48-only-provinces.xlsx", "missing_value"),
        ("l49-sums-below-units-that-name-no-province.xlsx", "missing_value"),
        ("l50-two-provinces-with-swapped-sums.xlsx", "heading_sum_differs"),
        ("x26-cells-out-of-order.xlsx", "damaged"), ("x27-sheet-twice-in-the-archive.xlsx", "damaged"),
        ("x30-row-struck-out.xlsx", "struck_out"), ("o11-row-struck-out.ods", "struck_out"),
        ("l51-own-row-of-another-province.xlsx", "province_name_mismatch"),
        ("l52-kind-of-the-row-above.xlsx", "kind_differs_from_name"),
        ("l53-too-many-area-offices.xlsx", "kind_differs_from_name"),
        ("l55-two-groups-of-civil-servants.xlsx", "duplicate_column"), ("l56-two-days.xlsx", "duplicate_column"),
        ("l57-part-of-the-sum.xlsx", "missing_value"), ("l59-last-units-not-filled-in.xlsx", "missing_value unknown_province"),
        ("l60-last-unit-without-number.xlsx", "missing_value"), ("l61-unit-in-capitals-not-filled-in.xlsx", "missing_value"),
        ("l58-code-of-another-province-before-its-name.xlsx", "unknown_province"),
        ("l43-letters-of-a-font.xlsx", "garbled_text"), ("l44-units-in-two-provinces.xlsx", "province_name_mismatch"),
    ])
    func `A staffing table of which nobody can be sure is refused, with its reason`(name: String, code: String) throws {
        expect(try OfficeFileTests.outcome("own/" + name), is: "refused: \(code)")
    }

    @Test func `A province's heading tells whether its row is the sum of its units, and is right, or refused with both figures`()
        throws
    {
        let name = "own/l47-heading-like-the-total-row.xlsx"
        expect(try OfficeFileTests.outcome(name), is: "asked: --province-rows own, --province-rows total")
        expect(try OfficeFileTests.outcome(name, provinceRows: .total), is: "04 199/2")
        expect(try OfficeFileTests.outcome(name, provinceRows: .own), is: "refused: heading_sum_differs")
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let file = try OfficeFileTests.file("own/l15-heading-with-another-sum.xlsx")
            let result = try StaffingImport.run(file, .init(), on: &connection)
            let error = try #require(result.errors.list.first)
            expect(error.cell, is: "F2")
            expect(
                error.message.vi, is: "Dòng này ghi 379, nhưng tổng các dòng của tỉnh khác (THADS tỉnh Cao Bằng: 199).")
            #expect(result.table == nil)
            expect(try connection.rows("SELECT count(*) FROM staffing_table"), is: ["(0)"])
        }
    }

    @Test(arguments: ["x31-hidden-column.xlsx", "o08-hidden-column.ods"])
    func `A hidden column is read, and told`(name: String) throws {
        expect(try OfficeFileTests.outcome("own/" + name), is: Self.both)
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let result = try StaffingImport.run(OfficeFileTests.file("own/" + name), .init(), on: &connection)
            expect(result.header?.hidden, is: ["Số công chức"])
        }
    }

    @Test(arguments: ["l54-bullets-and-other-numbers.xlsx", "x28-footnote-marks.xlsx"])
    func `A name is entered without its number, bullet or footnote`(name: String) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            _ = try StaffingImport.run(OfficeFileTests.file("own/" + name), .init(), on: &connection)
            expect(
                try connection.rows("SELECT name FROM unit WHERE house IN ('04', '46') AND code <> house ORDER BY code"),
                is: [
                    "(\"Phòng THADS khu vực 1\")", "(\"Phòng THADS khu vực 2\")", "(\"Văn phòng\")",
                    "(\"Phòng THADS khu vực 1\")",
                ])
        }
    }

    private static let two = "04 director 04-KV01, 04 director CC-00123 Nguyễn Văn Ả 04-KV02"

    @Test(arguments: [
        ("n01-unicode-text.txt", two), ("n02-libreoffice.ods", two), ("n03-parts.xlsx", two),
        ("n04-shown-numbers.xlsx", "04 director 00123 Nguyễn Văn Ả 04-KV02"), ("n05-numbered-names.xlsx", two),
        ("n06-both-in-one-row.xlsx", "refused: 2 collective_or_person"),
        ("n07-unknown.xlsx", "refused: 2 unknown_award, 3 unknown_unit"), ("n08-two-sheets.xlsx", "refused: 0 several_sheets"),
        ("n11-signed-under-numbers.xlsx", two), ("n13-heading-under-merged-cells.xlsx", two),
        ("n12-no-award-yet.xlsx", "refused: 2 missing_value"),
        ("n09-names-of-places.csv", two), ("n10-no-staff-number.xlsx", "refused: 3 invalid_staff_no"),
    ])
    func `A list of nominees is read to what it proposes, or refused`(name: String, expected: String) throws {
        expect(try OfficeListTests.outcome("own/" + name), is: expected)
    }

    private static let done = "259/CQLTHADS-CĐ&TKDL 2026-02-25 Báo cáo số 7"

    @Test(arguments: [
        ("a01-1904.xlsx", done), ("a02-american-format.xlsx", done), ("a03-iso-cell.xlsx", done), ("a04-date.ods", done),
        ("a05-in-words.xlsx", done), ("a06-format-lost.xlsx", "refused: B2 invalid_input"),
        ("a07-month-first.xlsx", "refused: B2 invalid_input"),
        ("a08-no-such-day.xlsx", "refused: B2 invalid_input"), ("a09-two-digits.xlsx", "refused: B2 invalid_input"),
        ("a10-perhaps.csv", "refused: C2 not_yes_or_no"), ("a11-unknown-item.csv", "refused: A2 unknown_item"),
        ("a12-merged-evidence.xlsx", done + "; 615/CQLTHADS-CĐ&TKDL 2026-02-25 Báo cáo số 7"),
        ("a14-item-twice.xlsx", "refused: A3 duplicate_item"),
        ("a13-signed-in-the-columns.xlsx", "refused: A4 unknown_item"),
    ])
    func `A checklist is read as it was filled in, or refused`(name: String, expected: String) throws {
        expect(try OfficeListTests.attested("own/" + name), is: expected)
    }
}
