import CLibPQ

extension Connection {
    /// A password as the server keeps it, so that it never travels in clear: to be put into `ALTER ROLE … PASSWORD`.
    ///
    /// - Throws: ``InvalidText`` where the password has a NUL; ``ConnectionError`` where libpq cannot make it.
    public func scramVerifier(ofPassword password: String, login: String) throws -> String {
        guard !password.utf8.contains(0) else { throw InvalidText(.nul, in: "the password") }
        guard let verifier = PQencryptPasswordConn(wire.connection, password, login, "scram-sha-256") else {
            throw ConnectionError.lost(message: wire.errorMessage, sqlState: nil)
        }
        defer { PQfreemem(verifier) }
        return String(cString: verifier)
    }
}
