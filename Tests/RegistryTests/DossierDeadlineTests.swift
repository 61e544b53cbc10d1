import Postgres
import Registry
import TestSupport
import Testing

/// Clause 3 for everything that belongs to a dossier: to the microsecond, in every time zone, whatever the client's clock says,
/// and with transactions left open across the deadline.
@Suite(.limited, .keepsFailedDatabases) struct DossierDeadlineTests {
    /// An action on the complete dossier of 01, or on 04's, which is submitted. Each can be repeated any number of times.
    private enum Action: String, CaseIterable, Sendable {
        case submit, sendBack, attach, attest, state, edit, withdraw, receive, endorse

        /// As one statement. `$N` is 01's nomination, `$M` 04's.
        var script: String {
            switch self {
            case .submit: "SELECT dossier_submit('01', 'TEST'); SELECT dossier_return('01', 'TEST', 'Thiếu chữ ký')"
            case .sendBack: "SELECT dossier_return('04', 'TEST', 'Thiếu chữ ký'); SELECT dossier_submit('04', 'TEST')"
            case .attach:
                "SELECT dossier_attach('01', 'TEST', 'selection_minutes', NULL, '%PDF-%%EOF', 'bien-ban.pdf', NULL, NULL, NULL)"
            case .attest: "SELECT nomination_attest($N, 'b1', 'Báo cáo số ' || clock_timestamp())"
            case .state: "SELECT nomination_complete_directive($N, '259', '2026-02-20', true, 'Báo cáo số ' || clock_timestamp())"
            case .edit: "UPDATE nomination SET position = 'Thư ký ' || clock_timestamp() WHERE id = $N"
            case .withdraw:
                "SELECT nomination_step($N, state, 'withdrawn') FROM nomination WHERE id = $N; SELECT nomination_step($N, 'withdrawn', 'draft')"
            case .receive: "SELECT dossier_receive('01', 'TEST', clock_timestamp(), NULL)"
            case .endorse: "INSERT INTO endorsement (unit, nomination) VALUES ('04', $M); DELETE FROM endorsement"
            }
        }

        /// The constraint that refuses it at the deadline; nil if it stays possible.
        var refusing: String? {
            switch self {
            case .endorse: nil
            case .receive: "dossier_paper_arrived_before_the_deadline"
            default: "campaign_is_before_its_deadline"
            }
        }
    }

