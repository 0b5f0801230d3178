import PassageIndex

extension SearchResponse {
  /// How much was found of what, in one line.
  package var summary: String {
    let searched = interpretation.dutch
    if total.upper == 0, partial.upper == 0 {
      return searched.isEmpty ? "Niets gevonden" : "Niets gevonden: \(searched)"
    }
    let isOneWord = !searched.contains(" ")
    let found =
      if total.upper == 0 {
        isOneWord ? "Geen passage" : "Geen enkele passage bevat alles"
      } else {
        "\(total.dutch) \(total.upper == 1 ? "passage" : "passages")"
      }
    // Where complete matches fill the list the others are not counted, and their number would be a
    // guess.
    guard isPartialCounted, partial.upper > 0 else { return "\(found): \(searched)" }
    let verb = partial.upper == 1 ? "bevat" : "bevatten"
    let rest = "\(partial.dutch) \(verb) een deel\(isOneWord ? " of een verwant woord" : "")"
    return "\(found): \(searched); \(rest)"
  }
}

extension CountBounds {
  /// The count; one that is only known in part says so.
  package var dutch: String { lower == upper ? "\(lower)" : "ongeveer \(estimate)" }
}
