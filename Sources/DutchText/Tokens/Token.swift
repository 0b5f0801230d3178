/// One term at one position of a text.
///
/// Several tokens may share a position: the word, its stem, its exact form, the parts of a
/// composite. The byte range is highlighted in the text.
public struct Token: Sendable, Hashable {
  /// The kind of a term.
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// The word itself in lower case without diacritics: `financien`.
    case word
    /// The word with what folding loses: diacritics (`financiën`), or capitals if it has nothing
    /// else (`OM`). Other words have none.
    case exact
    /// The term that the forms of the word share, if it is not the word itself: its base form in
    /// the lexicon, or its published stem.
    case stem
    /// The term of a part of a compound, the same as for that word by itself: `toeslag` in
    /// `kinderopvangtoeslagen`. Its byte range is that of the part inside the word.
    case part
    /// The same for adjacent parts together: `kinderopvang` in `kinderopvangtoeslagen`. Only
    /// compounds of three or more parts have these.
    case joinedParts

    /// Whether the term is of a part of a compound.
    public var isOfCompound: Bool { self == .part || self == .joinedParts }
  }

  /// The kind of the term.
  public let kind: Kind
  /// Whether the token is a part of a composite: `pvda` of `GroenLinks-PvdA`, `410` of `36 410`.
  public let isPart: Bool
  /// Whether the term, a stem, is of several words together, which this word completes: `invoeren`
  /// of `in te voeren`, `wetgeving` of `wet- en regelgeving`. The word alone is no form of it.
  public let isOfSeveral: Bool
  /// The place of the word in the text, in UTF-8 bytes from 0.
  public var byteRange: Range<Int> { Int(start)..<Int(end) }
  /// The position among the words of the text, from 1.
  public let position: UInt32

  let start: UInt32
  let end: UInt32
  let termStart: UInt32
  let termEnd: UInt32
}
