import Postgres
import Spreadsheet

extension StaffingImport {
    /// Imports a file: all of it or nothing.
    ///
    /// - Returns: What it did; with ``errors`` where the file is at fault, and nothing was done.
    /// - Throws: ``Refusal``, such as `quota_below_use`, which names the quotas and the nominations in the way.
    public static func run(_ file: StaffingFile, _ options: Options, on connection: inout Connection) throws -> StaffingImport {
        do {
            return try connection.transaction(.registryWrite) { transaction in
                // One import at a time; whoever waits too long is told that the system is busy.
                try transaction.execute("SELECT staffing_lock()")
                let result = try read(file, options, &transaction)
                if options.isDryRun { throw Undone(result: result) }
                return result
            }
        } catch let undone as Undone {
            var result = undone.result
            (result.table, result.applied) = (nil, false)
            return result
        }
    }

    /// Puts a stored staffing table in force.
    ///
    /// - Throws: ``Refusal``.
    public static func apply(_ number: Int, on connection: inout Connection) throws -> StaffingImport {
        try connection.transaction(.registryWrite) { transaction in
            try transaction.execute("SELECT staffing_lock()")
            var result = StaffingImport()
            result.table = number
            result.rows = try StaffingTable.rows(of: number, &transaction).count
            try result.compare(with: number, &transaction)
            result.quotaChanges = try apply(number, &transaction)
            result.applied = true
            return result
        }
    }

    /// Ends a transaction that is to leave nothing behind.
    private struct Undone: Error {
        let result: StaffingImport
    }

    private static func read(
        _ file: StaffingFile, _ options: Options, _ transaction: inout Transaction
    ) throws -> StaffingImport {
        var result = StaffingImport()
        result.rows = file.rows.count
        if let number = try number(inForceFrom: file, &transaction) {
            result.table = number
            result.applied = true
            result.unchanged = true
            return result
        }
        let header = try StaffingHeader(file.header, &transaction)
        result.unknownColumns = header.unknown
        result.errors = header.errors + (header.errors.isEmpty ? try take(file, header, &transaction) : [])
        // Thrown, so that the intake is empty again.
        guard result.errors.isEmpty else { throw Undone(result: result) }

        let number = try store(file, options, &transaction)
        result.table = number
        try result.compare(with: number, &transaction)
        if !options.storesOnly {
            result.quotaChanges = try apply(number, &transaction)
            result.applied = true
        }
        return result
    }

    /// Copies the cells into the intake, and asks what is wrong with them.
    private static func take(
        _ file: StaffingFile, _ header: StaffingHeader, _ transaction: inout Transaction
    ) throws -> [CellError] {
        guard !file.rows.isEmpty else { return [CellError(.noRows)] }
        let tooLong = file.rows.filter { $0.cells.dropFirst(header.count).contains { !$0.isEmpty } }
        try transaction.copyIn(
            """
            COPY staffing_intake (row_number, province_code, province, unit_code, unit, kind, civil_servants) FROM STDIN
            """
        ) { writer in
            for row in file.rows {
                try writer.writeRow([String(row.number)] + StaffingHeader.fields.map { header.cell(of: $0, in: row) })
            }
        }
        let found = try transaction.query(
            "SELECT row_number, field, value, error FROM staffing_intake_error ORDER BY row_number, field, error"
        ) { row in
            try header.error(try row["error"], row: try row["row_number"], field: try row["field"], value: try row["value"])
        }
        return tooLong.map { CellError(.tooManyCells, row: $0.number, index: header.count) } + found
    }

    private static func store(
        _ file: StaffingFile, _ options: Options, _ transaction: inout Transaction
    ) throws -> Int {
        let number: Int? = try transaction.first(
            """
            SELECT staffing_store(
                coalesce(read_date(\(options.asOf)), (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
                tidy(\(file.name)), sha256(\(file.bytes))) AS number
            """
        ) { try $0["number"] }
        try transaction.execute("DELETE FROM staffing_intake")
        return number ?? 0
    }

    /// The staffing table that is in force for all that it names, and came from this very file.
    private static func number(inForceFrom file: StaffingFile, _ transaction: inout Transaction) throws -> Int? {
        try transaction.first(
            """
            SELECT t.id FROM staffing_table t
            WHERE t.sha256 = sha256(\(file.bytes)) AND NOT EXISTS (
                SELECT FROM staffing_row r LEFT JOIN staffing_current c USING (house)
                WHERE r.staffing_table = t.id AND c.staffing_table IS DISTINCT FROM t.id)
            """
        ) { try $0["id"] }
    }

    private mutating func compare(with number: Int, _ transaction: inout Transaction) throws {
        let counts = try transaction.first(
            """
            WITH after AS (SELECT * FROM staffing_row WHERE staffing_table = \(number)),
            before AS (SELECT * FROM staffing_in_force WHERE house IN (SELECT house FROM after))
            SELECT count(*) FILTER (WHERE before.unit IS NULL) AS added,
                   count(*) FILTER (WHERE (before.kind, before.name, before.civil_servants)
                                       <> (after.kind, after.name, after.civil_servants)) AS changed,
                   count(*) FILTER (WHERE after.unit IS NULL) AS missing
            FROM before FULL JOIN after USING (house, unit)
            """
        ) { row in
            (added: try row["added"] as Int, changed: try row["changed"] as Int, missing: try row["missing"] as Int)
        }
        guard let counts else { return }
        (added, changed, missing) = counts
    }

    private static func apply(_ number: Int, _ transaction: inout Transaction) throws -> [QuotaChange] {
        try transaction.execute("SELECT staffing_take_effect(\(number))")
        do {
            return try transaction.savepoint { step in
                // A closed campaign's first quotas change nothing for anyone, unless it is the one being looked at.
                try step.query(
                    """
                    SELECT q.campaign, q.holder, q.award, q.subject, q.allowed_before, q.allowed_after
                    FROM quota_apply() q JOIN campaign_status c ON c.code = q.campaign WHERE c.is_meant
                    """
                ) { try QuotaChange($0) }
            }
        } catch let error as ServerError where error.constraint == "quota_covers_the_slots_in_use" {
            throw try Refusal(error).explained(by: Shortfall.list(&transaction), Words(&transaction))
        }
    }
}
