/// One term at one place of a text.
///
/// Several tokens may share a place: the word, its stem, its exact form, the parts of a composite. Filters may add or
/// change terms, never `byteRange`: it is how a hit is highlighted inside the original text.
public struct Token: Sendable, Hashable {
  /// What a token's term is.
  public enum Kind: UInt8, Sendable, Hashable {
    /// The word as it stands, in lower case and without diacritics: `financien`.
    case word
    /// The word with what folding loses: its diacritics (`financiën`) or its capitals where it has nothing else
    /// (`OM`). Only words that have either get one.
    case exact
    /// What the forms of the word have in common, where it differs from the word: its base form by the lexicon, or
    /// its published stem.
    case stem
    /// The term of a part of a compound, by which the part as a word of its own is found: `toeslag` in
    /// `kinderopvangtoeslagen`. Its byte range is that of the part inside the word.
    case part
    /// The same of parts that follow each other, taken together: `kinderopvang` in `kinderopvangtoeslagen`. Only
    /// compounds of three parts or more have such.
    case joinedParts

    /// Whether the term is of something inside a compound.
    public var isOfCompound: Bool { self == .part || self == .joinedParts }
  }

  /// What the term is.
  public let kind: Kind
  /// Whether the token is a part of a composite at the same place: `pvda` of `GroenLinks-PvdA`, `410` of `36 410`.
  public let isPart: Bool
  /// Where the whole surface form stands in the text, in UTF-8 bytes from 0.
  public var byteRange: Range<Int> { Int(start)..<Int(end) }
  /// The place of the token among the words of the text, from 1.
  public let position: UInt32

  let start: UInt32
  let end: UInt32
  let termStart: UInt32
  let termEnd: UInt32
}
