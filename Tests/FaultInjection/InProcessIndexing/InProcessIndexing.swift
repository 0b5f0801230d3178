import PassageIndex

/// Indexes documents as the command does, but for the processes that read them: a sanitizer needs
/// more memory than these may have, and sees more in one process.
///
///     InProcessIndexing INDEX JOBS PATH…
///
/// Makes the index anew where there is one, and prints how many files, sets and passages it has.
@main struct InProcessIndexing {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3, let jobs = Int(arguments[2]) else {
      return print("usage: InProcessIndexing INDEX JOBS PATH…")
    }
    let options = Indexer.Options(
      paths: Array(arguments[3...]), index: arguments[1], jobs: jobs, rebuild: true)
    let summary = try await Indexer(options).run { _ in }
    print("\(summary.files) files, \(summary.sets) sets, \(summary.passages) passages")
  }
}
