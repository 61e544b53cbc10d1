import Spreadsheet
import TestSupport
import Testing

/// A generator of the same numbers in each run (SplitMix64).
private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Whatever happens to a file, it is read or refused.
@Suite(.limited) struct XLSXFuzzTests {
    private static let programs = ["openpyxl", "xlsxwriter", "libreoffice"]

    private func fixture(_ program: String) throws -> [UInt8] {
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        return try contents(of: "/\(folder)/Fixtures/\(program).xlsx")
    }

    /// Reads it; an error other than the reader's own, or invalid text, fails the test.
    private func read(_ bytes: [UInt8]) throws {
        do {
            try XLSXSheet.open(byteFile(bytes), ReadingOptions()).forEachRow { row in
                #expect(String(validating: row.text, as: UTF8.self) != nil && !row.text.contains(0))
                #expect(row.ends.last == row.text.count && row.faults.allSatisfy { $0.column < row.count })
                return true
            }
        } catch let error as ReadingError {
            #expect(error.detail != "")
        }
    }

    @Test(arguments: programs)
    func `A truncated archive or one with flipped bits never breaks the reader`(program: String) throws {
        let intact = try fixture(program)
        var numbers = Seeded(state: 606)
        for round in 0..<150 {
            var bytes = intact
            if round % 3 == 0 {
                bytes.removeLast(Int.random(in: 1..<bytes.count, using: &numbers))
            } else {
                for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                    bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
                }
            }
            try read(bytes)
        }
    }

    @Test(arguments: programs)
    func `XML with flipped bits, removed and duplicated pieces never breaks the reader`(program: String) throws {
        var intact = try XLSXArchive(of: fixture(program))
        intact.isStored = true
        let targets = intact.parts.indices.filter {
            intact.parts[$0].name.contains("xl/") || intact.parts[$0].name.contains(".rels")
        }
        var numbers = Seeded(state: 607)
        for _ in 0..<150 {
            var archive = intact
            let target = try #require(targets.randomElement(using: &numbers))
            mutate(&archive.parts[target].content, &numbers)
            try read(archive.bytes())
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ numbers: inout Seeded) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &numbers))
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
        case 2:
            // Digits: row and column numbers, sizes and indexes.
            let digits = bytes.indices.filter { bytes[$0] &- UInt8(ascii: "0") <= 9 }
            if let digit = digits.randomElement(using: &numbers) { bytes[digit] = UInt8.random(in: 0x2D...0x39, using: &numbers) }
        default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
        }
    }
}
