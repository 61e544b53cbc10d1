import Postgres
import Registry
import TestSupport
import Testing

/// A person's new name may be that of another unit's nominee, in some campaigns and not in others.
extension ClaimTests {
    /// 04 has nominated `04.1`, whose number is alike that of 01's nominee, under another name, in these campaigns.
    private func nominate(in campaigns: [String], as clerk: inout Connection) throws {
        try clerk.execute("SELECT person_register('04', '04.1', 'Lê Văn Khác')")
        for campaign in campaigns {
            try clerk.execute(
                """
                INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace)
                VALUES ('04', \(campaign), 'director_certificate', 'individual', '04.1', 'x', '04')
                """)
        }
    }

    private func claims(_ connection: inout Connection) throws -> [String] {
        try connection.rows("SELECT campaign, unit, staff_no FROM claim ORDER BY campaign")
    }

    @Test func `A claim by a new name is kept in the campaigns in which it is one, and in no others`() throws {
        try withRivals { superuser, clerk, notices, _ in
            try superuser.execute("SELECT FROM campaign_copy('TEST', 'A', clock_timestamp() + interval '1 day')")
            try superuser.execute("SELECT FROM campaign_copy('TEST', 'Z', clock_timestamp() + interval '1 day')")
            try nominate(in: ["A", "TEST", "Z"], as: &clerk)
            expect(try clerk.rows("SELECT person_rename('04', '04.1', 'Trần Thị Hòa') IS NULL"), is: ["(t)"])
            #expect(notices.contents.map(\.constraint) == ["nomination_subject_is_nominated_once"])
            expect(try claims(&superuser), is: ["(TEST,04,04.1)"])
        }
    }

    @Test func `Whoever is submitted is not given another nominee's name, and is returned in any case`() throws {
        try withRivals { superuser, clerk, notices, _ in
            try clerk.execute("SELECT person_register('04', 'E.1', 'Lê Văn Khác')")
            try clerk.execute(Self.insert("E.1"))
            let submit = "UPDATE nomination SET state = 'submitted', came_from = state"
            try superuser.execute(
                script:
                    "SET session_replication_role = replica; UPDATE dossier SET is_open = false, submitted_at = clock_timestamp() WHERE unit = '04'; \(submit) WHERE unit = '04'"
            )
            try superuser.execute(script: "RESET session_replication_role")
            try superuser.execute("SELECT person_register('01', 'E-1', 'Lý Văn Bảo')")
            try clerk.execute("SELECT person_rename('04', 'E.1', 'Lý Văn Bảo')")
            _ = try Nomination.add(.person("E-1", name: "Lý Văn Bảo"), on: &superuser)
            // What was renamed before can be returned, under the name that was submitted.
            try superuser.execute("SELECT dossier_return('04', 'TEST', 'x')")
            expect(
                try superuser.rows("SELECT nominee_name FROM nomination WHERE unit = '04' AND state = 'returned'"),
                is: ["(\"Lê Văn Khác\")"])
            // And nobody who is submitted is renamed so afterwards.
            try superuser.execute(
                script:
                    "SET session_replication_role = replica; UPDATE dossier SET is_open = false, submitted_at = clock_timestamp() WHERE unit = '04'; \(submit) WHERE unit = '04'"
            )
            try superuser.execute(script: "RESET session_replication_role")
            try clerk.execute("SELECT person_rename('04', 'E.1', 'Lê Văn Khác')")
            expect(try clerk.rows("SELECT person_rename('04', 'E.1', 'Lý Văn Bảo') IS NULL"), is: ["(t)"])
            #expect(notices.contents.map(\.constraint) == ["nomination_subject_is_nominated_once"])
        }
    }

    @Test func `A nomination that the unit has withdrawn does not hide the claim`() throws {
        try withRivals { superuser, clerk, notices, _ in
            try nominate(in: ["TEST"], as: &clerk)
            try clerk.execute("SELECT nomination_step(id, 'draft', 'withdrawn') FROM mine.nomination")
            try nominate(in: ["TEST"], as: &clerk)
            expect(try clerk.rows("SELECT person_rename('04', '04.1', 'Trần Thị Hòa') IS NULL"), is: ["(t)"])
            #expect(notices.contents.map(\.constraint) == ["nomination_subject_is_nominated_once"])
            expect(try claims(&superuser), is: ["(TEST,04,04.1)"])
        }
    }

    @Test func `A claim by a new name is kept in no campaign that is over`() throws {
        try withRivals { superuser, clerk, _, _ in
            try superuser.execute("SELECT FROM campaign_copy('TEST', 'A', clock_timestamp() + interval '1 day')")
            try nominate(in: ["A", "TEST"], as: &clerk)
            try superuser.execute("INSERT INTO person (unit, staff_no, name) VALUES ('01', '04-2', 'x')")
            try superuser.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'A'")
            expect(try clerk.rows("SELECT person_rename('04', '04.1', 'Trần Thị Hòa') IS NULL"), is: ["(t)"])
            expect(try claims(&superuser), is: ["(TEST,04,04.1)"])
        }
    }

    @Test func `A new name that collides with one's own nomination is no claim`() throws {
        try withRivals { superuser, clerk, notices, _ in
            try superuser.execute("SELECT FROM campaign_copy('TEST', 'A', clock_timestamp() + interval '1 day')")
            try clerk.execute("SELECT person_register('04', '04-7', 'Lê Văn Bảy'), person_register('04', '04.7', 'Lê Văn Khác')")
            for (campaign, number) in [("A", "04.7"), ("TEST", "04.7"), ("TEST", "04-7")] {
                try clerk.execute(
                    """
                    INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace)
                    VALUES ('04', \(campaign), 'minister_certificate', 'individual', \(number), 'x', '04')
                    """)
            }
            let refused = try refusingConstraint { _ = try clerk.rows("SELECT person_rename('04', '04.7', 'Lê Văn Bảy')") }
            #expect(refused == "nomination_person_is_nominated_once")
            #expect(notices.contents.isEmpty)
            expect(try claims(&superuser), is: [])
        }
    }
}
