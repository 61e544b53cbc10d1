import Postgres
import Registry
import TestSupport
import Testing

/// What people enter: text that can be seen, and dates of this century.
@Suite(.limited, .keepsFailedDatabases) struct ValueTests {
    /// Unicode's own properties say which characters are not seen, or turn text around.
    @Test func `No character that is invisible or changes the direction of text is accepted`() throws {
        let scalars = (1...0x10FFFF).compactMap(Unicode.Scalar.init)
        let blank: Set<Unicode.Scalar> = ["\u{2800}", "\u{16FE4}", "\u{1D159}"]
        // The blocks of Unicode's right-to-left scripts.
        let fromRightToLeft: [ClosedRange<UInt32>] = [
            0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
        ]
        let hidden = scalars.filter { scalar in
            let properties = scalar.properties
            let isUnprintable: Bool =
                switch properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator, .format, .privateUse: scalar != "\n"
                default: false
                }
            return isUnprintable || properties.isDefaultIgnorableCodePoint || properties.isBidiControl
                || properties.isNoncharacterCodePoint || blank.contains(scalar)
                || fromRightToLeft.contains { $0.contains(scalar.value) }
        }
        #expect(hidden.count > 4000)
        let vietnamese =
            "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ0123456789 .,;:!?()/&-–—“”‘’'\"%+=…№°§\n"
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            func visible(_ numbers: [UInt32]) throws -> [Int] {
                let list = numbers.map(String.init).joined(separator: ",")
                return try connection.query(
                    "SELECT c FROM string_to_table(\(list), ',') AS t (c) WHERE is_visible('a' || chr(c::integer) || 'b')"
                ) { Int(try $0["c"] as String) ?? 0 }
            }
            #expect(try visible(hidden.map(\.value)) == [])
            let letters = Set((vietnamese + vietnamese.uppercased()).unicodeScalars.map(\.value))
            expect(try Set(visible(Array(letters))).count, is: letters.count)
        }
    }

    @Test(arguments: ["U+202E", "U+200B", "U+2028", "U+FFFE", "U+2066", "U+05D0", "U+2800"])
    func `A name with such a character is refused, wherever it is entered`(character: String) throws {
        let scalar = try #require(UInt32(character.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init))
        let name = "Nguyễn \(Character(scalar))Văn An"
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            for statement: SQL in [
                "INSERT INTO person (unit, staff_no, name) VALUES ('01', 'Z1', \(name))",
                "SELECT person_register('01', 'Z1', \(name))",
                "INSERT INTO area_specialist (code, name) VALUES ('LAN', \(name))",
                "SELECT \(name)::prose", "UPDATE unit SET name = \(name) WHERE code = '01'",
            ] {
                // A person's name is tidied on its way in: what has no width becomes a blank then.
                let refused = refusal { try connection.execute(statement) }
                #expect(refused == .invalidInput || character == "U+200B", "\(statement)")
            }
        }
    }

    /// Rows of a staffing file are checked all at once, for speed; the others are copied from columns that are restricted.
    private static let unrestricted: Set<String> = [
        "staffing_row.name", "report_letter.email", "report_run.as_of", "sheet_header.field", "session_end.login",
        "session_end.since",
    ]

    @Test func `Every column of text or dates has a domain, or is written by the server`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let columns = try connection.query(
                """
                SELECT format('%s.%s', c.relname, a.attname) AS name
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND a.attgenerated = ''
                  AND a.atttypid IN ('text'::regtype, 'date'::regtype, 'timestamptz'::regtype)
                  AND a.attname !~ '_(at|by)$' AND c.relname !~ '^(audit|catalogue|migration|seed)'
                  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('c', 'f', 'p') AND a.attnum = ANY (k.conkey))
                ORDER BY name
                """
            ) { try $0["name"] as String }
            #expect(Set(columns) == Self.unrestricted)
        }
    }
}
