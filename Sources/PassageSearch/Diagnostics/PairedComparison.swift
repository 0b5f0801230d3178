/// Whether one ranking is better than another or only luckier with these queries.
///
/// The paired randomisation test (Fisher; for retrieval: Smucker, Allan and Carterette 2007): if
/// both rankings were the same, each query's difference could as well have had the other sign. The
/// p-value is the part of random sign changes that give a mean at least as far from 0 as the one
/// that was measured.
public struct PairedComparison: Sendable, Hashable {
  /// The mean difference, this ranking minus the other.
  public let difference: Double
  /// Two-sided, from 0 (surely different) to 1.
  public let pValue: Double

  /// How many random changes are tried.
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
