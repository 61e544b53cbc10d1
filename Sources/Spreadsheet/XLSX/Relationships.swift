/// What a part refers to: kinds and targets by identifier.
struct Relationships {
    /// One of them.
    struct Target {
        /// The last word of its type: `worksheet`, `styles`; the words before it differ in strict files.
        let kind: String
        /// The part's name.
        let part: String
    }

    private(set) var targets: [String: Target] = [:]
    private let folder: String

    /// Reads the relationships of a part, or of the package itself if the name is empty. There may be none.
    init(of source: String, in package: ZipPackage) throws(ReadingError) {
        let slash = source.lastIndex(of: "/").map { source.index(after: $0) } ?? source.startIndex
        folder = String(source[..<slash])
        guard let part = try package.part("\(folder)_rels/\(source[slash...]).rels") else { return }
        try XMLReader.read(part, of: package, with: &self)
    }

    /// The first of a kind.
    func first(_ kind: String) -> Target? {
        targets.sorted { $0.key < $1.key }.first { $0.value.kind == kind }?.value
    }

    /// A target's name in the archive: absolute, or relative to the part that refers to it.
    private func resolve(_ target: String) -> String {
        var path: [Substring] = []
        for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }
}

extension Relationships: XMLHandler {
    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(ReadingError) {
        guard depth == 2, name == "Relationship", attributes["TargetMode"]?.equals("External") != true,
            let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
        else { return }
        guard targets.count < 20_000 else { throw ReadingError(.bomb) }
        let kind = type.string.split(separator: "/").last.map { String($0) } ?? ""
        targets[id.string] = Target(kind: kind, part: resolve(target.string))
    }
}
