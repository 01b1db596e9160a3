import Diagnostics
import Screening
import TestSupport
import Testing

/// Secrets are invented, and put together from pieces so that no scanner takes this file for a leak.
struct SecretTests {
  static let letters = "4fT9qLw2ZrXk7VbN0cYs8HdJ3mPuG6eAoR1iWxKt5nBvQzSyUjMgEaCpFlDhOI"
  static let hexadecimal = "3f9a1c07be52d4486e0fa97b2c31d85e7a60f4b19c8e2d53a7f06b41c9d28e75"

  static func letters(_ count: Int) -> String {
    String(repeating: letters, count: count / letters.count + 1).prefix(count).description
  }

  static func hexadecimal(_ count: Int) -> String { String(hexadecimal.prefix(count)) }

  private static let base32 = "J5XK7QDL2RZWM3PY"
  private static let header = "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiJyZWxheS0xNyJ9."

  /// A text with marks around what is found, its code and the name of its kind.
  static let found: [(text: String, code: String, name: String)] = [
    ("id ⟦AKI" + "A\(base32)⟧ was used", "BS081", "AWS access key"),
    ("`⟦ASI" + "A\(base32)⟧`", "BS081", "AWS access key"),
    ("⟦AIz" + "a\(letters(35))⟧", "BS081", "Google API key"),
    ("⟦GOCSPX" + "-\(letters(28))⟧", "BS081", "Google OAuth client secret"),
    ("⟦dop_" + "v1_\(hexadecimal(64))⟧", "BS081", "DigitalOcean token"),
    ("⟦gh" + "p_\(letters(36))⟧.", "BS081", "GitHub token"),
    ("(⟦gh" + "s_\(letters(36))⟧)", "BS081", "GitHub token"),
    ("\"⟦git" + "hub_pat_\(letters(22))_\(letters(59))⟧\"", "BS081", "GitHub fine-grained token"),
    ("⟦glp" + "at-\(letters(20))⟧", "BS081", "GitLab token"),
    ("⟦xox" + "b-1234098765-4321567890-\(letters(24))⟧", "BS081", "Slack token"),
    ("⟦xap" + "p-1-A01BC2D3E4F-5566778899-\(hexadecimal(32))⟧", "BS081", "Slack token"),
    (
      "https://⟦hooks.sla" + "ck.com/services/T02AB3CD4/B05EF6GH7/\(letters(24))⟧", "BS084",
      "Slack webhook"
    ),
    (
      "https://⟦discord.com/api/web" + "hooks/104839201847362910/\(letters(60))⟧", "BS084",
      "Discord webhook"
    ),
    (
      "https://acme.⟦webhook.office.com/web"
        + "hookb2/\(hexadecimal(8))-1111-2222/IncomingWebhook/\(hexadecimal(32))/x1⟧",
      "BS084", "Teams webhook"
    ),
    ("⟦sk_li" + "ve_\(letters(24))⟧", "BS081", "Stripe key"),
    ("⟦SK" + "\(hexadecimal(32))⟧", "BS081", "Twilio API key"),
    ("⟦S" + "G.\(letters(22)).\(letters(43))⟧", "BS081", "SendGrid API key"),
    ("⟦np" + "m_\(letters(36))⟧", "BS081", "npm token"),
    ("⟦pypi" + "-AgEIcHlwaS5vcmc\(letters(60))⟧", "BS081", "PyPI token"),
    ("⟦dckr" + "_pat_\(letters(27))⟧", "BS081", "Docker Hub token"),
    ("⟦sk-a" + "nt-api03-\(letters(60))⟧", "BS081", "Anthropic API key"),
    ("⟦sk-p" + "roj-\(letters(60))⟧", "BS081", "OpenAI API key"),
    ("⟦sk" + "-\(letters(48))⟧", "BS081", "API key"),
    ("⟦hf" + "_\(letters(34))⟧", "BS081", "Hugging Face token"),
    ("⟦hv" + "s.\(letters(40))⟧", "BS081", "Vault token"),
    ("bot ⟦7301928465:A" + "A\(letters(33))⟧", "BS081", "Telegram bot token"),
    ("⟦\(header)\(letters(43))⟧", "BS081", "JSON Web Token"),
    ("⟦AGE-SEC" + "RET-KEY-1\(base32)\(base32)\(base32)\(base32)⟧", "BS082", "age secret key"),
    // After a line ending as JSON writes it.
    ("{\"a\": \"x\\n⟦gh" + "p_\(letters(36))⟧\"}", "BS081", "GitHub token"),

    ("password=⟦hunter2⟧", "BS083", "password"),
    ("DB_PASSWORD=⟦m4ple-Harbor⟧", "BS083", "password"),
    ("--password ⟦m4ple-Harbor⟧ --host db", "BS083", "password"),
    ("\"password\": \"⟦m4ple-Harbor⟧\",", "BS083", "password"),
    ("password: ⟦m4ple-Harbor-71⟧", "BS083", "password"),
    ("**Password:** ⟦m4ple-Harbor-71⟧", "BS083", "password"),
    ("The password: ⟦m4ple-Harbor-71⟧ for the relay", "BS083", "password"),
    ("spring.datasource.password = ⟦m4ple-Harbor-71⟧", "BS083", "password"),
    ("?user=app&password=⟦m4pleHarbor⟧&x=1", "BS083", "password"),
    ("curl -u admin:⟦m4pleHarbor⟧ https://x", "BS083", "password"),
    ("password=⟦harbormaple⟧", "BS083", "password"),
    ("aws_secret_access_key = ⟦\(letters(38))/+⟧", "BS083", "key or token"),
    ("AccountKey=⟦\(letters(62))\(letters(24))==⟧;Endpoint", "BS083", "key or token"),
    ("DD_API_KEY=⟦\(hexadecimal(32))⟧", "BS083", "key or token"),
    ("X-Api-Key: ⟦\(letters(32))⟧", "BS083", "key or token"),
    ("Authorization: Bearer ⟦\(letters(32))⟧", "BS083", "key or token"),
    ("Authorization: Basic ⟦YXBwOm00cGxlLUhhcmJvcg==⟧", "BS083", "key or token"),
    ("'Bearer ⟦\(letters(32))⟧'", "BS083", "bearer token"),
    ("https://x.blob.core.windows.net/a?sv=1&sig=⟦\(letters(44))⟧", "BS083", "key or token"),

    ("postgres://app:⟦m4ple⟧@db.internal/orders", "BS084", "password in an address"),
    ("postgres://u:⟦p⟧@h", "BS084", "password in an address"),
    ("redis://:⟦m4ple⟧@cache:6379", "BS084", "password in an address"),
    ("https://ci:⟦m4p@le⟧@git.example/x.git", "BS084", "password in an address"),
    ("[db](amqp://app:⟦m4ple⟧@mq/v)", "BS084", "password in an address"),
  ]

