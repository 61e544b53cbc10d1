import Foundation
import Glibc

/// Stands between a client and a server's Unix socket, and cuts the connection around the first COMMIT that passes.
public final class CuttingProxy: @unchecked Sendable {
    /// Where it cuts.
    public enum Cut: Sendable, Equatable {
        /// Within COMMIT, once this many bytes of it (of ``commitSize``) have been passed on.
        case request(passed: Int)
        /// Right after COMMIT, whatever the server then does.
        case atOnce
        /// Within the answer, once this many bytes of it have been passed on.
        case answer(passed: Int)
        /// Right after COMMIT, and says so, as a pooler does whose server is gone.
        case answeredByPooler

        /// Whether the server has been sent the whole COMMIT.
        public var isSent: Bool { if case .request(let passed) = self { passed == CuttingProxy.commitSize } else { true } }
    }

    /// How long the message is: type, length, text.
    public static let commitSize = 12
    /// How long the server's answer is: `CommandComplete`, `ReadyForQuery`.
    public static let answerSize = 18
    /// `ErrorResponse`, as PgBouncer words it.
    private static let poolersWords: Data = {
        let fields = Data("SFATAL\0C08P01\0Mserver conn crashed?\0\0".utf8)
        let length = UInt32(fields.count + 4).bigEndian
        return Data("E".utf8) + withUnsafeBytes(of: length) { Data($0) } + fields
    }()
    private static let commit = Data([UInt8(ascii: "Q"), 0, 0, 0, 11] + Array("COMMIT\0".utf8))

    /// The folder of its socket: what a client names as the host. It stands at port 5432.
    public let folder: String
    private let upstream: String
    private let listener: Int32
    private let lock = NSLock()
    private var cut: Cut?
    private var letsIn = true
    private var shutsThen = false

    /// Listens in `folder`.
    ///
    /// - Parameter upstream: The server's socket.
    public init(in folder: String, to upstream: String) {
        (self.folder, self.upstream) = (folder, upstream)
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        Self.withAddress(folder + "/.s.PGSQL.5432") { _ = Glibc.bind(listener, $0, $1) }
        Glibc.listen(listener, 64)
        Thread.detachNewThread { [self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                guard lock.withLock({ letsIn }) else {
                    close(client)
                    continue
                }
                serve(client)
            }
        }
    }

    /// Stops listening; what is open stays open.
    public func end() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// Where to cut the next time, and whether nobody is let in from then on.
    public func plan(_ next: Cut, thenShut: Bool = false) { lock.withLock { (cut, shutsThen) = (next, thenShut) } }

    /// Whether new connections are let through; otherwise they are closed at once.
    public func letIn(_ lets: Bool) { lock.withLock { letsIn = lets } }

    private static func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Void) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }

    /// Passes on in both directions, each on a thread of its own; the second one to end closes both sockets.
    private func serve(_ client: Int32) {
        let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        Self.withAddress(upstream) { _ = connect(server, $0, $1) }
        let link = Link(client: client, server: server)
        Thread.detachNewThread { [self] in
            link.pump(from: client) { data in
                guard let place = data.range(of: Self.commit), let cut = lock.withLock({ take() }) else {
                    return (data, goesOn: true)
                }
                switch cut {
                case .request(let passed): return (data[..<(place.lowerBound + passed)], goesOn: false)
                case .atOnce: return (data, goesOn: false)
                case .answeredByPooler:
                    link.answer(Self.poolersWords)
                    return (data, goesOn: false)
                case .answer(let passed):
                    link.limitAnswer(to: passed)
                    return (data, goesOn: true)
                }
            } to: {
                server
            }
        }
        Thread.detachNewThread {
            link.pump(from: server) {
                link.limited($0)
            } to: {
                client
            }
        }
    }

    private func take() -> Cut? {
        guard let cut else { return nil }
        self.cut = nil
        if shutsThen { letsIn = false }
        return cut
    }

    private final class Link: @unchecked Sendable {
        private let client: Int32
        private let server: Int32
        private let lock = NSLock()
        private var answer: Int?
        private var ended = 0

        init(client: Int32, server: Int32) { (self.client, self.server) = (client, server) }

        /// Before the server's own answer can arrive.
        func answer(_ data: Data) {
            limitAnswer(to: 0)
            _ = data.withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        }

        func limitAnswer(to bytes: Int) { lock.withLock { answer = bytes } }

        func limited(_ data: Data) -> (Data, goesOn: Bool) {
            lock.withLock {
                guard let rest = answer else { return (data, goesOn: true) }
                answer = max(0, rest - data.count)
                return (data.prefix(rest), goesOn: data.count < rest)
            }
        }

        func pump(from source: Int32, _ pass: (Data) -> (Data, goesOn: Bool), to target: () -> Int32) {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = recv(source, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                let (passed, goesOn) = pass(Data(buffer[..<count]))
                let sent = passed.withUnsafeBytes { send(target(), $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard sent == passed.count, goesOn else { break }
            }
            shutdown(client, Int32(SHUT_RDWR))
            shutdown(server, Int32(SHUT_RDWR))
            let isLast = lock.withLock {
                ended += 1
                return ended == 2
            }
            if isLast {
                close(client)
                close(server)
            }
        }
    }
}
