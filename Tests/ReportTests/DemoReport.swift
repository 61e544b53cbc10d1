import Foundation
import TestSupport

@testable import Report

/// The demonstration's report (see Fixtures), as it is or with a change.
enum DemoReport {
    typealias Object = [String: Any]

    /// What `report_content()` returns.
    static func content() throws -> Object {
        let data = try Data(contentsOf: URL(filePath: Repository.root + "/Tests/ReportTests/Fixtures/demo.json"))
        return try JSONSerialization.jsonObject(with: data) as? Object ?? [:]
    }

    static func with(_ edit: (inout Object) -> Void = { _ in }) throws -> QuotaReport {
        var content = try content()
        edit(&content)
        return try QuotaReport(content: String(decoding: JSONSerialization.data(withJSONObject: content), as: UTF8.self))
    }
}

extension DemoReport.Object {
    /// Changes those of its rows under a key that meet the condition.
    mutating func change(_ key: String, where isMeant: (Self) -> Bool = { _ in true }, _ change: (inout Self) -> Void) {
        let rows = self[key] as? [Self] ?? []
        self[key] = rows.map { row -> Self in
            var row = row
            if isMeant(row) { change(&row) }
            return row
        }
    }
}
