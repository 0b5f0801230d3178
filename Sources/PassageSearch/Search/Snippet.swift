/// A piece of a text with its hits, in the original spelling.
public struct Snippet: Sendable, Hashable {
  /// The pieces in order; a hit is one to be highlighted.
  public var pieces: [Piece]

  /// A run of text, either a hit or not.
  public struct Piece: Sendable, Hashable {
    /// The text, on one line unless it is part of a whole passage.
    public var text: String
    /// Whether it is a hit.
    public var isHit: Bool

    package init(text: String, isHit: Bool) {
      self.text = text
      self.isHit = isHit
    }
  }

  package init(pieces: [Piece]) { self.pieces = pieces }

  /// The text with `<b>` and `</b>` around the hits; `&`, `<` and `>` of the text itself are
  /// escaped.
  public var html: String {
    var html: [UInt8] = []
    html.reserveCapacity(pieces.reduce(0) { $0 + $1.text.utf8.count + 7 })
    for piece in pieces {
      if piece.isHit { html += "<b>".utf8 }
      for byte in piece.text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): html += "&amp;".utf8
        case UInt8(ascii: "<"): html += "&lt;".utf8
        case UInt8(ascii: ">"): html += "&gt;".utf8
        default: html.append(byte)
        }
      }
      if piece.isHit { html += "</b>".utf8 }
    }
    return String(decoding: html, as: UTF8.self)
  }

  /// The text alone.
  public var plain: String { pieces.map(\.text).joined() }
}

extension Snippet {
  /// The maximum length of a snippet in bytes, without the dots.
  static let length = 300
  /// The maximum number of hits that are counted from one start.
  private static let maximumHits = 150

  /// The piece of a text that shows most of the query: whole sentences if they fit, else the
  /// sentence with the hits, cut between words. A text without hits gives its beginning.
  init(of text: String, hits: [Highlighter.Hit]) {
    let bytes = Array(text.utf8)
    self.init(bytes, hits, Self.window(in: bytes, hits))
  }

  /// The whole text with its hits.
  init(whole text: String, hits: [Highlighter.Hit]) {
    let bytes = Array(text.utf8)
    self.init(bytes, hits, bytes.indices)
  }

  /// The whole text with its hits and its lines.
  init(lines text: String, hits: [Highlighter.Hit]) {
    let bytes = Array(text.utf8)
    pieces = []
    var at = 0
    func add(_ range: Range<Int>, isHit: Bool) {
      guard !range.isEmpty else { return }
      pieces.append(Piece(text: String(decoding: bytes[range], as: UTF8.self), isHit: isHit))
    }
    for hit in hits {
      add(at..<hit.range.lowerBound, isHit: false)
      add(hit.range, isHit: true)
      at = hit.range.upperBound
    }
    add(at..<bytes.count, isHit: false)
  }

  private init(_ bytes: [UInt8], _ hits: [Highlighter.Hit], _ window: Range<Int>) {
    var pieces: [Piece] = []
    if window.lowerBound > 0 { pieces.append(Piece(text: "… ", isHit: false)) }
    var at = window.lowerBound
    func add(_ range: Range<Int>, isHit: Bool) {
      guard !range.isEmpty else { return }
      pieces.append(Piece(text: Self.line(bytes[range]), isHit: isHit))
    }
    for hit in hits where hit.range.lowerBound >= at && hit.range.upperBound <= window.upperBound {
      add(at..<hit.range.lowerBound, isHit: false)
      add(hit.range, isHit: true)
      at = hit.range.upperBound
    }
    add(at..<window.upperBound, isHit: false)
    if window.upperBound < bytes.count { pieces.append(Piece(text: " …", isHit: false)) }
    self.pieces = pieces
  }

