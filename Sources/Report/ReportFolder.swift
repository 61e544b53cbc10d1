import FoundationEssentials
import Glibc
import Platform
import Registry
import Spreadsheet

/// Where reports are written: `quota-CODE-DATE.html`, `.json`, `.csv`, `.xlsx` and `.txt`; a page for each province under
/// `units/`, and one for each area specialist under `specialists/`, in separate folders, so that each can be shown only to
/// its readers.
///
/// All files of a report are written and synced next to their final paths, and only then renamed, one by one: a reader sees
/// either the old file or the new one, and if the disk is full, the old ones stay.
public struct ReportFolder: Sendable {
    /// The folder.
    public let path: String

    /// A folder, which is created if it does not exist.
    ///
    /// - Throws: ``Refusal`` where it cannot be created.
    public init(_ path: String) throws {
        self.path = path
        try Self.makeFolders(to: path)
    }

    /// The latest reports in the folder, as JSON.
    ///
    /// - Throws: ``Refusal`` where one cannot be read.
    public static func latestReports(in path: String, atMost count: Int = 10) throws -> [(name: String, text: String)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        // …-2026-04-20.json: by their dates.
        let reports = names.filter { $0.hasPrefix("quota-") && $0.hasSuffix(".json") }.sorted { $0.suffix(15) < $1.suffix(15) }
        return try reports.suffix(count).map { name in
            do {
                let file = try OpenFile("\(path)/\(name)", O_RDONLY)
                return (name, String(decoding: try file.contents(), as: UTF8.self))
            } catch let error as SystemError {
                throw Refusal.unreadable("\(path)/\(name)", error)
            }
        }
    }

    /// Writes every file of a report.
    ///
    /// - Returns: Their paths; the page for the Department first.
    /// - Throws: ``Refusal`` where a file cannot be written; no file is changed then, unless renaming failed.
    public func write(_ report: QuotaReport, in language: Language) throws -> [String] {
        let name = report.fileName
        let unfinished = "\(path)/.\(name).unfinished"
        try Self.removeAll(unfinished)  // left by a run that was killed
        try Self.makeFolders(to: unfinished)
        defer { try? Self.removeAll(unfinished) }

        var files = try Self.documents(of: report, in: language).map { ending, text in
            try Self.write(text, to: "\(unfinished)/\(name).\(ending)")
            return "\(name).\(ending)"
        }
        do {
            try report.writeWorkbook(to: "\(unfinished)/\(name).xlsx", in: language)
        } catch {
            throw Refusal.unwritable("\(path)/\(name).xlsx", error)
        }
        files.append("\(name).xlsx")
        for part in report.bySpecialist + report.byProvince {
            let file = "\(part.folder)/\(name).html"
            try Self.makeFolders(to: "\(unfinished)/\(part.folder)")
            try Self.write(part.html(in: language), to: "\(unfinished)/\(file)")
            files.append(file)
        }
        for file in files { try Self.sync("\(unfinished)/\(file)") }
        for file in files { try move(file, from: unfinished) }
        for folder in Set(files.map { $0.split(separator: "/").dropLast().joined(separator: "/") }) {
            try Self.sync("\(path)/\(folder)")
        }
        return files.map { "\(path)/\($0)" }
    }

    private static func documents(of report: QuotaReport, in language: Language) throws -> [(String, String)] {
        [
            ("html", try report.html(in: language)), ("json", report.json(in: language)), ("csv", report.csv(in: language)),
            ("txt", report.text(in: language)),
        ]
    }

    private func move(_ file: String, from unfinished: String) throws {
        let place = "\(path)/\(file)"
        let folder = place.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        try Self.makeFolders(to: folder)
        guard rename("\(unfinished)/\(file)", place) == 0 else { throw Self.failure(place) }
    }
}

extension QuotaReport {
    /// `quota-606-KH-CQLTHADS-2026-04-20`.
    var fileName: String { "quota-\(campaign.code.replacing("/", with: "-"))-\(edition?.date ?? String(asOf.prefix(10)))" }

    /// Below the folder of reports.
    fileprivate var folder: String {
        switch scope {
        case .everything: "."
        case .specialist(let code, _): "specialists/\(code.replacing("/", with: "-"))"
        case .unit(let code, _): "units/\(code.replacing("/", with: "-"))"
        }
    }
}

// MARK: Files

extension ReportFolder {
    /// Writes a file, or replaces it once the new one is complete.
    static func replace(_ path: String, with text: String) throws {
        do { try UnfinishedFile.write(text, to: path) } catch { throw Refusal.unwritable(path, error) }
    }

    private static func write(_ text: String, to path: String) throws {
        do { try OpenFile(path, O_WRONLY | O_CREAT | O_TRUNC).write(text) } catch { throw Refusal.unwritable(path, error) }
    }

    /// Flushes a file, or the entries of a folder, to disk.
    private static func sync(_ path: String) throws {
        do { try OpenFile(path, O_RDONLY).sync() } catch { throw Refusal.unwritable(path, error) }
    }

    private static func makeFolders(to path: String) throws {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            guard mkdir(made, 0o777) == 0 || errno == EEXIST else { throw failure(made) }
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw Refusal.unwritable(path, SystemError(number: ENOTDIR))
        }
    }

    package static func removeAll(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0, let folder = fdopendir(descriptor) else {
            if descriptor >= 0 { close(descriptor) }
            unlink(path)  // a link, which is not followed; or there is none
            return
        }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            if entry.pointee.d_type == UInt8(DT_DIR) { try removeAll("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
        }
        guard rmdir(path) == 0 else { throw failure(path) }
    }

    private static func failure(_ path: String) -> Refusal { .unwritable(path, .last) }
}
