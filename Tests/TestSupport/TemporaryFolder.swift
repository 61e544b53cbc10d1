import Foundation

/// A folder that is gone afterwards.
public enum TemporaryFolder {
    /// Lends the path of a new one.
    public static func with<T>(_ body: (String) throws -> T) throws -> T {
        let folder = NSTemporaryDirectory() + "thidua-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }
}
