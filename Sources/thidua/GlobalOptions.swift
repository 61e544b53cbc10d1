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
    func connect(toPrimary: Bool = false, endsHolders: Bool = false) throws -> Connection {
        let verbose = verbose
        let conninfo = try conninfo()
        let held = HeldUp(conninfo, endsHolders: endsHolders, speaks: output != .json)
        return try Connection(
            conninfo,
            Connection.Settings(
                applicationName: Self.applicationName, needsPrimary: toPrimary,
                onNotice: { notice in if verbose { speak(notice.message) } }, onWait: held.look))
    }

    /// Opens a connection for a command on the whole database, and prints which one: the command line does not show it.
    func connectShowingPlace() throws -> Connection {
        let connection = try connect()
        speak(connection.place.phrase[.current])
        return connection
    }

    private func conninfo() throws -> String {
        if let dsn = dsn ?? environment("THIDUA_DSN") { return dsn }
        let own = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE", "PGDATABASE"]
        if own.contains(where: { environment($0) != nil }) { return "" }
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
        let words = output == .table || output == .xlsx ? try Words(&transaction) : nil
        listing.show(rows, as: output, words)
    }

    /// Prints the row that a change resulted in: one object, not an array of one.
    func print<Row>(_ row: Row, as listing: Listing<Row>, on connection: inout Connection) throws {
        guard output == .table || output == .xlsx else { return listing.showAlone(row, as: output) }
        let words = try connection.transaction(.registryRead) { try Words(&$0) }
        listing.show([row], as: output, words)
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
