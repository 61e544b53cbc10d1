import ArgumentParser
import Glibc
import LocalPostgres
import Registry
import Report

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: say(
            "Chạy thử toàn bộ quy trình trên máy này, bằng số liệu giả định.",
            "Demonstrate the whole workflow on this machine, with made-up figures.")
    )

    static let database = "thidua_demo"
    static let campaign = "606/DEMO"

    @Option(help: help("Ngôn ngữ: vi hoặc en.", "Language: vi or en."))
    var lang: Language = .current

    func run() throws {
        let server = LocalPostgres()
        try LocalCommand.explaining {
            try server.start()
            // A new database each time, so that the demonstration can be repeated.
            try server.dropDatabase(Self.database)
            try server.createDatabase(Self.database)
        }
        let logins = DemoLogins(on: server)
        try logins.removeLeftovers()
        try logins.generatePasswords()

        try makeLogins(logins, owner: server.conninfo(database: Self.database))
        try openCampaign(logins)
        try importStaffing(logins)
        try enterNominations(logins)
        showRefusals(logins)
        try showOwn(logins)
        try submitDossiers(logins)
        try fillThePool(logins)
        try decide(logins)
        try examine(logins)
        // Those of the demonstration before are of another database.
        try ReportFolder.removeAll(server.directory + "/reports")
        try report(logins, in: server.directory + "/reports")

        Self.act(as: logins.administrator)
        tell("12. Chỉ tiêu của toàn quốc", "12. All quotas")
        try show(["quota", "list"])
        speak(
            say("\nCơ sở dữ liệu của lần chạy thử vẫn được giữ lại: ", "\nThe demonstration's database is still there: ")
                + "export THIDUA_DSN=\"\(logins.administrator.dsn)\"")
    }

    /// From here on, commands are run with this login.
    static func act(as login: DemoLogins.Login) {
        setenv("THIDUA_DSN", login.dsn, 1)
        setenv("THIDUA_DEMO_LOGIN", login.name, 1)
    }
}
