internal import HTTPServer
internal import Synchronization

/// Answers that were given before, for as long as what they were made of is the same. It keeps at
/// most a number of bytes, of what was asked for lately.
final class AnswerCache: Sendable {
  private let state = Mutex(State())
  private let maximumBytes: Int

  /// Every answer is in the young half or in the old one. If the young half is full it becomes the
  /// old one, and what was in that and was not asked for since is forgotten.
  private struct State {
    var tag = ""
    var young: [String: HTTPResponse] = [:]
    var old: [String: HTTPResponse] = [:]
    var youngBytes = 0

    mutating func keep(_ response: HTTPResponse, _ target: String, half: Int) {
      let bytes = AnswerCache.bytes(of: response, target)
      if youngBytes + bytes > half {
        old = young
        young = [:]
        youngBytes = 0
      }
      if young.updateValue(response, forKey: target) == nil { youngBytes += bytes }
    }
  }

  init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

  /// The answer that was kept for a target; nil if there is none made of the same.
  ///
  /// - Parameters:
  ///   - target: as written.
  ///   - tag: identifies what answers are made of now.
  /// - Returns: the answer, if it was made of that.
  func answer(to target: String, _ tag: String) -> HTTPResponse? {
    state.withLock { state in
      guard state.tag == tag else { return nil }
      if let response = state.young[target] { return response }
      guard let response = state.old[target] else { return nil }
      state.keep(response, target, half: maximumBytes / 2)
      return response
    }
  }

  /// Keeps an answer, and forgets those that were made of something else. An answer that would push
  /// out too many others is not kept.
  func keep(_ response: HTTPResponse, to target: String, _ tag: String) {
    guard Self.bytes(of: response, target) <= maximumBytes / 16 else { return }
    state.withLock { state in
      if state.tag != tag {
        state = State()
        state.tag = tag
      }
      state.keep(response, target, half: maximumBytes / 2)
    }
  }

  /// Roughly what an answer takes in memory.
  private static func bytes(of response: HTTPResponse, _ target: String) -> Int {
    response.body.count + target.utf8.count + 500
  }
}
