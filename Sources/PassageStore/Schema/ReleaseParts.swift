internal import DutchText
internal import Xapian

extension Release {
  /// The search engine that it runs on.
  public static var engine: String { "Xapian \(XapianLibrary.version)" }

  /// How it reads documents and makes terms of words: the parts of an index's fingerprint that
  /// every index of this release has.
  public static var analysis: String { "\(Schema.versions) \(Analyzer.rules)" }
}
