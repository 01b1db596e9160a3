internal import Learning
internal import Runbooks

/// Some pages whose words are in shards of their own: the incidents from the oldest on are cut into at most three
/// segments, and runbooks and decision trees are one more.
///
/// The long segment and the middle one are whole multiples of ``long`` and ``middle`` incidents, so a newer review changes
/// the short one alone, except when that is full.
struct SearchSegment: Sendable {
  enum Subject: Sendable {
    case runbook(Int)
    case tree(Int)
    case incident(Int)
  }

  /// One letter, with which the names of its files begin.
  let name: String
  let subjects: [Subject]
  /// What the search knows of each of them; `nil` for a page of which nothing was read.
  let words: [PageWords?]
  /// How many scripts have the postings.
  let shards: Int
  /// How many scripts have the words alone, against which slips are corrected.
  let wordLists: Int
  /// For each group of words a number that differs when a page's words in it do.
  let groupHashes: [UInt64]

  static let long = 1024
  static let middle = 128
  /// Of no more pages than these each shard has half as many.
  private static let few = 32
  /// The pages of one script of rows.
  static let rows = 8

  init(named name: String, _ subjects: [Subject], besideLong: Bool, of site: ArchiveSite) {
    self.name = name
    self.subjects = subjects
    words = subjects.map { subject in
      switch subject {
      case .runbook(let index):
        site.library.words(of: DocumentPart(path: site.library.runbooks[index].path))
      case .incident(let index): site.library.words(of: site.library.incidents[index].document)
      case .tree(let index):
        PageWords(
          of: site.trees[index].tree,
          in: site.library.runbooks[site.trees[index].runbook].path)
      }
    }
    shards = Self.shards(ofPages: subjects.count, besideLong: besideLong)
    wordLists = subjects.count > Self.long ? 4 : 1
    groupHashes = Self.groupHashes(of: words)
  }

  /// A power of two: so many that a script has the words of few pages, or few words of many. The fewer pages there are, the
  /// more words each of them adds. Beside a long segment the others are cut finer, since a query loads a shard of each.
  private static func shards(ofPages count: Int, besideLong: Bool) -> Int {
    let most = (count > few ? 8 : 4) / (besideLong ? 2 : 1)
    var shards = 1
    while shards < WordCells.count, shards * most < count { shards *= 2 }
    return shards
  }

  private static func groupHashes(of words: [PageWords?]) -> [UInt64] {
    var hashes = Array(repeating: UInt64(words.count), count: PageWords.groups)
    for page in words {
      for group in hashes.indices {
        hashes[group] =
          (hashes[group] ^ (page?.hash(ofGroup: group) ?? 0)) &* 0x9e37_79b9_7f4a_7c15
        hashes[group] ^= hashes[group] >> 29
      }
    }
    return hashes
  }

  /// All segments of a site that have a page, the oldest incidents first and those that are no incidents last.
  static func all(of site: ArchiveSite) -> [SearchSegment] {
    let incidents = site.library.listed.indices.reversed().map { Subject.incident($0) }
    let others =
      site.library.listedRunbooks.indices.map { Subject.runbook($0) }
      + site.trees.indices.map { Subject.tree($0) }
    let first = incidents.count - incidents.count % long
    let second = incidents.count - incidents.count % middle
    return [
      ("a", Array(incidents[..<first])), ("b", Array(incidents[first..<second])),
      ("c", Array(incidents[second...])), ("r", others),
    ]
    .filter { !$0.1.isEmpty }.map { name, subjects in
      SearchSegment(named: name, subjects, besideLong: first > 0 && name != "a", of: site)
    }
  }

  /// How many scripts have its rows.
  var rowScripts: Int { (subjects.count + Self.rows - 1) / Self.rows }

  /// The cells of a shard.
  func cells(ofShard shard: Int) -> Range<Int> {
    shard * WordCells.count / shards..<(shard + 1) * WordCells.count / shards
  }

  /// The groups that the words of a shard are in.
  func groups(ofShard shard: Int) -> Range<Int> {
    let first = shard * PageWords.groups / shards
    return first..<max(first + 1, (shard + 1) * PageWords.groups / shards)
  }

  /// The shards that have words of some groups, and no others.
  func shards(ofGroups groups: Range<Int>) -> Range<Int> {
    groups.lowerBound * shards / PageWords.groups..<groups.upperBound * shards / PageWords.groups
  }

  /// The groups whose words are in a list.
  func groups(ofList list: Int) -> Range<Int> {
    list * PageWords.groups / wordLists..<(list + 1) * PageWords.groups / wordLists
  }
}
