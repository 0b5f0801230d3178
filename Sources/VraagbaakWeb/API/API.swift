internal import HTTPServer
internal import PassageIndex

/// The interface for programs. Its JSON is that of the command, byte for byte.
enum API {
  /// `/api/v1/search`.
  static func search(
    _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse { problem(501, "") }

  /// `/api/v1/sets/ID`: what `show --format json` prints, one passage a line.
  static func set(
    _ name: String, _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse { problem(501, "") }

  /// `/api/v1/passages/ID`: one passage.
  static func passage(
    _ name: String, _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse { problem(501, "") }

  /// `/api/v1/similar/ID`.
  static func similar(
    _ name: String, _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse { problem(501, "") }

  /// `/api/v1/suggest`.
  static func suggest(
    _ target: HTTPTarget, _ reader: IndexReader
  ) throws(IndexError) -> HTTPResponse { problem(501, "") }

  /// `/api/v1/status`.
  static func status(_ reader: IndexReader) throws(IndexError) -> HTTPResponse { problem(501, "") }

  /// `/api/v1/openapi.json`.
  static func description(_ site: SiteAddresses) -> HTTPResponse { problem(501, "") }

  /// An error as RFC 9457 has it, with a Dutch sentence.
  static func problem(_ status: Int, _ detail: String) -> HTTPResponse {
    HTTPResponse(status: status, type: "application/problem+json", Array("{}\n".utf8))
  }
}
