import Incidents
import Testing

struct CustomerImpactTests {
  /// What is said of customers, and on which line below the heading.
  @Test(
    arguments: [
      ("About 300 customers could not pay.", true, 5), ("No customer noticed.", false, 5),
      ("- None for customers: the replicas were well", false, 5),
      ("No data was touched.\nUsers saw errors for an hour.", true, 6),
      ("Users saw nothing, but the log was open.", false, 5),
      ("No shop saw an error.\n\n- 311 shops saw error pages", true, 7),
      ("Log search stood still for an hour.", nil, 0),
      ("Customers like the new page.", nil, 0), ("The page was down. Users were asleep.", nil, 0),
    ] as [(String, Bool?, Int)])
  func reads(text: String, isAffected: Bool?, line: Int) {
    let impact = read("# X\n\n## Impact\n\n\(text)\n").incident.customerImpact
    #expect(impact?.isAffected == isAffected)
    #expect(impact == nil || impact?.line == line)
  }
}
