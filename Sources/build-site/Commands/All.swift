internal import Arguments

extension Command {
  /// Every command of the program, in the order of `--help`.
  static let all: [Command] = [
    .build, .serve, .check, .`init`, .new, .redirects, .inspect, .explain, .decide, .draft,
  ]
}
