import Glibc
import Platform
import Postgres
import Registry

/// A connection under a name, in a file of the user's: where the registry is, and as whom to log in. The password is not in it, but in libpq's
/// passfile.
///
/// ```
/// [default]
/// dsn = dbname='thidua' host='db.example.vn' user='lan'
/// wait = 30
/// ```
struct Profile: Equatable {
    /// Letters, digits, `.`, `_` and `-`.
    var name: String
    var dsn: String
    /// ``Connection/Settings/waitSeconds``.
    var wait: Int?

    /// The one that is used where nothing else says how to connect.
    static let usual = "default"

    /// `$XDG_CONFIG_HOME/thidua/config`, by default in `~/.config`.
    static var path: String {
        if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/thidua/config" }
        return home + "/.config/thidua/config"
    }

    static var home: String { environment("HOME") ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "" }
}

extension Profile {
    /// The profile of this name; nil if there is none.
    ///
    /// - Throws: ``Refusal`` if the file cannot be read, or has something in it that is not understood.
    static func find(_ name: String) throws -> Profile? {
        try Lines(reading: path).profiles.first { $0.name == name }
    }

    /// The profile of this name.
    ///
    /// - Throws: ``Refusal``, also if there is none.
    static func named(_ name: String) throws -> Profile {
        if let profile = try find(name) { return profile }
        throw Refusal(
            .usage, Phrase("Không có hồ sơ kết nối “\(name)” trong \(path).", "There is no profile “\(name)” in \(path)."),
            hint: Phrase("Tạo bằng: thidua login --profile \(name)", "Make it by: thidua login --profile \(name)"))
    }

    /// Writes it to the file, in place of the one of that name; whatever else is in the file stays.
    func save() throws {
        try Lines(reading: Self.path).with(self).write(to: Self.path)
    }

    /// Removes the one of that name from the file, if there is one.
    static func remove(_ name: String) throws {
        let lines = try Lines(reading: path)
        guard lines.profiles.contains(where: { $0.name == name }) else { return }
        try lines.without(name).write(to: path)
    }
}

/// The file's lines.
private struct Lines {
    private var lines: [String] = []
    private(set) var profiles: [Profile] = []

    init(reading path: String) throws {
        guard access(path, F_OK) == 0 else { return }
        guard let text = String(validating: try InputFile.read(path, atMost: 1 << 20), as: UTF8.self) else {
            throw Refusal(.invalidInput, Phrase("Tệp \(path) không phải UTF-8.", "File \(path) is not UTF-8."))
        }
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        for (index, line) in lines.enumerated() {
            guard try read(line) else {
                throw Refusal(
                    .invalidInput,
                    Phrase("Không hiểu dòng \(index + 1) của \(path).", "Line \(index + 1) of \(path) is not understood."),
                    hint: Phrase("Viết [TÊN], dsn = …, wait = SỐ-GIÂY.", "Write [NAME], dsn = …, wait = SECONDS."))
            }
        }
    }

    /// - Returns: Whether the line is understood.
    private mutating func read(_ line: String) throws -> Bool {
        if line.isBlank || line.hasPrefix("#") { return true }
        if let name = Self.header(line) {
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }) else {
                return false
            }
            profiles.append(Profile(name: name, dsn: ""))
            return true
        }
        let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmed }
        guard parts.count == 2, !profiles.isEmpty else { return false }
        switch parts[0] {
        case "dsn":
            if ConnectionParameters.hasPassword(parts[1]) { throw Refusal.passwordInProfile }
            profiles[profiles.count - 1].dsn = parts[1]
        case "wait":
            guard let seconds = Int(parts[1]), (0...86_400).contains(seconds) else { return false }
            profiles[profiles.count - 1].wait = seconds
        default: return false
        }
        return true
    }

    private static func header(_ line: String) -> String? {
        let text = line[...].trimmed
        return text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : nil
    }

    /// The places of a profile's lines, from its name on; comments above the next one belong to that.
    private func place(of name: String) -> Range<Int>? {
        guard let start = lines.firstIndex(where: { Self.header($0) == name }) else { return nil }
        var end = lines[(start + 1)...].firstIndex { Self.header($0) != nil } ?? lines.count
        while end > start + 1, lines[end - 1].isBlank || lines[end - 1].hasPrefix("#") { end -= 1 }
        return start..<end
    }

    func with(_ profile: Profile) -> Lines {
        var changed = self
        let written = ["[\(profile.name)]", "dsn = \(profile.dsn)"] + (profile.wait.map { ["wait = \($0)"] } ?? [])
        if let place = place(of: profile.name) {
            changed.lines.replaceSubrange(place, with: written)
        } else {
            changed.lines += (lines.isEmpty ? [] : [""]) + written
        }
        return changed
    }

    func without(_ name: String) -> Lines {
        var changed = self
        if let place = place(of: name) { changed.lines.removeSubrange(place) }
        return changed
    }

    func write(to path: String) throws {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o700)
        }
        try PrivateFile.write(lines.map { $0 + "\n" }.joined(), to: path)
    }
}

/// A file that only its user may read.
enum PrivateFile {
    /// Writes it whole, or leaves it as it was. Where it is a link, what that names is written.
    static func write(_ text: String, to path: String) throws {
        let place = realpath(path, nil).map { resolved in
            defer { free(resolved) }
            return String(cString: resolved)
        }
        do {
            try UnfinishedFile.write(text, to: place ?? path, mode: 0o600)
        } catch {
            throw Refusal.unwritable(path, error)
        }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension Refusal {
    fileprivate static let passwordInProfile = Refusal(
        .usage, Phrase("Không ghi mật khẩu trong hồ sơ kết nối.", "Do not put a password into a profile."),
        hint: Phrase("Bỏ mật khẩu đó đi, rồi chạy: thidua login", "Take it out, and run: thidua login"))
}
