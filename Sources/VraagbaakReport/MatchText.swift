package import PassageIndex

/// The explanation why a passage is found or not, as text.
package struct MatchText {
  let explanation: MatchExplanation

  package init(_ explanation: MatchExplanation) { self.explanation = explanation }

  /// The lines of the text, with an empty one at the end.
  package func lines(on display: Display) -> [String] {
    var page = Page(display)
    page.add("\(explanation.stored.citation) · \(explanation.stored.id)", .heading)
    page.add("begrepen als  \(explanation.interpretation.dutch)")
    for account in accounts { page.add(account, indent: 2) }
    page.add("oordeel       \(verdict)")
    page.addEmptyLine()
    return page.lines
  }

  /// For each part of the query where the passage has it and what it adds; then what the set adds.
  package var accounts: [String] {
    explanation.parts.map(Self.account)
      + [set.map { "de set: \($0)" }].compactMap(\.self)
  }

  /// What the set adds; nil if that is nothing.
  private var set: String? {
    switch explanation.support {
    case .weight(let weight): weight != 0 ? weight.written(decimals: 2) : nil
    case .outside(let window): "telt niet mee, want dit is niet een van de eerste \(window)"
    }
  }

  /// Whether the passage is found, and if not, why.
  package var verdict: String {
    let score = "score \(explanation.score.written(decimals: 2))"
    if !explanation.related.isEmpty {
      return "verwant: \(explanation.related.joined(separator: ", ")); \(score)"
    }
    if explanation.isFound {
      if explanation.hasAll { return "bevat alles; \(score)" }
      let missing = explanation.parts.count { !$0.isSatisfied && !$0.isCondition }
      let all = counted(explanation.parts.count { !$0.isCondition }, "deel", "delen")
      return "mist \(missing) van \(all); \(score)"
    }
    let failing = explanation.parts.filter { $0.isRequired && !$0.isSatisfied }
    if !failing.isEmpty {
      return "valt af door: \(failing.map(Self.name).joined(separator: "; "))"
    }
    if explanation.isHidden {
      return "wordt niet gezocht: staat ook in een andere publicatie, of er is een latere versie"
    }
    return "wordt niet gevonden: bevat geen enkel deel"
  }

  private static func name(of part: MatchExplanation.Part) -> String {
    if case .not(let unwanted) = part.part { return "sluit uit: \(unwanted.dutch)" }
    return part.isCondition ? part.part.dutch : part.part.label
  }

  private static func account(of part: MatchExplanation.Part) -> String {
    let name = name(of: part)
    let failure = part.isRequired && !part.isSatisfied ? "; daardoor valt de passage af" : ""
    if case .not = part.part {
      return "\(name) (\(part.isSatisfied ? "komt niet voor" : "komt voor"))\(failure)"
    }
    if part.isCondition {
      return "\(name): \(part.isSatisfied ? "voldoet" : "voldoet niet")\(failure)"
    }
    return "\(name): \(presence(of: part))\(failure)"
  }

  /// What a part adds to the score, and where the passage has it.
  private static func presence(of part: MatchExplanation.Part) -> String {
    let places = part.places.map { "\($0.field.row.dutch) (\($0.forms.joined(separator: ", ")))" }
      .joined(separator: "; ")
    var additions: [String] = []
    func add(_ name: String, _ weight: Double) {
      if weight > 0 { additions.append("\(name) \(weight.written(decimals: 2))") }
    }
    add("delen en verwante woorden", part.relatedWeight)
    if part.isSatisfied {
      let weights = [part.weight.written(decimals: 2)] + additions
      return weights.joined(separator: " + ") + (places.isEmpty ? "" : "  in \(places)")
    }
    let account = places.isEmpty ? "ontbreekt" : "niet in deze vorm, wel in \(places)"
    let nearest = part.nearest.map { ["het meest lijkt erop: \($0)"] } ?? []
    return ([account] + additions + nearest).joined(separator: "; ")
  }
}
