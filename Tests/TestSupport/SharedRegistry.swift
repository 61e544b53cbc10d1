import Postgres
import Synchronization
import Testing

/// Registries in which campaign `TEST` is open, for what leaves nothing behind: dry runs. Hundreds of files are read in a few of them, by sessions that
/// have made their plans already, instead of in a clone for each.
public enum SharedRegistry {
    private final class Lent: Sendable {
        let connection: Mutex<Connection>

        init() throws { connection = Mutex(try Connection(RegistryDatabase.forThisRun())) }
    }

    private static let free = Mutex<[Lent]>([])

    /// Calls `body` with a connection to a registry that no other test uses meanwhile.
    public static func with<T>(_ body: (inout Connection) throws -> T) throws -> T {
        let lent = try free.withLock { $0.popLast() } ?? Lent()
        let value = try lent.connection.withLock { connection in
            let value = try body(&connection)
            // Whatever is left behind would be found by the next test.
            let left = try connection.first(
                "SELECT (SELECT count(*) FROM staffing_table) + (SELECT count(*) FROM nomination) AS count"
            ) {
                try $0["count"] as Int
            }
            #expect(left == 0)
            return value
        }
        free.withLock { $0.append(lent) }
        return value
    }
}
