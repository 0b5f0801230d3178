import Kamervragen
import PassageIndex
import PassageStore

extension CitedPublication {
  /// What was understood, in Dutch: `Aanhangsel 2024–2025, nr. 705, vraag 3`.
  package var dutch: String {
    [name.dutch, questions.citation].compactMap(\.self).joined(separator: ", ")
  }
}

extension CitedPublication.Name {
  fileprivate var dutch: String {
    switch self {
    case .numbers(let numbers, let session, let chamber):
      let series = chamber == .eersteKamer ? "Aanhangsel Eerste Kamer" : "Aanhangsel"
      let years = session.map { " " + $0.replacing("-", with: "–") } ?? ""
      return "\(series)\(years), \(numbers.count == 1 ? "nr." : "nrs.") \(numbers.enumeration)"
    case .caseNumber(let number): return "Kamervragen \(number)"
    case .identifier(let text): return text
    case .dossier(let number, let chapter, let items):
      let grouped = "\(number.prefix(2)) \(number.suffix(3))"
      let isRoman = chapter.map { $0.allSatisfy(\.isLetter) } ?? false
      let part = chapter.map { isRoman ? " \($0.uppercased())" : "-\($0)" } ?? ""
      let sign = items.count == 1 ? ", nr. " : items.isEmpty ? "" : ", nrs. "
      return "Kamerstuk \(grouped)\(part)\(sign)\(items.map { $0.uppercased() }.enumeration)"
    case .document(let number): return "document \(number)"
    }
  }
}
