import Postgres
import Registry

extension ReportRun {
    /// The report: as it is stored, or read and stored now.
    ///
    /// - Throws: ``Refusal``; busy where transactions from before the report's moment keep ending while it is read.
    public func make(from sources: inout ReportSources) throws -> QuotaReport {
        if !isMade { try readAndKeep(in: &sources) }
        guard let report = try sources.read({ try kept(&$0) }) else {
            throw Refusal(.busy, Phrase("Báo cáo chưa được lưu.", "The report was not stored."))
        }
        return report
    }

    /// Closes the campaign if its deadline has passed: the final report is read after that.
    func closeIfOver(on connection: inout Connection) throws {
        let isDue = try connection.transaction(.registryRead) { try Campaign.due(&$0).contains(campaign) }
        if isDue { _ = try Campaign.close(campaign, on: &connection) }
    }

    private func readAndKeep(in sources: inout ReportSources) throws {
        for attempt in 1... {
            let content = try sources.read { try read(&$0) }
            do {
                return try sources.write { try keep(content, &$0) }
            } catch let error as ServerError where error.sqlState == .serializationFailure && attempt < Self.attempts {
                try Interruption.check(forMilliseconds: 150)
            }
        }
    }

    private static let attempts = 30
}
