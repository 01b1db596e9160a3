package import Files

/// Where a repository is published, as far as its files and its remote tell.
package struct CodeHost: Hashable, Sendable {
  package enum Kind: Sendable {
    case github
    case gitlab
  }

  package let kind: Kind?
  /// The base of edit links for the folder that was asked about; `nil` when the remote is not known.
  package let edits: String?
  /// Whether the folder is the root of its repository, where the files of CI belong.
  package let isRoot: Bool

  package init(of folder: String, in source: FileSource = .disk) throws(FileError) {
    func git(_ words: String...) -> String? {
      guard let answer = source.run(ProgramRun("git", ["-C", folder] + words)), answer.status == 0
      else { return nil }
      return String(decoding: answer.output, as: UTF8.self).split { $0.isNewline }.first
        .map(String.init)
    }
    let remote = git("remote", "get-url", "origin").flatMap { Self.page(ofRemote: $0) }
    let prefix = git("rev-parse", "--show-prefix") ?? ""
    isRoot = prefix.isEmpty
    let hasGitHub = try source.kind(joinedPath(folder, ".github")) == .folder
    let hasGitLab = try source.kind(joinedPath(folder, ".gitlab-ci.yml")) == .file
    let host = remote?.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    kind =
      hasGitLab || host.contains("gitlab")
      ? .gitlab : hasGitHub || host.contains("github") ? .github : nil
    let branch = git("symbolic-ref", "--short", "HEAD") ?? "main"
    let way = kind == .gitlab ? "/-/edit/" : "/edit/"
    edits = remote.map { page in
      let base = page + way + branch
      return prefix.isEmpty
        ? base : "\(base)/\(prefix.split(separator: "/").joined(separator: "/"))"
    }
  }

  /// The front page of a remote: of `git@host:team/name.git`, `https://host/team/name`. Without what names a user.
  static func page(ofRemote remote: String) -> String? {
    var rest = remote
    for scheme in ["https://", "http://", "ssh://", "git://"] where rest.hasPrefix(scheme) {
      rest = String(rest.dropFirst(scheme.count))
      return page(host: rest.prefix { $0 != "/" }, path: rest.drop { $0 != "/" })
    }
    guard let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") else { return nil }
    return page(host: rest[..<colon], path: rest[rest.index(after: colon)...])
  }

  private static func page(host: Substring, path: Substring) -> String? {
    let name = host.split(separator: "@").last?.prefix { $0 != ":" } ?? ""
    var path = path.split(separator: "/").joined(separator: "/")
    if path.hasSuffix(".git") { path.removeLast(4) }
    let isPlain = (name + path).utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && !"\"'<>\\".utf8.contains($0)
    }
    guard name.contains("."), path.contains("/"), isPlain else { return nil }
    return "https://\(name)/\(path)"
  }
}
