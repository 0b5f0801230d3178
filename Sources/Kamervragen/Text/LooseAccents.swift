internal import Composition

/// Puts loose accents back on their letters: "patie¨nten", "pati ¨enten", "Kostic ´".
///
/// Most files have an accent after its letter, some before it, others with a space between. The
/// letters decide: only some can carry the accent, and in Dutch a diaeresis is on a vowel that
/// follows a vowel. Acutes and graves also serve as apostrophes and quotation marks ("foto´s",
/// "`goed'"), so they need more evidence.
struct LooseAccents {
  private let line: [Unicode.Scalar]
  private var at = 0
  private var done: [Unicode.Scalar] = []
  /// Whether the last finished scalar got its accent here.
  private var isJoined = false
  /// The last place where a quotation may close.
  private let lastClosing: Int
  /// Whether an acute, a grave or a diaeresis opened a quotation.
  private var isQuoted = false

  /// A clean line with its accents on their letters.
  static func joined(_ bytes: [UInt8]) -> [UInt8] {
    var accents = LooseAccents(Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    accents.join()
    return Array(String(String.UnicodeScalarView(accents.done)).utf8)
  }

  private init(_ line: [Unicode.Scalar]) {
    self.line = line
    lastClosing =
      line.indices.last { index in
        "´`¨'’".unicodeScalars.contains(line[index]) && index > 0 && line[index - 1] != " "
          && !(index + 1 < line.count && line[index + 1].isLetter)
      } ?? -1
    done.reserveCapacity(line.count)
  }

  private mutating func join() {
    while at < line.count {
      let wasJoined = isJoined
      isJoined = false
      guard let accent = Accent(line[at]), !(accent.isCombining && !isLoose) else {
        done.append(line[at])
        at += 1
        continue
      }
      place(accent, wasJoined)
      at += 1
    }
  }

  /// Whether the combining accent here has no letter: it follows a space or a dotless i, with which
  /// it does not compose.
  private var isLoose: Bool { done.last == " " || done.last == "ı" }

  private mutating func place(_ accent: Accent, _ wasJoined: Bool) {
    let isSpaced = done.last == " "
    let left = letter(behind: isSpaced ? 1 : 0).flatMap { accent.on($0) }
    let next = at + 1 < line.count ? line[at + 1] : " "
    var side: Side
    if next.isLetter {
      let around = Neighbours(
        left: left, right: accent.on(next), isSpaced: isSpaced, wasJoined: wasJoined)
      side = isSpaced || !isBehindLetter ? atStart(accent, around) : inside(accent, around)
    } else {
      side = atEnd(accent, left, isSpaced: isSpaced)
    }
    if case .left = side, left == nil { side = .none }
    switch side {
    case .none:
      let isOpening = accent.quotes && next.isLetter && !isBehindLetter && lastClosing > at
      // "´s-Gravenhage" and "´t Gooi" do not open a quotation.
      if isOpening, !["s", "t", "n", "k", "m"].contains(word(from: at + 1)) { isQuoted = true }
      done.append(line[at])
    case .left:
      if isSpaced { done.removeLast() }
      done.removeLast()
      if let left { done.append(left) }
      isJoined = true
      if isSpaced, isSplinter(from: at + 1) { at += 1 }
    case .right(let letter, let isGlued):
      if isGlued, done.last == " " { done.removeLast() }
      if !next.isLetter { at += 1 }
      done.append(letter)
      at += 1
      isJoined = true
    }
  }

  private enum Side {
    case none, left
    /// On the next letter. If `isGlued`, the word continues and the space before the accent is
    /// removed.
    case right(Unicode.Scalar, isGlued: Bool)
  }

  /// The letters on both sides with the accent applied; nil if they cannot carry it.
  private struct Neighbours {
    var left: Unicode.Scalar?
    var right: Unicode.Scalar?
    var isSpaced: Bool
    /// Whether the letter before already got an accent.
    var wasJoined: Bool
  }

  // MARK: The place of an accent

  /// Decides for an accent between two letters.
  private func inside(_ accent: Accent, _ around: Neighbours) -> Side {
    let left = letter(behind: 0) ?? " "
    let right = around.right.map { Side.right($0, isGlued: false) }
    // A dotless i occurs only with an accent.
    if left == "ı" { return .left }
    if line[at + 1] == "ı", let right { return right }
    if accent.isApostrophe { return apostrophe(left, around) }
    guard around.left != nil else {
      return around.wasJoined || left.isASCII ? right ?? .none : .none
    }
    guard let right else { return .left }
    return prefersRight(accent, left) ? right : .left
  }

  /// Whether the right letter gets the accent, if both can carry it.
  private func prefersRight(_ accent: Accent, _ left: Unicode.Scalar) -> Bool {
    if accent.mark == Accent.diaeresis {
      // "pati¨enten", "co¨ordinatie"; but "bee¨indigd", and German "La¨ufer".
      return letter(behind: 1)?.isVowel != true && !(left == "a" && line[at + 1] == "u")
    }
    if line[at + 1] == "n" { return at + 2 < line.count && line[at + 2].isVowel }
    return "iu".unicodeScalars.contains(left) && "eao".unicodeScalars.contains(line[at + 1])
  }

  /// Decides for an acute or a grave between two letters.
  private func apostrophe(_ left: Unicode.Scalar, _ around: Neighbours) -> Side {
    let next = line[at + 1]
    let tail = word(from: at + 1)
    let isRepeated = at + 2 < line.count && line[at + 2] == line[at]
    let isFirst = letter(behind: 1) == nil
    if left.isVowel, tail == "c", !isRepeated, let right = around.right {
      return .right(right, isGlued: false)
    }
    if left == "e" || left == "E" && (isFirst || joinedBefore) { return .left }
    if left.isVowel {
      if isRepeated || joinedBefore { return .left }
      if Self.endings.contains(tail) || tail == "n" && isZo { return .none }
      if next == "e", "iu".unicodeScalars.contains(left), let right = around.right {
        return .right(right, isGlued: false)
      }
      // Here it is an apostrophe: "Sana´a", "shi´iet", "l´Europe", "o´clock".
      if next.isVowel { return left == "o" && (next == "o" || next == "e") ? .left : .none }
      let isCapital = left.properties.isUppercase
      if next.properties.isUppercase || isCapital && !isFirst || isFirst && next == "c" {
        return .none
      }
      return .left
    }
    guard let right = around.right, next.isVowel, !next.properties.isUppercase else { return .none }
    if around.wasJoined || !left.isASCII {
      return around.wasJoined ? .right(right, isGlued: false) : .none
    }
    // "d´etat", "SP´er", "sms´en".
    let isElision = isFirst && "dlcjnsmt".unicodeScalars.contains(left.lowercased)
    return isElision && !isRepeated || left.properties.isUppercase && !isFirst
      || Self.endings.contains(tail)
      ? .none : .right(right, isGlued: false)
  }

  /// Endings after an apostrophe: "foto´s", "hbo´er".
  private static let endings: Set<String> = [
    "s", "S", "er", "ers", "tje", "tjes", "je", "jes", "en", "ende", "t", "te", "ten",
  ]

  /// Decides for an accent before the first letter of a word, or after a space within a word.
  private func atStart(_ accent: Accent, _ around: Neighbours) -> Side {
    let next = line[at + 1]
    let right = { (isGlued: Bool) in
      around.right.map { Side.right($0, isGlued: isGlued && around.isSpaced) } ?? .none
    }
    let left = around.isSpaced ? letter(behind: 1) : nil
    let isRepeated = at + 2 < line.count && line[at + 2] == line[at]
    if next.properties.isUppercase {
      return accent.quotes && lastClosing > at ? .none : right(false)
    }
    if accent.isApostrophe {
      if isRepeated { return right(false) }
      if next == "a", !(at + 2 < line.count && line[at + 2] != " ") { return right(false) }
      guard let left else { return .none }
      // "Milosevi ´c".
      if word(from: at + 1) == "c", accent.isCombining || lastClosing < at { return right(true) }
      if accent.isCombining, around.left != nil, left.isVowel { return .left }
      return next.isVowel && !left.isVowel && (accent.isCombining || lastClosing < at)
        ? right(true) : .none
    }
    guard left != nil else { return right(false) }
    if accent.quotes, lastClosing > at { return .none }
    guard around.left != nil else {
      // "M ¨uller" is one word, "is ¨uberhaupt" are two.
      let opens = accent.mark == Accent.diaeresis && "aou".unicodeScalars.contains(next)
      return right(!opens || !hasVowel(before: done.count - 1))
    }
    guard around.right != nil else { return .left }
    return accent.mark != Accent.diaeresis || letter(behind: 2)?.isVowel != true
      ? right(true) : .left
  }

  /// Decides for an accent after the last letter of a word, or alone.
  private func atEnd(_ accent: Accent, _ left: Unicode.Scalar?, isSpaced: Bool) -> Side {
    guard let letter = letter(behind: isSpaced ? 1 : 0) else { return .none }
    let next = at + 1 < line.count ? line[at + 1] : nil
    if let split = acrossSpace(accent, letter, isSpaced: isSpaced) { return split }
    guard left != nil else { return .none }
    if isQuoted, accent.quotes { return .none }
    if isSpaced, next?.properties.numericType != nil { return .none }
    guard accent.isApostrophe, !letter.isVowel else {
      let isAgain = accent.mark == Accent.grave && "iy".unicodeScalars.contains(letter)
      return isAgain ? .none : .left
    }
    // "Frans´ mening" does not end in ś.
    return letter.lowercased == "c" || letter == "n" && isName ? .left : .none
  }

  /// Decides for a diaeresis whose letter follows a space: "pati¨ enten", "M¨ uller".
  private func acrossSpace(_ accent: Accent, _ left: Unicode.Scalar, isSpaced: Bool) -> Side? {
    guard accent.mark == Accent.diaeresis, at + 2 < line.count, line[at + 1] == " ",
      let right = accent.on(line[at + 2]), !isQuoted
    else { return nil }
    let before = letter(behind: isSpaced ? 2 : 1)
    if "ei".unicodeScalars.contains(left) {
      return before?.isVowel == false && "ei".unicodeScalars.contains(line[at + 2])
        ? .right(right, isGlued: true) : nil
    }
    let isOpen = hasVowel(before: done.count - (isSpaced ? 1 : 0))
    return left.isVowel || isOpen ? nil : .right(right, isGlued: true)
  }

  // MARK: Context

  private var isBehindLetter: Bool { done.last?.isLetter == true }

  /// The letter `distance` scalars before the end of the finished text.
  private func letter(behind distance: Int) -> Unicode.Scalar? {
    let index = done.count - 1 - distance
    guard done.indices.contains(index), done[index].isLetter else { return nil }
    return done[index]
  }

  /// Whether the last but one letter got the same accent here: "e´e´n".
  private var joinedBefore: Bool {
    guard at >= 2 else { return false }
    return line[at - 2] == line[at] && letter(behind: 1)?.isASCII == false
  }

  /// Whether the word before this place is "zo", as in "zo´n".
  private var isZo: Bool {
    letter(behind: 0) == "o" && letter(behind: 1)?.lowercased == "z" && letter(behind: 2) == nil
  }

  /// The letters from a place on, at most 8.
  private func word(from start: Int) -> String {
    String(String.UnicodeScalarView(line[start...].prefix(8).prefix { $0.isLetter }))
  }

  /// Whether the word that ends before a place has a vowel.
  private func hasVowel(before end: Int) -> Bool {
    done[..<end].reversed().prefix { $0.isLetter }.contains { $0.isVowel || !$0.isASCII }
  }

  /// Whether the word before this place begins with a capital.
  private var isName: Bool {
    let word = done.suffix(40).reversed().drop { $0 == " " }.prefix { $0.isLetter }
    return word.last?.properties.isUppercase == true
  }

  /// Whether the word after the space is a piece of the previous one: "Vo ´ o ´ r".
  private func isSplinter(from place: Int) -> Bool {
    guard place + 1 < line.count, line[place] == " " else { return false }
    let word = word(from: place + 1)
    if word.utf8.count == 1 { return !["u", "U", "à", "a"].contains(word) }
    return !word.isEmpty && word.utf8.count < 8
      && word.unicodeScalars.allSatisfy { $0.isASCII && !$0.isVowel && !$0.properties.isUppercase }
  }
}

/// A loose accent, and the letters in European names that carry it.
private struct Accent {
  static let grave: Unicode.Scalar = "\u{300}"
  static let diaeresis: Unicode.Scalar = "\u{308}"

