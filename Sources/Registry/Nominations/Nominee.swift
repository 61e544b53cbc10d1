import Postgres

/// Who is nominated.
public enum Nominee: Sendable {
    /// A unit, by its code.
    case collective(code: String)
    /// A person, identified by the staff number: two people may have the same name (N1).
    case individual(Individual)

    /// A person, their position and the unit where they work.
    public struct Individual: Sendable {
        /// Full name.
        public var name: String
        /// Staff number.
        public var staffNo: String
        /// Position at the time.
        public var position: String
        /// The code of the unit where they work.
        public var workplace: String

        /// A person to nominate.
        public init(name: String, staffNo: String, position: String, workplace: String) {
            self.name = name
            self.staffNo = staffNo
            self.position = position
            self.workplace = workplace
        }
    }

    /// The subject's code.
    var subject: String {
        switch self {
        case .collective: "collective"
        case .individual: "individual"
        }
    }
}

extension Nominee.Individual {
    /// Enters the person in the unit's register if they are not in it yet.
    ///
    /// - Throws: ``Refusal`` if the register has the staff number under another name.
    func register(in unit: String, _ transaction: inout Transaction) throws {
        try transaction.execute("SELECT person_register(\(unit), \(staffNo), \(name))")
    }

    /// Enters the person in the unit's register under this name, even if it has them under another; false if another unit has
    /// nominated a person with an alike number and this name.
    func rename(in unit: String, _ transaction: inout Transaction) throws -> Bool {
        let done: Bool?? = try transaction.first("SELECT person_rename(\(unit), \(staffNo), \(name)) AS done") { try $0["done"] }
        return (done ?? nil) != nil
    }
}
