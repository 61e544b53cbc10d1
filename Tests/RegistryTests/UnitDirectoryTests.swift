import Postgres
import Registry
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct UnitDirectoryTests {
    @Test func `What a form offers for a nomination is what the schema accepts`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            try connection.execute(
                """
                INSERT INTO unit (code, kind, name, parent) VALUES
                    ('CUC-VP', 'bureau', 'Văn phòng', 'CUC'), ('04-VP', 'division', 'Văn phòng', '04'),
                    ('04-KV01', 'area_office', 'Phòng THADS khu vực 1', '04')
                """)
            let directory = try connection.transaction(.registryRead) { try UnitDirectory(&$0) }
            let proposing = try connection.query("SELECT code FROM unit WHERE proposes_under IS NOT NULL") { try $0[0] as String }
            let nominated = try connection.query("SELECT code FROM unit WHERE nominated_under IS NOT NULL") {
                try $0[0] as String
            }
            #expect(Set(directory.units.filter(\.proposes).map(\.code)) == Set(proposing))
            #expect(Set(directory.units.filter(\.isNominated).map(\.code)) == Set(nominated))
            #expect(directory.houses.count == 35)
            #expect(directory.units(of: "04").map(\.code) == ["04", "04-VP", "04-KV01"])
            #expect(directory.ownHouse == nil)
        }
    }
}
