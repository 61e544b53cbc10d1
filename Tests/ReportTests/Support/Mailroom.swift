import Foundation
import Registry
import TestSupport

@testable import Report

/// A place where letters arrive.
struct Mailroom {
    /// The route by which they arrive.
    let route: MailRoute
    /// Where they are stored.
    let folder: String

    /// Calls `body` with a mail server in one of the modes of Mail/smtp_server.py.
    static func withServer<T>(_ mode: String = "", _ body: (Mailroom) throws -> T) throws -> T {
        try Python.withServer("smtp_server.py", mode) { port, folder in
            try body(Mailroom(route: MailRoute("smtp://127.0.0.1:\(port)"), folder: folder))
        }
    }

    /// Calls `body` with a `sendmail` in one of the modes of Mail/sendmail.
    static func withSendmail<T>(_ mode: String = "", _ body: (Mailroom) throws -> T) throws -> T {
        try TemporaryFolder.with { folder in
            try FileManager.default.copyItem(
                atPath: Repository.root + "/Tests/ReportTests/Mail/sendmail", toPath: folder + "/sendmail")
            if !mode.isEmpty { _ = FileManager.default.createFile(atPath: folder + "/" + mode, contents: nil) }
            return try body(Mailroom(route: MailRoute("sendmail:\(folder)/sendmail"), folder: folder))
        }
    }

    /// The letters that have arrived, in order.
    var letters: [[UInt8]] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".eml") }.sorted()
                .map { Array(try Data(contentsOf: URL(filePath: folder + "/" + $0))) }
        }
    }

    /// Their receivers.
    var receivers: [String] {
        get throws {
            try letters.map { letter in
                let content = try Python.read("read_letter.py", letter) as? [String: Any]
                return (content?["to"] as? [String])?.last ?? ""
            }
        }
    }
}

extension Letter {
    /// A letter with everything that is difficult to encode.
    static func sample(to: String = "chuyenquan@example.vn", html: String = "<p>Chỉ tiêu “còn lại”: 3</p>\n.\r\n") throws
        -> Letter
    {
        try Letter(
            from: MailAddress("Thi đua, khen thưởng <thidua@example.vn>"),
            to: MailAddress(name: "Nguyễn Thị “Hạnh”", address: to),
            subject: "Báo cáo chỉ tiêu khen thưởng đợt 606/KH-CQLTHADS, ngày 20/4/2026: \u{1F3C5}",
            text: "Kính gửi đồng chí Hạnh,\n\n.\nKhông có chỉ tiêu nào bị vượt.\n",
            attachment: Page(fileName: "thidua-2026-04-20.html", html: html),
            id: Letter.id(campaign: "606/KH-Đ", date: "2026-04-20", specialist: "HANH", domain: "example.vn"),
            date: Date(timeIntervalSince1970: 1_776_618_005))
    }
}

extension QuotaReport {
    /// The demonstration's report, as it is stored.
    static func demo(_ date: String = "2026-11-26") throws -> QuotaReport {
        let path = Repository.root + "/Tests/ReportTests/Fixtures/demo.json"
        var report = try QuotaReport(content: String(contentsOfFile: path, encoding: .utf8))
        report.edition = Edition(date: date, isLate: false, isFinal: false)
        return report
    }
}
