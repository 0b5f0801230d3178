internal import Kamervragen

/// How a value of a facet is written in the slot of the facets, of which every passage has one:
/// sessions and kinds as one byte, and the posts that nearly all have as one byte before the name.
enum FacetCode {
  /// No text is one byte from here on.
  private static let firstCode = 0x80
  /// The year in which the session of the first code begins.
  private static let firstYear = 1950
  /// The posts, from byte 1 on. Texts have no such bytes.
  private static let posts = ["Minister ", "Staatssecretaris "]

  static func bytes(of value: String, _ field: Field) -> [UInt8] {
    switch field {
    case .session:
      if let start = Int(value.prefix(4)), value == "\(start)-\(start + 1)",
        let code = UInt8(exactly: start - firstYear + firstCode), code >= firstCode
      {
        return [code]
      }
    case .kind:
      if let kind = QuestionSet.Kind(rawValue: value),
        let place = QuestionSet.Kind.allCases.firstIndex(of: kind)
      {
        return [UInt8(firstCode + place)]
      }
    case .minister:
      if let place = posts.firstIndex(where: value.hasPrefix) {
        return [UInt8(1 + place)] + value.utf8.dropFirst(posts[place].utf8.count)
      }
    default: break
    }
    return Array(value.utf8)
  }

  static func value(of bytes: ArraySlice<UInt8>, _ field: Field) -> String {
    let first = bytes.first.map { Int($0) } ?? 0
    switch field {
    case .session where bytes.count == 1 && first >= firstCode:
      let start = first - firstCode + firstYear
      return "\(start)-\(start + 1)"
    case .kind where bytes.count == 1 && first >= firstCode:
      let kinds = QuestionSet.Kind.allCases
      if kinds.indices.contains(first - firstCode) { return kinds[first - firstCode].rawValue }
    case .minister where (1...posts.count).contains(first):
      return posts[first - 1] + String(decoding: bytes.dropFirst(), as: UTF8.self)
    default: break
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