  /// The bytes as text on one line: white space and control characters, however many, are one
  /// space.
  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    let space = UInt8(ascii: " ")
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      // The controls of Latin-1, U+0080 to U+009F, are C2 80 to C2 9F.
      let isLatinControl =
        byte == 0xC2 && at + 1 < bytes.endIndex && (0x80..<0xA0).contains(bytes[at + 1])
      at += isLatinControl ? 2 : 1
      if byte > space, byte != 0x7F, !isLatinControl {
        line.append(byte)
      } else if line.last != space {
        line.append(space)
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  private static func window(in bytes: [UInt8], _ hits: [Highlighter.Hit]) -> Range<Int> {
    if bytes.count <= length { return 0..<bytes.count }
    let sentences = sentences(of: bytes)
    // The run of whole sentences with the most parts of the query, then the most hits, then the
    // earliest.
    var best: (parts: Int, hits: Int, range: Range<Int>)?
    var last = 0
    var firstHit = 0
    for first in sentences.indices {
      last = max(last, first)
      while last + 1 < sentences.count,
        sentences[last + 1].upperBound - sentences[first].lowerBound <= length
      {
        last += 1
      }
      let range = sentences[first].lowerBound..<sentences[last].upperBound
      while firstHit < hits.count, hits[firstHit].range.lowerBound < range.lowerBound {
        firstHit += 1
      }
      let inside = hits[firstHit...].prefix(maximumHits)
        .prefix { $0.range.upperBound <= range.upperBound }
      let parts = Set(inside.map(\.purpose.part)).count
      if let known = best, (known.parts, known.hits) >= (parts, inside.count) { continue }
      best = (parts, inside.count, range)
    }
    guard let range = best?.range else { return 0..<bytes.count }
    return range.count <= length ? range : cut(range, of: bytes, hits)
  }

  /// The part of a long sentence around its hits, from the beginning of a word to the end of one.
  private static func cut(
    _ sentence: Range<Int>, of bytes: [UInt8], _ hits: [Highlighter.Hit]
  ) -> Range<Int> {
    let inside = hits.filter { sentence.contains($0.range.lowerBound) }
    var start = sentence.lowerBound
    if let first = bestStart(inside), first > sentence.lowerBound + length / 3 {
      start = first - length / 4
      // A very long word is cut so that the hit stays in sight.
      while start > sentence.lowerBound, bytes[start - 1] != 0x20, first - start < length / 3 {
        start -= 1
      }
    }
    var end = min(sentence.upperBound, start + length)
    if end < sentence.upperBound {
      while end > start + length / 2, bytes[end] != 0x20 { end -= 1 }
      while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start..<end
  }

  /// The start from which a snippet shows the most parts of the query.
  private static func bestStart(_ hits: [Highlighter.Hit]) -> Int? {
    var best: (parts: Int, start: Int)?
    for index in hits.indices {
      let start = hits[index].range.lowerBound
      let near = hits[index...].prefix(maximumHits)
        .prefix { $0.range.lowerBound < start + length * 3 / 4 }
      let parts = Set(near.map(\.purpose.part)).count
      if best.map({ parts > $0.parts }) ?? true { best = (parts, start) }
    }
    return best?.start
  }

  /// The sentences of a text: up to a full stop, question mark or exclamation mark that is followed
  /// by a space and no small letter or digit, or to a line end. Each begins at its first word.
  private static func sentences(of bytes: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    func end(at end: Int) {
      if end > start { sentences.append(start..<end) }
      start = end
      while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
    }
    for at in bytes.indices where at >= start {
      switch bytes[at] {
      case 0x0A: end(at: at)
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
        guard at + 2 < bytes.count, bytes[at + 1] == 0x20 else { continue }
        let next = bytes[at + 2]
        let isSmall = next &- UInt8(ascii: "a") < 26 || next &- UInt8(ascii: "0") < 10
        if !isSmall { end(at: at + 1) }
      default: continue
      }
    }
    if start < bytes.count { sentences.append(start..<bytes.count) }
    return sentences
  }
}
