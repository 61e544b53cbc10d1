import Foundation
import TestSupport
import Testing

/// The tests themselves: a suite without tests, a test that ends before it has checked anything, and a document that names a
/// nonexistent suite all look like tests, but are not.
@Suite(.limited) struct SuiteTests {
    /// What may name a suite.
    private static let folders = ["Tests", "Sources", "sql", "docs"]
    private static let documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Benchmarks/README.md"]

    @Test func `Every suite has a test, no test ends silently, and every suite that is named exists`() throws {
        let tests = TestSources(try SwiftSource.all(under: "Tests"))
        #expect(tests.suiteCount > 60 && tests.testCount > 400, "\(tests.suiteCount), \(tests.testCount)")
        #expect(tests.emptySuites == [])
        #expect(tests.silentTests == [])
        #expect(tests.conditionsWithoutReason == [])
        #expect(tests.unlimitedSuites == [])
        #expect(tests.waitsWithoutReason == [])

        let targets = Set(
            try String(contentsOfFile: Repository.root + "/Package.swift", encoding: .utf8)
                .matches(of: /\.testTarget\(\s*name: "(\w+)"/).map { String($0.1) })
        #expect(targets.count == 6)
        let inFolders = try Self.folders.flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: "\(Repository.root)/\(folder)").map { "\(folder)/\($0)" }
        }.filter { $0.contains(/\.(swift|sql|md)$/) && !$0.hasSuffix("/SuiteTests.swift") }
        #expect(inFolders.count > 300)
        for path in inFolders + Self.documents {
            let text = try String(contentsOfFile: "\(Repository.root)/\(path)", encoding: .utf8)
            #expect(tests.unknownSuites(in: text, besides: targets) == [], "\(path)")
        }
    }

    @Test func `An empty suite, a test that ends silently and a name without a suite are detected`() {
        let tests = TestSources([
            SwiftSource(
                path: "A.swift",
                text: """
                    @Suite struct EmptyTests { /* @Test */ let text = "@Test }" }
                    @Suite(.serialized) struct SpreadTests {}
                    extension SpreadTests { @Suite("1: {") struct Part { @Test func one() {} } }
                    @Suite struct OuterTests { @Suite struct Inner {} }
                    """),
            SwiftSource(
                path: "B.swift",
                text: """
                    @Suite(.limited) struct SilentTests {
                        @Test(arguments: [(1, "{")]) func two(_ number: Int) {
                            guard number > 1 else { return }
                        }
                        func helper() { guard true else { return } }
                        @Test(.enabled(if: true)) func three() {
                            if true { return }
                            guard [1].contains(where: { $0 > 1 }) else {
                                // Not here.
                                return
                            }
                            usleep(1); let text = "usleep(1)"
                            // Not for an event: any moment will do.
                            Thread.sleep(forTimeInterval: 1)
                        }
                        func wait() { Process().waitUntilExit() }
                        @Test(.enabled(if: true, "why")) func four() { return #expect(true) }
                    }
                    """),
        ])
        #expect(tests.emptySuites == ["EmptyTests", "Inner", "OuterTests"])
        #expect(tests.silentTests == ["B.swift:3", "B.swift:7", "B.swift:8"])
        #expect(tests.conditionsWithoutReason == ["B.swift:6"])
        #expect(tests.unlimitedSuites == ["A.swift:1", "A.swift:2", "A.swift:4"])
        #expect(tests.waitsWithoutReason == ["B.swift:12", "B.swift:16"])
        #expect(
            tests.unknownSuites(in: "SpreadTests, `GoneTests`; see thiduaTests and OuterTests+1.swift", besides: ["thiduaTests"])
                == ["GoneTests"])
    }
}

/// The suites and tests of some files.
private struct TestSources {
    private let files: [SwiftSource]
    /// The bodies of every type and of its extensions, wherever they are.
    private var bodies: [String: [String]] = [:]
    private var suites: Set<String> = []

    init(_ files: [SwiftSource]) {
        self.files = files
        for file in files {
            for type in file.matches(#"\b(?:struct|class|enum|actor|extension) (\w+)"#) {
                guard let brace = file.position(of: "{", from: type.range.upperBound) else { continue }
                bodies[type.groups[0], default: []].append(file.code(in: file.block(at: brace)))
            }
            for suite in file.matches("@Suite") {
                let name = SwiftSource.matches(
                    #"\b(?:struct|class|actor|enum) (\w+)"#, in: file.code(in: suite.range.upperBound..<file.code.utf8.count))
                if let name = name.first { suites.insert(name.groups[0]) }
            }
        }
    }

    var suiteCount: Int { suites.count }
    var testCount: Int { files.map { $0.matches("@Test\\b").count }.reduce(0, +) }

    /// Suites without a test, even in a nested suite.
    var emptySuites: [String] {
        suites.filter { !(bodies[$0] ?? []).contains { $0.contains("@Test") } }.sorted()
    }

    /// Where a test returns early and silently. (`try Test.cancel("why")` and `#require` are not silent.)
    var silentTests: [String] {
        files.flatMap { file in
            file.matches("@Test\\b").flatMap { test -> [String] in
                let rest = test.range.upperBound
                var start = file.position(after: rest)
                if file.code(in: start..<start + 1) == "(" { start = file.block(at: start).upperBound }
                guard let function = SwiftSource.matches("func ", in: file.code(in: start..<file.code.utf8.count)).first,
                    let parameters = file.position(of: "(", from: start + function.range.upperBound),
                    let brace = file.position(of: "{", from: file.block(at: parameters).upperBound)
                else { return [] }
                let body = file.block(at: brace)
                return SwiftSource.matches(#"(?:\belse|\bif\b[^{}]*)\s*\{\s*return\s*\}"#, in: file.code(in: body)).map {
                    file.place(body.lowerBound + $0.range.lowerBound)
                }
            }
        }
    }

    /// Suites whose tests may hang forever. A nested suite has the limit of the outer one.
    var unlimitedSuites: [String] {
        files.flatMap { file in file.matches(#"(?m)^@Suite(?!\(\.limited)"#).map { file.place($0.range.lowerBound) } }
    }

    /// Where a test waits for a fixed time without saying why it does not wait for an event (``waitUntil(_:_:)``), or waits for a
    /// program in a way that may never end (see ``Program``).
    var waitsWithoutReason: [String] {
        files.filter { !$0.path.hasSuffix("/Waiting.swift") }.flatMap { file in
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
            return file.matches(#"\b(?:Thread\.sleep|usleep|Process)\("#).map { file.place($0.range.lowerBound) }.filter {
                place in
                let line = place.split(separator: ":").last.flatMap { Int($0) } ?? 0
                return !lines[max(0, line - 2)].contains("// Not for an event: ")
            }
        }
    }

    /// Where a test may be skipped, and the report would not say why.
    var conditionsWithoutReason: [String] {
        files.flatMap { file in
            file.matches(#"\.(?:enabled|disabled)\(if: "#).filter { condition in
                let call = file.block(at: file.position(of: "(", from: condition.range.lowerBound) ?? condition.range.lowerBound)
                return !file.literals.contains {
                    call.contains($0.range.lowerBound) && file[$0.range.upperBound..<call.upperBound] == ")"
                }
            }.map { file.place($0.range.lowerBound) }
        }
    }

    /// Names of suites in a text that are neither a suite nor another type of the tests.
    func unknownSuites(in text: String, besides targets: Set<String>) -> [String] {
        let names = text.matches(of: /\b[A-Za-z]\w*Tests\b/).map { String($0.0) }
        return Set(names).subtracting(targets).filter { bodies[$0] == nil }.sorted()
    }
}
