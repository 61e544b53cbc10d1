import CExpat

/// Reads the XML of one part.
struct XMLReader {
    /// A handler, and its type. Calling it through the pointer avoids reference counting and the checks of an existential box,
    /// which together take a fifth of the time.
    fileprivate let handler: UnsafeMutableRawPointer
    fileprivate let type: any XMLHandler.Type
    fileprivate let parser: XML_Parser
    fileprivate let part: String
    fileprivate var depth = 0
    fileprivate var failure: ReadingError?
    fileprivate var isStopped = false

    /// Reads a part to its end, or until the handler stops.
    static func read<Handler: XMLHandler>(
        _ part: ZipPackage.Part, of package: ZipPackage, atMost limit: Int = 64 << 20, with handler: inout Handler
    ) throws(ReadingError) {
        let stream = try package.open(part, atMost: limit)
        let failure = withUnsafeMutablePointer(to: &handler) { handler in
            XMLMemory.withParser { parser -> ReadingError? in
                guard let parser else { return ReadingError(.bomb, detail: part.name) }
                var reader = XMLReader(handler: handler, type: Handler.self, parser: parser, part: part.name)
                do throws(ReadingError) {
                    try withUnsafeMutablePointer(to: &reader) { reader throws(ReadingError) in try run(reader, stream) }
                    return nil
                } catch {
                    return error
                }
            }
        }
        if let failure { throw failure }
    }

    private static func run(_ reader: UnsafeMutablePointer<XMLReader>, _ stream: PartStream) throws(ReadingError) {
        let parser = reader.pointee.parser
        XML_SetUserData(parser, reader)
        XML_SetElementHandler(parser, startElement, endElement)
        XML_SetCharacterDataHandler(parser, characters)
        XML_SetStartDoctypeDeclHandler(parser, startDoctype)
        while true {
            guard let buffer = XML_GetBuffer(parser, Int32(pieceSize)) else { throw reader.pointee.error(.bomb) }
            let count: Int
            do throws(ReadingError) {
                count = try stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: pieceSize))
            } catch {
                throw reader.pointee.placed(error)
            }
            reader.pointee.type.setBytesRead(stream.bytesRead, of: reader.pointee.handler)
            let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
            if let failure = reader.pointee.failure { throw reader.pointee.placed(failure) }
            if reader.pointee.isStopped { return }
            guard status == XML_STATUS_OK else {
                throw reader.pointee.error(XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY ? .bomb : .damaged)
            }
            if count == 0 { return }
            // A tag that never ends would be kept in full, and parsed again from its beginning with each piece.
            guard stream.bytesRead - Int(expat_byte_index(parser)) <= tagBytes else { throw reader.pointee.error(.bomb) }
        }
    }

    private static let pieceSize = 1 << 16
    private static let tagBytes = 1 << 20
    /// Charts and filters nest a dozen levels deep.
    fileprivate static let deepest = 64
}

extension XMLReader {
    private func error(_ code: ReadingError.Code) -> ReadingError { placed(ReadingError(code)) }

    /// Adds the location, as far as the error does not have it yet.
    private func placed(_ error: ReadingError) -> ReadingError {
        var error = error
        if error.row == nil { (error.row, error.column) = type.place(of: handler) }
        error.detail = error.detail ?? part
        return error
    }

    private mutating func stop(_ error: ReadingError? = nil) {
        failure = failure ?? error
        isStopped = true
        XML_StopParser(parser, 0)
    }

    fileprivate mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
        // Expat may report an element's end, or more text, after it was stopped.
        guard !isStopped else { return }
        depth += 1
        guard depth <= Self.deepest else { return stop(ReadingError(.bomb)) }
        do throws(ReadingError) {
            try type.start(handler, name, attributes, depth)
        } catch {
            stop(error)
        }
    }

    fileprivate mutating func end() {
        guard !isStopped else { return }
        do throws(ReadingError) {
            if try !type.end(handler, depth) { stop() }
        } catch {
            stop(error)
        }
        depth -= 1
    }

    fileprivate mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
        if !isStopped { type.text(handler, piece) }
    }

    /// No spreadsheet declares a document type: the only reason to do so is to declare entities.
    fileprivate mutating func refuseDoctype() { stop(ReadingError(.bomb)) }
}

private let startElement: XML_StartElementHandler = { context, name, attributes in
    guard let name, let attributes else { return }
    context?.assumingMemoryBound(to: XMLReader.self).pointee.start(XMLName(name), XMLAttributes(attributes))
}

private let endElement: XML_EndElementHandler = { context, _ in
    context?.assumingMemoryBound(to: XMLReader.self).pointee.end()
}

private let characters: XML_CharacterDataHandler = { context, text, count in
    guard let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        context?.assumingMemoryBound(to: XMLReader.self).pointee.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
}

private let startDoctype: XML_StartDoctypeDeclHandler = { context, _, _, _, _ in
    context?.assumingMemoryBound(to: XMLReader.self).pointee.refuseDoctype()
}
