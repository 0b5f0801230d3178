internal import HTTPServer
internal import PassageIndex
internal import VraagbaakReport

/// An error as RFC 9457 has it, with a Dutch sentence.
struct Problem: Error, Hashable {
  let status: Int
  /// One Dutch sentence with a full stop.
  let detail: String
  /// The parameter that is wrong; nil if it is something else.
  var parameter: String?

  /// The name of a status, as a person reads it.
  static func title(of status: Int) -> String {
    switch status {
    case 400: "Onjuist verzoek"
    case 404: "Niet gevonden"
    case 405: "Methode niet toegestaan"
    case 414: "Het adres is te lang"
    case 503: "Tijdelijk niet beschikbaar"
    default: "Fout"
    }
  }

  /// The response to a request.
  func response(to target: HTTPTarget? = nil) -> HTTPResponse {
    let record = Record(
      detail: detail, instance: target.map(Self.instance), parameter: parameter, status: status,
      title: Self.title(of: status))
    // Texts and a number can always be encoded.
    let line = ((try? JSONLine.of(record)) ?? "{}") + "\n"
    return HTTPResponse(
      status: status, type: MediaType.problem.rawValue, Array(line.utf8))
  }

  /// Absent values are left out, as in the examples of the RFC.
  private struct Record: Encodable {
    var type = "about:blank"
    let detail: String
    let instance: String?
    let parameter: String?
    let status: Int
    let title: String
  }

  /// The longest part of a target that is repeated, in characters.
  private static let maximumInstance = 1000

  /// A target as a URI reference: characters that have no place in one are percent-encoded. A long
  /// one is cut.
  private static func instance(of target: HTTPTarget) -> String {
    target.written.unicodeScalars.prefix(maximumInstance).map { scalar in
      let isAllowed =
        (0x21...0x7E).contains(scalar.value) && !"\"<>\\^`{|}#".contains(Character(scalar))
      return isAllowed ? String(scalar) : Address.encoded(String(scalar))
    }.joined()
  }
}

extension Problem {
  /// A parameter whose value is something else than what is expected.
  static func wrong(_ parameter: String, _ value: String, expected: String) -> Problem {
    Problem(
      status: 400, detail: "\(parameter) verwacht \(expected), niet '\(shortened(value))'.",
      parameter: parameter)
  }

  /// A parameter that is not known.
  static func unknown(_ parameter: String, known: [String]) -> Problem {
    Problem(
      status: 400,
      detail: "De parameter '\(shortened(parameter))' is onbekend; "
        + (known.isEmpty ? "hier zijn er geen." : "kies uit \(known.joined(separator: ", "))."),
      parameter: shortened(parameter))
  }

  /// A name that the index does not have.
  static func notFound(_ name: String) -> Problem {
    Problem(status: 404, detail: "\(shortened(name)) staat niet in de index.")
  }

  /// A text as an error repeats it.
  private static func shortened(_ text: String) -> String {
    text.count > 100 ? text.prefix(100) + "…" : text
  }
}

extension Problem {
  /// A name with more passages than one answer may have.
  static func tooMany(_ count: Int, of name: String, maximum: Int) -> Problem {
    Problem(
      status: 400,
      detail:
        "\(shortened(name)) noemt \(count) passages; één antwoord heeft er hooguit \(maximum). "
        + "Zoek ze per pagina: /api/v1/search?q=….")
  }

  /// A name that is not that of one passage.
  static func noPassage(_ name: String, _ passages: [StoredPassage]) -> Problem {
    let first = passages.first.map { ", zoals \($0.id)" } ?? ""
    return Problem(
      status: 404,
      detail: "\(shortened(name)) noemt \(passages.count) passages; noem er één\(first), of vraag "
        + "ze alle met /api/v1/sets/….")
  }
}
