internal import Kamervragen
package import PassageSearch
package import PassageStore
internal import VraagbaakReport

/// A new alert, looked at in the index as it is now.
package struct AlertAddition {
  package let subject: Alert.Subject
  /// The index; nil if there is none yet.
  private let reader: IndexReader?

  /// Makes one.
  package init(_ subject: Alert.Subject, in reader: IndexReader?) {
    self.subject = subject
    self.reader = reader
  }

  /// The subject as it is kept: questions by their zaaknummer, which all their publications share,
  /// or else by their identifier. Nil if nothing has the name.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  package func checkedSubject() throws(IndexError) -> Alert.Subject? {
    guard case .answered(let reference) = subject else { return subject }
    let passages = try reader?.passages(of: reference, includingCiting: false) ?? []
    if let set = passages.first?.set, let name = set.caseNumber ?? set.identifier {
      return .answered(AlertFile.value(of: name))
    }
    guard let cited = CitationReader.publication(in: reference) else { return nil }
    return switch cited.name {
    case .caseNumber(let name), .identifier(let name): .answered(name)
    case .numbers, .dossier, .document: nil
    }
  }

  /// What the index has of it now, and what of a query was not understood, in Dutch.
  ///
  /// - Throws: `IndexError` if the index cannot be read.
  package func lines() throws(IndexError) -> [String] {
    guard let reader else {
      return ["er is nog geen index; wat er straks in staat, is nieuw"]
    }
    switch subject {
    case .query(let query):
      var request = SearchRequest(query)
      request.limit = 0
      request.requiresAll = true
      request.excludesRelated = true
      let response = try reader.search(request)
      let count = response.total
      let about = count.lower == count.upper ? "" : "ongeveer "
      let number = counted(count.estimate, "passage past", "passages passen")
      return response.notices.map { "let op: \($0.dutch)" }
        + [
          "nu \(about)\(number) op de zoekvraag; verteld wordt wat er sinds de vorige "
            + "'alert run' bij komt"
        ]
    case .answered(let reference):
      let passages = try reader.passages(of: reference, includingCiting: false)
      guard let stored = passages.first else {
        return [
          "deze vragen staan nog niet in de index; verteld wordt wat ervan komt, als het nummer klopt"
        ]
      }
      let citation = FullCitation(stored).written(in: .text)
      return [
        stored.set.kind == .answered
          ? "deze vragen zijn al beantwoord; verteld wordt wat daaraan verandert: \(citation)"
          : "gevolgd worden \(citation)"
      ]
    }
  }
}
