SELECT 'migration.checksum is not a SHA-256: ' || name AS fault FROM migration WHERE octet_length(checksum) <> 32;
