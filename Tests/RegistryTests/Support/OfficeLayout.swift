import TestSupport
import Registry

/// A staffing table of a known list, laid out at random as offices lay them out.
struct OfficeLayout {
    /// A unit of the list.
    struct Unit: Hashable {
        let house: String
        let kind: String
        let name: String
        let count: Int
    }

    /// What the table lists.
    let units: [Unit]
    let book: StaffingBook
    /// The code of the error with which it must be refused, or `asked`; nil if it is to be read.
    let refusal: String?
    /// What was chosen, for whoever has to find out why one is read wrong.
    private(set) var notes: [String] = []

    private static let provinces = [
        ("01", "Hà Nội", "thành phố"), ("04", "Cao Bằng", "tỉnh"), ("08", "Tuyên Quang", "tỉnh"), ("11", "Điện Biên", "tỉnh"),
        ("46", "Huế", "thành phố"),
        ("48", "Đà Nẵng", "thành phố"), ("52", "Gia Lai", "tỉnh"), ("66", "Đắk Lắk", "tỉnh"), ("79", "Hồ Chí Minh", "thành phố"),
        ("96", "Cà Mau", "tỉnh"),
    ]
    private static let divisions = [
        "Văn phòng", "Phòng Nghiệp vụ", "Phòng Tổ chức cán bộ", "Phòng Kiểm tra, giải quyết khiếu nại, tố cáo",
    ]

    private typealias Cell = StaffingBook.Cell
    private typealias Row = [String: Cell]

