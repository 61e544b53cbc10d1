import Postgres
import Spreadsheet

extension StaffingImport {
    /// Imports a file: all of it or nothing.
    ///
    /// - Parameter onProgress: Called from time to time with the fraction of the file that has been read, 0 to 1.
    /// - Returns: What it did; if the file is at fault, nothing was done, and ``errors`` says why.
    /// - Throws: ``Refusal``, such as `quota_below_use`, which names the quotas and the nominations in the way.
    public static func run(
        _ file: SourceFile, _ options: Options, on connection: inout Connection, onProgress: ((Double) -> Void)? = nil
    ) throws -> StaffingImport {
        do {
            return try connection.transaction(.registryWrite) { transaction in
                try begin(&transaction)
                let result = try read(file, options, &transaction, onProgress)
                if options.isDryRun { throw Undone(result: result) }
                return result
            }
        } catch let undone as Undone {
            var result = undone.result
            if !result.unchanged { (result.table, result.applied) = (nil, false) }
            return result
        }
    }

    /// Allows one import at a time; a caller that waits too long is refused as `busy`.
    static func begin(_ transaction: inout Transaction) throws {
        // For a file with errors, JIT compilation of the queries takes twenty seconds, and running them four.
        try transaction.execute("SELECT set_config('jit', 'off', true)")
        try transaction.execute("SELECT staffing_lock()")
    }

    /// Rolls a transaction back, and carries its result out.
    private struct Undone: Error {
        let result: StaffingImport
    }

    private static func read(
        _ file: SourceFile, _ options: Options, _ transaction: inout Transaction, _ onProgress: ((Double) -> Void)?
    ) throws -> StaffingImport {
        if let stored = try result(storedFrom: file, options, &transaction) { return stored }
        var result = StaffingImport()
        result.mode = options.mode
        try result.read(file, as: .staffing, choices: options.columns, &transaction) { result, header, transaction in
            try result.take(file, header, options, &transaction, onProgress)
        }
        // Thrown, so that the rollback empties the intake.
        guard result.errors.isEmpty, let number = result.table else { throw Undone(result: result) }
        try result.count(against: number, &transaction)
        if options.isDryRun { result.units = try StaffingDifference.list(to: number, &transaction) }
        if !options.storesOnly, !options.isDryRun, !options.mayRemoveUnits {
            result.question = try result.questionOfUnits(missingFrom: number, &transaction)
            guard result.question == nil else { throw Undone(result: result.withoutTable) }
        }
        if !options.storesOnly { try result.apply(number, isDryRun: options.isDryRun, &transaction) }
        return result
    }

    /// Copies the cells into the intake, and stores them as a table or queries what is wrong with them.
    private mutating func take(
        _ file: SourceFile, _ header: SheetHeader, _ options: Options, _ transaction: inout Transaction,
        _ onProgress: ((Double) -> Void)?
    ) throws {
        var rows = StaffingRows(header, of: file)
        try rows.copy(file, &transaction, onProgress: onProgress)
        hidden = rows.hidden
        let stray = try transaction.query(
            "SELECT row_number, cells, read_count(headcount) AS total, is_total FROM staffing_intake_aside ORDER BY row_number"
        ) { row in
            let isTotal: Bool = try row["is_total"]
            return AsideRow(
                number: try row["row_number"], text: try row["cells"], total: isTotal ? try row["total"] as Int? : nil)
        }
        aside = (rows.aside + stray).sorted { $0.number < $1.number }
        // A sum that was never calculated is not missed.
        let numbers = Set(aside.map(\.number))
        let faults = rows.errors.list.filter { !numbers.contains($0.row ?? 0) }
        errors.add(faults, outOf: rows.errors.count - (rows.errors.list.count - faults.count))
        self.rows = rows.count - stray.count
        guard self.rows > 0 else { return errors.add([CellError(.noRows)]) }
        if header.isOfMendedRows { try merge(header, &transaction) }
        if options.provinceRows == .total { try split(header, &transaction) }
        do {
            table = try transaction.savepoint { try Self.store(file, header, rows: self.rows, mode, options, &$0) }
        } catch let error as ServerError where error.sqlState.category == "23" {
            try explain(header, options, &transaction)
            if errors.list.contains(where: { $0.code == .missingValue }) { errors.explain(by: rows.merged) }
            if errors.isEmpty { throw error }
        }
        if errors.isEmpty { try checkTotals(&transaction) }
        if errors.isEmpty, options.provinceRows == nil {
            question = try questionOfProvinceRows(&transaction)
            if question != nil { table = nil }
        }
        if errors.isEmpty, question == nil { try checkContradictions(header, &transaction) }
        if !errors.isEmpty && options.keepsFailedRows && failedRows.isEmpty { try keepFailedRows(&transaction) }
        try transaction.execute("SELECT staffing_intake_empty()")
    }

    /// Compares the sums that the file states with the sums of its rows: of all rows above, or of those since an earlier sum.
    private mutating func checkTotals(_ transaction: inout Transaction) throws {
        let totals = aside.indices.filter { aside[$0].total != nil }
        guard !totals.isEmpty else { return }
        let parts = try transaction.query(
            """
            SELECT width_bucket(row_number, \(totals.map { aside[$0].number })::integer[]) AS part, sum(civil_servants) AS sum
            FROM staffing_intake_read GROUP BY part
            """
        ) { (part: try $0["part"] as Int, sum: try $0["sum"] as Int) }
        let sums = Dictionary(uniqueKeysWithValues: parts.map { ($0.part, $0.sum) })
        for (position, index) in totals.enumerated() {
            var sum = 0
            let isRight = (0...position).reversed().contains { part in
                sum += sums[part] ?? 0
                return sum == aside[index].total
            }
            aside[index].sum = isRight ? nil : sum
        }
    }