    /// Calls `body` with the action's script, into which the nominations' numbers are inserted, and with a registry that has both
    /// dossiers.
    private func with(_ action: Action, _ body: (String, inout Connection, String) throws -> Void) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let nominations = try [CompleteDossier.ready(on: &connection), CompleteDossier.submitted(of: "04", on: &connection)]
            let script = zip(["$N", "$M"], nominations).reduce(action.script) { $0.replacing($1.0, with: "\($1.1[0].id)") }
            try body(script, &connection, conninfo)
        }
    }

    @Test func `T3: a nominee's name is not replaced after the deadline, whatever is keyed in from the paper set`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let nomination = try CompleteDossier.nominate(1, on: &connection)[0]
            try connection.execute("SELECT dossier_receive('01', 'TEST', clock_timestamp(), NULL)")
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            try clerk.execute("SELECT person_rename('01', '01-S1', 'Người Khác')")
            try connection.execute("SELECT nomination_attest(\(nomination.id), 'b1', 'Báo cáo')")
            let after = try connection.transaction(.registryRead) { try Nomination.find(nomination.id, &$0) }
            #expect(after.nominee == nomination.nominee)
        }
    }

    @Test(arguments: Action.allCases, TransactionOptions.Isolation.allCases)
    private func `T2: a statement after the deadline is too late, in a transaction that began before it, too`(
        action: Action, isolation: TransactionOptions.Isolation
    ) throws {
        try with(action) { script, connection, conninfo in
            try connection.setDeadline(inMilliseconds: 150)
            var open = try Connection(conninfo)
            let constraint = try refusingConstraint {
                try open.transaction(.init(isolation: isolation)) { transaction in
                    try transaction.execute("SELECT now() FROM nomination, dossier")
                    try transaction.execute("SELECT pg_sleep_until(deadline) FROM campaign WHERE code = 'TEST'")
                    try transaction.execute(script: script)
                }
            }
            #expect(constraint == action.refusing)
        }
    }

    @Test(arguments: Action.allCases, ["UTC", "Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati"])
    private func `T1: the deadline is one instant, whatever the client's time zone`(action: Action, zone: String) throws {
        try with(action) { script, connection, conninfo in
            var client = try Connection(conninfo + " options='-c TimeZone=\(zone)'")
            #expect(client.parameterStatus("TimeZone") == zone)
            // An hour is little compared with the zones' wall clocks, which are up to 19 hours apart.
            try connection.setDeadline(inMilliseconds: 3_600_000)
            try client.execute(script: script)
            try connection.setDeadline(inMilliseconds: -1)
            let constraint = try refusingConstraint { try client.execute(script: script) }
            #expect(constraint == action.refusing)
        }
    }

    @Test func `T2: a client's clock has no influence: a client can state only the time of an arrival, and no future one`()
        throws
    {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let moments: [String] = try connection.query(
                """
                SELECT format('%s.%s', p.proname, a.name) AS moment FROM pg_proc p
                CROSS JOIN LATERAL unnest(p.proargtypes::oid[], p.proargnames) AS a (type, name)
                WHERE p.pronamespace = 'public'::regnamespace AND a.type IN ('timestamptz'::regtype, 'timestamp'::regtype)
                  AND has_function_privilege('thidua_administrator', p.oid, 'EXECUTE')
                  AND (p.proname LIKE 'dossier%' OR p.proname LIKE 'nomination%' OR p.proname LIKE 'decision%') ORDER BY 1
                """
            ) { try $0["moment"] }
            #expect(moments == ["dossier_receive.email_at", "dossier_receive.paper_at"])
            for channel in ["paper_at => ", "email_at => "] {
                let other = channel.hasPrefix("paper") ? "email_at => NULL" : "paper_at => NULL"
                let constraint = try refusingConstraint {
                    try connection.execute(
                        script: "SELECT dossier_receive('01', 'TEST', \(channel) clock_timestamp() + interval '1 day', \(other))")
                }
                #expect(constraint == "dossier_arrival_is_not_in_the_future")
            }
        }
    }

    /// Repeats an action until it is refused: in one transaction, so that this is left open across the deadline, too.
    private static let hammer = """
        CREATE FUNCTION test_hammer(script text) RETURNS TABLE (accepted bigint, last_accepted timestamptz, refused timestamptz, refusing text)
            LANGUAGE plpgsql AS $$
        DECLARE
            began timestamptz;
        BEGIN
            accepted := 0;
            LOOP
                began := clock_timestamp();
                BEGIN
                    EXECUTE script;
                    accepted := accepted + 1;
                    last_accepted := began;
                EXCEPTION WHEN check_violation THEN
                    refused := clock_timestamp();
                    GET STACKED DIAGNOSTICS refusing = CONSTRAINT_NAME;
                    RETURN NEXT;
                    RETURN;
                END;
            END LOOP;
        END $$
        """

    @Test(arguments: Action.allCases.filter { $0.refusing != nil })
    private func `T1: what comes before the deadline is accepted, and what comes at it is not, to the microsecond`(action: Action)
        throws
    {
        try with(action) { script, connection, _ in
            try connection.execute(script: Self.hammer)
            var (rounds, milliseconds) = (8, 60)
            while rounds > 0 {
                try connection.setDeadline(inMilliseconds: milliseconds)
                let found = try connection.first(
                    """
                    SELECT h.accepted, h.refusing, h.last_accepted < c.deadline AND h.refused >= c.deadline AS is_sharp
                    FROM campaign c CROSS JOIN LATERAL test_hammer(\(script)) h WHERE c.code = 'TEST'
                    """
                ) {
                    (accepted: try $0["accepted"] as Int, by: try $0["refusing"] as String, isSharp: try $0["is_sharp"] as Bool?)
                }
                let end = try #require(found)
                #expect(end.by == action.refusing, "\(end)")
                expect(try lateStamps(&connection), is: [])
                // On a busy machine nothing may come in time; then the time was too short to prove anything.
                guard end.accepted > 0 else {
                    milliseconds *= 2
                    try #require(milliseconds < 60_000)
                    continue
                }
                #expect(end.isSharp == true, "\(end)")
                rounds -= 1
            }
        }
    }

    /// Timestamps that the database set at the deadline or after it.
    private func lateStamps(_ connection: inout Connection) throws -> [String] {
        try connection.query(
            """
            WITH stamp (what, at) AS (
                SELECT 'entered', entered_at FROM nomination UNION ALL SELECT 'changed', changed_at FROM nomination
                UNION ALL SELECT 'attested', attested_at FROM attestation UNION ALL SELECT 'completed', attested_at FROM completion
                UNION ALL SELECT 'attached', attached_at FROM document UNION ALL SELECT 'submitted', submitted_at FROM dossier
                UNION ALL SELECT 'returned', returned_at FROM dossier UNION ALL SELECT 'arrived', paper_at FROM dossier
                UNION ALL SELECT 'changed dossier', changed_at FROM dossier WHERE paper_at IS NULL
            )
            SELECT format('%s %s', what, at - deadline) AS fault FROM stamp CROSS JOIN campaign WHERE code = 'TEST' AND at >= deadline
            """
        ) { try $0["fault"] }
    }
}
