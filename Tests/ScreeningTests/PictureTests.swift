import Diagnostics
import Foundation
import Screening
import TestSupport
import Testing

/// Pictures made here, byte by byte.
enum Pictures {
  /// A TIFF structure with an orientation, an artist and a list of GPS tags.
  static func exif(_ orientation: UInt8 = 6) -> [UInt8] {
    func entry(_ tag: UInt16, _ type: UInt8, _ count: UInt8, _ value: [UInt8]) -> [UInt8] {
      [UInt8(tag >> 8), UInt8(tag & 0xFF), 0, type, 0, 0, 0, count] + value
    }
    let head = Array("MM".utf8) + [0, 42, 0, 0, 0, 8]
    // Three entries of 12 bytes from offset 8, so the artist is at 50 and the place at 60.
    let list: [UInt8] =
      [0, 3] + entry(0x0112, 3, 1, [0, orientation, 0, 0]) + entry(0x013B, 2, 10, [0, 0, 0, 50])
      + entry(0x8825, 4, 1, [0, 0, 0, 60]) + [0, 0, 0, 0]
    let place: [UInt8] = [0, 1] + entry(0x0001, 2, 2, [0x4E, 0, 0, 0]) + [0, 0, 0, 0]
    return head + list + Array("Ana Canary".utf8) + place
  }

  static func segment(_ mark: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, mark, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
  }

  /// One grey pixel, as a baseline JPEG.
  static let pixel: [UInt8] =
    segment(0xDB, [0] + Array(repeating: 1, count: 64))
    + segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])
    + segment(0xC4, [0x00] + [1] + Array(repeating: 0, count: 15) + [0])
    + segment(0xC4, [0x10] + [1] + Array(repeating: 0, count: 15) + [0])
    + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x3F]

  static let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
  static let xmp = Array(
    "<x:xmpmeta><dc:creator>Ana Canary</dc:creator><exif:GPSLatitude>52,30N</exif:GPSLatitude></x:xmpmeta>"
      .utf8)

  static func jpeg(_ segments: [UInt8], rest: [UInt8] = []) -> [UInt8] {
    [0xFF, 0xD8] + jfif + segments + pixel + [0xFF, 0xD9] + rest
  }

  static let full = jpeg(
    segment(0xE1, Array("Exif\0\0".utf8) + exif())
      + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + xmp)
      + segment(
        0xED,
        Array("Photoshop 3.0\0".utf8) + Array("8BIM".utf8) + [
          4, 4, 0, 0, 0, 0, 0, 15, 0x1C, 2, 80, 0, 10,
        ] + Array("Ana Canary".utf8) + [0])
      + segment(0xFE, Array("Author: Ana Canary".utf8)))

  static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + content
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in body {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    crc ^= 0xFFFF_FFFF
    func number(_ value: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
    return number(UInt32(content.count)) + body + number(crc)
  }

  static func png(_ chunks: [UInt8], rest: [UInt8] = []) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]) + chunks
      + chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01])
      + chunk("IEND", []) + rest
  }

  static let fullPNG = png(
    chunk("tEXt", Array("Author\0Ana Canary".utf8)) + chunk("eXIf", exif())
      + chunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + xmp)
      + chunk("tIME", [7, 0xEA, 1, 10, 10, 5, 0]),
    rest: Array("Ana Canary".utf8))

  static func riff(_ chunks: [UInt8]) -> [UInt8] {
    let count = chunks.count + 4
    return Array("RIFF".utf8) + [UInt8(count & 0xFF), UInt8(count >> 8), 0, 0] + Array("WEBP".utf8)
      + chunks
  }

  static func part(_ type: String, _ content: [UInt8]) -> [UInt8] {
    Array(type.utf8) + [UInt8(content.count & 0xFF), UInt8(content.count >> 8), 0, 0] + content
      + (content.count % 2 == 0 ? [] : [0])
  }

  static let webP = riff(
    part("VP8X", [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0])
      + part(
        "VP8L", [0x2F, 0, 0, 0, 0, 0x07, 0x10, 0xFD, 0x8F, 0xFE, 0x07, 0x22, 0xA2, 0xFF, 0x01])
      + part("EXIF", exif()) + part("XMP ", xmp))

  static let gif =
    Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF]
    + [0x21, 0xFE, 18] + Array("Author: Ana Canary".utf8) + [0]
    + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]

  static let svg = Array(
    """
    <svg xmlns="http://www.w3.org/2000/svg" inkscape:export-filename="/home/canary/a.png"><metadata>
    <dc:creator>Ana Canary</dc:creator></metadata><path d="M0 0"/></svg>
    """.utf8)

  static let all: [(name: String, bytes: [UInt8])] = [
    ("a.jpg", full), ("a.png", fullPNG), ("a.webp", webP), ("a.gif", gif), ("a.svg", svg),
    ("b.jpg", jpeg([], rest: full)),
  ]
}

struct PictureTests {
  private func metadata(_ name: String, _ bytes: [UInt8]) -> PictureMetadata {
    PictureMetadata(of: bytes, at: name)
  }

