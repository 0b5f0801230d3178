/// A run of letters, digits and their marks.
struct Run: Equatable {
  var start: Int
  var end: Int
  var letters = 0
  var digits = 0
  var capitals = 0
  /// How often a letter follows a digit or a digit a letter.
  var switches = 0
  /// The offset of the first switch.
  var switchAt = 0
  /// Whether every byte is an ASCII letter or digit.
  var isPlain = true
  var hasMarks = false

  /// Whether it has at least two letters, all capitals.
  var isAllCapitals: Bool { capitals >= 2 && capitals == letters }
}

/// A word or a number, without the hyphens that join it to others.
struct Element: Equatable {
  enum Form: Equatable {
    /// Letters and digits: `toeslag`, `273f`, `2024Z16543`.
    case run
    /// Letters around an apostrophe: `risico's`, `zo'n`, `d'Hondt`. `suffix` is the run after it.
    case apostrophe(suffix: Run)
    /// A letter after a leading apostrophe: `'s`.
    case clitic
    /// Single letters with full stops between them: `A.V.G.`
    case dotted
    /// A number with groups of three digits or a fraction: `36 410`, `1.234,5`.
    case number(groups: Int)
  }

  var form: Form
  /// The first run.
  var run: Run
  /// The bytes of the whole element.
  var range: Range<Int>
}

/// Finds the elements of a text by its characters alone.
struct Lexer {
  let text: UnsafeBufferPointer<UInt8>

  /// The class and the length of the scalar at an offset; at the end of the text `other` and 0.
  @inline(__always)
  func peek(_ at: Int) -> (ScalarClass, length: Int) {
    guard at < text.count else { return (.other, 0) }
    let scalar = Scalar(text, at: at)
    return (scalar.scalarClass, scalar.length)
  }

  /// Reads the run at an offset; nil if no letter or digit is there.
  @inline(__always)
  func run(at start: Int) -> Run? {
    var run = Run(start: start, end: start)
    var at = start
    var lastIsDigit = false
    scan: while at < text.count {
      let scalar = Scalar(text, at: at)
      let isDigit: Bool
      switch scalar.scalarClass {
      case .letter:
        isDigit = false
        run.letters += 1
        if scalar.isUpper { run.capitals += 1 }
      case .digit:
        isDigit = true
        run.digits += 1
      case .mark where at > start:
        run.hasMarks = true
        isDigit = lastIsDigit
      case .ignorable where at > start:
        isDigit = lastIsDigit
      default: break scan
      }
      if at > start, isDigit != lastIsDigit {
        run.switches += 1
        if run.switches == 1 { run.switchAt = at }
      }
      if scalar.length > 1 { run.isPlain = false }
      lastIsDigit = isDigit
      at += scalar.length
    }
    run.end = at
    return at > start ? run : nil
  }

  /// Reads the element at an offset; nil if none begins there. No apostrophe begins one if it is
  /// `precededByWord`.
  @inline(__always)
  func element(at start: Int, precededByWord: Bool) -> Element? {
    guard let run = run(at: start) else {
      return precededByWord ? nil : clitic(at: start)
    }
    if run.letters == 0 { return number(from: run) }
    if run.end < text.count {
      let next = text[run.end]
      if next == UInt8(ascii: "."), run.letters == 1, run.digits == 0 { return dotted(from: run) }
      if next >= 0x80 || next == UInt8(ascii: "'") || next == UInt8(ascii: "`") {
        if let joined = apostrophe(after: run) { return joined }
      }
    }
    return Element(form: .run, run: run, range: run.start..<run.end)
  }

  private func clitic(at start: Int) -> Element? {
    let (first, length) = peek(start)
    guard first == .apostrophe, let run = run(at: start + length), run.letters == 1,
      run.digits == 0, run.end == run.start + 1,
      [UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "k")]
        .contains(text[run.start] | 0x20), peek(run.end).0 != .apostrophe
    else { return nil }
    return Element(form: .clitic, run: run, range: start..<run.end)
  }

  private func apostrophe(after run: Run) -> Element? {
    let (next, length) = peek(run.end)
    guard next == .apostrophe, let suffix = self.run(at: run.end + length), suffix.digits == 0
    else { return nil }
    return Element(form: .apostrophe(suffix: suffix), run: run, range: run.start..<suffix.end)
  }

  /// The maximum number of letters of an abbreviation with full stops.
  private static let maximumDottedLetters = 12

  private func dotted(from first: Run) -> Element {
    var end = first.end
    var letters = 1
    while letters < Self.maximumDottedLetters, end < text.count, text[end] == UInt8(ascii: "."),
      let next = run(at: end + 1), next.letters == 1, next.digits == 0
    {
      end = next.end
      letters += 1
    }
    guard letters > 1 else {
      return Element(form: .run, run: first, range: first.start..<first.end)
    }
    if end < text.count, text[end] == UInt8(ascii: ".") { end += 1 }
    return Element(form: .dotted, run: first, range: first.start..<end)
  }

  private static let maximumGroups = 6

  /// Reads on after a run of digits: groups of three after a space or a full stop, then a fraction
  /// after a comma, or after a full stop that no group follows. `1,2,3` is a list, not a number.
  private func number(from first: Run) -> Element {
    let plain = Element(form: .run, run: first, range: first.start..<first.end)
    if isInList(first.start) { return plain }
    var end = first.end
    var groups = 1
    if first.digits <= 3 {
      let separator = end < text.count ? Scalar(text, at: end).value : 0
      while groups < Self.maximumGroups, let group = nextDigits(after: end, separator: separator),
        group.digits == 3
      {
        end = group.end
        groups += 1
      }
    }
    var isFraction = false
    for separator in [UInt8(ascii: ","), UInt8(ascii: ".")] {
      guard let fraction = nextDigits(after: end, separator: UInt32(separator)) else { continue }
      if separator == UInt8(ascii: "."), groups > 1 { break }
      let goesOn = nextDigits(after: fraction.end, separator: UInt32(separator)) != nil
      if goesOn { break }
      end = fraction.end
      isFraction = true
      break
    }
    guard groups > 1 || isFraction else { return plain }
    return Element(form: .number(groups: groups), run: first, range: first.start..<end)
  }

  /// Whether a number continues a list without spaces: the `2` of `1,2,3`.
  private func isInList(_ start: Int) -> Bool {
    guard start >= 2 else { return false }
    let isSeparator = text[start - 1] == UInt8(ascii: ",") || text[start - 1] == UInt8(ascii: ".")
    return isSeparator && text[start - 2] &- UInt8(ascii: "0") < 10
  }

  /// The run of digits after a separator: any space, a comma or a full stop.
  private func nextDigits(after end: Int, separator: UInt32) -> Run? {
    guard end < text.count else { return nil }
    let scalar = Scalar(text, at: end)
    guard scalar.value == separator,
      scalar.scalarClass == .space || separator == 0x2C || separator == 0x2E,
      let run = run(at: end + scalar.length), run.letters == 0
    else { return nil }
    return run
  }
}
