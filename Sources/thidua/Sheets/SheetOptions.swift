import ArgumentParser
import Glibc
import Registry
import Spreadsheet

/// A spreadsheet to import, and what its reader is to be told about it.
struct SheetOptions: ParsableArguments {
    @Argument(
        help: help("Tệp .xlsx, .csv hoặc .tsv; - là đầu vào chuẩn.", "An .xlsx, .csv or .tsv file; - is standard input."),
        completion: .file(extensions: ["xlsx", "csv", "tsv", "txt"]))
    var file: String
    @Option(help: help("Trang tính; mặc định là trang đầu tiên không ẩn.", "The sheet; by default the first that is visible."))
    var sheet: String?
    @Option(
        help: help(
            "Bảng mã của tệp văn bản, nếu nhận nhầm: \(encodings).", "A text file's encoding, if it was mistaken: \(encodings)."))
    var encoding: TextEncoding?
    @Option(
        help: help(
            "Ghi các dòng lỗi kèm lý do vào tệp .xlsx hoặc .csv.",
            "Write the rows at fault, with reasons, to an .xlsx or .csv file."),
        completion: .file(extensions: ["xlsx", "csv"]))
    var errors: String?

    private static let encodings = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")

    func validate() throws {
        guard let errors, ErrorFile.Format(path: errors) == nil else { return }
        throw ValidationError(
            say("Tên tệp của --errors phải là .xlsx hoặc .csv.", "The file of --errors must be an .xlsx or a .csv."))
    }
}

extension SheetOptions {
    /// Looks at the whole file.
    ///
    /// - Throws: ``Refusal`` where there is none; ``CellError`` where it is no spreadsheet.
    func open() throws -> SourceFile {
        var options = ReadingOptions()
        options.sheet = sheet
        options.encoding = encoding
        do {
            return try SourceFile(name: file == "-" ? "stdin" : InputFile.name(of: file), ByteFile(path: file), options)
        } catch let error as SystemError {
            throw InputFile.unreadable(file, error.number)
        }
    }
}

extension TextEncoding: ExpressibleByArgument {}
