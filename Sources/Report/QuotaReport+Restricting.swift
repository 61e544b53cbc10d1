/// What readers outside the Department are shown: only their own rows. All others are removed from the value, not just hidden.
extension QuotaReport {
    /// A page for each area specialist who has provinces.
    public var bySpecialist: [QuotaReport] {
        Dictionary(grouping: units.filter { $0.specialist != nil }) { $0.specialist ?? "" }.sorted { $0.key < $1.key }.map {
            code, units in
            restricted(to: Set(units.map(\.house)), .specialist(code: code, name: units.first?.specialistName ?? code))
        }
    }

    /// A page for each province.
    public var byProvince: [QuotaReport] {
        units.filter { $0.kind == "province" }.map { restricted(to: [$0.house], .unit(code: $0.code, name: $0.name)) }
    }

    /// Only the rows of these provinces: no pool, no trail, and for a single province no ranks, which would reveal others.
    private func restricted(to houses: Set<String>, _ scope: Scope) -> QuotaReport {
        var part = self
        part.scope = scope
        part.units = units.filter { houses.contains($0.house) }
        let codes = Set(part.units.map(\.code))
        part.quotas = quotas.filter { houses.contains($0.unit) }
        part.nominations = nominations.filter { codes.contains($0.unit) }
        part.days = days.filter { codes.contains($0.unit) }
        part.changes = changes.filter { codes.contains($0.unit) }
        part.quotaChanges = quotaChanges.filter { houses.contains($0.unit) }
        part.imports = imports.filter { !houses.isDisjoint(with: $0.houses) }.map { table in
            var own = table
            own.houses = table.houses.filter(houses.contains)
            own.units = nil
            return own
        }
        if case .unit = scope { part.ranking = [] } else { part.ranking = ranking.filter { codes.contains($0.unit) } }
        // Each is about two units, and no unit may learn of the other.
        part.findings = []
        part.trail = nil
        let named = Set(part.units.flatMap { $0.missing.flatMap(\.items) })
        part.items = items.filter { named.contains($0.key) }
        return part
    }
}
