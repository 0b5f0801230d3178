internal import VraagbaakReport

/// HTML that only escaped text can enter: a literal of this program is taken as it is, everything
/// that is interpolated in it is escaped, unless it is HTML itself.
///
/// ```swift
/// let heading: HTML = "<h1>\(subject)</h1>"
/// ```
///
/// An attribute must have double quotation marks, and an address must be interpolated as
/// `\(to: address)`: a test looks for others. The literals are `StaticString`s, which no text that
/// is made at run time can become.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// UTF-8.
  package private(set) var bytes: [UInt8] = []

  package init(stringLiteral literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.html.bytes }

  /// Nothing.
  package static let empty: HTML = ""

  /// Whether there is nothing.
  package var isEmpty: Bool { bytes.isEmpty }

  package static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum += right
    return sum
  }

  package static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }

  /// Pieces one after the other.
  static func joining(_ pieces: [HTML]) -> HTML { "\(pieces)" }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var html = HTML.empty

    package init(literalCapacity: Int, interpolationCount: Int) {
      html.bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { html.bytes.append(contentsOf: $0) }
    }

    /// Text, for an element or for an attribute in double quotation marks.
    package mutating func appendInterpolation(_ text: String) { html.append(escaping: text) }

    package mutating func appendInterpolation(_ number: Int) {
      html.append(escaping: String(number))
    }

    package mutating func appendInterpolation(_ other: HTML) { html += other }

    /// HTML, or nothing.
    package mutating func appendInterpolation(_ other: HTML?) {
      if let other { html += other }
    }

    /// Pieces one after the other.
    package mutating func appendInterpolation(_ others: [HTML]) {
      for other in others { html += other }
    }

    /// An address, for `href`, `src` or `action`.
    package mutating func appendInterpolation(to address: Address) {
      html.append(escaping: address.written)
    }
  }

  /// Adds text. Characters with a meaning in HTML are escaped; those that change the writing
  /// direction and other controls are left out (see `withoutControls`).
  private mutating func append(escaping text: String) {
    for byte in text.withoutControls.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case UInt8(ascii: "'"): append("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func append(_ entity: StaticString) {
    entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}

extension [HTML] {
  /// The pieces with another between them.
  package func joined(by separator: HTML) -> HTML {
    var joined = HTML.empty
    for (place, piece) in enumerated() {
      if place > 0 { joined += separator }
      joined += piece
    }
    return joined
  }
}
