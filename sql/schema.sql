-- What sql/migrations create: tables, keys and indexes, read from the catalogue. Do not run or edit this file: MigratorTests compares it.

DOMAIN calendar_day date day_is_of_this_century: CHECK (((VALUE >= '2000-01-01'::date) AND (VALUE <= '2099-12-31'::date)))

DOMAIN code text code_is_in_plain_capitals: CHECK (is_code(VALUE))

DOMAIN instant timestamp with time zone instant_is_of_this_century: CHECK (((VALUE >= '1999-12-31 17:00:00+00'::timestamp with time zone) AND (VALUE < '2099-12-31 17:00:00+00'::timestamp with time zone)))

DOMAIN plain_text text text_has_its_letters: CHECK ((garbled(VALUE) IS NULL))

DOMAIN plain_text text text_is_one_plain_line: CHECK (is_plain_text(VALUE))

DOMAIN prose text prose_is_plain: CHECK (is_prose(VALUE))

TABLE access_role
    code             text COLLATE "C" NOT NULL
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    sessions         integer NOT NULL
    spill            integer
    insists          integer
    access_role_is_listed_once: PRIMARY KEY (code)
    access_role_insists_for_a_time: CHECK (((insists >= 1) AND (insists <= 60)))
    access_role_may_connect: CHECK ((sessions > 0))
    access_role_may_sort: CHECK ((spill > 0))

TABLE account
    login            text COLLATE "C" NOT NULL
    role             text COLLATE "C" NOT NULL
    unit             code
    house            code
    added_at         timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    added_by         text NOT NULL DEFAULT SESSION_USER
    password_set_at  timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    password_set_by  text NOT NULL DEFAULT SESSION_USER
    closed_at        timestamp with time zone
    closed_by        text
    removed_at       timestamp with time zone
    removed_by       text
    account_login_is_never_reused: PRIMARY KEY (login)
    account_closing_says_who: CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
    account_house_is_its_units: CHECK (((unit IS NULL) = (house IS NULL)))
    account_login_is_plain: CHECK (((login ~ '^[a-z][a-z0-9_.-]{1,62}$'::text) AND (login !~ '^(pg|thidua)_|^(public|none)$'::text)))
    account_of_a_clerk_has_a_unit: CHECK (((role = 'clerk'::text) = (unit IS NOT NULL)))
    account_removal_says_who: CHECK (((removed_at IS NULL) = (removed_by IS NULL)))
    account_role_is_known: FOREIGN KEY (role) REFERENCES access_role(code)
    account_unit_sends_dossiers: FOREIGN KEY (unit, house) REFERENCES unit(code, proposes_under)

TABLE area_specialist
    code             code NOT NULL
    name             plain_text NOT NULL
    email            text COLLATE "C"
    area_specialist_code_is_unique: PRIMARY KEY (code)
    area_specialist_email_is_an_address: CHECK (((email ~ '^[A-Za-z0-9.!#$%&''*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$'::text) AND (length(email) <= 254) AND (email !~ '^-'::text)))
    area_specialist_code_names_its_folder: UNIQUE INDEX USING btree (replace((code)::text, '/'::text, '-'::text))

TABLE attestation
    unit             code NOT NULL
    nomination       bigint NOT NULL
    campaign         code NOT NULL
    criterion        text COLLATE "C" NOT NULL
    evidence         prose NOT NULL
    attested_at      timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    attestation_is_given_once: PRIMARY KEY (unit, nomination, criterion)
    attestation_is_of_a_criterion: FOREIGN KEY (campaign, criterion) REFERENCES criterion(campaign, code)
    attestation_is_of_a_nomination: FOREIGN KEY (unit, nomination) REFERENCES nomination(unit, id) DEFERRABLE INITIALLY DEFERRED

TABLE audit
    chain            text COLLATE "C" NOT NULL
    number           bigint NOT NULL
    at               timestamp with time zone NOT NULL
    done_at          timestamp with time zone NOT NULL
    login            text NOT NULL
    tool             text NOT NULL
    relation         text COLLATE "C" NOT NULL
    nomination       bigint
    before           jsonb
    after            jsonb
    personal         bytea
    previous         bytea NOT NULL
    hash             bytea NOT NULL
    audit_is_numbered_by_chain: PRIMARY KEY (chain, number)
    audit_by_deed: INDEX USING btree (done_at)
    audit_by_nomination: INDEX USING btree (nomination, chain) WHERE (nomination IS NOT NULL)
    audit_by_time: INDEX USING btree (at)
    audit_of_staffing: INDEX USING btree (relation, chain, number) WHERE (relation = ANY (ARRAY['unit'::text, 'staffing_row'::text, 'staffing_house'::text, 'staffing_current'::text]))

TABLE audit_head fillfactor=50
    chain            text COLLATE "C" NOT NULL
    number           bigint NOT NULL
    hash             bytea NOT NULL
    audit_head_is_the_only_one: PRIMARY KEY (chain)
    audit_head_counts_from_nothing: CHECK ((number >= 0))
    audit_head_is_sha256: CHECK ((octet_length(hash) = 32))

TABLE audit_personal
    chain            text COLLATE "C" NOT NULL
    number           bigint NOT NULL
    before           jsonb
    after            jsonb
    salt             uuid NOT NULL
    audit_personal_is_part_of_a_row: PRIMARY KEY (chain, number)

TABLE audit_request
    login            text COLLATE "C" NOT NULL DEFAULT SESSION_USER
    id               text COLLATE "C" NOT NULL
    content          bytea NOT NULL
    command          text COLLATE "C" NOT NULL
    stored_at        timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    request_is_stored_once: PRIMARY KEY (login, id)
    request_content_is_sha256: CHECK ((octet_length(content) = 32))
    request_id_is_plain: CHECK ((id ~ '^[0-9A-Za-z][0-9A-Za-z._-]{7,63}$'::text))
    request_names_a_command: CHECK ((command ~ '^[a-z][a-z -]{0,62}$'::text))
    audit_request_of_before: INDEX USING btree (login, stored_at)

