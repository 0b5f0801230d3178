internal import CXXHash
internal import Kamervragen

/// The ledger as a graph: which source files have the same set, and which sets belong to the same
/// case.
///
/// **One set, one place.** Sources with the same identifier form one `PublicationVersion`. A source
/// without an identifier is a version of its own, together with byte-identical copies. The best
/// source represents the version and has its passages in the index. Only the best `Limits.sources`
/// decide what the version is about.
///
/// **Cases.** Versions are linked if
/// - they are versions of one publication (`-n1`, `-h1`);
/// - they have the same zaaknummer;
/// - the same members asked on the same day about the same subject, unless several zaaknummers
///   share these;
/// - the questions name the other as their answer (`answeredIn`);
/// - the answer refers to the other (`seeAlso`), which is a delay notice, unless their zaaknummers
///   or their days of asking differ: an answer also refers to notices about similar matters.
///
/// Links are transitive. A key shared by more than `Limits.linkedSources` sources is ignored as too
/// common. More than `Limits.versions` linked versions are not a case: each of them is treated
/// alone.
///
/// Everything here is a function of the entries and not of their order, so runs may be split and
/// files read in any order. `change` returns the versions whose status may differ after an entry
/// has changed. The limits bound its work for one entry, however many sources there are.
package struct PublicationGraph: Sendable {
  /// The entries as encoded records, which are much smaller, in order of arrival; empty if one was
  /// removed.
  private var records: [[UInt8]] = []
  /// Whether the source of each record has passages in the index.
  private var hasPassages: [Bool] = []
  /// The indices of records, by the digest of the path.
  private var numbers: [ContentDigest: Int32] = [:]
  /// The sources that share something, by a digest of what they share; those of a version best
  /// first.
  private var sources = SourceTable()

  private let limits: Limits

  /// Bounds on the work for one entry.
  struct Limits: Sendable {
    /// The most sources that may share a link.
    var linkedSources = 32
    /// The most sources of a version that decide what it is about.
    var sources = 32
    /// The most versions of a case. Of 4,200 real sets none has more than two others in its case.
    var versions = 128

    static let standard = Limits()
  }

  /// Source numbers by key. Nearly every key has one source, and a large index has hundreds of
  /// thousands of keys.
  private struct SourceTable: Sendable {
    private var first: [UInt64: Int32] = [:]
    private var rest: [UInt64: [Int32]] = [:]

    mutating func reserveCapacity(_ keys: Int) { first.reserveCapacity(keys) }

    subscript(key: UInt64) -> [Int32] { prefix(.max, of: key) }

    func count(of key: UInt64) -> Int {
      first[key] == nil ? 0 : 1 + (rest[key]?.count ?? 0)
    }

    func prefix(_ count: Int, of key: UInt64) -> [Int32] {
      guard let first = first[key] else { return [] }
      return [first] + (rest[key]?.prefix(count - 1) ?? [])
    }

    /// The place after all numbers that precede a new one.
    func place(in key: UInt64, after precedes: (Int32) -> Bool) -> Int {
      guard let first = first[key], precedes(first) else { return 0 }
      let others = rest[key] ?? []
      var (low, high) = (0, others.count)
      while low < high {
        let middle = (low + high) / 2
        if precedes(others[middle]) { low = middle + 1 } else { high = middle }
      }
      return low + 1
    }

    /// Inserts a new number, at the end if no place is given.
    mutating func insert(_ number: Int32, into key: UInt64, at place: Int? = nil) {
      guard let known = first[key] else {
        first[key] = number
        return
      }
      let place = place ?? count(of: key)
      if place == 0 { first[key] = number }
      rest[key, default: []].insert(place == 0 ? known : number, at: max(0, place - 1))
    }

    mutating func remove(_ number: Int32, from key: UInt64) {
      if first[key] == number {
        first[key] = rest[key]?.first
        rest[key]?.removeFirst()
      } else {
        rest[key]?.removeAll { $0 == number }
      }
      if rest[key]?.isEmpty == true { rest[key] = nil }
    }
  }

  package init(_ entries: some Collection<LedgerEntry>) {
    self.init(entries, limits: .standard)
  }

  init(_ entries: some Collection<LedgerEntry>, limits: Limits) {
    self.limits = limits
    records.reserveCapacity(entries.count)
    numbers.reserveCapacity(entries.count)
    sources.reserveCapacity(entries.count * 4)
    for entry in entries { set(entry, at: entry.path) }
  }

  /// The entry of a file.
  subscript(path: [UInt8]) -> LedgerEntry? { numbers[ContentDigest(of: path)].flatMap(entry) }

  /// All entries, decoded lazily.
  package var all: some Sequence<LedgerEntry> {
    records.lazy.compactMap { record in LedgerEntry(decoding: record) }
  }

  private func entry(_ number: Int32) -> LedgerEntry? {
    LedgerEntry(decoding: records[Int(number)])
  }

  // MARK: Changing

  /// Replaces or removes the entry of a file.
  ///
  /// - Returns: the keys of the versions whose status may have changed, sorted, including versions
  ///   that are gone.
  mutating func change(_ path: [UInt8], to entry: LedgerEntry?) -> [String] {
    let old = self[path]
    let isSame =
      old?.summary == entry?.summary && old?.versionKey == entry?.versionKey
      && old?.refusal == nil && entry?.refusal == nil && old?.size != LedgerEntry.unavailable
      && entry?.size != LedgerEntry.unavailable
    guard !isSame else {
      set(entry, at: path)
      return old?.versionKey.map { [$0] } ?? []
    }
    let touched = [old, entry].compactMap(\.self)
    var near = versions(near: touched)
    var affected = cases(of: near).union(touched.compactMap(\.versionKey))
    set(entry, at: path)
    near.formUnion(versions(near: touched))
    affected.formUnion(cases(of: near))
    return affected.sorted()
  }

  /// Replaces an entry by one with the same summary.
  mutating func note(_ entry: LedgerEntry) {
    guard let number = numbers[entry.pathDigest] else { return }
    records[Int(number)] = entry.encoded()
    hasPassages[Int(number)] = entry.passages > 0
  }

  private mutating func set(_ entry: LedgerEntry?, at path: [UInt8]) {
    let number: Int32
    let digest = ContentDigest(of: path)
    if let known = numbers[digest] {
      number = known
      if let old = self.entry(known) {
        for key in Self.keys(of: old) { sources.remove(known, from: key) }
      }
      records[Int(known)] = entry?.encoded() ?? []
      if entry == nil { numbers[digest] = nil }
    } else {
      guard let entry else { return }
      number = Int32(clamping: records.count)
      records.append(entry.encoded())
      hasPassages.append(false)
      numbers[digest] = number
    }
    hasPassages[Int(number)] = (entry?.passages ?? 0) > 0
    guard let entry, let version = entry.versionKey else { return }
    let versionKey = Link.version(version).key
    for key in Self.keys(of: entry) {
      let place =
        key != versionKey
        ? nil
        : sources.place(in: key) { other in
          self.entry(other).map { PublicationVersion.isBetter($0, entry) } ?? false
        }
      sources.insert(number, into: key, at: place)
    }
  }

  // MARK: What sources have in common

  private enum Link {
    case version(String), publication(String), answeredIn(String), seeAlso(String)
    case caseNumber(String), asked(ContentDigest)

    var key: UInt64 {
      switch self {
      case .version(let key): Self.digest(key, 1)
      case .publication(let base): Self.digest(base, 2)
      case .answeredIn(let base): Self.digest(base, 3)
      case .seeAlso(let base): Self.digest(base, 4)
      case .caseNumber(let number): Self.digest(Schema.folded(number), 5)
      case .asked(let digest): digest.half
      }
    }

    /// The digest of a text. Each kind of link has a seed of its own, so that equal texts differ.
    private static func digest(_ text: String, _ seed: UInt64) -> UInt64 {
      var text = text
      return text.withUTF8 { XXH3_64bits_withSeed($0.baseAddress, $0.count, seed) }
    }
  }

  /// The links of a source to others; none if it is not a set of questions.
  private static func links(of entry: LedgerEntry) -> [Link] {
    guard let summary = entry.summary, summary.kind != .other else { return [] }
    var links: [Link] = []
    if let name = summary.name { links.append(.publication(name.base)) }
    if let number = summary.caseNumber { links.append(.caseNumber(number)) }
    if let asked = summary.asked { links.append(.asked(asked)) }
    links += summary.answeredIn.map { .answeredIn(PublicationName($0).base) }
    if summary.kind == .answered {
      links += summary.seeAlso.map { .seeAlso(PublicationName($0).base) }
    }
    return links
  }

  /// The keys by which a source is found, each once.
  private static func keys(of entry: LedgerEntry) -> Set<UInt64> {
    guard let version = entry.versionKey else { return [] }
    return Set([Link.version(version).key] + links(of: entry).map(\.key))
  }

  /// The sources at the other end of a link; none if the link is too common.
  private func linked(_ link: Link) -> [LedgerEntry] {
    guard !isTooCommon(link) else { return [] }
    let found = sources[link.key].compactMap { number in entry(number).map { (number, $0) } }
    if case .asked = link,
      Set(found.compactMap { $0.1.summary?.caseNumber.map(Schema.folded) }).count > 1
    {
      return []
    }
    return found.filter(isAsked).map(\.1)
  }

  private func isTooCommon(_ link: Link) -> Bool {
    sources.count(of: link.key) > limits.linkedSources
  }

  /// Whether a source is among those that decide what its version is about.
  private func isAsked(_ number: Int32, _ entry: LedgerEntry) -> Bool {
    guard let version = entry.versionKey else { return false }
    let key = Link.version(version).key
    return sources.count(of: key) <= limits.sources
      || sources.prefix(limits.sources, of: key).contains(number)
  }

  /// Whether an answer and a delay notice may be about the same questions, by their zaaknummers or
  /// else their days of asking.
  private static func mayBelongTogether(_ one: LedgerEntry, _ other: LedgerEntry) -> Bool {
    guard let one = one.summary, let other = other.summary else { return false }
    if let mine = one.caseNumber, let theirs = other.caseNumber {
      return Schema.folded(mine) == Schema.folded(theirs)
    }
    if let mine = one.submitted, let theirs = other.submitted { return mine == theirs }
    return true
  }

  // MARK: Versions and cases

  /// The sources that decide what a version is about, best first.
  private func bestSources(of key: String) -> [LedgerEntry] {
    sources.prefix(limits.sources, of: Link.version(key).key).compactMap(entry)
      .filter { $0.versionKey == key }
  }

  /// The sources of a version that have passages in the index.
  func sourcesInIndex(of key: String) -> [LedgerEntry] {
    sources[Link.version(key).key].filter { hasPassages[Int($0)] }.compactMap(entry)
      .filter { $0.versionKey == key }
  }

  /// The version with a key; nil if no source can represent it.
  package func version(_ key: String) -> PublicationVersion? {
    PublicationVersion(
      key: key, sources: bestSources(of: key),
      sourceCount: sources.count(of: Link.version(key).key))
  }

  /// The keys of the versions that a version is directly linked to. Links in `known` are skipped,
  /// and those followed are added to it.
  private func neighbours(of key: String, _ known: inout Set<UInt64>) -> Set<String> {
    var found: Set<String> = []
    func take(_ link: Link) {
      guard known.insert(link.key).inserted else { return }
      found.formUnion(linked(link).compactMap(\.versionKey))
    }
    for entry in bestSources(of: key) {
      for link in Self.links(of: entry) {
        switch link {
        case .version: break
        case .caseNumber, .asked: take(link)
        case .publication(let base):
          take(link)
          // Neither end of a link may be too common, so that both see it.
          guard !isTooCommon(link) else { continue }
          take(.answeredIn(base))
          guard entry.summary?.kind == .delay else { continue }
          let answers = linked(.seeAlso(base)).filter { Self.mayBelongTogether(entry, $0) }
          found.formUnion(answers.compactMap(\.versionKey))
        case .answeredIn(let base): if !isTooCommon(link) { take(.publication(base)) }
        case .seeAlso(let base):
          guard !isTooCommon(link) else { continue }
          let notices = linked(.publication(base)).filter {
            $0.summary?.kind == .delay && Self.mayBelongTogether(entry, $0)
          }
          found.formUnion(notices.compactMap(\.versionKey))
        }
      }
    }
    return found
  }

  /// The keys of the versions linked to a version, including itself, and whether these are all: the
  /// search ends once there are too many for a case.
  private func linkedVersions(of key: String) -> (keys: Set<String>, isAll: Bool) {
    var found: Set<String> = [key]
    var pending = [key]
    var known: Set<UInt64> = []
    while let next = pending.popLast() {
      for neighbour in neighbours(of: next, &known) where found.insert(neighbour).inserted {
        pending.append(neighbour)
      }
      guard found.count <= limits.versions else { return (found, false) }
    }
    return (found, true)
  }

  /// The keys of all versions of the case that a version belongs to.
  package func caseKeys(of key: String) -> Set<String> {
    let linked = linkedVersions(of: key)
    return linked.isAll ? linked.keys : [key]
  }

  /// The statuses of all versions of a case.
  func statuses(around key: String) -> [String: PublicationStatus] {
    PublicationStatus.statuses(of: caseKeys(of: key).compactMap { version($0) })
  }

  /// The versions that share anything with some entries or their versions. Includes what is too
  /// common or too uncertain to be a link, because the entries may change that.
  private func versions(near touched: [LedgerEntry]) -> Set<String> {
    var near = Set(touched.compactMap(\.versionKey))
    var known: Set<UInt64> = []
    func take(_ link: Link) {
      // One too many may be due to this entry. If there are more, the link was too common before
      // and still is.
      guard known.insert(link.key).inserted,
        sources.count(of: link.key) <= limits.linkedSources + 1
      else { return }
      near.formUnion(sources[link.key].compactMap { entry($0)?.versionKey })
    }
    for entry in touched + near.flatMap(bestSources) {
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
    return near
  }

  /// The versions of the cases of some versions. A version with too many links is treated alone, so
  /// those links do not matter.
  private func cases(of versions: Set<String>) -> Set<String> {
    var members: Set<String> = []
    var unbounded: Set<String> = []
    for key in versions where !members.contains(key) && !unbounded.contains(key) {
      let linked = linkedVersions(of: key)
      if linked.isAll { members.formUnion(linked.keys) } else { unbounded.formUnion(linked.keys) }
    }
    return members
  }
}
