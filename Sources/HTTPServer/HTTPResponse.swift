/// An answer to a request.
public struct HTTPResponse: Sendable, Hashable {
  /// The status code.
  public var status: Int
  /// The headers, without those about the length and the connection.
  public var headers: [Header]
  /// The body.
  public var body: [UInt8]

  /// A header. Neither part contains a line end.
  public struct Header: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String
  }

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - status: the status code.
  ///   - type: the media type of the body, with its charset.
  ///   - body: the body.
  public init(status: Int = 200, type: String, _ body: [UInt8]) {
    self.status = status
    headers = [Header(name: "Content-Type", value: type)]
    self.body = body
  }

  /// Makes an answer without a body.
  public init(status: Int) {
    self.status = status
    headers = []
    body = []
  }

  /// The value of a header by its name as written here; nil if there is none. Setting it replaces
  /// all with that name.
  public subscript(name: String) -> String? {
    get { headers.first { $0.name == name }?.value }
    set {
      headers.removeAll { $0.name == name }
      if let newValue { headers.append(Header(name: name, value: newValue)) }
    }
  }
}
