internal import Kamervragen

/// All that is known of the source files, so that it can be asked which of them have the same set and which sets belong
/// to the same case.
///
/// **One set, one place.** Sources with the same identifier are one `PublicationVersion`; a source without an identifier is one by
/// itself (as is its copy to the byte). The best source stands for the version and has its passages in the index.
///
/// **Cases.** Versions are linked where
/// - they are versions of one publication (`-n1`, `-h1`);
/// - they have the same zaaknummer;
/// - the same members asked on the same day about the same subject, unless two zaaknummers say the same of themselves;
/// - the questions say that the other answers them (`answeredIn`);
/// - the answer refers to the other (`seeAlso`), and that is a delay notice, unless they name another zaaknummer or
///   another day of asking: an answer also refers to notices about what is like it.
/// What is linked to a linked one is linked as well. What so many sources have in common that it tells nothing apart is
/// no link (`mostLinked`).
///
/// Everything here is a function of the entries, in whatever order they came: so runs may be split, and files be read
/// in any order. `change` says which versions may stand differently after an entry has changed.
package struct PublicationGraph: Sendable {
  /// The entries as their records, which are much smaller, in the order in which they came; nothing where one is forgotten.
  private var records: [[UInt8]] = []
  /// The places of records, by the digest of the path.
  private var numbers: [ContentDigest: Int32] = [:]
  /// The sources that have something in common, by a digest of what that is.
  private var sources = SourceTable()

  /// So many sources can have a link in common.
  static let mostLinked = 32

  /// Numbers of sources by key. Nearly always a key has one, and a large index has hundreds of thousands of keys.
  private struct SourceTable: Sendable {
    private var first: [UInt64: Int32] = [:]
    private var rest: [UInt64: [Int32]] = [:]

    mutating func reserveCapacity(_ keys: Int) { first.reserveCapacity(keys) }

    subscript(key: UInt64) -> [Int32] {
      guard let first = first[key] else { return [] }
      return [first] + (rest[key] ?? [])
    }

    mutating func add(_ number: Int32, to key: UInt64) {
      guard let known = first[key] else {
        first[key] = number
        return
      }
      guard known != number, rest[key]?.contains(number) != true else { return }
      rest[key, default: []].append(number)
    }

    mutating func remove(_ number: Int32, from key: UInt64) {
      let left = self[key].filter { $0 != number }
      first[key] = left.first
      rest[key] = left.count > 1 ? Array(left.dropFirst()) : nil
    }
  }

  package init(_ entries: some Collection<LedgerEntry>) {
    records.reserveCapacity(entries.count)
    numbers.reserveCapacity(entries.count)
    sources.reserveCapacity(entries.count * 4)
    for entry in entries { set(entry, at: entry.path) }
  }

  /// What is known of a file.
  subscript(path: [UInt8]) -> LedgerEntry? { numbers[ContentDigest(of: path)].flatMap(entry) }

  /// All entries, each read back when its turn comes.
  package var all: some Sequence<LedgerEntry> {
    records.lazy.compactMap { record in LedgerEntry(decoding: record) }
  }

  private func entry(_ number: Int32) -> LedgerEntry? {
    LedgerEntry(decoding: records[Int(number)])
  }

  // MARK: Changing

  /// Replaces what is known of a file, or forgets it.
  ///
  /// - Returns: the keys of the versions that may stand differently now, in order; those that are gone as well.
  mutating func change(_ path: [UInt8], to entry: LedgerEntry?) -> [String] {
    let old = self[path]
    let isSame =
      old?.heading == entry?.heading && old?.versionKey == entry?.versionKey
      && old?.refusal == nil && entry?.refusal == nil && old?.size != LedgerEntry.unavailable
      && entry?.size != LedgerEntry.unavailable
    guard !isSame else {
      set(entry, at: path)
      return old?.versionKey.map { [$0] } ?? []
    }
    let touched = [old, entry].compactMap(\.self)
    var affected = casesNear(touched)
    set(entry, at: path)
    affected.formUnion(casesNear(touched))
    return affected.sorted()
  }

  /// Replaces an entry by one that says the same of its set.
  mutating func note(_ entry: LedgerEntry) {
    guard let number = numbers[entry.pathDigest] else { return }
    records[Int(number)] = entry.encoded()
  }

  private mutating func set(_ entry: LedgerEntry?, at path: [UInt8]) {
    let number: Int32
    let digest = ContentDigest(of: path)
    if let known = numbers[digest] {
      number = known
      if let old = self.entry(known) {
        for key in Self.allKeys(of: old) { sources.remove(known, from: key) }
      }
      records[Int(known)] = entry?.encoded() ?? []
      if entry == nil { numbers[digest] = nil }
    } else {
      guard let entry else { return }
      number = Int32(clamping: records.count)
      records.append(entry.encoded())
      numbers[digest] = number
    }
    if let entry {
      for key in Self.allKeys(of: entry) { sources.add(number, to: key) }
    }
  }

  // MARK: What sources have in common

  private enum Link {
    case version(String), publication(String), answeredIn(String), seeAlso(String)
    case caseNumber(String), asked(ContentDigest)

    var key: UInt64 {
      switch self {
      case .version(let key): Self.digest("e" + key)
      case .publication(let base): Self.digest("p" + base)
      case .answeredIn(let base): Self.digest("a" + base)
      case .seeAlso(let base): Self.digest("s" + base)
      case .caseNumber(let number): Self.digest("z" + Schema.folded(number))
      case .asked(let digest): Self.digest("q" + digest.hexadecimal)
      }
    }

    private static func digest(_ text: String) -> UInt64 {
      ContentDigest(of: Array(text.utf8)).half
    }
  }

  /// What links a source to others; nothing where it is no set of questions.
  private static func links(of entry: LedgerEntry) -> [Link] {
    guard let heading = entry.heading, heading.kind != .other else { return [] }
    var links: [Link] = []
    if let name = heading.name { links.append(.publication(name.base)) }
    if let number = heading.caseNumber { links.append(.caseNumber(number)) }
    if let asked = heading.asked { links.append(.asked(asked)) }
    links += heading.answeredIn.map { .answeredIn(PublicationName($0).base) }
    if heading.kind == .answered {
      links += heading.seeAlso.map { .seeAlso(PublicationName($0).base) }
    }
    return links
  }

  private static func allKeys(of entry: LedgerEntry) -> [UInt64] {
    guard let version = entry.versionKey else { return [] }
    return [Link.version(version).key] + links(of: entry).map(\.key)
  }

  private func entries(with link: Link) -> [LedgerEntry] {
    sources[link.key].compactMap(entry)
  }

  /// The sources at the other end of a link; none where it tells nothing.
  private func linked(_ link: Link) -> [LedgerEntry] {
    let found = entries(with: link)
    guard found.count <= Self.mostLinked else { return [] }
    if case .asked = link,
      Set(found.compactMap { $0.heading?.caseNumber.map(Schema.folded) }).count > 1
    {
      return []
    }
    return found
  }

  /// Whether an answer and a delay notice may be about the same questions, by what both tell.
  private static func mayBelongTogether(_ one: LedgerEntry, _ other: LedgerEntry) -> Bool {
    guard let one = one.heading, let other = other.heading else { return false }
    if let mine = one.caseNumber, let theirs = other.caseNumber {
      return Schema.folded(mine) == Schema.folded(theirs)
    }
    if let mine = one.submitted, let theirs = other.submitted { return mine == theirs }
    return true
  }

  // MARK: Versions and cases

  /// The version with a key; nil where no source can stand for it.
  package func version(_ key: String) -> PublicationVersion? {
    PublicationVersion(
      key: key, sources: entries(with: .version(key)).filter { $0.versionKey == key })
  }

  /// The keys of the versions that a version is linked to at once, itself among them.
  private func neighbours(of key: String) -> Set<String> {
    var found: Set<String> = [key]
    func take(_ entries: [LedgerEntry]) { found.formUnion(entries.compactMap(\.versionKey)) }
    for entry in entries(with: .version(key)) {
      for link in Self.links(of: entry) {
        switch link {
        case .version: break
        case .caseNumber, .asked: take(linked(link))
        case .publication(let base):
          take(linked(link))
          take(linked(.answeredIn(base)))
          if entry.heading?.kind == .delay {
            take(linked(.seeAlso(base)).filter { Self.mayBelongTogether(entry, $0) })
          }
        case .answeredIn(let base): take(linked(.publication(base)))
        case .seeAlso(let base):
          take(
            linked(.publication(base)).filter {
              $0.heading?.kind == .delay && Self.mayBelongTogether(entry, $0)
            })
        }
      }
    }
    return found
  }

  /// The keys of all versions of the case that a version belongs to.
  package func caseKeys(of key: String) -> Set<String> {
    var found: Set<String> = [key]
    var pending = [key]
    while let next = pending.popLast() {
      for neighbour in neighbours(of: next) where found.insert(neighbour).inserted {
        pending.append(neighbour)
      }
    }
    return found
  }

  /// The statuses of all versions of a case.
  func statuses(around key: String) -> [String: PublicationStatus] {
    PublicationStatus.statuses(of: caseKeys(of: key).compactMap { version($0) })
  }

  /// The versions of all cases that have anything in common with some entries, also what is no link because it is too
  /// common or not certain: the entry may make it one.
  private func casesNear(_ touched: [LedgerEntry]) -> Set<String> {
    var near: Set<String> = []
    func take(_ link: Link) {
      let found = entries(with: link)
      // One more may have been too many a moment ago; more than that were so before and are so after.
      if found.count <= Self.mostLinked + 1 { near.formUnion(found.compactMap(\.versionKey)) }
    }
    for entry in touched {
      if let version = entry.versionKey { near.insert(version) }
      for link in Self.links(of: entry) {
        take(link)
        switch link {
        case .publication(let base):
          take(.answeredIn(base))
          take(.seeAlso(base))
        case .answeredIn(let base), .seeAlso(let base): take(.publication(base))
        case .version, .caseNumber, .asked: break
        }
      }
    }
    var affected: Set<String> = []
    for key in near where !affected.contains(key) { affected.formUnion(caseKeys(of: key)) }
    return affected
  }
}