TABLE audit_secret
    is_only          boolean NOT NULL DEFAULT true
    secret           bytea NOT NULL DEFAULT sha256(convert_to((((gen_random_uuid())::text || (gen_random_uuid())::text) || (gen_random_uuid())::text), 'UTF8'::name))
    audit_secret_is_the_only_one: PRIMARY KEY (is_only)
    audit_secret_is_one: CHECK (is_only)

TABLE award
    code             text COLLATE "C" NOT NULL
    rank             integer NOT NULL
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    award_is_listed_once: PRIMARY KEY (code)
    award_rank_is_unique: UNIQUE (rank)

TABLE award_alias
    alias            text COLLATE "C" NOT NULL
    award            text COLLATE "C" NOT NULL
    award_alias_means_one_award: PRIMARY KEY (alias)
    award_alias_is_folded: CHECK ((alias = fold(alias)))
    award_alias_names_an_award: FOREIGN KEY (award) REFERENCES award(code)

TABLE bar
    campaign         code NOT NULL
    code             text COLLATE "C" NOT NULL
    subject          text COLLATE "C" NOT NULL
    clause           plain_text NOT NULL
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    bar_is_listed_once: PRIMARY KEY (campaign, code)
    bar_is_referable: UNIQUE (campaign, code, subject)
    bar_is_of_a_campaign: FOREIGN KEY (campaign) REFERENCES campaign(code)
    bar_subject_is_known: FOREIGN KEY (subject) REFERENCES subject(code)

TABLE campaign
    code             code NOT NULL
    title            plain_text NOT NULL
    plan_date        calendar_day NOT NULL
    circular_number  plain_text
    circular_date    calendar_day
    deadline         instant NOT NULL
    pool             text COLLATE "C" NOT NULL DEFAULT 'all_provinces'::text
    created_at       timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    campaign_code_is_unique: PRIMARY KEY (code)
    campaign_deadline_is_referable: UNIQUE (code, deadline)
    campaign_pool_is_shared_or_per_province: CHECK ((pool = ANY (ARRAY['all_provinces'::text, 'each_province'::text])))
    campaign_code_names_its_files: UNIQUE INDEX USING btree (replace((code)::text, '/'::text, '-'::text))

TABLE campaign_closing
    campaign         code NOT NULL
    deadline         instant NOT NULL
    closed_at        timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    closed_by        text NOT NULL DEFAULT SESSION_USER
    campaign_is_closed_once: PRIMARY KEY (campaign, deadline)
    campaign_is_closed_after_its_deadline: CHECK ((closed_at >= (deadline)::timestamp with time zone))
    campaign_closing_is_of_a_campaign: FOREIGN KEY (campaign) REFERENCES campaign(code)

TABLE catalogue
    number           bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    recorded_at      timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    objects          jsonb NOT NULL
    catalogue_number_is_unique: PRIMARY KEY (number)

TABLE certification
    unit             code NOT NULL
    nomination       bigint NOT NULL
    document         bigint NOT NULL
    subject          text COLLATE "C" NOT NULL
    role             text COLLATE "C" NOT NULL
    nominee          text COLLATE "C" NOT NULL
    agency           code NOT NULL
    name             plain_text NOT NULL
    staff_no         code NOT NULL
    certification_is_given_once: PRIMARY KEY (unit, nomination)
    certification_is_not_of_oneself: CHECK (
CASE subject
    WHEN 'individual'::text THEN (staff_no_key(nominee) <> staff_no_key((staff_no)::text))
    ELSE (nominee <> (agency)::text)
END)
    certification_agency_is_known: FOREIGN KEY (agency) REFERENCES unit(code)
    certification_is_of_a_nomination: FOREIGN KEY (unit, nomination) REFERENCES nomination(unit, id) DEFERRABLE INITIALLY DEFERRED
    certification_is_of_a_report: FOREIGN KEY (unit, document) REFERENCES document(unit, id) ON DELETE CASCADE
    certification_role_suits_the_subject: FOREIGN KEY (subject, role) REFERENCES certifier_role(subject, code)

TABLE certifier_role
    code             text COLLATE "C" NOT NULL
    subject          text COLLATE "C" NOT NULL
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    certifier_role_is_listed_once: PRIMARY KEY (code)
    certifier_role_is_referable: UNIQUE (subject, code)
    certifier_subject_is_known: FOREIGN KEY (subject) REFERENCES subject(code)

TABLE claim
    unit             code NOT NULL
    campaign         code NOT NULL
    holder           code NOT NULL
    subject          text COLLATE "C" NOT NULL
    collective       code
    staff_no         code
    nominee_name     plain_text
    nominee          text COLLATE "C" NOT NULL GENERATED ALWAYS AS (nominee_key((holder)::text, (collective)::text, (staff_no)::text))
    number_key       text COLLATE "C" GENERATED ALWAYS AS (staff_no_key((staff_no)::text))
    name_key         text COLLATE "C" GENERATED ALWAYS AS (
CASE
    WHEN (staff_no IS NOT NULL) THEN fold((nominee_name)::text)
    ELSE NULL::text
END)
    refused_at       timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    claim_is_kept_once: PRIMARY KEY (unit, campaign, nominee)
    claim_of_a_person_is_kept_once: UNIQUE (unit, campaign, number_key, name_key)
    claim_names_a_collective_or_a_person: CHECK ((((subject = 'collective'::text) = (collective IS NOT NULL)) AND ((subject = 'individual'::text) = (staff_no IS NOT NULL))))
    claim_campaign_is_known: FOREIGN KEY (campaign) REFERENCES campaign(code)
    claim_unit_sends_dossiers: FOREIGN KEY (unit, holder) REFERENCES unit(code, proposes_under)
    claim_by_campaign: INDEX USING btree (campaign)

