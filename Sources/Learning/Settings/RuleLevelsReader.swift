internal import Diagnostics
internal import Incidents
internal import Vocabulary
internal import YAML

/// Reads `checklist: {PM031: {P3: off, default: warning}, PM072: note}`.
struct RuleLevelsReader {
  private(set) var levels = RuleLevels()
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private let codes: [String]

  /// `codes` are the rules whose level may be chosen.
  init(_ node: YAMLNode, file: SourceFile, codes: [String]) {
    self.file = file
    self.codes = codes
    guard let pairs = node.pairs else {
      report(
        "BS017", .error, at: node.range, "'checklist' is not a list of rules",
        "write one rule per line, as in 'PM031: note'")
      return
    }
    for pair in pairs {
      guard let code = pair.key.text else { continue }
      guard codes.contains(code) else {
        let near = nearestName(to: code, among: codes)
        report(
          "BS016", .warning, at: pair.key.range,
          "'\(code)' is not a rule whose level can be changed",
          near.map(didYouMean) ?? "use a code that 'build-site explain' lists")
        continue
      }
      levels.settings[code] = setting(pair.value)
    }
  }

  private mutating func setting(_ node: YAMLNode) -> RuleLevels.Setting {
    var setting = RuleLevels.Setting()
    guard let pairs = node.pairs else {
      setting.standard = choice(node)
      return setting
    }
    for pair in pairs {
      let key = pair.key.text ?? ""
      if key == "default" {
        setting.standard = choice(pair.value)
      } else {
        setting.keys.append(Field(written: key, range: pair.key.range, value: key))
        setting.bySeverity[key] = choice(pair.value)
      }
    }
    return setting
  }

  private mutating func choice(_ node: YAMLNode) -> RuleLevels.Choice? {
    if let choice = node.text.flatMap(RuleLevels.Choice.init) { return choice }
    let names = RuleLevels.Choice.names
    let near = node.text.flatMap { nearestName(to: $0, among: names) }
    report(
      "BS017", .error, at: node.range, "'\(node.text ?? "this")' is not a level",
      near.map(didYouMean) ?? "write one of \(names.joined(separator: ", "))")
    return nil
  }

  private mutating func report(
    _ code: String, _ level: Level, at range: SourceRange, _ message: String, _ help: String
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, level: level, path: file.path, range: range, message: message, help: help))
  }
}
