import Postgres
import Registry
import TestSupport
import Testing

/// Guesses: conditions on rows that the clerk may not see.
extension ClerkAttackTests {
    /// A condition that matches a row of 04's, and one that matches no row. What is read meanwhile must be the same.
    private static let guesses = [
        ("nomination", "nominee_name = 'Hoàng Thị Lạ'", "nominee_name = 'Hoàng Thị Lẽ'"),
        ("nomination", "staff_no = 'B1'", "staff_no = 'B9'"),
        ("nomination", "unit IN ('04', '98')", "unit IN ('99', '98')"),
        ("person", "name = 'Hoàng Thị Lạ'", "name = 'Hoàng Thị Lẽ'"),
        ("person", "name >= 'H' AND name < 'I'", "name >= 'X' AND name < 'Y'"),
        // A condition that the planner considers free, with a sub-select that is run only if the condition is true.
        (
            "person", "('{\"Hoàng Thị Lạ\": 1}'::jsonb)[name] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"Hoàng Thị Lẽ\": 1}'::jsonb)[name] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "nomination", "('{\"B1\": 1}'::jsonb)[staff_no] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"B9\": 1}'::jsonb)[staff_no] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "nomination", "CASE WHEN ('{\"04\": 1}'::jsonb)[unit] IS NOT NULL THEN (SELECT random() >= 0) END",
            "CASE WHEN ('{\"99\": 1}'::jsonb)[unit] IS NOT NULL THEN (SELECT random() >= 0) END"
        ),
        (
            "unit", "('{\"04-KV01\": 1}'::jsonb)[code] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"04-KV99\": 1}'::jsonb)[code] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "quota", "('{\"04\": 1}'::jsonb)[holder] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[holder] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "staffing_row", "('{\"04\": 1}'::jsonb)[house] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[house] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "audit_trail", "('{\"04\": 1}'::jsonb)[chain] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[chain] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "attestation", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "completion", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "conduct", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "dossier", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "document", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "document_status", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "certification", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "declaration", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "selection_vote", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "decision_outcome", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        ("certification", "staff_no = 'HEAD-04'", "staff_no = 'HEAD-99'"),
        ("decision_outcome", "outcome = 'awarded'", "outcome = 'x'"),
        ("document", "unit > '03' AND kind = 'proposal_letter'", "unit > '98' AND kind = 'proposal_letter'"),
        ("document_status", "sha256 = sha256('%PDF-1.7 letter')", "sha256 = sha256('%PDF-1.7 lettre')"),
        ("dossier", "NOT is_open AND unit > '03'", "NOT is_open AND unit > '98'"),
        ("selection_vote", "votes_for = 9", "votes_for = 8"),
        ("conduct", "NOT applies AND unit > '03'", "NOT applies AND unit > '98'"),
        (
            "account_shown()", "('{\"test_clerk_04\": 1}'::jsonb)[login] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"nobody\": 1}'::jsonb)[login] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        ("unit", "name = 'Phòng THADS khu vực 4'", "name = 'Phòng THADS khu vực 9'"), ("unit", "parent = '04'", "parent = '99'"),
        ("staffing_row", "civil_servants = 245", "civil_servants = 246"), ("quota", "measured = 250", "measured = 251"),
        ("audit_trail", "nomination IS NOT NULL AND chain > '03'", "nomination IS NOT NULL AND chain > '99'"),
        ("audit_trail", "chain = '04'", "chain = '99'"), ("staffing_current", "house > '03'", "house > '99'"),
    ]

    /// If a condition were evaluated on a row before the policy, what is read or run afterwards would reveal whether it was true.
    @Test func `What is read of other units' rows does not depend on their contents`() throws {
        try asClerk { clerk, _ in
            for (table, theirs, absent) in Self.guesses {
                for setting in ["enable_seqscan", "enable_indexscan", "cpu_operator_cost"] {
                    func plan(_ condition: String) -> [String] {
                        let off = setting == "cpu_operator_cost" ? "0" : "off"
                        let explain =
                            "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT 1 FROM \(table) WHERE \(condition)"
                        // Run once beforehand, so that nothing is read for the first time.
                        _ = clerk.answer(to: "SET LOCAL \(setting) = \(off); \(explain)")
                        return clerk.answer(to: "SET LOCAL \(setting) = \(off); \(explain)").split(separator: "\n").map(
                            String.init
                        )
                        .filter { !$0.contains("Cond:") && !$0.contains(" Filter: ") }
                    }
                    // What the server has to read anew, because somebody else's statement has cleared its caches, says nothing: so thrice.
                    let differ = (1...3).allSatisfy { _ in plan(theirs) != plan(absent) }
                    #expect(!differ, "\(table), \(setting) off: \(theirs): \(plan(theirs)), \(plan(absent))")
                }
            }
            for counter in ["pg_stat_get_xact_numscans('account'::regclass)", "pg_relation_size('nomination')"] {
                #expect(clerk.answer(to: "SELECT \(counter)").hasPrefix("42501 "), "\(counter)")
            }
        }
    }
}
