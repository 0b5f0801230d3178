internal import CXXHash

/// Builds an automaton from words in ascending order (Daciuk et al., "Incremental construction of
/// minimal acyclic finite-state automata", 2000, the algorithm for sorted words).
struct AutomatonBuilder {
  private struct Edge {
    var label: UInt8
    var isFinal: Bool
    var target: Int
  }

  /// The edges so far of the nodes on the path of the last word. Those deeper than `depth` are
  /// empty, kept for reuse.
  private var path: [[Edge]] = [[]]
  private var depth = 0
  private var last: ArraySlice<UInt8> = []
  /// The finished nodes by content: a hash table of first edges (0: free).
  private var register = [Int](repeating: 0, count: 1 << 12)
  private var registered = 0
  /// The edges of the finished nodes as they will be written: the first number of each, and the
  /// second.
  private var packed: [UInt32] = [0]
  private var before: [UInt32] = [0]
  /// The number of words below a node, by its first edge.
  private var counts: [UInt32] = [0]

  /// Adds a word, which must come after all earlier ones.
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

  /// The first edge of the finished node with the edges at a place of the path; 0 if there are
  /// none.
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

  /// A hash of the edges of a node.
  private func hash(_ first: Int) -> Int {
    var end = first + 1
    while packed[end - 1] & 0x100 == 0 { end += 1 }
    return packed[first..<end].withUnsafeBytes { Int(XXH3_64bits($0.baseAddress, $0.count) >> 1) }
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

  /// The edges as bytes, and the first edge of the root.
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