  /// The combining accent.
  let mark: Unicode.Scalar
  let isCombining: Bool
  private let letters: String

  /// Whether it also serves as an apostrophe.
  var isApostrophe: Bool { mark == Self.grave || mark == "\u{301}" }

  /// Whether it also serves as a quotation mark.
  var quotes: Bool { !isCombining && (isApostrophe || mark == Self.diaeresis) }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "`": grave, "´": "\u{301}", "ˆ": "\u{302}", "˜": "\u{303}", "˘": "\u{306}", "˙": "\u{307}",
    "¨": diaeresis, "˚": "\u{30A}", "˝": "\u{30B}", "ˇ": "\u{30C}", "¸": "\u{327}", "˛": "\u{328}",
  ]

  private static let carriers: [Unicode.Scalar: String] = [
    grave: "aeiouAEIOU", "\u{301}": "aeiouycnAEIOUYCN", "\u{302}": "aeiouAEIOU",
    "\u{303}": "anoANO", "\u{306}": "agAGsSzZcC", "\u{307}": "IzZ", diaeresis: "aeiouyAEIOUY",
    "\u{30A}": "auAU", "\u{30B}": "ouOU", "\u{30C}": "cdenrstzCDENRSTZ", "\u{327}": "cstCST",
    "\u{328}": "aeAE",
  ]

