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
