/// A minimal acyclic automaton over bytes that numbers its words in order (Lucchesi and
/// Kowaltowski, 1993). One step for each letter finds all words that begin at a place of a text.
///
/// Each edge is two little-endian numbers of four bytes. The first has the label (bits 0–7),
/// whether it is the last edge of its node (8), whether a word ends with it (9), and the first edge
/// of the node it leads to (from 10; 0: none). The second counts the words of the edges before it
/// in its node. Edge 0 is unused. Every access is checked: wrong bytes give wrong answers, never a
/// crash.
struct Automaton: Sendable {
  /// The bytes that the edges lie in.
  let bytes: LexiconBytes
  /// Where the edges begin in the bytes, and their number.
  private let start: Int
  private let edgeCount: Int
  /// The first edge of the first node.
  private let root: Int
  /// Whether the first node has an edge for each letter from a to z, so that none is searched
  /// there.
  private let isRootWhole: Bool

  static let edgeSize = 8

  /// Reads the edges in some bytes; nil if they are not all there.
  init?(_ bytes: LexiconBytes, start: Int, edgeCount: Int, root: Int) {
    guard start >= 0, edgeCount >= 0, root >= 0,
      bytes.buffer.count >= start + edgeCount * Self.edgeSize
    else { return nil }
    self.bytes = bytes
    self.start = start
    self.edgeCount = edgeCount
    self.root = root
    let first = start + root * Self.edgeSize
    isRootWhole =
      root > 0 && root + 26 <= edgeCount
      && (0..<26).allSatisfy {
        bytes.buffer[first + $0 * Self.edgeSize] == UInt8(ascii: "a") + UInt8($0)
      }
  }

  /// The position in the automaton after some letters.
  struct State {
    /// The first edge of the next node; 0 if no longer word begins with these letters.
    fileprivate(set) var node: Int
    /// The number of the word that ends here, if one does.
    fileprivate(set) var number: Int
    /// Whether a word ends here.
    fileprivate(set) var isWord: Bool
  }

  /// An edge, which must exist: label and flags in the lower half, the count in the upper.
  @inline(__always)
  private func edge(_ number: Int) -> UInt64 {
    UInt64(
      littleEndian: bytes.buffer.loadUnaligned(
        fromByteOffset: start &+ number &* Self.edgeSize, as: UInt64.self))
  }

  /// The state before the first letter.
  var initial: State { State(node: root, number: 0, isWord: false) }

  /// Reads one more letter; nil if no word begins with these letters.
  @inline(__always)
  func step(_ state: State, _ label: UInt8) -> State? {
    var number = state.node
    guard number > 0 else { return nil }
    let letter = label &- UInt8(ascii: "a")
    if number == root, isRootWhole, letter < 26 { number &+= Int(letter) }
    while number < edgeCount {
      let edge = edge(number)
      let found = UInt8(truncatingIfNeeded: edge)
      if found == label {
        return State(
          node: Int((edge & 0xFFFF_FFFF) >> 10),
          number: state.number &+ (state.isWord ? 1 : 0) &+ Int(edge >> 32),
          isWord: edge & 0x200 != 0)
      }
      // The labels of a node ascend.
      if found > label || edge & 0x100 != 0 { return nil }
      number &+= 1
    }
    return nil
  }

  /// The number of a word, given in one or two pieces; nil if it is not in the automaton.
  @inline(__always)
  func number(
    of word: some Sequence<UInt8>, _ rest: StaticString = ""
  ) -> Int? {
    var state = initial
    for byte in word {
      guard let next = step(state, byte) else { return nil }
      state = next
    }
    let ending = UnsafeBufferPointer(start: rest.utf8Start, count: rest.utf8CodeUnitCount)
    for byte in ending {
      guard let next = step(state, byte) else { return nil }
      state = next
    }
    return state.isWord ? state.number : nil
  }

  /// The word with a number; empty if there is none.
  func word(_ number: Int) -> [UInt8] {
    var word: [UInt8] = []
    appendWord(number, to: &word)
    return word
  }

  /// Appends the word with a number; nothing if there is none.
  func appendWord(_ number: Int, to bytes: inout [UInt8]) {
    let begin = bytes.count
    var node = root
    var rest = number
    while node > 0, bytes.count - begin < Lexicon.maximumWordLength {
      // The last edge with at most `rest` words before it.
      var at = node
      var chosen: UInt64 = 0
      while at < edgeCount {
        let edge = edge(at)
        if Int(edge >> 32) > rest { break }
        chosen = edge
        if edge & 0x100 != 0 { break }
        at += 1
      }
      guard chosen != 0 else { break }
      bytes.append(UInt8(truncatingIfNeeded: chosen))
      rest -= Int(chosen >> 32)
      if chosen & 0x200 != 0 {
        if rest == 0 { return }
        rest -= 1
      }
      node = Int((chosen & 0xFFFF_FFFF) >> 10)
    }
    bytes.removeLast(bytes.count - begin)
  }
}
