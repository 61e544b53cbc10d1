import Foundation
import LocalPostgres
import Testing
import TestSupport

/// When the nightly report is made, and what follows where it is not: systemd's units, cron's line, the containers' script.
@Suite(.limited) struct ScheduleTests {
    /// deploy/systemd, as systemd itself reads it.
    @Suite struct Systemd {
        @Test func `systemd takes the units, finds little exposed, and tries again where that may help`() throws {
            try StagedUnits.with { units in try #expect(units.faults() == []) }
        }

        @Test(arguments: [
            (StagedUnits.service, "/usr/local/bin/thidua ", "/opt/thidua ", "/opt/thidua is not executable"),
            (StagedUnits.service, "Restart=on-failure", "RestartForceExitStatus=69 75", "wrong after status 75"),
            (StagedUnits.service, "Restart=on-failure", "Restart=no", "wrong after status 75"),
            (StagedUnits.service, "66 70", "66 69 70", "wrong after status 69"),
            (StagedUnits.service, "1 2 64 65", "1 2 64", "wrong after status 65"),
            (StagedUnits.service, "ProtectSystem", "ProtectSytem", "Unknown key"),
            (
                StagedUnits.service, "OnFailure=thidua-report-failed", "OnFailure=thidua-failed",
                "there is no thidua-failed.service"
            ),
            (StagedUnits.service, "User=thidua\n", "", "Overall exposure"),
            (StagedUnits.service, "CapabilityBoundingSet=\n", "", "Overall exposure"),
            (StagedUnits.service, "SystemCallFilter=", "#SystemCallFilter=", "Overall exposure"),
            (StagedUnits.service, "RestrictNamespaces=yes\n", "", "Overall exposure"),
            (StagedUnits.timer, "Asia/Ho_Chi_Minh", "Asia/Hanoi", "Failed to parse calendar specification"),
            (StagedUnits.timer, "[Timer]", "[Timers]", "Unknown section"),
            (StagedUnits.failed, "/usr/local/lib/thidua/report-failed", "/usr/lib/report-failed", "is not executable"),
        ])
        func `A unit that is broken is detected`(_ unit: String, _ original: String, _ broken: String, _ fault: String) throws {
            try StagedUnits.with { units in
                let text = try String(contentsOfFile: units.path(unit), encoding: .utf8)
                #expect(text.contains(original))
                try text.replacing(original, with: broken).write(toFile: units.path(unit), atomically: false, encoding: .utf8)
                let faults = try units.faults()
                #expect(faults.contains { $0.contains(fault) }, "\(faults)")
            }
        }

        @Test func `The timer elapses at half past midnight in Hanoi`() throws {
            try StagedUnits.with { units in
                let times = try units.values(of: "OnCalendar", in: StagedUnits.timer)
                let words = try Command(
                    ["env", "TZ=UTC", "systemd-analyze", "calendar", "--base-time=2026-04-20 12:00:00 UTC", "--iterations=2"]
                        + times
                ).run()
                #expect(words.contains("Next elapse: Mon 2026-04-20 17:30:00 UTC"), "\(words)")
                #expect(words.contains("Tue 2026-04-21 17:30:00 UTC"), "\(words)")
                try #expect(units.values(of: "Persistent", in: StagedUnits.timer) == ["true"])
            }
        }

        @Test func `Settings are for root alone, and stay where the report is installed once more`() throws {
            try StagedUnits.with { units in
                for name in ["report.env", "report-pg_service.conf"] {
                    let path = units.root + "/etc/thidua/" + name
                    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
                    #expect(mode as? Int == 0o600, "\(name)")
                    try "# ours".write(toFile: path, atomically: false, encoding: .utf8)
                    try units.install()
                    try #expect(String(contentsOfFile: path, encoding: .utf8) == "# ours")
                }
            }
        }

        @Test func `Failure is an error in the journal, on the terminals, and in a letter with the last words`() throws {
            let programs = [
                "wall": #"cat >"$TOLD/wall""#, "journalctl": "echo 'no database'",
                "sendmail": #"echo "$*" >"$TOLD/options"; cat >"$TOLD/letter""#,
            ]
            try StandIns.with(programs) { folder in
                let status = try folder.run(
                    [Repository.root + "/deploy/systemd/report-failed"],
                    environment: [
                        "MONITOR_UNIT": "thidua-report.service", "MONITOR_SERVICE_RESULT": "exit-code",
                        "MONITOR_EXIT_STATUS": "69", "THIDUA_REPORT_ALARM": "quantri@example.vn",
                    ])
                #expect(status == 0)
                let words = "thidua: thidua-report.service has failed (exit-code, exit status 69)"
                #expect(folder.told("errors") == "<3>\(words); see journalctl -u thidua-report.service\n")
                #expect(folder.told("wall").hasPrefix(words))
                let letter = folder.told("letter")
                #expect(letter.hasPrefix("To: quantri@example.vn\nSubject: \(words)\n"), "\(letter)")
                #expect(letter.hasSuffix("\nno database\n") && folder.told("options") == "-t -i\n", "\(letter)")
            }
        }

        @Test func `A letter that sendmail does not take is a failure, too`() throws {
            let programs = ["wall": "exit 1", "journalctl": "exit 1", "sendmail": "cat >/dev/null; exit 75"]
            try StandIns.with(programs) { folder in
                try #expect(folder.run([Repository.root + "/deploy/systemd/report-failed"]) == 75)
                #expect(folder.told("errors").contains("unknown result"))
            }
        }
    }

