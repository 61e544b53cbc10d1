import ArgumentParser
import LocalPostgres
import Registry

struct LocalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "local", abstract: say("PostgreSQL riêng trên máy này.", "A private PostgreSQL on this machine."),
        subcommands: [Start.self, Stop.self, Status.self])

    /// The database that commands use by default.
    static let database = "thidua"

    struct Start: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "start", abstract: say("Khởi động; lần đầu thì tạo mới.", "Start it; create it the first time."))
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let server = LocalPostgres()
            let isNew = try LocalCommand.explaining { () throws in
                let isNew = try server.start()
                if try !server.databaseExists(database) { try server.createDatabase(database) }
                return isNew
            }
            speak(isNew ? say("Đã khởi động.", "Started.") : say("Đang chạy sẵn.", "It was already running."))
            try LocalCommand.show(server, global)
        }
    }

    struct Stop: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "stop", abstract: say("Dừng.", "Stop it."))
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let server = LocalPostgres()
            let wasRunning = try LocalCommand.explaining { try server.stop() }
            speak(wasRunning ? say("Đã dừng.", "Stopped.") : say("PostgreSQL riêng không chạy.", "It was not running."))
            try LocalCommand.show(server, global)
        }
    }

    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status",
            abstract: say(
                "Xem có đang chạy hay không; kết thúc với mã 1 nếu không chạy.",
                "Show whether it is running; exit status 1 if not."))
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let server = LocalPostgres()
            try LocalCommand.show(server, global)
            guard case .running = try server.status() else { throw ExitCode(1) }
        }
    }

    /// Runs `body`; reports a failure of the server together with its remedy.
    static func explaining<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as LocalPostgresError {
            throw Refusal(
                .databaseUnreachable,
                Phrase("PostgreSQL riêng không khởi động được: \(error)", "The private PostgreSQL cannot run: \(error)"),
                cause: "\(error)")
        }
    }

    private static func show(_ server: LocalPostgres, _ global: GlobalOptions) throws {
        let listing = Listing<LocalPostgres.Status>([
            .init("state", "Trạng thái", "State") { .named($0.name, $0.phrase) },
            .init("pid", "Tiến trình", "Process") { .optional($0.pid) },
            .init("directory", "Dữ liệu", "Data") { _ in .text(server.dataDirectory) },
            .init("dsn", "Kết nối", "Connection") { _ in .text(server.conninfo(database: database)) },
        ])
        let status = try explaining { try server.status() }
        if global.output == .table {
            listing.show([status], as: .table, nil)
        } else {
            listing.showAlone(status, as: global.output)
        }
    }
}

extension LocalPostgres.Status {
    fileprivate var name: String {
        switch self {
        case .absent: "absent"
        case .stopped: "stopped"
        case .running: "running"
        }
    }

    fileprivate var phrase: Phrase {
        switch self {
        case .absent: Phrase("chưa tạo", "absent")
        case .stopped: Phrase("đã dừng", "stopped")
        case .running: Phrase("đang chạy", "running")
        }
    }

    fileprivate var pid: Int? {
        if case .running(let pid) = self { Int(pid) } else { nil }
    }
}
