internal import HTTPServer
internal import PassageStore

/// A file of this program that pages use. Its address has a digest of its content, so a browser may
/// keep it: another content has another address.
struct StaticFile: Sendable, Hashable {
  private let name: String
  private let type: String
  private let content: [UInt8]
  private let digest: String

  static let style = StaticFile(
    "stijl.css", "text/css; charset=utf-8", PackageResources.stijl_css)
  static let script = StaticFile(
    "script.js", "text/javascript; charset=utf-8", PackageResources.script_js)
  static let icon = StaticFile("vraagbaak.svg", "image/svg+xml", PackageResources.vraagbaak_svg)

  private init(_ name: String, _ type: String, _ content: [UInt8]) {
    self.name = name
    self.type = type
    self.content = content
    digest = String(ContentDigest(of: content).hexadecimal.prefix(10))
  }

  /// The file with a name; nil if there is none.
  static func named(_ name: String) -> StaticFile? {
    [style, script, icon].first { $0.name == name }
  }

  /// Where pages find it.
  func address(_ site: SiteAddresses) -> Address {
    Address(base: site.base, path: [name], parameters: [("v", digest)])
  }

  /// The file, to be kept for a year if the address is that of this content.
  func response(to target: HTTPTarget) -> HTTPResponse {
    var response = HTTPResponse(type: type, content)
    response["Cache-Control"] =
      target["v"] == digest ? "public, max-age=31536000, immutable" : "no-cache"
    return response
  }
}
