import Foundation
import Registry
import Testing
import TestSupport

@testable import Report

/// Letters, read by a library other than the one that made them.
@Suite(.limited) struct LetterTests {
    @Test func `What is put into a letter is read from it unchanged`() throws {
        let letter = try Letter.sample()
        let read = try #require(try Python.read("read_letter.py", letter.bytes) as? [String: Any])
        #expect(read["defects"] as? [String] == [])
        #expect(read["from"] as? [String] == ["Thi đua, khen thưởng", "thidua@example.vn"])
        #expect(read["to"] as? [String] == ["Nguyễn Thị “Hạnh”", "chuyenquan@example.vn"])
        #expect(read["subject"] as? String == letter.subject)
        #expect(read["date"] as? String == "2026-04-20T00:00:05+07:00")
        #expect((read["text"] as? String)?.replacing("\r\n", with: "\n") == letter.text)
        #expect(read["fileName"] as? String == "thidua-2026-04-20.html")
        #expect(read["type"] as? String == "text/html")
        #expect(read["page"] as? String == letter.attachment.html)
    }

    @Test(arguments: [
        "A", "Báo cáo", String(repeating: "Ề", count: 500), String(repeating: "plain ", count: 40), "=?UTF-8?B?QQ==?=", "a  b",
    ])
    func `A subject of any length is read unchanged`(_ subject: String) throws {
        let sample = try Letter.sample()
        let letter = try Letter(
            from: sample.from, to: sample.to, subject: subject, text: "", attachment: sample.attachment, id: sample.id,
            date: sample.date)
        let read = try #require(try Python.read("read_letter.py", letter.bytes) as? [String: Any])
        #expect(read["subject"] as? String == subject)
        #expect(read["defects"] as? [String] == [])
        #expect(isWellFormed(letter.bytes))
    }

    @Test func `A letter is ASCII in lines of 76 characters, and the same letter has the same bytes`() throws {
        let letter = try Letter.sample(html: String(repeating: "Đề nghị ", count: 10_000))
        #expect(isWellFormed(letter.bytes))
        #expect(try letter.bytes == Letter.sample(html: letter.attachment.html).bytes)
        #expect(try letter.bytes != Letter.sample().bytes)
    }

    @Test func `A letter's identity is derived from the report, and distinguishes codes`() {
        let id = Letter.id(campaign: "606/Đ", date: "2026-04-20", specialist: "CQ.1", domain: "example.vn")
        #expect(id == "thidua.606=2F=C4=90.2026-04-20.CQ=2E1@example.vn")
        #expect(
            Letter.id(campaign: "A.B", date: "", specialist: "C", domain: "x")
                != Letter.id(campaign: "A", date: "", specialist: "B.C", domain: "x"))
    }

    @Test(arguments: ["a\r\nBcc: b@c.vn", "a\nb", "a\rb", "a\0b", "a\u{85}b"])
    func `Nothing can add a line to a letter's headers`(_ text: String) throws {
        let sample = try Letter.sample()
        func letter(subject: String = "a", fileName: String = "a", id: String = "a@b") throws -> Letter {
            try Letter(
                from: sample.from, to: sample.to, subject: subject, text: "", attachment: .init(fileName: fileName, html: ""),
                id: id, date: Date())
        }
        #expect(throws: Refusal.self) { try letter(subject: text) }
        #expect(throws: Refusal.self) { try letter(fileName: text) }
        #expect(throws: Refusal.self) { try letter(id: text) }
        #expect(throws: Refusal.self) { try MailAddress(name: text, address: "a@b.vn") }
        #expect(throws: Refusal.self) { try MailAddress(address: text + "@b.vn") }
        #expect(throws: Refusal.self) { try MailAddress("\(text) <a@b.vn>") }
    }

    @Test(arguments: [
        "", "a", "a@", "@b", "a@b@c", "a b@c", "-a@b", "a@-b", "a@b..c", "a@b,c@d", "a@b>", "<a@b", "Đ@b.vn", "a@b\"c",
    ])
    func `What is not an address is refused`(_ text: String) {
        #expect(throws: Refusal.self) { try MailAddress(text) }
    }

    /// ASCII, and every line ends with CR LF before its 77th character.
    private func isWellFormed(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return bytes.allSatisfy { $0 < 128 } && lines.last?.isEmpty == true
            && lines.dropLast().allSatisfy {
                $0.last == UInt8(ascii: "\r") && $0.count <= 77 && !$0.dropLast().contains(UInt8(ascii: "\r"))
            }
    }
}