  @Test(arguments: found)
  func areFound(text: String, code: String, name: String) throws {
    let marked = MarkedText(text)
    let file = SourceFile(path: "a.md", text: marked.text)
    let secrets = SecretScanner.secrets(in: file.bytes)
    #expect(secrets.map(\.code) == [code])
    #expect(secrets.map(\.name) == [name])
    #expect(secrets.map { file.range(of: $0.range) } == marked.ranges)
  }

  private static let keyHead = "-----BEGIN RSA PRI" + "VATE KEY-----"
  private static let keyLines = "\(letters(62))\n\(letters(50))\n"

  @Test(arguments: [
    keyHead + "\n" + keyLines + "-----END RSA PRI" + "VATE KEY-----\nmore\n",
    keyHead + "\n" + keyLines + "\nThe end is cut off.\n",
    keyHead + "\r\n" + letters(62) + "\r\n" + letters(50) + "\r\n\r\nmore\r\n",
    keyHead + "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A1B\n\n" + keyLines,
    "> " + keyHead + "\n> " + letters(62) + "\n> " + letters(50) + "\n\nmore\n",
    "    " + keyHead.replacing("RSA ", with: "OPENSSH ") + "\n    " + letters(62) + "\n",
    "\"private_key\": \"" + keyHead.replacing("RSA ", with: "") + "\\n" + letters(62)
      + "\\n-----END PRI"
      + "VATE KEY-----\\n\",\n\"client_email\": \"x\"\n",
    "-----BEGIN PGP PRI" + "VATE KEY BLOCK-----\n\n" + keyLines + "=aB3d\n",
  ])
  func privateKeysAreFoundAndHidden(text: String) {
    let file = SourceFile(path: "a.md", text: text)
    let secrets = SecretScanner.secrets(in: file.bytes)
    #expect(secrets.map(\.code) == ["BS082"])
    // Every line of the key is hidden, and what follows it is not.
    let hiding = file.hiding(secrets.hidden)
    for line in 1...file.lineCount {
      let excerpt = Excerpt(of: file.range(ofLine: line), in: hiding)
      #expect(!excerpt.line.contains("9qLw2Z"))
      if file.text(ofLine: line).contains("more") { #expect(excerpt.line == "more") }
    }
  }

  @Test(arguments: [
    "password=<secret>", "password=$DB_PASSWORD", "password=${DB_PASSWORD}", "password=xxxxxxxx",
    "password=********", "password=example", "password=changeme", "password={{ password }}",
    "password=",
    "password: the team rotates it", "Password: changed at 10:05", "password=true",
    "password=%PASS%",
    "password=$(vault read x)", "password: 90-day rotation was due", "PWD=/root/app",
    "secret=my-secret",
    "Secret: checkout-db-credentials-v2", "pass: 3, fail: 2",
    "We reset the password: nothing helped.",
    "token=abc123", "token: 550e8400-e29b-41d4-a716-446655440000",
    "api_key=YOUR_API_KEY_GOES_HERE_123",
    "the token=expired", "Authorization: Bearer $TOKEN", "Authorization: Bearer <token>",
    "Authorization: Basic authentication", "Bearer authentication was off",
    "`Authorization: Bearer ...`",
    "postgres://user:password@localhost/db", "postgres://$USER:$PASS@db/x",
    "https://<user>:<pass>@host",
    "postgres://app@db/orders", "http://localhost:8080/a@b", "ssh://git@host:22/x",
    "https://x/a:b@c",
    "https://root:root@localhost", "AKIAIOSFODNN7EXAMPLE", "AKIAXXXXXXXXXXXXXXXX", "ghp_",
    "ghp_token",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
    "a file that starts with -----BEGIN RSA PRIVATE KEY-----",
    "-----BEGIN CERTIFICATE-----\nMIIB\n",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
    "xoxb-your-token-goes-here-please",
    "eyJhbGciOiJIUzI1NiJ9", "https://hooks.slack.com/services/T000/B000/XXXX", "risk-based",
    "disk-usage",
    "sk-learn-contrib-and-a-very-long-package-name-without-digits", "10:05:22 A",
    "docker run -u 1000:1000 x",
    "chown -u app:app x", "password", ":", "=", "://", "://:@", "x://:@", "-----BEGIN ", "a=",
    "password:",
    "\\", "ghp_\\",
  ])
  func areNot(text: String) {
    #expect(SecretScanner.secrets(in: Array(text.utf8)).map(\.name) == [])
  }

  /// What a report shows is the first quarter, at most four characters.
  @Test(arguments: [
    ("password=hunter2", "password=h…"), ("gh" + "p_\(letters(36))", "gh" + "p_…"),
    ("postgres://u:p@h", "postgres://u:…@h"),
  ])
  func areQuotedAsTheirStart(text: String, shown: String) {
    let file = SourceFile(path: "a.txt", text: text)
    let secrets = SecretScanner.secrets(in: file.bytes)
    let hiding = file.hiding(secrets.hidden)
    let finding = secrets[0].finding(in: hiding, isMarkdown: true).quoting(hiding)
    #expect(finding.excerpt?.line == shown)
    #expect(finding.level == .error)
  }

  @Test func areMaskedInTextsThatQuoteThem() {
    let token = "gh" + "p_\(Self.letters(36))"
    let mask = SecretMask(ofSecretsIn: Array("password=hunter2 \(token)".utf8))
    #expect(
      mask.masked("action item 'rotate \(token)' has no owner") == "action item 'rotate gh"
        + "p_…' has no owner")
    #expect(mask.masked("'rotate \(token.prefix(20))' is cut") == "'rotate gh" + "p_…' is cut")
    #expect(mask.masked("hunter2 and hunter") == "h… and hunter")
    #expect(SecretMask(ofSecretsIn: []).masked("text") == "text")
  }
}
