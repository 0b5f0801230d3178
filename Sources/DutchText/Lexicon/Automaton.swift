/// A minimal acyclic automaton over bytes that numbers its words in their order (Lucchesi and Kowaltowski, 1993): one
/// step for each letter tells all the words that begin at a place of a text.
///
/// It lies in bytes as edges of eight: the label, whether it is the last edge of its node, whether a word ends with
/// it and the first edge of the node it leads to (0: none) in the first four, how many words the edges before it in
/// its node have in the other four; little-endian. Edge 0 stands for nothing. Every access is checked, so that wrong
/// bytes give wrong answers and no crash.
struct Automaton: Sendable {
  /// The bytes that the edges lie in.
  let bytes: LexiconBytes
  /// Where the edges begin in the bytes, and how many there are.
  private let start: Int
  private let edgeCount: Int
  /// The first edge of the first node.
  private let root: Int

  static let edgeSize = 8

  /// Takes the edges from some bytes, which must have them all.
  init?(_ bytes: LexiconBytes, start: Int, edgeCount: Int, root: Int) {
    guard start >= 0, edgeCount >= 0, root >= 0,
      bytes.buffer.count >= start + edgeCount * Self.edgeSize
    else { return nil }
    self.bytes = bytes
    self.start = start
    self.edgeCount = edgeCount
    self.root = root
  }

  /// How far a word has been read.
  struct State {
    /// The first edge of the node that follows; 0 where no longer word begins so.
    fileprivate(set) var node: Int
    /// The number of the word that ends here, where one does.
    fileprivate(set) var number: Int
    /// Whether a word ends here.
    fileprivate(set) var isWord: Bool
  }

  /// An edge, which must be there: label and marks in the lower half, the count in the upper.
  @inline(__always)
  private func edge(_ number: Int) -> UInt64 {
    UInt64(
      littleEndian: bytes.buffer.loadUnaligned(
        fromByteOffset: start &+ number &* Self.edgeSize, as: UInt64.self))
  }

  /// The state before the first letter.
  var initial: State { State(node: root, number: 0, isWord: false) }

  /// Reads one more letter; nil where no word begins so.
  @inline(__always)
  func step(_ state: State, _ label: UInt8) -> State? {
    var number = state.node
    guard number > 0 else { return nil }
    while number < edgeCount {
      let edge = edge(number)
      if UInt8(truncatingIfNeeded: edge) == label {
        return State(
          node: Int((edge & 0xFFFF_FFFF) >> 10),
          number: state.number &+ (state.isWord ? 1 : 0) &+ Int(edge >> 32),
          isWord: edge & 0x200 != 0)
      }
      if edge & 0x100 != 0 { return nil }
      number &+= 1
    }
    return nil
  }

  /// The number of a word, or nil where it is none. The word may be in two pieces.
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

  /// The word that has a number; empty where none has.
  func word(_ number: Int) -> [UInt8] {
    var word: [UInt8] = []
    appendWord(number, to: &word)
    return word
  }

  /// Appends the word that has a number; nothing where none has.
  func appendWord(_ number: Int, to bytes: inout [UInt8]) {
    let begin = bytes.count
    var node = root
    var rest = number
    while node > 0, bytes.count - begin < Lexicon.longestWord {
      // The last edge that has no more words before it than are left.
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

/// Makes an automaton of words in ascending order (Daciuk et al., "Incremental construction of minimal acyclic
/// finite-state automata", 2000, the algorithm for sorted words).
struct AutomatonBuilder {
  private struct Edge {
    var label: UInt8
    var isFinal: Bool
    var target: Int
  }

  /// The nodes on the way to the last word: their edges so far. Those deeper than `depth` are empty and wait for use.
  private var path: [[Edge]] = [[]]
  private var depth = 0
  private var last: ArraySlice<UInt8> = []
  /// The finished nodes by what they hold: a table of first edges (0: free), addressed by `hash(_:)`.
  private var register = [Int](repeating: 0, count: 1 << 12)
  private var registered = 0
  /// The edges of the finished nodes: as they will lie in the bytes, and how many words follow from all before each in
  /// its node.
  private var packed: [UInt32] = [0]
  private var before: [UInt32] = [0]
  /// How many words follow from a node, by its first edge.
  private var counts: [UInt32] = [0]

  /// Adds a word, which must come after all that were added before.
  mutating func add(_ word: ArraySlice<UInt8>) {
    let common = zip(word, last).prefix { $0 == $1 }.count
    freeze(downTo: common)
    for label in word.dropFirst(common) {
      let isFinal = depth + 1 == word.count
      path[depth].append(Edge(label: label, isFinal: isFinal, target: 0))
      depth += 1
      if depth == path.count { path.append([]) }
    }
    last = word
  }

  private mutating func freeze(downTo wanted: Int) {
    while depth > wanted {
      let target = node(at: depth)
      path[depth].removeAll(keepingCapacity: true)
      depth -= 1
      path[depth][path[depth].count - 1].target = target
    }
  }

  /// The first edge of the finished node that has the edges of a place of the path; 0 where it has none.
  private mutating func node(at place: Int) -> Int {
    if path[place].isEmpty { return 0 }
    let first = packed.count
    for (index, edge) in path[place].enumerated() {
      var word = UInt32(edge.label) | UInt32(edge.target) << 10
      if index == path[place].count - 1 { word |= 0x100 }
      if edge.isFinal { word |= 0x200 }
      packed.append(word)
    }
    var slot = hash(first) & (register.count - 1)
    while register[slot] != 0 {
      if isEqual(register[slot], first) {
        packed.removeLast(packed.count - first)
        return register[slot]
      }
      slot = (slot + 1) & (register.count - 1)
    }
    register[slot] = first
    var words: UInt32 = 0
    for edge in path[place] {
      before.append(words)
      counts.append(0)
      words += (edge.isFinal ? 1 : 0) + counts[edge.target]
    }
    counts[first] = words
    registered += 1
    if registered * 2 > register.count { growRegister() }
    return first
  }

  /// A hash of the edges of a node (the multiplication of FNV-1a, on whole edges).
  private func hash(_ first: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var at = first
    repeat {
      hash = (hash ^ UInt64(packed[at])) &* 0x100_0000_01B3
      hash ^= hash >> 29
      at += 1
    } while packed[at - 1] & 0x100 == 0
    return Int(truncatingIfNeeded: hash >> 1)
  }

  private func isEqual(_ first: Int, _ second: Int) -> Bool {
    var distance = 0
    while packed[first + distance] == packed[second + distance] {
      if packed[first + distance] & 0x100 != 0 { return true }
      distance += 1
    }
    return false
  }

  private mutating func growRegister() {
    let nodes = register
    register = Array(repeating: 0, count: nodes.count * 2)
    for first in nodes where first != 0 {
      var slot = hash(first) & (register.count - 1)
      while register[slot] != 0 { slot = (slot + 1) & (register.count - 1) }
      register[slot] = first
    }
  }

  /// The edges as bytes, and the first edge of the first node.
  mutating func finish() -> (bytes: [UInt8], root: Int) {
    freeze(downTo: 0)
    let root = node(at: 0)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(packed.count * Automaton.edgeSize)
    for (edge, words) in zip(packed, before) {
      withUnsafeBytes(of: edge.littleEndian) { bytes.append(contentsOf: $0) }
      withUnsafeBytes(of: words.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return (bytes, root)
  }
}
