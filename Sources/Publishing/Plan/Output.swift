package import Diagnostics
package import Learning

/// A form in which the library is published: a name, what it finds wrong with the library, and a pure
/// function from the library to files.
package struct Output: Sendable {
  package let name: String
  /// What this output cannot take as it is. Judged with all other findings.
  package let check: @Sendable (_ library: Library) -> [Diagnostic]
  /// The paths of all files, each with what renders it. Nothing is rendered here.
  package let plan: @Sendable (_ library: Library) -> [OutputFile]

  package init(
    name: String, check: @escaping @Sendable (_ library: Library) -> [Diagnostic],
    plan: @escaping @Sendable (_ library: Library) -> [OutputFile]
  ) {
    self.name = name
    self.check = check
    self.plan = plan
  }
}
