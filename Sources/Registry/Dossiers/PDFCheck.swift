import Glibc
import Platform

/// `qpdf --check`, where it is installed. It reads every page; the database only looks at a file's beginning and end.
public enum PDFCheck {
    /// A reader gives up sooner.
    private static let patienceMilliseconds = 20_000

    /// What it finds damaged in a PDF; nil if it finds nothing, if it takes too long, or if there is no such program.
    ///
    /// What it can repair (exit status 3), other readers repair as well.
    ///
    /// - Throws: ``SystemError`` if the bytes cannot be handed to it.
    public static func damage(in content: [UInt8]) throws -> String? {
        // What the database does not take for a PDF is not worth asking about.
        guard content.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil else { return nil }
        // In a file without a name: the one that was read may be another one by now.
        let file = try OpenFile.unnamed()
        try file.write(content)
        guard
            var program = try? RunningProgram(
                ["qpdf", "--check", "/dev/fd/3"], holding: file.descriptor, group: .shared, withholding: ["PG", "THIDUA"])
        else { return nil }
        let ending = program.ending(withinMilliseconds: patienceMilliseconds)
        program.kill()
        guard ending == .exited(2) else { return nil }
        return reason(String(decoding: try program.output(limit: 1 << 20), as: UTF8.self))
    }

    /// The error, without the program's name and the file's. It may quote the file.
    private static func reason(_ output: String) -> String {
        let lines = output.split(whereSeparator: \.isNewline).map { line in
            String(line.filter { $0.isASCII && !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } })
        }
        let line = lines.first { $0.hasPrefix("ERROR: ") } ?? lines.last ?? ""
        return String(
            line.split(separator: ": ").drop { ["ERROR", "qpdf"].contains($0) || $0.hasPrefix("/dev/fd/3") }
                .joined(separator: ": ").prefix(160))
    }
}
