// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled the same way: Swift 6 mode, warnings are errors, memory safety is spelled out.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// `MapTests` compares what is declared here with the imports and with the map, `Sources/README.md`. It
// reads this file as text, so each target is one call with plain names.

/// A stage of the pipeline.
func stage(
  _ name: String, knows dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// Tests of one target, in `Tests/<name>Tests`; `others` are the targets that they import besides it.
func tests(
  of name: String, with others: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + others, exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "build-site",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "build-site", targets: ["build-site"])],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"]), .yum(["cmark-devel"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"]), .yum(["libyaml-devel"])]),
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"]), .yum(["xxhash-devel"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd",
      providers: [
        .apt(["libmicrohttpd-dev"]), .brew(["libmicrohttpd"]), .yum(["libmicrohttpd-devel"]),
      ]),
    .systemLibrary(name: "CVersion"),

    // The files of templates/ and site/, which the C compiler puts into the program (`#embed`).
    .target(name: "CSupplies"),
    stage("Supplies", knows: ["CSupplies"]),
    stage("Bytes"),
    stage("Diagnostics", knows: ["Bytes"], exclude: ["Reporters/report.schema.json"]),
    stage("Arguments", knows: ["Diagnostics"]),
    stage("Files", knows: ["Bytes", "CXXHash", "Diagnostics"]),
    stage("Screening", knows: ["Bytes", "Diagnostics"]),
    stage("YAML", knows: ["Bytes", "CYAML", "Diagnostics"]),
    stage("Templates", knows: ["Bytes", "Diagnostics"]),
    stage("CommonMark", knows: ["Bytes", "CCmark", "Diagnostics", "Screening", "YAML"]),
    stage("Vocabulary", knows: ["Bytes", "Diagnostics", "YAML"]),
    stage("Incidents", knows: ["Bytes", "CommonMark", "Diagnostics", "Vocabulary", "YAML"]),
    stage("Runbooks", knows: ["Bytes", "CommonMark", "Diagnostics", "Vocabulary", "YAML"]),
    stage("Operations", knows: ["Bytes", "Diagnostics", "Files", "YAML"]),
    stage(
      "Learning",
      knows: [
        "Bytes", "CommonMark", "Diagnostics", "Incidents", "Operations", "Runbooks", "Vocabulary",
        "YAML",
      ]),
    stage(
      "Checklist",
      knows: [
        "Bytes", "CommonMark", "Diagnostics", "Incidents", "Learning", "Operations", "Runbooks",
        "Screening", "Vocabulary", "YAML",
      ]),
    stage(
      "Content",
      knows: [
        "Bytes", "Checklist", "CommonMark", "Diagnostics", "Files", "Incidents", "Learning",
        "Operations", "Runbooks", "Screening", "Vocabulary", "YAML",
      ]),
    stage(
      "Publishing",
      knows: [
        "Bytes", "CommonMark", "Diagnostics", "Files", "Incidents", "Learning", "Runbooks",
        "Screening", "Templates",
      ]),
    stage(
      "Docusaurus",
      knows: [
        "Bytes", "CommonMark", "Diagnostics", "Incidents", "Learning", "Operations", "Publishing",
        "Runbooks", "Vocabulary", "YAML",
      ]),
    stage(
      "Archive",
      knows: [
        "Bytes", "CommonMark", "Diagnostics", "Files", "Incidents", "Learning", "Operations",
        "Publishing", "Runbooks", "Templates", "Vocabulary",
      ]),
    stage(
      "Pipeline",
      knows: [
        "Archive", "Bytes", "Checklist", "CommonMark", "Content", "Diagnostics", "Docusaurus",
        "Files", "Incidents", "Learning", "Publishing", "Runbooks", "Screening", "Supplies",
        "Vocabulary",
      ]),
    stage(
      "Starting",
      knows: [
        "CommonMark", "Content", "Diagnostics", "Files", "Incidents", "Learning", "Pipeline",
        "Runbooks", "Supplies", "Templates", "Vocabulary",
      ]),
    stage(
      "Serving",
      knows: ["Bytes", "CMicroHTTPD", "Diagnostics", "Files", "Publishing", "Templates"]),
    .executableTarget(
      name: "build-site",
      dependencies: [
        "Arguments", "Bytes", "CMalloc", "CVersion", "Checklist", "CommonMark", "Content",
        "Diagnostics", "Files", "Learning", "Pipeline", "Publishing", "Runbooks", "Screening",
        "Serving", "Starting", "Vocabulary",
      ], swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests(
      of: "Archive",
      with: [
        "CommonMark", "Content", "Diagnostics", "Files", "Incidents", "Learning", "Publishing",
        "TestSupport",
        "Vocabulary",
      ], exclude: ["Golden"]),
    tests(of: "Arguments", with: ["Diagnostics"]),
    tests(of: "Bytes"),
    tests(
      of: "Checklist",
      with: [
        "CommonMark", "Content", "Diagnostics", "Files", "Incidents", "Learning", "Pipeline",
        "Runbooks", "TestSupport", "Vocabulary",
      ]),
    tests(of: "CommonMark", with: ["Diagnostics", "TestSupport", "YAML"], exclude: ["Golden"]),
    tests(
      of: "Content",
      with: [
        "Bytes", "Checklist", "CommonMark", "Diagnostics", "Files", "Incidents", "Learning",
        "Pipeline", "Runbooks", "TestSupport", "Vocabulary",
      ]),
    tests(of: "Diagnostics", with: ["Bytes", "TestSupport"], exclude: ["Golden", "validate.py"]),
    tests(
      of: "Docusaurus",
      with: [
        "Bytes", "CommonMark", "Content", "Diagnostics", "Files", "Learning", "Publishing",
        "Runbooks", "TestSupport", "YAML",
      ], exclude: ["Golden"]),
    tests(of: "Files"),
    tests(of: "Incidents", with: ["CommonMark", "Diagnostics", "TestSupport", "Vocabulary"]),
    tests(
      of: "Learning", with: ["Bytes", "CommonMark", "Diagnostics", "Incidents", "TestSupport"]),
    tests(of: "Operations", with: ["Diagnostics"]),
    tests(
      of: "Pipeline",
      with: [
        "Checklist", "Diagnostics", "Files", "Incidents", "Learning", "Publishing", "Runbooks",
        "TestSupport", "Vocabulary",
      ]),
    tests(of: "Publishing", with: ["Diagnostics", "Files", "Templates"]),
    tests(
      of: "Runbooks", with: ["CommonMark", "Diagnostics", "TestSupport", "Vocabulary", "YAML"]),
    tests(of: "Screening", with: ["Diagnostics", "TestSupport"]),
    tests(of: "Serving", with: ["Diagnostics", "Files", "TestSupport"]),
    tests(of: "Starting", with: ["Files"]),
    tests(of: "Supplies", with: ["TestSupport"]),
    tests(of: "Templates", with: ["Diagnostics", "TestSupport"]),
    tests(of: "Vocabulary"),
    tests(of: "YAML", with: ["Diagnostics"]),
    .testTarget(name: "MapTests", swiftSettings: settings),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["Checklist", "Diagnostics", "Files", "Pipeline", "Publishing", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["build-site", "TestSupport"], path: "Tests/EndToEnd",
      exclude: ["Cases"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
