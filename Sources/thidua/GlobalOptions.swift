import ArgumentParser
import Glibc
import LocalPostgres
import Postgres
import Registry
import Synchronization

/// Options of every command.
struct GlobalOptions: ParsableArguments {
    @Option(help: help("Chuỗi kết nối PostgreSQL, không kèm mật khẩu.", "PostgreSQL connection string, without a password."))
    var dsn: String?

    @Option(
        help: help(
            "Hồ sơ kết nối đã lưu bằng: thidua login.", "A connection that was kept by: thidua login."))
    var profile: String?

    @Option(
        help: help(
            "Khi máy chủ vắng mặt hoặc đang được thay: thử lại trong từng này giây.",
            "While the server is away, or being replaced, keep trying for this many seconds."))
    var wait: Int?

    @Option(name: [.short, .long], help: help("Dạng in kết quả.", "How to print rows."))
    var output: OutputFormat = .table

    @Flag(
        help: help(
            "Với -o csv: ghi để mở bằng Excel (có BOM).", "With -o csv: written for Excel, with a byte order mark."))
    var excel = false

    @Option(help: help("Ngôn ngữ: vi hoặc en.", "Language: vi or en."))
    var lang: Language = .current

    @Flag(
        name: [.short, .long],
        help: help("Khi có lỗi, in cả thông báo của cơ sở dữ liệu.", "On an error, also print the database's message."))
    var verbose = false

    func validate() throws {
        guard !excel || output == .csv else {
            throw ValidationError(say("--excel chỉ dùng với -o csv.", "--excel is for -o csv."))
        }
        guard output != .xlsx || isatty(STDOUT_FILENO) == 0 else {
            throw ValidationError(
                say("-o xlsx ghi ra tệp: thêm > TÊN.xlsx.", "-o xlsx writes a file: add > NAME.xlsx."))
        }
        guard dsn == nil || profile == nil || Self.isLogin else {
            throw ValidationError(say("Chỉ nêu --dsn hoặc --profile, không nêu cả hai.", "Give --dsn or --profile, not both."))
        }
        guard (0...86_400).contains(wait ?? 0) else {
            throw ValidationError(say("--wait từ 0 đến 86400 giây.", "--wait takes 0 to 86400 seconds."))
        }
        guard let dsn, ConnectionParameters.hasPassword(dsn) else { return }
        throw ValidationError(
            say("Không ghi mật khẩu trong --dsn; dùng ~/.pgpass.", "Do not put a password into --dsn; use ~/.pgpass."))
    }
}

extension GlobalOptions {
    /// The name of this tool in the trail.
    static let applicationName = "thidua \(Thidua.configuration.version)"

    /// Opens a connection to ``target()``.
    ///
    /// - Parameters:
    ///   - change: The options of a command that changes the registry.
    ///   - toPrimary: Whether to connect to the primary even if a standby is preferred.
    ///   - endsHolders: Whether clerks' sessions that hold it up are ended: for what the Department has to do.
    ///   - isRegistry: Whether the database has a registry: not while it is being created.
    func connect(
        for change: ChangeOptions? = nil, toPrimary: Bool = false, endsHolders: Bool = false, isRegistry: Bool = true
    ) throws -> Connection {
        let verbose = verbose
        let target = try target()
        let conninfo = target.conninfo
        let held = HeldUp(conninfo, endsHolders: endsHolders, speaks: output != .json)
        do {
            var settings = Connection.Settings(
                applicationName: Self.applicationName, waitSeconds: try target.wait, needsPrimary: toPrimary)
            settings.onNotice = { notice in
                if notice.constraint == "session_heeds_signals", let told = Refusal(constraint: "session_heeds_signals") {
                    speak("\(told.message[.current]) \(told.hint?[.current] ?? "")")
                } else if verbose {
                    speak(notice.message)
                }
            }
            settings.onWait = held.look
            settings.numbering = change?.request.numbering
            if output.isForPeople && isRegistry { settings.beforeCommit = PrintedWords.read }
            let reminder = Reminder(afterMilliseconds: 2000, speaks: output != .json)
            defer { reminder.cancel() }
            if output != .json {
                settings.onRetry = { error in
                    reminder.cancel()
                    Waiting.tell(error)
                }
            }
            if Terminal.isThere {
                settings.onPasswordNeeded = {
                    reminder.cancel()
                    return held.connect(by: try Terminal.password(for: $0.login))
                }
            }
            return try Connection(conninfo, settings)
        } catch let error as ConnectionError where conninfo.isEmpty && !Self.isServerNamed {
            // Nobody has said which server is meant.
            var refusal = Refusal(error)
            guard refusal.code == .databaseUnreachable else { throw refusal }
            refusal.hint = Phrase(
                "Nêu máy chủ bằng --dsn, THIDUA_DSN hoặc PGHOST; hoặc chạy: thidua local start",
                "Name the server by --dsn, THIDUA_DSN or PGHOST; or run: thidua local start")
            throw refusal
        }
    }

