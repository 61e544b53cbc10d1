import Foundation

/// A folder that is removed after use.
public enum TemporaryFolder {
    /// Calls `body` with the path of a new folder.
    public static func with<T>(_ body: (String) throws -> T) throws -> T {
        let folder = NSTemporaryDirectory() + "thidua-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }
}
