import Foundation
import TestSupport

/// What the schema of Compose does not detect.
extension ComposeFile {
    /// What is wrong with it, in sentences.
    ///
    /// - Parameter secretFiles: The files that deploy/make-secrets creates.
    func faults(secretFiles: Set<String>) -> [String] {
        var faults = services.sorted { $0.key < $1.key }.flatMap { name, service in
            (undefined(in: service) + misplaced(in: service) + lax(in: service)).map { "\(name): \($0)" }
        }
        for (name, secret) in secrets ?? [:] where !secretFiles.contains(secret.file) {
            faults.append("deploy/make-secrets does not create the secret \(name), \(secret.file)")
        }
        return faults + unused
    }

    /// What a service refers to that is not defined.
    private func undefined(in service: Service) -> [String] {
        let volumes = service.mounts.map(\.source).filter { source in !service.bindMounts.contains { $0.source == source } }
        var faults = missing("secret", service.secrets, from: secrets) + missing("config", service.configs, from: configs)
        faults += missing("volume", volumes, from: self.volumes) + missing("network", service.networks, from: networks)
        for (name, dependency) in service.dependencies ?? [:] {
            guard let other = services[name] else {
                faults.append("waits for \(name), which is not defined")
                continue
            }
            if dependency.condition == "service_healthy", other.healthCheck == nil {
                faults.append("waits for the health of \(name), which has no check")
            }
            if dependency.condition == "service_completed_successfully", other.restart.map({ $0 != "no" }) ?? false {
                faults.append("waits for the end of \(name), which starts again")
            }
            if let profiles = other.profiles, !Set(service.profiles ?? []).isSuperset(of: profiles) {
                faults.append("waits for \(name), which has a profile")
            }
        }
        return faults
    }

    private func missing<T>(_ kind: String, _ names: [String]?, from definitions: [String: T]?) -> [String] {
        (names ?? []).filter { definitions?[$0] == nil }.map { "the \(kind) \($0) is not defined" }
    }

    /// Paths that lead nowhere, on the machine or in the container.
    private func misplaced(in service: Service) -> [String] {
        var faults = service.bindMounts.filter { !Repository.has($0.source) }.map { "\($0.source) does not exist" }
        if let program = service.entrypoint?.first {
            let script = service.bindMounts.first { $0.target == program }?.source
            if script == nil { faults.append("runs \(program), which is not mounted") }
            if let script, !FileManager.default.isExecutableFile(atPath: Repository.root + "/" + script) {
                faults.append("runs \(script), which is not a program")
            }
        }
        let mounted = service.bindMounts.filter { $0.source.hasSuffix(".conf") }
        let read = service.words + mounted.compactMap { try? Repository.text($0.source) }
        for word in read {
            for match in word.matches(of: /\/run\/secrets\/([^\s:]+)/)
            where !(service.secrets ?? []).contains(String(match.1)) {
                faults.append("reads \(match.0), which is not given to it")
            }
            for match in word.matches(of: /\/etc\/thidua\/[^\s:]+/)
            where !service.mounts.contains(where: { $0.target == match.0 }) {
                faults.append("reads \(match.0), which is not mounted")
            }
        }
        return faults
    }

    /// What would let an intruder do more than necessary.
    private func lax(in service: Service) -> [String] {
        var faults: [String] = []
        func demand(_ isMet: Bool, _ fault: String) {
            if !isMet { faults.append(fault) }
        }
        demand(Dockerfile.isPinned(service.image), "the image \(service.image) is not pinned")
        demand(service.user?.wholeMatch(of: /[1-9]\d*:[1-9]\d*/) != nil, "may run as root")
        demand(service.readOnly == true, "may write to its image")
        demand(service.dropped == ["ALL"] && service.added == nil, "keeps capabilities")
        demand(service.securityOptions == ["no-new-privileges:true"], "may gain privileges")
        demand(service.privileged != true, "is privileged")
        demand(service.ports == nil, "publishes a port")
        for volume in service.volumes ?? [] where volume.hasPrefix(".") || volume.hasPrefix("/") {
            demand(volume.hasSuffix(":ro"), "may write to the machine's files: \(volume)")
        }
        for name in (service.environment ?? [:]).keys.sorted() where name.contains("PASSWORD") && !name.hasSuffix("_FILE") {
            faults.append("holds a password in \(name)")
        }
        return faults
    }

    /// Definitions that nothing refers to: a leftover, or a name mistyped elsewhere.
    private var unused: [String] {
        var named: Set<String> = []
        for service in services.values {
            for names in [service.secrets, service.configs, service.networks] { named.formUnion(names ?? []) }
            named.formUnion(service.mounts.map(\.source))
        }
        var defined: Set<String> = []
        for files in [secrets, configs] { defined.formUnion((files ?? [:]).keys) }
        for names in [volumes, networks] { defined.formUnion((names ?? [:]).keys) }
        return defined.subtracting(named).sorted().map { "\($0) is not used" }
    }
}
