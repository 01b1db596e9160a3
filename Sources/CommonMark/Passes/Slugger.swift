/// Makes the ids of a page's headings in the same way as github-slugger 1.5, which Docusaurus uses.
///
/// One value is used for one page: a heading that occurs repeatedly gets `-1`, `-2` and so on.
package struct Slugger {
  /// For each id that was given out, the last number that is known to be taken after it.
  private var occurrences: [String: Int] = [:]

  package init() {}

  /// The id of a heading, unique among the ids already given out; empty when nothing is left of the
  /// heading.
  package mutating func slug(_ heading: String) -> String {
    let result = next(heading)
    take(result)
    return result
  }

  /// The id that a heading gets if it is given out next.
  package mutating func next(_ heading: String) -> String {
    let original = Self.base(heading)
    guard var count = occurrences[original] else { return original }
    var result: String
    repeat {
      count += 1
      result = "\(original)-\(count)"
    } while occurrences[result] != nil
    // The number before it, so that the same id is found again while nobody takes it.
    occurrences[original] = count - 1
    return result
  }

  /// Gives out an id that is ``next(_:)``.
  package mutating func take(_ id: String) { occurrences[id] = 0 }

  /// Lower case, with each space as a hyphen, and without punctuation, symbols, controls and separators.
  static func base(_ heading: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(heading.utf8.count)
    for byte in heading.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x5F, 0x2D: output.append(byte)
      case 0x41...0x5A: output.append(byte + 0x20)
      case 0x20: output.append(0x2D)
      case 0x80...: return unicodeBase(heading)
      default: continue
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func unicodeBase(_ heading: String) -> String {
    var output = ""
    let scalars = Array(heading.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let lower =
        scalar == "\u{3A3}" && isFinalSigma(at: index, in: scalars)
        ? "\u{3C2}" : scalar.properties.lowercaseMapping
      for scalar in lower.unicodeScalars {
        if scalar == " " {
          output.unicodeScalars.append("-")
        } else if isKept(scalar) {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    return output
  }

  /// github-slugger's table is for Unicode 13: later characters count as unassigned.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    guard scalar != "-", let age = properties.age, age.major <= 13 else { return scalar == "-" }
    if properties.isAlphabetic { return true }
    return switch properties.generalCategory {
    case .otherNumber, .closePunctuation, .finalPunctuation, .initialPunctuation, .openPunctuation,
      .otherPunctuation, .dashPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
      .otherSymbol,
      .control, .privateUse, .format, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .surrogate:
      false
    default: true
    }
  }

  /// The rule of SpecialCasing.txt: after a cased letter and not before one.
  private static func isFinalSigma(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return before?.properties.isCased ?? false && !(after?.properties.isCased ?? false)
  }
}
