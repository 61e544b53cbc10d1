import ArgumentParser
import Postgres
import Registry

struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: say("Cấu trúc cơ sở dữ liệu.", "The database's schema."),
        subcommands: [Migrate.self, Status.self, Verify.self, Adopt.self])

    struct Migrate: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "migrate", abstract: say("Nâng cấp cơ sở dữ liệu.", "Bring the database up to date."))
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connectShowingPlace()
            let ran = try Migrator.migrate(on: &connection)
            let steps = try Migrator.status(on: &connection).filter { ran.contains($0.name) }
            Listing.steps.show(steps, as: global.output, nil)
            if ran.isEmpty { speak(say("Cơ sở dữ liệu đã ở phiên bản mới nhất.", "The database is up to date.")) }
        }
    }

    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "status",
            abstract: say(
                "Bước nâng cấp đã chạy và chưa chạy; kết thúc với mã 1 nếu còn bước chưa chạy.",
                "Which scripts have been run; exit status 1 if any has not."))
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connectShowingPlace()
            let steps = try Migrator.status(on: &connection)
            Listing.steps.show(steps, as: global.output, nil)
            guard steps.allSatisfy({ $0.state == .applied }) else { throw ExitCode(1) }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: say(
                "Kiểm tra cấu trúc và dữ liệu; kết thúc với mã 1 nếu có lỗi.",
                "Check schema and data; exit status 1 if something is wrong."))
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connectShowingPlace()
            let faults = try Migrator.verify(on: &connection)
            Listing.faults.show(faults, as: global.output, nil)
            guard faults.isEmpty else { throw ExitCode(1) }
            speak(say("Không phát hiện lỗi.", "No errors found."))
        }
    }
}

extension DatabaseCommand {
    struct Adopt: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "adopt",
            abstract: say(
                "Sau khi khôi phục, hoặc nâng cấp máy chủ: cấp lại những quyền không đi theo, và ghi nhận cấu trúc như hiện có.",
                "After a restore, or an upgrade of the server: give back what does not come along, and record the catalogue as it is."
            ))
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connectShowingPlace()
            let changed = try Adoption.run(on: &connection)
            Listing([.init("object", "Đối tượng được ghi nhận lại", "Recorded anew") { .text($0) }]).show(
                changed, as: global.output, nil)
            speak(
                say(
                    "Đã cấp lại quyền của máy chủ. Một số thiết đặt có hiệu lực sau khi khởi động lại; kiểm tra: thidua doctor",
                    "The server's grants are given. Some settings take effect when it restarts; check: thidua doctor"))
        }
    }
}

extension Listing<Migrator.ScriptStatus> {
    static var steps: Listing {
        Listing([
            Column("name", "Bước nâng cấp", "Script") { .text($0.name) },
            Column("state", "Trạng thái", "State") { .named($0.state.rawValue, Phrase($0.state.vi, $0.state.rawValue)) },
            Column("applied_at", "Chạy lúc", "Run at") { $0.appliedAt.map(ListingCell.moment) ?? .none },
        ])
    }
}

extension Migrator.ScriptStatus.State {
    fileprivate var vi: String {
        switch self {
        case .applied: "đã chạy"
        case .pending: "chưa chạy"
        case .edited: "đã sửa, chưa chạy lại"
        }
    }
}

extension Listing<Migrator.Fault> {
    static var faults: Listing {
        Listing([
            Column("check", "Nội dung kiểm tra", "Check") { .text($0.check) },
            Column("fault", "Lỗi", "Fault") { .text($0.fault) },
        ])
    }
}
