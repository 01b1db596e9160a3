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
  /// The file of the content or of the templates that this file is made from, or the folder of the content when it is
  /// made from all of it; findings name it.
  package let origin: String
  /// Files with the same source are rendered one after another by the same task.
  package let source: String?
  /// Its place in the order in which the outputs name the files of a plan.
  var place = 0
  /// The file of the content that this is a copy of, if it is one.
  package let copied: String?
  private let prepare: @Sendable (_ inputs: inout PageInputs) -> Rendering

  /// Makes the bytes of a page from documents and from what was taken from the library.
  package typealias Rendering = (_ documents: inout OpenDocuments) throws -> [UInt8]

  package init(
    path: String, address: String? = nil, origin: String, source: String? = nil,
    copied: String? = nil,
    prepare: @escaping @Sendable (_ inputs: inout PageInputs) -> Rendering
  ) {
    self.path = path
    self.address = address
    self.origin = origin
    self.source = source
    self.copied = copied
    self.prepare = prepare
  }

  /// A file whose inputs are not named: it is rendered in every build.
  package init(
    path: String, address: String? = nil, origin: String, source: String? = nil,
    render: @escaping @Sendable (_ documents: inout OpenDocuments) throws -> [UInt8]
  ) {
    self.init(path: path, address: address, origin: origin, source: source) { inputs in
      inputs.areNamed = false
      return render
    }
  }

  /// A copy of a file of the content, or of a picture without its metadata.
  package init(
    path: String, origin: String, copying copied: String, stripsMetadata: Bool = false
  ) {
    self.init(path: path, origin: origin, copied: copied) { inputs in
      inputs.add(source: copied)
      return { documents in try documents.copy(of: copied, stripsMetadata: stripsMetadata) }
    }
  }

  /// A file that is made of no document.
  package init(path: String, origin: String, render: @escaping @Sendable () throws -> [UInt8]) {
    self.init(path: path, origin: origin) { (_: inout OpenDocuments) in try render() }
  }

  /// Takes from the library what the page shows, adds all its inputs, and returns what renders it. Called at most once
  /// a build, on any thread.
  ///
  /// No control character leaves a page, wherever it came from: an author's bytes, an escape in YAML or a character
  /// reference. A copy keeps its bytes. What is returned is never called for two files of one `source` at a time. A
  /// `Diagnostic` that it throws is reported beside those of other files.
  package func prepared(_ inputs: inout PageInputs) -> Rendering {
    let render = prepare(&inputs)
    guard copied == nil else { return render }
    return { documents in ControlCharacters.shown(try render(&documents)) }
  }

  /// Makes the bytes with the errors of some documents.
  package func render(with documents: inout OpenDocuments) throws -> [UInt8] {
    var inputs = PageInputs(of: nil, errors: documents.errors)
    return try prepared(&inputs)(&documents)
  }

  /// Makes the bytes by themselves.
  package func render(from files: FileSource) throws -> [UInt8] {
    var documents = OpenDocuments(from: files)
    return try render(with: &documents)
  }
}
