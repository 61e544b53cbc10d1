#!/usr/bin/env bash
# Creates the database `thidua` and the login that migrates it. The image runs this at its very first start, as the superuser,
# over a socket that nothing else can reach. It may be run again, and then sets the migrator's password to the current secret:
#   docker compose exec database /docker-entrypoint-initdb.d/10-thidua.sh
set -euo pipefail

if ! [ -s "${THIDUA_MIGRATOR_PASSWORD_FILE:?}" ]; then
    echo "thidua: no password in $THIDUA_MIGRATOR_PASSWORD_FILE" >&2
    exit 66
fi

psql --no-psqlrc --no-password --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
-- psql reads the file itself: arguments can be read by every user of the machine.
\set password `cat "$THIDUA_MIGRATOR_PASSWORD_FILE"`

SELECT NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'thidua_migrator') AS is_missing \gset
\if :is_missing
    CREATE ROLE thidua_migrator;
\endif

BEGIN;
-- The next statement contains the password: it must not get into the log, whatever the server logs, even if it fails.
SET LOCAL log_statement = 'none';
SET LOCAL log_min_duration_statement = -1;
SET LOCAL log_min_duration_sample = -1;
SET LOCAL log_transaction_sample_rate = 0;
SET LOCAL log_min_error_statement = 'panic';
-- CREATEROLE, because the migrations create the registry's roles. From PostgreSQL 16 on it covers only roles that the login
-- itself has created; before, it was almost as powerful as a superuser.
ALTER ROLE thidua_migrator
    LOGIN CREATEROLE NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS
    PASSWORD :'password';
COMMIT;

-- The owner may install trusted extensions and grant CONNECT to others; by default no other role has any privileges here.
SELECT NOT EXISTS (SELECT FROM pg_database WHERE datname = 'thidua') AS is_missing \gset
\if :is_missing
    CREATE DATABASE thidua OWNER thidua_migrator TEMPLATE template0 ENCODING 'UTF8';
\endif
REVOKE CONNECT, TEMPORARY ON DATABASE thidua FROM PUBLIC;
SQL
