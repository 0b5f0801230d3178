/// An address of the API: what it takes, and what it gives. The reading of requests and their
/// description follow from it.
struct Endpoint: Sendable {
  /// Its name in the description and in programs that are made from that.
  let name: String
  /// The path, with `{id}` for a name.
  let path: String
  /// One Dutch sentence.
  let summary: String
  /// More Dutch sentences.
  let details: String
  let parameters: [Parameter]
  /// The media types of its answer, each with what it describes.
  let content: [(type: MediaType, schema: Schema)]
  /// Names that the path may have; empty if it has none.
  var examples: [String] = []
  /// Whether it answers 404 if the index does not have a name.
  var mayFindNothing = false

  static let all = [search, set, passage, similar, suggest, status, description]

  static let search = Endpoint(
    name: "search", path: "/api/v1/search", summary: "Zoekt passages.",
    details: "Eerst de passages die alles hebben, dan de beste met een deel ervan; die noemen in "
      + "missing wat ontbreekt. Het antwoord is dat van 'vraagbaak search --format json'. Een "
      + "parameter die twee keer gegeven is, ook onder zijn andere naam, telt de laatste keer.",
    parameters: .search, content: [(.json, .reference(.answer))], mayFindNothing: true)

  static let set = Endpoint(
    name: "set", path: "/api/v1/sets/{id}", summary: "Geeft een hele set.",
    details:
      "Elke passage staat als JSON-object op een eigen regel, zoals 'vraagbaak show --format "
      + "json' ze geeft. Een naam die meer dan 2000 passages noemt, is een fout.",
    parameters: .shown, content: [(.jsonLines, .lines(of: .passage))],
    examples: ["ah-tk-20242025-705", "2024Z18775", "AH 705"], mayFindNothing: true)

  static let passage = Endpoint(
    name: "passage", path: "/api/v1/passages/{id}", summary: "Geeft één passage.",
    details: "De naam moet er een van één passage zijn. Het teken # is in een adres %23.",
    parameters: .shown, content: [(.json, .reference(.passage))],
    examples: ["ah-tk-20242025-705#3"], mayFindNothing: true)

  static let similar = Endpoint(
    name: "similar", path: "/api/v1/similar/{id}",
    summary: "Zoekt passages van andere sets die op een passage of set lijken.",
    details: "Het antwoord is dat van 'vraagbaak search --similar ID --format json'.",
    parameters: .similar, content: [(.json, .reference(.answer))],
    examples: ["ah-tk-20242025-705#3", "ah-tk-20242025-705"], mayFindNothing: true)

  static let suggest = Endpoint(
    name: "suggest", path: "/api/v1/suggest",
    summary: "Vult het laatste woord van een zoekvraag aan.",
    details:
      "Het antwoord is dat van 'vraagbaak explain --complete'. Voor een browser is het een lijst "
      + "van de zoekvraag en een lijst van aanvullingen.",
    parameters: .suggested,
    content: [(.json, .reference(.completion)), (.suggestions, .suggestions)])

  static let status = Endpoint(
    name: "status", path: "/api/v1/status", summary: "Geeft de toestand van de index.",
    details: "Het antwoord is dat van 'vraagbaak status --format json'.",
    parameters: [], content: [(.json, .reference(.status))])

  static let description = Endpoint(
    name: "description", path: "/api/v1/openapi.json", summary: "Geeft deze beschrijving.",
    details: "", parameters: [],
    content: [(.json, Schema(["type": "object"], example: [:]))])
}
