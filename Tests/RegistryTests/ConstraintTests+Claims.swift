/// What is nominated already, and what was refused for it.
extension ConstraintTests {
    static let ofClaims: [String: String] = [
        "claim_campaign_is_known": insertClaim("'01', 'X', '01', 'collective', '01-KV03'"),
        "claim_is_kept_once":
            insertClaim("'01', 'TEST', '01', 'collective', '01-KV03'), ('01', 'TEST', '01', 'collective', '01-KV03'"),
        "claim_of_a_person_is_kept_once":
            "INSERT INTO claim (unit, campaign, holder, subject, staff_no, nominee_name) SELECT '01', 'TEST', '01', 'individual', n, 'x' FROM unnest('{Z-1,Z.1}'::text[]) n",
        "claim_names_a_collective_or_a_person": insertClaim("'01', 'TEST', '01', 'individual', '01-KV03'"),
        "claim_unit_sends_dossiers": insertClaim("'01-KV01', 'TEST', '01', 'collective', '01-KV03'"),
        "nomination_person_is_nominated_once": """
        INSERT INTO person SELECT unit, 'A.1', name FROM person WHERE staff_no = 'A1';
        INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace)
        VALUES ('01', 'TEST', 'minister_certificate', 'individual', 'A.1', 'x', '01')
        """,
    ]

    private static func insertClaim(_ values: String) -> String {
        "INSERT INTO claim (unit, campaign, holder, subject, collective) VALUES (\(values))"
    }
}
