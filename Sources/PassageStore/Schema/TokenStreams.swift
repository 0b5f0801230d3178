internal import DutchText
internal import Synchronization

/// The token streams of a run, which remember the words that they met: the next file gets one that
/// is idle, so that a word is worked out once for each job and not once for each file.
final class TokenStreams: Sendable {
  private let idle = Mutex<[TokenStream]>([])

  /// Does some work with a stream of its own; what is left in it is forgotten, not the words.
  func lend<Result>(_ body: (inout TokenStream) -> Result) -> Result {
    var stream = idle.withLock { $0.popLast() } ?? TokenStream()
    let result = body(&stream)
    stream.removeAll()
    idle.withLock { $0.append(stream) }
    return result
  }
}
