import Postgres
import Spreadsheet

extension SheetHeader {
    /// The number of rows searched for a header: title pages are shorter.
    private static let rowsSearched = 30

    /// Finds the header of a file: in the sheet that was asked for, or in the only visible one that has it.
    ///
    /// - Parameter choices: The columns that the user has named, by field: a header, or a column's letters.
    /// - Throws: ``CellError`` if the file cannot be read, or several sheets have such a table.
    static func find(
        in file: SourceFile, for form: SheetForm, choices: [String: String] = [:], _ transaction: inout Transaction
    ) throws -> SheetHeader {
        let first = try find(in: file.sheet, of: file, for: form, choices, &transaction)
        guard !file.isSheetChosen else { return first }
        var others: [SheetHeader] = []
        for sheet in file.visibleSheets() where !SheetForm.isAid(sheet.sheet ?? "") {
            do {
                others.append(try find(in: sheet, of: file, for: form, choices, &transaction))
            } catch is CellError {
                // What is wrong with a sheet that is not read does not matter.
            }
        }
        // A list may lack what is stated elsewhere, and stand below a cover or beside other sheets.
        let tables = ([first] + others).filter {
            $0.row > 0 && (!$0.errors.contains { $0.code == .missingColumn } || $0.errors.allSatisfy(form.mayLack))
        }
        // A sheet that is prepared for later, and has nothing below its header yet, is no second table.
        let listing = tables.count < 2 ? tables : tables.filter { $0.hasRows(in: file) }
        guard listing.count < 2 else {
            let names = listing.map { $0.sheet.sheet ?? "" }
            throw CellError(.severalSheets, expected: names.joined(separator: ", "))
        }
        return listing.first ?? tables.first ?? first
    }

    /// Whether anything stands below the header.
    private func hasRows(in file: SourceFile) -> Bool {
        var found = false
        _ = try? file.readRows(of: sheet) { row in
            found = row.number > lastRow && row.cells.contains { !SheetHeader.inOneLine($0).isEmpty }
            return !found
        }
        return found
    }

    /// Finds it among the titles above it: the first row, or rows, with the most cells that name a field.
    private static func find(
        in sheet: SheetFile, of file: SourceFile, for form: SheetForm, _ choices: [String: String],
        _ transaction: inout Transaction
    ) throws -> SheetHeader {
        var rows: [SheetRow] = []
        try file.readRows(of: sheet) { row in
            rows.append(row)
            return rows.count < rowsSearched + HeaderCells.deepest
        }
        guard !rows.isEmpty else {
            return SheetHeader(
                sheet: sheet, row: 0, names: [], rows: [], positions: [:], unknown: [], skipped: [],
                errors: [CellError(.emptyFile)])
        }
        let cells = rows.prefix(rowsSearched).indices.map { HeaderCells(from: $0, of: rows) }
        let readings = try HeaderReading.all(of: cells, for: form, &transaction)
        let most = readings.map(\.fieldCount).max() ?? 0
        // A row with a single known word may be a title: if there is no better row, the first one is taken as the header, unless that
        // word is all that a list has to name, beside other columns or because there are none.
        let best = readings.indices.filter { readings[$0].fieldCount == most }
        let isHeader =
            most > 1
            || best.count == 1 && form.isNamed(by: readings[best[0]].fields)
                && (cells[best[0]].isOfColumns || rows.allSatisfy { row in row.cells.dropFirst().allSatisfy(\.isEmpty) })
        let chosen = isHeader ? best.min { (cells[$0].depth, $0) < (cells[$1].depth, $1) } ?? 0 : 0
        let below = chosen + (isHeader ? cells[chosen].depth : 1)
        let numbering = rows.dropFirst(below).prefix(1).filter { ColumnNumbers.isRow($0.cells) }
        var reading = readings[chosen]
        if !form.missing(from: Set(reading.fields.values)).isEmpty {
            try reading.findNearest(cells[chosen], for: form, &transaction)
        }
        let header = SheetHeader(
            sheet, row: rows[chosen].number, cells[chosen], reading, form, choices,
            skipped: (rows[..<chosen] + numbering).map(SkippedRow.init)
        ).noting(hiddenIn: rows[chosen])
        guard header.errors.contains(where: { $0.code == .missingColumn }) else { return header }
        // Headers whose letters were lost are not known: that is what is wrong.
        return header.explained(by: try garbled(in: cells[chosen], row: header.row, &transaction))
    }

    private static func garbled(
        in cells: HeaderCells, row: Int, _ transaction: inout Transaction
    ) throws -> [CellError] {
        let names = Array(cells.names.prefix(256))
        return try transaction.query(
            """
            SELECT n - 1 AS position, cell, garbled(cell) AS cause FROM unnest(\(names)::text[]) WITH ORDINALITY AS given (cell, n)
            WHERE garbled(cell) IS NOT NULL ORDER BY n
            """
        ) {
            CellError(
                .garbledText, row: row, column: try $0["cell"] as String, index: try $0["position"] as Int,
                value: try $0["cell"] as String,
                expected: try $0["cause"] as String)
        }
    }

    private func explained(by faults: [CellError]) -> SheetHeader {
        guard !faults.isEmpty else { return self }
        return SheetHeader(
            sheet: sheet, row: row, names: names, rows: rows, positions: positions, unknown: unknown, skipped: skipped,
            errors: faults)
    }

    private init(
        _ sheet: SheetFile, row: Int, _ cells: HeaderCells, _ reading: HeaderReading, _ form: SheetForm,
        _ choices: [String: String],
        skipped: [SkippedRow]
    ) {
        let names = cells.names
        var errors: [CellError] = []
        var positions: [String: Int] = [:]
        for (field, choice) in choices.sorted(by: { $0.key < $1.key }) {
            if let column = cells.column(of: choice) {
                positions[field] = column
            } else {
                let known = names.filter { !$0.isEmpty }.joined(separator: ", ")
                errors.append(CellError(.noSuchColumn, row: row, value: choice, expected: known))
            }
        }
        let taken = Set(positions.values)
        for (index, field) in reading.fields.sorted(by: { $0.key < $1.key }) where !taken.contains(index) && choices[field] == nil
        {
            if let first = positions[field] {
                errors.append(
                    CellError(
                        .duplicateColumn, row: row, column: names[index], index: index, value: field, expected: names[first]))
            } else {
                positions[field] = index
            }
        }
        for choice in form.missing(from: Set(positions.keys)) {
            let nearest = reading.nearest.filter { choice.contains($0.value) }.keys.min().map { names[$0] }
            errors.append(CellError(.missingColumn, row: row, value: choice.joined(separator: " / "), expected: nearest))
        }
        self.init(
            sheet: sheet, row: row, names: names, rows: cells.rows, positions: positions,
            unknown: names.indices.filter { column in !positions.values.contains(column) && !names[column].isEmpty }.map {
                names[$0]
            },
            skipped: skipped, errors: errors)
    }
}
