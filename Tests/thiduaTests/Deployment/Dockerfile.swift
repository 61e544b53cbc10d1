import Foundation
import TestSupport

/// A Dockerfile's instructions, without comments, each on one line.
struct Dockerfile {
    private let instructions: [[String]]

    init(_ text: String) {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
            .replacing("\\\n", with: " ")
        instructions = lines.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }

    /// Whether an image's name specifies one version, by number or date: `17.12-trixie`, `bookworm-20260713-slim`, or a digest.
    static func isPinned(_ image: String) -> Bool {
        image.contains(/@sha256:[0-9a-f]{64}$/) || image.contains(/:[a-z0-9.-]*(\d+\.\d+|\d{8})[a-z0-9.-]*$/)
    }

    /// Who the image runs as.
    var user: String? { arguments(of: "USER").last?.first }

    /// The folders that the image gives to its user; a volume mounted there takes over owner and mode.
    var foldersOfUser: [String] {
        arguments(of: "RUN").last?.joined(separator: " ")
            .matches(of: /install -d -o thidua -g thidua -m 07[057]0 (\S+)/).map { String($0.1) } ?? []
    }

    /// What is wrong with it, in sentences.
    ///
    /// - Parameters:
    ///   - admitted: What .dockerignore admits.
    ///   - packages: The system packages that the build needs.
    func faults(admitted: [String], packages: [String]) -> [String] {
        var faults = arguments(of: "FROM").compactMap(\.first).filter { !Self.isPinned($0) }
            .map { "the image \($0) is not pinned" }
        for copy in arguments(of: "COPY") where copy.first?.hasPrefix("--from=") != true {
            for source in copy.dropLast() {
                if !Repository.has(source) { faults.append("\(source), which is to be copied, does not exist") }
                if !admitted.contains(source) { faults.append(".dockerignore excludes \(source)") }
            }
        }
        if user?.wholeMatch(of: /[1-9]\d*:[1-9]\d*/) == nil { faults.append("may run as root") }
        let installed = arguments(of: "RUN").joined()
        return faults + packages.filter { !installed.contains($0) }.map { "\($0) is not installed" }
    }

    private func arguments(of instruction: String) -> [[String]] {
        instructions.filter { $0.first == instruction }.map { Array($0.dropFirst()) }
    }
}

extension Dockerfile {
    /// What is wrong with the repository's, given what the rest of the repository requires.
    static func faults(in text: String) throws -> [String] {
        let admitted = try Repository.text(".dockerignore").split(separator: "\n").filter { $0.hasPrefix("!") }
        let required = try Repository.text("Package.swift").matches(of: /\.apt\(\["([^"]+)"\]\)/)
        return Dockerfile(text).faults(admitted: admitted.map { String($0.dropFirst()) }, packages: required.map { String($0.1) })
    }
}
