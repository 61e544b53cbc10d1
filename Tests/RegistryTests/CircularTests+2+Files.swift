import Postgres
import Registry
import TestSupport
import Testing

/// What may be attached to a dossier.
extension CircularTests.Clause_2 {
    private static let zip = "PK\u{3}\u{4}[Content_Types].xml "
    private static let known: [(String, [UInt8])] = [
        ("application/pdf", Array("%PDF-1.4 %%EOF".utf8)), ("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0]),
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Array((zip + "word/document.xml").utf8)
        ),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Array((zip + "word/document2.xml").utf8)
        ),
        ("application/pdf", Array("\r\n%PDF-1.4 %%EOF\r\n".utf8)),
    ]

    @Test(
        "2 (the registry's own limits): PDF, JPEG, PNG and DOCX are recognised by content, whatever the file's name",
        arguments: known)
    func knownFiles(type: String, content: [UInt8]) throws {
        try withDossier { _, connection in
            let document = Document.Entry(kind: "proposal_letter", fileName: "to-trinh.exe", content: content)
            expect(try dossier.attach(document, on: &connection).type, is: type)
        }
    }

    private static let unknown: [(String, [UInt8])] = [
        ("a Word 97 file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ("a ZIP", Array("PK\u{3}\u{4}to-trinh.pdf".utf8)),
        ("a workbook", Array((zip + "xl/workbook.xml").utf8)), ("a text", Array("Tờ trình".utf8)), ("nothing", []),
        ("a text with macros", Array((zip + "word/document.xml word/vbaProject.bin").utf8)),
    ]

    @Test("2 (the registry's own limits): anything else is refused, even if it is named .pdf", arguments: unknown)
    func unknownFiles(what: String, content: [UInt8]) throws {
        try withDossier { _, connection in
            let document = Document.Entry(kind: "proposal_letter", fileName: "to-trinh.pdf", content: content)
            #expect(refusal { try dossier.attach(document, on: &connection) } == .invalidInput, "\(what)")
        }
    }

    @Test("2 (the registry's own limits): a file is at most 20 MB in size")
    func size() throws {
        try withDossier { _, connection in
            let limit = 20 * 1024 * 1024
            let content =
                [UInt8](repeating: 7, count: 9)
                + CompleteDossier.pdf(String(repeating: "x", count: limit - CompleteDossier.pdf().count - 9))
            var document = Document.Entry(kind: "proposal_letter", fileName: "to-trinh.pdf", content: content)
            expect(try dossier.attach(document, on: &connection).size, is: limit)
            document.content.insert(7, at: 0)
            #expect(refusal { try dossier.attach(document, on: &connection) } == .invalidInput)
        }
    }

    private func files(_ connection: inout Connection) throws -> Int? {
        try connection.first("SELECT count(*) AS count FROM file") { try $0["count"] }
    }

    @Test(
        "2 (the registry's own limits): the same bytes are kept once, however often they are attached; replaced ones only if they were submitted"
    )
    func deduplication() throws {
        try withDossier { _, connection in
            expect(try files(&connection), is: 3)  // both reports have the same bytes
            try dossier.attach(dossier.letter, on: &connection)
            expect(try files(&connection), is: 3)
            var other = Document.Entry(kind: "proposal_letter", fileName: "khac.pdf", content: CompleteDossier.pdf("khác"))
            other.declares = .all
            try dossier.attach(other, on: &connection)
            expect(try files(&connection), is: 3)  // the first letter is gone
            _ = try dossier.submit(on: &connection)
            _ = try dossier.sendBack(on: &connection)
            for text in ["thứ ba", "thứ tư"] {
                try dossier.attach(
                    Document.Entry(kind: "proposal_letter", fileName: "x.pdf", content: CompleteDossier.pdf(text)),
                    on: &connection)
                expect(try files(&connection), is: 4)  // the letter that was submitted stays
            }
        }
    }

    // MARK: Closed
}
