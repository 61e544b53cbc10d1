import TestSupport
import Testing

/// Arguments that cannot be parsed.
@Suite(.limited) struct UsageTests {
    @Test(arguments: [
        (["nomination", "add"], "Thiếu tham số '--unit <unit>'", "thidua nomination add"),
        (
            ["nomination", "list", "--campain", "T"], "Không có tùy chọn '--campain'. Có phải là '--campaign'?",
            "thidua nomination list"
        ),
        (["nomination", "list", "--unit"], "Thiếu giá trị của '--unit <unit>'", "thidua nomination list"),
        (["nomination", "show", "1", "The value ", "x"], "2 tham số thừa: 'The value ', 'x'", "thidua nomination show"),
        (["nomination", "show", "x"], "Giá trị 'x' không hợp lệ đối với '<id>'", "thidua nomination show"),
        (["doctor", "-o", "x"], "Chọn một trong các giá trị: 'table', 'json', 'csv' hoặc 'xlsx'", "thidua doctor"),
        (["nothing"], "Thừa tham số 'nothing'", "thidua"),
    ])
    func `What is wrong with the arguments is said in Vietnamese, with the command to ask`(
        arguments: [String], message: String, command: String
    ) throws {
        let outcome = try Tool(environment: ["THIDUA_LANG": "vi"]).run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.errors.contains("Xem cách dùng: \(command) --help\n"), "\(outcome.errors)")
    }
}
