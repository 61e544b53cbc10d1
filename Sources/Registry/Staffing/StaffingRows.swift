import Postgres
import Spreadsheet

/// Copies the rows of a staffing file into the intake, each distinct place and name once.
struct StaffingRows {
    private let header: SheetHeader
    private let isText: Bool
    /// The columns of a place, and the others.
    private let place: [Int?]
    private let (unit, unitCode, civilServants): (Int?, Int?, Int?)

    /// Rows copied.
    private(set) var count = 0
    /// What the reader found wrong.
    private(set) var errors = CellErrors()
    /// Merged cells, which explain why cells are empty.
    private(set) var merged: [MergedRange] = []
    /// Rows without any cell in a column that is read, but with a text in others.
    private(set) var aside: [AsideRow] = []
    /// Rows that a spreadsheet program does not show, but which were read; the first ones, and how many there are.
    private(set) var hidden = HiddenRows()
    private var numbers: [[UInt8]: Int] = [:]
    private var places: [[String]] = []
    private var last: (key: [UInt8], number: Int) = ([], 0)
    private var names = TextNumbers(textsKept: Self.namesKept)
    /// The last province that a row names, or the last heading: its code and its name.
    private var above = (code: "", province: "")

    /// A file with more distinct places than this has a column under the wrong header.
    private static let placesKept = 10_000
    /// Further names are written with their rows.
    private static let namesKept = 1 << 16
    private static let asideKept = 1_000

    init(_ header: SheetHeader, of file: SourceFile) {
        self.header = header
        isText = file.format == "csv"
        place = ["province_code", "province", "kind"].map { header.positions[$0] }
        unit = header.positions["unit"]
        unitCode = header.positions["unit_code"]
        civilServants = header.positions["civil_servants"]
    }

    /// Copies all rows.
    ///
    /// - Throws: ``CellError`` if the file cannot be read to its end.
    mutating func copy(
        _ file: SourceFile, _ transaction: inout Transaction, onProgress: ((Double) -> Void)?
    ) throws {
        let table = SheetTable(file, header, .staffing)
        var merged: [MergedRange] = []
        try copyRows(of: table, [], &merged, &transaction, onProgress)
        // A file lists merged cells after its rows.
        if table.fills(merged) {
            self = StaffingRows(header, of: file)
            try transaction.execute("SELECT staffing_intake_empty()")
            try copyRows(of: table, merged, &merged, &transaction, onProgress)
        }
        onProgress?(1)
        try transaction.copyIn(
            "COPY staffing_intake_place (place, province_code, province, kind, above_code, above_province) FROM STDIN"
        ) { writer in
            for (number, cells) in places.enumerated() { try writer.writeRow(["\(number)"] + cells) }
        }
        try transaction.copyIn("COPY staffing_intake_name (number, unit) FROM STDIN") { writer in
            try names.forEach { number, text in
                writer.writeField(number)
                writer.writeField(text)
                try writer.endRow()
            }
        }
        try transaction.execute("SELECT staffing_intake_interpret()")
        self.merged = merged
    }

    private mutating func copyRows(
        of table: SheetTable, _ filling: [MergedRange], _ merged: inout [MergedRange], _ transaction: inout Transaction,
        _ onProgress: ((Double) -> Void)?
    ) throws {
        var found: [MergedRange] = []
        try transaction.copyIn(
            "COPY staffing_intake (row_number, place, name, unit, code, unit_code, civil_servants, headcount, label) FROM STDIN"
        ) { writer in
            found = try table.readRows(filling: filling) { row in
                if count % 4_096 == 0 { onProgress?(Double(row.offset) / Double(max(1, header.sheet.length))) }
                try write(row, to: &writer)
            }
        }
        merged = found
    }

    private mutating func write(_ row: SheetRow, to writer: inout CopyWriter) throws {
        let isOdd = !row.faults.isEmpty || (isText && row.count > header.names.count)
        if isOdd { errors.add(header.errors(in: row, isText: isText)) }
        let isBare = isBlank(row, unit) && isBlank(row, place[2])
        let label = isBlank(row, place[2]) ? label(of: row) : ""
        guard
            !isBare || !isBlank(row, unitCode) || !isBlank(row, civilServants) || !isBlank(row, place[0])
                || !isBlank(row, place[1])
        else {
            // Prefilled numbers say nothing.
            if label.contains(where: \.isLetter), aside.count < Self.asideKept {
                aside.append(AsideRow(number: row.number, text: label, total: nil))
            }
            return
        }
        count += 1
        hidden.add(row)
        let place = try number(ofPlaceIn: row)
        try row.text.withUnsafeBufferPointer { text in
            writer.writeField(row.number)
            writer.writeField(place)
            func cell(_ column: Int?) -> Cell { Cell(rebasing: text[column.map(row.range) ?? 0..<0]) }
            let name = cell(unit)
            if let number = names.number(of: name) {
                writer.writeField(number)
                writer.writeNull()
            } else {
                writer.writeNull()
                writer.writeField(name)
            }
            Self.write(cell(unitCode), isPlain: Self.isPlainCode, to: &writer)
            Self.write(cell(civilServants), isPlain: Self.isPlainNumber, to: &writer)
            if label.isEmpty { writer.writeNull() } else { Array(label.utf8).withUnsafeBufferPointer { writer.writeField($0) } }
            try writer.endRow()
        }
    }

