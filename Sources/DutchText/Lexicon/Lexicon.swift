internal import CXXHash

/// Why bytes are not a lexicon.
public enum LexiconError: Error, Hashable, Sendable {
  /// They are something else, or a lexicon of another version.
  case unknownFormat
  /// Their length is not the one they state.
  case damaged
}

/// The words of Dutch, with the base form of each and how likely it is as a part of compounds. An
/// index has a copy of the lexicon that it was made with.
///
/// | bytes | contents |
/// |---|---|
/// | 0–7 | `VBLEX` and the version |
/// | 8–15 | the XXH3 of all that follows |
/// | 16–27 | number of words, number of edges, first edge: 4 bytes each |
/// | 28–31 | 0 |
/// | then | the edges of the `Automaton`, 8 bytes each |
/// | then | the entries of the words, 8 bytes each: flags and base in 4, three scores, 0 |
///
/// Opening checks the lengths only; `isSound` reads everything.
public struct Lexicon: Sendable {
  /// In bytes. Longer words of a list are compounds, which their parts explain as well.
  static let maximumWordLength = 32
  static let headerSize = 32
  static let entrySize = 8
  static let magic: [UInt8] = Array("VBLEX".utf8) + [0, 0, 1]

  /// The lexicon as it is stored.
  public var bytes: [UInt8] { Array(stored.buffer) }

  let words: Automaton
  let count: Int
  private let entries: Int
  private var stored: LexiconBytes { words.bytes }

  /// Opens a lexicon made by `compile`.
  public init(_ bytes: [UInt8]) throws(LexiconError) {
    try self.init(LexiconBytes(copying: bytes))
  }

  /// Maps a file with a lexicon made by `compile`. The file must not be written to; it may be
  /// replaced or removed.
  ///
  /// - Throws: `LexiconError`; `unknownFormat` also if the file cannot be read.
  public init(mapping path: String) throws(LexiconError) {
    guard let bytes = LexiconBytes(mapping: path) else { throw .unknownFormat }
    try self.init(bytes)
  }

  private init(_ stored: LexiconBytes) throws(LexiconError) {
    let bytes = stored.buffer
    guard bytes.count >= Self.headerSize, bytes.starts(with: Self.magic) else {
      throw .unknownFormat
    }
    func number(at offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    count = number(at: 16)
    let edges = number(at: 20)
    let root = number(at: 24)
    entries = Self.headerSize + edges * Automaton.edgeSize
    guard bytes.count == entries + count * Self.entrySize, root < max(edges, 1),
      let words = Automaton(stored, start: Self.headerSize, edgeCount: edges, root: root)
    else { throw .damaged }
    self.words = words
  }

  /// Identifies this lexicon: 16 hexadecimal digits.
  public var digest: String {
    let digits = UInt64(
      littleEndian: stored.buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let text = String(digits, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  /// Whether the bytes are as they were written. Reads them all.
  public var isSound: Bool {
    Self.hash(UnsafeRawBufferPointer(rebasing: stored.buffer[16...]))
      == Array(stored.buffer[8..<16])
  }

  static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let value = XXH3_64bits(bytes.baseAddress, bytes.count)
    return withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  // MARK: Entries

  /// The kinds of a word.
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// In the list in lower case.
    static let word = Flags(rawValue: 1)
    /// In the list, but only with a capital.
    static let name = Flags(rawValue: 2)
    /// A form of a verb or derived from one, or a function word: never a compound.
    static let closed = Flags(rawValue: 4)
    /// Modifies only long nouns: `voor`, `over`.
    static let preposition = Flags(rawValue: 8)
  }

  /// The place of a part in a compound.
  enum Role: Int {
    case modifier = 4
    /// With a linking -s after it.
    case linked = 5
    case head = 6
  }

  @inline(__always)
  func flags(_ number: Int) -> Flags {
    guard number >= 0, number < count else { return [] }
    return Flags(rawValue: stored.buffer[entries &+ number &* Self.entrySize &+ 3])
  }

  /// The number of the base form of a word, possibly its own.
  func base(_ number: Int) -> Int {
    guard number >= 0, number < count else { return number }
    let entry = UInt32(
      littleEndian: stored.buffer.loadUnaligned(
        fromByteOffset: entries &+ number &* Self.entrySize, as: UInt32.self))
    let base = Int(entry & 0xFF_FFFF)
    return base < count ? base : number
  }

  /// How likely a word is as a part of compounds; nil if it cannot be one.
  @inline(__always)
  func score(_ number: Int, as role: Role) -> Float? {
    guard number >= 0, number < count else { return nil }
    let byte = stored.buffer[entries &+ number &* Self.entrySize &+ role.rawValue]
    return byte == 0 ? nil : Self.score(byte)
  }

  /// Scores are logarithms, stored in sixteenths.
  private static func score(_ byte: UInt8) -> Float { Float(byte) / 16 - 13 }

  static func byte(forScore score: Double) -> UInt8 {
    UInt8(max(1, min(255, ((score + 13) * 16).rounded())))
  }

  // MARK: Words

  /// Whether the list has a word, in lower case.
  func has(_ word: some Sequence<UInt8>) -> Bool {
    words.number(of: word).map { flags($0).contains(.word) } ?? false
  }
}
