internal import DutchText
internal import Synchronization

/// The token streams of a run. They remember the words they have met and are reused, so that a word
/// is analysed once for each job, not once for each file.
final class TokenStreams: Sendable {
  private let idle = Mutex<[TokenStream]>([])

  /// Calls `body` with an idle stream, then clears its tokens but not its memory of words.
  func lend<Result>(_ body: (inout TokenStream) -> Result) -> Result {
    var stream = idle.withLock { $0.popLast() } ?? TokenStream()
    let result = body(&stream)
    stream.removeAll()
    idle.withLock { $0.append(stream) }
    return result
  }
}
