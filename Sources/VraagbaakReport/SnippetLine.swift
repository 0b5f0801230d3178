internal import PassageIndex

extension Snippet {
  /// How many different words or phrases are hits, in capitals or not.
  var distinctHits: Int {
    Set(pieces.filter(\.isHit).map { $0.text.lowercased() }).count
  }

  /// The part of at most so many columns that shows the most different hits, between words.
  func line(of columns: Int) -> Snippet {
    let text = pieces.flatMap { piece in piece.text.map { (character: $0, isHit: piece.isHit) } }
    guard text.count > columns else { return self }
    let dots = "… "
    let room = max(1, columns - 2 * dots.count)
    let hits = hitRanges
    var start = min(Self.bestStart(hits, room), text.count - room)
    let first = hits.first { $0.range.lowerBound >= start }?.range.lowerBound ?? start
    if start > 0 {
      // To the beginning of a word, but not past the hit.
      start = (start..<max(start, first)).first { text[$0 - 1].character == " " } ?? first
    }
    var end = min(text.count, start + room)
    if end < text.count {
      end = (start + room / 2...end).last { text[$0].character == " " } ?? end
    }
    var line = Snippet(pieces: [])
    if start > 0 { line.pieces.append(Piece(text: dots, isHit: false)) }
    for (character, isHit) in text[start..<end] {
      if let last = line.pieces.indices.last, line.pieces[last].isHit == isHit {
        line.pieces[last].text.append(character)
      } else {
        line.pieces.append(Piece(text: String(character), isHit: isHit))
      }
    }
    if end < text.count { line.pieces.append(Piece(text: " …", isHit: false)) }
    return line
  }

  /// The hits, with their places in characters.
  private var hitRanges: [(text: String, range: Range<Int>)] {
    var at = 0
    var hits: [(text: String, range: Range<Int>)] = []
    for piece in pieces {
      let end = at + piece.text.count
      if piece.isHit { hits.append((piece.text.lowercased(), at..<end)) }
      at = end
    }
    return hits
  }

  /// More hits than these are not looked at.
  private static let maximumHits = 100

  /// The first place from which a window shows the most different hits; somewhat before a hit.
  private static func bestStart(
    _ hits: [(text: String, range: Range<Int>)], _ room: Int
  ) -> Int {
    let hits = hits.prefix(maximumHits)
    var best = (start: 0, shown: -1)
    // A window that begins before a hit is easier to read than one that ends with it.
    let starts =
      hits.map { $0.range.lowerBound - room / 5 } + hits.map { $0.range.upperBound - room }
    for start in [0] + starts.map({ max(0, $0) }) {
      let window = start..<start + room
      let shown = Set(
        hits.filter { $0.range.clamped(to: window) == $0.range }.map(\.text)
      ).count
      if shown > best.shown { best = (start, shown) }
    }
    return best.start
  }
}