    /// deploy/cron/thidua-report.
    @Suite struct Cron {
        private static var entry: [Substring] {
            get throws {
                let lines = try Repository.text("deploy/cron/thidua-report").split(separator: "\n")
                let entry = try #require(lines.first { $0.first?.isNumber == true })
                return entry.split(separator: " ", maxSplits: 6)
            }
        }

        @Test func `The first attempt is at half past midnight in Hanoi, and cron reads the whole line`() throws {
            let entry = try Self.entry
            #expect(entry.prefix(6) == ["30", "17-20", "*", "*", "*", "thidua"])
            // cron ends a command at a percent sign, and passes over a last line that does not end.
            #expect(!entry[6].contains("%"))
            try #expect(Repository.text("deploy/cron/thidua-report").hasSuffix("\n"))
        }

        @Test(arguments: [(0, ""), (69, "thidua: exit status 69\nno database\n")])
        func `A letter comes of what failed alone`(_ status: Int, _ letter: String) throws {
            let programs = ["thidua": #"echo "$*" >"$TOLD/arguments"; echo no database >&2; exit "# + "\(status)"]
            try StandIns.with(programs) { folder in
                _ = try folder.run(["sh", "-c", String(Self.entry[6])])
                #expect(folder.told("output") + folder.told("errors") == letter)
                #expect(folder.told("arguments") == "report nightly --catch-up --out /var/lib/thidua/reports\n")
            }
        }
    }

    /// deploy/report/nightly, the script of docker-compose.yml's `report`.
    @Suite struct Container {
        private static let cases: [(start: String, statuses: [Int], runs: [String])] = [
            // The evening before, and then every night.
            ("2026-04-20T10:00:00Z", [0, 0], ["20 17:00:00", "21 00:30:00", "22 00:30:00"]),
            // A second before half past midnight, and on the stroke.
            ("2026-04-20T17:29:59Z", [0], ["21 00:29:59", "21 00:30:00"]),
            ("2026-04-20T17:30:00Z", [0], ["21 00:30:00", "22 00:30:00"]),
            // After midnight in Hanoi, which is before it in UTC.
            ("2026-04-20T17:05:00Z", [0], ["21 00:05:00", "21 00:30:00"]),
            // No database, another one at work: in five minutes, but not past the night's own run.
            ("2026-04-20T10:00:00Z", [69, 75, 0], ["20 17:00:00", "20 17:05:00", "20 17:10:00", "21 00:30:00"]),
            ("2026-04-20T17:27:00Z", [75, 69], ["21 00:27:00", "21 00:30:00", "21 00:35:00"]),
            // What will not resolve itself waits for the night.
            ("2026-04-20T10:00:00Z", [78, 127], ["20 17:00:00", "21 00:30:00", "22 00:30:00"]),
        ]

        private static var script: String { get throws { try Repository.text("deploy/report/nightly") } }

