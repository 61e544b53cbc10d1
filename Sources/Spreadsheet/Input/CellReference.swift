/// A cell's name as a spreadsheet shows it.
public enum CellReference {
    /// `C12` for row 12 and column 2. Rows count from 1, columns from 0.
    public static func a1(row: Int, column: Int) -> String { letters(of: column) + String(row) }

    /// `C` for column 2, counted from 0.
    public static func letters(of column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(remainder))) + letters
            rest = quotient
        }
        return letters
    }
}
