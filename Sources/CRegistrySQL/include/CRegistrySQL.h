#pragma once

/// A file of sql/, embedded into the binary.
typedef struct {
    /// Its path below sql/.
    const char *path;
    /// Its text, in UTF-8, terminated by a zero.
    const unsigned char *text;
} RegistrySQLFile;

/// All of them, in the order in which they run, terminated by an entry without a path.
const RegistrySQLFile *registry_sql_files(void);
