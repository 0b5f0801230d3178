// Compounds that share a part with another word.
extension MorphologicalAnalyzer {
  private static let minimumHeadLength = 3
  private static let minimumModifierLength = 3

  /// The compound that a suspended member stands for: `wet` before `regelgeving` is `wetgeving`.
  func compound(of member: [UInt8], withHeadOf word: [UInt8]) -> [UInt8]? {
    listedCompound(of: member, andHeadOf: word)
      ?? analysis(of: word).parts.last.map { member + word[$0.range.lowerBound...] }
  }

  /// The longest listed compound of a member and the head of another compound: `wet` and
  /// `regelgeving` give `wetgeving`.
  func listedCompound(of member: [UInt8], andHeadOf other: [UInt8]) -> [UInt8]? {
    for start in stride(from: 2, through: other.count - Self.minimumHeadLength, by: 1) {
      let modifier = other[..<start]
      guard
        lexicon.has(modifier) || Affixes.particles.contains(modifier)
          || modifier.ends("s") && lexicon.has(modifier.dropLast())
      else { continue }
      let whole = member + other[start...]
      if lexicon.has(whole) { return whole }
    }
    return nil
  }

  /// The modifier of a compound that another head shares: `wapen` of `wapenbezit` before `-handel`.
  func modifier(of compound: [UInt8], before head: [UInt8]) -> [UInt8]? {
    if let last = analysis(of: compound).parts.last {
      let modifier = compound[..<last.range.lowerBound]
      return head.starts(with: modifier) ? nil : Array(modifier)
    }
    // zorgvragers: without known parts, a listed compound with the new head decides.
    let lengths = stride(
      from: compound.count - Self.minimumHeadLength, through: Self.minimumModifierLength, by: -1)
    return lengths.map { Array(compound[..<$0]) }.first {
      lexicon.has($0) && lexicon.has($0 + head)
    }
  }
}
