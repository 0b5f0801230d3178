internal import PassageIndex

/// The description of the API for programs, by OpenAPI 3.1 (spec.openapis.org/oas/v3.1.1).
enum Description {
  /// The document.
  static func openAPI(_ site: SiteAddresses) -> JSON {
    [
      "openapi": "3.1.1",
      "info": [
        "title": "Vraagbaak", "version": .text(Release.version),
        "summary": "Zoekt in schriftelijke Kamervragen en hun antwoorden.",
        "description": .text(introduction),
      ],
      "servers": [["url": .text(site.origin.isEmpty ? "/" : site.origin)]],
      "paths": .object(Endpoint.all.map { ($0.path, path($0)) }),
      "components": [
        "schemas": .object(Record.all.map { ($0.name, $0.json) }),
        "responses": [
          "NotModified": [
            "description":
              "Het antwoord is nog dat van If-None-Match: de index is niet veranderd.",
            "headers": ["ETag": ["$ref": "#/components/headers/ETag"]],
          ],
          "BadRequest": problem(
            "Een parameter is onbekend of heeft een verkeerde waarde."),
          "NotFound": problem("De index heeft niets met deze naam."),
          "Unavailable": problem(
            "De index is er nu niet, of er zijn te veel verzoeken. Probeer het na Retry-After opnieuw.",
            headers: [
              "Retry-After": [
                "description": "Over hoeveel seconden", "schema": ["type": "integer"],
              ]
            ]),
          "Error": problem("Een andere fout."),
        ],
        "headers": [
          "ETag": [
            "description":
              "Waaraan te zien is of het antwoord veranderd is: een ander met elke commit of run, en elke dag.",
            "schema": ["type": "string"],
          ]
        ],
        "parameters": [
          "IfNoneMatch": [
            "name": "If-None-Match", "in": "header", "schema": ["type": "string"],
            "description":
              "De ETag van een eerder antwoord; is dat nog zo, dan volgt 304 zonder inhoud",
          ]
        ],
      ],
    ]
  }

  private static let introduction =
    "De JSON is die van het commando vraagbaak, byte voor byte. Er kunnen sleutels en parameters "
    + "bij komen; wat er is, verandert niet van naam, soort of betekenis. Alleen GET en HEAD. "
    + "Elke fout is een Problem: type is about:blank, en detail zegt wat er mis is."

  private static func problem(_ description: String, headers: JSON? = nil) -> JSON {
    var response: [String: JSON] = [
      "description": .text(description),
      "content": .object([
        MediaType.problem.rawValue: media(.reference(.problem))
      ]),
    ]
    response["headers"] = headers
    return .object(response)
  }

  // MARK: Paths

  private static func path(_ endpoint: Endpoint) -> JSON {
    var parameters = endpoint.parameters.map(parameter)
    if let example = endpoint.examples.first {
      let named = endpoint.examples.map { ($0, JSON.object(["value": .text($0)])) }
      parameters.insert(
        [
          "name": "id", "in": "path", "required": true,
          "schema": ["type": "string", "minLength": 1],
          "description": .text(
            "Elke naam die 'vraagbaak show' kent: een set, een zaaknummer, een vindplaats, of een "
              + "passage zoals \(example)"),
          "examples": .object(named),
        ], at: 0)
    }
    parameters.append(["$ref": "#/components/parameters/IfNoneMatch"])
    return [
      "parameters": .list(parameters), "get": operation(endpoint, isHead: false),
      "head": operation(endpoint, isHead: true),
    ]
  }

  private static func operation(_ endpoint: Endpoint, isHead: Bool) -> JSON {
    var success: [String: JSON] = [
      "description": .text(endpoint.summary),
      "headers": ["ETag": ["$ref": "#/components/headers/ETag"]],
    ]
    if !isHead {
      let content = endpoint.content.map { ($0.type.rawValue, media($0.schema)) }
      success["content"] = .object(content)
    }
    var responses: [String: JSON] = [
      "200": .object(success), "304": reference("NotModified"), "400": reference("BadRequest"),
      "503": reference("Unavailable"), "default": reference("Error"),
    ]
    if endpoint.mayFindNothing { responses["404"] = reference("NotFound") }
    return [
      "operationId": .text(endpoint.name + (isHead ? "Head" : "")),
      "summary": .text(isHead ? "Hetzelfde zonder inhoud." : endpoint.summary),
      "description": .text(endpoint.details), "responses": .object(responses),
    ]
  }

  private static func media(_ schema: Schema) -> JSON {
    ["schema": schema.json, "example": schema.example]
  }

  private static func reference(_ response: String) -> JSON {
    ["$ref": .text("#/components/responses/\(response)")]
  }

  // MARK: Parameters

  private static func parameter(_ parameter: Parameter) -> JSON {
    let value: JSON =
      switch parameter.kind {
      case .text(0): ["type": "string"]
      case .text(let minimum): ["type": "string", "minLength": .integer(minimum)]
      case .number(let range):
        [
          "type": "integer", "minimum": .integer(range.lowerBound),
          "maximum": .integer(range.upperBound),
        ]
      case .choice(let words): ["type": "string", "enum": .list(words.map { .text($0) })]
      case .flag: ["enum": ["true", "false", "1", "0"], "type": "string"]
      }
    return [
      "name": .text(parameter.name), "in": "query", "description": .text(parameter.summary),
      "schema": parameter.isRepeatable ? ["type": "array", "items": value] : value,
      "example": parameter.isRepeatable ? [parameter.example] : parameter.example,
    ]
  }
}
