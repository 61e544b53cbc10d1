import Foundation
import Spreadsheet
import TestSupport
import Testing

/// Whatever happens to a workbook, it is read or refused, and the refusal says where: in the archive's bytes, or in the XML of its parts.
@Suite(.limited(toSeconds: Rounds.of(300, long: 900))) struct WorkbookFuzzTests {
    /// Those of the writers, and those of offices (`OfficeFileTests`).
    private static let fixtures = ["SpreadsheetTests/Fixtures", "RegistryTests/Cases"].flatMap { folder in
        let folder = URL(filePath: Repository.root + "/Tests/" + folder)
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.sorted().filter { $0.hasSuffix(".xlsx") || $0.hasSuffix(".ods") }.map { folder.appending(path: $0).path }
    }

    /// What tells nothing of a place: the whole file is meant.
    private static let ofTheWhole: Set<ReadingError.Code> = [.encrypted, .oldExcel, .noSheet, .unknownEncoding, .notASpreadsheet]

    @Test func `However a workbook is corrupted, there are rows or an error with its place`() throws {
        var chance = SeededGenerator(seed: Rounds.seed)
        #expect(Set(Self.fixtures.map { URL(filePath: $0).pathExtension }) == ["xlsx", "ods"])
        for round in 0..<Rounds.of(450, long: 10_000) {
            let path = Self.fixtures[round % Self.fixtures.count]
            var bytes = try contents(of: path)
            let how = Int.random(in: 0..<6, using: &chance)
            switch how {
            case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &chance))
            case 1: for _ in 0..<Int.random(in: 1...4, using: &chance) { flip(&bytes, &chance) }
            default:
                do { bytes = try withBrokenPart(XLSXArchive(of: bytes), &chance) } catch is ArchiveError { flip(&bytes, &chance) }
            }
            let what: Comment = "round \(round) of seed \(Rounds.seed): \(path), \(how)"
            do {
                try SheetFile.open(byteFile(bytes)).forEachRow { row in
                    #expect(String(validating: row.text, as: UTF8.self) != nil && !row.text.contains(0), what)
                    #expect(row.ends.last == row.text.count && row.faults.allSatisfy { $0.column < row.count }, what)
                    return true
                }
            } catch let error as ReadingError {
                #expect(error.row != nil || error.detail ?? "" != "" || Self.ofTheWhole.contains(error.code), "\(what): \(error)")
            }
        }
    }

    private func withBrokenPart(_ archive: XLSXArchive, _ chance: inout SeededGenerator) throws -> [UInt8] {
        var archive = archive
        archive.isStored = true
        let read = archive.parts.indices.filter {
            let name = archive.parts[$0].name
            return !archive.parts[$0].content.isEmpty
                && ["xl/", ".rels", "content.xml", "manifest"].contains { name.contains($0) }
        }
        let part = try #require(read.randomElement(using: &chance))
        mutate(&archive.parts[part].content, &chance)
        return try archive.bytes()
    }

    private func mutate(_ bytes: inout [UInt8], _ chance: inout SeededGenerator) {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &chance))
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &chance))
        case 2:
            // Digits: row and column numbers, sizes and indexes.
            let digits = bytes.indices.filter { bytes[$0] &- UInt8(ascii: "0") <= 9 }
            if let digit = digits.randomElement(using: &chance) { bytes[digit] = UInt8.random(in: 0x2D...0x39, using: &chance) }
        default: flip(&bytes, &chance)
        }
    }

    private func flip(_ bytes: inout [UInt8], _ chance: inout SeededGenerator) {
        bytes[Int.random(in: 0..<bytes.count, using: &chance)] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
    }
}
