import ArgumentParser
import Glibc
import Registry
import Spreadsheet

/// The file that a form to fill in is written to.
struct TemplateFile: ParsableArguments {
    @Argument(
        help: help(
            "Tệp XLSX sẽ ghi; mặc định ghi vào thư mục hiện tại.", "The XLSX file to write; by default in the current folder."),
        completion: .file(extensions: ["xlsx"]))
    var file: String?
    @Flag(help: help("Ghi đè tệp đã có.", "Overwrite an existing file."))
    var force = false

    func validate() throws {
        guard file == "-" else { return }
        throw ValidationError(say("Biểu mẫu phải được ghi vào tệp.", "The form must be written to a file."))
    }

    /// The path, checked before the database is queried.
    ///
    /// - Throws: ``Refusal`` if the file exists and must not be overwritten.
    func path(orElse name: String) throws -> String {
        let path = file ?? name
        guard force || access(path, F_OK) != 0 else {
            throw Refusal(
                .invalidInput, Phrase("Đã có tệp \(path).", "The file \(path) already exists."),
                hint: Phrase("Thêm --force để ghi đè, hoặc nêu tên khác.", "Add --force to overwrite it, or give another name."))
        }
        return path
    }
}

/// A form to fill in.
protocol Template {
    /// Writes its sheets.
    func write(to book: inout XLSXWriter) throws(WritingError)
}

extension Template {
    /// Writes the file and reports its path.
    func save(at path: String, as format: OutputFormat) throws {
        do {
            var book = try XLSXWriter(path: path)
            try write(to: &book)
            try book.close()
        } catch {
            throw Refusal.unwritable(path, error)
        }
        if format != .table { Listing.writtenFile.showAlone(path, as: format) }
        speak(say("Đã ghi biểu mẫu vào tệp \(path).", "The form was written to \(path)."))
    }
}

extension Listing<String> {
    static var writtenFile: Listing { Listing([Column("file", "Tệp", "File") { .text($0) }]) }
}
