package import Checklist
package import Diagnostics
package import Files
package import Learning
internal import Screening

/// Everything that was read of a folder, before it is judged.
package struct Content: Sendable {
  package let library: Library
  /// What was found while the files were listed and read, in no order. The rules that look at one incident
  /// have run: its documents are at hand only while it is read.
  package let findings: [Diagnostic]
  /// What the authors allow.
  package let suppressions: SuppressionReading
  /// The bytes of each document as they were read.
  package let hashes: [String: ContentHash]
  /// Whether all of the project's documents were read, so that what was not found is not there.
  package let isComplete: Bool
  /// The settings files among what was read.
  package let settings: [String]
  /// The hash of what those files say, without the redirects.
  package let settingsHash: ContentHash
  /// The Markdown files that are no pages.
  package let leftOut: [LeftOutFile]
  /// The programs that were run because somebody asked for it, as a phrase each.
  package let runs: [String]
  let source: FileSource
  /// What takes the secrets of a file out of messages, by its path.
  let masks: [String: SecretMask]
  /// The text of lines on which something may be found that is not about their file alone.
  let quotes: [LineQuote]
}

extension Content {
  /// Findings between pages come without the text of their lines: few files are read again for them. An
  /// empty range stands for its whole line.
  package func quoted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var bare = diagnostics.indices.filter {
      diagnostics[$0].range != nil && diagnostics[$0].excerpt == nil
    }
    guard !bare.isEmpty else { return diagnostics }
    var quoted = diagnostics
    let known = LineQuotes(quotes)
    bare.removeAll { index in
      guard let finding = known.quoted(diagnostics[index]) else { return false }
      quoted[index] = finding
      return true
    }
    // In the order of the files, so that each is read once and none is kept.
    var file: SourceFile?
    for index in bare.sorted(by: { diagnostics[$0].path < diagnostics[$1].path }) {
      let finding = diagnostics[index]
      if file?.path != finding.path {
        file = (try? source.read(finding.path)).map { SourceFile(path: finding.path, bytes: $0) }
        if masks[finding.path] != nil { file = file.map { ScreenedFile($0).file } }
      }
      if let file { quoted[index] = finding.onWholeLine(of: file).quoting(file) }
    }
    return quoted
  }
}

extension Content {
  /// The findings without the secrets of their files, which their messages may quote.
  package func masked(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard !masks.isEmpty else { return findings }
    return findings.map { finding in
      // Findings about secrets show no more than they may.
      guard let mask = masks[finding.path], !SecretCode.all.contains(finding.code) else {
        return finding
      }
      var masked = finding
      masked.message = mask.masked(finding.message)
      masked.help = finding.help.map(mask.masked)
      return masked
    }
  }
}

extension Diagnostic {
  fileprivate func onWholeLine(of file: SourceFile) -> Diagnostic {
    guard let range, range.isEmpty, (1...file.lineCount).contains(range.lowerBound.line) else {
      return self
    }
    var copy = self
    copy.range = file.range(ofLine: range.lowerBound.line)
    return copy
  }
}
