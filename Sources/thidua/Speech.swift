import ArgumentParser
import Glibc
import Registry

extension Language {
    /// `--lang`, else `THIDUA_LANG`, else Vietnamese. Read before the arguments are parsed, because help depends on it.
    static let current: Language = {
        let arguments = CommandLine.arguments
        let following = zip(arguments, arguments.dropFirst()).first { $0.0 == "--lang" }?.1
        let joined = arguments.first { $0.hasPrefix("--lang=") }?.dropFirst("--lang=".count)
        let asked = following ?? joined.map(String.init) ?? environment("THIDUA_LANG")
        return asked.flatMap(Language.init(rawValue:)) ?? .vi
    }()
}

extension Language: ExpressibleByArgument {}

/// The text in the language of this run.
func say(_ vi: String, _ en: String) -> String {
    Phrase(vi, en)[.current]
}

/// The help text in the language of this run.
func help(_ vi: String, _ en: String) -> ArgumentHelp {
    ArgumentHelp(say(vi, en))
}

/// An environment variable; nil if it is unset or empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name), let text = String(validatingCString: value), !text.isEmpty else { return nil }
    return text
}
