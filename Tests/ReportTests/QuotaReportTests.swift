import Testing

@testable import Report

@Suite struct QuotaReportTests {
}
