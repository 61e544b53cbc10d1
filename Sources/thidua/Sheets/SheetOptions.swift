import ArgumentParser
import Glibc
import Platform
import Registry
import Spreadsheet

/// A spreadsheet to import, and options for reading it.
struct SheetOptions: ParsableArguments {
    @Argument(
        help: help(
            "Tệp .xlsx, .ods, .csv hoặc .tsv; - là đầu vào chuẩn.", "An .xlsx, .ods, .csv or .tsv file; - is standard input."),
        completion: .file(extensions: ["xlsx", "ods", "csv", "tsv", "txt"]))
    var file: String
    @Option(
        help: help("Trang tính; mặc định là trang duy nhất có bảng.", "The sheet; by default the only one with such a table."))
    var sheet: String?
    @Option(
        name: .customLong("column"), parsing: .singleValue,
        help: help(
            "Cột cần lấy: TRƯỜNG=TIÊU ĐỀ hoặc chữ cái của cột; có thể nêu nhiều lần.",
            "Which column to take: FIELD=HEADER, or the column's letters; may be repeated."))
    var columns: [String] = []
    @Option(
        help: help(
            "Bảng mã của tệp văn bản, nếu chương trình nhận nhầm: \(encodings).",
            "A text file's encoding, if detected incorrectly: \(encodings)."))
    var encoding: TextEncoding?
    @Option(
        help: help(
            "Ghi các dòng lỗi kèm lý do vào tệp .xlsx hoặc .csv.",
            "Write the faulty rows, with reasons, to an .xlsx or .csv file."),
        completion: .file(extensions: ["xlsx", "csv"]))
    var errors: String?

    private static let encodings = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")

    func validate() throws {
        guard columns.allSatisfy({ $0.split(separator: "=", maxSplits: 1).count == 2 }) else {
            throw ValidationError(
                say("--column phải có dạng TRƯỜNG=TIÊU ĐỀ.", "--column takes FIELD=HEADER."))
        }
        guard let errors, ErrorFile.Format(path: errors) == nil else { return }
        throw ValidationError(
            say("Tên tệp của --errors phải có đuôi .xlsx hoặc .csv.", "The file of --errors must end in .xlsx or .csv."))
    }
}

extension SheetOptions {
    /// The columns that were named, by field.
    ///
    /// - Throws: ``Refusal`` for a field that the form does not have.
    func columns(of form: SheetForm) throws -> [String: String] {
        var named: [String: String] = [:]
        for column in columns {
            let parts = column.split(separator: "=", maxSplits: 1).map(String.init)
            let fields = form.fields + form.combined.keys.sorted()
            guard fields.contains(parts[0]) else {
                throw Refusal(
                    .invalidInput, Phrase("Không có trường “\(parts[0])”.", "There is no field “\(parts[0])”."),
                    hint: Phrase(
                        "Các trường: \(fields.joined(separator: ", ")).", "Fields: \(fields.joined(separator: ", "))."))
            }
            named[parts[0]] = parts[1]
        }
        return named
    }

    /// Opens the file and scans all of it.
    ///
    /// - Throws: ``Refusal`` if it cannot be read; ``CellError`` if it is not a spreadsheet.
    private func open() throws -> SourceFile {
        var options = ReadingOptions()
        options.sheet = sheet
        options.encoding = encoding
        do {
            return try SourceFile(name: file == "-" ? "stdin" : InputFile.name(of: file), ByteFile(path: file), options)
        } catch let error as SystemError {
            throw Refusal.unreadable(file, error)
        }
    }
}

extension SheetOptions {
    /// Imports the file and shows progress.
    ///
    /// - Returns: The result of `body`, and the file; nil if it is not a spreadsheet, which is reported as a cell error.
    func importing<Result: SheetImport>(
        _ label: String, _ body: (SourceFile, @escaping (Double) -> Void) throws -> Result
    ) throws -> (result: Result, file: SourceFile?) {
        var result = Result()
        var file: SourceFile?
        do {
            let opened = try open()
            file = opened
            var bar = ProgressBar(label)
            defer { bar.finish() }
            result = try body(opened) { bar.show($0) }
        } catch let error as CellError {
            result.errors = CellErrors([error])
        }
        return (result, file)
    }

    /// Writes the faulty rows to the file named by `--errors`, if any.
    func writeErrors(of result: some SheetImport, as form: SheetForm) throws {
        guard let path = errors, !result.errors.isEmpty else { return }
        let headers = result.header?.titles(of: form).map { $0[.current] } ?? form.fields
        let rows = result.failedRows.map { ($0.number, $0.cells) }
        try ErrorFile(headers: headers, rows: rows, errors: result.errors.list).write(to: path)
    }
}

extension Refusal {
    /// The file has errors, and none of its rows was imported.
    static func wrongRows(_ count: Int) -> Refusal {
        Refusal(
            .invalidInput,
            Phrase("Tệp có \(count) lỗi; không nhập dòng nào.", "The file has \(count) errors; nothing was imported."),
            hint: Phrase(
                "Sửa các ô nêu trên rồi nhập lại; thêm --errors TỆP.xlsx để ghi riêng các dòng lỗi.",
                "Fix the cells listed above and import it again; --errors FILE.xlsx writes the faulty rows."))
    }
}

extension TextEncoding: ExpressibleByArgument {}
