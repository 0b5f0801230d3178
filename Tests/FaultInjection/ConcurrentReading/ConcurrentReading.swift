import FoundationEssentials
import Kamervragen

/// Reads documents in this process, all at once at first and then one after the other: for faults
/// that only several threads at the beginning of a process can cause.
///
///     ConcurrentReading DOCUMENT…
///
/// Prints how many are sets and how many are refused.
@main struct ConcurrentReading {
  static func main() async throws {
    let documents = try CommandLine.arguments.dropFirst().map { path in
      (name: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    }
    await withTaskGroup(of: Void.self) { group in
      for document in documents {
        group.addTask { _ = try? SourceReader.read(document.bytes, name: document.name) }
      }
    }
    let sets = documents.count { document in
      (try? SourceReader.read(document.bytes, name: document.name)) != nil
    }
    print("\(sets) gelezen, \(documents.count - sets) geweigerd")
  }
}
