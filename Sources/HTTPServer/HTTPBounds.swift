/// The bounds that keep a server up whatever its clients do.
public struct HTTPBounds: Sendable, Hashable {
  /// Connections at the same time. Others wait until one ends.
  public var maximumConnections = 16_000
  /// Requests that wait for a thread; more are refused with 503.
  public var maximumWaiting = 128
  /// The target of a request in bytes; a longer one is refused with 414. Pages repeat a query in
  /// every link.
  public var maximumTargetBytes = 2048
  /// The line and the headers of a request, in bytes, with some 80 more for each parameter and
  /// header: what is longer is refused with 413, 414 or 431.
  public var maximumRequestBytes = 32 << 10
  /// The time for a request to arrive whole, from the beginning of the connection or the end of the
  /// answer before.
  public var requestSeconds = 15.0
  /// The same if more than half of the connections are in use.
  public var requestSecondsInCrowd = 3.0
  /// The time for an answer to be read.
  public var responseSeconds = 60.0
  /// The time that a request may wait for a thread; after that it is refused with 503.
  public var waitingSeconds = 10.0

  /// The usual bounds.
  public init() {}
}
