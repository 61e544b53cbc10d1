extension ConstraintTests {
    /// Constraints on eligibility, dossiers and decisions. 14's dossier lacks nothing but submission, 12's is submitted, 08's
    /// decided.
    static let ofDossiers: [String: String] = [
        "attestation_is_given_once": "INSERT INTO attestation SELECT * FROM attestation WHERE unit = '14'",
        "attestation_is_of_a_criterion": "UPDATE attestation SET criterion = 'x9' WHERE unit = '14' AND criterion = 'a1'",
        "attestation_is_of_a_nomination":
            "INSERT INTO attestation (unit, nomination, campaign, criterion, evidence) VALUES ('14', 1, 'TEST', 'a1', 'x')",
        "bar_is_listed_once": "INSERT INTO bar SELECT * FROM bar",
        "bar_is_of_a_campaign": "INSERT INTO bar VALUES ('X', 'x', 'collective', '1', 'x', 'x')",
        "bar_subject_is_known": "INSERT INTO bar VALUES ('TEST', 'x', 'x', '1', 'x', 'x')",
        "certification_agency_is_known": "UPDATE certification SET agency = '99' WHERE unit = '14'",
        "certification_agency_is_of_the_house": "SELECT dossier_certify('14', 1, '04', 'x', 'Z1')",
        "certification_is_given_once": "INSERT INTO certification SELECT * FROM certification WHERE unit = '14'",
        "certification_is_not_of_oneself": "UPDATE certification SET agency = nominee WHERE unit = '14'",
        "certification_is_of_a_nomination":
            "INSERT INTO certification SELECT unit, 1, document, subject, role, nominee, agency, name, staff_no FROM certification WHERE unit = '14'",
        "certification_is_of_a_report": "UPDATE certification SET document = 1 WHERE unit = '14'",
        "certification_role_suits_the_subject": "UPDATE certification SET role = 'head_of_unit' WHERE unit = '14'",
        "certifier_role_is_listed_once": "INSERT INTO certifier_role VALUES ('head_of_unit', 'collective', 'x', 'x')",
        "certifier_subject_is_known": "INSERT INTO certifier_role VALUES ('x', 'x', 'x', 'x')",
        "completion_follows_the_directive":
            "SELECT nomination_complete_directive(id, '259', '2020-01-01', true, 'x') FROM nomination WHERE unit = '14'",
        "completion_has_happened": "UPDATE completion SET completed_on = '2099-01-01' WHERE unit = '14'",
        "completion_is_of_a_directive": "UPDATE completion SET directive = 'X' WHERE unit = '14' AND directive LIKE '259%'",
        "completion_is_of_a_nomination":
            "INSERT INTO completion (unit, nomination, campaign, directive, completed_on, is_of_quality, evidence) SELECT unit, 1, campaign, directive, completed_on, true, 'x' FROM completion WHERE unit = '14'",
        "completion_is_stated_once": "INSERT INTO completion SELECT * FROM completion WHERE unit = '14'",
        "conduct_is_about_a_bar": "UPDATE conduct SET bar = 'x' WHERE unit = '14'",
        "conduct_is_of_a_nomination":
            "INSERT INTO conduct (unit, nomination, campaign, bar, applies, evidence) SELECT unit, 1, campaign, bar, false, 'x' FROM conduct WHERE unit = '14'",
        "conduct_is_stated_once": "INSERT INTO conduct SELECT * FROM conduct WHERE unit = '14'",
        "criterion_code_is_short": "UPDATE criterion SET code = 'first'",
        "criterion_is_listed_once": "INSERT INTO criterion SELECT * FROM criterion",
        "criterion_is_of_a_campaign": "INSERT INTO criterion VALUES ('X', 'x1', 'collective', '1', 'x', 'x')",
        "criterion_subject_is_known": "INSERT INTO criterion VALUES ('TEST', 'x1', 'x', '1', 'x', 'x')",
        "council_considers_what_was_submitted":
            "SELECT council_record('TEST', '2026-05-05', '{A}', '{}', ARRAY[id], '{1}', '{1}', '{}') FROM nomination WHERE unit = '14'",
        "council_member_is_listed_once": "INSERT INTO council_member SELECT * FROM council_member",
        "council_member_sat_in_a_session": "INSERT INTO council_member VALUES (99, 'x')",
        "council_opinion_is_given_once": "INSERT INTO council_opinion SELECT * FROM council_opinion",
        "council_opinion_is_of_a_nomination": "UPDATE council_opinion SET nomination = 1",
        "council_opinion_is_of_a_session": "UPDATE council_opinion SET session = 99",
        "council_session_campaign_is_known": "INSERT INTO council_session (campaign, held_on) VALUES ('X', '2026-05-05')",
        "council_session_follows_the_plan": "SELECT council_record('TEST', '2020-05-05', '{A}', '{}', '{}', '{}', '{}', '{}')",
        "council_session_has_been_held": "UPDATE council_session SET held_on = '2099-01-01'",
        "council_session_number_is_unique": "INSERT INTO council_session OVERRIDING SYSTEM VALUE SELECT * FROM council_session",
        "council_vote_counts_from_nothing": "UPDATE council_opinion SET votes_for = -1",
        "council_vote_had_voters": "UPDATE council_opinion SET votes_for = 0, votes_total = 0",
        "council_vote_is_not_above_its_total": "UPDATE council_opinion SET votes_for = 99",
        "council_votes_are_of_its_members": "SELECT council_record('TEST', '2026-05-05', '{A}', '{}', '{1}', '{2}', '{2}', '{}')",
        "decision_award_is_known":
            "INSERT INTO decision (campaign, number, award, decided_on) VALUES ('TEST', 'X', 'x', '2026-05-20')",
        "decision_campaign_is_known":
            "INSERT INTO decision (campaign, number, award, decided_on) VALUES ('X', 'X', 'director_certificate', '2026-05-20')",
        "decision_follows_the_plan": "SELECT decision_record('TEST', 'X', '2020-05-20', '{1}', '{}')",
        "decision_has_been_taken": "UPDATE decision SET decided_on = '2099-01-01'",
        "decision_is_about_a_nomination_once": "INSERT INTO decision_outcome SELECT * FROM decision_outcome",
        "decision_is_recorded_once": "INSERT INTO decision SELECT * FROM decision",
        // Such a step does not exist, either, which is checked first.
        "decision_outcome_is_known":
            "ALTER TABLE decision_outcome DISABLE TRIGGER decision_takes_the_last_step; UPDATE decision_outcome SET outcome = 'x'",
        "decision_outcome_is_of_a_decision":
            "INSERT INTO decision_outcome SELECT unit, id, campaign, award, 'X', 'declined' FROM nomination WHERE unit = '12'",
        "decision_outcome_is_of_a_nomination":
            "INSERT INTO decision_outcome SELECT '12', 1, campaign, award, number, 'declined' FROM decision",
        "decision_stands": "DELETE FROM decision_outcome",
        "declaration_is_made_once": "INSERT INTO declaration SELECT * FROM declaration WHERE unit = '14'",
        "declaration_is_of_a_nomination": "INSERT INTO declaration SELECT unit, 1, document FROM declaration WHERE unit = '14'",
        "declaration_stands_in_a_letter": "UPDATE declaration SET document = 1 WHERE unit = '14'",
        "directive_is_due_after_it_is_issued": "UPDATE directive SET due_on = '2020-01-01'",
        "directive_is_listed_once": "INSERT INTO directive SELECT * FROM directive",
        "directive_is_of_a_campaign":
            "INSERT INTO directive (campaign, number, issued_on, clause) VALUES ('X', 'X', '2026-01-17', '1')",
        "document_is_not_of_the_future": "UPDATE document SET dated = '2099-01-01' WHERE unit = '14'",
        "document_has_its_file": "UPDATE document SET sha256 = 'x' WHERE unit = '14' AND kind = 'proposal_letter'",
        "document_is_keyed_by_its_unit": insertDocument("unit, id, campaign, 'x', nomination"),
        "document_is_of_a_dossier": insertDocument("unit, random_id(), 'X', kind, nomination"),
        "document_is_of_a_dossier_or_a_nomination": "INSERT INTO document_kind VALUES ('x', 'x', '2', 'x', 'x')",
        "document_is_of_a_nomination": insertDocument("unit, random_id(), campaign, 'achievement_report', 1"),
        "document_is_the_only_one_of_its_kind": insertDocument("unit, random_id(), campaign, kind, nomination"),
        "document_kind_is_known": "UPDATE document SET kind = 'x' WHERE unit = '14' AND kind = 'proposal_letter'",
        "document_kind_is_listed_once": "INSERT INTO document_kind VALUES ('proposal_letter', 'nomination', '2', 'x', 'x')",
        "dossier_campaign_is_known": "INSERT INTO dossier (unit, campaign, house) VALUES ('15', 'X', '15')",
        "dossier_arrival_is_not_in_the_future": "SELECT dossier_receive('14', 'TEST', NULL, '2099-01-01')",
        "dossier_is_closed_by_submitting":
            "INSERT INTO dossier (unit, campaign, house, is_open) VALUES ('15', 'TEST', '15', false)",
        "dossier_is_complete": "SELECT dossier_submit('01', 'TEST')",
        "dossier_is_kept": "DELETE FROM dossier",
        "dossier_is_returned_before_it_is_endorsed": "SELECT dossier_return('11', 'TEST', 'x')",
        "dossier_is_the_only_one": "INSERT INTO dossier (unit, campaign, house) SELECT unit, campaign, house FROM dossier",
        "dossier_nominees_are_eligible":
            "SELECT nomination_attest_conduct(id, NULL, true, 'x') FROM nomination WHERE unit = '14'; SELECT dossier_submit('14', 'TEST')",
        "dossier_arrives_after_the_plan": "SELECT dossier_receive('14', 'TEST', '2020-01-01', NULL)",
        "dossier_paper_arrived_before_the_deadline": "SELECT dossier_receive('14', 'TEST', '2099-01-01', NULL)",
        "dossier_return_says_why": "SELECT dossier_return('12', 'TEST', NULL)",
        "dossier_state_is_listed_once": "INSERT INTO dossier_state VALUES ('open', 'x', 'x')",
        "dossier_unit_sends_dossiers": "INSERT INTO dossier (unit, campaign, house) VALUES ('01-KV01', 'TEST', '01')",
        "endorsement_is_pooled_by_its_rule": "UPDATE endorsement SET rule = 'Q99'",
        "endorsement_takes_a_place_where_there_is_a_pool": "UPDATE endorsement SET pooled = false",
        "dossier_is_of_moderate_size": """
        ALTER TABLE file DROP CONSTRAINT file_is_of_moderate_size;
        SELECT dossier_attach('14', 'TEST', 'proposal_letter', NULL, convert_to('%PDF-' || repeat('x', 641 * 1024 * 1024) || '%%EOF', 'UTF8'), 'x', NULL, NULL, NULL)
        """,
        "submitted_file_is_listed_once": "INSERT INTO submitted_file SELECT * FROM submitted_file",
        "submitted_file_is_kept": "INSERT INTO submitted_file VALUES ('12', 'x')",
        "file_has_content": "INSERT INTO file (unit, content) VALUES ('14', '')",
        "file_is_open_to_readers":
            "INSERT INTO file (unit, content) VALUES ('14', '%PDF-1.7 trailer << /Encrypt 5 0 R >> %%EOF')",
        "file_is_whole": "INSERT INTO file (unit, content) VALUES ('14', '%PDF-1.7 1 0 obj')",
        "file_is_kept_once": "INSERT INTO file (unit, content) SELECT unit, content FROM file",
        "file_is_of_a_known_type": "INSERT INTO file (unit, content) VALUES ('14', 'x')",
        "file_is_of_moderate_size":
            "INSERT INTO file (unit, content) VALUES ('14', convert_to('%PDF-%%EOF' || repeat('x', 20 * 1024 * 1024), 'UTF8'))",
        "file_unit_is_known": "INSERT INTO file (unit, content) VALUES ('99', '%PDF-%%EOF')",
        "nomination_begins_as_a_draft":
            "INSERT INTO nomination (unit, campaign, award, subject, collective, state) VALUES ('15', 'TEST', 'minister_certificate', 'collective', '15', 'submitted')",
        "nomination_disqualification_says_why":
            "SELECT nomination_disqualify(id, 'serious_violation', NULL) FROM nomination WHERE unit = '12'",
        "nomination_dossier_is_open":
            "UPDATE dossier SET is_open = true, returned_at = now(), return_reason = 'x' WHERE unit = '12'; SET CONSTRAINTS ALL IMMEDIATE",
        "nomination_is_disqualified_for_a_bar":
            "SELECT nomination_disqualify(id, 'prosecution', 'x') FROM nomination WHERE unit = '12'",
        "nomination_is_endorsed_by_an_endorsement":
            "UPDATE nomination SET state = 'endorsed' WHERE unit = '12'; SET CONSTRAINTS ALL IMMEDIATE",
        "nomination_step_is_known": "UPDATE nomination SET state = 'awarded' WHERE unit = '14'",
        // No clerk has the privilege to get this far.
        "nomination_step_is_ones_to_take":
            "UPDATE account SET unit = '12', house = '12' WHERE login = 'test_clerk_04'; GRANT USAGE ON SCHEMA public TO thidua_clerk; GRANT SELECT, UPDATE ON nomination TO thidua_clerk; CREATE POLICY x ON nomination TO thidua_clerk USING (unit = own_unit()) WITH CHECK (true); SET LOCAL SESSION AUTHORIZATION test_clerk_04; UPDATE public.nomination SET state = 'declined'",
        "prose_is_plain": "SELECT ' x'::prose",
        "selection_vote_is_not_negative": "UPDATE selection_vote SET votes_for = -1 WHERE unit = '14'",
        "selection_vote_had_voters": "UPDATE selection_vote SET votes_for = 0, votes_total = 0 WHERE unit = '14'",
        "selection_vote_is_counted_once": "INSERT INTO selection_vote SELECT * FROM selection_vote WHERE unit = '14'",
        "selection_vote_is_not_above_its_total": "UPDATE selection_vote SET votes_for = 99 WHERE unit = '14'",
        "selection_vote_is_of_a_nomination":
            "INSERT INTO selection_vote SELECT unit, 1, document, 1, 1 FROM selection_vote WHERE unit = '14'",
        "selection_vote_stands_in_the_minutes": "UPDATE selection_vote SET document = 1 WHERE unit = '14'",
        "step_is_listed_once": "INSERT INTO step SELECT * FROM step",
        "step_is_taken_by_a_known_role": "UPDATE step SET role = 'x'",
        "step_leads_to_a_known_state": "INSERT INTO step VALUES ('draft', 'x', 'clerk', true, 'x')",
        "step_leaves_a_known_state": "INSERT INTO step VALUES ('x', 'draft', 'clerk', true, 'x')",
    ]

    /// Inserts another document for 14, based on its letter.
    private static func insertDocument(_ values: String) -> String {
        """
        INSERT INTO document (unit, id, campaign, kind, nomination, sha256, file_name)
        SELECT \(values), sha256, 'x' FROM document WHERE unit = '14' AND kind = 'proposal_letter'
        """
    }
}
