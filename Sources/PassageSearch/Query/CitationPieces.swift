/// A piece of a query as the grammar of citations sees it: letters, digits or a sign.
struct CitationPiece: Sendable, Hashable {
  enum Form: Sendable, Hashable { case letters, digits, sign }

  var form: Form
  /// In lower case; every dash is a hyphen.
  var text: String
  /// The place of its token.
  var token: Int
  /// Whether it begins its token.
  var isFirst: Bool
}

extension CitationPiece {
  /// What people and word processors write for a hyphen.
  static let dashes: Set<Unicode.Scalar> = ["–", "—", "‑", "‐", "−", "‒"]

  /// The pieces of tokens, up to one that is no word or bracket.
  static func pieces(of tokens: ArraySlice<QueryToken>) -> [CitationPiece] {
    var pieces: [CitationPiece] = []
    for (place, token) in zip(tokens.indices, tokens) {
      switch token {
      case .word(let text): add(text, place, &pieces)
      case .open: pieces.append(CitationPiece(form: .sign, text: "(", token: place, isFirst: true))
      case .close: pieces.append(CitationPiece(form: .sign, text: ")", token: place, isFirst: true))
      default: return pieces
      }
    }
    return pieces
  }

  private static func add(_ word: String, _ place: Int, _ pieces: inout [CitationPiece]) {
    let first = pieces.count
    for scalar in word.unicodeScalars {
      // A number of groups is one token: `24 587`.
      if scalar.properties.isWhitespace { continue }
      let form: Form =
        ("0"..."9").contains(scalar)
        ? .digits : scalar.properties.isAlphabetic ? .letters : .sign
      let text = dashes.contains(scalar) ? "-" : scalar.properties.lowercaseMapping
      if form != .sign, pieces.count > first, pieces[pieces.count - 1].form == form {
        pieces[pieces.count - 1].text += text
      } else {
        pieces.append(
          CitationPiece(form: form, text: text, token: place, isFirst: pieces.count == first))
      }
    }
  }
}

/// Reads the pieces of a query one after another.
struct CitationScanner {
  let pieces: [CitationPiece]
  /// The place of the next piece.
  var at = 0

  var next: CitationPiece? { peek() }

  func peek(_ distance: Int = 0) -> CitationPiece? {
    pieces.indices.contains(at + distance) ? pieces[at + distance] : nil
  }

  /// The signs and words before a number: `nr. 705`.
  static let numberSigns: Set<String> = ["nr", "nrs", "no", "nummer", "nummers"]
  /// Those before several numbers.
  static let pluralNumberSigns: Set<String> = ["nrs", "nummers"]

  /// Skips any of some signs.
  mutating func skip(_ signs: Set<String>) {
    while let piece = next, piece.form == .sign, signs.contains(piece.text) { at += 1 }
  }

  mutating func takeSign(_ text: String) -> Bool {
    guard next?.form == .sign, next?.text == text else { return false }
    at += 1
    return true
  }

  /// Takes one of some words.
  mutating func takeWord(_ words: Set<String>) -> Bool {
    guard let piece = next, piece.form == .letters, words.contains(piece.text) else { return false }
    at += 1
    return true
  }

  /// Takes a number if the count of its digits is in a range.
  mutating func takeDigits(_ count: ClosedRange<Int>) -> String? {
    guard let piece = next, piece.form == .digits, count.contains(piece.text.utf8.count) else {
      return nil
    }
    at += 1
    return piece.text
  }

  /// Takes what `read` reads, or nothing.
  mutating func take<Value>(_ read: (inout CitationScanner) -> Value?) -> Value? {
    let begin = at
    if let value = read(&self) { return value }
    at = begin
    return nil
  }

  /// A vergaderjaar: `2024-2025`, `2024/25`, `20242025`.
  mutating func takeSession() -> String? {
    take { scanner in
      if let digits = scanner.takeDigits(8...8) {
        return digits.prefix(4).session(to: digits.suffix(4))
      }
      guard let first = scanner.takeDigits(4...4),
        scanner.takeSign("-") || scanner.takeSign("/"),
        let second = scanner.takeDigits(2...4)
      else { return nil }
      return first[...].session(to: second[...])
    }
  }

  /// A zaaknummer: `2024Z16543`, `2024Z 16543`.
  mutating func takeCaseNumber() -> String? {
    take { scanner in
      guard let year = scanner.takeDigits(4...4), Int(year).map((1990...2100).contains) == true,
        scanner.takeWord(["z"]), let number = scanner.takeDigits(4...6)
      else { return nil }
      return "\(year)Z\(number)"
    }
  }

  /// The maximum number of questions of a range.
  private static let maximumRange = 200

  /// The last number of a range: `-5`, `t/m 5`, `tot en met 5`.
  private mutating func takeEndOfRange(from first: Int) -> Int? {
    take { scanner in
      if scanner.takeWord(["t"]) {
        guard scanner.takeSign("/"), scanner.takeWord(["m"]) else { return nil }
      } else if scanner.takeWord(["tot"]) {
        guard scanner.takeWord(["en"]), scanner.takeWord(["met"]) else { return nil }
      } else {
        guard scanner.takeSign("-") else { return nil }
      }
      guard let last = scanner.takeDigits(1...3).flatMap({ Int($0) }),
        (first + 1...first + Self.maximumRange).contains(last)
      else { return nil }
      return last
    }
  }

  /// Numbers with commas and `en` between them: `2, 3 en 4`. Each may have a letter, `6a`; not
  /// `5e`, which counts.
  mutating func takeNumbers(digits: Int, isPlural: Bool) -> [String] {
    var numbers: [String] = []
    var end = at
    while var number = takeDigits(1...digits) {
      guard let value = Int(number), value > 0 else { break }
      number = String(value)
      if let piece = next, piece.form == .letters, !piece.isFirst, "abcd".contains(piece.text) {
        number += piece.text
        at += 1
      }
      // What goes on in the same word is no number: `5-norm`, `3e`.
      if let piece = next, piece.form == .letters, !piece.isFirst { break }
      numbers.append(number)
      end = at
      guard isPlural else { break }
      if let last = takeEndOfRange(from: value) {
        numbers += (value + 1...last).map(String.init)
        end = at
      }
      skip([",", ";", "&"])
      _ = takeWord(["en"])
      skip([","])
    }
    at = end
    return numbers
  }
}

extension Substring {
  /// The session of two years of which this is the first; nil if the second does not follow it.
  fileprivate func session(to second: Substring) -> String? {
    guard let first = Int(self), (1814...2200).contains(first), let other = Int(second),
      second.utf8.count == 4
        ? other == first + 1 : second.utf8.count == 2 && other == (first + 1) % 100
    else { return nil }
    return "\(first)-\(first + 1)"
  }
}
