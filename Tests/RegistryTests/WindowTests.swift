import Postgres
import Registry
import TestSupport
import Testing

/// What a server lets every role see of others, or take from them, is closed: locks, activity, counters, large objects.
@Suite(.limited, .keepsFailedDatabases) struct WindowTests {
    private static let people = RegistryDatabase.Login.allCases.filter { $0 != .backup }

    @Test(arguments: people)
    func `A login cannot look through the server's windows, nor hang anything out of them`(login: RegistryDatabase.Login) throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            _ = try Neighbour(&superuser, conninfo)
            var session = try Connection(login.conninfo(conninfo))
            for statement in [
                "SELECT * FROM pg_locks", "SELECT * FROM pg_stat_activity", "SELECT pg_lock_status()",
                "SELECT pg_stat_get_backend_activity(1)", "SELECT * FROM pg_stat_database", "SELECT * FROM pg_stat_all_tables",
                "SELECT pg_blocking_pids(pg_backend_pid())", "SELECT pg_xact_status('900'::xid8)", "SELECT txid_status(900)",
                "SELECT txid_current()", "SELECT pg_current_xact_id()", "SELECT pg_current_snapshot()", "SELECT age('3'::xid)",
                "SELECT pg_database_size(current_database())", "SELECT pg_tablespace_size('pg_default')",
                "SELECT pg_relation_size('nomination')", "SELECT reltuples FROM pg_class", "SELECT * FROM pg_class",
                "SELECT relpages FROM pg_class WHERE relname = 'nomination'", "SELECT next_xid FROM pg_control_checkpoint()",
                "SELECT lo_creat(-1)", "SELECT lo_create(0)", "SELECT lo_from_bytea(0, 'a')", "SELECT lo_open(1, 1)",
                "SELECT pg_advisory_lock(1)", "SELECT pg_try_advisory_xact_lock('report_run'::regclass::oid::int, 0)",
                "SELECT pg_advisory_unlock_all()", "SELECT pg_notify('x', 'y')",
                "SELECT pg_logical_emit_message(false, 'x', 'y')",
                "SELECT pg_cancel_backend(1)", "SELECT pg_terminate_backend(1)", "SELECT pg_export_snapshot()",
                "SELECT xmax FROM public.campaign", "SELECT xmin FROM public.award", "SELECT ctid FROM public.step",
                "CREATE TEMPORARY TABLE t (n int)", "CREATE TABLE t (n int)", "CREATE SCHEMA s",
                "COPY (SELECT 1) TO PROGRAM 'cat'",
            ] {
                #expect(session.answer(to: statement).hasPrefix("42501 "), "\(statement)")
            }
            // Only a server that has them still: currtid2 went with PostgreSQL 16.
            #expect(!session.answer(to: "SELECT currtid2('nomination', '(0,1)')").contains("("))
            let own = session.answer(to: "SELECT count(*) > 100 FROM (SELECT relname, relkind, relnamespace FROM pg_class) c")
            #expect(own == "(t)")
        }
    }

    /// Functions of the server that sound as if they showed what others do, and do not.
    private static let harmless: Set<String> = [
        // Of the session itself, of the server as a whole, or computed from the arguments alone.
        "pg_backend_pid", "pg_stat_clear_snapshot", "pg_stat_force_next_flush", "pg_visible_in_snapshot",
        "pg_snapshot_xmin", "pg_snapshot_xmax", "pg_snapshot_xip", "pg_snapshot_in", "pg_snapshot_out", "pg_snapshot_recv",
        "pg_snapshot_send", "pg_wal_lsn_diff", "pg_walfile_name", "pg_walfile_name_offset", "pg_split_walfile_name",
        "pg_listening_channels", "pg_column_size", "pg_size_bytes", "pg_size_pretty", "pg_get_replica_identity_index",
        "pg_get_wal_resource_managers", "pg_get_wal_replay_pause_state", "pg_is_wal_replay_paused", "pg_stat_have_stats",
        "pg_get_wait_events",
        // The server asks for REPLICATION, or for a privilege on what they are about.
        "pg_copy_logical_replication_slot", "pg_copy_physical_replication_slot", "pg_create_logical_replication_slot",
        "pg_create_physical_replication_slot", "pg_drop_replication_slot", "pg_replication_slot_advance",
        "pg_logical_slot_get_binary_changes", "pg_logical_slot_get_changes", "pg_logical_slot_peek_binary_changes",
        "pg_logical_slot_peek_changes", "pg_sync_replication_slots",
    ]

    @Test func `Every other function of the server that sounds like a window has been looked at`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let names = try connection.query(
                """
                SELECT DISTINCT proname::text AS name FROM pg_proc
                WHERE pronamespace = 'pg_catalog'::regnamespace AND has_function_privilege('thidua_user', oid, 'EXECUTE')
                  AND proname ~ '^(pg|txid|lo)_' AND prorettype <> 'trigger'::regtype
                  AND proname ~ 'stat_|lock|xact|txid|snapshot|wal|advisory|_size|slot|notif|listen|activity|backend|replica|wait|^lo_|checkpoint'
                """
            ) { try $0["name"] as String }
            #expect(Set(names).subtracting(Self.harmless) == [])
        }
    }
}
