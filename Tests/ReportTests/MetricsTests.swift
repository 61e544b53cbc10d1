import Foundation
import Testing
import TestSupport

@testable import Report

/// The collector's file, read by Prometheus's own library.
@Suite(.limited) struct MetricsTests {
    @Test func `Prometheus reads what the report counts`() throws {
        let report = try QuotaReport.demo()
        let text = Metrics.text(of: [report], finishedAt: Date(timeIntervalSince1970: 1_776_618_005.9), durationSeconds: 1.25)
        let values = try samples(text)
        #expect(values["thidua_report_last_success_timestamp_seconds 606/DEMO"] == 1_776_618_005)
        #expect(values["thidua_report_duration_seconds "] == 1.25)
        #expect(values["thidua_report_units_over 606/DEMO"] == 0)
        #expect(values["thidua_report_dossiers_missing 606/DEMO"] == Double(report.incomplete.count))
        #expect(values["thidua_report_units_without_nominations 606/DEMO"] == Double(report.withNothing.count))
        #expect(values["thidua_report_units_not_submitted 606/DEMO"] == Double(report.unsubmitted.count))
        #expect(values["thidua_report_quotas_near_edge 606/DEMO"] == Double(report.nearAnEdge.count))
        try #expect(values["thidua_report_minutes_to_deadline 606/DEMO"] == Double(QuotaReport.demo().minutesLeft))
        #expect(values.count == 8)
    }

    @Test func `A campaign's code is a label whatever it contains, and each campaign appears once`() throws {
        let content = try String(contentsOfFile: Repository.root + "/Tests/ReportTests/Fixtures/demo.json", encoding: .utf8)
        let odd = try QuotaReport(content: content.replacing("606/DEMO", with: #"a\\b\"c\nd{}"#))
        let text = Metrics.text(of: [odd, try .demo(), odd], finishedAt: Date(), durationSeconds: 0)
        let values = try samples(text)
        try #expect(values["thidua_report_minutes_to_deadline a\\b\"c\nd{}"] == Double(QuotaReport.demo().minutesLeft))
        #expect(values.count == 15)
        #expect(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.count == 15)
    }

    /// Values by name and campaign; every family is a gauge that says what it is.
    private func samples(_ text: String) throws -> [String: Double] {
        let families = try #require(try Python.read("read_metrics.py", Array(text.utf8)) as? [[String: Any]])
        var values: [String: Double] = [:]
        for family in families {
            #expect(family["type"] as? String == "gauge")
            #expect((family["help"] as? String)?.isEmpty == false)
            for sample in family["samples"] as? [[Any]] ?? [] {
                let labels = sample[1] as? [String: String] ?? [:]
                values["\(sample[0]) \(labels["campaign"] ?? "")"] = (sample[2] as? NSNumber)?.doubleValue
            }
        }
        return values
    }
}
