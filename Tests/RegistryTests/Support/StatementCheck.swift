import CLibPQ
import Foundation
import Postgres

/// Checks statements from the sources against a database, by preparing instead of running them.
struct StatementCheck {
    /// How many columns were compared.
    private(set) var columns = 0
    /// "path:line: what is wrong".
    private(set) var faults: [String] = []

    /// Swift types by name, with the product's own decoding rules.
    private static var types: [String: any (PostgresDecodable & PostgresEncodable).Type] {
        [
            "Int": Int.self, "Int32": Int32.self, "Bool": Bool.self, "Double": Double.self, "String": String.self,
            // An enum is read as its raw value.
            "DossierFault.Kind": String.self, "ChecklistItem.Kind": String.self,
            "Date": Date.self,
            "[Int]": [Int].self, "[String]": [String].self, "[UInt8]": [UInt8].self,
        ]
    }

    private static func type(_ name: String?) -> (any (PostgresDecodable & PostgresEncodable).Type)? {
        name.flatMap { types[$0.trimmingCharacters(in: ["?"])] }
    }

    mutating func check(_ statement: SourceStatement, on connection: inout Connection) {
        let wire = connection.wire.connection
        for (text, parameters) in statement.forms {
            // A utility statement is not analysed until it is run: so it is run, and rolled back.
            let isUtility = !text.contains(/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/)
            if isUtility {
                PQclear(PQexec(wire, "BEGIN"))
                note(statement, PQexec(wire, text))
                if PQputCopyEnd(wire, nil) == 1 { while let result = PQgetResult(wire) { PQclear(result) } }
                PQclear(PQexec(wire, "ROLLBACK"))
            } else {
                let types = parameters.map { Self.type($0)?.parameterType.rawValue ?? 0 }
                if note(statement, PQprepare(wire, "", text, Int32(types.count), types)) {
                    compare(statement, PQdescribePrepared(wire, ""))
                }
            }
        }
    }

    @discardableResult
    private mutating func note(_ statement: SourceStatement, _ result: UnsafeMutablePointer<PGresult>?) -> Bool {
        defer { PQclear(result) }
        let isGood = [PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN].contains(PQresultStatus(result))
        let message = String(cString: PQresultErrorField(result, Int32(UInt8(ascii: "M"))) ?? PQresultErrorMessage(result))
        if !isGood { faults.append("\(statement.place): \(message)") }
        return isGood
    }

    private mutating func compare(_ statement: SourceStatement, _ result: UnsafeMutablePointer<PGresult>?) {
        defer { PQclear(result) }
        for (column, name, place) in statement.reads {
            let number = PQfnumber(result, column)
            guard number >= 0 else {
                faults.append("\(place): no column \(column)")
                continue
            }
            guard let type = Self.type(name) else {
                faults.append("\(place): column \(column) is read as an unknown type: write `as T`")
                continue
            }
            columns += 1
            let found = TypeOID(rawValue: PQftype(result, number))
            do throws(DecodingFailure) {
                _ = try type.decode(Field(type: found, bytes: nil))
            } catch {
                // The cell is NULL, so another error is possible; but a wrong type is found first.
                if case .type = error { faults.append("\(place): column \(column) is \(found), and read as \(name ?? "")") }
            }
        }
    }
}
