// swift-tools-version: 6.2
import PackageDescription

// MemberImportVisibility is left out: several C modules include the same headers of glibc, and
// which of them the members of `stat` then belong to depends on the order in which the compiler
// reads the modules. The same sources built or did not.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A search begins and ends on the main thread: starting others would take as long as the search.
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Vraagbaak",
  products: [
    .executable(name: "vraagbaak", targets: ["vraagbaak"]),
    .library(name: "PassageIndex", targets: ["PassageIndex"]),
    .library(name: "Kamervragen", targets: ["Kamervragen"]),
    .library(name: "DutchText", targets: ["DutchText"]),
    .library(name: "DutchStemmer", targets: ["DutchStemmer"]),
    // For a test, which loads it before the C library.
    .library(name: "DelayedAllocation", type: .dynamic, targets: ["DelayedAllocation"]),
  ],
  targets: [
    // The targets of this project. The arrows go one way only (see ARCHITECTURE.md).
    .target(name: "DutchStemmer", swiftSettings: strict),
    .target(name: "Composition", dependencies: ["CUTF8Proc"], swiftSettings: strict),
    .target(
      name: "DutchText", dependencies: ["DutchStemmer", "Composition", "CUTF8Proc", "CXXHash"],
      resources: [.embedInCode("Resources")], swiftSettings: strict),
    .target(
      name: "Kamervragen",
      dependencies: ["Composition", "CLibXML2", "CLibZip", "CProcess", "CXXHash"],
      swiftSettings: strict),
    .target(
      name: "CXapianBridge",
      cxxSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)],
      linkerSettings: [.linkedLibrary("xapian")]),
    .target(name: "Xapian", dependencies: ["CXapianBridge"], swiftSettings: strict),
    .target(
      name: "PassageStore",
      dependencies: [
        "Kamervragen", "DutchText", "Composition", "Xapian", "CFTS", "CLazyLibrary", "CProcess",
        "CXXHash", "CZlib",
      ],
      swiftSettings: strict),
    .target(
      name: "PassageSearch",
      dependencies: ["PassageStore", "Kamervragen", "DutchText", "Composition", "Xapian"],
      resources: [.embedInCode("Resources")], swiftSettings: strict),
    // What a program imports: the store and the search in one.
    .target(
      name: "PassageIndex", dependencies: ["PassageStore", "PassageSearch"], swiftSettings: strict),
    // Output for people and programs: Dutch sentences, and JSON.
    .target(
      name: "VraagbaakReport", dependencies: ["Harvest", "PassageIndex", "Kamervragen"],
      swiftSettings: strict),
    // Serves HTTP over libmicrohttpd; knows no questions.
    .target(
      name: "HTTPServer", dependencies: ["CMicroHTTPD", "CProcess"], swiftSettings: strict),
    // The pages, the API and the feeds: a request in, a response out.
    .target(
      name: "VraagbaakWeb",
      dependencies: ["HTTPServer", "VraagbaakReport", "PassageIndex", "Kamervragen"],
      resources: [.embedInCode("Resources")], swiftSettings: strict),
    // Mirrors what the official sources publish into a directory that the index reads.
    .target(
      name: "Harvest", dependencies: ["CCurl", "Kamervragen", "PassageStore"],
      swiftSettings: strict),
    // Saved searches, and messages about what is new for them.
    .target(
      name: "Alerts",
      dependencies: [
        "VraagbaakWeb", "VraagbaakReport", "PassageIndex", "PassageStore", "PassageSearch",
        "Kamervragen", "CProcess",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "vraagbaak",
      dependencies: [
        "Harvest", "Alerts", "VraagbaakWeb", "HTTPServer", "VraagbaakReport", "PassageIndex",
        "Kamervragen", "CCommit", "CMimalloc",
      ],
      swiftSettings: strict,
      // Replaces malloc, in which indexing spends a third of its time.
      linkerSettings: [.linkedLibrary("mimalloc")]),

    // The commit, in a target of its own: another one compiles nothing else again.
    .target(
      name: "CCommit",
      cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]
        + (Context.environment["VRAAGBAAK_COMMIT"].map { commit in
          [.define("VRAAGBAAK_COMMIT", to: "\"\(commit)\"")]
        } ?? [])),

    // C libraries of Debian, and what Swift leaves out of the C library, as modules.
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CFTS"),
    .target(
      name: "CLazyLibrary",
      cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]),
    .target(
      name: "CLibXML2", dependencies: ["CLazyLibrary"],
      cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]),
    .target(
      name: "CLibZip", dependencies: ["CLazyLibrary"],
      cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]),
    .target(
      name: "CMicroHTTPD", dependencies: ["CLazyLibrary"],
      cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]),
    .target(
      name: "CCurl", dependencies: ["CLazyLibrary"],
      cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]),
    .systemLibrary(name: "CMimalloc", providers: [.apt(["libmimalloc-dev"])]),
    .systemLibrary(name: "CProcess"),
    .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    // What several tests share.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "DutchStemmerTests", dependencies: ["DutchStemmer", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "HTTPServerTests", dependencies: ["HTTPServer", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "LayoutTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(name: "CompositionTests", dependencies: ["Composition"], swiftSettings: strict),
    .testTarget(
      name: "DutchTextTests", dependencies: ["DutchText", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "KamervragenTests", dependencies: ["Kamervragen", "TestSupport"],
      swiftSettings: strict),
    // Throws what the bridge has to contain; only the tests use it.
    .target(
      name: "CXapianFaults",
      dependencies: ["CXapianBridge"],
      path: "Tests/FaultInjection/CXapianFaults",
      cxxSettings: [
        .headerSearchPath("../../../Sources/CXapianBridge"),
        .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
      ]),
    // Reads in many threads at once, with a library that makes them meet where libxml2 has no lock.
    .executableTarget(
      name: "ConcurrentReading", dependencies: ["Kamervragen"],
      path: "Tests/FaultInjection/ConcurrentReading",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
    // Indexes without processes that read; scripts/test-sanitized runs it.
    .executableTarget(
      name: "InProcessIndexing", dependencies: ["PassageIndex"],
      path: "Tests/FaultInjection/InProcessIndexing",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
    .target(name: "DelayedAllocation", path: "Tests/FaultInjection/DelayedAllocation"),
    .testTarget(
      name: "XapianTests",
      dependencies: ["Xapian", "CXapianBridge", "CXapianFaults", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PassageIndexTests",
      dependencies: [
        "PassageStore", "PassageSearch", "Kamervragen", "DutchText", "Xapian", "CXapianFaults",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HarvestTests", dependencies: ["Harvest", "Kamervragen", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AlertsTests",
      dependencies: [
        "Alerts", "VraagbaakReport", "PassageStore", "PassageSearch", "PassageIndex", "Kamervragen",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "VraagbaakWebTests",
      dependencies: [
        "VraagbaakWeb", "HTTPServer", "VraagbaakReport", "PassageIndex", "Kamervragen",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "vraagbaakTests",
      dependencies: [
        "vraagbaak", "Harvest", "HTTPServer", "VraagbaakReport", "PassageStore", "PassageSearch",
        "PassageIndex", "Kamervragen", "Xapian", "ConcurrentReading", "TestSupport",
      ],
      exclude: ["Golden"],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)

// The fuzzers are built by scripts/fuzz only: libFuzzer brings a main function of its own.
if Context.environment["VRAAGBAAK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["Harvest", "Kamervragen", "PassageStore", "PassageSearch"],
      path: "Tests/Fuzzing",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}

// Benchmarks; scripts/benchmark-queries and scripts/benchmark-analysis have scripts/build build
// them. The one of queries uses internals of the library.
if Context.environment["VRAAGBAAK_BENCHMARK"] != nil {
  package.targets += [
    .executableTarget(
      name: "QueryBenchmark", dependencies: ["PassageIndex", "Xapian"],
      path: "Tests/Benchmarks/QueryBenchmark",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.linkedLibrary("mimalloc")]),
    .executableTarget(
      name: "AnalysisBenchmark", dependencies: ["DutchText"],
      path: "Tests/Benchmarks/AnalysisBenchmark",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.linkedLibrary("mimalloc")]),
  ]
}
