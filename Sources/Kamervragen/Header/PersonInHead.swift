/// Parses a person named with a post: "mw. Jansen", "de heer Van Dam".
enum PersonInHead {
  private static let titles = ["mevrouw", "mevr.", "mevr", "mw.", "mw", "dhr.", "dhr", "deheer"]

  /// The words before most surnames (tussenvoegsels).
  static let particles = ["van", "de", "der", "den", "ter", "ten", "te"]

  private static let allParticles = particles + ["tot", "v", "d", "’t", "'t"]

  /// The end of the title at a place; nil if there is none.
  static func title(_ head: Squeezed, at index: Int) -> Int? {
    guard index < head.count, Ascii.isOne(head.bytes[index], of: "md") else { return nil }
    return titles.first { title in
      head.has(title, at: index) && head.isWordStart(index)
        && (title.hasSuffix(".") || head.isWordEnd(index + title.utf8.count))
    }.map { index + $0.utf8.count }
  }

  /// The end of the name that begins at a place: a comma, a bracket, or a lower-case word that is
  /// not part of a name.
  static func end(_ head: Squeezed, limit: Int, from start: Int) -> Int {
    var index = start
    while index < limit, index - start < 60 {
      let byte = head.bytes[index]
      if byte == Ascii.comma || byte == UInt8(ascii: ";") || Bracket.isBracket(byte) { break }
      // A full stop ends it, except after an initial.
      if byte == Ascii.dot, index - start > 3,
        index + 1 >= limit || head.hasSpace(before: index + 1) && !head.isWordStart(index - 1)
      {
        break
      }
      if index > start, head.isWordStart(index), head.isSmall(index) {
        if let next = another(head, at: index, limit) {
          index = next
          continue
        }
        guard isParticle(head, at: index, limit) else { break }
      }
      index += 1
    }
    return index
  }

  /// Where the next name after "en" begins: "Jansen en Van Dam", but not "mw. Jansen en Financiën".
  private static func another(_ head: Squeezed, at index: Int, _ limit: Int) -> Int? {
    guard let next = head.word("en", at: index), head.isCapital(next),
      Portfolio.whole(in: head, at: next, limit: limit) == nil, PostFunction(head, at: next) == nil
    else { return nil }
    return next
  }

  /// Whether a lower-case word is part of a name and does not introduce a portfolio.
  private static func isParticle(_ head: Squeezed, at index: Int, _ limit: Int) -> Bool {
    guard allParticles.contains(where: { head.word($0, at: index) != nil }) else { return false }
    guard let next = head.word("van", at: index) else { return true }
    return Portfolio.whole(in: head, at: next, limit: limit) == nil
  }
}
