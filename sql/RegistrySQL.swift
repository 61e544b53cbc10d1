import CRegistrySQL

/// The registry's SQL, embedded in the binary. Sources/CRegistrySQL lists the embedded files in the order in which they run; a
/// test compares that list with the folders.
public enum RegistrySQL {
    /// An SQL file.
    public struct Script: Sendable {
        /// The file name without its extension.
        public let name: String
        /// The file's text, in UTF-8.
        public let text: [UInt8]

        /// Creates a script from a name and a text.
        public init(name: String, text: [UInt8]) {
            self.name = name
            self.text = text
        }
    }

    /// What holds rows: each script runs once, in the order of the names.
    public static let migrations = scripts(in: "migrations")

    /// What holds no rows: functions, views, triggers, policies, grants. When one has changed, all are recreated, in this order.
    public static let objects = scripts(in: "objects")

    /// Creates `pg_temp.drop_objects(keeps_trail)`, which drops those objects.
    public static let dropObjects = scripts(in: nil)[0]

    /// A campaign's rows. Each script is run again when it has changed, and is safe to run again.
    public static let campaigns = scripts(in: "campaigns")

    /// What only the server's owner can grant: psql's input in `deploy/close-server`, statements that end with a line, `\\gexec` and `\\g`.
    public static let closing: String = {
        let script = String(decoding: scripts(in: "deploy")[0].text, as: UTF8.self)
        let start = script.firstRange(of: "<<'SQL'\n")?.upperBound ?? script.startIndex
        return String(script[start..<(script[start...].firstRange(of: "\nSQL\n")?.lowerBound ?? script.endIndex)])
    }()

    /// Checks: each is a query that returns a column `fault text`, with one row for each fault found.
    public static let verifications = scripts(in: "verify")

    /// The files of a folder, or of sql/ itself if it is nil.
    private static func scripts(in folder: String?) -> [Script] {
        var found: [Script] = []
        var next = registry_sql_files()
        while let file = next?.pointee, let path = file.path, let text = file.text {
            let words = String(cString: path).split(separator: "/")
            if let name = words.last, words.dropLast().first.map(String.init) == folder {
                let bytes = UnsafeBufferPointer(start: text, count: length(of: text))
                found.append(Script(name: String(name.dropLast(".sql".count)), text: Array(bytes)))
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
