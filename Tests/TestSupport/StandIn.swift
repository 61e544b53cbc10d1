import Foundation

/// Calls `body` with a folder in which there is a program of this name, which prints this text.
public func withStandIn<T>(_ name: String, printing text: String, _ body: (String) throws -> T) throws -> T {
    try TemporaryFolder.with { folder in
        try Data("#!/bin/sh\ncat <<'END'\n\(text)\nEND\n".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(name)")
        return try body(folder)
    }
}
