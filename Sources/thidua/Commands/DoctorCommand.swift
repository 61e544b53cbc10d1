import ArgumentParser
import Postgres
import Registry

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: say(
            "Kiểm tra máy chủ, phân quyền, nhật ký và chỉ tiêu; kết thúc với mã 1 nếu có việc cần xử lý.",
            "Check the server, privileges, trail and quotas; exit status 1 if something needs to be done."))
    @OptionGroup var global: GlobalOptions

    func run() throws {
        var connection = try global.connect()
        var diagnoses = try Doctor.examine(on: &connection)
        diagnoses += try Doctor.compare(hostsOf: global.target().conninfo, applicationName: GlobalOptions.applicationName)
        Listing.diagnoses.show(diagnoses, as: global.output, nil)
        guard diagnoses.allSatisfy({ $0.state != .found }) else { throw ExitCode(1) }
        speak(say("Không có việc cần xử lý.", "Nothing needs to be done."))
    }
}

extension Listing<Diagnosis> {
    static var diagnoses: Listing {
        Listing([
            Column("check", "Nội dung kiểm tra", "Check") { .named($0.check.rawValue, $0.check.name) },
            Column("state", "Kết quả", "State") { .named($0.state.rawValue, $0.state.name) },
            Column("message", "Tình trạng", "Finding") { .phrase($0.message) },
            Column("remedy", "Cách xử lý", "Remedy") { $0.remedy.map(ListingCell.phrase) ?? .none },
        ])
    }
}

extension Diagnosis.Check {
    fileprivate var name: Phrase {
        switch self {
        case .version: Phrase("Phiên bản", "Version")
        case .tls: Phrase("Mã hóa", "Encryption")
        case .role: Phrase("Tài khoản", "Login")
        case .access: Phrase("Phân quyền", "Access")
        case .migrations: Phrase("Cấu trúc", "Schema")
        case .clock: Phrase("Đồng hồ", "Clock")
        case .disk: Phrase("Ổ đĩa", "Disk")
        case .notifications: Phrase("Thông báo", "Notifications")
        case .replication: Phrase("Máy chủ", "Server")
        case .patroni: Phrase("Patroni", "Patroni")
        case .backup: Phrase("Sao lưu", "Backup")
        case .trail: Phrase("Nhật ký", "Trail")
        case .staffing: Phrase("Biên chế", "Staffing")
        case .quotas: Phrase("Chỉ tiêu", "Quotas")
        }
    }
}

extension Diagnosis.State {
    fileprivate var name: Phrase {
        switch self {
        case .ok: Phrase("đạt", "ok")
        case .found: Phrase("CẦN XỬ LÝ", "TO DO")
        case .skipped: Phrase("chưa kiểm tra được", "skipped")
        }
    }
}
