import Testing
import Vocabulary

struct TermsTests {
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    Terms.each(in: Array(text.utf8)) { word, isName in
      words.append(String(decoding: word, as: UTF8.self) + (isName ? "*" : ""))
    }
    return words
  }

  @Test(arguments: [
    ("The heartbeat stopped.", "the heartbeat stopped"),
    ("Then Consul lost quorum. Nomad too.", "then consul* lost quorum nomad too"),
    ("eTag and CDN", "etag* and cdn*"),
    ("auto-scaling in us-east-1", "auto scaling us-east-1*"),
    ("max_connections and db_pool", "max_connections* and db_pool*"),
    ("S3, k8s and p99", "s3* k8s* and p99*"),
    ("503 errors at 10:45, 2026-01-10", "errors"),
    ("CVE-2021-44228", "cve-2021-44228*"),
    ("deadbeef01 and 3f2a9c81", "and"),
    ("see https://example.org/a/b?c=d for it", "see for"),
    ("it's Consul's, don't", "consul* dont"),
    ("Größe der Ströme", "größe der ströme*"),
    ("“quoted” – words…", "quoted words"),
    ("データベースの接続が失敗", "データベース 接続 失敗"),
    ("証明書期限切れ", "証明 明書 書期 期限 限切"),
    ("서비스 장애", "서비스 장애"),
    ("", ""), ("-- __ -", ""),
  ])
  func ofAText(text: String, expected: String) {
    #expect(words(text).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("heartbeats", "heartbeat", true), ("process", "proces", false), ("redis", "redi", false),
    ("status", "statu", false), ("caches", "cache", true), ("gas", "ga", false),
    ("k8s", "k8", false), ("quorum", "quorum", true), ("quorum", "quorums", true),
  ])
  func pluralsAreOneKey(one: String, other: String, isOne: Bool) {
    #expect((Terms.key(of: Array(one.utf8)[...]) == Terms.key(of: Array(other.utf8)[...])) == isOne)
  }

  @Test(arguments: [
    ("the", true), ("incident", true), ("engineers", true), ("wurde", true), ("quorum", false),
    ("postgres", false),
  ])
  func commonWordsTellNothing(word: String, isCommon: Bool) {
    #expect(CommonWords.contains(key: Terms.key(of: Array(word.utf8)[...])) == isCommon)
  }

  @Test func addressesInARowAreSkippedOneAfterTheOther() {
    #expect(words(String(repeating: "a://b ", count: 300_000) + "end") == ["end"])
  }
}
