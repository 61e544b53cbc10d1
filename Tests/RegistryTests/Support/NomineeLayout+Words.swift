/// What the lists name.
extension NomineeLayout {
    /// A unit of the province, as lists name it.
    struct Unit {
        let code: String
        let names: [String]
    }

    static let units =
        [
            Unit(code: "04", names: ["THADS tỉnh Cao Bằng", "Thi hành án dân sự tỉnh Cao Bằng", "Cao Bằng"]),
            Unit(code: "04-PHONG-NGHIEP-VU", names: ["Phòng Nghiệp vụ", "Phòng Nghiệp vụ, THADS tỉnh Cao Bằng"]),
        ]
        + (1...8).map { number in
            Unit(
                code: "04-KV0\(number)",
                names: [
                    "Phòng THADS khu vực \(number)", "Phòng Thi hành án dân sự khu vực \(number)",
                    "Phòng Thi hành án dân sự khu vực \(number), tỉnh Cao Bằng",
                    "Phòng THADS khu vực \(number) - THADS tỉnh Cao Bằng",
                    "Phòng THADS khu vực \(number) tỉnh Cao Bằng",
                ])
        }
    static let awards = [
        "minister_certificate": ["Bằng khen của Bộ trưởng", "Bằng khen của Bộ trưởng Bộ Tư pháp", "Bằng khen", "BK"],
        "director_certificate": ["Giấy khen của Cục trưởng", "Giấy khen", "Giấy khen của Cục trưởng Cục Quản lý THADS", "GK"],
    ]
    static let people = [
        "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Hoàng Thị Dung", "Nông Văn Đức", "Lý Thị Én", "Đàm Văn Giang",
        "Ông Thị Hà",
        "Bế Văn Ích", "Phong Thị Kiều",
    ]
    static let positions = [
        "Chấp hành viên", "Phó Trưởng phòng", "Trưởng phòng", "Thẩm tra viên", "Kế toán trưởng", "Chấp hành viên trung cấp",
        "Thư ký thi hành án",
    ]
}
