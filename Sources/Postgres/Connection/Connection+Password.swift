import CLibPQ

extension Connection {
    /// A password in the form that the server stores, for `ALTER ROLE … PASSWORD`, so that it is never sent in clear text.
    ///
    /// - Throws: ``InvalidText`` where the password has a NUL; ``ConnectionError`` where libpq cannot compute it.
    public func scramVerifier(ofPassword password: String, login: String) throws -> String {
        guard !password.utf8.contains(0) else { throw InvalidText(.nul, in: "the password") }
        guard let verifier = PQencryptPasswordConn(wire.connection, password, login, "scram-sha-256") else {
            throw ConnectionError.lost(message: wire.errorMessage, sqlState: nil)
        }
        defer { PQfreemem(verifier) }
        return String(cString: verifier)
    }
}
