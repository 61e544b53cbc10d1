/// The quotas by whoever holds them.
extension QuotaReport {
    /// Somebody's quotas: the headquarters', a province's, or the pool's (`*`).
    public struct Holder: Sendable {
        public let unit: String
        public let quotas: [Quota]
    }

    /// All holders in the order of the quotas, the pool last; before it provinces without any quota, which have no row yet.
    public var holders: [Holder] {
        var order: [String] = []
        var byUnit: [String: [Quota]] = [:]
        for quota in quotas {
            if byUnit[quota.unit] == nil { order.append(quota.unit) }
            byUnit[quota.unit, default: []].append(quota)
        }
        let without = units.filter { $0.kind == "province" && byUnit[$0.code] == nil }.map(\.code)
        return (order.filter { $0 != "*" } + without + order.filter { $0 == "*" }).map {
            Holder(unit: $0, quotas: byUnit[$0] ?? [])
        }
    }

    /// How many slots a unit has to propose with, in all, and how many of them it has used.
    public func usage(of unit: String) -> (used: Int, allowed: Int) {
        let own = quotas.filter { $0.unit == unit && $0.stage == "proposal" }
        return (own.map(\.used).reduce(0, +), own.map(\.allowed).reduce(0, +))
    }
}
