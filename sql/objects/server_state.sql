-- What the server does beside the registry: to whom it passes its changes on, what it archives, how many connections are left; and what an accident took.

CREATE FUNCTION server_state() RETURNS TABLE (is_primary boolean, timeline integer, standbys jsonb, behind_seconds double precision, archiving text, connections integer, most_connections integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT
        NOT pg_is_in_recovery(),
        -- The control file's is that of the last checkpoint.
        CASE WHEN pg_is_in_recovery() THEN coalesce((SELECT w.received_tli FROM pg_stat_wal_receiver w), (SELECT c.timeline_id FROM pg_control_checkpoint() c))
             ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer END,
        (SELECT jsonb_object_agg(coalesce(nullif(r.application_name, ''), r.pid::text), r.sync_state) FROM pg_stat_replication r WHERE r.state = 'streaming'),
        -- While nothing is written, nothing is behind.
        CASE WHEN pg_is_in_recovery() AND pg_last_wal_receive_lsn() IS DISTINCT FROM pg_last_wal_replay_lsn()
             THEN extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::double precision END,
        current_setting('archive_mode'),
        (SELECT count(*)::integer FROM pg_stat_activity a WHERE a.backend_type = 'client backend'),
        current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer;
END $$;
COMMENT ON FUNCTION server_state IS 'Whether the server is the primary, and on which timeline; its standbys that stream, by name, and whether each is synchronous; how far a standby is behind; whether it archives; its connections, and how many there may be.';

CREATE FUNCTION server_fault() RETURNS TABLE (object text, fault text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- Whoever writes waits in silence for a standby that is not there.
    IF NOT pg_is_in_recovery() AND current_setting('synchronous_standby_names') <> ''
        AND NOT EXISTS (SELECT FROM pg_stat_replication r WHERE r.state = 'streaming' AND r.sync_state IN ('sync', 'quorum')) THEN
        RETURN QUERY SELECT current_setting('synchronous_standby_names'), 'no_standby_confirms';
    END IF;
    RETURN QUERY
    SELECT coalesce(nullif(r.application_name, ''), r.pid::text), 'standby_is_behind' FROM pg_stat_replication r
    -- While it is being copied, a standby is behind.
    WHERE r.state = 'streaming' AND (r.replay_lag > interval '1 minute' OR pg_current_wal_lsn() - r.replay_lsn > 256 * 1024 * 1024);
    RETURN QUERY
    SELECT s.slot_name::text, CASE WHEN s.wal_status = 'lost' THEN 'slot_has_lost_its_place' ELSE 'slot_keeps_wal' END FROM pg_replication_slots s
    WHERE s.wal_status = 'lost' OR NOT s.active AND s.restart_lsn IS NOT NULL
      AND CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END - s.restart_lsn > 1024 * 1024 * 1024;
    IF pg_is_in_recovery() THEN
        RETURN QUERY SELECT coalesce(nullif(current_setting('cluster_name'), ''), 'standby'), 'standby_receives_nothing'
        WHERE NOT EXISTS (SELECT FROM pg_stat_wal_receiver w WHERE w.status = 'streaming');
        RETURN QUERY SELECT coalesce(nullif(current_setting('cluster_name'), ''), 'standby'), 'standby_is_paused' WHERE pg_is_wal_replay_paused();
    ELSE
        RETURN QUERY SELECT a.last_failed_wal, 'archiving_fails' FROM pg_stat_archiver a
        WHERE current_setting('archive_mode') <> 'off' AND a.last_failed_time > coalesce(a.last_archived_time, '-infinity');
    END IF;
    RETURN QUERY SELECT s.connections || ' / ' || s.most_connections, 'connections_run_out' FROM server_state() s
    WHERE s.connections > 0.8 * s.most_connections;
    -- From PostgreSQL 16 on, only whoever has the ADMIN option changes a role.
    RETURN QUERY SELECT a.login::text, 'login_cannot_be_changed' FROM account a JOIN pg_roles r ON r.rolname = a.login
    WHERE a.removed_at IS NULL AND current_setting('server_version_num')::integer >= 160000
      AND NOT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = r.oid AND m.member = 'thidua_accounts'::regrole AND m.admin_option);
END $$;
COMMENT ON FUNCTION server_fault IS 'What is wrong with replication, archiving, connections, and the registry''s leave to change logins.';

CREATE FUNCTION catalogue_missing() RETURNS SETOF text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT substr(o, 7) FROM jsonb_object_keys((SELECT c.objects FROM catalogue c ORDER BY c.number DESC LIMIT 1)) AS o
    WHERE o LIKE 'table %' AND NOT EXISTS (
        SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname = substr(o, 7)) ORDER BY 1;
EXCEPTION WHEN undefined_table THEN
    RETURN NEXT 'catalogue';
END $$;
COMMENT ON FUNCTION catalogue_missing IS 'The tables that the migrations made, and that are no longer there.';

GRANT EXECUTE ON FUNCTION catalogue_missing TO thidua_user;
GRANT EXECUTE ON FUNCTION server_state, server_fault TO thidua_administrator, thidua_auditor, thidua_reporter, thidua_backup;