    init(_ chance: inout SeededGenerator) {
        var notes: [String] = []
        func choose<T>(_ what: String, _ values: [T]) -> T {
            let value = values[Int.random(in: 0..<values.count, using: &chance)]
            notes.append("\(what): \(value)")
            return value
        }
        func happens(_ what: String, _ oneIn: Int) -> Bool {
            let happens = Int.random(in: 0..<oneIn, using: &chance) == 0
            if happens { notes.append(what) }
            return happens
        }
        // The list.
        let houses = Self.provinces.shuffled(using: &chance).prefix(Int.random(in: 1...4, using: &chance))
        var units: [Unit] = []
        for (code, _, _) in houses {
            let offices = Int.random(in: 0...4, using: &chance)
            var own = [Unit(house: code, kind: "province", name: "", count: Int.random(in: 20...400, using: &chance))]
            own += Self.divisions.shuffled(using: &chance).prefix(Int.random(in: 0...2, using: &chance)).map {
                Unit(house: code, kind: "division", name: $0, count: Int.random(in: 2...15, using: &chance))
            }
            for number in 1...max(1, offices) where number <= offices {
                own.append(
                    Unit(
                        house: code, kind: "area_office", name: "Phòng THADS khu vực \(number)",
                        count: Int.random(in: 2...19, using: &chance)))
            }
            units += own
        }
        self.units = units

        // The layout.
        let naming = choose("province", ["every row", "first row", "merged", "heading"])
        let isFull = happens("names in full", 3)
        let isNumbered = happens("numbered names", 4)
        let depth = choose("header rows", [1, 1, 2])
        let sums = choose("sums", ["none", "foot", "each", "each and foot"])
        let sumColumn = choose("sum in", ["stt", "unit", "province_code"])
        let signature = happens("signature", 2)
        let hasNumbers = happens("column numbers", 3)
        let repeats = happens("header repeated", 4)
        let isUncached = happens("sums uncached", 4)
        let prefilled = happens("prefilled numbers", 5)
        let remarks = happens("remark column", 2)
        let isText = happens("counts as text", 4)
        let isRival = happens("two columns", 8)
        let isGarbled = happens("garbled", 10)
        let order = ["province_code", "province", "unit", "kind", "civil_servants"].shuffled(using: &chance)
        var fields = ["stt"] + order
        if isRival { fields.append("rival") }
        if remarks { fields.append("remark") }
        if depth == 2 { fields.append("assigned") }
        let titles: [String: String] = [
            "stt": choose("STT", ["STT", "TT", "Số TT"]),
            "province_code": choose("code", ["Mã tỉnh", "Mã địa phương", "Mã tỉnh, thành phố"]),
            "province": choose("province title", ["Tỉnh, thành phố", "Tỉnh", "Địa phương"]),
            "unit": choose("unit title", ["Đơn vị", "Tên đơn vị", "Tên phòng"]),
            "kind": choose("kind title", ["Loại đơn vị", "Loại hình"]),
            "civil_servants": choose(
                "count title", ["Số công chức", "Số công chức (người)", "Biên chế có mặt", "Có mặt", "Hiện có"]),
            "remark": "Ghi chú", "rival": "Số lượng công chức",
        ]

        var rows: [Row] = []
        var merges: [(field: String, from: Int, to: Int)] = []
        // Titles.
        for title in ["CỤC QUẢN LÝ THI HÀNH ÁN DÂN SỰ", "BẢNG TỔNG HỢP BIÊN CHẾ", "(Số liệu đến ngày 31/3/2026)"].prefix(
            choose("titles", [0, 1, 3]))
        {
            rows.append([fields[choose("title in", [0, 1, 2])]: .inline(title)])
        }
        rows.append([:])
        let top = rows.count
        var header: [Row] = []
        if depth == 1 {
            header.append(titles.filter { fields.contains($0.key) }.mapValues(Cell.inline))
        } else {
            // The group stands over two columns, which have to be neighbours.
            fields.removeAll { $0 == "assigned" }
            fields.insert("assigned", at: fields.firstIndex(of: "civil_servants") ?? 0)
            var first = titles.filter { fields.contains($0.key) }.mapValues(Cell.inline)
            first["assigned"] = .inline("Biên chế")
            first["civil_servants"] = nil
            header = [first, ["assigned": .inline("Giao"), "civil_servants": .inline("Có mặt")]]
            if happens("header merged", 2) {
                for field in fields where !["assigned", "civil_servants"].contains(field) { merges.append((field, top, top + 1)) }
            }
        }
        rows += header
        if hasNumbers {
            let style = choose("numbers", ["(%)", "%", "-%"])
            rows.append(
                Dictionary(
                    uniqueKeysWithValues: fields.enumerated().map { ($1, .inline(style.replacing("%", with: "\($0 + 1)"))) }))
        }
        func sumRow(_ label: String, _ sum: Int) -> Row {
            [sumColumn: .inline(label), "civil_servants": isUncached ? .formula("SUM(A1:A2)", nil) : .number("\(sum)")]
        }
        var number = 0
        for (code, province, level) in houses {
            let own = units.filter { $0.house == code }
            if naming == "heading" {
                rows.append(["stt": .inline("I"), "province_code": .inline(code), "province": .inline(province)])
            }
            let start = rows.count
            for (index, unit) in own.enumerated() {
                number += 1
                var name = unit.kind == "province" ? "\(isFull ? "Thi hành án dân sự" : "THADS") \(level) \(province)" : unit.name
                if isFull { name = name.replacing("THADS khu vực", with: "Thi hành án dân sự khu vực") }
                if isNumbered { name = "\(number). \(name)" }
                let kind =
                    unit.kind == "province"
                    ? "\(isFull ? "Thi hành án dân sự" : "THADS") \(level)"
                    : unit.kind == "division" ? "Phòng chuyên môn" : "Phòng THADS khu vực"
                var row: Row = [
                    "stt": .number("\(number)"), "unit": .inline(name), "kind": .inline(kind),
                    "civil_servants": isText ? .inline("\(unit.count) người") : .number("\(unit.count)"),
                    "assigned": .number("\(unit.count + 3)"),
                    "rival": .number("\(unit.count + 1)"),
                ]
                if naming == "every row" || naming == "first row" && index == 0 || naming == "merged" && index == 0 {
                    row["province_code"] = .inline(code)
                    row["province"] = .inline(province)
                }
                if isGarbled, unit == own.last, unit.kind != "province" {
                    row["unit"] = .inline(name.replacing("ò", with: "ß").replacing("ụ", with: "ô"))
                }
                rows.append(row)
            }
            if naming == "merged", own.count > 1 {
                for field in ["province_code", "province"] { merges.append((field, start, start + own.count - 1)) }
            }
            if sums.contains("each") {
                rows.append(
                    sumRow(
                        choose("label", ["Cộng", "Tổng \(level) \(province)", "Cộng \(province)"]),
                        own.map(\.count).reduce(0, +)))
            }
            if repeats { rows += header }
        }
        if prefilled { for _ in 1...5 { number += 1; rows.append(["stt": .number("\(number)")]) } }
        if sums.contains("foot") { rows.append(sumRow("Tổng cộng", units.map(\.count).reduce(0, +))) }
        if signature {
            rows.append([:])
            rows.append([order[2]: .inline("Hà Nội, ngày 05 tháng 4 năm 2026")])
            rows.append(["stt": .inline("NGƯỜI LẬP BIỂU"), order[3]: .inline("THỦ TRƯỞNG ĐƠN VỊ")])
            rows.append(["stt": .inline("(Ký, ghi rõ họ tên)"), order[3]: .inline("(Ký tên, đóng dấu)")])
            rows.append(["stt": .inline("Nguyễn Văn A"), order[3]: .inline("Trần Thị B")])
        }
        var book = StaffingBook()
        book.rows = rows.map { row in fields.map { row[$0] ?? .empty } }
        book.merged = merges.compactMap { merge in
            guard let column = fields.firstIndex(of: merge.field) else { return nil }
            let letter = String(UnicodeScalar(UInt8(65 + column)))
            return "\(letter)\(merge.from + 1):\(letter)\(merge.to + 1)"
        }
        self.book = book
        self.notes = notes
        let isSum = houses.contains { house in
            let own = units.filter { $0.house == house.0 }
            return own.first?.count == own.dropFirst().map(\.count).reduce(0, +)
        }
        let hasGarbled =
            isGarbled
            && units.contains { unit in
                unit.kind != "province" && units.last { $0.house == unit.house } == unit
                    && (unit.name.contains("ò") || unit.name.contains("ụ"))
            }
        refusal = isRival ? "duplicate_column" : hasGarbled ? "garbled_text" : isSum ? "asked" : nil
    }
}
