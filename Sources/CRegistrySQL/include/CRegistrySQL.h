#pragma once

/// A file of sql/, embedded into the binary.
typedef struct {
    /// Its path below sql/.
    const char *path;
    /// Its text, in UTF-8, with a zero after it.
    const unsigned char *text;
} RegistrySQLFile;

/// All of them, in the order in which they run; after the last one an entry without a path.
const RegistrySQLFile *registry_sql_files(void);
