import HTTPServer
import Testing

@testable import VraagbaakWeb

@Suite("Answers that are remembered")
struct AnswerCacheTests {
  private func answer(_ text: String, bytes: Int = 0) -> HTTPResponse {
    HTTPResponse(type: text, [UInt8](repeating: 0, count: bytes))
  }

  @Test("An answer is remembered for its target as long as the tag is the same")
  func tags() {
    let cache = AnswerCache(maximumBytes: 1 << 20)
    cache.keep(answer("een"), to: "/?q=a", "t1")
    #expect(cache.answer(to: "/?q=a", "t1") == answer("een"))
    #expect(cache.answer(to: "/?q=b", "t1") == nil)
    #expect(cache.answer(to: "/?q=a", "t2") == nil)
    cache.keep(answer("twee"), to: "/?q=b", "t2")
    #expect(cache.answer(to: "/?q=a", "t1") == nil)
    #expect(cache.answer(to: "/?q=b", "t2") == answer("twee"))
  }

  @Test("What was not asked for lately makes room; what is asked for again stays")
  func bound() {
    // Each answer is some 5.5 kB, so that ten fill a half.
    let cache = AnswerCache(maximumBytes: 110_000)
    for number in 0..<100 {
      cache.keep(answer("\(number)", bytes: 5000), to: "/\(number)", "t")
      #expect(cache.answer(to: "/0", "t") == answer("0", bytes: 5000))
    }
    let kept = (0..<100).filter { cache.answer(to: "/\($0)", "t") != nil }
    #expect(kept.contains(0))
    #expect(kept.contains(99))
    #expect(!kept.contains(1))
    #expect(kept.count <= 20)
  }

  @Test("An answer that would push out many others is not kept")
  func large() {
    let cache = AnswerCache(maximumBytes: 1 << 20)
    cache.keep(answer("groot", bytes: 1 << 19), to: "/", "t")
    #expect(cache.answer(to: "/", "t") == nil)
  }
}
