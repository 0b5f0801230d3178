/// One way in which bytes or other items in a row are damaged.
package enum Damage: CaseIterable {
  /// One becomes another.
  case replaced
  /// One more stands before or behind one.
  case inserted
  /// One is lost.
  case omitted
  /// A stretch of up to 40 is lost.
  case removed
  /// A stretch of up to 200 stands there twice.
  case doubled
  /// Two have changed places.
  case exchanged
  /// One stands somewhere else.
  case moved
  /// All that follows is lost.
  case cut
}

extension Array {
  /// The items with damage of some kinds at random places from `start` on. `item` makes what is put
  /// in, given what stands there.
  package func damaged(
    _ times: ClosedRange<Int>, _ kinds: [Damage], from start: Int = 0,
    using random: inout SeededGenerator, item: (Element, inout SeededGenerator) -> Element
  ) -> Self {
    var items = self
    for _ in 0..<Int.random(in: times, using: &random) where items.count > start {
      let at = Int.random(in: start..<items.count, using: &random)
      let other = Int.random(in: start..<items.count, using: &random)
      switch kinds.randomElement(using: &random) {
      case .replaced, nil: items[at] = item(items[at], &random)
      case .inserted:
        items.insert(item(items[at], &random), at: at + .random(in: 0...1, using: &random))
      case .omitted: items.remove(at: at)
      case .removed: items.removeSubrange(at..<items.end(of: 1...40, from: at, using: &random))
      case .doubled:
        items.insert(
          contentsOf: items[at..<items.end(of: 1...200, from: at, using: &random)], at: at)
      case .exchanged: items.swapAt(at, other)
      case .moved: items.insert(items.remove(at: at), at: other)
      case .cut: items.removeSubrange(at...)
      }
    }
    return items
  }

  private func end(
    of length: ClosedRange<Int>, from start: Int, using random: inout SeededGenerator
  ) -> Int {
    Swift.min(count, start + .random(in: length, using: &random))
  }
}

extension [UInt8] {
  /// The bytes with damage at random places. One that is put in is any byte, or the one at the
  /// place with one bit turned over, which is often a letter still.
  package func damaged(
    _ times: ClosedRange<Int>, _ kinds: [Damage] = [.replaced], from start: Int = 0,
    using random: inout SeededGenerator
  ) -> Self {
    damaged(times, kinds, from: start, using: &random) { byte, random in
      Bool.random(using: &random)
        ? .random(in: 0...255, using: &random) : byte ^ 1 << UInt8.random(in: 0..<8, using: &random)
    }
  }
}
