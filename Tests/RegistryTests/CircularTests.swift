import TestSupport
import Testing

/// The circular from top to bottom: a suite for each clause, a test for each of its sentences. A test's name begins with the
/// sentence; docs/develop/rules.md has the rule with that ID. Each clause has its own file: `CircularTests+1.1.swift`, and so on.
@Suite(.limited, .keepsFailedDatabases) struct CircularTests {}
