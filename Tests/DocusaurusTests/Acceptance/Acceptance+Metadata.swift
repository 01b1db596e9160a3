import Bytes
import CommonMark
import Diagnostics
import YAML

@testable import Docusaurus

extension Acceptance {
  /// Rows 1, 2, 3 and 7: the pin, the fence, quoted texts, a title and a description.
  static func metadata(of page: AcceptancePage) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let format = page.frontMatter?["mdx"]
    if format?["format"]?.text != (page.isMDX ? "mdx" : "md") || format?.pairs?.count != 1 {
      found.append(page.finding(1, "the format is not pinned to that of the file's extension"))
    }
    if !page.file.bytes.starts(with: "---\n".utf8) {
      found.append(page.finding(2, "the first line is not '---'"))
    }
    for pair in page.frontMatter?.pairs ?? [] where !isTyped(pair.value) {
      found.append(
        page.finding(3, "'\(pair.key.text ?? "")' is not the same value to every YAML loader"))
    }
    // Docusaurus cuts the text of a file, in which the front matter is quoted.
    let head = Array(page.file.bytes[..<page.text.body.lowerBound])
    if head.indices.contains(where: { TruncateMarker.end(at: $0, in: head) != nil }) {
      found.append(page.finding(7, "the front matter has a truncate marker"))
    }
    for key in ["title", "description"] {
      let text = page.frontMatter?[key]?.text ?? ""
      // Docusaurus writes both into a script of structured data, which only these two can end or prolong: "<!--"
      // matters to a script before "<script" alone (HTML standard, "script data double escaped state").
      let lowercased = text.lowercased()
      let isBroken =
        text.isEmpty || text.utf8.contains(where: \.isLineEnding)
        || lowercased.contains("</script") || lowercased.contains("<script")
      if isBroken { found.append(page.finding(7, "'\(key)' is missing or not one plain line")) }
    }
    return found
  }

  /// Texts in quotes; without them only flags, whole numbers, nulls and dates.
  private static func isTyped(_ value: YAMLNode) -> Bool {
    switch value.content {
    case .sequence(let items): return items.allSatisfy(isTyped)
    case .mapping(let pairs): return pairs.allSatisfy { isTyped($0.key) && isTyped($0.value) }
    case .scalar(_, isQuoted: true): return true
    case .scalar(let text, isQuoted: false):
      return ["true", "false", "null"].contains(text) || text.utf8.allSatisfy(\.isDigit)
        || isMoment(text)
    }
  }

  /// Rows 4 and 5: the date, unquoted and in UTC, is that of the folder and of the slug.
  static func dates(of page: AcceptancePage) -> [Diagnostic] {
    guard page.isPost else { return [] }
    let folder = page.folder.dropFirst("blog/".count)
    let day = String(folder.prefix(10))
    let date = page.frontMatter?["date"]
    var found: [Diagnostic] = []
    var isDated = false
    if case .scalar(let text, isQuoted: false)? = date?.content {
      isDated = isMoment(text) && text.hasPrefix(day)
    }
    if !isDated {
      found.append(page.finding(4, "the date is not that of the folder, unquoted and in UTC"))
    }
    let name = folder.dropFirst(11)
    let slug = "/" + day.replacing("-", with: "/") + "/" + name
    let isPlain = name.utf8.allSatisfy { $0.isDigit || $0 == .hyphen || $0.isLowercase }
    if !isPlain || name.isEmpty || page.frontMatter?["slug"]?.text != slug {
      found.append(page.finding(5, "the slug is not made of the folder's one date and plain name"))
    }
    return found
  }

  /// `2026-01-10T09:58:00Z`, of a day and an hour that exist.
  private static func isMoment(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z") else {
      return false
    }
    let numbers = text.utf8.split { !$0.isDigit }.compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard numbers.count == 6, numbers[3] < 24, numbers[4] < 60, numbers[5] < 60 else {
      return false
    }
    let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(numbers[1]) && (1...lengths[numbers[1] - 1]).contains(numbers[2])
  }

  /// Rows 8 and 9: every tag and every author is in its list.
  static func vocabularies(of pages: [AcceptancePage], _ files: [File]) -> [Diagnostic] {
    func entries(_ path: String) -> [YAMLPair] {
      guard let file = files.first(where: { $0.path == path }) else { return [] }
      return readYAML(
        in: SourceFile(path: path, bytes: file.bytes), form: .strict
      ).root?.pairs ?? []
    }
    var found: [Diagnostic] = []
    for folder in ["blog", "docs"] {
      let tags = entries("\(folder)/tags.yml")
      let known = Set(tags.compactMap(\.key.text))
      for page in pages where page.isPost == (folder == "blog") {
        for tag in page.frontMatter?["tags"]?.items ?? [] where !known.contains(tag.text ?? "") {
          found.append(page.finding(8, "'\(tag.text ?? "")' is not in \(folder)/tags.yml"))
        }
      }
      let permalinks = tags.compactMap { $0.value["permalink"]?.text?.lowercased() }
      if permalinks.count != tags.count || Set(permalinks).count != tags.count {
        found.append(
          Diagnostic(
            code: "DX008", level: .error, path: "\(folder)/tags.yml",
            message: "two tags have one address, or a tag has none"))
      }
    }
    let authors = Set(
      entries("blog/authors.yml").filter { $0.value["name"] != nil }.compactMap(\.key.text))
    for page in pages where page.isPost {
      let named = (page.frontMatter?["authors"]?.items ?? []).compactMap(\.text)
      if Set(named).count != named.count || !authors.isSuperset(of: named) {
        found.append(page.finding(9, "an author is named twice, or is not in authors.yml"))
      }
    }
    return found
  }
}
