import Postgres

extension NominationImport {
    /// Imports a file: all of it or nothing.
    ///
    /// - Parameter onProgress: Called with the fraction of the rows that has been entered, 0 to 1.
    /// - Returns: What it did; if a row is at fault, nothing was entered, and ``errors`` says why.
    /// - Throws: ``Refusal``, and errors that concern no row: a login that may not enter anything, a server that is busy.
    public static func run(
        _ file: SourceFile, _ options: Options, on connection: inout Connection, onProgress: ((Double) -> Void)? = nil
    ) throws -> NominationImport {
        do {
            return try waiting(on: &connection) { connection in
                try connection.transaction(.registryWrite) { transaction in
                    let result = try read(file, options, &transaction, onProgress)
                    if options.isDryRun || !result.errors.isEmpty { throw Undone(result: result) }
                    return result
                }
            }
        } catch let undone as Undone {
            var result = undone.result
            if !options.isDryRun && !result.claims.isEmpty {
                try connection.transaction(.registryAside) { transaction in
                    for claim in result.claims { try claim.keep(&transaction) }
                }
            }
            if !result.errors.isEmpty { (result.nominations, result.quotas) = ([], []) }
            return result
        }
    }

    /// Calls `body` again, for a minute, when what a row needs has been held by somebody else and is free.
    private static func waiting<T>(on connection: inout Connection, _ body: (inout Connection) throws -> T) throws -> T {
        let end = ContinuousClock.now + .seconds(60)
        while true {
            do {
                return try body(&connection)
            } catch let held as NominationEntering.Held {
                guard ContinuousClock.now < end else { throw held.error }
                try held.wait(on: &connection)
            }
        }
    }

    /// Rolls a transaction back, and carries its result out.
    private struct Undone: Error {
        let result: NominationImport
    }

    private static func read(
        _ file: SourceFile, _ options: Options, _ transaction: inout Transaction, _ onProgress: ((Double) -> Void)?
    ) throws -> NominationImport {
        let campaign = try Campaign.code(options.campaign, &transaction)
        let unit = try proposer(options.unit, &transaction)
        var result = NominationImport()
        try result.read(file, as: .nomination(unitIsGiven: unit != nil), choices: options.columns, &transaction) {
            result, header, transaction in
            var cells = try NominationCells(file, header, unit: unit)
            try cells.reshape(&transaction)
            result.hidden = cells.hidden
            try result.take(cells, campaign, &transaction, onProgress)
        }
        return result
    }

    /// The unit that proposes if a row names none: the one requested, or the login's own.
    private static func proposer(_ code: String?, _ transaction: inout Transaction) throws -> String? {
        if let code { return try Unit.code(code, &transaction) }
        return try transaction.first("SELECT own_unit() AS unit") { try $0["unit"] as String? } ?? nil
    }

    /// Queries what is wrong with the cells, and enters the rows without errors.
    private mutating func take(
        _ cells: NominationCells, _ campaign: String, _ transaction: inout Transaction, _ onProgress: ((Double) -> Void)?
    ) throws {
        errors.add(cells.errors.list, outOf: cells.errors.count)
        let lines = try cells.lines(&transaction)
        let proposing = lines.filter { !$0.isAside }
        aside = lines.filter(\.isAside).compactMap { line in
            cells.text(of: line.number).map { AsideRow(number: line.number, text: $0, total: nil) }
        }
        rows = proposing.count
        guard !proposing.isEmpty || !errors.isEmpty else { return errors.add([CellError(.noRows)]) }
        let faults = try cells.faults(&transaction)
        errors.add(cells.missingColumns(faults) + faults)

        failedRows = cells.failedRows(errors.list, of: proposing)
        // Nothing is claimed for a house of which it is not certain that the list is its own.
        if let fault = try cells.titleFault(&transaction) { return errors.add([fault]) }

        let wrong = Set(errors.list.compactMap(\.row))
        var entering = NominationEntering(campaign: campaign, cells: cells)
        for (index, line) in proposing.enumerated() where !wrong.contains(line.number) {
            onProgress?(Double(index) / Double(proposing.count))
            try entering.enter(line, &transaction)
        }
        nominations = entering.entered
        errors.add(entering.errors)
        claims = entering.claims
        try entering.finish(&transaction)
        quotas = try entering.quotas(&transaction)
        failedRows = cells.failedRows(errors.list, of: proposing)
    }
}
