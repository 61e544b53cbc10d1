import FoundationEssentials
import Registry

/// Nominations over time: as a chart, and as a table of the same numbers.
extension Page {
    func curve() throws -> Content {
        let days = report.curve
        guard let last = days.last else { return [:] }
        let rows = days.map { ["day": date($0.day), "entered": $0.entered, "submitted": $0.submitted] as Content }
        let chart = try StepChart(report)
        return [
            "days": ["rows": rows],
            "chart": [
                "description": say(
                    PageWords.curve(
                        from: chart.firstDay, to: ReadableTime.before(report.campaign.deadline), asOf: moment(report.asOf),
                        entered: last.entered,
                        submitted: last.submitted)),
                "entered_key": say(PageWords.entered(last.entered)), "submitted_key": say(PageWords.submitted(last.submitted)),
            ].merging(chart.content) { $1 },
        ]
    }
}

/// Two step curves that rise at the end of each day with something new, up to the report's moment.
struct StepChart {
    private let frame = (left: 34, top: 22, right: 430, bottom: 196)
    private let points: [(day: Double, entered: Int, submitted: Int)]
    private let first: Double
    private let deadline: Double
    private let now: Double

    /// Days since 1970, by the clock in Hanoi.
    private static func day(_ moment: String) throws -> Double {
        try Date(moment, strategy: .iso8601).timeIntervalSince1970 / 86_400 + 7 / 24
    }

    private static func label(_ day: Double) -> String {
        let date = Date(timeIntervalSince1970: day * 86_400)
        return ReadableTime.of(date.formatted(.iso8601.year().month().day()))
    }

    init(_ report: QuotaReport) throws {
        let points = try report.curve.map { (try Self.day($0.day + "T00:00:00+07:00"), $0.entered, $0.submitted) }
        let start = try Self.day(report.campaign.startedAt).rounded(.down)
        first = min(start, points.first?.0 ?? start)
        // A campaign whose deadline was moved before its start still gets a page.
        deadline = max(try Self.day(report.campaign.deadline), first + 1)
        now = min(max(try Self.day(report.asOf), first), deadline)
        self.points = points
    }

    /// The first day on the axis: 20/4/2026.
    var firstDay: String { Self.label(first) }

    var content: Page.Content {
        [
            "width": 440, "height": 220, "left": frame.left, "right": frame.right, "top": frame.top, "bottom": frame.bottom,
            "label_x": frame.left - 6, "title_y": frame.top - 8, "levels": levels, "ticks": ticks, "entered": path(\.entered),
            "submitted": path(\.submitted), "now": x(now),
        ]
    }

    private var ceiling: Int {
        let most = points.last.map { max($0.entered, $0.submitted) } ?? 0
        let step = [1, 2, 5, 10, 20, 25, 50, 100, 250, 1000].first { $0 * 4 >= most } ?? (most + 3) / 4
        return max(4, step * 4)
    }

    private var levels: [Page.Content] {
        (0...4).map { quarter in
            let value = ceiling * quarter / 4
            return ["y": y(value), "label_y": y(value, lower: 4), "value": value]
        }
    }

    /// The first day, the last, and some in between.
    private var ticks: [Page.Content] {
        let days = Int(deadline - first)
        let parts = min(4, max(1, days))
        return (0...parts).map { part in
            let day = (first + Double(days * part / parts)).rounded(.down)
            let label = Self.label(day)
            return [
                "x": x(day), "label_y": frame.bottom + 18, "date": String(label.dropLast("/2026".count)),
                "anchor": part == 0 ? "start" : part == parts ? "end" : "middle",
            ]
        }
    }

    private func path(_ value: ((day: Double, entered: Int, submitted: Int)) -> Int) -> String {
        let steps = points.map { "H\(x(min($0.day + 1, now)))V\(y(value($0)))" }.joined()
        return "M\(x(first)) \(y(0))" + steps + "H\(x(now))"
    }

    /// With one digit after the point: the same on every machine.
    private func x(_ day: Double) -> String {
        tenths(Double(frame.left * 10) + (day - first) / (deadline - first) * Double((frame.right - frame.left) * 10))
    }

    private func y(_ value: Int, lower: Int = 0) -> String {
        tenths(Double((frame.bottom + lower) * 10) - Double(value) / Double(ceiling) * Double((frame.bottom - frame.top) * 10))
    }

    private func tenths(_ value: Double) -> String {
        let whole = Int(value.rounded())
        return whole % 10 == 0 ? "\(whole / 10)" : "\(whole / 10).\(whole % 10)"
    }
}
