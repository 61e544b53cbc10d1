/// The steps and quotas of docs/develop/rules.md, written down a second time: the tests check the database against this, not
/// against its own tables.
enum Rules {
    static let states: Set = [
        "draft", "submitted", "returned", "withdrawn", "endorsed", "awarded", "declined", "disqualified",
    ]

    /// From each state to those that may follow it.
    static let steps: [String: Set<String>] = [
        "draft": ["submitted", "withdrawn"],
        "returned": ["submitted", "withdrawn"],
        "withdrawn": ["draft"],
        "submitted": ["returned", "disqualified", "endorsed", "declined"],
        "endorsed": ["submitted", "declined", "awarded"],
        "awarded": [], "declined": [], "disqualified": [],
    ]

    /// The steps that may be taken at any time; the others only before the deadline.
    static let stepsAfterDeadline: [String: Set<String>] = [
        "submitted": ["disqualified", "endorsed", "declined"],
        "endorsed": ["submitted", "declined", "awarded", "disqualified"],
    ]

    /// Whether a nomination seen in one state may be seen in another after one command.
    static func allows(_ earlier: String?, _ later: String) -> Bool {
        guard let earlier else { return later == "draft" }
        // Disqualifying an endorsed nomination also takes it off the list.
        return earlier == later || steps[earlier]?.contains(later) == true || (earlier, later) == ("endorsed", "disqualified")
    }

    /// Clause 1.2: the maximum number of standing nominations of a house.
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
