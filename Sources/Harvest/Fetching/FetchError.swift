/// Why nothing was fetched.
enum FetchError: Error, Hashable, Sendable {
  /// The server answered with a status that asking again does not change: 404.
  case status(Int)
  /// All tries failed; the reason of the last, in Dutch.
  case unavailable(String)
  /// The host takes no more requests in this run: too many failures in a row, a certificate that
  /// cannot be verified, or a wait that is too long; which of them, in Dutch.
  case hostGivenUp(String)
  /// A redirect to an address that may not be fetched.
  case foreign(String)
  /// A redirect to an address that has been asked, or too many redirects.
  case redirects
  /// The answer is larger than the caller takes, in bytes.
  case tooLarge(limit: Int)
  /// In all tries the answer had another length than the server had declared, in bytes. What comes
  /// beyond the declared length is not counted: then `got` is `declared`.
  case cutOff(declared: Int, got: Int)
  /// The run has made all requests, or used all the time, that it may: no request was made.
  case bound
  /// The run has to end.
  case stopped

  /// The reason in Dutch, a phrase.
  var reason: String {
    switch self {
    case .status(let status): "HTTP \(status)"
    case .unavailable(let reason), .hostGivenUp(let reason): reason
    case .foreign(let address): "doorverwezen naar \(address)"
    case .redirects: "doorverwezen zonder einde"
    case .tooLarge(let limit): "groter dan \(limit) bytes"
    case .cutOff(let declared, let got) where declared == got:
      "langer dan de aangekondigde \(declared) bytes"
    case .cutOff(let declared, let got): "afgebroken na \(got) van \(declared) bytes"
    case .bound: "de grens van deze run is bereikt"
    case .stopped: "gestopt"
    }
  }
}
