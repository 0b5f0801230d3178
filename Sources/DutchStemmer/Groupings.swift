extension WordBuffer {
  /// One character of the word and where it stands.
  struct Letter {
    /// The character if the algorithm tells it from others, else U+FFFD.
    var scalar: Unicode.Scalar

    /// The position before it.
    var start: Int

    /// The position after it.
    var end: Int
  }
}

// MARK: - The groupings of the publication

extension WordBuffer.Letter {
  /// `AEIOU`: a vowel, with or without an accent.
  var isAEIOU: Bool { isE || isAIOU }

  /// `AIOU`: a vowel other than *e*.
  var isAIOU: Bool {
    switch scalar {
    case "a", "ä", "á", "à", "â": true
    case "i", "ï", "í", "ì", "î": true
    case "o", "ö", "ó", "ò", "ô": true
    case "u", "ü", "ú", "ù", "û": true
    default: false
    }
  }

  /// `E`: *e*, with or without an accent.
  var isE: Bool {
    switch scalar {
    case "e", "ë", "é", "è", "ê": true
    default: false
    }
  }

  /// `v`: a vowel or *y*.
  var isV: Bool { isAEIOU || scalar == "y" }

  /// `v_WX`: a vowel, *y*, *w* or *x*.
  var isVWX: Bool { isV || scalar == "w" || scalar == "x" }
}
