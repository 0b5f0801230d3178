/// A minimal acyclic automaton over bytes that numbers its words in their order (Lucchesi and Kowaltowski, 1993): one
/// step for each letter tells all the words that begin at a place of a text.
///
/// It lies in bytes as edges of eight: the label, whether it is the last edge of its node, whether a word ends with
/// it and the first edge of the node it leads to (0: none) in the first four, how many words the edges before it in
/// its node have in the other four; little-endian. Edge 0 stands for nothing. Every access is checked, so that wrong
/// bytes give wrong answers and no crash.
struct Automaton: Sendable {
  let bytes: [UInt8]
  /// Where the edges begin in the bytes, and how many there are.
  let start: Int
  let edgeCount: Int
  /// The first edge of the first node.
  let root: Int

  static let edgeSize = 8

  /// How far a word has been read.
  struct State {
    /// The first edge of the node that follows; 0 where no longer word begins so.
    fileprivate(set) var node: Int
    /// The number of the word that ends here, where one does.
    fileprivate(set) var number: Int
    /// Whether a word ends here.
    fileprivate(set) var isWord: Bool
  }

  @inline(__always)
  private func load(_ offset: Int) -> Int {
    guard offset >= 0, offset &+ 4 <= bytes.count else { return 0 }
    return bytes.withUnsafeBytes {
      Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
  }

  /// The state before the first letter.
  var initial: State { State(node: root, number: 0, isWord: false) }

  /// Reads one more letter; nil where no word begins so.
  @inline(__always)
  func step(_ state: State, _ label: UInt8) -> State? {
    var edge = state.node
    guard edge > 0 else { return nil }
    while edge < edgeCount {
      let offset = start &+ edge &* Self.edgeSize
      let packed = load(offset)
      if packed & 0xFF == Int(label) {
        return State(
          node: packed >> 10, number: state.number + (state.isWord ? 1 : 0) + load(offset &+ 4),
          isWord: packed & 0x200 != 0)
      }
      if packed & 0x100 != 0 { return nil }
      edge += 1
    }
    return nil
  }

  /// The number of a word, or nil where it is none.
  func number(of word: some Sequence<UInt8>) -> Int? {
    var state = initial
    for byte in word {
      guard let next = step(state, byte) else { return nil }
      state = next
    }
    return state.isWord ? state.number : nil
  }

  /// The word that has a number; empty where none has.
  func word(_ number: Int) -> [UInt8] {
    var word: [UInt8] = []
    var node = root
    var rest = number
    while node > 0, word.count < Lexicon.longestWord {
      // The last edge that has no more words before it than are left.
      var edge = node
      var chosen = 0
      while edge < edgeCount {
        let offset = start &+ edge &* Self.edgeSize
        if load(offset &+ 4) > rest { break }
        chosen = offset
        if load(offset) & 0x100 != 0 { break }
        edge += 1
      }
      guard chosen > 0 else { return [] }
      let packed = load(chosen)
      word.append(UInt8(packed & 0xFF))
      rest -= load(chosen &+ 4)
      if packed & 0x200 != 0 {
        if rest == 0 { return word }
        rest -= 1
      }
      node = packed >> 10
    }
    return []
  }
}

/// Makes an automaton of words in ascending order (Daciuk et al., "Incremental construction of minimal acyclic
/// finite-state automata", 2000, the algorithm for sorted words).
struct AutomatonBuilder {
  private struct Edge: Hashable {
    var label: UInt8
    var isFinal: Bool
    var target: Int
  }

  /// The nodes on the way to the last word: their edges so far.
  private var path: [[Edge]] = [[]]
  private var last: [UInt8] = []
  private var register: [[Edge]: Int] = [:]
  private var packed: [UInt32] = [0, 0]
  /// How many words follow from a node, by its first edge.
  private var counts: [Int: Int] = [0: 0]

  /// Adds a word, which must come after all that were added before.
  mutating func add(_ word: [UInt8]) {
    var common = 0
    while common < min(word.count, last.count), word[common] == last[common] { common += 1 }
    freeze(downTo: common)
    for index in common..<word.count {
      let edge = Edge(label: word[index], isFinal: index == word.count - 1, target: 0)
      path[index].append(edge)
      path.append([])
    }
    last = word
  }

  private mutating func freeze(downTo depth: Int) {
    while path.count > depth + 1 {
      let target = node(path.removeLast())
      let parent = path.count - 1
      path[parent][path[parent].count - 1].target = target
    }
  }

  private mutating func node(_ edges: [Edge]) -> Int {
    if edges.isEmpty { return 0 }
    if let known = register[edges] { return known }
    let first = packed.count / 2
    var before = 0
    for (index, edge) in edges.enumerated() {
      var word = UInt32(edge.label) | UInt32(edge.target) << 10
      if index == edges.count - 1 { word |= 0x100 }
      if edge.isFinal { word |= 0x200 }
      packed.append(word)
      packed.append(UInt32(before))
      before += (edge.isFinal ? 1 : 0) + (counts[edge.target] ?? 0)
    }
    register[edges] = first
    counts[first] = before
    return first
  }

  /// The edges as bytes, and the first edge of the first node.
  mutating func finish() -> (bytes: [UInt8], root: Int) {
    freeze(downTo: 0)
    let root = node(path[0])
    var bytes: [UInt8] = []
    bytes.reserveCapacity(packed.count * 4)
    for value in packed {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return (bytes, root)
  }
}
