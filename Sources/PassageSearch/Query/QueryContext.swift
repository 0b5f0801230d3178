internal import DutchText
internal import Kamervragen
internal import PassageStore

/// What the meaning of a query depends on besides its text.
struct QueryContext {
  /// Tells words from names.
  var analyzer = Analyzer()
  /// The names that mean the same.
  var aliases = Aliases.none
  /// The day on which a query such as `datum:vandaag` is read; nil if it is not known.
  var today = Timestamp.today
}
