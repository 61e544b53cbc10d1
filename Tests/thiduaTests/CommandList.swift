import Foundation

/// The commands that ``EveryCommandTests`` runs one after the other, and those that it does not.
///
/// In a command, `PERSON` and `HOUSE` stand for the numbers of two nominations of unit 01, `OTHER` for that of unit 04's
/// nomination, `LOGIN` for an unused login name, and `FOLDER` for a folder with files.
enum CommandList {
    static let commands = beginning + dossier + decisions + people + reports

    private static let beginning = [
        ["staffing", "import", "FOLDER/staffing.csv"],
        ["unit", "list"], ["unit", "list", "--kind", "area_office"], ["unit", "list", "--unit", "01"],
        ["unit", "show", "01-KV01"], ["whoami"], ["outcome"], ["outcome", "not-an-id-of-any-change"],
        ["staffing", "list"], ["staffing", "show", "1"], ["staffing", "apply", "1"], ["staffing", "diff", "1", "1"],
        ["staffing", "revert", "1"], ["staffing", "apply", "1"],
        ["staffing", "template", "FOLDER/staffing.xlsx"], ["staffing", "template", "FOLDER/01.xlsx", "--unit", "01"],
        ["campaign", "copy", "TEST", "--as", "TEST/2", "--deadline", "1/1/2020"],
        ["campaign", "list"], ["campaign", "show", "TEST"], ["quota", "list"], ["quota", "list", "--unit", "*"],
        ["campaign", "close", "TEST/2"], ["campaign", "directives"], ["campaign", "due", "259", "--on", "31/3/2026"],
        ["nomination", "template", "FOLDER/nominations.xlsx"],
        ["nomination", "import", "FOLDER/nominations.xlsx", "--sheet", "Ví dụ", "--dry-run"],
        [
            "nomination", "add", "--unit", "01", "--award", "minister_certificate", "--individual", "Trần Thị Hòa", "--staff-no",
            "A1",
            "--position", "Chấp hành viên", "--workplace", "01-KV01",
        ],
        ["nomination", "add", "--unit", "01", "--award", "minister_certificate", "--collective", "01"],
        ["nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "04"],
        ["nomination", "list"], ["nomination", "list", "--unit", "01", "--award", "minister_certificate", "--state", "draft"],
        ["nomination", "show", "PERSON"], ["nomination", "edit", "PERSON", "--position", "Chánh Văn phòng"],
        ["nomination", "claims"], ["nomination", "claims", "--unit", "01"], ["nomination", "steps"],
        ["nomination", "steps", "--diagram"],
        ["nomination", "withdraw", "OTHER"], ["nomination", "withdraw", "OTHER", "--undo"],
    ]

    private static let dossier = [
        ["nomination", "attest", "HOUSE", "--from", "FOLDER/a.csv"],
        ["nomination", "attest", "HOUSE", "--clear", "Công văn số 5"],
        ["nomination", "attest", "PERSON", "--from", "FOLDER/b.csv"],
        ["nomination", "attest", "PERSON", "--clear", "Công văn số 5"],
        ["dossier", "show", "--unit", "01"],
        ["dossier", "attach", "proposal_letter", "FOLDER/letter.pdf", "--unit", "01", "--declare", "all"],
        [
            "dossier", "attach", "selection_minutes", "FOLDER/minutes.pdf", "--unit", "01", "--votes", "HOUSE=9/11", "--votes",
            "PERSON=8/11",
        ],
        [
            "dossier", "attach", "achievement_report", "FOLDER/report.pdf", "--unit", "01", "--nomination", "HOUSE",
            "--certifier",
            "Trần Văn Bé", "--certifier-staff-no", "Z1",
        ],
        [
            "dossier", "attach", "achievement_report", "FOLDER/report.pdf", "--unit", "01", "--nomination", "PERSON",
            "--certifier",
            "Trần Văn Bé", "--certifier-staff-no", "Z1",
        ],
        ["dossier", "receive", "--unit", "01", "--channel", "email"], ["dossier", "show", "--unit", "CUC"],
        ["dossier", "submit", "--unit", "01"], ["dossier", "return", "--unit", "01", "--reason", "Thiếu chữ ký"],
        ["dossier", "submit", "--unit", "01"],
    ]

    private static let decisions = [
        ["endorsement", "list"], ["endorsement", "list", "--ranked"],
        ["endorsement", "add", "HOUSE"], ["endorsement", "remove", "HOUSE"], ["endorsement", "add", "HOUSE"],
        ["endorsement", "list"], ["endorsement", "list", "--ranked"],
        [
            "council", "record", "--date", "20/11/2026", "--member", "Nguyễn Văn An=Chủ tịch", "--member", "Lê Bá", "--votes",
            "HOUSE=2/2",
            "--opinion",
            "HOUSE=Nhất trí",
        ],
        ["council", "list"],
        ["decision", "record", "--number", "1/QĐ", "--date", "20/11/2026", "--award", "HOUSE"],
        ["decision", "list"], ["decision", "list", "--outcome", "awarded"],
        ["nomination", "disqualify", "PERSON", "--bar", "prosecution", "--reason", "Quyết định khởi tố số 3"],
    ]

    private static let people = [
        ["user", "add", "LOGIN", "--role", "clerk", "--unit", "01", "--password-file", "FOLDER/password"],
        ["user", "password", "LOGIN", "--password-file", "FOLDER/password"],
        ["user", "list"], ["user", "end-sessions", "LOGIN"], ["user", "remove", "LOGIN"], ["user", "list", "--all"],
        ["audit", "list"], ["audit", "list", "--nomination", "PERSON", "--limit", "2"],
        ["audit", "verify"], ["audit", "seal"],
        ["specialist", "set", "LAN", "--name", "Nguyễn Thị Lan", "--email", "lan@example.vn", "--province", "01"],
        ["specialist", "list"],
    ]

    private static let reports = [
        ["report", "quota"], ["report", "nightly", "--out", "FOLDER/reports"], ["report", "list"],
        ["report", "set-aside", "--campaign", "TEST", "--date", "TODAY", "--reason", "Thử"],
        ["specialist", "remove", "lan"],
        ["db", "status"], ["db", "migrate"], ["db", "verify"],
    ]

    /// Commands that are not in the list: why, and who runs them.
    static let elsewhere = [
        "dossier save": "writes a file, and prints no rows: DossierCommandTests",
        "db adopt": "changes the whole server: BackupTests",
        "doctor": "exits 1 for a superuser: AccessCommandTests (JSON), LocalCommandTests (all formats)",
        "report schema": "prints the schema, which has one form: NightlyCommandTests",
        "local start": "starts a server: LocalCommandTests",
        "local stop": "stops it: LocalCommandTests",
        "local status": "exits 1 if no server is running: LocalCommandTests",
        "login": "keeps a password: ProfileTests",
        "logout": "forgets it, and prints no rows: ProfileTests",
        "demo": "a scenario on its own server: run by .ci/run, not by a suite",
        "help": "part of the argument parser",
    ]

    /// The commands without subcommands in the tool's own tree, as `--experimental-dump-help` prints it.
    static func leaves(of dump: Any) throws -> Set<String> {
        func leaves(_ command: Any?, _ path: [String]) -> [String] {
            guard let command = command as? [String: Any], let name = command["commandName"] as? String else { return [] }
            let children = command["subcommands"] as? [Any] ?? []
            let path = path + [name]
            return children.isEmpty ? [path.dropFirst().joined(separator: " ")] : children.flatMap { leaves($0, path) }
        }
        return Set(leaves((dump as? [String: Any])?["command"], []))
    }

    /// What is wrong with the list, given the tool's commands.
    static func faults(_ tree: Set<String>, _ commands: [[String]], _ elsewhere: [String: String]) -> Set<String> {
        let listed = Set(commands.map { tree.contains($0[0]) ? $0[0] : $0.prefix(2).joined(separator: " ") })
        let excepted = Set(elsewhere.keys)
        return Set(tree.subtracting(listed).subtracting(excepted).map { "\($0): not run" })
            .union(listed.union(excepted).subtracting(tree).map { "\($0): no such command" })
            .union(listed.intersection(excepted).map { "\($0): both run and excepted" })
    }
}
