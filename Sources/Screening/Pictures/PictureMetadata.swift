internal import Bytes
package import Diagnostics

/// What a picture says besides what it shows: where it was taken, by whom and with what.
///
/// The formats are read by their outer structure alone, and nothing is decoded. A file that is cut off or
/// damaged is read as far as it is whole, and is left as it is.
package struct PictureMetadata: Sendable {
  /// A piece of metadata.
  package struct Piece: Hashable, Sendable {
    /// The bytes that go when it is stripped.
    let range: Range<Int>
    /// What takes their place, as an EXIF block that has the orientation alone.
    let replacement: [UInt8]
    /// "EXIF", "XMP".
    package let name: String
    /// What it may give away, when it does: "a place", "names".
    package let tells: Set<Content>

    init(
      _ name: String, _ range: Range<Int>, replacement: [UInt8] = [], tells: Set<Content> = []
    ) {
      self.range = range
      self.replacement = replacement
      self.name = name
      self.tells = tells
    }
  }

  /// What readers may not be meant to know.
  package enum Content: String, Comparable, Sendable {
    case place = "a place"
    case name = "a name"

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  package private(set) var pieces: [Piece] = []
  private let bytes: [UInt8]

  /// The path tells whether it is an SVG file; the other formats are known by how they begin.
  package init(of bytes: [UInt8], at path: String) {
    self.bytes = bytes
    if bytes.starts(with: [0xFF, 0xD8]) {
      pieces = JPEG.pieces(of: bytes)
    } else if bytes.starts(with: PNG.signature) {
      pieces = PNG.pieces(of: bytes)
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      pieces = WebP.pieces(of: bytes)
    } else if bytes.starts(with: "GIF8".utf8) {
      pieces = GIF.pieces(of: bytes)
    } else if path.hasSuffix(".svg") {
      pieces = SVGMetadata.pieces(of: bytes)
    }
  }

  /// A note on the file when it tells places or names; `nil` otherwise.
  package func finding(path: String) -> Diagnostic? {
    let telling = pieces.filter { !$0.tells.isEmpty }
    let contents = Set(telling.flatMap(\.tells)).sorted().map(\.rawValue)
    guard !contents.isEmpty else { return nil }
    var names: [String] = []
    for piece in telling where !names.contains(piece.name) { names.append(piece.name) }
    return Diagnostic(
      code: "BS087", level: .note, path: path,
      message:
        "the picture holds \(contents.joined(separator: " and ")) in its metadata (\(names.joined(separator: ", ")))",
      help:
        "remove it with an image editor, or write 'strip_metadata: true' in site.yml to leave it out of copies"
    )
  }

  /// The picture without any metadata except how it is turned. What is shown does not change: no pixel is
  /// encoded anew.
  package var stripped: [UInt8] {
    guard !pieces.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var next = 0
    for piece in pieces where piece.range.lowerBound >= next {
      result += bytes[next..<piece.range.lowerBound] + piece.replacement
      next = piece.range.upperBound
    }
    result += bytes[next...]
    return bytes.starts(with: "RIFF".utf8) ? WebP.sized(result) : result
  }
}

/// Numbers in the bytes of a picture.
extension [UInt8] {
  /// A number of some bytes; `nil` when they are not all there.
  func number(at offset: Int, bytes count: Int, littleEndian: Bool = false) -> Int? {
    guard offset >= 0, count <= 4, offset <= self.count - count else { return nil }
    let slice = self[offset..<offset + count]
    return littleEndian
      ? slice.reversed().reduce(0) { $0 << 8 | Int($1) } : slice.reduce(0) { $0 << 8 | Int($1) }
  }

  func text(at offset: Int, _ count: Int) -> String? {
    guard offset >= 0, offset <= self.count - count else { return nil }
    return String(decoding: self[offset..<offset + count], as: UTF8.self)
  }
}
