/// `workbook.xml`: the sheets, and the day from which dates are counted.
struct Workbook: XMLHandler {
    /// A sheet, as the workbook lists it.
    struct Sheet {
        let name: String
        let isHidden: Bool
        let relationship: String
    }

    private(set) var sheets: [Sheet] = []
    /// Whether day 0 is the first of 1904, as on old Macs.
    private(set) var isDate1904 = false
    private var isInSheets = false

    init(_ part: ZipPackage.Part, of package: ZipPackage) throws(ReadingError) {
        try XMLReader.read(part, of: package, with: &self)
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(ReadingError) {
        switch depth {
        case 1:
            // Word documents and presentations are such packages, too.
            guard name == "workbook" else { throw ReadingError(.notASpreadsheet) }
        case 2:
            isInSheets = name == "sheets"
            if name == "workbookPr" { isDate1904 = attributes["date1904"]?.isTrue ?? false }
        case 3 where isInSheets && name == "sheet":
            guard sheets.count < 10_000 else { throw ReadingError(.bomb) }
            let state = attributes["state"]
            sheets.append(
                Sheet(
                    name: attributes["name"]?.string ?? "",
                    isHidden: state.map { $0.equals("hidden") || $0.equals("veryHidden") } ?? false,
                    relationship: attributes["id"]?.string ?? ""))
        default: break
        }
    }
}
