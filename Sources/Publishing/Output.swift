package import Learning

/// A form in which the library is published: a name and a pure function from the library to files.
package struct Output: Sendable {
  package let name: String
  /// The paths of all files, each with what renders it. Nothing is rendered here.
  package let plan: @Sendable (_ library: Library) -> [OutputFile]

  package init(
    name: String,
    plan: @escaping @Sendable (_ library: Library) -> [OutputFile]
  ) {
    self.name = name
    self.plan = plan
  }
}
