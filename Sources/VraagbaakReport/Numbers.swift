extension Double {
  /// The number with `decimals` decimals, at least one, after a comma or another mark. Not for
  /// negative numbers.
  package func written(decimals: Int, mark: String = ",") -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let digits = String(Int((self * scale).rounded()))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return padded.dropLast(decimals) + mark + padded.suffix(decimals)
  }
}

extension Int {
  /// The number with a full stop between thousands, as in Dutch: `86.000`. Four digits need none.
  package var grouped: String {
    var digits = String(magnitude)
    guard digits.count > 4 else { return String(self) }
    var groups: [Substring] = []
    while !digits.isEmpty {
      groups.insert(digits.suffix(3), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (self < 0 ? "-" : "") + groups.joined(separator: ".")
  }
}

/// A number of bytes for display: `2,9 MB`.
package func megabytes(_ bytes: Int) -> String {
  (Double(bytes) / 1e6).written(decimals: 1) + " MB"
}

/// A number with its noun: `1 set`, `2 sets`.
package func counted(_ number: Int, _ one: String, _ more: String) -> String {
  "\(number) \(number == 1 ? one : more)"
}

/// A duration for display: `45 s`, `3 min`, `2 u 10 min`.
package func duration(_ seconds: Double) -> String {
  let whole = Int(min(seconds, 1e9).rounded(.up))
  if whole < 90 { return "\(whole) s" }
  let minutes = (whole + 30) / 60
  return minutes < 90 ? "\(minutes) min" : "\(minutes / 60) u \(minutes % 60) min"
}
