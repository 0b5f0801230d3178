/// A number with a unit as it is typed: `65%`, `€ 5 miljoen`, `5 mln`. Texts write it in several
/// ways.
public struct Amount: Sendable, Hashable {
  /// As typed, with single spaces.
  public var text: String
  /// The ways in which texts write it, each as the words of a phrase; the first is the usual one.
  var spellings: [String]

  private enum Unit { case percent, perMille, euro }

  /// Words by which a number is multiplied, with the power of ten.
  private static let multipliers: [(words: [String], power: Int)] = [
    (["miljoen", "mln"], 6), (["miljard", "mld", "mrd"], 9),
  ]

  private static func unit(_ word: String) -> Unit? {
    switch word {
    case "%", "procent", "percent", "pct": .percent
    case "‰", "promille": .perMille
    case "€", "euro", "eur": .euro
    default: nil
    }
  }

  /// Reads the amount at the beginning of some words.
  ///
  /// - Parameter words: as typed.
  /// - Returns: the amount and the number of words that it takes; nil if there is none.
  static func read(_ words: [String]) -> (amount: Amount, count: Int)? {
    var pieces = words.prefix(4).enumerated().flatMap { place, word in
      Self.pieces(of: word).map { (text: $0, end: place + 1) }
    }[...]
    var end = 0
    func next() -> String? { pieces.first.map { folded($0.text) } }
    func take() {
      if let piece = pieces.popFirst() { end = piece.end }
    }
    var unit: Unit?
    if next() == "€" || next() == "eur" {
      unit = .euro
      take()
    }
    guard let written = pieces.first?.text, let number = Number(written) else { return nil }
    take()
    var power = 0
    if let word = next(), let found = multipliers.first(where: { $0.words.contains(word) }) {
      power = found.power
      take()
    }
    // There are no millions of per cents.
    if unit == nil, let word = next(), let found = Self.unit(word), power == 0 || found == .euro {
      unit = found
      take()
    }
    // A word that the amount takes only in part is no amount: `5%-norm`.
    guard unit != nil || power > 0, pieces.first?.end != end else { return nil }
    return (
      Amount(
        text: words.prefix(end).joined(separator: " "),
        spellings: spellings(number, power: power, unit)), end
    )
  }

  private static func folded(_ word: String) -> String {
    let word = word.lowercased()
    return word.last == "." ? String(word.dropLast()) : word
  }

  /// A number and the signs and letters around it: `€5mln` is `€`, `5` and `mln`.
  private static func pieces(of word: String) -> [String] {
    // No amount is that long.
    guard word.utf8.count <= 40 else { return [word] }
    var pieces: [String] = []
    var isNumber: Bool?
    for character in word {
      let belongsToNumber =
        character.isASCII && character.isNumber
        || isNumber == true && (character == "." || character == "," || character == " ")
      if isNumber == belongsToNumber, character != "€" {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      isNumber = character == "€" ? nil : belongsToNumber
    }
    return pieces
  }

  private static func spellings(_ number: Number, power: Int, _ unit: Unit?) -> [String] {
    let written = number.text
    switch unit {
    case .percent: return ["\(written) procent", "\(written) percent", "\(written) pct"]
    case .perMille: return ["\(written) promille"]
    case .euro, nil: break
    }
    var spellings: [String] = []
    func add(_ spelling: String) {
      if !spellings.contains(spelling) { spellings.append(spelling) }
    }
    if let own = multipliers.first(where: { $0.power == power }) {
      for word in own.words { add("\(written) \(word)") }
    }
    for multiplier in multipliers {
      guard let count = number.divided(by: multiplier.power - power) else { continue }
      for word in multiplier.words { add("\(count) \(word)") }
    }
    let digits = number.divided(by: -power)
    if power > 0 {
      if let digits { add(digits) }
    } else {
      for spelled in [written, digits].compactMap(\.self) {
        for word in ["euro", "eur"] {
          add("\(spelled) \(word)")
          add("\(word) \(spelled)")
        }
      }
    }
    return spellings
  }
}

/// A decimal number in Dutch spelling: groups of three after full stops or spaces, a fraction after
/// a comma (or after a full stop that no group follows).
private struct Number {
  /// As typed.
  let text: String
  /// All digits, without leading zeros.
  private let digits: String
  /// How many of them come after the comma.
  private let decimals: Int

  private static let maximumDigits = 15

  init?(_ text: String) {
    var text = text
    while let last = text.last, ".,".contains(last) { text.removeLast() }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    var groups = parts[0].split(omittingEmptySubsequences: false) { ". ".contains($0) }.map(
      String.init)
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    if parts.count == 1, groups.count == 2, groups[1].count != 3 { fraction = groups.removeLast() }
    let isGrouped = groups.count == 1 || groups.dropFirst().allSatisfy { $0.count == 3 }
    let digits = (groups + [fraction]).joined()
    guard isGrouped, !groups[0].isEmpty, digits.count <= Self.maximumDigits,
      digits.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 })
    else { return nil }
    self.text = text
    self.digits = digits
    decimals = fraction.count
  }

  /// The number divided by ten to a power, with a comma and without a group sign; nil if that is
  /// less than one or takes more than two decimals.
  func divided(by power: Int) -> String? {
    var digits = digits
    var decimals = decimals + power
    while decimals < 0 {
      digits.append("0")
      decimals += 1
    }
    while decimals > 0, digits.last == "0" {
      digits.removeLast()
      decimals -= 1
    }
    let whole = digits.dropLast(decimals).drop { $0 == "0" }
    guard decimals <= 2, digits.count > decimals, !whole.isEmpty else { return nil }
    return decimals == 0 ? String(whole) : "\(whole),\(digits.suffix(decimals))"
  }
}

extension QueryToken {
  /// The tokens with each number and its unit as one.
  static func joiningAmounts(_ tokens: [QueryToken]) -> [QueryToken] {
    var joined: [QueryToken] = []
    var rest = tokens[...]
    while let token = rest.first {
      guard case .word(let text) = token, let first = text.first,
        first == "€" || first.isNumber || text.lowercased() == "eur"
      else {
        joined.append(token)
        rest.removeFirst()
        continue
      }
      let words = rest.prefix(4).prefix(while: \.isWord).compactMap(\.word)
      if let (amount, count) = Amount.read(words) {
        joined.append(.amount(amount))
        rest.removeFirst(count)
      } else {
        joined.append(token)
        rest.removeFirst()
      }
    }
    return joined
  }
}
