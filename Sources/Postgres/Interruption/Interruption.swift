import Glibc
import Synchronization

/// SIGINT or SIGTERM arrived: the running statement was cancelled, and the transaction is being rolled back.
public struct Interrupted: Error, Sendable {
    /// For code that is interrupted in another way, such as by Ctrl-C at a prompt.
    public init() {}
}

/// Turns SIGINT and SIGTERM into the error ``Interrupted``, for the whole process.
///
/// The handler writes to a pipe that every wait for the server also watches. From then on every statement throws
/// ``Interrupted``, except those that clean up: an interrupted program is to end. A second signal has its default
/// action, and so has the first while no connection is open: there is nothing to roll back.
public enum Interruption {
    /// The pipe's ends, to read and to write; -1 before `install`.
    private static let readEnd = Atomic<Int32>(-1)
    private static let writeEnd = Atomic<Int32>(-1)
    private static let openConnections = Atomic<Int>(0)

    /// Installs the handlers; to be called once, by a tool's `main`. A signal that is ignored stays ignored (`nohup`).
    public static func install() {
        guard readEnd.load(ordering: .relaxed) < 0 else { return }
        var ends: [Int32] = [-1, -1]
        // Without a pipe the signals keep their default action, which also ends the program.
        guard pipe(&ends) == 0 else { return }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        readEnd.store(ends[0], ordering: .relaxed)
        writeEnd.store(ends[1], ordering: .relaxed)
        handle(SIGINT)
        handle(SIGTERM)
    }

    private static func handle(_ signal: Int32) {
        var action = sigaction()
        sigaction(signal, nil, &action)
        let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        let isIgnored = handler == unsafeBitCast(SIG_IGN, to: Int.self)
        guard !isIgnored else { return }
        action.__sigaction_handler.sa_handler = { Interruption.receive($0) }
        action.sa_flags = SA_RESTART
        sigaction(signal, &action, nil)
    }

    /// Runs inside the signal handler: only what is async-signal-safe.
    private static func receive(_ signal: Int32) {
        let savedErrno = errno
        Glibc.signal(SIGINT, SIG_DFL)
        Glibc.signal(SIGTERM, SIG_DFL)
        if openConnections.load(ordering: .relaxed) == 0 {
            raise(signal)
        } else {
            write(writeEnd.load(ordering: .relaxed), "!", 1)
        }
        errno = savedErrno
    }
}

extension Interruption {
    static func connectionOpened() {
        openConnections.add(1, ordering: .relaxed)
    }

    static func connectionClosed() {
        openConnections.subtract(1, ordering: .relaxed)
    }

    /// Throws ``Interrupted`` if a signal has arrived already, or arrives within the time.
    package static func check(forMilliseconds timeout: Int32 = 0) throws {
        _ = try wait(for: -1, events: 0, timeout: timeout)
    }

    /// Waits until `descriptor` is ready, and returns the events; `nil` when the time is up (-1: never).
    ///
    /// - Throws: ``Interrupted`` when a signal arrives or has arrived, and `interruptible` is true.
    static func wait(
        for descriptor: Int32, events: Int32, timeout: Int32 = -1, interruptible: Bool = true
    ) throws -> Int32? {
        // poll ignores negative descriptors: a pipe that does not exist, a socket that is not needed.
        let pipe = interruptible ? readEnd.load(ordering: .relaxed) : -1
        var descriptors = [
            pollfd(fd: descriptor, events: Int16(events), revents: 0),
            pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
        ]
        var ready: Int32
        repeat { ready = poll(&descriptors, 2, timeout) } while ready < 0 && errno == EINTR
        if descriptors[1].revents != 0 { throw Interrupted() }
        return ready > 0 ? Int32(descriptors[0].revents) : nil
    }
}
