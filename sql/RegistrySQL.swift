import CRegistrySQL

/// The registry's SQL, embedded into the binary. What is embedded stands in Sources/CRegistrySQL, in the order in which it runs; a test
/// compares that list with the folders.
public enum RegistrySQL {
    /// A file.
    public struct Script: Sendable {
        /// Its name without its ending.
        public let name: String
        /// Its text, in UTF-8.
        public let text: [UInt8]

        /// A script of this name.
        public init(name: String, text: [UInt8]) {
            self.name = name
            self.text = text
        }
    }

    /// What holds rows: each is run once, in the order of their names.
    public static let migrations = scripts(in: "migrations")

    /// What is only text: functions, views, triggers, policies, grants. All are made anew, in this order, whenever one has changed.
    public static let objects = scripts(in: "objects")

    /// Makes `pg_temp.drop_objects(keeps_trail)`, which takes those away.
    public static let dropObjects = scripts(in: nil)[0]

    /// A campaign's rows, safe to run again: each is, when it has changed.
    public static let campaigns = scripts(in: "campaigns")

    /// Checks: each is a query for `fault text`, a row for each fault found.
    public static let verifications = scripts(in: "verify")

    /// Files of a folder; of sql/ itself, where it is nil.
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
