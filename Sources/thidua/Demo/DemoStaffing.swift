import Registry
import Spreadsheet

/// A fictitious staffing table: real figures by province are not public. It includes the boundaries of clause 1.2.2.b:
/// 199, 200, 500 and 501 civil servants, 14 and 15 area offices.
enum DemoStaffing {
    private static let provinces: [(code: String, areaOffices: Int, civilServants: Int)] = [
        ("01", 15, 501), ("04", 7, 120), ("08", 9, 175), ("11", 6, 110), ("12", 5, 96), ("14", 8, 140), ("15", 9, 170),
        ("19", 9, 165), ("20", 6, 125), ("22", 8, 160), ("24", 11, 199), ("25", 14, 210), ("31", 12, 225), ("33", 9, 172),
        ("37", 11, 201), ("38", 15, 260), ("40", 14, 240), ("42", 8, 150), ("44", 8, 148), ("46", 7, 135), ("48", 9, 182),
        ("51", 10, 168), ("52", 12, 205), ("56", 9, 160), ("66", 11, 200), ("68", 12, 215), ("75", 12, 235),
        ("79", 16, 500), ("80", 11, 198), ("82", 13, 225), ("86", 13, 215), ("91", 14, 220), ("92", 11, 190), ("96", 11, 185),
    ]

    static var codes: [String] { provinces.map(\.code) }

    static var areaOffices: Int { provinces.map(\.areaOffices).reduce(0, +) }

    /// Writes the complete table.
    static func write(_ units: [Unit], to path: String) throws {
        var text = header
        for (name, count) in [("Văn phòng", 28), ("Ban Tổ chức cán bộ", 22), ("Ban Nghiệp vụ", 40)] {
            text += CSVWriter.row(["CUC", "Cục Quản lý THADS", name, "Đơn vị thuộc Cục", String(count)])
        }
        for province in provinces {
            guard let unit = units.first(where: { $0.code == province.code }) else { continue }
            text += rows(of: province.code, named: unit.name, province.areaOffices, province.civilServants)
        }
        try OutputFile.writeSecret(text, to: path)
    }

    /// Writes Đắk Lắk's table with 199 civil servants instead of 200.
    static func writeFewer(to path: String) throws {
        try OutputFile.writeSecret(header + rows(of: "66", named: "THADS tỉnh Đắk Lắk", 11, 199), to: path)
    }

    /// Writes a table with a title, different column names, a total at the bottom, and errors.
    static func writeWrong(to path: String) throws {
        let rows = [
            ["BẢNG TỔNG HỢP BIÊN CHẾ", "", "", "", "", ""],
            ["TT", "Mã tỉnh", "Địa phương", "Tên đơn vị", "Loại", "Biên chế có mặt"],
            ["1", "15", "Yên Bái", "THADS tỉnh Yên Bái", "THADS tỉnh", "1.200"],
            ["2", "4", "Cao Bằng", "Phòng THADS khu vực 1", "Khu vực", "12 người"],
            ["3", "4", "Cao Bằng", "Phòng THADS khu vực 2", "Khu vự", "1.000"],
            ["", "", "", "Tổng cộng", "", "2212"],
        ]
        try OutputFile.writeSecret(rows.map { $0.joined(separator: ";") + "\r\n" }.joined(), to: path)
    }

    private static let header = CSVWriter.row(["Mã tỉnh", "Tỉnh, thành phố", "Đơn vị", "Loại đơn vị", "Số công chức"])

    /// The area offices get equal shares, and the remainder is assigned to the province itself.
    private static func rows(of code: String, named name: String, _ offices: Int, _ civilServants: Int) -> String {
        let share = civilServants / (offices + 3)
        let own = civilServants - share * (offices + 1)
        var text = CSVWriter.row([code, name, name, "THADS tỉnh, thành phố", String(own)])
        text += CSVWriter.row([code, name, "Phòng Nghiệp vụ", "Phòng chuyên môn", String(share)])
        for number in 1...offices {
            text += CSVWriter.row([code, name, "Phòng THADS khu vực \(number)", "Phòng THADS khu vực", String(share)])
        }
        return text
    }
}
