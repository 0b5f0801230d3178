/// An address that may be fetched: one of an official host over https, or of this machine.
///
/// It has only characters that RFC 3986 allows, so libcurl and this program understand the same.
package struct WebAddress: Sendable, Hashable {
  /// The address, normalised: scheme and host in lower case, no dot segments, no default port.
  package let text: String
  /// The host, with its port unless that is the scheme's: what paces and counts are kept by.
  let host: String
  /// Whether it is an address of this machine.
  package let isLoopback: Bool

  private let scheme: String
  /// From the slash of the path on.
  private let pathAndQuery: String

  /// The hosts of KOOP and of the Tweede Kamer.
  static let officialHosts = [
    "repository.overheid.nl", "zoek.officielebekendmakingen.nl",
    "repository.officiele-overheidspublicaties.nl", "gegevensmagazijn.tweedekamer.nl",
  ]

  static let maximumLength = 8192

  /// Reads an absolute address.
  package init(_ text: String) throws(AddressError) {
    let reference = try Reference(text)
    guard reference.fragment == nil else { throw .malformed(text) }
    guard let scheme = reference.scheme, let authority = reference.authority else {
      throw .malformed(text)
    }
    try self.init(
      scheme: scheme, authority: authority, path: reference.path, query: reference.query)
  }

  /// The address that a `Location` header of an answer from here means (RFC 3986, 5.2). A fragment
  /// is left out.
  ///
  /// Throws `foreign` also for a way that is not to be gone: from an official host to this machine,
  /// from this machine to another, and from https to http.
  func resolving(_ location: String) throws(AddressError) -> WebAddress {
    let reference = try Reference(location)
    let target: WebAddress
    if reference.scheme != nil, reference.authority == nil { throw .malformed(location) }
    if let authority = reference.authority {
      target = try WebAddress(
        scheme: reference.scheme ?? scheme, authority: authority, path: reference.path,
        query: reference.query)
    } else {
      let (path, query) = Self.split(pathAndQuery, at: "?")
      let merged =
        reference.path.isEmpty
        ? path
        : reference.path.hasPrefix("/")
          ? reference.path
          : Self.folder(of: path)
            + reference.path
      target = try WebAddress(
        scheme: scheme, authority: host, path: merged,
        query: reference.query ?? (reference.path.isEmpty ? query : nil))
    }
    guard target.isLoopback == isLoopback, scheme == "http" || target.scheme == "https" else {
      throw .foreign(target.text)
    }
    return target
  }

  private init(
    scheme: String, authority: String, path: String, query: String?
  ) throws(AddressError) {
    let scheme = scheme.lowercased()
    let written = "\(scheme)://\(authority)\(path)"
    guard scheme == "http" || scheme == "https" else { throw .foreign(written) }
    // Without user info: a host may look like another's user.
    guard !authority.utf8.contains(UInt8(ascii: "@")) else { throw .malformed(written) }
    let (name, port) = try Self.hostAndPort(authority.lowercased(), written)
    if Self.isLoopback(name) {
      isLoopback = true
    } else {
      guard Self.officialHosts.contains(name), scheme == "https", port == nil || port == 443 else {
        throw .foreign(written)
      }
      isLoopback = false
    }
    let isDefault = port == nil || port == (scheme == "https" ? 443 : 80)
    host = isDefault ? name : "\(name):\(port ?? 0)"
    pathAndQuery = Self.withoutDotSegments(path) + (query.map { "?" + $0 } ?? "")
    self.scheme = scheme
    text = "\(scheme)://\(host)\(pathAndQuery)"
    guard text.utf8.count <= Self.maximumLength else { throw .malformed(text) }
  }

  /// The address with parameters after those of its query.
  func adding(parameters: [(name: String, value: String)]) -> WebAddress {
    let added = parameters.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
    return WebAddress(self, suffix: (text.contains("?") ? "&" : "?") + added)
  }

  /// The value of a parameter of its query, as it is written there; nil if it has none.
  func parameter(_ name: String) -> String? {
    let parameters = Self.split(pathAndQuery, at: "?").1?.split(separator: "&") ?? []
    let found = parameters.first { $0.lowercased().hasPrefix("\(name)=") }
    return found.map { String($0.dropFirst(name.count + 1)) }
  }

  private init(_ base: WebAddress, suffix: String) {
    text = base.text + suffix
    host = base.host
    isLoopback = base.isLoopback
    scheme = base.scheme
    pathAndQuery = base.pathAndQuery + suffix
  }

  /// Percent-encodes all but unreserved characters (RFC 3986, 2.3).
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
      let isUnreserved =
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "-._~".utf8.contains(byte)
      if isUnreserved {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }

  private static func hostAndPort(
    _ authority: String, _ written: String
  ) throws(AddressError) -> (String, Int?) {
    // The colons of an IPv6 address are in brackets.
    let end = authority.lastIndex(of: "]") ?? authority.startIndex
    guard let colon = authority[end...].lastIndex(of: ":") else { return (authority, nil) }
    let digits = authority[authority.index(after: colon)...]
    // An empty port is the default one.
    if digits.isEmpty { return (String(authority[..<colon]), nil) }
    guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      let port = Int(digits), (1...65535).contains(port)
    else { throw .malformed(written) }
    return (String(authority[..<colon]), port)
  }

  /// Whether a host is this machine: `localhost`, `[::1]` or 127.0.0.0/8 in its plain form.
  private static func isLoopback(_ name: String) -> Bool {
    if name == "localhost" || name == "[::1]" { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { $0 &- 0x30 < 10 } && UInt8(part).map { String($0) == part } ?? false
      }
  }

  /// RFC 3986, 5.2.4; an empty path is `/`.
  private static func withoutDotSegments(_ path: String) -> String {
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for segment in segments {
      switch segment {
      case ".": break
      case "..": _ = kept.popLast()
      default: kept.append(segment)
      }
    }
    // A path that ends with a dot segment is a folder.
    if let last = segments.last, last == "." || last == ".." { kept.append("") }
    return "/" + kept.joined(separator: "/")
  }

  private static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? "/"
  }

  fileprivate static func split(_ text: String, at sign: Character) -> (String, String?) {
    guard let place = text.firstIndex(of: sign) else { return (text, nil) }
    return (String(text[..<place]), String(text[text.index(after: place)...]))
  }
}

