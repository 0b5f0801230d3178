/// The function that begins a post: minister, staatssecretaris and others to whom questions are
/// put.
struct PostFunction {
  /// Its official spelling: "Minister", "Staatssecretaris", "Minister-President".
  let name: String
  /// Whether it is plural, so that several portfolios may follow.
  let isPlural: Bool
  /// Where it ends in the squeezed text.
  let end: Int

  /// Whether its holder gives answers. The government and a chair are only asked.
  var answers: Bool { name != "Regering" && name != "Voorzitter" }
}

extension PostFunction {
  private static let known: [(word: String, name: String, isPlural: Bool)] = [
    ("viceminister-president", "Viceminister-President", false),
    ("vice-minister-president", "Viceminister-President", false),
    ("minister-president", "Minister-President", false),
    ("minister–president", "Minister-President", false),
    ("ministerpresident", "Minister-President", false),
    ("ministers", "Minister", true), ("minister", "Minister", false),
    ("staatssecretarissen", "Staatssecretaris", true),
    ("staatssecretaris", "Staatssecretaris", false),
    ("staatsecretarissen", "Staatssecretaris", true),
    ("staatsecretaris", "Staatssecretaris", false),
    ("regering", "Regering", false), ("voorzitter", "Voorzitter", false),
  ]

  /// Reads a function at a place, even if it is misspelt ("minster", "staatssecretatis").
  init?(_ head: Squeezed, at index: Int) {
    guard index < head.count, Ascii.isOne(head.bytes[index], of: "msvr") else { return nil }
    for (word, name, isPlural) in Self.known where head.has(word, at: index) {
      let end = index + word.utf8.count
      guard word == "ministerpresident" || head.isUnbroken(index..<end), Self.ends(head, at: end),
        end >= head.count || head.bytes[end] != Ascii.hyphen
      else { continue }
      self.name = name
      self.isPlural = isPlural
      self.end = end
      return
    }
    guard let misspelt = Self.misspelt(head, at: index) else { return nil }
    self = misspelt
  }

  /// Whether a word ends at a place, or "van" or "voor" is glued to it: "ministervan".
  private static func ends(_ head: Squeezed, at end: Int) -> Bool {
    if head.isWordEnd(end) { return true }
    return ["van", "voor"].contains {
      head.has($0, at: end) && head.isWordEnd(end + $0.utf8.count)
    }
  }

  /// Reads a word within one edit of "minister", or two of "staatssecretaris".
  private static func misspelt(_ head: Squeezed, at index: Int) -> PostFunction? {
    guard head.isWordStart(index) else { return nil }
    var end = index + 1
    while end < head.count, end - index < 24,
      Ascii.isLower(head.bytes[end])
        && (!head.isWordStart(end) || head.bytes[end - 1] == Ascii.hyphen)
        || head.bytes[end] == Ascii.hyphen
    { end += 1 }
    guard end - index >= 6 else { return nil }
    let word = Array(head.bytes[index..<end])
    if head.has("staat", at: index), end - index >= 12 {
      for (ending, isPlural) in [("arissen", true), ("aris", false)]
      where word.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        return PostFunction(name: "Staatssecretaris", isPlural: isPlural, end: end)
      }
    }
    for (known, name, isPlural) in Self.known where known.utf8.count > 7 && known != "regering" {
      let allowed = known.utf8.count > 12 ? 2 : 1
      if EditDistance.isWithin(allowed, word, Array(known.utf8)), name != "Voorzitter" {
        return PostFunction(name: name, isPlural: isPlural, end: end)
      }
    }
    return nil
  }
}
