import CRegistrySQL

/// The registry's SQL, embedded into the binary. What is embedded stands in Sources/CRegistrySQL, in the order in which it runs; a test
/// compares that list with the folders.
public enum RegistrySQL {
    /// A migration, and the check that it did what it says.
    public struct Migration: Sendable {
        /// File name without its ending; migrations run in the order of their names.
        public let name: String
        /// The script, in UTF-8.
        public let script: [UInt8]
        /// A query for `fault text`: a row for each fault found.
        public let verify: [UInt8]

        /// A migration of this name.
        public init(name: String, script: [UInt8], verify: [UInt8]) {
            self.name = name
            self.script = script
            self.verify = verify
        }
    }

    /// A campaign's rules as rows, safe to run again.
    public struct Campaign: Sendable {
        /// File name without its ending.
        public let name: String
        /// The script, in UTF-8.
        public let script: [UInt8]

        /// A campaign of this name.
        public init(name: String, script: [UInt8]) {
            self.name = name
            self.script = script
        }
    }

    /// In the order in which they run.
    public static let migrations = files(in: "migrations").map { name, script in
        Migration(name: name, script: script, verify: verifications[name] ?? [])
    }

    /// Run after the migrations, whenever one has changed.
    public static let campaigns = files(in: "campaigns").map { Campaign(name: $0, script: $1) }

    private static let verifications = Dictionary(
        uniqueKeysWithValues: files(in: "verify").map { (String($0.dropLast(".verify".count)), $1) })

    /// Files of a folder, by their names without the ending.
    private static func files(in folder: String) -> [(name: String, text: [UInt8])] {
        var found: [(String, [UInt8])] = []
        var next = registry_sql_files()
        while let file = next?.pointee, let path = file.path, let text = file.text {
            let words = String(cString: path).split(separator: "/")
            if words[0] == folder {
                let bytes = UnsafeBufferPointer(start: text, count: length(of: text))
                found.append((String(words[1].dropLast(".sql".count)), Array(bytes)))
            }
            next? += 1
        }
        return found
    }

    private static func length(of text: UnsafePointer<UInt8>) -> Int {
        var end = text
        while end.pointee != 0 { end += 1 }
        return end - text
    }
}
