import Postgres
import Registry
import TestSupport
import Testing

/// Clause 3: before the deadline, by the database's clock, and nothing after it.
@Suite(.limited, .keepsFailedDatabases) struct DeadlineTests {
    @Test func `T1: campaign 606 closed when 25 April 2026 began in Hanoi`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let isThen: Bool? = try connection.first(
                """
                SELECT deadline = '2026-04-24 17:00:00 UTC'::timestamptz AS same FROM campaign WHERE code = '606/KH-CQLTHADS'
                """
            ) { try $0["same"] }
            #expect(isThen == true)
            let late = refusal { _ = try Nomination.add(.collective("01", campaign: "606/KH-CQLTHADS"), on: &connection) }
            #expect(late == .deadlinePassed)
        }
    }

    @Test(arguments: [
        ("25/4/2026", "2026-04-24 17:00:00 UTC"), ("2026-04-25", "2026-04-24 17:00:00 UTC"),
        ("2026-04-25T00:00:00Z", "2026-04-25 00:00:00 UTC"), ("2026-04-25 08:30", "2026-04-25 01:30:00 UTC"),
        ("2026-04-25T00:00:00+09:00", "2026-04-24 15:00:00 UTC"), ("05/12/2026 17:00", "2026-12-05 10:00:00 UTC"),
    ])
    func `T1: a date is its first instant in Hanoi, whatever the session's time zone`(written: String, instant: String) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            for zone in ["UTC", "Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati"] {
                try connection.execute("SELECT set_config('timezone', \(zone), false)")
                let same: Bool? = try connection.first(
                    "SELECT read_moment(\(written)) = \(instant)::timestamptz AS same"
                ) { try $0["same"] }
                #expect(same == true, "\(zone)")
            }
        }
    }

    @Test(arguments: [
        "31/2/2026", "2026-13-01", "mai", "", "25/4/26", "infinity", "now", "tomorrow", "23/13/2026 17:00", "2026-04-25 25:00",
    ])
    func `A deadline that is not a date is refused`(written: String) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let code = refusal {
                _ = try Campaign.copy("606/KH-CQLTHADS", as: "X", deadline: written, on: &connection)
            }
            #expect(code == .invalidInput)
        }
    }

    @Test func `T2: in a transaction opened before the deadline, the time of the statement decides`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            for isolation in TransactionOptions.Isolation.allCases {
                try connection.execute("UPDATE campaign SET deadline = clock_timestamp() + interval '300 ms' WHERE code = 'TEST'")
                var clerk = try Connection(conninfo)
                let constraint = try refusingConstraint {
                    try clerk.transaction(.init(isolation: isolation)) { transaction in
                        try transaction.execute("SELECT now()")
                        try transaction.execute("SELECT pg_sleep_until(deadline) FROM campaign WHERE code = 'TEST'")
                        try transaction.execute(
                            """
                            INSERT INTO nomination (unit, campaign, award, subject, collective)
                            VALUES ('01', 'TEST', 'minister_certificate', 'collective', '01')
                            """)
                    }
                }
                #expect(constraint == "campaign_is_before_its_deadline", "\(isolation)")
            }
        }
    }

    @Test func `T1: from the deadline on, everything is late`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            // The trigger compares with clock_timestamp(): strictly before. A deadline that is "now" has been reached.
            for _ in 1...20 {
                try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
                #expect(
                    refusal { _ = try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection) }
                        == .deadlinePassed)
            }
            try connection.execute("UPDATE campaign SET deadline = '2099-01-01' WHERE code = 'TEST'")
            _ = try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection)
        }
    }

    @Test func `T1: whatever is compared with a deadline is in time only if it is before it`() throws {
        // No clock can be made to show exactly the deadline, so the comparisons themselves are read.
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let comparisons = try connection.query(
                #"""
                SELECT DISTINCT m[1] AS comparison
                FROM (SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
                      UNION ALL
                      SELECT pg_get_viewdef(oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v') AS object
                CROSS JOIN LATERAL regexp_matches(text, '([<>]=?)\s*(?:\w+\.)?deadline\y', 'g') AS m
                ORDER BY comparison
                """#
            ) { try $0["comparison"] as String }
            #expect(comparisons == ["<", ">="])
        }
    }

    @Test func `T3: after the deadline nothing is added, changed, withdrawn, restored or deleted`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let kept = try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection)
            let withdrawn = try Nomination.add(.person("A1", award: "minister_certificate"), on: &connection)
            _ = try Nomination.withdraw(withdrawn.id, on: &connection)
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")

            var change = Nomination.Change()
            change.collective = "01"
            let codes = [
                refusal { _ = try Nomination.add(.collective("04", of: "04", award: "minister_certificate"), on: &connection) },
                refusal { _ = try Nomination.edit(kept.id, change, on: &connection) },
                refusal { _ = try Nomination.withdraw(kept.id, on: &connection) },
                refusal { _ = try Nomination.restore(withdrawn.id, on: &connection) },
                refusal { try connection.execute("DELETE FROM nomination") },
            ]
            #expect(codes == Array(repeating: .deadlinePassed, count: 5))
            let count = try connection.transaction(.registryRead) { try Nomination.list(campaign: "TEST", &$0).count }
            #expect(count == 2)
        }
    }

    @Test func `T3: a closed campaign keeps the names that it had`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let closed = try Nomination.add(.person("A1", award: "minister_certificate", name: "Lê Thị Bình"), on: &connection)
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            try connection.execute("UPDATE person SET name = 'Trần Thị Khác'")
            let name = try connection.transaction(.registryRead) { try Nomination.find(closed.id, &$0).nominee }
            #expect(name == "Lê Thị Bình")
        }
    }

    @Test(arguments: TransactionOptions.Isolation.allCases)
    func `T2: a deadline that is moved meanwhile applies to transactions that began before, at any isolation level`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try RegistryDatabase.withOpenCampaign { administrator, conninfo in
            var clerk = try Connection(conninfo)
            let error = #expect(throws: ServerError.self) {
                try clerk.transaction(.init(isolation: isolation)) { transaction in
                    try transaction.execute("SELECT FROM nomination")
                    try administrator.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
                    _ = try Nomination.add(.collective("01", award: "minister_certificate"), &transaction)
                }
            }
            // A transaction with an outdated snapshot has to be retried, and is then refused because of the deadline.
            #expect(error?.sqlState == (isolation == .readCommitted ? .checkViolation : .serializationFailure))
        }
    }

    @Test func `T3: a nomination that waits for a slot until after the deadline does not get it`() throws {
        try RegistryDatabase.withOpenCampaign { administrator, conninfo in
            try ProvinceFixture().importStaffing(on: &administrator)
            try administrator.execute("UPDATE campaign SET deadline = clock_timestamp() + interval '700 ms' WHERE code = 'TEST'")
            let codes = Mailbox<Refusal.Code?>()
            let isHeld = Barrier(2)
            try onThreads(2) { role in
                var clerk = try Connection(conninfo)
                guard role == 0 else {
                    isHeld.meet()
                    return codes.append(refusal { _ = try Nomination.add(.person("A2"), on: &clerk) })
                }
                // Takes the only slot, and releases it when it is too late.
                try? clerk.transaction { transaction in
                    _ = try Nomination.add(.person("A1"), &transaction)
                    isHeld.meet()
                    try transaction.execute("SELECT pg_sleep_until(deadline) FROM campaign WHERE code = 'TEST'")
                    throw Refusal(.usage, Phrase("Thôi.", "Never mind."))
                }
            }
            #expect(codes.contents == [.deadlinePassed])
        }
    }

    @Test func `T3: a nomination that waits for a person's name until after the deadline does not get it`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try ProvinceFixture().importStaffing(on: &connection)
            let nomination = try Nomination.add(.person("A1"), on: &connection).id
            try connection.execute("SELECT person_register('01', 'A2', 'Trần Thị Bình')")
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() + interval '700 ms' WHERE code = 'TEST'")
            let constraints = Mailbox<String?>()
            let isHeld = Barrier(2)
            try onThreads(2) { role in
                var clerk = try Connection(conninfo)
                guard role == 0 else {
                    isHeld.meet()
                    let constraint = try refusingConstraint {
                        try clerk.execute("UPDATE nomination SET staff_no = 'A2' WHERE id = \(nomination)")
                    }
                    return constraints.append(constraint)
                }
                try clerk.transaction { transaction in
                    try transaction.execute("UPDATE person SET name = 'Trần Thị Bính' WHERE staff_no = 'A2'")
                    isHeld.meet()
                    try transaction.execute("SELECT pg_sleep_until(deadline) FROM campaign WHERE code = 'TEST'")
                    try transaction.execute("UPDATE person SET name = 'Chosen Afterwards' WHERE staff_no = 'A2'")
                }
            }
            #expect(constraints.contents == ["campaign_is_before_its_deadline"])
            expect(try connection.rows("SELECT staff_no FROM nomination"), is: ["(A1)"])
        }
    }

    @Test func `A nomination cannot be moved into or out of a closed campaign`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            _ = try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection)
            let into = try refusingConstraint { try connection.execute("UPDATE nomination SET campaign = '606/KH-CQLTHADS'") }
            #expect(into == "campaign_is_before_its_deadline")
            _ = try Campaign.copy("606/KH-CQLTHADS", as: "NEXT", deadline: "2099-01-01", on: &connection)
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            let out = try refusingConstraint { try connection.execute("UPDATE nomination SET campaign = 'NEXT'") }
            #expect(out == "campaign_is_before_its_deadline")
        }
    }
}
