import Postgres

/// A clerk was refused a nominee whom another unit has nominated (N2). The clerk is told no more than that.
///
/// The statement itself has succeeded, and kept the claim for the Department. This error rolls it back along with everything
/// that was done for it; so the claim has to be kept again, before the clerk is answered.
struct RefusedClaim: Error {
    let campaign: String
    /// The unit that it would nominate; nil for a person.
    let collective: String?
    /// The person whom it would nominate; nil for a collective.
    let staffNo: String?
    /// The person's name; nil for the one in the register.
    let name: String?
    /// The clerk's own nomination, if it was to be changed.
    let nomination: Int?

    init(campaign: String, nominee: Nominee, nomination: Int? = nil) {
        (self.campaign, self.nomination) = (campaign, nomination)
        switch nominee {
        case .collective(let code): (collective, staffNo, name) = (code, nil, nil)
        case .individual(let person): (collective, staffNo, name) = (nil, person.staffNo, person.name)
        }
    }

    /// An unchanged nominee.
    init(_ nomination: Nomination) {
        (campaign, self.nomination) = (nomination.campaign, nomination.id)
        (collective, staffNo, name) = (nomination.collective, nomination.staffNo, nil)
    }

    /// Keeps it, if another unit's nomination is still in the way: the database checks that.
    func keep(_ transaction: inout Transaction) throws {
        try transaction.execute(
            """
            SELECT nomination_claim(\(campaign), coalesce(read_unit(\(collective)), read_code(\(collective))), read_code(\(staffNo)),
                                    tidy(\(name)), \(nomination))
            """)
    }

    /// What the clerk is told.
    var refusal: Refusal {
        Refusal(constraint: "nomination_subject_is_nominated_once")
            ?? Refusal(.alreadyNominated, Phrase("Đã được đề nghị.", "Already nominated."))
    }
}

extension Refusal {
    /// Converts the error of a transaction that was rolled back; a refused claim is kept first, so that nobody is told of one
    /// that the Department does not hear of.
    init(keeping error: any Error, on connection: inout Connection) {
        do {
            if let claim = error as? RefusedClaim { try connection.transaction(.registryAside) { try claim.keep(&$0) } }
            self.init(error)
        } catch {
            self.init(error)
        }
    }
}
