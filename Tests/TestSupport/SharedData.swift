package import Foundation
package import Testing

/// The test data beside the checkout (`../shared`): specifications and real reviews that are not ours to copy.
package enum SharedData {
  /// The folder, whether it is there or not.
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared").standardized

  package static var isHere: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  /// In CI the data must be there: a test that needs it fails without it. Elsewhere it is skipped.
  package static var isExpected: Bool {
    isHere || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  /// What a skipped test says.
  package static let advice: Comment =
    "needs ../shared, the data folder beside the checkout; CI has it, and fails without it"

  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  package static func json<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: path)))
  }
}
