internal import HTTPServer

/// A file of this program that pages use.
struct StaticFile: Sendable, Hashable {
  let response: HTTPResponse

  /// The file with a name; nil if there is none.
  init?(name: String) {
    switch name {
    case "stijl.css": response = Self.file("text/css; charset=utf-8", PackageResources.stijl_css)
    case "script.js":
      response = Self.file("text/javascript; charset=utf-8", PackageResources.script_js)
    case "vraagbaak.svg": response = Self.file("image/svg+xml", PackageResources.vraagbaak_svg)
    default: return nil
    }
  }

  private static func file(_ type: String, _ bytes: [UInt8]) -> HTTPResponse {
    HTTPResponse(type: type, bytes)
  }
}
