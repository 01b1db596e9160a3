import Testing

@testable import Learning

@Suite struct BrandTests {
  /// The ratios that the contrast checker of WebAIM gives.
  @Test(arguments: [
    ("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0b6572", "#ffffff", 6.73),
    ("#f00", "#fff", 4.0), ("#ffffff", "#ffffff", 1.0), ("#1a1a1a", "#202020", 1.07),
  ])
  func contrast(one: String, other: String, ratio: Double) throws {
    let (one, other) = try (#require(BrandColor(one)), #require(BrandColor(other)))
    #expect(abs(one.contrast(with: other) - ratio) < 0.01)
    #expect(one.contrast(with: other) == other.contrast(with: one))
  }

  @Test(arguments: ["teal", "#12345", "#12345g", "", "#", "123456", "#1234567", "# 12345"])
  func isNoColor(text: String) { #expect(BrandColor(text) == nil) }

  @Test(arguments: ["#0ab", "#00aabb", "#00AABB"])
  func isWritten(text: String) { #expect(BrandColor(text)?.description == "#00aabb") }

  /// Whatever the team's colour, text in it can be read in both schemes.
  @Test func everyAccentCanBeRead() throws {
    let steps: [UInt8] = [0, 51, 102, 153, 204, 255]
    for red in steps {
      for green in steps {
        for blue in steps {
          var brand = Brand()
          brand.accent = BrandColor(red: red, green: green, blue: blue)
          let light = try #require(brand.light)
          let dark = try #require(brand.dark)
          #expect(light.accent.contrast(with: .white) >= 4.5)
          #expect(light.accent.contrast(with: light.soft) >= 4.5)
          #expect(dark.accent.contrast(with: try #require(BrandColor("#171c23"))) >= 4.5)
          #expect(dark.accent.contrast(with: dark.soft) >= 4.5)
        }
      }
    }
  }

  @Test func aColorThatCanBeReadStays() {
    var brand = Brand()
    brand.accent = BrandColor("#0b6572")
    #expect(brand.light?.accent == brand.accent)
    #expect(brand.dark?.accent != brand.accent)
  }
}
