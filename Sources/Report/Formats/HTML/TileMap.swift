import Registry

/// The provinces as tiles, each roughly at its location. A province's own page has no map.
extension Page {
    var map: Content? {
        if case .unit = report.scope { return nil }
        let (placed, others) = (
            report.units.filter { TileMap.places[$0.code] != nil }, report.units.filter { TileMap.places[$0.code] == nil }
        )
        guard !placed.isEmpty else { return nil }
        let (rows, columns) = (TileMap.dense(placed.map(\.code), \.row), TileMap.dense(placed.map(\.code), \.column))
        let tiles = placed.map { unit -> Content in
            var tile = self.tile(unit)
            tile["row"] = rows[TileMap.places[unit.code]?.row ?? 0]
            tile["column"] = columns[TileMap.places[unit.code]?.column ?? 0]
            return tile
        }
        var map: Content = ["tiles": tiles, "legend": legend]
        if !others.isEmpty { map["others"] = ["tiles": others.map(tile)] }
        return map
    }

    private func tile(_ unit: QuotaReport.Unit) -> Content {
        let usage = report.usage(of: unit.code)
        return sign(unit.state).merging(
            [
                "code": unit.kind == "province" ? unit.code : "", "name": unit.shortName, "anchor": anchor(unit),
                "used": usage.allowed == 0 && usage.used == 0 ? "–" : "\(usage.used)/\(usage.allowed)",
            ] as Content
        ) { $1 }
    }

    private var legend: [Content] {
        let used = Set(report.units.map(\.state))
        return Self.signs.filter(used.contains).map(sign)
    }
}

/// Where the provinces lie, by the codes of Decision 19/2025/QĐ-TTg.
enum TileMap {
    /// North is at the top. `..` is sea, or another country.
    private static let drawing = """
        12 15 08 04 ..
        11 14 25 19 20
        .. .. 01 24 22
        .. .. 37 33 31
        .. .. 38 .. ..
        .. .. 40 .. ..
        .. .. 42 .. ..
        .. .. .. 44 ..
        .. .. .. 46 ..
        .. .. .. .. 48
        .. .. .. .. 51
        .. .. .. .. 52
        .. .. .. .. 66
        .. 80 75 68 56
        91 82 79 .. ..
        96 92 86 .. ..
        """

    /// Row and column, from 1, by a province's code.
    static let places: [String: (row: Int, column: Int)] = {
        var places: [String: (row: Int, column: Int)] = [:]
        for (row, line) in drawing.split(separator: "\n").enumerated() {
            for (column, code) in line.split(separator: " ").enumerated() where code != ".." {
                places[String(code)] = (row + 1, column + 1)
            }
        }
        return places
    }()

    /// Renumbers rows, or columns, leaving out those without any of these provinces.
    static func dense(_ codes: [String], _ line: (((row: Int, column: Int)) -> Int)) -> [Int: Int] {
        let used = Set(codes.compactMap { places[$0].map(line) }).sorted()
        return Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0 + 1) })
    }
}