  @Test(arguments: [
    ("a.jpg", Pictures.full, "a name and a place", "EXIF, XMP, IPTC, a comment"),
    (
      "b.jpg", Pictures.jpeg([], rest: Pictures.full), "a name and a place",
      "data after the picture"
    ),
    ("a.png", Pictures.fullPNG, "a name and a place", "tEXt, EXIF, iTXt"),
    ("a.webp", Pictures.webP, "a name and a place", "EXIF, XMP"),
    ("a.gif", Pictures.gif, "a name", "a comment"),
    ("a.svg", Pictures.svg, "a name", "inkscape:export-filename, metadata"),
  ])
  func tellsAreANote(name: String, bytes: [UInt8], contents: String, holders: String) {
    let finding = metadata(name, bytes).finding(path: name)
    #expect(finding?.code == "BS087" && finding?.level == .note)
    #expect(finding?.message == "the picture holds \(contents) in its metadata (\(holders))")
    #expect(finding?.range == nil)
  }

  @Test(arguments: Pictures.all.map(\.name)) func copiesTellNothing(name: String) throws {
    let bytes = try #require(Pictures.all.first { $0.name == name }).bytes
    let stripped = metadata(name, bytes).stripped
    #expect(metadata(name, stripped).finding(path: name) == nil)
    let text = String(decoding: stripped, as: UTF8.self)
    #expect(!text.contains("Canary") && !text.contains("canary") && !text.contains("GPS"))
    // What is shown stays.
    #expect(metadata(name, stripped).stripped == stripped)
  }

  @Test func thePictureAndHowItIsTurnedStay() {
    let upright = Pictures.segment(
      0xE1,
      Array("Exif\0\0MM".utf8) + [
        0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
      ])
    #expect(PictureMetadata(of: Pictures.full, at: "a.jpg").stripped == Pictures.jpeg(upright))
    let plain = Pictures.jpeg(Pictures.segment(0xE1, Array("Exif\0\0".utf8) + Pictures.exif(1)))
    #expect(PictureMetadata(of: plain, at: "a.jpg").stripped == Pictures.jpeg([]))
    #expect(
      PictureMetadata(of: Pictures.gif, at: "a.gif").stripped.count == Pictures.gif.count - 22)
  }

  @Test(arguments: [
    Pictures.jpeg([]), Pictures.png([]),
    Pictures.jpeg(Pictures.segment(0xE2, Array("ICC_PROFILE\0".utf8))),
    Pictures.png(Pictures.chunk("tEXt", Array("Software\0gnuplot".utf8))), [], Array("text".utf8),
    Pictures.jpeg(Pictures.segment(0xFE, Array("Created with a program".utf8))),
  ])
  func othersAreNoFinding(bytes: [UInt8]) {
    #expect(PictureMetadata(of: bytes, at: "a").finding(path: "a") == nil)
  }

  /// Every picture, cut off at every byte, and with every byte changed.
  @Test(arguments: Pictures.all.map(\.name)) func damageIsNoTrap(name: String) throws {
    let bytes = try #require(Pictures.all.first { $0.name == name }).bytes
    for count in 0...bytes.count {
      let cut = metadata(name, Array(bytes.prefix(count)))
      _ = (cut.finding(path: "a"), cut.stripped)
    }
    for index in bytes.indices {
      for value: UInt8 in [0x00, 0x7F, 0xFF, bytes[index] ^ 1] {
        var changed = bytes
        changed[index] = value
        let metadata = metadata(name, changed)
        _ = (metadata.finding(path: "a"), metadata.stripped)
      }
    }
  }

  /// A list that leads back to itself, and one of many thousand entries.
  @Test func hostileListsEnd() {
    var loop = Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0xFF, 0xFF]
    for _ in 0..<5000 { loop += [0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 8] }
    let picture = Pictures.jpeg(Pictures.segment(0xE1, Array("Exif\0\0".utf8) + loop))
    #expect(PictureMetadata(of: picture, at: "a").finding(path: "a") == nil)
  }

  @Test(arguments: [
    "<metadata>", "<metadata", "inkscape:export-filename=\"", "<metadata></metadata>",
  ])
  func takeLinearTime(piece: String) {
    let growth = growth(from: 3_000) {
      Array(String(repeating: piece, count: $0).utf8)
    } work: {
      _ = PictureMetadata(of: $0, at: "a.svg").stripped
    }
    #expect(growth < 8)
  }

  private static let exiftool = "/usr/bin/exiftool"

  /// What another program finds in the copies, where it is installed.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: exiftool)),
    arguments: Pictures.all.map(\.name))
  func anotherProgramFindsNothing(name: String) async throws {
    let bytes = try #require(Pictures.all.first { $0.name == name }).bytes
    try await withTemporaryFolder { folder in
      func tags(_ bytes: [UInt8]) throws -> String {
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: Self.exiftool)
        process.arguments = ["-a", "-u", "-ee3", "-G1", "--System:all", file.path()]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
      }
      let before = try tags(bytes)
      let after = try tags(metadata(name, bytes).stripped)
      #expect(
        before.contains("Canary") || before.contains("canary") || before.contains("GPS")
          || name == "b.jpg", "\(before)")
      for word in ["Canary", "canary", "GPS", "Artist", "Creator", "Author", "By-line"] {
        #expect(!after.contains(word), "\(after)")
      }
    }
  }
}
