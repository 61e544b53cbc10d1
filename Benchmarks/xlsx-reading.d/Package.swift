// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "xlsx-reading",
    dependencies: [.package(name: "thidua", path: "../..")],
    targets: [
        .executableTarget(name: "xlsx-reading", dependencies: [.product(name: "Spreadsheet", package: "thidua")])
    ],
    swiftLanguageModes: [.v6]
)
