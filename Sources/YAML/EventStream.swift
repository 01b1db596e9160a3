private import CYAML

/// One of libyaml's events, with byte offsets into the file.
struct Event {
  enum Kind {
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(String, isQuoted: Bool)
    case sequenceStart
    case mappingStart
    case collectionEnd
  }

  var kind: Kind
  var offsets: Range<Int>
  var anchor: String?
  var tag: String?
}

/// libyaml's parser, event by event.
///
/// The parser lives on the heap because libyaml keeps pointers into it.
@safe struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var places: CharacterPlaces

  /// - Parameters:
  ///   - text: The bytes, which must outlive the stream.
  ///   - start: The offset of `text` in the file.
  @unsafe init(reading text: UnsafeBufferPointer<UInt8>, startingAt start: Int) {
    unsafe parser = .allocate(capacity: 1)
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    unsafe places = CharacterPlaces(of: text, startingAt: start)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// - Returns: `nil` at the end of the stream.
  mutating func next() throws(SyntaxProblem) -> Event? {
    var event = unsafe yaml_event_t()
    while true {
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem() }
      defer { unsafe yaml_event_delete(&event) }
      let start = unsafe places.offset(ofCharacter: event.start_mark.index)
      let end = unsafe max(start, places.offset(ofCharacter: event.end_mark.index))
      switch unsafe event.type {
      case YAML_NO_EVENT, YAML_STREAM_END_EVENT: return nil
      case YAML_STREAM_START_EVENT: continue
      default: return unsafe Self.event(event, at: start..<end)
      }
    }
  }

  private static func event(_ event: yaml_event_t, at offsets: Range<Int>) -> Event {
    switch unsafe event.type {
    case YAML_ALIAS_EVENT:
      let name = unsafe text(event.data.alias.anchor) ?? ""
      return Event(kind: .alias(name), offsets: offsets)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
      return unsafe Event(
        kind: .scalar(String(decoding: bytes, as: UTF8.self), isQuoted: isQuoted),
        offsets: offsets, anchor: text(scalar.anchor), tag: text(scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return unsafe Event(
        kind: .sequenceStart, offsets: offsets, anchor: text(start.anchor), tag: text(start.tag))
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return unsafe Event(
        kind: .mappingStart, offsets: offsets, anchor: text(start.anchor), tag: text(start.tag))
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, offsets: offsets)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, offsets: offsets)
    default: return Event(kind: .collectionEnd, offsets: offsets)
    }
  }

  private mutating func problem() -> SyntaxProblem {
    let words = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
    // The reader fails on bytes, so it has no mark but an offset.
    let offset =
      unsafe parser.pointee.error == YAML_READER_ERROR
      ? places.offset(ofByte: parser.pointee.problem_offset)
      : places.offset(ofCharacter: parser.pointee.problem_mark.index)
    let contextOffset = unsafe places.offset(ofCharacter: parser.pointee.context_mark.index)
    return SyntaxProblem(
      problem: words ?? "libyaml ran out of memory", context: context ?? "",
      offset: offset, contextOffset: context == nil ? offset : contextOffset)
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}
