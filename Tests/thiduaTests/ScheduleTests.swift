import Foundation
import LocalPostgres
import Testing
import TestSupport

/// When the nightly report is made, and what happens if it fails: systemd's units, cron's entry, the container's script.
@Suite(.limited) struct ScheduleTests {
    /// deploy/systemd, as systemd itself reads it.
    @Suite struct Systemd {
        @Test func `systemd accepts the units, finds little exposed, and retries where that may help`() throws {
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
                "thidua-failed.service does not exist"
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

        @Test func `Settings are readable by root only, and stay when the report is installed again`() throws {
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

        @Test func `A failure is reported in the journal, on the terminals, and in a letter with the last messages`() throws {
            let programs = [
                "wall": #"cat >"$FOLDER/wall""#, "journalctl": "echo 'no database'",
                "sendmail": #"echo "$*" >"$FOLDER/options"; cat >"$FOLDER/letter""#,
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
                #expect(folder.text("errors") == "<3>\(words); see journalctl -u thidua-report.service\n")
                #expect(folder.text("wall").hasPrefix(words))
                let letter = folder.text("letter")
                #expect(letter.hasPrefix("To: quantri@example.vn\nSubject: \(words)\n"), "\(letter)")
                #expect(letter.hasSuffix("\nno database\n") && folder.text("options") == "-t -i\n", "\(letter)")
            }
        }

        @Test func `A letter that sendmail does not accept is a failure, too`() throws {
            let programs = ["wall": "exit 1", "journalctl": "exit 1", "sendmail": "cat >/dev/null; exit 75"]
            try StandIns.with(programs) { folder in
                try #expect(folder.run([Repository.root + "/deploy/systemd/report-failed"]) == 75)
                #expect(folder.text("errors").contains("unknown result"))
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
            // cron ends a command at a percent sign, and ignores a last line without a newline.
            #expect(!entry[6].contains("%"))
            try #expect(Repository.text("deploy/cron/thidua-report").hasSuffix("\n"))
        }

        @Test(arguments: [(0, ""), (69, "thidua: exit status 69\nno database\n")])
        func `Only a failed attempt sends a letter`(_ status: Int, _ letter: String) throws {
            let programs = ["thidua": #"echo "$*" >"$FOLDER/arguments"; echo no database >&2; exit "# + "\(status)"]
            try StandIns.with(programs) { folder in
                _ = try folder.run(["sh", "-c", String(Self.entry[6])])
                #expect(folder.text("output") + folder.text("errors") == letter)
                #expect(folder.text("arguments") == "report nightly --catch-up --out /var/lib/thidua/reports\n")
            }
        }
    }

    /// deploy/report/nightly, the script of docker-compose.yml's `report`.
    @Suite struct Container {
        private static let cases: [(start: String, statuses: [Int], runs: [String])] = [
            // The evening before, and then every night.
            ("2026-04-20T10:00:00Z", [0, 0], ["20 17:00:00", "21 00:30:00", "22 00:30:00"]),
            // A second before half past midnight, and at that very second.
            ("2026-04-20T17:29:59Z", [0], ["21 00:29:59", "21 00:30:00"]),
            ("2026-04-20T17:30:00Z", [0], ["21 00:30:00", "22 00:30:00"]),
            // After midnight in Hanoi, which is before it in UTC.
            ("2026-04-20T17:05:00Z", [0], ["21 00:05:00", "21 00:30:00"]),
            // No database, another run in progress: again in five minutes, but not later than the next night's run.
            ("2026-04-20T10:00:00Z", [69, 75, 0], ["20 17:00:00", "20 17:05:00", "20 17:10:00", "21 00:30:00"]),
            ("2026-04-20T17:27:00Z", [75, 69], ["21 00:27:00", "21 00:30:00", "21 00:35:00"]),
            // What will not resolve itself waits for the next night.
            ("2026-04-20T10:00:00Z", [78, 127], ["20 17:00:00", "21 00:30:00", "22 00:30:00"]),
        ]

        private static var script: String { get throws { try Repository.text("deploy/report/nightly") } }

        @Test(arguments: cases.indices)
        func `The report is made at once and every night, and retried where that may help`(_ index: Int) throws {
            let (start, statuses, runs) = Self.cases[index]
            let outcome = try Nights(start: start, statuses: statuses).pass(script: Self.script)
            #expect(outcome.runs == runs)
            #expect(outcome.arguments == ["report nightly --catch-up --out /reports"])
            // A line for each run, and one for the end.
            #expect(outcome.lines.count == statuses.count + 1, "\(outcome.lines)")
            #expect(outcome.lines.last?.hasSuffix("terminated") == true)
            #expect(outcome.status == 0)
        }

        @Test func `A run's line has the time, the outcome, and the time of the next run`() throws {
            let lines = try Nights(start: "2026-04-20T10:00:00Z", statuses: [69, 65, 0]).pass(script: Self.script).lines
            let next = "next run 2026-04-21T00:30:00+07:00"
            #expect(
                lines.prefix(3) == [
                    "thidua: 2026-04-20T17:00:00+07:00 nightly: will be retried, exit status 69; next run 2026-04-20T17:05:00+07:00",
                    "thidua: 2026-04-20T17:05:00+07:00 nightly: FAILED, exit status 65; \(next)",
                    "thidua: 2026-04-21T00:30:00+07:00 nightly: succeeded, exit status 0; next run 2026-04-22T00:30:00+07:00",
                ])
        }

        @Test(arguments: [
            ("(17 * 60 + 30)", "(0 * 60 + 30)"), ("- due_seconds + day_seconds)", "- due_seconds)"), ("69 | 75 | 76)", "69)"),
            ("retry_seconds=300", "retry_seconds=3600"), ("-lt \"$next\"", "-lt \"$((next + 300))\""),
            ("attend thidua report nightly --catch-up", "attend thidua report nightly"),
        ])
        func `A script that is broken is detected`(_ original: String, _ broken: String) throws {
            let script = try Self.script
            #expect(script.contains(original))
            let isDetected = try Self.cases.contains { start, statuses, runs in
                let outcome = try Nights(start: start, statuses: statuses).pass(script: script.replacing(original, with: broken))
                return outcome.runs != runs || outcome.arguments != ["report nightly --catch-up --out /reports"]
            }
            #expect(isDetected)
        }

        /// On the real clock.
        @Test func `Terminated between two nights, it ends at once and leaves nothing behind`() throws {
            let programs = ["thidua": "exit 0", "sleep": #"echo $$ >"$FOLDER/sleeper"; exec /bin/sleep "$@""#]
            try StandIns.with(programs) { folder in
                let process = try folder.start([Repository.root + "/deploy/report/nightly"])
                try folder.wait(for: "\n", in: "sleeper")
                let sent = Date()
                process.signal(SIGTERM)
                let status = try process.wait().status
                #expect(Date().timeIntervalSince(sent) < 5)
                #expect(status == 0, "\(folder.text("errors"))")
                let sleeper = try #require(pid_t(folder.text("sleeper").trimmingCharacters(in: .newlines)))
                #expect(kill(sleeper, 0) == -1)
            }
        }

        /// The stand-in terminates the script as soon as it starts: usually before the script has reached its next line.
        @Test func `Terminated at any moment, it leaves no report running and does not hang`() throws {
            let programs = ["thidua": #"echo $$ >>"$FOLDER/runs"; kill -TERM "$PPID"; exec /bin/sleep 60"#]
            try StandIns.with(programs) { folder in
                for round in 1...Rounds.of(50, long: 500) {
                    let status = try folder.start([Repository.root + "/deploy/report/nightly"]).wait(limitSeconds: 30).status
                    #expect(status == 0, "round \(round): \(folder.text("errors"))")
                }
                let runs = folder.text("runs").split(separator: "\n").compactMap { pid_t($0) }
                #expect(!runs.isEmpty && runs.allSatisfy { kill($0, 0) == -1 }, "\(runs)")
            }
        }

        @Test func `Terminated while the report is being made, it passes the signal on, and waits`() throws {
            let programs = [
                "thidua": #"""
                trap 'sleep 0.2; echo interrupted >"$FOLDER/run"; exit 143' TERM
                echo running >"$FOLDER/run"
                while :; do /bin/sleep 0.02; done
                """#
            ]
            try StandIns.with(programs) { folder in
                let process = try folder.start([Repository.root + "/deploy/report/nightly"])
                try folder.wait(for: "running", in: "run")
                process.signal(SIGTERM)
                let status = try process.wait().status
                #expect(folder.text("run") == "interrupted\n")
                #expect(status == 0, "\(folder.text("errors"))")
            }
        }
    }
}
