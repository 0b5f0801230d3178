internal import VraagbaakReport

/// What JSON looks like: its JSON Schema (2020-12, which OpenAPI 3.1 uses), and an example.
struct Schema: Sendable, Hashable {
  let json: JSON
  let example: JSON

  init(_ json: JSON, example: JSON) {
    self.json = json
    self.example = example
  }

  static func text(_ example: String) -> Schema {
    Schema(["type": "string"], example: .text(example))
  }

  /// Text with `<b>` and `</b>` around the hits.
  static func marked(_ example: String) -> Schema {
    Schema(["type": "string", "contentMediaType": "text/html"], example: .text(example))
  }

  /// A day, `2024-12-03`.
  static func day(_ example: String) -> Schema {
    Schema(["type": "string", "format": "date"], example: .text(example))
  }

  /// A moment in UTC, `2026-11-23T07:00:00Z`.
  static func moment(_ example: String) -> Schema {
    Schema(["type": "string", "format": "date-time"], example: .text(example))
  }

  static func integer(_ example: Int) -> Schema {
    Schema(["type": "integer"], example: .integer(example))
  }

  static func number(_ example: Double) -> Schema {
    Schema(["type": "number"], example: .number(example))
  }

  static func flag(_ example: Bool) -> Schema {
    Schema(["type": "boolean"], example: .flag(example))
  }

  static func choice(_ words: [String], _ example: String) -> Schema {
    Schema(
      ["type": "string", "enum": .list(words.map { .text($0) })], example: .text(example))
  }

  static func constant(_ value: JSON) -> Schema { Schema(["const": value], example: value) }

  /// One of the records of the description.
  static func reference(_ record: Record) -> Schema {
    Schema(["$ref": .text("#/components/schemas/\(record.name)")], example: record.example)
  }

  /// A list; of some number of elements in the example.
  static func list(_ element: Schema, isEmpty: Bool = false) -> Schema {
    Schema(
      ["type": "array", "items": element.json], example: isEmpty ? [] : [element.example])
  }

  /// An object with names that are not known beforehand.
  static func map(_ element: Schema, _ name: String) -> Schema {
    Schema(
      ["type": "object", "additionalProperties": element.json],
      example: .object([name: element.example]))
  }

  /// The same, or null; null in the example if there is none.
  func orNull(inExample isNull: Bool = false) -> Schema {
    Schema(["anyOf": [json, ["type": "null"]]], example: isNull ? .null : example)
  }

  /// A query and its completions.
  static let suggestions = Schema(
    [
      "type": "array", "minItems": 2, "maxItems": 2,
      "items": ["anyOf": [["type": "string"], ["type": "array", "items": ["type": "string"]]]],
    ],
    example: ["opsporingscap", ["opsporingscapaciteit"]])

  /// Lines that are each an object. OpenAPI 3.1 cannot describe the lines themselves.
  static func lines(of record: Record) -> Schema {
    Schema(
      ["type": "string", "description": .text("Op elke regel een \(record.name).")],
      example: .text((try? JSONLine.of(record.example)) ?? ""))
  }
}

/// A JSON object with a name in the description.
struct Record: Sendable, Hashable {
  let name: String
  /// A Dutch sentence.
  let summary: String
  let properties: [Property]

  /// A key of the object.
  struct Property: Sendable, Hashable {
    let name: String
    let schema: Schema
    /// A Dutch sentence without a full stop.
    let summary: String
    /// Whether it is always there, perhaps with null.
    var isRequired = true

    init(_ name: String, _ schema: Schema, _ summary: String, isRequired: Bool = true) {
      self.name = name
      self.schema = schema
      self.summary = summary
      self.isRequired = isRequired
    }
  }

  /// An object with all keys.
  var example: JSON {
    .object(properties.map { ($0.name, $0.schema.example) })
  }

  /// The schema. Keys may be added in a later version, so others than these are allowed.
  var json: JSON {
    let described = properties.map { property in
      guard case .object(var members) = property.schema.json else {
        return (property.name, property.schema.json)
      }
      members["description"] = .text(property.summary)
      return (property.name, JSON.object(members))
    }
    return [
      "type": "object", "description": .text(summary),
      "properties": .object(described),
      "required": .list(properties.filter(\.isRequired).map { .text($0.name) }),
    ]
  }
}
