/// Levenshtein's edit distance, in which two exchanged neighbours count as one edit.
enum EditDistance {
  /// Whether the distance of two short words is at most `limit`.
  static func isWithin(_ limit: Int, _ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard abs(one.count - other.count) <= limit else { return false }
    var rows = [Array(0...other.count)]
    for (row, letter) in one.enumerated() {
      var next = [row + 1]
      for (column, against) in other.enumerated() {
        var best = min(
          rows[row][column] + (letter == against ? 0 : 1), rows[row][column + 1] + 1,
          next[column] + 1)
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == against {
          best = min(best, rows[row - 1][column - 1] + 1)
        }
        next.append(best)
      }
      rows.append(next)
    }
    return rows[one.count][other.count] <= limit
  }
}
