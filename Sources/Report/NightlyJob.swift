import FoundationEssentials
import Postgres
import Registry

/// The nightly job: the reports that are due, their files, the letters with them, and what watches over it.
public struct NightlyJob: Sendable {
    /// Where the reports go.
    public let folder: ReportFolder
    /// In which language.
    public let language: Language
    /// Sends the area specialists theirs; nil where none are sent.
    public var letters: ReportLetters?
    /// The file for node_exporter's textfile collector; nil for none.
    public var metrics: String?

    /// A job that writes files alone.
    public init(in folder: ReportFolder, _ language: Language) {
        (self.folder, self.language) = (folder, language)
    }

    /// One report that was made.
    public struct Made: Sendable {
        public let report: QuotaReport
        /// Paths of its files; the page for the Department first.
        public let files: [String]
        /// What became of its letters.
        public let letters: [ReportLetters.Delivery]
    }
}

extension NightlyJob {
    /// Makes these reports, one after the other.
    ///
    /// - Throws: ``Refusal``, the database's errors. Where some letters could not be sent it does not throw: they are in the result.
    public func make(_ runs: [ReportRun], from sources: inout ReportSources) throws -> [Made] {
        let started = ContinuousClock.now
        let latest = Dictionary(runs.map { ($0.campaign, $0.date) }) { max($0, $1) }
        var made: [Made] = []
        for run in runs {
            let report = try run.make(from: &sources)
            let files = try folder.write(report, in: language)
            // What was missed is told by the files; nobody is sent three letters in one morning. But the record goes to everyone.
            let isNews = run.date == latest[run.campaign] || report.edition?.isFinal == true
            let sent = isNews ? try letters.map { letters in try sources.onPrimary { try letters.send(report, on: &$0) } } : nil
            made.append(Made(report: report, files: files, letters: sent ?? []))
        }
        if let metrics, made.allSatisfy({ $0.unsent.isEmpty }) {
            let taken = (ContinuousClock.now - started) / .milliseconds(1)
            try ReportFolder.replace(
                metrics, with: Metrics.text(of: made.map(\.report), finishedAt: Date(), durationSeconds: taken / 1000))
        }
        return made
    }
}

extension NightlyJob.Made {
    /// Letters that were not sent, and may be later.
    public var unsent: [ReportLetters.Delivery] {
        letters.filter { if case .failed = $0.outcome { true } else { false } }
    }
}
