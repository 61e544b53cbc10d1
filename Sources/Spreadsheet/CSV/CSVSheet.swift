/// A text file of rows.
struct CSVSheet: Sendable {
    let separator: UInt8
    private(set) var text: TextSource

    /// Bytes of text by which the separator is detected.
    private static let sampleSize = 1 << 18

    /// Looks at all of the text's bytes, and detects the encoding and the separator.
    ///
    /// - Throws: ``ReadingError``, with the location where the bytes are not valid in the encoding.
    init(_ file: ByteFile, _ options: ReadingOptions) throws(ReadingError) {
        let (text, isKnown) = try EncodingSearch.text(of: file, as: options.encoding)
        try self.init(text)
        let fault = try firstFault()
        guard isKnown else { throw ReadingError(.unknownEncoding, row: fault?.row, column: fault?.column) }
        if let fault { throw fault }
    }

    /// A text whose encoding is known.
    init(_ text: TextSource) throws(ReadingError) {
        let (sample, isWhole) = try Self.sample(of: text)
        self.text = text
        if let declared = Separator.declared(in: sample) {
            separator = declared.separator
            self.text.start += declared.length * text.encoding.unitSize
        } else {
            separator = Separator.find(in: sample, isWhole: isWhole)
        }
    }

    /// Reads the rows, until `body` returns false. A line `sep=;` is not a row: a spreadsheet does not show it either, and
    /// numbers the line after it 1.
    ///
    /// - Throws: ``ReadingError``, or what `body` throws.
    func forEachRow(_ body: (SheetRow) throws -> Bool) throws {
        var parser = CSVParser(separator: separator, offset: text.start)
        var goesOn = true
        let fault = try text.forEachPiece { piece, place in
            goesOn = try parser.read(piece, at: place, body)
            return goesOn
        }
        if let fault, goesOn { throw refusal(of: fault, parser.number, parser.buffer.columns) }
        if goesOn { try parser.finish(body) }
    }

    private func refusal(of fault: DecodingFault, _ row: Int, _ column: Int) -> ReadingError {
        let code: ReadingError.Code =
            switch fault {
            case .invalid: .wrongEncoding
            case .cutOff: .damaged
            }
        return ReadingError(code, row: row, column: column, detail: text.encoding.rawValue)
    }

    /// Where the bytes are not valid in the encoding; nil if they all are.
    private func firstFault() throws(ReadingError) -> ReadingError? {
        do {
            let isWhole = try text.encoding == .utf8 ? text.fault == nil : text.forEachPiece { _, _ in true } == nil
            guard !isWhole else { return nil }
            try forEachRow { _ in true }
            return nil
        } catch let error as ReadingError {
            return error
        } catch {
            // Nothing else is thrown: the bodies throw nothing.
            return nil
        }
    }

    private static func sample(of text: TextSource) throws(ReadingError) -> (bytes: [UInt8], isWhole: Bool) {
        var bytes: [UInt8] = []
        do {
            _ = try text.forEachPiece { piece, _ in
                bytes += piece.prefix(sampleSize - bytes.count)
                return bytes.count < sampleSize
            }
        } catch let error as ReadingError {
            throw error
        } catch {}
        return (bytes, bytes.count < sampleSize)
    }
}
