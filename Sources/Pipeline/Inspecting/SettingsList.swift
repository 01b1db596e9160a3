internal import Checklist
internal import Content
internal import Diagnostics
internal import Learning
internal import Runbooks
internal import Vocabulary

/// What a run goes by, and where each setting comes from.
package struct SettingsList: Sendable {
  private var rows: [(name: String, text: String)] = []

  /// The settings of a check that is over.
  package init(of checked: CheckedContent) {
    let (library, settings) = (checked.library, checked.settings)
    let configuration = library.configuration
    let scale = library.scale
    add("content", library.folder)
    add("settings", checked.settingsFiles)
    add("reviews in", configuration.incidentFolders.map(\.written))
    add("runbooks in", configuration.runbookFolders.map(\.written))
    add("left out", configuration.exclude + settings.exclude)
    add("policy", library.process?.path ?? "none, so nothing is judged by windows or channels")
    add("severities", "\(scale.names.joined(separator: ", ")) (\(scale.origin))")
    add("levels", configuration.levels.lines(by: scale))
    add("language", configuration.language)
    add("time zone", configuration.clock.zone.map(\.written) ?? "none, so times need one")
    let origin = settings.today == nil ? "the newest date in the content" : "as given"
    add("today", library.today.map { "\($0) (\(origin))" } ?? "unknown: no file has a date")
    add("site", settings.site)
    add("templates", settings.templates)
    add("selected", settings.selection.selected)
    add("ignored", settings.selection.ignored)
    if settings.selection.lowest > .note { add("from level", settings.selection.lowest.rawValue) }
    add("records", checked.recordsPath ?? "none")
  }

  /// One line each; a name with several values has one line for each.
  package var text: String {
    let width = (rows.map(\.name.utf8.count).max() ?? 0) + 2
    return rows.map { "\($0.name.padded(to: width))\($0.text.plainLine)\n" }.joined()
  }

  private mutating func add(_ name: String, _ text: String) { rows.append((name, text)) }

  private mutating func add(_ name: String, _ texts: [String]) {
    for text in texts { add(name, text) }
  }
}

extension SeverityScale {
  /// Who says what the severities are.
  fileprivate var origin: String {
    switch source {
    case .standard: "what is usual: neither the settings nor the policy say"
    case .settings: "from site.yml"
    case .stated(let path, let line): "from \(path), line \(line)"
    }
  }
}

extension RuleLevels {
  /// What the settings say of each rule, as in "PM033: P2 note, P3 off".
  fileprivate func lines(by scale: SeverityScale) -> [String] {
    settings.sorted { $0.key < $1.key }.map { code, setting in
      var parts = scale.names.compactMap { name in
        setting.bySeverity[name].map { "\(name) \($0.name)" }
      }
      if let standard = setting.standard { parts.append("default \(standard.name)") }
      return "\(code): \(parts.joined(separator: ", "))"
    }
  }
}

extension RuleLevels.Choice {
  fileprivate var name: String {
    switch self {
    case .off: "off"
    case .at(let level): level.rawValue
    }
  }
}
