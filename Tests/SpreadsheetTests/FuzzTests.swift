import TestSupport
import Testing

@testable import Spreadsheet

/// Corrupted files: truncated, with flipped bits, with pieces of other files in them. They are the same in each run.
@Suite(.limited) struct FuzzTests {
    @Test(arguments: Array(Seed.names.enumerated()))
    func `However a file is corrupted, there are rows or an error with a code`(index: Int, name: String) throws {
        var chance = SeededGenerator(seed: UInt64(index + 1))
        let seed = try Seed.bytes(name)
        let others = try Seed.names.map(Seed.bytes)
        for _ in 1...200 {
            let corrupted = mutate(seed, others, &chance)
            do {
                try SheetFile.of(corrupted).forEachRow { row in
                    // The text must be valid, and all of it in cells.
                    guard String(validating: row.text, as: UTF8.self) != nil, row.ends.last == row.text.count,
                        !row.text.contains(0)
                    else { throw Broken(bytes: corrupted) }
                    return true
                }
            } catch is ReadingError {
                continue
            }
        }
    }

    private struct Broken: Error { let bytes: [UInt8] }

    private func mutate(_ seed: [UInt8], _ others: [[UInt8]], _ chance: inout SeededGenerator) -> [UInt8] {
        var bytes = seed
        for _ in 0...Int.random(in: 0...3, using: &chance) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &chance)
            switch Int.random(in: 0...3, using: &chance) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &chance)
            case 2: bytes[place] = [0, 0x22, 0x0D, 0x0A, 0x2C, 0xFF, 0x80].randomElement(using: &chance) ?? 0
            default:
                let other = others.randomElement(using: &chance) ?? []
                let start = Int.random(in: 0..<other.count, using: &chance)
                bytes.insert(contentsOf: other[start...].prefix(40), at: place)
            }
        }
        return bytes
    }
}
