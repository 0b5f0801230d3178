package import PassageIndex

/// A text with what stands out in it: hits of a query, web addresses, marks of notes. Ranges are in
/// bytes of its UTF-8.
struct MarkedText: Sendable, Hashable {
  private let bytes: [UInt8]
  /// The hits, in order.
  private let hits: [Range<Int>]
  /// The links, in order.
  private var links: [Link] = []

  /// A part of the text that is a link.
  struct Link: Sendable, Hashable {
    let range: Range<Int>
    /// The start tag.
    let start: HTML
  }

  /// A text without hits.
  init(_ text: String) {
    bytes = Array(text.utf8)
    hits = []
  }

  /// A text with the hits of a query.
  init(_ snippet: Snippet) {
    var bytes: [UInt8] = []
    var hits: [Range<Int>] = []
    for piece in snippet.pieces {
      let start = bytes.count
      bytes += piece.text.utf8
      if piece.isHit { hits.append(start..<bytes.count) }
    }
    self.bytes = bytes
    self.hits = hits
  }

  /// Adds links. One that overlaps another is left out.
  mutating func add(_ more: [Link]) {
    var end = 0
    links = (links + more).sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { link in
      guard link.range.lowerBound >= end, !link.range.isEmpty,
        link.range.upperBound <= bytes.count
      else { return false }
      end = link.range.upperBound
      return true
    }
  }

  /// Makes links of the web addresses in the text.
  mutating func addWebAddresses() {
    add(
      WebAddress.all(in: bytes).map { found in
        Link(range: found.range, start: "<a rel=\"noreferrer\" href=\"\(to: found.address)\">")
      })
  }

  /// The text on one line.
  var line: HTML {
    var writer = Writer(self)
    return writer.html(bytes.indices)
  }

  /// The paragraphs of the text, which are separated by empty lines. A single line end is a break.
  var paragraphs: [HTML] {
    var writer = Writer(self)
    return Self.paragraphs(in: bytes).map { writer.html($0) }
  }

  private static func paragraphs(in bytes: [UInt8]) -> [Range<Int>] {
    let end = UInt8(ascii: "\n")
    var ranges: [Range<Int>] = []
    var start = 0
    for at in bytes.indices.dropLast() where bytes[at] == end && bytes[at + 1] == end {
      if at > start { ranges.append(start..<at) }
      start = at + 2
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }
}

extension MarkedText {
  /// Writes parts of a text, from its beginning to its end.
  private struct Writer {
    private let text: MarkedText
    private var links: ArraySlice<Link>
    private var hits: ArraySlice<Range<Int>>

    init(_ text: MarkedText) {
      self.text = text
      links = text.links[...]
      hits = text.hits[...]
    }

    mutating func html(_ range: Range<Int>) -> HTML {
      var html = HTML.empty
      var at = range.lowerBound
      while let link = links.first, link.range.lowerBound < range.upperBound {
        links.removeFirst()
        let inside = link.range.clamped(to: range)
        guard inside.lowerBound >= at, !inside.isEmpty else { continue }
        html += marked(at..<inside.lowerBound)
        html += "\(link.start)\(marked(inside))</a>"
        at = inside.upperBound
      }
      html += marked(at..<range.upperBound)
      return html
    }

    /// A part without links.
    private mutating func marked(_ range: Range<Int>) -> HTML {
      var html = HTML.empty
      var at = range.lowerBound
      while let hit = hits.first, hit.lowerBound < range.upperBound {
        let inside = hit.clamped(to: at..<range.upperBound)
        if !inside.isEmpty {
          html += plain(at..<inside.lowerBound)
          html += "<mark>\(plain(inside))</mark>"
          at = inside.upperBound
        }
        // A hit may go on behind this part.
        guard hit.upperBound <= range.upperBound else { break }
        hits.removeFirst()
      }
      html += plain(at..<range.upperBound)
      return html
    }

    private func plain(_ range: Range<Int>) -> HTML {
      let lines = text.bytes[range].split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      return lines.map { "\(String(decoding: $0, as: UTF8.self))" }.joined(by: "<br>\n")
    }
  }
}

extension HTML {
  /// A text on one line with its hits.
  package init(_ snippet: Snippet) { self = MarkedText(snippet).line }
}
