import ArgumentParser
import Glibc
import Registry
import Spreadsheet

/// Where a form to fill in is written.
struct TemplateFile: ParsableArguments {
    @Argument(
        help: help("Tệp XLSX sẽ ghi; mặc định ghi vào thư mục hiện tại.", "The XLSX file to write; by default in this folder."),
        completion: .file(extensions: ["xlsx"]))
    var file: String?
    @Flag(help: help("Ghi đè tệp đã có.", "Overwrite a file that is there already."))
    var force = false

    func validate() throws {
        guard file == "-" else { return }
        throw ValidationError(say("Biểu mẫu phải ghi vào tệp.", "A form is written to a file."))
    }

    /// The path, looked at before anything is asked of the database.
    ///
    /// - Throws: ``Refusal`` where there is a file that is not to be overwritten.
    func path(orElse name: String) throws -> String {
        let path = file ?? name
        guard force || access(path, F_OK) != 0 else {
            throw Refusal(
                .invalidInput, Phrase("Đã có tệp \(path).", "There is a file \(path) already."),
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
    /// Writes the file, and says where it is.
    func save(at path: String, as format: OutputFormat) throws {
        do {
            var book = try XLSXWriter(path: path)
            try write(to: &book)
            try book.close()
        } catch {
            throw Refusal.unwritable(path, error.words)
        }
        if format != .table { emit(Listing.writtenFile.renderedAlone(path, as: format)) }
        speak(say("Đã ghi biểu mẫu vào \(path).", "The form is in \(path)."))
    }
}

extension Listing<String> {
    static var writtenFile: Listing { Listing([Column("file", "Tệp", "File") { .text($0) }]) }
}
