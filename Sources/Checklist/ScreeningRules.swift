internal import Diagnostics
internal import Screening

extension Rule {
  /// Rules about what must not be published, which is looked for in the bytes of every file that is read or
  /// copied.
  static let screeningRules: [Rule] = [
    elsewhere(
      "BS080", "merge conflicts", .error,
      """
      Git leaves both versions in the file, and neither is the record. Nothing is read from the file until one is \
      chosen, and no page is made of it, not even with --keep-going. In code, the marks are an example.
      """,
      bad: """
        # Checkout down

        ⟦<<<<<<< HEAD⟧
        The pool had 10 connections.
        ⟦=======⟧
        The pool had 20 connections.
        ⟦>>>>>>> pool-size⟧

        """,
      good: "# Checkout down\n\nThe pool had 20 connections.\n"),
    elsewhere(
      "BS081", "keys and tokens", .error,
      """
      A key in a page is a key in the hands of its readers, and in the history of the repository. Known by the forms \
      that their issuers document: \(SecretCatalogue.names(of: "BS081")). Reports show four characters at most. A \
      secret that nobody allows is not published, not even with --keep-going.
      """,
      bad: "# Checkout down\n\nThe job used ⟦\(Example.token)⟧ for its calls.\n",
      good: "# Checkout down\n\nThe job used `<token>` for its calls.\n"),
    elsewhere(
      "BS082", "private keys", .error,
      """
      Whoever has a private key can act as its owner. It is reported with and without its last line, and also in a \
      line of JSON, as cloud providers hand it out.
      """,
      bad: "# Checkout down\n\n```text\n⟦\(Example.keyHead)⟧\n\(Example.keyBody)\n```\n",
      good: "# Checkout down\n\nThe key is in the vault, under `relay/tls`.\n"),
    elsewhere(
      "BS083", "passwords", .error,
      """
      A value after "password=", "api_key:", "Authorization: Bearer" and the like. Stand-ins such as <password>, \
      $DB_PASSWORD, xxxx and "changeme" are not reported, nor are names, hashes and other identifiers.
      """,
      bad: "# Checkout down\n\n```text\nDB_PASSWORD=⟦\(Example.password)⟧\n```\n",
      good: "# Checkout down\n\n```text\nDB_PASSWORD=<password>\n```\n"),
    elsewhere(
      "BS084", "addresses that hold a secret", .error,
      """
      An address with a password in it, or one that lets everybody who knows it act, as the webhooks of \
      \(SecretCatalogue.names(of: "BS084")) do.
      """,
      bad:
        "# Checkout down\n\nThe job connects to `postgres://app:⟦\(Example.password)⟧@db/orders`.\n",
      good: "# Checkout down\n\nThe job connects to `postgres://app:$PASSWORD@db/orders`.\n"),
    elsewhere(
      "BS085", "control characters", .error,
      """
      Escape codes of a terminal and the like: a terminal acts on them, a browser shows nothing, and a feed with one \
      cannot be read. Pages show their pictures, such as ␛ for escape.
      """,
      bad: "# Checkout down\n\nThe pool was ⟦\u{1B}⟧[31mfull.\n",
      good: "# Checkout down\n\nThe pool was full.\n"),
    elsewhere(
      "BS086", "characters that do not show", .warning,
      """
      A character without width, or one that turns the direction of writing, makes a command or an address look \
      like another one: what a reader copies is not what they saw. In prose, emoji and scripts need some of them, \
      and they are not reported there.
      """,
      bad: "# Checkout down\n\nRun `restart⟦\u{202E}⟧ relay` twice.\n",
      good: "# Checkout down\n\nRun `restart relay` twice.\n"),
    elsewhere(
      "BS087", "pictures that tell more than they show", .note,
      """
      A photograph of a rack holds the place where it was taken, and often the name of the one who took it. \
      JPEG, PNG, WebP, GIF and SVG are looked at. With 'strip_metadata: true' in site.yml the copies on the site \
      have none; how the picture is turned stays, and no pixel changes.
      """,
      remedy:
        "remove the metadata with an image editor, or write 'strip_metadata: true' in site.yml"),
  ]

  /// Invented secrets, in two halves so that no scanner takes this file for a leak.
  private enum Example {
    static let token = "gh" + "p_R7wBz05mQyKc4TnVx2LdHs9JfPaU8gEoi3Nt"
    static let password = "c0bble" + "-Lantern-38"
    static let keyHead = "-----BEGIN " + "PRIVATE KEY-----"
    static let keyBody = "MC4CAQAwBQYDK2VwBCIEIHk3Ro" + "zT8vQfWm1sJpXyL0bGdNc6uAeKtEiVhZrD9wSq"
  }
}
