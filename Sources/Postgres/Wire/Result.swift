import CLibPQ

/// One of libpq's results, which is freed with this value.
package struct Result: ~Copyable {
    package let pointer: UnsafeMutablePointer<pg_result>

    init(_ pointer: UnsafeMutablePointer<pg_result>) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }

    var rowCount: Int32 { PQntuples(pointer) }

    /// What was done: `INSERT 0 3`, `COMMIT`.
    var commandTag: String { String(cString: PQcmdStatus(pointer)) }

    /// The number of rows that the command affected; 0 for a command without rows.
    var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }
}
