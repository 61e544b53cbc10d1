import Postgres

extension NominationImport {
    /// Imports a file: all of it or nothing.
    ///
    /// - Parameter onProgress: Is told now and then how much is entered, 0 to 1.
    /// - Returns: What it did; with ``errors`` where a row is at fault, and nothing was entered.
    /// - Throws: ``Refusal``, and what concerns no row: a login that may enter nothing, a server that is busy.
    public static func run(
        _ file: SourceFile, _ options: Options, on connection: inout Connection, onProgress: ((Double) -> Void)? = nil
    ) throws -> NominationImport {
        do {
            return try connection.transaction(.registryWrite) { transaction in
                let result = try read(file, options, &transaction, onProgress)
                if options.isDryRun || !result.errors.isEmpty { throw Undone(result: result) }
                return result
            }
        } catch let undone as Undone {
            var result = undone.result
            if !result.errors.isEmpty { (result.nominations, result.quotas) = ([], []) }
            return result
        }
    }

    /// Ends a transaction that is to leave nothing behind.
    private struct Undone: Error {
        let result: NominationImport
    }

    private static func read(
        _ file: SourceFile, _ options: Options, _ transaction: inout Transaction, _ onProgress: ((Double) -> Void)?
    ) throws -> NominationImport {
        let campaign = try Campaign.code(options.campaign, &transaction)
        let unit = try proposer(options.unit, &transaction)
        var result = NominationImport()
        try result.read(file, as: .nomination(unitIsGiven: unit != nil), &transaction) { result, header, transaction in
            let cells = try NominationCells(file, header, unit: unit)
            try result.take(cells, campaign, &transaction, onProgress)
        }
        return result
    }

    /// Who proposes where a row does not say: the unit asked for, or the login's own.
    private static func proposer(_ code: String?, _ transaction: inout Transaction) throws -> String? {
        if let code { return try Unit.code(code, &transaction) }
        return try transaction.first("SELECT own_unit() AS unit") { try $0["unit"] as String? } ?? nil
    }

    /// Asks what is wrong with the cells, and enters the rows of which nothing is.
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
        errors.add(try cells.faults(&transaction))

        let wrong = Set(errors.list.compactMap(\.row))
        var entering = NominationEntering(campaign: campaign, cells: cells)
        for (index, line) in proposing.enumerated() where !wrong.contains(line.number) {
            onProgress?(Double(index) / Double(proposing.count))
            try entering.enter(line, &transaction)
        }
        nominations = entering.entered
        errors.add(entering.errors)
        quotas = try entering.quotas(&transaction)
        failedRows = cells.rows(Set(errors.list.compactMap(\.row)))
    }
}
