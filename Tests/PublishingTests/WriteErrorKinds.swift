import Publishing

/// Which error it is, whatever file it names.
extension WriteError {
  var isHeld: Bool { if case .held = self { true } else { false } }
  var isChanged: Bool { if case .changed = self { true } else { false } }
  var isOfDisk: Bool { if case .disk = self { true } else { false } }
  var isCancelled: Bool { if case .cancelled = self { true } else { false } }
}
