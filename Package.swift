// swift-tools-version: 6.1
// Plumbline carries a construction budget into QuickBooks as the job's estimate, exactly once.
// The layers and their one-way imports are explained in ARCHITECTURE.md and held by TidyTests.

import PackageDescription

let strictness: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strictness)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strictness)
}

/// What several test targets share.
func testSupport(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strictness)
}

let package = Package(
    name: "plumbline",
    products: [
        .executable(name: "plumbline", targets: ["plumbline"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        // What browsers are sent, put into the program by its C compiler.
        .target(name: "CWebAssets", exclude: ["styles", "vendor"]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

        library("BudgetDomain"),
        library("MarkupBytes", ["CLibXML2"]),
        library(
            "SQLDatabase",
            [
                "CLibPQ",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),

        library("QBXML", ["MarkupBytes"]),
        library(
            "BudgetOperations",
            [
                "BudgetDomain", "SQLDatabase",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ]),

        library(
            "QuickBooksEmulators",
            [
                "QBXML", "MarkupBytes",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        library("QuickBooksDesktop", ["BudgetDomain", "BudgetOperations", "QBXML", "MarkupBytes"]),
        library(
            "Simulation",
            [
                "BudgetDomain", "BudgetOperations", "SQLDatabase", "QuickBooksDesktop", "QuickBooksEmulators",
                .product(name: "Logging", package: "swift-log"),
            ]),

        library(
            "BudgetWeb",
            [
                "BudgetDomain", "BudgetOperations", "QuickBooksDesktop", "MarkupBytes", "CWebAssets", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),

        .executableTarget(
            name: "plumbline",
            dependencies: [
                "BudgetDomain", "BudgetOperations", "SQLDatabase", "QBXML", "QuickBooksDesktop", "QuickBooksEmulators",
                "BudgetWeb", "CMalloc", "Simulation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strictness),

        testSupport("TestPostgreSQL", []),
        testSupport("TestRefusals", ["BudgetDomain"]),
        testSupport("TestStorage", ["SQLDatabase", "TestPostgreSQL"]),
        tests("BudgetDomainTests", ["BudgetDomain", "TestRefusals"]),
        tests("MarkupBytesTests", ["MarkupBytes"]),
        tests("SQLDatabaseTests", ["SQLDatabase", "TestPostgreSQL", "TestStorage"]),
        tests("QBXMLTests", ["QBXML", "MarkupBytes"]),
        tests(
            "BudgetOperationsTests",
            [
                "BudgetDomain", "BudgetOperations", "SQLDatabase", "TestStorage",
                .product(name: "Logging", package: "swift-log"),
            ]),
        tests("QuickBooksEmulatorsTests", ["QuickBooksEmulators", "QBXML", "MarkupBytes"]),
        tests(
            "QuickBooksDesktopTests",
            [
                "QuickBooksDesktop", "BudgetDomain", "BudgetOperations", "SQLDatabase", "QBXML", "MarkupBytes",
                .product(name: "Logging", package: "swift-log"),
            ]),
        tests(
            "SimulationTests",
            ["Simulation", "BudgetDomain", "BudgetOperations", "SQLDatabase", "QuickBooksEmulators"]),
        tests(
            "BudgetWebTests",
            [
                "BudgetWeb", "BudgetDomain", "BudgetOperations", "SQLDatabase", "MarkupBytes", "CZlib",
                "QuickBooksDesktop", "QuickBooksEmulators", "TestRefusals", "TestStorage",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        tests(
            "plumblineTests",
            [
                "plumbline", "BudgetDomain", "BudgetOperations", "SQLDatabase", "QuickBooksEmulators", "TestStorage",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        tests(
            "JourneyTests",
            [
                "plumbline", "BudgetDomain", "BudgetOperations", "SQLDatabase", "QuickBooksDesktop",
                "QuickBooksEmulators", "BudgetWeb", "TestStorage",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        // Python plays the browser; Swift starts it and counts it among the tests.
        tests("BrowserTests", ["plumbline"], exclude: ["scenes"]),
        tests("TidyTests", []),
    ]
)
