import Foundation
import TestSupport
import Testing

/// `dossier attach` has the pages of a PDF checked by qpdf, where it is installed.
@Suite(.limited, .keepsFailedDatabases) struct DossierDamageTests {
    /// What attaching a file came to, and the files that were handed to the qpdf of this folder.
    private func attach(_ bytes: some Sequence<UInt8>, path: String) throws -> (outcome: Program.Outcome, attached: Bool) {
        try Tool.withRegistry { tool in
            var tool = tool
            tool.environment["PATH"] = path
            return try Tool.withFile(bytes) { file in
                defer { try? FileManager.default.removeItem(atPath: file + ".back") }
                let outcome = try tool("dossier", "attach", "proposal_letter", file, "--unit", "01", "-o", "json")
                return (outcome, try tool("dossier", "save", "proposal_letter", file + ".back", "--unit", "01").status == 0)
            }
        }
    }

    /// Calls `body` with a folder that has a stand-in for qpdf, which finds this and ends so.
    private func withStandIn<T>(finding text: String, ending status: Int, _ body: (String) throws -> T) throws -> T {
        try TemporaryFolder.with { folder in
            let script = """
                #!/bin/sh
                [ "$#" = 2 ] && [ "$1" = --check ] && IFS= read -r head < "$2" && [ "$head" = "%PDF-1.7" ] || exit 0
                echo '\(text)'
                exit \(status)
                """
            try Data(script.utf8).write(to: URL(filePath: folder + "/qpdf"))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/qpdf")
            return try body(folder)
        }
    }

    @Test func `A PDF in which qpdf finds an error is refused with what it found`() throws {
        let text = """
            checking /dev/fd/3
            WARNING: /dev/fd/3 (offset 71): error decoding stream data
            ERROR: page 1: content stream: errors while decoding
            qpdf: errors detected
            """
        try withStandIn(finding: text, ending: 2) { folder in
            let (outcome, attached) = try attach(SmallPDF.text("letter").utf8, path: folder)
            #expect(outcome.status == 65 && !attached)
            let message = try #require(outcome.error["message"] as? String)
            #expect(message.contains("qpdf: page 1: content stream: errors while decoding"), "\(message)")
        }
    }

    @Test(arguments: [(3, "qpdf: operation succeeded with warnings"), (0, "No syntax or stream encoding errors found")])
    func `What qpdf can repair, or finds nothing wrong with, is attached`(status: Int, text: String) throws {
        try withStandIn(finding: text, ending: status) { folder in
            let (outcome, attached) = try attach(SmallPDF.text("letter").utf8, path: folder)
            #expect(outcome.status == 0 && attached && outcome.errors.isEmpty, "\(outcome.errors)")
        }
    }

    @Test func `Without qpdf, the database's own check remains`() throws {
        try TemporaryFolder.with { folder in
            #expect(try attach("%PDF-1.7 letter %%EOF".utf8, path: folder).attached)
            expect(try attach("%PDF-1.7 letter".utf8, path: folder).outcome.error["constraint"] as? String, is: "file_is_whole")
        }
    }

    @Test func `The database's reasons come first, and what is no PDF is not judged as one`() throws {
        try withStandIn(finding: "qpdf: /dev/fd/3: invalid password", ending: 2) { folder in
            let secret = SmallPDF.text("secret").replacing("/Root", with: "/Encrypt 5 0 R /Root")
            expect(try attach(secret.utf8, path: folder).outcome.error["constraint"] as? String, is: "file_is_open_to_readers")
            #expect(try attach([0xFF, 0xD8, 0xFF, 0xE0] + Array("\n%PDF-1.7".utf8), path: folder).attached)
        }
    }

    private static let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    private static let isInstalled = path.split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: $0 + "/qpdf")
    }

    @Test(.enabled(if: isInstalled, "qpdf is not installed"))
    func `qpdf itself takes a small PDF, and finds one without pages damaged`() throws {
        #expect(try attach(SmallPDF.text("letter").utf8, path: Self.path).attached)
        let (outcome, attached) = try attach("%PDF-1.7 letter %%EOF".utf8, path: Self.path)
        #expect(!attached && (outcome.error["message"] as? String)?.contains("trailer") == true, "\(outcome.errors)")
    }
}
