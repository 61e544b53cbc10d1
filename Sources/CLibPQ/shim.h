#pragma once

// Left incomplete, both would be imported as OpaquePointer, and a connection could be passed as a result.
// The member is never touched: it only makes the types complete.
struct pg_conn { void *_; };
struct pg_result { void *_; };

#include <libpq-fe.h>

// The fields of an error: character macros in libpq, which Swift does not import.
enum {
    FIELD_SEVERITY = PG_DIAG_SEVERITY_NONLOCALIZED,
    FIELD_SQLSTATE = PG_DIAG_SQLSTATE,
    FIELD_MESSAGE = PG_DIAG_MESSAGE_PRIMARY,
    FIELD_DETAIL = PG_DIAG_MESSAGE_DETAIL,
    FIELD_HINT = PG_DIAG_MESSAGE_HINT,
    FIELD_POSITION = PG_DIAG_STATEMENT_POSITION,
    FIELD_CONTEXT = PG_DIAG_CONTEXT,
    FIELD_SCHEMA = PG_DIAG_SCHEMA_NAME,
    FIELD_TABLE = PG_DIAG_TABLE_NAME,
    FIELD_COLUMN = PG_DIAG_COLUMN_NAME,
    FIELD_DATATYPE = PG_DIAG_DATATYPE_NAME,
    FIELD_CONSTRAINT = PG_DIAG_CONSTRAINT_NAME,
};

// The value of UTF8 in pg_enc (server/mb/pg_wchar.h): fixed, since it is part of libpq's ABI.
enum { ENCODING_UTF8 = 6 };
