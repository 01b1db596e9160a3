package import Diagnostics

/// One alert of a Prometheus rule file.
package struct Alert: Hashable, Sendable {
  /// The annotation that names the runbook.
  package struct RunbookLink: Hashable, Sendable {
    /// As written, without quotes.
    package var written: String
    package var range: SourceRange
    /// With what Helm and the alert's name stand for; `nil` when parts of it are only known in the cluster.
    package var address: String?
    /// The expression for the alert's name that Prometheus does not know, such as `{{ $labels.alertname }}`.
    package var unknownName: String?
  }

  package var name: String
  /// The rule file, as the user sees it.
  package var path: String
  /// The place of the name.
  package var range: SourceRange
  package var runbook: RunbookLink?
  package var severity: String?
}

/// The alerts of the rule files.
package struct AlertRules: Hashable, Sendable {
  /// In the order of the files, then of their lines.
  package var alerts: [Alert] = []
  /// Whether every alert has a name that is known without Helm.
  package var isWhole = true

  package init() {}

  package var isEmpty: Bool { alerts.isEmpty }
}

extension Alert.RunbookLink {
  init(written: String, range: SourceRange, alert name: String, isResolved: Bool = true) {
    self.written = written
    self.range = range
    let filling = NameFilling(of: written, name: name)
    address = isResolved ? filling.address : nil
    unknownName = filling.unknownName
  }
}

/// An address in which the alert's name is filled in.
///
/// Prometheus gives annotations the labels of the series, without `alertname`, so `{{ $labels.alertname }}` is empty
/// there (prometheus/prometheus issue 2818), and it has no variable `$alert`.
private struct NameFilling {
  private(set) var address: String?
  private(set) var unknownName: String?

  init(of text: String, name: String) {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
      let words = rest[open.upperBound..<close.lowerBound].split {
        $0 == " " || $0 == "|" || $0 == "-"
      }
      filled += rest[..<open.lowerBound]
      guard let word = words.first, Self.names.contains(String(word)), words.count <= 2,
        words.count == 1 || ["toLower", "lower"].contains(words[1])
      else { return }
      unknownName = unknownName ?? String(rest[open.lowerBound..<close.upperBound])
      filled += words.count == 2 ? name.lowercased() : name
      rest = rest[close.upperBound...]
    }
    address = filled + rest
  }

  private static let names: Set<String> = [
    "$labels.alertname", "$alert", "$alertname", ".Labels.alertname", "$labels.alert",
  ]
}
