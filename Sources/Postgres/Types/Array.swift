/// A Swift type whose arrays can be read and bound: `String` and `Int` as PostgreSQL's arrays, `UInt8` as `bytea`.
public protocol PostgresArrayElement: Sendable {
    static var arrayType: TypeOID { get }
    static func decodeArray(_ field: Field) throws(DecodingFailure) -> [Self]
    static func encodeArray(_ array: [Self]) -> Parameter
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    public static func decode(_ field: Field) throws(DecodingFailure) -> [Element] {
        try Element.decodeArray(field)
    }
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
    public static var parameterType: TypeOID { Element.arrayType }

    public var parameter: Parameter { Element.encodeArray(self) }
}

extension UInt8: PostgresArrayElement {
    public static var arrayType: TypeOID { .bytea }

    public static func decodeArray(_ field: Field) throws(DecodingFailure) -> [UInt8] {
        guard field.type == .bytea else { throw .type }
        return Array(try field.value())
    }

    public static func encodeArray(_ array: [UInt8]) -> Parameter {
        .binary(array, as: .bytea)
    }
}

extension String: PostgresArrayElement {
    public static var arrayType: TypeOID { .textArray }

    public static func decodeArray(_ field: Field) throws(DecodingFailure) -> [String] {
        try field.elements(as: String.self)
    }

    public static func encodeArray(_ array: [String]) -> Parameter {
        .array(array.map { Array($0.utf8) }, of: .text, as: .textArray)
    }
}

extension Int: PostgresArrayElement {
    public static var arrayType: TypeOID { .int8Array }

    public static func decodeArray(_ field: Field) throws(DecodingFailure) -> [Int] {
        try field.elements(as: Int.self)
    }

    public static func encodeArray(_ array: [Int]) -> Parameter {
        .array(array.map(\.bigEndianBytes), of: .int8, as: .int8Array)
    }
}

extension Field {
    /// The types of arrays that can be read, of text and of integers. The value itself states the element type.
    private static let arrayTypes: Set<UInt32> = [1003, 1005, 1007, 1009, 1015, 1016]

    /// On the wire: the number of dimensions, whether there are NULLs, the elements' type; for each dimension its
    /// length and lower bound; then each element after its length, -1 for NULL.
    fileprivate func elements<T: PostgresDecodable>(as _: T.Type) throws(DecodingFailure) -> [T] {
        guard Self.arrayTypes.contains(type.rawValue) else { throw .type }
        var reader = ByteReader(try value())
        let dimensions = try reader.next(Int32.self)
        _ = try reader.next(Int32.self)
        let elementType = TypeOID(rawValue: try reader.next(UInt32.self))
        guard dimensions <= 1 else { throw .unexpected("an array of \(dimensions) dimensions") }
        guard dimensions == 1 else { return [] }

        let count = try reader.next(Int32.self)
        _ = try reader.next(Int32.self)
        var elements: [T] = []
        for _ in 0..<max(count, 0) {
            let length = try reader.next(Int32.self)
            guard length >= 0 else { throw .unexpected("NULL within the array") }
            elements.append(try T.decode(Field(type: elementType, bytes: try reader.next(byteCount: Int(length)))))
        }
        return elements
    }
}

extension Parameter {
    fileprivate static func array(_ elements: [[UInt8]], of type: TypeOID, as arrayType: TypeOID) -> Parameter {
        let hasElements: Int32 = elements.isEmpty ? 0 : 1
        var bytes = hasElements.bigEndianBytes + Int32(0).bigEndianBytes + type.rawValue.bigEndianBytes
        if !elements.isEmpty { bytes += Int32(clamping: elements.count).bigEndianBytes + Int32(1).bigEndianBytes }
        for element in elements {
            bytes += Int32(clamping: element.count).bigEndianBytes
            bytes += element
        }
        return .binary(bytes, as: arrayType)
    }
}
