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

/// A stage of the pipeline; `Sources/README.md` is the map.
func stage(_ name: String, knows dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// Tests of one target, in `Tests/<name>Tests`.
func tests(of name: String, with others: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "Diagnostics", "TestSupport"] + others,
    exclude: goldenFolders.contains(name) ? ["Golden"] : [], swiftSettings: settings)
}

/// What a test of an output puts together before it looks at pages.
let everyStage: [Target.Dependency] = [
  "CommonMark", "Content", "Files", "Incidents", "Learning", "Publishing", "Runbooks", "Templates",
  "Vocabulary", "YAML",
]

/// Golden files are read from the source tree, so they are no resources.
let goldenFolders: Set<String> = ["Archive", "CommonMark", "Docusaurus"]

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

    stage("Arguments", knows: ["Diagnostics"]),
    .target(
      name: "Diagnostics", exclude: ["Reporters/report.schema.json"], swiftSettings: settings),
    stage("Files", knows: ["CXXHash", "Diagnostics"]),
    stage("YAML", knows: ["CYAML", "Diagnostics"]),
    stage("Templates", knows: ["Diagnostics"]),
    stage("CommonMark", knows: ["CCmark", "Diagnostics", "YAML"]),
    stage("Vocabulary", knows: ["Diagnostics", "YAML"]),
    stage("Incidents", knows: ["CommonMark", "Diagnostics", "Vocabulary", "YAML"]),
    stage("Runbooks", knows: ["CommonMark", "Diagnostics", "Vocabulary", "YAML"]),
    stage(
      "Learning",
      knows: ["CommonMark", "Diagnostics", "Incidents", "Runbooks", "Vocabulary", "YAML"]),
    stage(
      "Checklist",
      knows: [
        "CommonMark", "Diagnostics", "Incidents", "Learning", "Runbooks", "Vocabulary", "YAML",
      ]),
    stage(
      "Content",
      knows: [
        "Checklist", "CommonMark", "Diagnostics", "Files", "Incidents", "Learning", "Runbooks",
        "Vocabulary", "YAML",
      ]),
    stage("Publishing", knows: ["Diagnostics", "Files", "Learning", "Templates"]),
    stage(
      "Docusaurus",
      knows: [
        "CommonMark", "Diagnostics", "Incidents", "Learning", "Publishing", "Runbooks",
        "Vocabulary",
      ]),
    stage(
      "Archive",
      knows: [
        "CommonMark", "Diagnostics", "Incidents", "Learning", "Publishing", "Runbooks", "Templates",
        "Vocabulary",
      ]),
    .executableTarget(
      name: "build-site",
      dependencies: [
        "Archive", "Arguments", "Checklist", "CommonMark", "Content", "Diagnostics", "Docusaurus",
        "Files", "Incidents",
        "Learning", "Publishing", "Runbooks", "Templates", "Vocabulary", "YAML",
      ], swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests(of: "Archive", with: everyStage),
    tests(of: "Arguments"),
    tests(of: "Checklist", with: ["CommonMark", "Content", "Incidents", "Learning", "Vocabulary"]),
    tests(of: "CommonMark", with: ["CCmark", "YAML"]),
    tests(of: "Content", with: ["Files", "Incidents", "Learning", "Runbooks", "Vocabulary"]),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"],
      exclude: ["Golden", "validate.py"], swiftSettings: settings),
    tests(of: "Docusaurus", with: everyStage),
    tests(of: "Files"),
    tests(of: "Incidents", with: ["CommonMark", "Vocabulary"]),
    .testTarget(name: "MapTests", path: "Tests/MapTests", swiftSettings: settings),
    tests(of: "Publishing", with: ["Files", "Learning", "Templates"]),
    tests(of: "Runbooks", with: ["CommonMark", "Vocabulary", "YAML"]),
    tests(of: "Templates"),
    tests(of: "Vocabulary"),
    tests(of: "YAML"),
    .testTarget(
      name: "EndToEndTests", dependencies: ["build-site", "TestSupport"], path: "Tests/EndToEnd",
      exclude: ["Cases"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
