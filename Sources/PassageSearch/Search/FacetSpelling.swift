internal import DutchText
internal import PassageStore
internal import Xapian

/// Joins the spellings of one party or person in the headings of sets: `FVD`, `FvD` and `Forum voor
/// Democratie`; `D. Yeşilgöz` and `Yeşilgöz`. The most frequent spelling stands for all of them.
struct FacetSpelling {
  /// How many passages or sets have each spelling.
  private let counts: [String: Int]
  private let aliases: Aliases

  /// - Parameters:
  ///   - counts: how many passages or sets have each spelling.
  ///   - aliases: the names of parties; `none` for persons.
  init(_ counts: [String: Int], aliases: Aliases = .none) {
    self.counts = counts
    self.aliases = aliases
  }

  /// For each spelling, the one that stands for the same party or person. Of spellings that are
  /// equally frequent that is the first in alphabetical order.
  func chosen() -> [String: String] {
    var persons: [String: [String: [String]]] = [:]
    for spelling in counts.keys {
      let (initials, name) = Self.parts(of: spelling)
      let key = aliases.partyName(of: spelling) ?? name
      persons[key, default: [:]][initials, default: []].append(spelling)
    }
    var chosen: [String: String] = [:]
    for byInitials in persons.values {
      // Two persons may share a surname. Then a name without initials may be of either.
      let isOne = byInitials.keys.count { !$0.isEmpty } < 2
      for spellings in isOne ? [byInitials.values.flatMap(\.self)] : Array(byInitials.values) {
        guard let best = spellings.min(by: isBetter) else { continue }
        for spelling in spellings { chosen[spelling] = best }
      }
    }
    return chosen
  }

  private func isBetter(_ one: String, _ other: String) -> Bool {
    let (first, second) = (counts[one, default: 0], counts[other, default: 0])
    return first == second ? one < other : first > second
  }

  /// The initials of a name and the rest, both folded.
  private static func parts(of name: String) -> (initials: String, name: String) {
    let words = name.split(separator: " ")
    let initials = words.filter(isInitials)
    // A name of initials only is what it is.
    guard initials.count < words.count else { return ("", folded(name)) }
    return (
      folded(initials.joined()),
      folded(words.filter { !isInitials($0) }.joined(separator: " "))
    )
  }

  /// `D.`, `Th.C.`, `J`: letters with a full stop after each one or two, or a single letter.
  private static func isInitials(_ word: Substring) -> Bool {
    let letters = word.split(separator: ".", omittingEmptySubsequences: false)
    guard letters.count > 1 else { return word.count == 1 }
    return letters.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isLetter) }
  }

  /// A text without accents and capitals.
  private static func folded(_ text: String) -> String {
    let stream = Analyzer().tokens(of: text)
    return stream.tokens.filter { $0.kind == .word && !$0.isPart }.map(stream.term(of:))
      .joined(separator: " ")
  }
}

extension FacetCount {
  /// The counts of the values of a slot. One stored value may join several.
  static func counts(of values: [FacetValue], for facet: SearchRequest.Facet) -> [FacetCount] {
    let stored = values.map { value in
      (
        parts: value.value.split(separator: Schema.separator).map {
          String(decoding: $0, as: UTF8.self)
        }, count: value.count
      )
    }
    var counts: [String: Int] = [:]
    for (parts, count) in stored { for part in parts { counts[part, default: 0] += count } }
    let chosen: [String: String] =
      switch facet {
      case .partij: FacetSpelling(counts, aliases: .standard).chosen()
      case .lid, .minister: FacetSpelling(counts).chosen()
      case .thema, .jaar, .soort: [:]
      }
    counts = [:]
    for (parts, count) in stored {
      // A heading that spells one party in two ways counts once.
      for part in Set(parts.map { chosen[$0] ?? $0 }) { counts[part, default: 0] += count }
    }
    return counts.map { FacetCount(value: $0, count: $1) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }
}
