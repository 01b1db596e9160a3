internal import Arguments

extension Option<Int> {
  static let port = Option(
    "port", in: 0...65_535, default: 4000, help: "the port to listen at; 0 for any that is free")
}

extension Option<String> {
  static let host = Option(
    "host", value: "ADDRESS", default: "127.0.0.1",
    help:
      "the address to listen at; with another than the default, other machines can read the site"
  )
}

extension Option<Bool> {
  static let open = Option(flag: "open", help: "open the home page in the browser")
  static let docusaurus = Option(
    flag: "docusaurus",
    help: "also write the files for Docusaurus, for 'npm start' in the site folder to follow")
  static let poll = Option(
    flag: "poll",
    help:
      "look for changes twice a second, for a disk in the network or a container that tells nothing of them"
  )
  static let watch = Option(
    flag: "watch", help: "check again whenever something changes, until Ctrl-C")
}
