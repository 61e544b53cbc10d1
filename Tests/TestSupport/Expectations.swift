import Testing

/// `#expect(actual == expected)` for values read through an `inout` connection: the macro cannot expand such expressions.
public func expect<T: Equatable>(_ actual: T, is expected: T, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(actual == expected, sourceLocation: sourceLocation)
}
