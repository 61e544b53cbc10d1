import Testing

/// `#expect(actual == expected)` for what is read through an `inout` connection, which the macro cannot take apart.
public func expect<T: Equatable>(_ actual: T, is expected: T, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(actual == expected, sourceLocation: sourceLocation)
}
