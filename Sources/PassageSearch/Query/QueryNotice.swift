public import PassageStore

/// What a user must know about a query: what could not be taken as typed, and what was done
/// instead.
public enum QueryNotice: Sendable, Hashable {
  /// Something could not be read as typed; in the order of the query, each once.
  case notUnderstood([QueryProblem])
  /// The query is so long that words are looked for in fewer ways.
  case reduced(QueryReduction)
  /// The query is so long that this part of it and all after it were not searched.
  case cutOff(QueryExpression)
  /// A word with a star matches more words than were searched.
  case wildcard(WildcardCount)
  /// No passage has these values of fields.
  case unknownValues([UnknownValue])
  /// The filters have too many values: so many values of this field did not count.
  case filterValuesLeftOut(Field, Int)
  /// The query has no word to search for.
  case noWords
  /// The passage with this name has no words that other passages have too.
  case nothingInCommon(String)
}

/// Something in a query that could not be read as typed.
public enum QueryProblem: Sendable, Hashable {
  /// A word is longer than any in a text; only its beginning counts.
  case longWord
  /// Only the first words count, up to this many.
  case tooManyWords(maximum: Int)
  /// Brackets within more than this many others were left out.
  case deepBrackets(maximum: Int)
  /// A bracket was not closed; it is closed at the end.
  case unclosedBracket
  /// A bracket that closes nothing was left out.
  case unopenedBracket
  /// A quotation mark was not closed; the words are searched each by itself.
  case unclosedQuote
  /// An OF without a word before it was left out.
  case nothingBeforeOr
  /// An OF without a word after it was left out.
  case nothingAfterOr
  /// Two OFs in a row were read as one.
  case doubledOr
  /// A NIET without a word after it was left out.
  case nothingAfterNot
  /// A NEAR that is not between two words was left out.
  case misplacedNear
  /// The distance of a NEAR is out of bounds; another was taken.
  case nearDistance(Int, taken: Int)
  /// A star in a word beside NEAR does not count.
  case starBesideNear
  /// A star between quotes does not count.
  case starInQuotes
  /// A star at the beginning of a word does not count. The second value was searched.
  case leadingStar(String, taken: String)
  /// A word has too few letters for a star and was searched as it is.
  case tooShortForStar(String)
  /// A function word after a NIET was left out: it would exclude too much.
  case functionWordAfterNot(String)
  /// An unknown name before a colon, and the field that it resembles, if any. The name and what
  /// follows were searched as words.
  case unknownField(String, nearest: String?)
  /// The name of a field has no value. The name was searched as a word.
  case emptyField(String)
  /// This is not a date and was left out.
  case noDate(String)
  /// This is not a kind of publication and was left out.
  case noKind(String)
  /// The later end of a range was typed first. The ends were swapped.
  case reversedRange(Field, String)
}

/// What is left out of a long query, in order of increasing cost. Each case includes those before
/// it.
public enum QueryReduction: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// Nothing.
  case nothing
  /// Boosts, which add no full matches: the subject's weight, relatives, words behind capitals.
  case ranks
  /// The parts of compounds as words of their own.
  case openForms
  /// The compounds that words are parts of, words that texts write as one or apart, and other
  /// names.
  case compounds

  /// Whether the first leaves out less.
  public static func < (left: QueryReduction, right: QueryReduction) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// How many of the words that match a word with a star were searched.
public struct WildcardCount: Sendable, Hashable {
  /// The field it was typed for, if that takes whole values; else nil.
  public var field: Field?
  /// As typed.
  public var text: String
  /// How many words were searched, the most frequent ones.
  public var searched: Int
  /// How many words there are.
  public var total: Int
  /// Whether there may be more than `total`.
  public var isOpenEnded: Bool
}

/// A value of a field that no passage has.
public struct UnknownValue: Sendable, Hashable {
  /// The field.
  public var field: Field
  /// The value as typed.
  public var value: QueryExpression
  /// A similar value that passages have, as words; empty if there is none.
  public var nearest: [String]
}
