internal import HTTPServer

/// XML that only escaped text can enter. The escaping of `HTML` is right for XML as well: what it
/// leaves out has every character that XML 1.0 forbids.
package typealias XML = HTML

extension HTTPResponse {
  /// An XML document of a media type, which is given without a charset.
  static func xml(_ xml: XML, type: String = "application/xml") -> HTTPResponse {
    let document: XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(xml)\n"
    return HTTPResponse(type: "\(type); charset=utf-8", document.bytes)
  }
}
