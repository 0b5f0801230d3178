/// Tests whether one ranking is better than another, or only luckier with these queries.
///
/// The paired randomisation test (Fisher; for retrieval: Smucker, Allan and Carterette 2007): if
/// the rankings were equally good, each query's difference could as well have had the other sign.
/// The p-value is the share of random sign changes whose mean is at least as far from 0 as the
/// measured one.
public struct PairedComparison: Sendable, Hashable {
  /// The mean difference, this ranking minus the other.
  public let difference: Double
  /// Two-sided, from 0 (surely different) to 1.
  public let pValue: Double

  /// The number of random sign changes that are tried.
  static let rounds = 10_000

  /// Compares measures of the same queries in the same order. The same measures always give the
  /// same p-value.
  public init(_ these: [Double], against others: [Double]) {
    let differences = zip(these, others).map { $0 - $1 }
    let sum = differences.reduce(0, +)
    difference = differences.isEmpty ? 0 : sum / Double(differences.count)
    var state: UInt64 = 1
    var extreme = 0
    for _ in 0..<Self.rounds {
      var changed = 0.0
      var bits: UInt64 = 0
      for (index, difference) in differences.enumerated() {
        if index % 64 == 0 { bits = Self.next(&state) }
        changed += bits & 1 == 0 ? difference : -difference
        bits >>= 1
      }
      // Sums in another order differ in the last digits.
      if abs(changed) >= abs(sum) - 1e-9 { extreme += 1 }
    }
    pValue = Double(extreme) / Double(Self.rounds)
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
