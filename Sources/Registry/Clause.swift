/// A clause of the circular, as people cite it.
public enum Clause {
    /// `1.2.2.b` as "điểm b mục 1.2.2", and `3` as "mục 3"; in English both as they are. A law is cited by its name.
    public static func cited(_ clause: String) -> Phrase {
        guard clause.first?.isNumber == true else { return Phrase(clause, clause) }
        guard let point = clause.split(separator: ".").last, point.first?.isLetter == true else {
            return Phrase("mục \(clause)", clause)
        }
        return Phrase("điểm \(point) mục \(clause.dropLast(point.count + 1))", clause)
    }
}
