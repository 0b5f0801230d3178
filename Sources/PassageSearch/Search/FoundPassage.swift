internal import DutchText
internal import Kamervragen
internal import PassageStore

/// A hit of a page, before its snippets are made.
struct FoundPassage {
  /// Where its text lies; nil if a writer has removed it meanwhile.
  var place: PassagePlace?
  var score: Double
  var missing: [QueryExpression] = []
  /// The words by which a passage without any word of the query is found.
  var related: [String] = []
  /// How many more of its set were found.
  var moreInSet = 0
}

extension OpenIndex {
  /// The results to show for hits. The first has the given rank. The stream remembers the words.
  func results(
    of found: [(FoundPassage, StoredPassage)], from firstRank: Int, _ highlights: HighlightTerms,
    using stream: inout TokenStream
  ) throws(IndexError) -> [SearchResult] {
    var highlighter = Highlighter(highlights, schema: schema, stream: stream)
    stream = TokenStream()
    defer { stream = highlighter.finish() }
    var results: [SearchResult] = []
    for (place, (passage, stored)) in found.enumerated() {
      var result = highlighter.result(of: passage, stored, rank: firstRank + place)
      if stored.set.kind == .questions || stored.set.kind == .delay {
        result.answeredIn = try Finder(index: self).record(of: stored).links
          .filter { $0.relation == .answer }.map(\.set)
      }
      results.append(result)
    }
    return results
  }
}

extension Highlighter {
  /// A found passage with its snippets.
  fileprivate mutating func result(
    of found: FoundPassage, _ stored: StoredPassage, rank: Int
  ) -> SearchResult {
    let passage = stored.passage
    let question = hits(in: passage.questionText, of: .question)
    let answer = passage.answerText.map { ($0, hits(in: $0, of: .answer)) }
    let subject = stored.set.subject.map { Snippet(whole: $0, hits: hits(in: $0, of: .subject)) }
    var footnote: Snippet?
    if question.isEmpty, answer?.1.isEmpty ?? true {
      for note in passage.footnotes where footnote == nil {
        let found = hits(in: note.text, of: .footnote)
        if !found.isEmpty { footnote = Snippet(of: note.text, hits: found) }
      }
    }
    let set = stored.set
    return SearchResult(
      rank: rank, score: found.score, missing: found.missing, related: found.related,
      stored: stored,
      subjectSnippet: subject, questionSnippet: Snippet(of: passage.questionText, hits: question),
      answerSnippet: answer.map { Snippet(of: $0, hits: $1) }, footnoteSnippet: footnote,
      memberSnippets: set.members.map { snippet(of: $0) },
      respondentSnippets: set.respondents.map { snippet(ofPost: $0.citation) },
      addresseeSnippets: set.addressees.map { snippet(ofPost: $0) },
      moreInSet: found.moreInSet)
  }

  /// The name and the party of a member, with the hits.
  mutating func snippet(of member: Member) -> Snippet {
    var snippet = Snippet(whole: member.name, hits: hits(in: member.name, of: .member))
    if let party = member.party {
      let named = Snippet(whole: party, hits: hits(in: party, of: .party))
      let (open, close) = (
        Snippet.Piece(text: " (", isHit: false), Snippet.Piece(text: ")", isHit: false)
      )
      snippet.pieces += [open] + named.pieces + [close]
    }
    return snippet
  }

  /// A post, with or without a name, with the hits.
  mutating func snippet(ofPost post: String) -> Snippet {
    Snippet(whole: post, hits: hits(in: post, of: .minister))
  }
}
