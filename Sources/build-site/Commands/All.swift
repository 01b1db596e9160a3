internal import Arguments

extension Command {
  /// Every command of the program, in the order of `--help`.
  static let all: [Command] = [
    .build, .check, .`init`, .new, .redirects, .inspect, .explain, .decide, .draft,
  ]
}
