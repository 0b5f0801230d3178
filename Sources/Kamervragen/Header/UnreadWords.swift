extension QuestionSet {
  /// Keeps the words of a head that are in no field: those that were not understood, with a warning, and the persons
  /// who are named with the posts.
  mutating func keepUnread(of header: Header) {
    for words in (header.question?.unread ?? []) + (header.answer?.unread ?? []) {
      // A date that does not exist has been named.
      let named = words.trimmingTail(").,;")
      if warnings.contains(where: { $0.contains("«\(named)»") }) { continue }
      remarks.append("Kop: \(words)")
      warnings.append("In de kop zijn woorden niet begrepen: «\(words.opening)».")
    }
    let persons = (header.question?.persons ?? []) + (header.answer?.persons ?? [])
    if !persons.isEmpty { remarks.append("Kop: \(persons.joined(separator: ", "))") }
  }
}