TABLE completion
    unit             code NOT NULL
    nomination       bigint NOT NULL
    campaign         code NOT NULL
    directive        code NOT NULL
    completed_on     calendar_day NOT NULL
    is_of_quality    boolean NOT NULL
    evidence         prose NOT NULL
    attested_at      timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    completion_is_stated_once: PRIMARY KEY (unit, nomination, directive)
    completion_has_happened: CHECK (((completed_on)::date <= ((attested_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date))
    completion_is_of_a_directive: FOREIGN KEY (campaign, directive) REFERENCES directive(campaign, number)
    completion_is_of_a_nomination: FOREIGN KEY (unit, nomination) REFERENCES nomination(unit, id) DEFERRABLE INITIALLY DEFERRED

TABLE conduct
    unit             code NOT NULL
    nomination       bigint NOT NULL
    campaign         code NOT NULL
    bar              text COLLATE "C" NOT NULL
    applies          boolean NOT NULL
    evidence         prose NOT NULL
    attested_at      timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    conduct_is_stated_once: PRIMARY KEY (unit, nomination, bar)
    conduct_is_about_a_bar: FOREIGN KEY (campaign, bar) REFERENCES bar(campaign, code)
    conduct_is_of_a_nomination: FOREIGN KEY (unit, nomination) REFERENCES nomination(unit, id) DEFERRABLE INITIALLY DEFERRED

TABLE council_member
    session          bigint NOT NULL
    name             plain_text NOT NULL
    title            plain_text
    council_member_is_listed_once: PRIMARY KEY (session, name)
    council_member_sat_in_a_session: FOREIGN KEY (session) REFERENCES council_session(id)

TABLE council_opinion
    unit             code NOT NULL
    nomination       bigint NOT NULL
    campaign         code NOT NULL
    session          bigint NOT NULL
    votes_for        integer NOT NULL
    votes_total      integer NOT NULL
    opinion          prose
    nominee_name     plain_text NOT NULL
    council_opinion_is_given_once: PRIMARY KEY (unit, nomination, session)
    council_vote_counts_from_nothing: CHECK ((votes_for >= 0))
    council_vote_had_voters: CHECK ((votes_total > 0))
    council_vote_is_not_above_its_total: CHECK ((votes_for <= votes_total))
    council_opinion_is_of_a_nomination: FOREIGN KEY (unit, nomination) REFERENCES nomination(unit, id)
    council_opinion_is_of_a_session: FOREIGN KEY (session, campaign) REFERENCES council_session(id, campaign)

TABLE council_session
    id               bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    campaign         code NOT NULL
    held_on          calendar_day NOT NULL
    recorded_at      timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    council_session_number_is_unique: PRIMARY KEY (id)
    council_session_is_referable: UNIQUE (id, campaign)
    council_session_has_been_held: CHECK (((held_on)::date <= ((recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date))
    council_session_campaign_is_known: FOREIGN KEY (campaign) REFERENCES campaign(code)

TABLE criterion
    campaign         code NOT NULL
    code             text COLLATE "C" NOT NULL
    subject          text COLLATE "C" NOT NULL
    clause           plain_text NOT NULL
    words            prose NOT NULL
    words_en         prose NOT NULL
    criterion_is_listed_once: PRIMARY KEY (campaign, code)
    criterion_code_is_short: CHECK ((code ~ '^[a-z][0-9]{1,2}$'::text))
    criterion_is_of_a_campaign: FOREIGN KEY (campaign) REFERENCES campaign(code)
    criterion_subject_is_known: FOREIGN KEY (subject) REFERENCES subject(code)

TABLE decision
    campaign         code NOT NULL
    number           code NOT NULL
    award            text COLLATE "C" NOT NULL
    decided_on       calendar_day NOT NULL
    recorded_at      timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    decision_is_recorded_once: PRIMARY KEY (campaign, number)
    decision_is_referable: UNIQUE (campaign, number, award)
    decision_has_been_taken: CHECK (((decided_on)::date <= ((recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date))
    decision_award_is_known: FOREIGN KEY (award) REFERENCES award(code)
    decision_campaign_is_known: FOREIGN KEY (campaign) REFERENCES campaign(code)

TABLE decision_outcome
    unit             code NOT NULL
    nomination       bigint NOT NULL
    campaign         code NOT NULL
    award            text COLLATE "C" NOT NULL
    number           code NOT NULL
    outcome          text COLLATE "C" NOT NULL
    decision_is_about_a_nomination_once: PRIMARY KEY (unit, nomination)
    decision_outcome_is_known: CHECK ((outcome = ANY (ARRAY['awarded'::text, 'declined'::text])))
    decision_outcome_is_of_a_decision: FOREIGN KEY (campaign, number, award) REFERENCES decision(campaign, number, award)
    decision_outcome_is_of_a_nomination: FOREIGN KEY (unit, nomination) REFERENCES nomination(unit, id)

TABLE declaration
    unit             code NOT NULL
    nomination       bigint NOT NULL
    document         bigint NOT NULL
    declaration_is_made_once: PRIMARY KEY (unit, nomination)
    declaration_is_of_a_nomination: FOREIGN KEY (unit, nomination) REFERENCES nomination(unit, id) DEFERRABLE INITIALLY DEFERRED
    declaration_stands_in_a_letter: FOREIGN KEY (unit, document) REFERENCES document(unit, id) ON DELETE CASCADE

TABLE directive
    campaign         code NOT NULL
    number           code NOT NULL
    issued_on        calendar_day NOT NULL
    due_on           calendar_day
    clause           plain_text NOT NULL
    directive_is_listed_once: PRIMARY KEY (campaign, number)
    directive_is_due_after_it_is_issued: CHECK (((due_on)::date >= (issued_on)::date))
    directive_is_of_a_campaign: FOREIGN KEY (campaign) REFERENCES campaign(code)

TABLE document
    unit             code NOT NULL
    id               bigint NOT NULL DEFAULT random_id()
    campaign         code NOT NULL
    kind             text COLLATE "C" NOT NULL
    nomination       bigint
    part_of          text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
CASE
    WHEN (nomination IS NULL) THEN 'dossier'::text
    ELSE 'nomination'::text
END)
    sha256           bytea NOT NULL
    file_name        plain_text NOT NULL
    number           plain_text
    dated            calendar_day
    signer           plain_text
    attached_at      timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    document_is_keyed_by_its_unit: PRIMARY KEY (unit, id)
    document_is_the_only_one_of_its_kind: UNIQUE NULLS NOT DISTINCT (unit, campaign, kind, nomination)
    document_is_not_of_the_future: CHECK (((dated)::date <= ((attached_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date))
    document_has_its_file: FOREIGN KEY (unit, sha256) REFERENCES file(unit, sha256)
    document_is_of_a_dossier: FOREIGN KEY (unit, campaign) REFERENCES dossier(unit, campaign)
    document_is_of_a_nomination: FOREIGN KEY (unit, nomination) REFERENCES nomination(unit, id)
    document_kind_is_known: FOREIGN KEY (kind, part_of) REFERENCES document_kind(code, part_of)

TABLE document_kind
    code             text COLLATE "C" NOT NULL
    part_of          text COLLATE "C" NOT NULL
    clause           plain_text NOT NULL
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    document_kind_is_listed_once: PRIMARY KEY (code)
    document_kind_is_referable: UNIQUE (code, part_of)
    document_is_of_a_dossier_or_a_nomination: CHECK ((part_of = ANY (ARRAY['dossier'::text, 'nomination'::text])))

TABLE dossier
    unit             code NOT NULL
    campaign         code NOT NULL
    house            code NOT NULL
    is_open          boolean NOT NULL DEFAULT true
    submitted_at     timestamp with time zone
    returned_at      timestamp with time zone
    return_reason    prose
    paper_at         instant
    email_at         instant
    changed_at       timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    dossier_is_the_only_one: PRIMARY KEY (unit, campaign)
    dossier_state_is_referable: UNIQUE (unit, campaign, is_open)
    dossier_arrival_is_not_in_the_future: CHECK ((((paper_at)::timestamp with time zone <= changed_at) AND ((email_at)::timestamp with time zone <= changed_at)))
    dossier_is_closed_by_submitting: CHECK ((is_open OR (submitted_at IS NOT NULL)))
    dossier_return_says_why: CHECK (((returned_at IS NULL) = (return_reason IS NULL)))
    dossier_campaign_is_known: FOREIGN KEY (campaign) REFERENCES campaign(code)
    dossier_unit_sends_dossiers: FOREIGN KEY (unit, house) REFERENCES unit(code, proposes_under)
    dossier_by_campaign: INDEX USING btree (campaign)

TABLE dossier_state
    code             text COLLATE "C" NOT NULL
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    dossier_state_is_listed_once: PRIMARY KEY (code)

TABLE endorsement
    unit             code NOT NULL
    nomination       bigint NOT NULL
    campaign         code NOT NULL
    house            code NOT NULL
    holder           text COLLATE "C" NOT NULL
    award            text COLLATE "C" NOT NULL
    subject          text COLLATE "C" NOT NULL
    nominee          text COLLATE "C" NOT NULL
    rule             code NOT NULL
    pooled           boolean NOT NULL
    stage            text COLLATE "C" NOT NULL DEFAULT 'endorsement'::text
    stands           boolean NOT NULL GENERATED ALWAYS AS (true)
    allowed          integer
    slot             integer
    endorsed_at      timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    endorsement_is_given_once: PRIMARY KEY (unit, nomination)
    endorsement_slot_is_held_once: UNIQUE (holder, campaign, award, subject, slot)
    endorsement_draws_on_the_pool_or_its_own_house: CHECK (((holder = '*'::text) OR (holder = (house)::text)))
    endorsement_is_an_endorsement: CHECK ((stage = 'endorsement'::text))
    endorsement_slot_is_within_quota: CHECK (((slot >= 1) AND (slot <= allowed)))
    endorsement_takes_a_place_where_there_is_a_pool: CHECK ((((slot IS NOT NULL) = pooled) AND ((slot IS NULL) = (allowed IS NULL))))
    endorsement_draws_on_a_quota: FOREIGN KEY (holder, campaign, award, subject, stage, allowed) REFERENCES quota(holder, campaign, award, subject, stage, allowed) ON UPDATE CASCADE
    endorsement_is_of_a_standing_nomination: FOREIGN KEY (unit, nomination, campaign, house, award, subject, stands, nominee) REFERENCES nomination(unit, id, campaign, holder, award, subject, stands, nominee)
    endorsement_is_pooled_by_its_rule: FOREIGN KEY (campaign, rule, pooled) REFERENCES quota_rule(campaign, rule, pooled)
    endorsement_by_campaign: INDEX USING btree (campaign)

TABLE file
    unit             code NOT NULL
    sha256           bytea NOT NULL GENERATED ALWAYS AS (sha256(content))
    size             bigint NOT NULL GENERATED ALWAYS AS (octet_length(content))
    type             text COLLATE "C" GENERATED ALWAYS AS (media_type(content))
    content          bytea NOT NULL STORAGE e
    file_is_kept_once: PRIMARY KEY (unit, sha256)
    file_has_content: CHECK ((octet_length(content) > 0))
    file_is_of_a_known_type: CHECK ((type IS NOT NULL))
    file_is_of_moderate_size: CHECK ((octet_length(content) <= ((20 * 1024) * 1024)))
    file_is_open_to_readers: CHECK (((type <> 'application/pdf'::text) OR (POSITION(('\x2f456e6372797074'::bytea) IN (content)) = 0)))
    file_is_whole: CHECK (((type <> 'application/pdf'::text) OR (POSITION(('\x2525454f46'::bytea) IN (SUBSTRING(content FROM GREATEST(1, (octet_length(content) - 2047))))) > 0)))
    file_unit_is_known: FOREIGN KEY (unit) REFERENCES unit(code)

TABLE migration
    name             text NOT NULL
    checksum         bytea NOT NULL
    applied_at       timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    applied_by       text NOT NULL DEFAULT SESSION_USER
    migration_is_run_once: PRIMARY KEY (name)
    migration_checksum_is_sha256: CHECK ((octet_length(checksum) = 32))

TABLE nomination
    unit             code NOT NULL
    id               bigint NOT NULL DEFAULT random_id()
    campaign         code NOT NULL
    holder           code NOT NULL
    award            text COLLATE "C" NOT NULL
    subject          text COLLATE "C" NOT NULL
    stage            text COLLATE "C" NOT NULL DEFAULT 'proposal'::text
    collective       code
    staff_no         code
    nominee_name     plain_text
    position         plain_text
    workplace        code
    state            text COLLATE "C" NOT NULL DEFAULT 'draft'::text
    came_from        text COLLATE "C"
    bar              text COLLATE "C"
    reason           prose
    stands           boolean NOT NULL GENERATED ALWAYS AS ((state <> ALL (ARRAY['withdrawn'::text, 'disqualified'::text])))
    is_open          boolean GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['draft'::text, 'returned'::text])) THEN true
    WHEN (state <> ALL (ARRAY['withdrawn'::text, 'disqualified'::text])) THEN false
    ELSE NULL::boolean
END)
    nominee          text COLLATE "C" GENERATED ALWAYS AS (
CASE
    WHEN (state <> 'withdrawn'::text) THEN nominee_key((holder)::text, (collective)::text, (staff_no)::text)
    ELSE NULL::text
END)
    number_key       text COLLATE "C" GENERATED ALWAYS AS (
CASE
    WHEN (state <> 'withdrawn'::text) THEN staff_no_key((staff_no)::text)
    ELSE NULL::text
END)
    name_key         text COLLATE "C" GENERATED ALWAYS AS (
CASE
    WHEN (staff_no IS NOT NULL) THEN fold((nominee_name)::text)
    ELSE NULL::text
END)
    endorsed         bigint GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['endorsed'::text, 'awarded'::text])) THEN id
    ELSE NULL::bigint
END)
    allowed          integer
    slot             integer
    entered_at       timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    changed_at       timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    nomination_is_keyed_by_its_unit: PRIMARY KEY (unit, id)
    nomination_is_referable_while_it_stands: UNIQUE (unit, id, campaign, holder, award, subject, stands, nominee)
    nomination_number_is_unique: UNIQUE (id)
    nomination_person_is_nominated_once: UNIQUE (number_key, campaign, name_key)
    nomination_slot_is_held_once: UNIQUE (holder, campaign, award, subject, slot)
    nomination_subject_is_nominated_once: UNIQUE (nominee, campaign)
    nomination_begins_as_a_draft: CHECK (((came_from IS NOT NULL) OR (state = 'draft'::text)))
    nomination_bureau_proposes_its_own: CHECK ((((unit)::text = (holder)::text) OR ((unit)::text = (COALESCE(collective, workplace))::text)))
    nomination_disqualification_says_why: CHECK ((((state = 'disqualified'::text) = (bar IS NOT NULL)) AND ((bar IS NULL) = (reason IS NULL))))
    nomination_holds_a_slot_while_it_stands: CHECK ((((slot IS NOT NULL) = stands) AND ((slot IS NULL) = (allowed IS NULL))))
    nomination_is_a_proposal: CHECK ((stage = 'proposal'::text))
    nomination_names_a_collective_or_a_person: CHECK ((((subject = 'collective'::text) = (collective IS NOT NULL)) AND ((subject = 'individual'::text) = (staff_no IS NOT NULL)) AND ((staff_no IS NULL) = ("position" IS NULL)) AND ((staff_no IS NULL) = (workplace IS NULL))))
    nomination_slot_is_within_quota: CHECK (((slot >= 1) AND (slot <= allowed)))
    nomination_award_is_known: FOREIGN KEY (award) REFERENCES award(code)
    nomination_campaign_is_known: FOREIGN KEY (campaign) REFERENCES campaign(code)
    nomination_collective_is_of_the_house: FOREIGN KEY (collective, holder) REFERENCES unit(code, nominated_under)
    nomination_dossier_is_open: FOREIGN KEY (unit, campaign, is_open) REFERENCES dossier(unit, campaign, is_open) DEFERRABLE INITIALLY DEFERRED
    nomination_draws_on_a_quota: FOREIGN KEY (holder, campaign, award, subject, stage, allowed) REFERENCES quota(holder, campaign, award, subject, stage, allowed) ON UPDATE CASCADE
    nomination_is_disqualified_for_a_bar: FOREIGN KEY (campaign, bar, subject) REFERENCES bar(campaign, code, subject)
    nomination_is_endorsed_by_an_endorsement: FOREIGN KEY (unit, endorsed) REFERENCES endorsement(unit, nomination) DEFERRABLE INITIALLY DEFERRED
    nomination_person_is_registered: FOREIGN KEY (unit, staff_no) REFERENCES person(unit, staff_no)
    nomination_state_is_known: FOREIGN KEY (state) REFERENCES nomination_state(code)
    nomination_step_is_known: FOREIGN KEY (came_from, state) REFERENCES step(earlier, later)
    nomination_subject_is_known: FOREIGN KEY (subject) REFERENCES subject(code)
    nomination_unit_sends_dossiers: FOREIGN KEY (unit, holder) REFERENCES unit(code, proposes_under)
    nomination_workplace_is_of_the_house: FOREIGN KEY (workplace, holder) REFERENCES unit(code, house)
    nomination_by_campaign: INDEX USING btree (campaign, unit)

TABLE nomination_state
    code             text COLLATE "C" NOT NULL
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    nomination_state_is_listed_once: PRIMARY KEY (code)

TABLE person
    unit             code NOT NULL
    staff_no         code NOT NULL
    name             plain_text NOT NULL
    person_is_registered_once: PRIMARY KEY (unit, staff_no)
    person_unit_is_known: FOREIGN KEY (unit) REFERENCES unit(code)

TABLE quota
    holder           text COLLATE "C" NOT NULL
    campaign         code NOT NULL
    award            text COLLATE "C" NOT NULL
    subject          text COLLATE "C" NOT NULL
    stage            text COLLATE "C" NOT NULL
    allowed          integer NOT NULL
    rule             code NOT NULL
    measured         integer
    unit             code GENERATED ALWAYS AS (NULLIF(holder, '*'::text))
    quota_is_stated_once: PRIMARY KEY (holder, campaign, award, subject, stage)
    quota_allowed_is_referable: UNIQUE (holder, campaign, award, subject, stage, allowed)
    quota_allows_none_or_more: CHECK ((allowed >= 0))
    quota_award_is_known: FOREIGN KEY (award) REFERENCES award(code)
    quota_holder_is_known: FOREIGN KEY (unit) REFERENCES unit(code)
    quota_is_of_a_rule: FOREIGN KEY (campaign, rule) REFERENCES quota_rule(campaign, rule)
    quota_stage_is_known: FOREIGN KEY (stage) REFERENCES stage(code)
    quota_subject_is_known: FOREIGN KEY (subject) REFERENCES subject(code)
    quota_by_campaign: INDEX USING btree (campaign)

TABLE quota_bracket
    campaign         code NOT NULL
    rule             code NOT NULL
    bracket          int4range NOT NULL DEFAULT '[0,)'::int4range
    allowed          integer NOT NULL
    quota_bracket_allows_none_or_more: CHECK ((allowed >= 0))
    quota_bracket_is_not_empty: CHECK ((NOT isempty(bracket)))
    quota_brackets_do_not_overlap: EXCLUDE USING gist (campaign WITH =, rule WITH =, bracket WITH &&)
    quota_bracket_is_of_a_rule: FOREIGN KEY (campaign, rule) REFERENCES quota_rule(campaign, rule)

TABLE quota_rule
    campaign         code NOT NULL
    rule             code NOT NULL
    clause           plain_text NOT NULL
    award            text COLLATE "C" NOT NULL
    subject          text COLLATE "C" NOT NULL
    holder_kind      text COLLATE "C" NOT NULL
    measure          text COLLATE "C" NOT NULL DEFAULT 'none'::text
    pooled           boolean NOT NULL DEFAULT false
    quota_rule_is_stated_once: PRIMARY KEY (campaign, rule)
    quota_rule_is_the_only_one_for_its_holder: UNIQUE (campaign, award, subject, holder_kind)
    quota_rule_pool_is_referable: UNIQUE (campaign, rule, pooled)
    quota_rule_holder_is_a_house: CHECK ((holder_kind = ANY (ARRAY['headquarters'::text, 'province'::text])))
    quota_rule_measure_is_known: CHECK ((measure = ANY (ARRAY['none'::text, 'civil_servants'::text, 'area_offices'::text])))
    quota_rule_pool_is_of_fixed_size: CHECK (((NOT pooled) OR (measure = 'none'::text)))
    quota_rule_award_is_known: FOREIGN KEY (award) REFERENCES award(code)
    quota_rule_holder_kind_is_known: FOREIGN KEY (holder_kind) REFERENCES unit_kind(code)
    quota_rule_is_of_a_campaign: FOREIGN KEY (campaign) REFERENCES campaign(code)
    quota_rule_subject_is_known: FOREIGN KEY (subject) REFERENCES subject(code)

TABLE report_letter
    campaign         code NOT NULL
    date             calendar_day NOT NULL
    revision         integer NOT NULL
    specialist       code NOT NULL
    email            text NOT NULL
    begun_at         timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    sent_at          timestamp with time zone
    report_letter_is_sent_once: PRIMARY KEY (campaign, date, revision, specialist)
    report_letter_is_of_a_report: FOREIGN KEY (campaign, date, revision) REFERENCES report_run(campaign, date, revision)

TABLE report_run
    campaign         code NOT NULL
    date             calendar_day NOT NULL
    as_of            timestamp with time zone NOT NULL
    is_late          boolean NOT NULL
    is_final         boolean NOT NULL
    content          jsonb NOT NULL COMPRESSION p
    sha256           bytea NOT NULL
    seal             bigint NOT NULL
    made_at          timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    made_by          text NOT NULL DEFAULT SESSION_USER
    revision         integer NOT NULL
    set_aside_at     timestamp with time zone
    set_aside_by     text
    set_aside_becaus prose
    report_run_is_numbered: PRIMARY KEY (campaign, date, revision)
    report_checksum_is_of_its_content: CHECK ((sha256 = sha256(convert_to((content)::text, 'UTF8'::name))))
    report_revision_counts_from_one: CHECK ((revision >= 1))
    report_setting_aside_says_who_and_why: CHECK ((num_nulls(set_aside_at, set_aside_by, set_aside_because) = ANY (ARRAY[0, 3])))
    report_run_is_the_only_one: EXCLUDE USING btree (campaign WITH =, date WITH =) WHERE ((set_aside_at IS NULL))
    report_run_campaign_is_known: FOREIGN KEY (campaign) REFERENCES campaign(code)
    report_run_seals_the_trail: FOREIGN KEY (seal) REFERENCES seal(number)

TABLE seal
    number           bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    heads            jsonb NOT NULL
    hash             text COLLATE "C" GENERATED ALWAYS AS (audit_heads_hash(heads))
    seal_number_is_unique: PRIMARY KEY (number)

TABLE seed
    number           bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    relation         text COLLATE "C" NOT NULL
    added            jsonb NOT NULL
    removed          jsonb NOT NULL
    seed_number_is_unique: PRIMARY KEY (number)

TABLE selection_vote
    unit             code NOT NULL
    nomination       bigint NOT NULL
    document         bigint NOT NULL
    votes_for        integer NOT NULL
    votes_total      integer NOT NULL
    selection_vote_is_counted_once: PRIMARY KEY (unit, nomination)
    selection_vote_had_voters: CHECK ((votes_total > 0))
    selection_vote_is_not_above_its_total: CHECK ((votes_for <= votes_total))
    selection_vote_is_not_negative: CHECK ((votes_for >= 0))
    selection_vote_is_of_a_nomination: FOREIGN KEY (unit, nomination) REFERENCES nomination(unit, id) DEFERRABLE INITIALLY DEFERRED
    selection_vote_stands_in_the_minutes: FOREIGN KEY (unit, document) REFERENCES document(unit, id) ON DELETE CASCADE

TABLE session_end
    number           bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    login            text COLLATE "C" NOT NULL
    unit             code
    sessions         integer NOT NULL
    held             text COLLATE "C"
    since            timestamp with time zone
    ended_at         timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    ended_by         text NOT NULL DEFAULT SESSION_USER
    session_end_number_is_unique: PRIMARY KEY (number)
    session_end_ended_some: CHECK ((sessions > 0))
    session_end_names_a_table: CHECK ((held ~ '^[a-z_]{1,63}$'::text))

TABLE sheet_header
    form             text COLLATE "C" NOT NULL
    alias            text COLLATE "C" NOT NULL
    field            text COLLATE "C" NOT NULL
    sheet_header_means_one_field: PRIMARY KEY (form, alias)

TABLE specialist_area
    province         code NOT NULL
    kind             text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('province'::text)
    specialist       code NOT NULL
    specialist_area_is_of_one: PRIMARY KEY (province)
    specialist_area_has_a_specialist: FOREIGN KEY (specialist) REFERENCES area_specialist(code) ON DELETE CASCADE
    specialist_area_is_a_province: FOREIGN KEY (province, kind) REFERENCES unit(code, kind)

TABLE staffing_application
    id               bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    staffing_table   bigint NOT NULL
    house            code NOT NULL
    follows          bigint
    applied_at       timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    applied_by       text NOT NULL DEFAULT SESSION_USER
    digest           bytea
    staffing_application_number_is_unique: PRIMARY KEY (id)
    staffing_application_follows_another: FOREIGN KEY (follows) REFERENCES staffing_application(id)
    staffing_application_is_of_a_stored_house: FOREIGN KEY (staffing_table, house) REFERENCES staffing_house(staffing_table, house)

TABLE staffing_current
    house            code NOT NULL
    staffing_table   bigint NOT NULL
    applied_at       timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    application      bigint NOT NULL
    staffing_of_a_house_is_one_table: PRIMARY KEY (house)
    staffing_current_house_is_known: FOREIGN KEY (house) REFERENCES unit(code)
    staffing_current_was_applied: FOREIGN KEY (application) REFERENCES staffing_application(id)

TABLE staffing_house
    staffing_table   bigint NOT NULL
    house            code NOT NULL
    units            integer NOT NULL
    area_offices     integer NOT NULL
    civil_servants   integer NOT NULL
    staffing_house_is_summed_up_once: PRIMARY KEY (staffing_table, house)
    staffing_area_offices_are_units: CHECK (((area_offices >= 0) AND (area_offices <= units)))
    staffing_house_has_civil_servants: CHECK ((civil_servants > 0))
    staffing_house_has_units: CHECK ((units > 0))
    staffing_house_is_known: FOREIGN KEY (house) REFERENCES unit(code)
    staffing_house_is_of_a_table: FOREIGN KEY (staffing_table) REFERENCES staffing_table(id)

UNLOGGED TABLE staffing_intake
    row_number       integer NOT NULL
    place            integer NOT NULL
    unit_code        text
    unit             text
    headcount        text
    name             integer
    code             text COLLATE "C"
    civil_servants   integer
    label            text

UNLOGGED TABLE staffing_intake_aside
    row_number       integer NOT NULL
    is_total         boolean NOT NULL
    headcount        text
    heading_of       text COLLATE "C"
    cells            text NOT NULL

UNLOGGED TABLE staffing_intake_name
    number           integer NOT NULL
    unit             text NOT NULL
    plain            text GENERATED ALWAYS AS (tidy(unnumbered(unit)))
    key              text COLLATE "C" GENERATED ALWAYS AS (fold(unnumbered(unit)))

UNLOGGED TABLE staffing_intake_place
    place            integer NOT NULL
    province_code    text NOT NULL
    province         text NOT NULL
    kind             text NOT NULL
    above_code       text NOT NULL DEFAULT ''::text
    above_province   text NOT NULL DEFAULT ''::text

UNLOGGED TABLE staffing_intake_reading
    place            integer NOT NULL
    own_code         text COLLATE "C"
    own_province     text
    kind_name        text
    is_unnamed       boolean NOT NULL
    province_code    text COLLATE "C"
    province         text
    province_key     text COLLATE "C"
    house            text COLLATE "C"
    house_kind       text COLLATE "C"
    house_name       text
    house_key        text COLLATE "C"
    kind             text COLLATE "C"
    is_named         boolean NOT NULL
    is_total         boolean NOT NULL

UNLOGGED TABLE staffing_intake_total
    place            integer NOT NULL
    units            bigint NOT NULL
    civil_servants   bigint
    first_code       text COLLATE "C"
    last_code        text COLLATE "C"
    codes_may_be_odd boolean NOT NULL
    names_may_be_odd boolean NOT NULL
    names_may_tell_o boolean NOT NULL

TABLE staffing_mode
    code             text COLLATE "C" NOT NULL
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    staffing_mode_is_listed_once: PRIMARY KEY (code)

TABLE staffing_row
    staffing_table   bigint NOT NULL
    house            text COLLATE "C" NOT NULL
    unit             text COLLATE "C" NOT NULL
    kind             text COLLATE "C" NOT NULL
    name             text NOT NULL
    civil_servants   integer NOT NULL
    staffing_unit_is_listed_once: PRIMARY KEY (staffing_table, unit)
    staffing_headcount_is_plausible: CHECK (is_plausible_headcount(civil_servants))
    staffing_house_row_is_the_house: CHECK (((unit = house) = (kind = ANY (ARRAY['headquarters'::text, 'province'::text]))))

TABLE staffing_table
    id               bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    as_of            calendar_day NOT NULL
    file_name        plain_text NOT NULL
    sha256           bytea NOT NULL
    imported_at      timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    imported_by      text NOT NULL DEFAULT SESSION_USER
    mode             text COLLATE "C" NOT NULL DEFAULT 'replace'::text
    origin           jsonb NOT NULL DEFAULT '{}'::jsonb
    staffing_table_number_is_unique: PRIMARY KEY (id)
    staffing_checksum_is_sha256: CHECK ((octet_length(sha256) = 32))
    staffing_origin_is_visible: CHECK (is_visible((origin)::text))
    staffing_mode_is_known: FOREIGN KEY (mode) REFERENCES staffing_mode(code)

TABLE stage
    code             text COLLATE "C" NOT NULL
    rank             integer NOT NULL
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    stage_is_listed_once: PRIMARY KEY (code)
    stage_rank_is_unique: UNIQUE (rank)

TABLE step
    earlier          text COLLATE "C" NOT NULL
    later            text COLLATE "C" NOT NULL
    role             text COLLATE "C" NOT NULL
    before_deadline  boolean NOT NULL
    command          plain_text NOT NULL
    is_by_itself     boolean NOT NULL DEFAULT false
    step_is_listed_once: PRIMARY KEY (earlier, later)
    step_is_taken_by_a_known_role: FOREIGN KEY (role) REFERENCES access_role(code)
    step_leads_to_a_known_state: FOREIGN KEY (later) REFERENCES nomination_state(code)
    step_leaves_a_known_state: FOREIGN KEY (earlier) REFERENCES nomination_state(code)

TABLE subject
    code             text COLLATE "C" NOT NULL
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    subject_is_listed_once: PRIMARY KEY (code)

TABLE submitted_file
    unit             code NOT NULL
    sha256           bytea NOT NULL
    submitted_file_is_listed_once: PRIMARY KEY (unit, sha256)
    submitted_file_is_kept: FOREIGN KEY (unit, sha256) REFERENCES file(unit, sha256)

TABLE unit
    code             code NOT NULL
    kind             text COLLATE "C" NOT NULL
    name             plain_text NOT NULL
    parent           code
    parent_kind      text COLLATE "C" GENERATED ALWAYS AS (
CASE kind
    WHEN 'bureau'::text THEN 'headquarters'::text
    WHEN 'division'::text THEN 'province'::text
    WHEN 'area_office'::text THEN 'province'::text
    ELSE NULL::text
END)
    house            text COLLATE "C" GENERATED ALWAYS AS (COALESCE(parent, code))
    proposes_under   text COLLATE "C" GENERATED ALWAYS AS (
CASE
    WHEN (kind = ANY (ARRAY['headquarters'::text, 'bureau'::text, 'province'::text])) THEN (COALESCE(parent, code))::text
    ELSE NULL::text
END)
    nominated_under  text COLLATE "C" GENERATED ALWAYS AS (
CASE
    WHEN (kind <> 'headquarters'::text) THEN (COALESCE(parent, code))::text
    ELSE NULL::text
END)
    staffing_table   bigint
    unit_code_is_unique: PRIMARY KEY (code)
    unit_collective_is_referable: UNIQUE (code, nominated_under)
    unit_house_is_referable: UNIQUE (code, house)
    unit_kind_is_referable: UNIQUE (code, kind)
    unit_proposer_is_referable: UNIQUE (code, proposes_under)
    unit_has_a_parent_if_its_kind_does: CHECK (((parent IS NULL) = (parent_kind IS NULL)))
    unit_kind_is_known: FOREIGN KEY (kind) REFERENCES unit_kind(code)
    unit_parent_is_of_the_right_kind: FOREIGN KEY (parent, parent_kind) REFERENCES unit(code, kind)
    unit_headquarters_is_the_only_one: UNIQUE INDEX USING btree (kind) WHERE (kind = 'headquarters'::text)
    unit_name_is_unique_in_its_house: UNIQUE INDEX USING btree (house, fold((name)::text))

TABLE unit_alias
    unit             code NOT NULL
    alias            plain_text NOT NULL
    until            calendar_day
    key              text COLLATE "C" GENERATED ALWAYS AS (replace(fold((alias)::text), ' '::text, ''::text))
    unit_alias_is_listed_once: PRIMARY KEY (unit, alias)
    unit_alias_is_of_a_unit: FOREIGN KEY (unit) REFERENCES unit(code)

TABLE unit_kind
    code             text COLLATE "C" NOT NULL
    parent           text COLLATE "C"
    name_vi          plain_text NOT NULL
    name_en          plain_text NOT NULL
    unit_kind_is_listed_once: PRIMARY KEY (code)
    unit_kind_parent_is_a_kind: FOREIGN KEY (parent) REFERENCES unit_kind(code)

TABLE unit_kind_alias
    alias            text COLLATE "C" NOT NULL
    house            text COLLATE "C" NOT NULL
    kind             text COLLATE "C" NOT NULL
    unit_kind_alias_means_one_kind: PRIMARY KEY (alias, house)
    unit_kind_alias_is_folded: CHECK ((alias = fold(alias)))
    unit_kind_alias_house_is_a_kind: FOREIGN KEY (house) REFERENCES unit_kind(code)
    unit_kind_alias_names_a_kind: FOREIGN KEY (kind) REFERENCES unit_kind(code)
