package import PassageIndex

/// The explanation why a passage is found or not, as text.
package struct MatchText {
  let explanation: MatchExplanation

  package init(_ explanation: MatchExplanation) { self.explanation = explanation }

  /// The lines of the text, with an empty one at the end.
  package func lines(width: Int, usesColor: Bool) -> [String] {
    var page = Page(width: width, usesColor: usesColor)
    page.add("\(explanation.stored.citation) · \(explanation.stored.id)", .heading)
    page.add("begrepen als  \(explanation.interpretation.dutch)")
    for part in explanation.parts { page.add(Self.account(of: part), indent: 2) }
    for (name, account) in additions { page.add("\(name): \(account)", indent: 2) }
    page.add("oordeel       \(verdict)")
    page.addEmptyLine()
    return page.lines
  }

  /// What adds to the score besides the parts of the query.
  private var additions: [(name: String, account: String)] {
    guard explanation.isFound else { return [] }
    var additions: [(name: String, account: String)] = []
    func add(_ name: String, _ weight: Double) {
      if weight > 0 { additions.append((name, weight.written(decimals: 2))) }
    }
    add("woorden in het onderwerp", explanation.subjectWeight)
    add("delen van samenstellingen en verwante woorden", explanation.relatedWeight)
    switch explanation.support {
    case .weight(let weight): add(Self.siblings, weight)
    case .outside(let window):
      additions.append(
        (Self.siblings, "tellen niet mee, want dit is niet een van de eerste \(window)"))
    }
    return additions
  }

  private static let siblings = "andere passages van de set"

  private var verdict: String {
    let score = "score \(explanation.score.written(decimals: 2))"
    if explanation.isFound {
      if explanation.hasAll { return "bevat alles; \(score)" }
      let missing = explanation.parts.count { !$0.isSatisfied && !$0.isCondition }
      let all = counted(explanation.parts.count { !$0.isCondition }, "deel", "delen")
      return "mist \(missing) van \(all); \(score)"
    }
    let failing = explanation.parts.filter { $0.isRequired && !$0.isSatisfied }
    if !failing.isEmpty {
      return "wordt niet gevonden, door \(failing.map(Self.name).joined(separator: "; "))"
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
    if case .not = part.part {
      return "\(name) (\(part.isSatisfied ? "komt niet voor" : "komt voor: de passage valt af"))"
    }
    let failure = part.isRequired ? ": de passage valt af" : ""
    if part.isCondition {
      return "\(name): \(part.isSatisfied ? "voldoet" : "voldoet niet\(failure)")"
    }
    let places = part.places.map { "\($0.field.row.dutch) (\($0.forms.joined(separator: ", ")))" }
      .joined(separator: "; ")
    if part.isSatisfied {
      let weight = part.weight.written(decimals: 2)
      return "\(name): \(weight)" + (places.isEmpty ? "" : "  in \(places)")
    }
    if !places.isEmpty { return "\(name): niet in deze vorm, wel in \(places)\(failure)" }
    let nearest = part.nearest.map { "; het meest lijkt erop: \($0)" } ?? ""
    return "\(name): ontbreekt\(nearest)\(failure)"
  }
}
