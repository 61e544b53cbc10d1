// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "thidua",
    products: [
        .executable(name: "thidua", targets: ["thidua"]),
        // For Benchmarks/xlsx-reading.
        .library(name: "Spreadsheet", targets: ["Spreadsheet"]),
    ],
    dependencies: [
        // Commands, options, help, completions.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // The report's page: text separate from templates, everything escaped.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // Files and programs of the operating system.
        .target(name: "Platform", swiftSettings: strict),
        // The system's libpq.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        // libpq in Swift: connections, transactions, rows, COPY. Knows nothing about awards.
        .target(name: "Postgres", dependencies: ["CLibPQ"], swiftSettings: strict),
        // A private server on a Unix socket, for the demo and the tests.
        .target(name: "LocalPostgres", dependencies: ["Postgres", "Platform"], swiftSettings: strict),
        // XLSX is XML in an archive: both libraries stream, and withstand hostile files.
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        // Prompts for a password.
        .systemLibrary(name: "CBSD", pkgConfig: "libbsd", providers: [.apt(["libbsd-dev"])]),
        // Writes XLSX row by row, in the form that Excel prefers. Linked by name: Debian 13's xlsxwriter.pc requires a package
        // (minizip) on which the library's package does not depend.
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // SHA-256 in pieces; libpq depends on it anyway.
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // CSV and XLSX in and out. Knows nothing about awards.
        .target(
            name: "Spreadsheet", dependencies: ["Platform", "CLibZip", "CExpat", "CXLSXWriter", "CCrypto"], swiftSettings: strict,
            linkerSettings: [.linkedLibrary("xlsxwriter")]),
        // sql/, embedded into the binary.
        .target(name: "CRegistrySQL"),
        .target(
            name: "RegistrySQL", dependencies: ["CRegistrySQL"], path: "sql",
            exclude: ["schema.sql", "drop_objects.sql", "migrations", "objects", "verify", "campaigns"],
            sources: ["RegistrySQL.swift"], swiftSettings: strict),
        // The nouns: units, staffing, campaigns, quotas, nominations, dossiers, decisions; refusals; migrations.
        .target(name: "Registry", dependencies: ["Postgres", "RegistrySQL", "Spreadsheet", "Platform"], swiftSettings: strict),
        // The nightly report: query, value, renderers; files, letters.
        .target(
            name: "Report",
            dependencies: [
                "Registry", "Postgres", "Spreadsheet", "Platform", .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("PageTemplates"), .embedInCode("Schema")], swiftSettings: strict),
        // The command-line tool: parse, wire, call.
        .executableTarget(
            name: "thidua",
            dependencies: [
                "Registry", "Report", "LocalPostgres", "Postgres", "Spreadsheet", "Platform", "CBSD",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // A server for the run, a database for each test.
        .target(
            name: "TestSupport",
            dependencies: ["Platform", "LocalPostgres", "Postgres", "Registry", "RegistrySQL", "Spreadsheet", "CLibZip"],
            path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "LocalPostgresTests", dependencies: ["LocalPostgres", "Postgres", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "SpreadsheetTests", dependencies: ["Spreadsheet", "Platform", "CLibZip", "TestSupport"],
            exclude: ["Fixtures", "Seeds"],
            swiftSettings: strict),
        .testTarget(
            name: "RegistryTests",
            dependencies: ["Registry", "RegistrySQL", "LocalPostgres", "Postgres", "CLibPQ", "Spreadsheet", "TestSupport"],
            exclude: ["Cases", "Protocol"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportTests",
            dependencies: ["Report", "Registry", "Postgres", "Spreadsheet", "TestSupport"],
            exclude: ["Browser", "Fixtures", "Mail"],
            swiftSettings: strict),
        .testTarget(
            name: "thiduaTests",
            dependencies: ["thidua", "TestSupport", "Report", "Registry", "Postgres", "LocalPostgres", "Spreadsheet"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
