/// A request: GET or HEAD of a target.
public struct HTTPRequest: Sendable, Hashable {
  /// The methods that are served. A HEAD is answered like a GET, without its body.
  public enum Method: String, Sendable, Hashable {
    case get = "GET"
    case head = "HEAD"
  }

  /// The method.
  public var method: Method
  /// What is asked for.
  public var target: HTTPTarget
  /// The value of `If-None-Match`; nil if there is none.
  public var ifNoneMatch: String?

  /// Makes a request.
  public init(_ method: Method = .get, _ target: HTTPTarget, ifNoneMatch: String? = nil) {
    self.method = method
    self.target = target
    self.ifNoneMatch = ifNoneMatch
  }
}

/// The target of a request, `/set/ah-tk-20242025-705?q=jeugdzorg`, taken apart (RFC 9112, 3.2.1).
public struct HTTPTarget: Sendable, Hashable {
  /// The target as it came.
  public let written: String
  /// The parts of the path between its slashes, decoded: none for `/`, an empty last one for a path
  /// that ends with a slash.
  public let path: [String]
  /// The parameters of the query in order, decoded as those of a form are: a plus sign is a space.
  public let parameters: [Parameter]

  /// A parameter of a query. Without an equals sign the value is empty.
  public struct Parameter: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String

    /// Makes a parameter.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Takes a target apart. Every text is a target: a percent sign without two hexadecimal digits is
  /// itself, and bytes that are not UTF-8 become U+FFFD.
  public init(_ written: String) {
    self.written = written
    // A proxy is asked for a whole address, and a server may be (RFC 9112, 3.2.2).
    var rest = Substring(written)
    if let scheme = ["http://", "https://"].first(where: { rest.lowercased().hasPrefix($0) }) {
      rest = rest.dropFirst(scheme.count).drop { $0 != "/" && $0 != "?" }
    }
    let parts = rest.utf8.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    path =
      parts[0].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropFirst(parts[0].first == UInt8(ascii: "/") ? 1 : 0)
      .map { Self.decoded($0, isForm: false) }
      .withoutOnlyEmpty
    guard parts.count > 1 else {
      parameters = []
      return
    }
    parameters = parts[1].split(separator: UInt8(ascii: "&")).map { pair in
      let sides = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return Parameter(
        Self.decoded(sides[0], isForm: true),
        sides.count > 1 ? Self.decoded(sides[1], isForm: true) : "")
    }
  }

  /// The first value of a parameter; nil if it is not there.
  public subscript(name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }

  private static func decoded(_ text: Substring.UTF8View, isForm: Bool) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = hexadecimal(rest.prefix(2)) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(isForm && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The byte that two hexadecimal digits write; nil if they are not that.
  private static func hexadecimal(_ digits: Substring.UTF8View) -> UInt8? {
    guard digits.count == 2 else { return nil }
    var value: UInt8 = 0
    for digit in digits {
      guard let number = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | UInt8(number)
    }
    return value
  }
}

extension [String] {
  /// The path of `/` has no parts.
  fileprivate var withoutOnlyEmpty: [String] { self == [""] ? [] : self }
}