        @Test(arguments: cases.indices)
        func `The report is made at once, every night, and again where that may help`(_ index: Int) throws {
            let (start, statuses, runs) = Self.cases[index]
            let outcome = try Nights(start: start, statuses: statuses).pass(script: Self.script)
            #expect(outcome.runs == runs)
            #expect(outcome.arguments == ["report nightly --catch-up --out /reports"])
            // A line for each run, and one for the end.
            #expect(outcome.lines.count == statuses.count + 1, "\(outcome.lines)")
            #expect(outcome.lines.last?.hasSuffix("told to end") == true)
            #expect(outcome.status == 0)
        }

        @Test func `A run's line says when, how it ended, and when the next one is`() throws {
            let lines = try Nights(start: "2026-04-20T10:00:00Z", statuses: [69, 65, 0]).pass(script: Self.script).lines
            let next = "next run 2026-04-21T00:30:00+07:00"
            #expect(
                lines.prefix(3) == [
                    "thidua: 2026-04-20T17:00:00+07:00 nightly: to be tried again, exit status 69; next run 2026-04-20T17:05:00+07:00",
                    "thidua: 2026-04-20T17:05:00+07:00 nightly: FAILED, exit status 65; \(next)",
                    "thidua: 2026-04-21T00:30:00+07:00 nightly: went well, exit status 0; next run 2026-04-22T00:30:00+07:00",
                ])
        }

        @Test(arguments: [
            ("(17 * 60 + 30)", "(0 * 60 + 30)"), ("- due_seconds + day_seconds)", "- due_seconds)"), ("69 | 75)", "69)"),
            ("retry_seconds=300", "retry_seconds=3600"), ("-lt \"$next\"", "-lt \"$((next + 300))\""),
            ("attend thidua report nightly --catch-up", "attend thidua report nightly"),
        ])
        func `A script that is broken is detected`(_ original: String, _ broken: String) throws {
            let script = try Self.script
            #expect(script.contains(original))
            let isFoundOut = try Self.cases.contains { start, statuses, runs in
                let outcome = try Nights(start: start, statuses: statuses).pass(script: script.replacing(original, with: broken))
                return outcome.runs != runs || outcome.arguments != ["report nightly --catch-up --out /reports"]
            }
            #expect(isFoundOut)
        }

        /// On the real clock.
        @Test func `Told to end between two nights, it ends at once and leaves nothing behind`() throws {
            let programs = ["thidua": "exit 0", "sleep": #"echo $$ >"$TOLD/sleeper"; exec /bin/sleep "$@""#]
            try StandIns.with(programs) { folder in
                let process = try folder.start([Repository.root + "/deploy/report/nightly"])
                try folder.wait(for: "\n", in: "sleeper")
                let told = Date()
                process.signal(SIGTERM)
                let status = try process.wait().status
                #expect(Date().timeIntervalSince(told) < 5)
                #expect(status == 0, "\(folder.told("errors"))")
                let sleeper = try #require(pid_t(folder.told("sleeper").trimmingCharacters(in: .newlines)))
                #expect(kill(sleeper, 0) == -1)
            }
        }

        /// The stand-in tells the script to end as soon as it runs itself: mostly before the script has got to its next line.
        @Test func `Told to end at any moment, it leaves no report behind and does not hang`() throws {
            let programs = ["thidua": #"echo $$ >>"$TOLD/runs"; kill -TERM "$PPID"; exec /bin/sleep 60"#]
            try StandIns.with(programs) { folder in
                for round in 1...Rounds.of(50, long: 500) {
                    let status = try folder.start([Repository.root + "/deploy/report/nightly"]).wait(limitSeconds: 30).status
                    #expect(status == 0, "round \(round): \(folder.told("errors"))")
                }
                let runs = folder.told("runs").split(separator: "\n").compactMap { pid_t($0) }
                #expect(!runs.isEmpty && runs.allSatisfy { kill($0, 0) == -1 }, "\(runs)")
            }
        }

        @Test func `Told to end while the report is made, it passes that on, and waits`() throws {
            let programs = [
                "thidua": #"""
                trap 'sleep 0.2; echo interrupted >"$TOLD/run"; exit 143' TERM
                echo running >"$TOLD/run"
                while :; do /bin/sleep 0.02; done
                """#
            ]
            try StandIns.with(programs) { folder in
                let process = try folder.start([Repository.root + "/deploy/report/nightly"])
                try folder.wait(for: "running", in: "run")
                process.signal(SIGTERM)
                let status = try process.wait().status
                #expect(folder.told("run") == "interrupted\n")
                #expect(status == 0, "\(folder.told("errors"))")
            }
        }
    }
}
