/// What docs/develop/rules.md says of steps and quotas, written down a second time: the tests hold the database to this, not to its own tables.
enum Rules {
    static let states: Set = [
        "draft", "submitted", "returned", "withdrawn", "endorsed", "awarded", "declined", "disqualified",
    ]

    /// From a state to those that may follow it.
    static let steps: [String: Set<String>] = [
        "draft": ["submitted", "withdrawn"],
        "returned": ["submitted", "withdrawn"],
        "withdrawn": ["draft"],
        "submitted": ["returned", "disqualified", "endorsed", "declined"],
        "endorsed": ["submitted", "declined", "awarded"],
        "awarded": [], "declined": [], "disqualified": [],
    ]

    /// Those that are taken at any time; the others before the deadline only.
    static let stepsAfterDeadline: [String: Set<String>] = [
        "submitted": ["disqualified", "endorsed", "declined"],
        "endorsed": ["submitted", "declined", "awarded", "disqualified"],
    ]

    /// Whether a nomination seen in one state may be seen in another after one command.
    static func allows(_ earlier: String?, _ later: String) -> Bool {
        guard let earlier else { return later == "draft" }
        // To disqualify what is endorsed takes it off the list on the way.
        return earlier == later || steps[earlier]?.contains(later) == true || (earlier, later) == ("endorsed", "disqualified")
    }

    /// Clause 1.2: at most so many standing nominations of a house.
    static func allowed(_ house: String, _ award: String, _ subject: String, civilServants: Int, areaOffices: Int) -> Int {
        switch (house == "CUC", award, subject) {
        case (true, "minister_certificate", "collective"): 1
        case (true, "minister_certificate", _): 2
        case (false, "minister_certificate", "collective"): 10
        case (false, "minister_certificate", _): 15
        case (true, _, "collective"): 2
        case (true, _, _): 5
        case (false, _, "collective"): areaOffices >= 15 ? 2 : 1
        case (false, _, _): civilServants < 200 ? 1 : civilServants <= 500 ? 2 : 3
        }
    }
}
