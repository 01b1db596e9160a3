package import Diagnostics

/// Gives a page the bytes of a content file again when it is rendered.
package struct Sources: Sendable {
  private let read: @Sendable (_ path: String) throws -> SourceFile

  /// - Parameter read: takes a path as in ``SourceFile/path``.
  package init(_ read: @escaping @Sendable (_ path: String) throws -> SourceFile) {
    self.read = read
  }

  /// - Throws: what reading threw; the file may have changed or gone since the library was collected.
  package func file(_ path: String) throws -> SourceFile { try read(path) }
}
