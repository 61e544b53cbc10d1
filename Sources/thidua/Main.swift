import ArgumentParser
import Glibc
import Postgres
import Registry

/// Parses the arguments, runs the command, and reports errors.
@main
enum Main {
    static func main() {
        openStandardStreams()
        Interruption.install()
        do {
            try checkArguments()
            var command = try Thidua.parseAsRoot()
            try command.run()
            HeldUp.finish()
        } catch let error where Thidua.exitCode(for: error).isSuccess {
            emit(Thidua.fullMessage(for: error) + "\n")  // --help, --version, completions
        } catch let status as ExitCode {
            HeldUp.finish()
            exit(status.rawValue)
        } catch {
            HeldUp.finish()
            Failure(error).report()
        }
    }

    /// A file that is opened later must not take the place of a standard stream that was closed.
    private static func openStandardStreams() {
        for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
    }

    /// Swift silently repairs invalid UTF-8; a repaired name must not be entered.
    private static func checkArguments() throws {
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[index] else { continue }
            guard String(validatingCString: argument) != nil else {
                throw Refusal(
                    .invalidInput,
                    Phrase("Tham số thứ \(index) không phải UTF-8.", "Argument \(index) is not UTF-8."))
            }
        }
    }
}

/// The tool: `thidua NOUN VERB`.
///
/// Every command states its name: deriving it from the type's name took half of the start-up time.
struct Thidua: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thidua",
        abstract: say("Quản lý đề nghị khen thưởng: chỉ tiêu, hồ sơ, thời hạn.", "A registry of commendation nominations."),
        version: "0.1.0",
        subcommands: [
            UnitCommand.self, StaffingCommand.self, CampaignCommand.self, QuotaCommand.self, NominationCommand.self,
            DossierCommand.self, EndorsementCommand.self, CouncilCommand.self, DecisionCommand.self, ReportCommand.self,
            SpecialistCommand.self, UserCommand.self, OutcomeCommand.self,
            LoginCommand.self, LogoutCommand.self, WhoamiCommand.self,
            AuditCommand.self, DatabaseCommand.self, DoctorCommand.self, LocalCommand.self, DemoCommand.self,
        ])
}
