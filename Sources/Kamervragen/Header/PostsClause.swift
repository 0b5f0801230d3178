/// A list of posts: "de Ministers van Asiel en Migratie en van Volksgezondheid, Welzijn en Sport".
///
/// Names of ministries contain commas and "en", so the list is divided where a function or "van"/"voor" begins, and by
/// the known names; spaces may be missing anywhere.
struct PostsClause {
  /// The posts, each with its function: "Minister van Asiel en Migratie".
  private(set) var posts: [String] = []
  /// Where the clause ends, in bytes of the text.
  private(set) var end: Int

  private let text: [UInt8]
  private let squeezed: Squeezed
  private var at = 0

  static let functions: [(word: String, name: String, isPlural: Bool)] = [
    ("viceminister-president", "Viceminister-President", false),
    ("minister-president", "Minister-President", false),
    ("ministers", "Minister", true), ("minister", "Minister", false),
    ("staatssecretarissen", "Staatssecretaris", true),
    ("staatssecretaris", "Staatssecretaris", false),
    ("staatsecretarissen", "Staatssecretaris", true),
    ("staatsecretaris", "Staatssecretaris", false),
  ]

  /// Reads a clause from its first word on. It ends where no post follows.
  init(_ string: String) {
    text = Array(string.utf8)
    squeezed = Squeezed(string)
    end = 0
    while let function = nextFunction() {
      readPortfolios(of: function.name, isPlural: function.isPlural)
    }
    // A function that never got a portfolio is a post by itself.
    for function in waiting { posts.append(function) }
  }

  /// Functions whose portfolio comes with the next one: "de Minister en de Staatssecretaris van X".
  private var waiting: [String] = []

  /// Whether a function begins at a place of a squeezed text.
  static func function(
    in squeezed: Squeezed, at index: Int
  ) -> (word: String, name: String, isPlural: Bool)? {
    functions.first { function in
      let end = index + function.word.utf8.count
      guard squeezed.has(function.word, at: index), squeezed.isUnbroken(index..<end) else {
        return false
      }
      // "Minister Schippers" is one minister: behind a plural the portfolios follow.
      return !function.isPlural || end == squeezed.bytes.count
        || ["van", "voor", "en", ","].contains { squeezed.has($0, at: end) }
    }
  }

  private mutating func nextFunction() -> (name: String, isPlural: Bool)? {
    var index = skipLinks(at)
    if let article = ["aande", "de", "het", "van"].first(where: {
      isFunction(behind: $0, at: index)
    }) {
      index += article.utf8.count
    }
    guard let function = Self.function(in: squeezed, at: index) else { return nil }
    at = index + function.word.utf8.count
    end = squeezed.origin[at - 1] + 1
    return (function.name, function.isPlural)
  }

  /// Passes commas, "en", "aan" and the like, where a post follows.
  private func skipLinks(_ start: Int) -> Int {
    let links = [",enaan", ",en", ",", "enaan", "envan", "en", "alsmede", "aan", ""]
    for link in links where squeezed.has(link, at: start) {
      let next = start + link.utf8.count
      if ["", "de", "het", "van", "aande"].contains(where: { isFunction(behind: $0, at: next) }) {
        return next
      }
    }
    return start
  }

  private func isFunction(behind article: String, at index: Int) -> Bool {
    squeezed.has(article, at: index)
      && Self.function(in: squeezed, at: index + article.utf8.count) != nil
  }

  private mutating func readPortfolios(of function: String, isPlural: Bool) {
    guard let first = readPortfolio(isFirst: true) else {
      if function == "Minister-President" || function == "Viceminister-President" {
        posts.append(function)
      } else {
        waiting.append(function)
      }
      return
    }
    for waiter in waiting { posts.append("\(waiter) \(first)") }
    waiting = []
    posts.append("\(function) \(first)")
    while let next = readPortfolio(isFirst: false, isPlural: isPlural) {
      posts.append("\(function) \(next)")
    }
  }

  /// Reads "van X" or "voor Y" with its preposition.
  private mutating func readPortfolio(isFirst: Bool, isPlural: Bool = false) -> String? {
    var index = at
    if !isFirst {
      if squeezed.has(",", at: index) { index += 1 }
      if squeezed.has("en", at: index) { index += 2 }
      guard index > at else { return nil }
    }
    let preposition = ["van", "voor"].first { squeezed.has($0, at: index) }
    let start = index + (preposition?.utf8.count ?? 0)
    if let known = Portfolio.known(in: squeezed, at: start) {
      guard preposition != nil || isFirst || isPlural else { return nil }
      at = known.end
      end = squeezed.origin[at - 1] + 1
      return "\(preposition ?? "van") \(known.name)"
    }
    guard let preposition,
      isFirst || squeezed.has("van", at: index) || squeezed.has("voor", at: index),
      start < squeezed.bytes.count, hasSpaceBefore(start)
    else { return nil }
    return readUnknown(from: start).map { "\(preposition) \($0)" }
  }

  private func hasSpaceBefore(_ index: Int) -> Bool {
    let origin = squeezed.origin[index]
    return origin > 0 && text[origin - 1] == Ascii.space
  }

  /// A portfolio that the table does not know: up to the next function, preposition or end of the clause.
  private mutating func readUnknown(from start: Int) -> String? {
    let begin = squeezed.origin[start]
    var index = begin
    while index < text.count {
      let byte = text[index]
      if byte == Ascii.open || byte == Ascii.dot || byte == UInt8(ascii: ";") { break }
      if byte == Ascii.space || byte == Ascii.comma {
        let stops = [
          " over ", " inzake ", " betreffende ", " omtrent ", " op ", ", bij ", " en de ", ", de ",
          " en van ",
          " en voor ", ", van ", ", voor ", " alsmede ", ", mede ", " mede namens ", " en aan ",
        ]
        if stops.contains(where: { Ascii.hasPrefix(text, at: index, $0) }) { break }
      }
      index += 1
    }
    let name = String(decoding: text[begin..<index], as: UTF8.self).trimmed
    guard !name.isEmpty, name.utf8.count <= 120,
      name.utf8.first.map({ Ascii.isUpper($0) || $0 >= 0x80 }) == true
    else { return nil }
    end = index
    at = squeezed.index(of: index)
    return name
  }
}