    private func isBlank(_ row: SheetRow, _ column: Int?) -> Bool {
        guard let column else { return true }
        return row.text[row.range(of: column)].allSatisfy { $0 <= UInt8(ascii: " ") }
    }

    /// The cells in columns that are not read.
    private func label(of row: SheetRow) -> String {
        let read = Set(header.positions.values)
        return row.ends.indices.filter { !read.contains($0) }.map { SheetHeader.inOneLine(row[$0]) }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    private typealias Cell = UnsafeBufferPointer<UInt8>

    /// Writes a cell into one of two columns: as a value, or as text for the database to parse.
    private static func write(_ cell: Cell, isPlain: (Cell) -> Bool, to writer: inout CopyWriter) {
        if isPlain(cell) {
            writer.writeField(cell)
            writer.writeNull()
        } else {
            writer.writeNull()
            writer.writeField(cell)
        }
    }

    /// Whether parsing a code would not change it: no blanks, no lowercase letters. Whether it is valid, the database decides.
    private static func isPlainCode(_ cell: Cell) -> Bool {
        cell.count > 1 && cell.allSatisfy { $0 > UInt8(ascii: " ") && $0 < UInt8(ascii: "a") }
    }

    /// Whether a cell is a number in plain digits, small enough for any integer type.
    private static func isPlainNumber(_ cell: Cell) -> Bool {
        (1...9).contains(cell.count) && cell[0] != UInt8(ascii: "0")
            && cell.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }

    /// The number of the place that a row names. Most rows name the same place as the row before them.
    private mutating func number(ofPlaceIn row: SheetRow) throws -> Int {
        if isLast(row) { return last.number }
        let isWhole = !isBlank(row, place[0]) && !isBlank(row, place[1])
        let inherited = isWhole ? ("", "") : above
        var key: [UInt8] = []
        for column in place {
            if let column { key += row.text[row.range(of: column)] }
            key.append(0)
        }
        let length = key.count
        key += Array(inherited.0.utf8) + [0] + Array(inherited.1.utf8)
        let number = numbers[key] ?? places.count
        if number == places.count {
            guard number < Self.placesKept else { throw CellError(.tooManyPlaces, row: row.number) }
            numbers[key] = number
            places.append(place.map { column in column.map { row[$0] } ?? "" } + [inherited.0, inherited.1])
        }
        noteHeading(row)
        last = (Array(key[..<length]), number)
        return number
    }

    /// What the rows below may leave out: a province, or a heading that names no kind. Nothing below a sum: the database reads
    /// "Tổng cộng" as no province.
    private mutating func noteHeading(_ row: SheetRow) {
        let (code, province) = (place[0].map { row[$0] } ?? "", place[1].map { row[$0] } ?? "")
        if !isBlank(row, place[0]) || !isBlank(row, place[1]) {
            above = (isBlank(row, place[0]) ? "" : code, isBlank(row, place[1]) ? "" : province)
        } else if isBlank(row, place[2]), let unit, !isBlank(row, unit) {
            above = ("", row[unit])
        } else if isBlank(row, place[2]), !isBlank(row, civilServants) {
            above = ("", "")
        }
    }

    private func isLast(_ row: SheetRow) -> Bool {
        // A row that does not name its province depends on the rows above.
        guard !isBlank(row, place[0]), !isBlank(row, place[1]) else { return false }
        return isSame(row)
    }

    private func isSame(_ row: SheetRow) -> Bool {
        row.text.withUnsafeBufferPointer { text in
            last.key.withUnsafeBufferPointer { key in
                var position = 0
                for column in place {
                    let range = column.map(row.range) ?? 0..<0
                    guard position + range.count < key.count, key[position + range.count] == 0,
                        UnsafeBufferPointer(rebasing: text[range]).elementsEqual(key[position..<position + range.count])
                    else { return false }
                    position += range.count + 1
                }
                return position == key.count
            }
        }
    }
}
