import Postgres

/// Where a table may mean something else than it says, and what it would do that nobody may have meant.
extension StaffingImport {
    /// The result without the table, which is not stored.
    var withoutTable: StaffingImport {
        var result = self
        result.table = nil
        return result
    }

    /// Whether the provinces' own rows are sums of their units; nil if nothing suggests that.
    func questionOfProvinceRows(_ transaction: inout Transaction) throws -> Question? {
        struct Doubt {
            let house: String
            let (own, others): (Int, Int)
            var quotas: [(award: String, subject: String, ifOwn: Int?, ifTotal: Int?)] = []
        }
        let foot = aside.last { $0.total != nil }?.total
        var doubts: [Doubt] = []
        _ = try transaction.query("SELECT * FROM staffing_doubt(\(foot)::bigint)") { row in
            let house: String = try row["name"]
            if doubts.last?.house != house {
                doubts.append(Doubt(house: house, own: try row["own"] as Int, others: try row["others"] as Int))
            }
            guard let award: String = try row["award"], let subject: String = try row["subject"] else { return }
            doubts[doubts.count - 1].quotas.append((award, subject, try row["if_own"] as Int?, try row["if_total"] as Int?))
        }
        guard !doubts.isEmpty else { return nil }
        let words = try Words(&transaction)
        func quotas(
            _ doubt: Doubt, _ size: ((award: String, subject: String, ifOwn: Int?, ifTotal: Int?)) -> Int?, _ language: Language
        ) -> String {
            doubt.quotas.map {
                "\(words.name(of: $0.award, in: language)), \(words.name(of: $0.subject, in: language).lowercased()): \(size($0) ?? 0)"
            }
            .joined(separator: "; ")
        }
        let consequences = doubts.map { doubt -> Phrase in
            let sum = doubt.own + doubt.others
            func line(_ own: String, _ total: String, _ language: Language) -> String {
                let (first, second) = (quotas(doubt, \.ifOwn, language), quotas(doubt, \.ifTotal, language))
                return own + (first.isEmpty ? "" : " (\(first))") + "; " + total + (second.isEmpty ? "" : " (\(second))")
            }
            return Phrase(
                "\(doubt.house): dòng của tỉnh ghi \(doubt.own), các đơn vị cộng lại \(doubt.others). "
                    + line("Nếu là số riêng thì cả tỉnh có \(sum) công chức", "nếu là tổng thì có \(doubt.own)", .vi),
                "\(doubt.house): its own row says \(doubt.own), its units add up to \(doubt.others). "
                    + line("If that is its own, it has \(sum) civil servants", "if that is the total, it has \(doubt.own)", .en))
        }
        return Question(
            Phrase(
                "Dòng của tỉnh có thể là số công chức riêng, hoặc là tổng của các đơn vị trong tỉnh.",
                "The row of a province may list its own civil servants, or be the total of its units."),
            consequences,
            [
                .init("--province-rows own", Phrase("số riêng", "its own")),
                .init("--province-rows total", Phrase("tổng", "the total")),
            ])
    }

    /// What contradicts itself in a file of which every row was stored.
    mutating func checkContradictions(_ header: SheetHeader, _ transaction: inout Transaction) throws {
        // To plan the question takes 20 ms, and most files give no reason to ask it.
        let mayContradict = try transaction.first(
            """
            SELECT EXISTS (SELECT FROM staffing_intake_total WHERE names_may_tell_otherwise)
                OR EXISTS (SELECT FROM staffing_intake_aside WHERE heading_of IS NOT NULL) AS may
            """
        ) { try $0["may"] as Bool }
        guard mayContradict == true else { return }
        var total = 0
        let found = try transaction.query(
            """
            SELECT c.*, count(*) OVER () AS total FROM staffing_intake_contradiction c
            ORDER BY row_number, field LIMIT \(CellErrors.kept)
            """
        ) { row in
            total = try row["total"] as Int
            return try header.error(
                try row["error"] as String, row: try row["row_number"] as Int, field: try row["field"] as String,
                value: try row["value"] as String?, expected: try row["expected"] as String?)
        }
        errors.add(found, outOf: total)
    }

    /// Reads the provinces' own rows as sums of their units.
    mutating func split(_ header: SheetHeader, _ transaction: inout Transaction) throws {
        let rows = try transaction.query("SELECT * FROM staffing_intake_split()") { row in
            (
                number: try row["row_number"] as Int, house: try row["house"] as String, was: try row["was"] as Int,
                now: try row["now"] as Int
            )
        }
        for row in rows {
            let text = "\(row.house): \(row.was) → \(row.now)"
            if row.now < 0 {
                errors.add([
                    try header.error(
                        CellError.Code.totalBelowUnits.rawValue, row: row.number, field: "civil_servants", value: "\(row.was)",
                        expected: "\(row.was - row.now)")
                ])
            } else if row.now == 0 {
                aside.append(AsideRow(number: row.number, text: text, total: nil))
                self.rows -= 1
            }
        }
        aside.sort { $0.number < $1.number }
    }

    /// Rows that were mended are part of a province: those of provinces of which nothing is in force would be taken for all of it.
    mutating func merge(_ header: SheetHeader, _ transaction: inout Transaction) throws {
        mode = .merge
        let unknown = try transaction.query(
            """
            SELECT DISTINCT p.house_name AS name FROM staffing_intake_reading p JOIN staffing_intake i USING (place)
            WHERE p.house IS NOT NULL AND NOT EXISTS (SELECT FROM staffing_current c WHERE c.house = p.house) ORDER BY 1
            """
        ) { try $0["name"] as String }
        if !unknown.isEmpty { errors.add([CellError(.onlyMendedRows, row: header.row, value: unknown.joined(separator: ", "))]) }
    }

    /// Whether units may vanish that are in force; nil if none would.
    func questionOfUnits(missingFrom table: Int, _ transaction: inout Transaction) throws -> Question? {
        guard missing > 0 else { return nil }
        let units = try StaffingDifference.list(to: table, &transaction).filter { $0.change == "missing" }
        return Question(
            Phrase(
                "Bảng này không còn \(missing) đơn vị đang có trong số liệu được áp dụng.",
                "This table leaves out \(missing) units that are in force."),
            units.map { unit in
                let numbers = unit.nominations.map { "\($0)" }.joined(separator: ", ")
                return Phrase(
                    "\(unit.unit) \(unit.name)" + (numbers.isEmpty ? "" : ", có trong đề nghị số \(numbers)"),
                    "\(unit.unit) \(unit.name)" + (numbers.isEmpty ? "" : ", named by nominations \(numbers)"))
            },
            [.init("--yes", Phrase("các đơn vị này không còn nữa", "these units no longer exist"))])
    }
}

extension SheetHeader {
    /// Whether the tool wrote the file with `--errors`: then it has only the rows that were mended.
    var isOfMendedRows: Bool {
        let last = names.suffix(SheetForm.columnsOfErrors.count).map { $0.lowercased() }
        return [SheetForm.columnsOfErrors.map(\.vi), SheetForm.columnsOfErrors.map(\.en)].contains {
            $0.map { $0.lowercased() } == last
        }
    }
}
