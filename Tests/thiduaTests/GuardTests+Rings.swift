import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// Who keeps others waiting, and who does not.
extension GuardTests {
    /// Each gives up, and begins again, before the server finds out that they wait for each other.
    @Test func `Two sessions that wait for each other again and again are ended`() throws {
        try withClerk { connection, server, login, own in
            let isHeld = Barrier(3)
            let isDone = Mailbox<Bool>()
            let output = try guarded(&connection, seconds: 1) { _ in
                try onThreads(3) { part in
                    guard part > 0 else {
                        var other = try Connection(server)
                        isHeld.meet()
                        defer { isDone.append(true) }
                        return _ = try other.execute("SELECT person_register('01', 'RING-1', 'y')")
                    }
                    var session = try Connection(own)
                    try? session.transaction { transaction in
                        try transaction.execute(
                            "SELECT person_register('01', \("RING-\(part)"), 'x'), set_config('lock_timeout', '800ms', true)")
                        isHeld.meet()
                        while isDone.contents.isEmpty {
                            do {
                                try transaction.savepoint {
                                    try $0.execute("SELECT person_register('01', \("RING-\(3 - part)"), 'x')")
                                }
                            } catch let error as ServerError where error.sqlState == .lockNotAvailable {}
                        }
                    }
                }
            }
            #expect(output.contains("ended: ") && output.contains(" \(login) "), "\(output)")
        }
    }

    /// The innocent has waited for long when the ring closes behind it.
    @Test func `Whoever is drawn into a ring is not ended for those who are held up by it`() throws {
        try withClerk { connection, server, login, own in
            try withClerk { _, _, innocent, theirs in
                let output = try guarded(&connection, seconds: 2) { observer in
                    let steps = Mailbox<String>()
                    @Sendable func reached(_ step: String) throws { try waitUntil(step) { steps.contents.contains(step) } }
                    try onThreads(3) { part in
                        switch part {
                        case 0:
                            var session = try Connection(own)
                            try? session.transaction { transaction in
                                try transaction.execute(
                                    "SELECT person_register('01', 'RING-Y', 'x'), set_config('lock_timeout', '800ms', true)")
                                steps.append("the attacker holds Y")
                                try reached("the innocent waits for Y")
                                while !steps.contents.contains("the innocent has both") {
                                    do {
                                        try transaction.savepoint {
                                            try $0.execute("SELECT person_register('01', 'RING-X', 'x')")
                                        }
                                    } catch let error as ServerError where error.sqlState == .lockNotAvailable {}
                                }
                            }
                        case 1:
                            // Waits for the innocent all the time.
                            try reached("the innocent holds X")
                            var session = try Connection(own)
                            _ = try? session.execute("SELECT person_register('01', 'RING-X', 'x')")
                        default:
                            var session = try Connection(theirs)
                            try session.transaction { transaction in
                                try transaction.execute("SELECT person_register('01', 'RING-X', 'y')")
                                steps.append("the innocent holds X")
                                try reached("the attacker holds Y")
                                // Later than the server's own search for deadlocks, which finds none.
                                let pid = try transaction.first("SELECT pg_backend_pid()") { try $0[0] as Int32 } ?? 0
                                Thread.detachNewThread {
                                    var looking = try? Connection(server)
                                    try? waitUntil("the innocent has waited for long") {
                                        try looking?.first(
                                            "SELECT count(*) FROM pg_locks WHERE pid = \(pid) AND NOT granted AND waitstart < clock_timestamp() - interval '1.2 s'"
                                        ) { try $0[0] as Int } == 1
                                    }
                                    steps.append("the innocent waits for Y")
                                }
                                try transaction.execute("SELECT person_register('01', 'RING-Y', 'y')")
                                steps.append("the innocent has both")
                            }
                        }
                    }
                    _ = observer.serverProcessID
                }
                #expect(output.contains(" \(login) "), "\(output)")
                #expect(!output.contains(" \(innocent) "), "\(output)")
            }
        }
    }

