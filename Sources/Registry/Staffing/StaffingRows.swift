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
    private var numbers: [[UInt8]: Int] = [:]
    private var places: [[String]] = []
    private var last: (key: [UInt8], number: Int) = ([], 0)
    private var names = TextNumbers(textsKept: Self.namesKept)

    /// A file with more distinct places than this has a column under the wrong header.
    private static let placesKept = 10_000
    /// Further names are written with their rows.
    private static let namesKept = 1 << 16

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
        try transaction.copyIn(
            "COPY staffing_intake (row_number, place, name, unit, code, unit_code, civil_servants, headcount) FROM STDIN"
        ) { writer in
            try file.forEachRow { row in
                guard row.number > header.lastRow else { return true }
                if count % 4_096 == 0 { onProgress?(Double(row.offset) / Double(max(1, file.sheet.length))) }
                try write(row, to: &writer)
                return true
            }
        }
        onProgress?(1)
        try transaction.copyIn("COPY staffing_intake_place (place, province_code, province, kind) FROM STDIN") { writer in
            for (number, cells) in places.enumerated() { try writer.writeRow(["\(number)"] + cells) }
        }
        try transaction.copyIn("COPY staffing_intake_name (number, unit) FROM STDIN") { writer in
            try names.forEach { number, text in
                writer.writeField(number)
                writer.writeField(text)
                try writer.endRow()
            }
        }
        try transaction.execute("SELECT staffing_intake_count()")
    }

    private mutating func write(_ row: SheetRow, to writer: inout CopyWriter) throws {
        count += 1
        let isOdd = !row.faults.isEmpty || (isText && row.count > header.names.count)
        if isOdd { errors.add(header.errors(in: row, isText: isText)) }
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
            try writer.endRow()
        }
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
        var key: [UInt8] = []
        for column in place {
            if let column { key += row.text[row.range(of: column)] }
            key.append(0)
        }
        let number = numbers[key] ?? places.count
        if number == places.count {
            guard number < Self.placesKept else { throw CellError(.tooManyPlaces, row: row.number) }
            numbers[key] = number
            places.append(place.map { column in column.map { row[$0] } ?? "" })
        }
        last = (key, number)
        return number
    }

    private func isLast(_ row: SheetRow) -> Bool {
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
