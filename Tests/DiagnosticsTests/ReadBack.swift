import Foundation
import Testing

/// Findings read back from a report, by the rules of its format.
enum ReadBack {
  struct Finding: Equatable {
    let code: String
    let line: Int?
  }

  static func findings(in text: String, of format: String) throws -> [Finding] {
    switch format {
    case "json":
      return try objects(text, at: ["findings"]).map { finding in
        Finding(code: try #require(finding["code"] as? String), line: finding["line"] as? Int)
      }
    case "gitlab":
      // The format has no finding without a line: the whole file is its first line.
      return try objects(text, at: []).map { issue in
        let location = try #require(issue["location"] as? [String: Any])
        let lines = try #require(location["lines"] as? [String: Int])
        return whole(try #require(issue["check_name"] as? String), lines["begin"])
      }
    case "sarif":
      return try objects(text, at: ["runs", "results"]).map { result in
        let location = try #require((result["locations"] as? [[String: Any]])?.first)
        let place = try #require(location["physicalLocation"] as? [String: Any])
        let region = try #require(place["region"] as? [String: Int])
        return whole(try #require(result["ruleId"] as? String), region["startLine"])
      }
    case "junit":
      return text.matches(of: #/<testcase name="(?<code>[A-Z0-9]+)(?: at line (?<line>[0-9]+))?"/#)
        .map { Finding(code: String($0.code), line: $0.line.flatMap { Int($0) }) }
    case "github":
      return text.matches(
        of:
          #/(?m)^::[a-z]+ file=[^,]+(?:,line=(?<line>[0-9]+),col=[0-9]+)?,title=(?<code>[A-Z0-9]+)::/#
      )
      .map { Finding(code: String($0.code), line: $0.line.flatMap { Int($0) }) }
    case "text":
      return text.matches(
        of: #/(?m)^[^ ].*?(?::(?<line>[0-9]+):[0-9]+)?: [a-z]+\[(?<code>[A-Z0-9]+)\]: /#
      )
      .map { Finding(code: String($0.code), line: $0.line.flatMap { Int($0) }) }
    default:
      throw Unknown(format: format)
    }
  }

  struct Unknown: Error { let format: String }

  /// Only BS060 is about a whole file in the sample.
  private static func whole(_ code: String, _ line: Int?) -> Finding {
    Finding(code: code, line: code == "BS060" && line == 1 ? nil : line)
  }

  private static func objects(_ text: String, at path: [String]) throws -> [[String: Any]] {
    var value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    for key in path {
      let object = try #require(value as? [String: Any] ?? (value as? [[String: Any]])?.first)
      value = try #require(object[key])
    }
    return try #require(value as? [[String: Any]])
  }
}
