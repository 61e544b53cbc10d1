import TestSupport
import Registry
import Spreadsheet

/// A list of nominees of a known province, laid out at random as units lay them out.
struct NomineeLayout {
    /// Who is proposed: a unit's code, or a person.
    struct Entry: Hashable {
        let award: String
        let nominee: String
    }

    /// What the list proposes.
    let entries: [Entry]
    let book: StaffingBook
    /// Codes of errors of which one must be reported; empty if the list is to be read.
    let refusals: Set<String>
    /// What was chosen, for whoever has to find out why one is read wrong.
    private(set) var notes: [String] = []

    private typealias Cell = StaffingBook.Cell
    private typealias Row = [String: Cell]

    /// A nominee of the list, before it is laid out.
    private struct Nominee {
        let award: String
        let unit: Unit
        /// Nil for a collective.
        var person: (name: String, number: String, position: String)?

        var entry: Entry {
            Entry(
                award: award,
                nominee: person.map { "\($0.number) \($0.name), \($0.position), \(unit.code)" } ?? unit.code)
        }
    }

    init(_ chance: inout SeededGenerator) {
        var notes: [String] = []
        func choose<T>(_ what: String, _ values: [T]) -> T {
            let value = values[Int.random(in: 0..<values.count, using: &chance)]
            notes.append("\(what): \("\(value)".replacing("\n", with: " "))")
            return value
        }
        func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &chance)] }
        func happens(_ what: String, _ oneIn: Int) -> Bool {
            let happens = Int.random(in: 0..<oneIn, using: &chance) == 0
            if happens { notes.append(what) }
            return happens
        }
        // The list.
        let awards = Self.awards.keys.sorted()
        let isOfOneAward = happens("one award", 2)
        let only = pick(awards)
        func award() -> String { isOfOneAward ? only : pick(awards) }
        var collectives: [Nominee] = []
        for unit in Self.units.shuffled(using: &chance).prefix(Int.random(in: 0...4, using: &chance)) {
            collectives.append(Nominee(award: award(), unit: unit))
        }
        var people: [Nominee] = []
        let least = collectives.isEmpty ? 1 : 0
        for (index, name) in Self.people.shuffled(using: &chance).prefix(Int.random(in: least...6, using: &chance)).enumerated() {
            people.append(
                Nominee(award: award(), unit: pick(Self.units), person: (name, "CC-0\(index)", pick(Self.positions))))
        }
        entries = (collectives + people).map(\.entry)

        // The layout.
        let isOneColumn = happens("one column for both", 2)
        let isOnePost = happens("position and workplace in one", 2)
        let lacksNumbers = happens("no staff numbers", 4)
        let awardIn = choose("award in", isOfOneAward ? ["cells", "title", "heading", "merged"] : ["cells", "cells", "heading"])
        let sections = awardIn == "heading" ? true : happens("sections", 2)
        let numbering = choose("numbering", ["stt", "stt", "in the name"])
        let depth = choose("header rows", [1, 1, 2])
        let hasNumbers = happens("column numbers", 3)
        let isAddressed = happens("addressed", 3)
        let signature = choose("signature", ["none", "outside", "across"])
        let foot = happens("foot", 3)
        let remarks = happens("remark column", 2)
        let repeats = happens("header repeated", 4)
        let isUnitTitled = happens("unit in title", 3)
        let isGarbled = happens("garbled", 8) && people.contains { ($0.person?.name ?? "").contains("ă") }
        let isMisspelt = happens("misspelt unit", 8)
        let capitals = happens("capitals", 4)

        var fields =
            (isOneColumn ? ["nominee"] : ["collective", "individual"])
            + (isOnePost ? ["position_and_workplace"] : ["position", "workplace"]) + (lacksNumbers ? [] : ["staff_no"])
        if ["cells", "merged"].contains(awardIn) { fields.append("award") }
        fields = fields.shuffled(using: &chance)
        if numbering == "stt" { fields.insert("stt", at: 0) }
        if remarks { fields.append("remark") }
        let name = fields.first { ["nominee", "collective", "individual"].contains($0) } ?? "nominee"
        let titles: [String: String] = [
            "stt": choose("STT", ["STT", "TT", "Số TT"]),
            "nominee": choose(
                "nominee title", ["Họ và tên / Tập thể", "Tập thể, cá nhân", "Tên tập thể,\ncá nhân", "Đối tượng khen thưởng"]),
            "collective": choose("collective title", ["Tập thể", "Tên tập thể"]),
            "individual": choose("person title", ["Họ và tên", "Họ tên", "Cá nhân"]),
            "position_and_workplace": choose(
                "post title", ["Chức vụ và đơn vị công tác", "Chức vụ, đơn vị công tác", "Chức vụ,\nnơi công tác"]),
            "position": choose("position title", ["Chức vụ", "Chức danh"]),
            "workplace": choose("workplace title", ["Đơn vị công tác", "Nơi công tác"]),
            "staff_no": choose("number title", ["Số hiệu công chức", "Số hiệu"]),
            "award": choose("award title", ["Hình thức khen thưởng", "Hình thức", "Hình thức đề nghị khen thưởng"]),
            "remark": "Ghi chú",
        ]
        func awardName(_ award: String) -> String { pick(Self.awards[award] ?? []) }

        var rows: [Row] = []
        var merges: [(field: String, from: Int, to: Int)] = []
        if isUnitTitled { rows.append([fields[0]: .inline(pick(["Đơn vị: THADS tỉnh Cao Bằng", "THADS TỈNH CAO BẰNG"]))]) }
        if happens("title", 2) || awardIn == "title" {
            let title =
                awardIn == "title"
                ? "DANH SÁCH ĐỀ NGHỊ TẶNG \((Self.awards[only] ?? [])[1].uppercased()) NĂM 2026" : "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"
            rows.append([pick(fields): .inline(title)])
            rows.append([pick(fields): .inline("(Kèm theo Tờ trình số 12/TTr-THADS ngày 05/4/2026)")])
        }
        rows.append([:])
        let top = rows.count
        var header: [Row] = [titles.filter { fields.contains($0.key) }.mapValues(Cell.inline)]
        let group = isOnePost ? nil : ["position", "workplace"].compactMap(fields.firstIndex(of:)).sorted()
        if depth == 2, let group, group.count == 2, group[1] == group[0] + 1 {
            var second: Row = [:]
            for index in group {
                second[fields[index]] = header[0][fields[index]]
                header[0][fields[index]] = nil
            }
            header[0][fields[group[0]]] = .inline("Thông tin công tác")
            header.append(second)
            if happens("header merged", 2) {
                for (index, field) in fields.enumerated() where !group.contains(index) { merges.append((field, top, top + 1)) }
            }
        }
        rows += header
        if hasNumbers, fields.count > 2 {
            let style = choose("numbers", ["(%)", "%", "-%"])
            rows.append(
                Dictionary(
                    uniqueKeysWithValues: fields.enumerated().map { ($1, .inline(style.replacing("%", with: "\($0 + 1)"))) }))
        }
        var number = 0
        var misspelt = false
        var isFirst = true
        func row(of nominee: Nominee) -> Row {
            number += 1
            var row: Row = ["stt": .number("\(number)")]
            var unit = pick(nominee.unit.names)
            if isMisspelt && !misspelt && nominee.unit.code.contains("KV") {
                misspelt = true
                unit = unit.replacing("khu vực", with: "khu vự")
            }
            var called = unit
            if let person = nominee.person {
                called = person.name
                if isGarbled { called = called.replacing("ă", with: "¨") }
                // If all were "Ông", nobody could tell whether that is a family name.
                if isAddressed { called = pick(isFirst ? ["Bà", "Đồng chí"] : ["Ông", "Bà", "Đồng chí"]) + " " + called }
                isFirst = false
                row["staff_no"] = .inline(person.number)
                row["position"] = .inline(person.position)
                row["workplace"] = .inline(unit)
                // "Kế toán trưởng Phòng …" could be read in two ways.
                let between = pick(person.position.hasSuffix("trưởng") ? [", ", " - "] : [", ", " - ", "; ", " "])
                row["position_and_workplace"] = .inline(person.position + between + unit)
            } else if called != "Cao Bằng" && happens("called collective", 6) {
                called = "Tập thể " + called
            }
            if capitals && nominee.person == nil { called = called.uppercased() }
            if numbering == "in the name" { called = "\(number). \(called)" }
            row[isOneColumn ? "nominee" : nominee.person == nil ? "collective" : "individual"] = .inline(called)
            if awardIn == "cells" { row["award"] = .inline(awardName(nominee.award)) }
            return row
        }
        func heading(_ number: String, _ text: String) -> Row {
            if numbering == "stt" && !happens("heading in one cell", 3) { return ["stt": .inline(number), name: .inline(text)] }
            return [fields[0]: .inline("\(number). \(text)")]
        }
        let start = rows.count
        let roman = ["I", "II", "III"]
        if awardIn == "heading" {
            let isAwardFirst = happens("award above", 2)
            if isAwardFirst {
                for (index, award) in awards.enumerated() {
                    let own = (collectives + people).filter { $0.award == award }
                    if own.isEmpty { continue }
                    rows.append(heading(["A", "B"][index], awardName(award).uppercased()))
                    for (part, (title, group)) in [("TẬP THỂ", collectives), ("CÁ NHÂN", people)].enumerated() {
                        let own = group.filter { $0.award == award }
                        if own.isEmpty { continue }
                        rows.append(heading(roman[part], title))
                        rows += own.map(row)
                    }
                }
            } else {
                for (part, (title, group)) in [("TẬP THỂ", collectives), ("CÁ NHÂN", people)].enumerated() where !group.isEmpty {
                    rows.append(heading(roman[part], title))
                    for (index, award) in awards.enumerated() {
                        let own = group.filter { $0.award == award }
                        if own.isEmpty { continue }
                        rows.append(heading(["a)", "b)"][index].replacing(")", with: ""), awardName(award)))
                        rows += own.map(row)
                    }
                }
            }
        } else {
            for (part, (title, group)) in [("TẬP THỂ", collectives), ("CÁ NHÂN", people)].enumerated() where !group.isEmpty {
                if sections { rows.append(heading(roman[part], title)) }
                rows += group.map(row)
                if repeats { rows += header }
            }
            if awardIn == "merged" {
                // A heading may stand in the column itself.
                let first = rows[start]["award"] == nil ? start : start + 1
                rows[first]["award"] = .inline(awardName(only))
                merges.append(("award", first, rows.count - 1))
            }
        }
        if foot { rows.append([name: .inline("Tổng cộng: \(collectives.count) tập thể, \(people.count) cá nhân")]) }
        if signature != "none" {
            let left = signature == "across" ? name : fields[0]
            let right = fields.last { $0 != left } ?? left
            rows.append([:])
            rows.append([right: .inline("Cao Bằng, ngày 05 tháng 4 năm 2026")])
            rows.append([left: .inline("NGƯỜI LẬP BIỂU"), right: .inline("TRƯỞNG THADS TỈNH")])
            rows.append([left: .inline("(Ký, ghi rõ họ tên)"), right: .inline("(Ký tên, đóng dấu)")])
            rows.append([left: .inline("Nguyễn Văn A"), right: .inline("Trần Thị B")])
        }
        var book = StaffingBook()
        book.rows = rows.map { row in fields.map { row[$0] ?? .empty } }
        book.merged = merges.compactMap { merge in
            guard merge.to > merge.from, let column = fields.firstIndex(of: merge.field) else { return nil }
            let letter = String(UnicodeScalar(UInt8(65 + column)))
            return "\(letter)\(merge.from + 1):\(letter)\(merge.to + 1)"
        }
        self.book = book
        self.notes = notes
        self.notes.append("\n" + book.rows.map { $0.map { "\($0)" }.joined(separator: " | ") }.joined(separator: "\n"))
        var refusals: Set<String> = []
        if lacksNumbers && !people.isEmpty { refusals.insert("missing_value") }
        if isGarbled { refusals.insert("garbled_text") }
        if misspelt { refusals.formUnion(["unknown_unit", "missing_value"]) }
        self.refusals = refusals
    }
}