    /// The server finds the ring, and cancels the innocent, again and again: it is never one that waits for long.
    @Test func `Whoever is cancelled in a ring and begins anew is not ended for it`() throws {
        try withClerk { connection, server, login, own in
            try withClerk { _, _, innocent, theirs in
                let output = try guarded(&connection, seconds: 2) { observer in
                    let isHeld = Barrier(3)
                    let isDone = Mailbox<Bool>()
                    try onThreads(3) { part in
                        if part == 0 {
                            var session = try Connection(own)
                            try? session.transaction { transaction in
                                try transaction.execute(
                                    "SELECT person_register('01', 'RING-Y', 'x'), set_config('lock_timeout', '900ms', true)")
                                isHeld.meet()
                                while isDone.contents.isEmpty {
                                    do {
                                        try transaction.savepoint {
                                            try $0.execute("SELECT person_register('01', 'RING-X', 'x')")
                                            throw CancellationError()
                                        }
                                    } catch is CancellationError {
                                        // Not for an event: the other one gets its turn.
                                        Thread.sleep(forTimeInterval: 0.4)
                                    } catch let error as ServerError where error.sqlState == .lockNotAvailable {}
                                }
                            }
                        } else if part == 1 {
                            isHeld.meet()
                            var session = try Connection(own)
                            _ = try? session.execute("SELECT person_register('01', 'RING-Y', 'x')")
                        } else {
                            var session = try Connection(theirs)
                            isHeld.meet()
                            defer { isDone.append(true) }
                            try session.transaction(.init(retry: .init(maximumAttempts: 1000, longestDelay: 100))) {
                                transaction in
                                try transaction.execute("SELECT person_register('01', 'RING-X', 'x')")
                                try transaction.execute("SELECT person_register('01', 'RING-Y', 'x')")
                            }
                        }
                    }
                    _ = observer.serverProcessID
                }
                #expect(output.contains(" \(login) "), "\(output)")
                #expect(!output.contains(" \(innocent) "), "\(output)")
            }
        }
    }

