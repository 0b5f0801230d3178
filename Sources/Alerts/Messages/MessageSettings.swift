internal import Glibc

/// What all messages of a run have in common.
package struct MessageSettings: Sendable {
  /// The address of the sender; nil if the program that sends mail decides.
  package var from: String?
  /// Where people write to who want no more mail; nil for `from`.
  package var contact: String?
  /// The address of the search page, without a slash at the end; nil if there is none.
  package var baseURL: String?
  /// How much a mail tells in full.
  package var limit = 20

  /// Makes the usual settings.
  package init() {}

  /// The right side of the identifiers of messages: the sender's, else the name of this machine.
  var domain: String {
    if let from, let sign = from.lastIndex(of: "@") {
      return String(from[from.index(after: sign)...])
    }
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, 255)
    let name = String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return Alert.isAddress("x@\(name)") ? name : "localhost"
  }
}
