internal import Harvest
internal import Kamervragen

/// How far the directory of the harvester is, as keys of a JSON object.
struct CoverageRecord: Encodable {
  let closedDays: Int
  let openDays: Int
  @OrNull var firstClosed: String?
  @OrNull var lastClosed: String?
  /// About the number of publications that are not fetched yet.
  @OrNull var remaining: Int?

  init(_ coverage: HarvestSummary.Coverage) {
    closedDays = coverage.closed.count
    openDays = coverage.open.count
    firstClosed = coverage.closed.bounds.map { "\($0.lowerBound)" }
    lastClosed = coverage.closed.bounds.map { "\($0.upperBound)" }
    remaining = coverage.remaining
  }
}
