import Foundation
import Postgres
import RegexBuilder
import TestSupport
import Testing

/// README and `docs/` as their readers use them: links work, examples print what they show, and everything that is named exists.
@Suite(.limited, .keepsFailedDatabases) struct DocumentTests {
    private static let documents: [String] = {
        let docs = (try? FileManager.default.subpathsOfDirectory(atPath: Repository.root + "/docs")) ?? []
        return ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Benchmarks/README.md"]
            + docs.filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }.sorted()
    }()

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(Repository.root)/\(path)", encoding: .utf8)
    }

    @Test func `README is one page`() throws {
        expect(try text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count <= 121, is: true)
    }

    @Test(arguments: documents)
    func `Every link works`(document: String) throws {
        let folder = URL(filePath: "\(Repository.root)/\(document)").deletingLastPathComponent()
        for link in try text(document).matches(of: /\]\(([^)\s]+)\)/).map({ String($0.1) }) where !link.hasPrefix("https://") {
            let parts = link.split(separator: "#", maxSplits: 1)
            let target =
                link.hasPrefix("#") ? URL(filePath: "\(Repository.root)/\(document)") : folder.appending(path: String(parts[0]))
            #expect(FileManager.default.fileExists(atPath: target.path()), "\(link)")
            guard let anchor = link.contains("#") ? parts.last : nil else { continue }
            let headings = try String(contentsOf: target, encoding: .utf8).matches(of: /(?m)^#+ (.*)$/).map { heading in
                heading.1.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.replacing(" ", with: "-")
            }
            #expect(headings.contains(String(anchor)), "\(link)")
        }
    }

    @Test func `Each rule is implemented where the document says`() throws {
        let rows = try text("docs/develop/where.md").split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        #expect(rows.count > 30)
        let suites = try SwiftSource.all(under: "Tests").map(\.text).joined()
        for row in rows {
            let cells = row.dropFirst().split(separator: "|", omittingEmptySubsequences: false).map {
                String($0).trimmingCharacters(in: .whitespaces)
            }
            try #require(cells.count == 6, "\(row)")
            let names = { (cell: String) in cell.matches(of: /`([^`]+)`/).map { String($0.1) } }
            let file = try text("sql/" + (try #require(names(cells[3]).first)))
            for name in names(cells[2]) { #expect(Self.defines(name, rows: cells[2].hasPrefix("rows"), file), "\(name): \(row)") }
            for suite in names(cells[4]) { #expect(suites.contains("struct \(suite) {"), "\(suite): \(row)") }
        }
    }

    /// Whether an SQL file defines what a row of the table names.
    private static func defines(_ name: String, rows: Bool, _ file: String) -> Bool {
        if rows { return file.contains("INSERT INTO \(name) ") }
        if ["FUNCTION", "VIEW", "TABLE"].contains(where: {
            file.contains("CREATE \($0) \(name) ") || file.contains("CREATE \($0) \(name)(")
        }) {
            return true
        }
        let parts = name.split(separator: ".")
        if parts.count == 2, let table = file.firstRange(of: "CREATE TABLE \(parts[0]) (") {
            let rest = file[table.upperBound...]
            return rest[..<(rest.firstRange(of: "\n);")?.lowerBound ?? rest.endIndex)].split(separator: "\n").contains {
                $0.drop { $0 == " " }.hasPrefix(parts[1] + " ")
            }
        }
        return file.contains("CONSTRAINT \(name) ") || file.contains("CONSTRAINT = '\(name)'")
    }

    @Test func `What a file defines is distinguished from what it does not`() {
        let file =
            "CREATE TABLE a (\n    b text CONSTRAINT b_is_c CHECK (true)\n);\nRAISE x USING CONSTRAINT = 'd_is_e';\nCREATE VIEW f AS SELECT 1;"
        let found = ["a", "a.b", "b_is_c", "d_is_e", "f", "g", "a.c", "b_is"].filter { Self.defines($0, rows: false, file) }
        #expect(found == ["a", "a.b", "b_is_c", "d_is_e", "f"])
    }

    @Test func `The examples print what the documents show`() throws {
        try ConsoleSession.with { session in
            for document in [
                "README.md", "docs/use/administrator.md", "docs/use/clerk.md", "docs/use/report.md", "docs/operate/security.md",
                "docs/use/connecting.md",
            ] {
                for block in try text(document).matches(of: /(?s)```console\n(.*?)```/) {
                    for step in ConsoleSession.steps(String(block.1)) {
                        let differences = try session.run(step)
                        #expect(differences == [], "\(document): \(step.command)")
                    }
                }
            }
            #expect(session.count > 15)
        }
    }

    @Test func `An example that prints something else is detected`() throws {
        try ConsoleSession.with { session in
            for (block, differences) in [
                ("$ echo one; echo two\ntwo\none\n", 0), ("$ echo one; echo two\none\n", 1),
                ("$ echo one; echo two\none\n…\n", 0),
                ("$ echo one\none\ntwo\n", 1), ("$ echo number 123456789012\nnumber 318218115480\n", 0),
                ("$ echo 1 of 2\n2 of 2\n", 2),
            ] {
                let step = try #require(ConsoleSession.steps(block).first)
                expect(try session.run(step).count, is: differences)
            }
        }
    }
}
