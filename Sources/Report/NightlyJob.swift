import FoundationEssentials
import Postgres
import Registry

/// The nightly job: the reports that are due, their files, their letters, and the metrics by which the job is monitored.
public struct NightlyJob: Sendable {
    /// Where the reports go.
    public let folder: ReportFolder
    /// The language of the reports.
    public let language: Language
    /// Sends each area specialist their part; nil to send no letters.
    public var letters: ReportLetters?
    /// The file for node_exporter's textfile collector; nil for none.
    public var metrics: String?

    /// A job that only writes files.
    public init(in folder: ReportFolder, _ language: Language) {
        (self.folder, self.language) = (folder, language)
    }

    /// One report that was made.
    public struct Made: Sendable {
        public let report: QuotaReport
        /// Paths of its files; the page for the Department first.
        public let files: [String]
        /// The outcome of its letters.
        public let letters: [ReportLetters.Delivery]
    }
}

extension NightlyJob {
    /// Makes these reports, one after the other. One that cannot be made keeps no other from being made.
    ///
    /// - Returns: What was made, and what was not, with the reason. Letters that could not be sent are in the former.
    /// - Throws: ``Interrupted``, and where there is no connection any more.
    public func make(
        _ runs: [ReportRun], from sources: inout ReportSources
    ) throws -> (made: [Made], failures: [(run: ReportRun, reason: Refusal)]) {
        let started = ContinuousClock.now
        let latest = Dictionary(runs.map { ($0.campaign, $0.date) }) { max($0, $1) }
        var made: [Made] = []
        var failures: [(run: ReportRun, reason: Refusal)] = []
        for run in runs {
            do {
                try made.append(make(run, latest: latest[run.campaign], from: &sources))
            } catch let error where !(error is Interrupted || error is ConnectionError || error is TransactionError) {
                failures.append((run, Refusal(error)))
            }
        }
        if let metrics, failures.isEmpty, made.allSatisfy({ $0.unsent.isEmpty }) {
            let taken = (ContinuousClock.now - started) / .milliseconds(1)
            try ReportFolder.replace(
                metrics, with: Metrics.text(of: made.map(\.report), finishedAt: Date(), durationSeconds: taken / 1000))
        }
        return (made, failures)
    }

    private func make(_ run: ReportRun, latest: String?, from sources: inout ReportSources) throws -> Made {
        try sources.onPrimary { try run.closeIfOver(on: &$0) }
        let report = try run.make(from: &sources)
        let files = try folder.write(report, in: language)
        // Reports of missed nights are only written as files, so that nobody gets three letters in one morning. But the final
        // report is always sent.
        let isNews = run.date == latest || report.edition?.isFinal == true
        let sent = isNews ? try letters.map { letters in try sources.onPrimary { try letters.send(report, on: &$0) } } : nil
        return Made(report: report, files: files, letters: sent ?? [])
    }
}

extension NightlyJob.Made {
    /// Letters that were not sent, and may be sent later.
    public var unsent: [ReportLetters.Delivery] {
        letters.filter { if case .failed = $0.outcome { true } else { false } }
    }
}
