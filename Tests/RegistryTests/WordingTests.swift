import Postgres
import Registry
import TestSupport
import Testing

/// How dates and clauses are written, and what a refusal names.
@Suite(.limited, .keepsFailedDatabases) struct WordingTests {
    @Test(arguments: [
        ("2026-04-25", "25/4/2026"), ("2026-03-05", "05/3/2026"), ("2026-01-17", "17/01/2026"), ("2026-02-05", "05/02/2026"),
        ("2026-10-09", "09/10/2026"), ("2026-12-25T08:30:00+07:00", "08:30 25/12/2026"), ("", ""),
    ])
    func `Days below 10 and months 1 and 2 have a zero, as in official documents`(iso: String, written: String) {
        #expect(ReadableTime.of(iso) == written)
    }

    @Test(arguments: [
        ("2026-12-25T00:00:00+07:00", "trước ngày 25/12/2026", "before 25/12/2026"),
        ("2026-12-25T17:00:00+07:00", "trước 17:00 ngày 25/12/2026", "before 17:00 25/12/2026"),
    ])
    func `A deadline has its time only where that is not midnight`(iso: String, vi: String, en: String) {
        #expect(ReadableTime.before(iso) == Phrase(vi, en))
    }

    @Test(arguments: [
        ("1.2.2.b", "điểm b mục 1.2.2"), ("1.1", "mục 1.1"), ("3", "mục 3"),
        ("Luật Thi đua, khen thưởng 2022", "Luật Thi đua, khen thưởng 2022"),
    ])
    func `A clause is cited as the circular numbers it`(clause: String, cited: String) {
        #expect(Clause.cited(clause) == Phrase(cited, clause))
    }

    @Test func `A step that is refused names the nomination, its state, and what comes first`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let id = try Nomination.add(.person("A1", award: "minister_certificate"), on: &connection).id
            var refused: Refusal?
            do { _ = try Endorsement.add(id, on: &connection) } catch { refused = Refusal(error) }
            #expect(
                refused?.message.vi
                    == "Đề nghị số \(id) đang ở trạng thái “Đang lập”; chỉ chuyển sang “Đã đưa vào danh sách trình” từ trạng thái “Đã nộp”."
            )
            #expect(refused?.hint?.vi.contains("thidua dossier submit") == true)
        }
    }
}
