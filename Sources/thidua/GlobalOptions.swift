import ArgumentParser
import Glibc
import LocalPostgres
import Postgres
import Registry

/// Options of every command.
struct GlobalOptions: ParsableArguments {
    @Option(help: help("Chuỗi kết nối PostgreSQL, không kèm mật khẩu.", "PostgreSQL connection string, without a password."))
    var dsn: String?

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
        guard let dsn, ConnectionParameters.hasPassword(dsn) else { return }
        throw ValidationError(
            say("Không ghi mật khẩu trong --dsn; dùng ~/.pgpass.", "Do not put a password into --dsn; use ~/.pgpass."))
    }
}

extension GlobalOptions {
    /// The name of this tool in the trail.
    static let applicationName = "thidua \(Thidua.configuration.version)"

    /// Opens a connection: `--dsn`, else `THIDUA_DSN`, else libpq's own environment, else the running local server.
    ///
    /// - Parameters:
    ///   - toPrimary: Whether to connect to the primary even if a standby is preferred.
    ///   - endsHolders: Whether clerks' sessions that hold it up are ended: for what the Department has to do.
    ///   - isRegistry: Whether the database has a registry: not while it is being created.
    func connect(toPrimary: Bool = false, endsHolders: Bool = false, isRegistry: Bool = true) throws -> Connection {
        let verbose = verbose
        let conninfo = try conninfo()
        let held = HeldUp(conninfo, endsHolders: endsHolders, speaks: output != .json)
        do {
            var settings = Connection.Settings(applicationName: Self.applicationName, needsPrimary: toPrimary)
            settings.onNotice = { notice in
                if notice.constraint == "session_heeds_signals", let told = Refusal(constraint: "session_heeds_signals") {
                    speak("\(told.message[.current]) \(told.hint?[.current] ?? "")")
                } else if verbose {
                    speak(notice.message)
                }
            }
            settings.onWait = held.look
            if output.isForPeople && isRegistry { settings.beforeCommit = PrintedWords.read }
            if Terminal.isThere { settings.onPasswordNeeded = { held.connect(by: try Terminal.password(for: $0)) } }
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

    private func conninfo() throws -> String {
        if let dsn = dsn ?? environment("THIDUA_DSN") { return dsn }
        if Self.isServerNamed { return "" }
        let local = LocalPostgres()
        guard case .running? = try? local.status() else { return "" }
        return local.conninfo(database: LocalCommand.database)
    }

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
