-- A verify script returns a line for each fault that it finds, and none where all is well.
SELECT 'migration.checksum is not a SHA-256: ' || name AS fault FROM migration WHERE octet_length(checksum) <> 32;
