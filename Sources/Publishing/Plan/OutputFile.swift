internal import Diagnostics
package import Files
internal import Screening

/// One file of the site before it exists: where it goes, where it comes from, and how its bytes are
/// made.
package struct OutputFile: Sendable {
  /// Below the site folder, with `/`, as in `blog/2026-01-10-pool/index.md`.
  package let path: String
  /// Where another program that publishes the file puts the page, when that is not its path; two pages
  /// at one address are one too many.
  package let address: String?
  /// The content path, or the name of the output, that asked for this file; findings name it.
  package let origin: String
  /// Files with the same source are rendered one after another by the same task.
  package let source: String?
  /// The file of the content that this is a copy of, if it is one.
  package let copied: String?
  /// No control character leaves here, wherever it came from: an author's bytes, an escape in YAML or a
  /// character reference. A copy keeps its bytes.
  private let make: @Sendable (_ documents: inout OpenDocuments) throws -> [UInt8]

  package init(
    path: String, address: String? = nil, origin: String, source: String? = nil,
    copied: String? = nil,
    render: @escaping @Sendable (_ documents: inout OpenDocuments) throws -> [UInt8]
  ) {
    self.path = path
    self.address = address
    self.origin = origin
    self.source = source
    self.copied = copied
    make = { documents in
      let bytes = try render(&documents)
      return copied == nil ? ControlCharacters.shown(bytes) : bytes
    }
  }

  /// A copy of a file of the content, or of a picture without its metadata.
  package init(
    path: String, origin: String, copying copied: String, stripsMetadata: Bool = false
  ) {
    self.init(path: path, origin: origin, copied: copied) { documents in
      try documents.copy(of: copied, stripsMetadata: stripsMetadata)
    }
  }

  /// A file that is made of no document.
  package init(path: String, origin: String, render: @escaping @Sendable () throws -> [UInt8]) {
    self.init(path: path, origin: origin) { _ in try render() }
  }

  /// Makes the bytes. Called at most once a build, on any thread, and never for two files of one
  /// `source` at a time.
  ///
  /// - Throws: Errors from making the page; a `Diagnostic` is reported beside those of other files.
  package func render(with documents: inout OpenDocuments) throws -> [UInt8] {
    try make(&documents)
  }

  /// Makes the bytes by themselves.
  package func render(from files: FileSource) throws -> [UInt8] {
    var documents = OpenDocuments(from: files)
    return try make(&documents)
  }
}
