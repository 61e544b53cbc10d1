import Spreadsheet

// Reads every cell of a sheet and prints how many there were, so that the counts of both readers can be compared.
var (rows, cells, bytes) = (0, 0, 0)
let sheet = try XLSXSheet.open(ByteFile(path: CommandLine.arguments[1]), ReadingOptions())
try sheet.forEachRow { row in
    rows += 1
    cells += row.count
    bytes += row.text.count
    return true
}
print(rows, cells, bytes)