  /// Reads a scalar as an accent; nil if it is not one.
  init?(_ scalar: Unicode.Scalar) {
    guard scalar == "`" || (0xA8...0x328).contains(scalar.value) else { return nil }
    let mark = Self.marks[scalar] ?? scalar
    guard let letters = Self.carriers[mark] else { return nil }
    self.mark = mark
    self.letters = letters
    isCombining = mark == scalar
  }

  /// The letter with the accent; nil if it cannot carry it. A breve on s, z or c is read as a
  /// caron, because printers confuse them.
  func on(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    let base = letter == "ı" ? "i" : letter
    guard letters.unicodeScalars.contains(base) else { return nil }
    let isCaron = mark == "\u{306}" && "sSzZcC".unicodeScalars.contains(base)
    let text = String(String.UnicodeScalarView([base, isCaron ? "\u{30C}" : mark]))
    let composed = String(decoding: Composition.composed(Array(text.utf8)[...]), as: UTF8.self)
    let scalars = composed.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    isASCII ? Ascii.isLetter(UInt8(value)) : properties.isAlphabetic && Accent(self) == nil
  }

  fileprivate var isVowel: Bool { "aeiouyıAEIOUY".unicodeScalars.contains(self) }

  fileprivate var lowercased: Unicode.Scalar {
    isASCII ? Unicode.Scalar(Ascii.lower(UInt8(value))) : self
  }
}