/// Why an address cannot be fetched.
package enum AddressError: Error, Hashable, Sendable {
  /// No address by RFC 3986, or with parts that are not wanted: a user, a fragment.
  case malformed(String)
  /// An address of another host, or over another scheme.
  case foreign(String)
  /// A pattern that gives all documents the same address.
  case noPlaceholder(String)

  /// The address as it was written, or the beginning of it.
  package var address: String {
    switch self {
    case .malformed(let text), .foreign(let text), .noPlaceholder(let text): text
    }
  }

  /// The reason in Dutch, a phrase.
  package var reason: String {
    switch self {
    case .malformed(let text): "geen webadres: \(text)"
    case .foreign(let text): "geen adres van een officiële bron of van deze machine: \(text)"
    case .noPlaceholder(let text):
      "een patroon zonder {id} of {file}, zodat alle documenten hetzelfde adres hebben: \(text)"
    }
  }
}

/// The parts of an address, absolute or relative (RFC 3986, appendix B).
private struct Reference {
  var scheme: String?
  var authority: String?
  var path: String
  var query: String?
  var fragment: String?

  init(_ text: String) throws(AddressError) {
    guard text.utf8.count <= WebAddress.maximumLength, Self.isPlain(text) else {
      throw .malformed(String(text.prefix(200)))
    }
    var rest = text
    (rest, fragment) = WebAddress.split(rest, at: "#")
    (rest, query) = WebAddress.split(rest, at: "?")
    if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
      scheme = String(rest[..<colon])
      rest = String(rest[rest.index(after: colon)...])
    }
    if rest.hasPrefix("//") {
      let authority = rest.dropFirst(2).prefix { $0 != "/" }
      self.authority = String(authority)
      rest = String(rest.dropFirst(2 + authority.count))
    }
    path = rest
  }

  /// Whether all characters are allowed somewhere in an address, and each `%` begins an octet.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "%"):
        guard place + 2 < bytes.count, isHexadecimal(bytes[place + 1]),
          isHexadecimal(bytes[place + 2])
        else { return false }
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
      default: guard "-._~:/?#[]@!$&'()*+,;=".utf8.contains(byte) else { return false }
      }
    }
    return true
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
  }
}