    /// The one drawn in has the oldest transaction, and never waits for long; the other has a new one each time, and gives up before the server looks.
    @Test func `Whoever is held up at each of their rows is not ended for it`() throws {
        try withClerk { connection, _, login, own in
            try withClerk { _, _, innocent, theirs in
                let output = try guarded(&connection, seconds: 3) { _ in
                    let rounds = 6, rows = 3
                    let held = Mailbox<String>()
                    try onThreads(2) { part in
                        var session = try Connection(part == 0 ? own : theirs)
                        for round in 1...rounds {
                            let first = "ROW-\(round)-0"
                            if part == 0 {
                                try waitUntil("\(first) is held") { held.contents.contains(first) }
                                for row in (1...rows).map({ "ROW-\(round)-\($0)" }) {
                                    let refused = #expect(throws: ServerError.self) {
                                        try session.transaction(.init(lockTimeout: 600)) { transaction in
                                            try transaction.execute("SELECT person_register('01', \(row), 'x')")
                                            held.append(row)
                                            try transaction.execute("SELECT person_register('01', \(first), 'x')")
                                        }
                                    }
                                    expect(refused?.sqlState, is: .lockNotAvailable)
                                }
                            } else {
                                try session.transaction { transaction in
                                    try transaction.execute("SELECT person_register('01', \(first), 'y')")
                                    held.append(first)
                                    for row in (1...rows).map({ "ROW-\(round)-\($0)" }) {
                                        try waitUntil("\(row) is held") { held.contents.contains(row) }
                                        try transaction.execute("SELECT person_register('01', \(row), 'y')")
                                    }
                                }
                            }
                        }
                    }
                }
                #expect(!output.contains(" \(innocent) "), "\(output)")
            }
        }
    }

    /// As an import does: a row that is refused is undone, and the next one asks for the same again. Four others queue for it all the time.
    @Test func `Whoever got a row, gave it back and waits for it again is not ended for that`() throws {
        try withClerk { connection, _, login, own in
            try withClerk { _, _, innocent, theirs in
                let output = try guarded(&connection, seconds: 2) { _ in
                    let isHeld = Barrier(5), isDone = Mailbox<Bool>()
                    try onThreads(5) { part in
                        var session = try Connection(part == 0 ? theirs : own)
                        if part == 0 {
                            defer { isDone.append(true) }
                            try session.transaction { transaction in
                                try transaction.execute("SELECT person_register('01', 'MINE', 'y')")
                                isHeld.meet()
                                for _ in 1...10 {
                                    _ = try? transaction.savepoint {
                                        try $0.execute("UPDATE locking.held SET x = x")
                                        throw CancellationError()
                                    }
                                    // Not for an event: another one in the queue gets it.
                                    Thread.sleep(forTimeInterval: 0.05)
                                }
                            }
                        } else if part == 1 {
                            isHeld.meet()
                            _ = try? session.execute("SELECT person_register('01', 'MINE', 'x')")
                        } else {
                            isHeld.meet()
                            while isDone.contents.isEmpty {
                                _ = try? session.transaction { transaction in
                                    try transaction.execute("UPDATE locking.held SET x = x")
                                    try transaction.execute("SELECT pg_sleep(0.3)")
                                    throw CancellationError()
                                }
                            }
                        }
                    }
                }
                #expect(!output.contains(" \(innocent) "), "\(output)")
            }
        }
    }

    /// No transaction lasts long, but there is always one.
    @Test func `Sessions that take turns to keep another one waiting are ended`() throws {
        try withClerk { connection, server, login, own in
            let output = try guarded(&connection, seconds: 2) { _ in
                let steps = Mailbox<String>(), isDone = Mailbox<Bool>()
                @Sendable func reached(_ step: String) throws {
                    try waitUntil(step) { !isDone.contents.isEmpty || steps.contents.contains(step) }
                }
                try onThreads(3) { part in
                    if part == 0 {
                        var waiting = try Connection(server)
                        try reached("begun 1")
                        defer { isDone.append(true) }
                        return _ = try waiting.execute("SELECT FROM locking.held FOR UPDATE")
                    }
                    var session: Connection?, turn = part
                    while isDone.contents.isEmpty {
                        if session == nil { session = try? Connection(own) }
                        let isTaken = try? session?.transaction { transaction in
                            try transaction.execute("SELECT FROM locking.held FOR SHARE")
                            steps.append("begun \(turn)")
                            try transaction.execute("SELECT pg_sleep(0.3)")
                            try reached("begun \(turn + 1)")
                            return true
                        }
                        if isTaken == true { turn += 2 } else { session = nil }
                    }
                }
            }
            #expect(output.contains("ended: ") && output.contains(" \(login) "), "\(output)")
        }
    }

    /// One holds, and waits all the time: for sessions of the same login, which take turns and ask for what it holds.
    @Test func `A login that waits for nobody but itself is ended`() throws {
        try withClerk { connection, server, login, own in
            let output = try guarded(&connection, seconds: 2) { _ in
                let steps = Mailbox<String>(), isDone = Mailbox<Bool>()
                @Sendable func reached(_ step: String) throws {
                    try waitUntil(step) { !isDone.contents.isEmpty || steps.contents.contains(step) }
                }
                try onThreads(4) { part in
                    switch part {
                    case 0:
                        try reached("held 1")
                        var session = try Connection(own)
                        _ = try? session.transaction { transaction in
                            try transaction.execute("SELECT person_register('01', 'HELD', 'x')")
                            steps.append("begun")
                            try transaction.execute("SELECT person_register('01', 'W-' || k, 'y') FROM generate_series(1, 100) k")
                        }
                    case 1:
                        try reached("begun")
                        var waiting = try Connection(server)
                        defer { isDone.append(true) }
                        try waiting.execute("SELECT person_register('01', 'HELD', 'x')")
                    default:
                        var turn = part - 1
                        while isDone.contents.isEmpty {
                            // Ended, too: then another one.
                            var session = try? Connection(own)
                            _ = try? session?.transaction(.init(lockTimeout: 600)) { transaction in
                                try transaction.execute("SELECT person_register('01', \("W-\(turn)"), 'x')")
                                steps.append("held \(turn)")
                                try reached("held \(turn + 1)")
                                if turn > 1 { try reached("left \(turn - 1)") }
                                try reached("begun")
                                try transaction.execute("SELECT person_register('01', 'HELD', 'x')")
                            }
                            steps.append("left \(turn)")
                            turn += 2
                        }
                    }
                }
            }
            #expect(output.contains("ended: ") && output.contains(" \(login) "), "\(output)")
        }
    }
}
