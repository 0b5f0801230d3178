import Foundation

/// The files of the project, found from where this file lies.
package enum Project {
  /// The top level, with a slash in front and none at the end.
  package static let path = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

  package static func bytes(of file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(path)/\(file)")))
  }

  package static func text(of file: String) throws -> String {
    String(decoding: try bytes(of: file), as: UTF8.self)
  }
}

/// A document of `Corpus`.
package func corpus(_ name: String) throws -> [UInt8] { try Project.bytes(of: "Corpus/\(name)") }
