extension String {
  /// The text without control characters and marks that change the writing direction, which a
  /// hostile document could use against a terminal. Line feeds stay; tabs, and characters that
  /// other programs take for a line end, become spaces.
  package var withoutControls: String {
    without {
      $0.isHarmful
    } blanking: {
      $0 == "\t" || $0.endsLines
    }
  }

  /// The same, but tabs between columns stay.
  package var withoutHarm: String {
    without {
      $0.isHarmful
    } blanking: {
      $0.endsLines
    }
  }

  private func without(
    _ isHarmful: (Unicode.Scalar) -> Bool, blanking isBlank: (Unicode.Scalar) -> Bool
  ) -> String {
    guard unicodeScalars.contains(where: { isBlank($0) || isHarmful($0) }) else { return self }
    var clean = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if isBlank(scalar) { clean.append(" ") } else if !isHarmful(scalar) { clean.append(scalar) }
    }
    return String(clean)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal might obey the character instead of showing it: a control character other
  /// than tab and line feed, a mark that changes the writing direction, a byte order mark, or one
  /// of the two codes beside it that are no character (and that XML forbids).
  package var isHarmful: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    // Marks of direction: Arabic letter, left-to-right, right-to-left; embeddings and overrides;
    // isolates.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether many programs end a line at the character although it is not a line feed: vertical
  /// tab, form feed, U+0085, and the line and paragraph separators. It is replaced by a space, so
  /// that the words around it stay separate.
  package var endsLines: Bool { [0x0B, 0x0C, 0x85, 0x2028, 0x2029].contains(value) }
}
