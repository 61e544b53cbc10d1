import Foundation
import TestSupport
import Testing

/// Text from a file or an argument that would move the cursor, erase lines, or turn the direction of others.
@Suite(.limited, .keepsFailedDatabases) struct HostileTextTests {
    private static let hostile = "x\u{1B}[2m\u{1B}[1A\u{1B}[2K\u{1B}]0;t\u{7}\r\u{8}\u{9B}2J\u{202E}y\u{200B}\u{2028}z"

    /// What moves, hides or turns. Where nothing is a terminal, the tool writes no styles.
    private func hidden(in text: String) -> [String] {
        text.unicodeScalars.filter {
            [.control, .format, .lineSeparator].contains($0.properties.generalCategory) && $0 != "\n"
        }.map { String($0.value, radix: 16) }
    }

    @Test(arguments: [
        ["staffing", "import", "FILE", "--dry-run"], ["nomination", "import", "FILE", "--unit", "01"],
        ["nomination", "attest", "--from", "FILE"], ["unit", "show", hostile], ["unit", "list", "--search", hostile],
        ["nomination", "list", "--unit", hostile],
        ["nomination", "add", "--unit", "01", "--award", hostile, "--collective", "01"],
        ["nomination", "add", "--unit", "01", "--award", "Bằng khen", "--person", hostile, "--name", hostile],
        ["quota", "list", "--campaign", hostile], ["audit", "list", "--login", hostile], [hostile], ["unit", "--\(hostile)"],
        ["user", "add", hostile, "--role", hostile], ["staffing", "import", "/\(hostile)"],
    ])
    func `What is repeated of a file or an argument moves no cursor and hides nothing`(command: [String]) throws {
        let rows = [
            "Mã tỉnh,Tỉnh,Loại đơn vị,Đơn vị,Số công chức,\(Self.hostile)",
            "01,Hà Nội\(Self.hostile),THADS tỉnh,,5\(Self.hostile),x",
            "\(Self.hostile),\(Self.hostile),\(Self.hostile),\(Self.hostile),\(Self.hostile),x",
        ]
        try Tool.withRegistry { tool in
            try TemporaryFolder.with { folder in
                let file = "\(folder)/\(Self.hostile.replacing("/", with: "")).csv"
                try rows.map { "\"" + $0.replacing(",", with: "\",\"") + "\"\r\n" }.joined()
                    .write(toFile: file, atomically: true, encoding: .utf8)
                for options in [[], ["--verbose"], ["--lang", "en"]] {
                    let outcome = try tool.run(command.map { $0 == "FILE" ? file : $0 } + options)
                    #expect(hidden(in: outcome.output) == [], "\(outcome.output.debugDescription)")
                    #expect(hidden(in: outcome.errors) == [], "\(outcome.errors.debugDescription)")
                    #expect(
                        (outcome.status == 0) == (["--search", "--login"].contains { command.contains($0) }), "\(outcome.output)")
                }
            }
        }
    }
}
