package import Harvest
package import PassageIndex

/// The state of an index, its last run and the directory of the harvester: the JSON object of
/// `status`.
public struct StatusRecord: Encodable {
  private let content: Joined<IndexStatus, Beside>

  /// Makes the record of an index.
  ///
  /// - Parameters:
  ///   - status: its state.
  ///   - run: its last run; nil is encoded as null.
  ///   - mirror: the directory of the harvester; nil is left out.
  package init(_ status: IndexStatus, _ run: RunRecord?, _ mirror: MirrorStatus? = nil) {
    content = Joined(
      first: status,
      second: Beside(
        run: run,
        harvest: mirror.map {
          Joined(first: Harvested($0), second: CoverageRecord($0.coverage))
        }))
  }

  /// Encodes the documented keys.
  public func encode(to encoder: any Encoder) throws { try content.encode(to: encoder) }

  private struct Beside: Encodable {
    @OrNull var run: RunRecord?
    /// Left out if there is none.
    var harvest: Joined<Harvested, CoverageRecord>?
  }

  private struct Harvested: Encodable {
    let directory: String
    let publications: Int
    let failed: Int
    let removed: Int

    init(_ mirror: MirrorStatus) {
      directory = mirror.directory
      publications = mirror.publications
      failed = mirror.failed
      removed = mirror.removed
    }
  }
}