    /// Queries why and where the constraints refused the rows; only done after they have.
    private mutating func explain(_ header: SheetHeader, _ options: Options, _ transaction: inout Transaction) throws {
        // A failed formula is not a number either: the reader's error for a cell is enough.
        let reported = Set(errors.list.compactMap(\.cell))
        var found = 0
        var total = 0
        // One by one: there may be ten thousand.
        try transaction.forEachRow(
            """
            SELECT e.*, count(*) OVER () AS total FROM staffing_intake_error e
            ORDER BY row_number, field, error LIMIT \(CellErrors.kept)
            """
        ) { row in
            total = try row["total"] as Int
            found += 1
            let error = try header.error(
                try row["error"] as String, row: try row["row_number"] as Int, field: try row["field"] as String,
                value: try row["value"] as String?,
                expected: try row["expected"] as String?)
            guard error.cell.map(reported.contains) != true else { return }
            errors.add([error])
        }
        errors.add([], outOf: total - found)
    }

    private mutating func keepFailedRows(_ transaction: inout Transaction) throws {
        let numbers = Set(errors.list.compactMap(\.row)).sorted()
        failedRows = try transaction.query(
            """
            SELECT i.row_number, ARRAY[p.province_code, p.province, coalesce(i.code, i.unit_code), coalesce(n.unit, i.unit), p.kind,
                                       coalesce(i.civil_servants::text, i.headcount)] AS cells
            FROM staffing_intake i JOIN staffing_intake_place p USING (place) LEFT JOIN staffing_intake_name n ON n.number = i.name
            WHERE row_number = ANY (\(numbers)::integer[]) ORDER BY row_number
            """
        ) { FailedRow(number: try $0["row_number"], cells: try $0["cells"]) }
    }

    private static func store(
        _ file: SourceFile, _ header: SheetHeader, rows: Int, _ mode: Mode, _ options: Options, _ transaction: inout Transaction
    ) throws -> Int {
        let (headers, fields) = (header.mapping.map(\.header), header.mapping.map(\.field))
        let columns = options.columns.sorted { $0.key < $1.key }
        return try transaction.first(
            """
            SELECT staffing_store(
                coalesce(read_date(\(options.asOf)), (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
                tidy(\(file.name)), \(file.sha256), \(mode.rawValue),
                jsonb_strip_nulls(jsonb_build_object(
                    'size', \(file.size)::bigint, 'format', \(file.format)::text, 'encoding', \(file.sheet.encoding?.rawValue)::text,
                    'separator', \(file.separator)::text, 'sheet', \(header.sheet.sheet)::text, 'rows', \(rows)::bigint,
                    'province_rows', \(options.provinceRows?.rawValue)::text,
                    'columns', nullif(jsonb_object(\(columns.map(\.key))::text[], \(columns.map(\.value))::text[]), '{}'),
                    'mapping', (SELECT jsonb_object_agg(tidy(h), f) FROM unnest(\(headers)::text[], \(fields)::text[]) AS m (h, f)
                                WHERE tidy(h) IS NOT NULL)))) AS number
            """
        ) { try $0["number"] } ?? 0
    }

    /// The result if the same file is stored already, and is in force for every house that it lists or only had to be stored.
    private static func result(
        storedFrom file: SourceFile, _ options: Options, _ transaction: inout Transaction
    ) throws -> StaffingImport? {
        let columns = options.columns.sorted { $0.key < $1.key }
        let stored = try transaction.first(
            """
            SELECT t.id, t.is_in_force, (t.origin ->> 'rows')::bigint AS rows
            FROM (SELECT t.*, NOT EXISTS (
                      SELECT FROM staffing_house h LEFT JOIN staffing_current c USING (house)
                      WHERE h.staffing_table = t.id AND c.staffing_table IS DISTINCT FROM t.id) AS is_in_force,
                      EXISTS (SELECT FROM staffing_application a WHERE a.staffing_table = t.id) AS was_applied
                  FROM staffing_table t) t
            WHERE t.sha256 = \(file.sha256) AND t.mode = \(options.mode.rawValue)
              AND t.origin ->> 'sheet' IS NOT DISTINCT FROM \(file.sheet.sheet)::text
              -- In another encoding, the same bytes are different names.
              AND (t.origin ->> 'encoding' IS NULL OR t.origin ->> 'encoding' = \(file.sheet.encoding?.rawValue)::text)
              -- What somebody decides this time may not be how it was read.
              AND coalesce(\(options.provinceRows?.rawValue), t.origin ->> 'province_rows') IS NOT DISTINCT FROM t.origin ->> 'province_rows'
              AND coalesce(nullif(jsonb_object(\(columns.map(\.key))::text[], \(columns.map(\.value))::text[]), '{}'), t.origin -> 'columns')
                  IS NOT DISTINCT FROM t.origin -> 'columns'
              AND t.as_of = coalesce(read_date(\(options.asOf)), t.as_of)
              AND (t.is_in_force OR (\(options.storesOnly) AND NOT t.was_applied))
            ORDER BY t.is_in_force DESC, t.id DESC LIMIT 1
            """
        ) { row in
            (number: try row["id"] as Int, isInForce: try row["is_in_force"] as Bool, rows: try row["rows"] as Int?)
        }
        guard let stored else { return nil }
        var result = StaffingImport()
        (result.table, result.applied, result.unchanged) = (stored.number, stored.isInForce, true)
        result.rows = stored.rows ?? 0
        return result
    }
}
