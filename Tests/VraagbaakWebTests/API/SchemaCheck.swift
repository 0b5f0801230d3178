import Kamervragen

@testable import VraagbaakWeb

/// Checks JSON against the schemas of the description, as far as they are used there.
struct SchemaCheck {
  let description: JSON

  /// What is wrong with a value; empty if it is as the schema says. A key that an object's schema
  /// does not name is wrong as well: it would be missing in the description.
  func faults(of value: JSON, by schema: JSON, at place: String = "$") -> [String] {
    if let reference = schema["$ref"]?.asText {
      guard let target = resolved(reference) else { return ["\(place): no \(reference)"] }
      return faults(of: value, by: target, at: place)
    }
    if let choices = schema["anyOf"]?.elements {
      let tried = choices.map { faults(of: value, by: $0, at: place) }
      return tried.contains([]) ? [] : tried.flatMap(\.self)
    }
    if let constant = schema["const"], constant != value { return ["\(place): not \(constant)"] }
    if let choices = schema["enum"]?.elements, !choices.contains(value) {
      return ["\(place): \(value) is none of \(choices)"]
    }
    switch (schema["type"]?.asText, value) {
    case (nil, _), ("null", .null), ("boolean", .flag), ("number", .number), ("number", .integer):
      return []
    case ("integer", .integer(let number)):
      let range = (schema["minimum"]?.asInteger ?? .min)...(schema["maximum"]?.asInteger ?? .max)
      return range.contains(number) ? [] : ["\(place): \(number) is not in \(range)"]
    case ("string", .text(let text)): return faults(of: text, by: schema, at: place)
    case ("array", .list(let elements)):
      return elements.enumerated().flatMap { number, element in
        faults(of: element, by: schema["items"] ?? [:], at: "\(place)[\(number)]")
      }
    case ("object", .object(let members)): return faults(of: members, by: schema, at: place)
    case (let type?, _): return ["\(place): \(value) is no \(type)"]
    }
  }

  private func faults(of text: String, by schema: JSON, at place: String) -> [String] {
    if text.count < schema["minLength"]?.asInteger ?? 0 { return ["\(place): too short"] }
    switch schema["format"]?.asText {
    case "date"? where CalendarDate(iso: text) == nil: return ["\(place): \(text) is no day"]
    case "date-time"? where text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) == nil:
      return ["\(place): \(text) is no moment"]
    default: return []
    }
  }

  private func faults(of members: [String: JSON], by schema: JSON, at place: String) -> [String] {
    let known = schema["properties"]?.members
    let missing = (schema["required"]?.elements ?? []).compactMap(\.asText)
      .filter { members[$0] == nil }.map { "\(place): no \($0)" }
    return missing
      + members.sorted { $0.key < $1.key }.flatMap { name, member -> [String] in
        let own = known?[name] ?? schema["additionalProperties"]
        guard let own else {
          return known == nil ? [] : ["\(place): \(name) is not described"]
        }
        return faults(of: member, by: own, at: "\(place).\(name)")
      }
  }

  /// What a reference within the description refers to.
  func resolved(_ reference: String) -> JSON? {
    guard reference.hasPrefix("#/") else { return nil }
    return reference.dropFirst(2).split(separator: "/").reduce(description) { $0?[String($1)] }
  }

  /// The schema of a record.
  func schema(_ name: String) -> JSON { ["$ref": .text("#/components/schemas/\(name)")] }
}
