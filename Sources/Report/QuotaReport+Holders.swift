/// The quotas by holder.
extension QuotaReport {
    /// The quotas of one holder: the headquarters, a province, or the pool (`*`).
    public struct Holder: Sendable {
        public let unit: String
        public let quotas: [Quota]
    }

    /// All holders in the order of the quotas, then provinces without any quota, which have no row yet, and the pool last.
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

    /// The total number of a unit's proposal slots, and how many of them it has used.
    public func usage(of unit: String) -> (used: Int, allowed: Int) {
        let own = quotas.filter { $0.unit == unit && $0.stage == "proposal" }
        return (own.map(\.used).reduce(0, +), own.map(\.allowed).reduce(0, +))
    }
}
