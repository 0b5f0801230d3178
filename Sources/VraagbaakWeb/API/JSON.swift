/// Any JSON, for what no record describes.
indirect enum JSON: Sendable, Hashable {
  case null
  case flag(Bool)
  case number(Double)
  case integer(Int)
  case text(String)
  case list([JSON])
  case object([String: JSON])
}

extension JSON {
  /// An object of keys that are each given once.
  static func object(_ members: [(String, JSON)]) -> JSON {
    .object(Dictionary(members) { first, _ in first })
  }
}

extension JSON: Encodable {
  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .flag(let flag): try value.encode(flag)
    case .number(let number): try value.encode(number)
    case .integer(let number): try value.encode(number)
    case .text(let text): try value.encode(text)
    case .list(let elements): try value.encode(elements)
    case .object(let members): try value.encode(members)
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .integer(number) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
  init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members)
  }
}
