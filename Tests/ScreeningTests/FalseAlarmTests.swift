import Screening
import TestSupport
import Testing

/// Text that looks random and is no secret: what logs, commits and traces are full of.
struct FalseAlarmTests {
  private static func line(_ kind: Int, _ numbers: inout SeededRandom) -> String {
    func text(_ alphabet: String, _ count: Int) -> String {
      let letters = Array(alphabet)
      return String(
        (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &numbers)] })
    }
    func hex(_ count: Int) -> String { text("0123456789abcdef", count) }
    func base64(_ count: Int) -> String {
      text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", count)
    }
    func number(_ top: Int) -> Int { Int.random(in: 1...top, using: &numbers) }
    let uuid = "\(hex(8))-\(hex(4))-4\(hex(3))-a\(hex(3))-\(hex(12))"
    let time =
      "2026-0\(number(9))-1\(number(9))T0\(number(9)):\(10 + number(49)):\(10 + number(49)).\(number(999))Z"
    switch kind % 25 {
    case 0: return "\(time) INFO request_id=\(uuid) status=200 duration=\(number(900))ms"
    case 1: return "commit \(hex(40))"
    case 2: return "sha256:\(hex(64)) registry/checkout@sha256:\(hex(64))"
    case 3:
      return "\(time) [\(number(99))] trace_id=\(hex(32)) span_id=\(hex(16)) parent=\(hex(16))"
    case 4: return "payload: \(base64(120))=="
    case 5: return "ETag: \"\(hex(32))\"  x-amz-request-id: \(text("0123456789ABCDEF", 16))"
    case 6:
      return
        "\(number(255)).\(number(255)).\(number(255)).\(number(255)) - - [\(time)] \"GET /a/\(uuid)?page=\(number(9)) HTTP/1.1\" 200 \(number(9999))"
    case 7: return "kafka offset=\(number(999999)) key=\(base64(22)) partition=\(number(64))"
    case 8:
      return
        "pod/checkout-\(hex(10))-\(text("bcdfghjklmnpqrstvwxz2456789", 5)) Running \(number(9)) 4d"
    case 9:
      return "goroutine \(number(900)) [running]: main.(*Pool).Get(0xc000\(hex(6)), 0x\(hex(4)))"
    case 10:
      return
        "eni-\(hex(17)) i-\(hex(17)) vol-\(hex(17)) arn:aws:iam::\(100_000_000_000 + number(9999)):role/app"
    case 11: return "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI\(base64(43)) ana@relay"
    case 12: return "nextPageToken=\(uuid) cursor=\(hex(24)) etcd revision: \(number(9_999_999))"
    case 13: return "integrity sha512-\(base64(86))=="
    case 14:
      return
        "\(time) auth: password check failed for user=ana method=password from=10.0.0.\(number(255))"
    case 15: return "Set-Cookie: theme=dark; Path=/; Expires=\(time)"
    case 16:
      return
        "index \(hex(7))..\(hex(7)) 100644 --- a/pool.go +++ b/pool.go @@ -\(number(90)),7 +\(number(90)),9 @@"
    case 17:
      return
        "SK-\(number(99999)) OPS-\(number(9999)) JIRA-\(number(999)) build #\(number(9999)) sk-\(number(99))"
    case 18:
      return
        "\(time) level=warn msg=\"token expired\" token_type=bearer expires_in=\(number(3600)) kid=\(hex(16))"
    case 19: return "md5(\(number(99)).tar.gz) = \(hex(32))   crc32c=\(base64(6))=="
    case 20:
      return
        "https://grafana.internal/d/\(text("abcdefghijkmnpqrstuvwxyzABCDEFGH0123456789_-", 14))/pool?from=\(number(99_999_999))&to=now&var-pod=\(hex(10))"
    case 21: return "-----BEGIN CERTIFICATE----- \(base64(64)) -----END CERTIFICATE-----"
    case 22:
      return
        "secret/checkout-db created; secretName: checkout-tls-\(number(9)); token \(number(9)) of \(number(9))"
    case 23: return "0x\(hex(40)) block=\(number(99_999_999)) tx=0x\(hex(64)) gas: \(number(99999))"
    default: return "data:image/png;base64,iVBORw0KGgo\(base64(200))"
    }
  }

  @Test func linesOfLogsHaveNoSecrets() {
    var numbers = SeededRandom(seed: 0x5EED)
    let lines = (0..<2500).map { Self.line($0, &numbers) }
    for line in lines {
      let found = SecretScanner.secrets(in: Array(line.utf8))
      #expect(found.isEmpty, "\(found.map(\.name)) in \(line)")
    }
    #expect(SecretScanner.secrets(in: Array(lines.joined(separator: "\n").utf8)).isEmpty)
  }

  @Test(arguments: [
    "ghp_", "eyJ", "eyJa.", "eyJa-", "://", "://a:b", "a://b:c@", "password=", "password: a ", "=",
    ":", "-",
    "-----BEGIN PRIVATE KEY-----\n", "-----BEGIN ", "\\", "AKIA", "Bearer ", "1234567890:A", "sk-",
    "\"'* =",
    "a=\"b\":", "-u a:b", "--password ", "é",
    "-----BEGIN PRIVATE KEY-----\nAAAABBBBCCCCDDDDEEEEFFFF\n",
    "hooks.slack.com/services/", "x.", "glpat-1a", "password=m4ple ",
    "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY----------END ",
  ])
  func takeLinearTime(piece: String) {
    let growth = growth(from: 40_000 / piece.utf8.count) {
      Array(String(repeating: piece, count: $0).utf8)
    } work: {
      _ = SecretMask(ofSecretsIn: $0)
    }
    #expect(growth < 6.5)
  }

  /// Words that begin like a token, with a long run of signs after the last of them.
  @Test func signsAfterTokensTakeLinearTime() {
    let growth = growth(from: 10_000) {
      Array((String(repeating: "xoxb-", count: $0) + String(repeating: "-", count: 5 * $0)).utf8)
    } work: {
      _ = SecretMask(ofSecretsIn: $0)
    }
    #expect(growth < 6.5)
  }
}
