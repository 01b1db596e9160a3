internal import Bytes
internal import Diagnostics

extension SourceFile {
  /// How lines that are added end: as the first one does.
  var lineEnding: String {
    let end = offsets(ofLine: 1).upperBound
    return end < bytes.count && bytes[end] == .carriageReturn ? "\r\n" : "\n"
  }
}
