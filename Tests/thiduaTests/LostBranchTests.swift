import Foundation
import LocalPostgres
import Postgres
import TestSupport
import Testing

/// A report that was made, and that the registry does not know: what was stored before it may be lost.
@Suite(.limited, .keepsFailedDatabases) struct LostBranchTests {
    /// `branch` is the registry as it was when the first report had been made; the second one is lost.
    @Test func `A lost branch is noticed by the night after it, and told with who has written since`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try TemporaryFolder.with { folder in
                let english = ["THIDUA_LANG": "en"]
                let tool = Tool(dsn: conninfo, environment: english)
                let reports = folder + "/reports"
                let database = connection.place.database
                expect(try tool("campaign", "copy", "TEST", "--as", "T/2", "--deadline", "1/1/2099").status, is: 0)
                expect(try tool("report", "nightly", "--campaign", "TEST", "--out", reports).status, is: 0)
                expect(try tool("audit", "verify", "--reports", reports).status, is: 0)
                // Whoever is connected keeps a database from being copied.
                connection = try Connection(TestServer.server.conninfo(database: "postgres"))
                try TestServer.withDatabase(template: database) { branch in
                    // Stored and reported, and then lost.
                    expect(try tool("specialist", "set", "A", "--name", "Lê Thị An").status, is: 0)
                    expect(
                        try tool("report", "nightly", "--campaign", "T/2", "--out", reports).status, is: 0
                    )
                    let promoted = Tool(dsn: branch, environment: english)
                    var there = try Connection(branch)
                    try there.execute("SELECT person_register('04', 'A-1', 'Lê Văn Bảy')")
                    let verified = try promoted("audit", "verify", "--reports", reports)
                    #expect(verified.status == 1 && verified.errors.contains("(quota-T-2-"), "\(verified.errors)")
                    #expect(verified.errors.contains("should check: 04."), "\(verified.errors)")
                    // The report of the night is made all the same.
                    let night = try promoted("report", "nightly", "--campaign", "TEST", "--out", reports)
                    #expect(night.status == 1 && night.errors.contains("(quota-T-2-"), "\(night.errors)")
                    #expect(night.output.contains("TEST"), "\(night.output)")
                }
            }
        }
    }
}