    /// Opens a connection for a command on the whole database, and prints which one: the command line does not show it.
    func connectShowingPlace() throws -> Connection {
        let connection = try connect(isRegistry: false)
        speak(connection.place.phrase[.current])
        return connection
    }

    /// Whether libpq's own environment names a server or a database.
    private static var isServerNamed: Bool {
        ["PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE", "PGDATABASE"].contains { environment($0) != nil }
    }

    /// Where to connect, and how long to try.
    struct Target {
        let conninfo: String
        /// The profile that says so, if one does.
        var profile: String?
        fileprivate var given: Int?

        /// In seconds.
        var wait: Int {
            get throws {
                if let given { return given }
                guard let text = environment("THIDUA_WAIT") else { return kept ?? 0 }
                guard let seconds = Int(text), (0...86_400).contains(seconds) else {
                    throw Refusal(.usage, Phrase("THIDUA_WAIT từ 0 đến 86400 giây.", "THIDUA_WAIT takes 0 to 86400 seconds."))
                }
                return seconds
            }
        }
        fileprivate var kept: Int?
    }

    /// `--dsn` or `--profile`, else `THIDUA_DSN`, else `THIDUA_PROFILE`, else libpq's own environment, else the profile `default`, else the running local
    /// server.
    func target() throws -> Target {
        func kept(_ profile: Profile) -> Target {
            Target(conninfo: profile.dsn, profile: profile.name, given: wait, kept: profile.wait)
        }
        if let dsn { return Target(conninfo: dsn, given: wait) }
        if let profile { return kept(try .named(profile)) }
        if let dsn = environment("THIDUA_DSN") { return Target(conninfo: dsn, given: wait) }
        if let profile = environment("THIDUA_PROFILE") { return kept(try .named(profile)) }
        if Self.isServerNamed { return Target(conninfo: "", given: wait) }
        if let profile = try Profile.find(Profile.usual) { return kept(profile) }
        let local = LocalPostgres()
        guard case .running? = try? local.status() else { return Target(conninfo: "", given: wait) }
        return Target(conninfo: local.conninfo(database: LocalCommand.database), given: wait)
    }

    /// Whether this is the command that makes profiles.
    private static var isLogin: Bool { CommandLine.arguments.dropFirst().first == LoginCommand.configuration.commandName }

    /// Reads from one snapshot of the data.
    func read<T>(_ body: (inout Transaction) throws -> T) throws -> T {
        var connection = try connect()
        return try connection.transaction(.registryRead, body)
    }

    /// Prints rows in the requested format. Words are fetched only for people.
    func print<Row>(_ rows: [Row], as listing: Listing<Row>, _ transaction: inout Transaction) throws {
        let words = output.isForPeople ? try Words(&transaction) : nil
        listing.show(rows, as: output, words)
    }

    /// Prints the row that a change resulted in: one object, not an array of one.
    func print<Row>(_ row: Row, as listing: Listing<Row>, on connection: inout Connection) throws {
        guard output.isForPeople else { return listing.showAlone(row, as: output) }
        listing.show([row], as: output, try PrintedWords.find(on: &connection))
    }

    /// Prints the rows that a change resulted in.
    func print<Row>(all rows: [Row], as listing: Listing<Row>, on connection: inout Connection) throws {
        listing.show(rows, as: output, output.isForPeople ? try PrintedWords.find(on: &connection) : nil)
    }
}

/// What is said while a server is waited for: once.
private enum Waiting {
    private static let isTold = Atomic(false)

    @Sendable static func tell(_ error: any Error) {
        guard !isTold.exchange(true, ordering: .relaxed) else { return }
        speak(Refusal(error).message[.current] + say(" Đang thử lại…", " Trying again…"))
    }
}

/// The campaign that a command applies to.
struct CampaignOption: ParsableArguments {
    @Option(help: help("Mã đợt thi đua, khi có nhiều đợt đang mở.", "The campaign's code, if more than one is open."))
    var campaign: String?
}

extension OutputFormat: ExpressibleByArgument {}

extension Connection.Place {
    /// For people.
    var phrase: Phrase {
        Phrase(
            "Cơ sở dữ liệu \(database), máy chủ \(host), cổng \(port), tài khoản \(login).",
            "Database \(database) on \(host), port \(port), as \(login).")
    }
}
