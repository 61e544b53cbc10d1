import TestSupport
import Testing

/// The circular from top to bottom: a suite for each clause, a test for each of its sentences. A test's name begins with the
/// clause, then says what it requires, with the id of the rule in docs/develop/rules.md. Each clause has its own file: `CircularTests+1.1.swift`, and so on.
@Suite(.limited, .keepsFailedDatabases) struct CircularTests {}
