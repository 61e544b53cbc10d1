import FoundationEssentials

/// Metrics of the latest reports, for node_exporter's textfile collector.
public enum Metrics {
    /// The text of a `.prom` file.
    ///
    /// - Parameters:
    ///   - reports: The unrestricted reports; if a campaign occurs twice, the last one counts.
    ///   - finishedAt: When the run that made them finished.
    ///   - durationSeconds: How long it took.
    public static func text(of reports: [QuotaReport], finishedAt: Date, durationSeconds: Double) -> String {
        // A duplicate sample makes the collector drop the file.
        let reports = Dictionary(reports.map { ($0.campaign.code, $0) }) { $0.asOf < $1.asOf ? $1 : $0 }.values
            .sorted { $0.campaign.code < $1.campaign.code }
        let finished = String(Int(finishedAt.timeIntervalSince1970.rounded(.down)))
        func family(_ name: String, _ help: String, _ value: (QuotaReport) -> String) -> String {
            lines(name, help, reports.map { ("{campaign=\"\(escaped($0.campaign.code))\"}", value($0)) })
        }
        return family("last_success_timestamp_seconds", "When the last nightly report was made and delivered, in Unix time.") {
            _ in finished
        }
            + lines("duration_seconds", "How long the last run took.", [("", String(durationSeconds))])
            + counts.map { name, help, count in family(name, help) { String(count($0)) } }.joined()
    }

    private static let counts: [(String, String, @Sendable (QuotaReport) -> Int)] = [
        ("units_over", "Holders of a quota that is exceeded.", { Set($0.overUsed.map(\.unit)).count }),
        ("dossiers_missing", "Incomplete dossiers with nominations.", { $0.incomplete.count }),
        ("units_without_nominations", "Units without nominations.", { $0.withNothing.count }),
        ("units_not_submitted", "Units that have sent no dossier, or whose dossier was returned.", { $0.unsubmitted.count }),
        ("quotas_near_edge", "Quotas whose measure is close to the edge of a bracket.", { $0.nearAnEdge.count }),
        ("minutes_to_deadline", "Whole minutes until the deadline; 0 once it has passed.", { $0.minutesLeft }),
    ]

    private static func lines(_ name: String, _ help: String, _ samples: [(labels: String, value: String)]) -> String {
        let name = "thidua_report_" + name
        return (["# HELP \(name) \(help)", "# TYPE \(name) gauge"] + samples.map { "\(name)\($0.labels) \($0.value)" })
            .map { $0 + "\n" }.joined()
    }

    private static func escaped(_ label: String) -> String {
        label.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
