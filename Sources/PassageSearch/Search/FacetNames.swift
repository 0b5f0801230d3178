internal import DutchText
internal import PassageStore

/// The names of the values of a facet. Spellings of one party or person have one name: `FVD`, `FvD`
/// and `Forum voor Democratie`; `D. Yeşilgöz` and `Yeşilgöz`. It is the most frequent of them.
struct FacetNames {
  /// For each spelling, the name that stands for it.
  private var names: [String: String] = [:]
  /// For each name, its spellings.
  private var spellings: [String: [String]] = [:]
  /// For what spellings have in common, their names.
  private var meanings: [Key: [String]] = [:]
  private let facet: SearchRequest.Facet

  /// The most spellings that have one name; rarer ones stand for themselves. Real indexes have a
  /// few.
  private static let maximumSpellings = 100

  /// What spellings of one value have in common.
  private struct Key: Hashable {
    var initials = ""
    var name: String
  }

  /// Names the values of a facet.
  ///
  /// - Parameters:
  ///   - facet: which one.
  ///   - counts: each spelling and how many passages have it.
  init(_ facet: SearchRequest.Facet, _ counts: [(spelling: String, count: Int)]) {
    self.facet = facet
    let groups = Dictionary(grouping: counts) { Self.key(of: $0.spelling, in: facet) }
    for (_, keys) in Dictionary(grouping: groups.keys, by: \.name) {
      // Two persons may share a surname. Then a name without initials may be of either.
      if keys.count(where: { !$0.initials.isEmpty }) < 2 {
        add(keys.flatMap { groups[$0] ?? [] }, as: keys + [Key(name: keys[0].name)])
      } else {
        for key in keys { add(groups[key] ?? [], as: [key]) }
      }
    }
  }

  private mutating func add(_ group: [(spelling: String, count: Int)], as keys: [Key]) {
    // Of spellings that are equally frequent, the first in alphabetical order.
    let ranked = group.sorted { ($1.count, $0.spelling) < ($0.count, $1.spelling) }
      .map(\.spelling)
    for (place, spelling) in ranked.enumerated() {
      let isJoined = facet.joinsSpellings && place < Self.maximumSpellings
      let name = isJoined ? ranked[0] : spelling
      names[spelling] = name
      spellings[name, default: []].append(spelling)
    }
    for key in keys { meanings[key] = facet.joinsSpellings ? [ranked[0]] : ranked }
  }

  /// The name of a value; the value itself if it is not known.
  func name(of value: String) -> String { names[value] ?? value }

  /// The names that a user may mean: that of this spelling, else those that differ from it in case,
  /// accents or whatever else has one name. None if it is not known.
  func names(meantBy value: String) -> [String] {
    if let name = names[value] { return [name] }
    return meanings[Self.key(of: value, in: facet)] ?? []
  }

  /// The spellings that a name stands for.
  func spellings(of name: String) -> [String] { spellings[name] ?? [] }
}

extension SearchRequest.Facet {
  /// Whether spellings of one value have one name.
  fileprivate var joinsSpellings: Bool {
    switch self {
    case .partij, .lid, .minister: true
    case .thema, .jaar, .soort: false
    }
  }
}

// MARK: Keys

extension FacetNames {
  private static func key(of value: String, in facet: SearchRequest.Facet) -> Key {
    switch facet {
    case .partij:
      var key = key(ofPerson: value)
      if let party = Aliases.standard.partyName(of: value) { key.name = party }
      return key
    case .lid, .minister: return key(ofPerson: value)
    case .thema: return Key(name: value.lowercased())
    case .jaar:
      let years = YearRange(value)?.values ?? []
      return Key(name: years.count == 1 ? years[0] : value)
    case .soort: return Key(name: QueryParser.kind(named: value) ?? value)
    }
  }

  /// The initials of a name and the rest, both folded.
  private static func key(ofPerson name: String) -> Key {
    let words = name.split(separator: " ")
    let initials = words.filter(isInitials)
    // A name of initials only is what it is.
    guard initials.count < words.count else { return Key(name: folded(name)) }
    return Key(
      initials: folded(initials.joined()),
      name: folded(words.filter { !isInitials($0) }.joined(separator: " ")))
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
