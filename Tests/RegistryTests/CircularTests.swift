import TestSupport
import Testing

/// The circular from top to bottom: a suite for each clause, a test for each of its sentences. What a test's name begins with is the
/// sentence; docs/develop/rules.md has the rule of that id. The clauses stand in files of their own: `CircularTests+1.1.swift`, and so on.
@Suite(.limited, .keepsFailedDatabases) struct CircularTests {}
