import PassageIndex

extension SearchResponse {
  /// How many passages have everything, with their sets if results are grouped by set.
  package var counted: String {
    let passages = "\(total.dutch) \(total.upper == 1 ? "passage" : "passages")"
    return sets.map { "\($0.dutch) \($0.upper == 1 ? "set" : "sets") (\(passages))" } ?? passages
  }

  /// The numbers of matches and the interpretation, on one Dutch line.
  package var summary: String {
    let searched = interpretation.dutch
    if total.upper == 0, partial.upper == 0 {
      return searched.isEmpty ? "Niets gevonden" : "Niets gevonden: \(searched)"
    }
    let isOneWord = !searched.contains(" ")
    let found =
      if total.upper == 0 {
        isOneWord ? "Geen enkele passage bevat dit woord" : "Geen enkele passage bevat alles"
      } else {
        counted
      }
    // If complete matches fill the list, partial ones are not counted: their number would be a
    // guess.
    guard isPartialCounted, partial.upper > 0 else { return "\(found): \(searched)" }
    let verb = partial.upper == 1 ? "bevat" : "bevatten"
    let rest = "\(partial.dutch) \(verb) een deel\(isOneWord ? " of een verwant woord" : "")"
    return "\(found): \(searched); \(rest)"
  }
}

extension CountBounds {
  /// The count in Dutch words; an estimate if it is not known exactly.
  package var dutch: String { lower == upper ? lower.grouped : "ongeveer \(estimate.grouped)" }
}
