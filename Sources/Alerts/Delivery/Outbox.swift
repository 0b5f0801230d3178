internal import Glibc
internal import PassageStore

/// The messages that are not delivered yet, each a whole file. Its name begins with the number of
/// its run: what a run staged counts from when the state has that number, all of it at once.
package struct Outbox: Sendable {
  package let directory: AlertDirectory

  package init(of directory: AlertDirectory) { self.directory = directory }

  /// The form of a message, which is the ending of its file.
  package enum Form: String, Sendable, Hashable {
    case mail = "eml"
    case feed = "atom"
    /// What is shown where there is neither mail nor a feed.
    case text = "txt"
  }

  /// A message.
  package struct Message: Sendable, Hashable {
    package let path: String
    /// The number of the run.
    package let run: Int
    /// The name of the alert.
    package let alert: String
    /// The place of the recipient, from 1; 0 for other forms.
    package let place: Int
    package let form: Form
  }

  /// All messages, the oldest first.
  package var messages: [Message] {
    FileIO.entries(of: Array(directory.outbox.utf8)).compactMap { entry in
      message(named: String(decoding: entry.name, as: UTF8.self))
    }.sorted { ($0.run, $0.alert, $0.place, $0.path) < ($1.run, $1.alert, $1.place, $1.path) }
  }

  /// The message in a file, by its name `12.kaas.1.eml`; nil for another file.
  private func message(named name: String) -> Message? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 || parts.count == 4, let run = Int(parts[0]), Alert.isName(parts[1]),
      let form = Form(rawValue: parts[parts.count - 1]),
      let place = parts.count == 4 ? Int(parts[2]) : 0
    else { return nil }
    return Message(
      path: "\(directory.outbox)/\(name)", run: run, alert: parts[1], place: place, form: form)
  }

  /// Writes a message, so that it survives a power cut once `settle` has been called.
  func stage(
    _ bytes: [UInt8], _ form: Form, of alert: String, run: Int, place: Int = 0
  ) throws(IndexError) {
    let recipient = place > 0 ? ".\(place)" : ""
    try FileIO.writeDurably(
      bytes, to: "\(directory.outbox)/\(run).\(alert)\(recipient).\(form.rawValue)")
  }

  /// Makes the list of staged messages survive a power cut.
  func settle() { FileIO.sync(directory.outbox) }

  /// Removes what a run staged that ended before its state was written.
  func removeMessages(after run: Int) {
    for message in messages where message.run > run { unlink(message.path) }
  }

  /// Removes all messages of an alert.
  package func removeMessages(of alert: String) {
    for message in messages where message.alert == alert { unlink(message.path) }
  }

  /// The content of a file; empty if there is none.
  ///
  /// - Throws: `IndexError.inputOutput`.
  func content(of path: String) throws(IndexError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw .inputOutput(path: path, reason: .system(errno))
    }
    defer { close(descriptor) }
    guard let bytes = FileIO.read(descriptor) else {
      throw .inputOutput(path: path, reason: .system(errno))
    }
    return bytes
  }

  // MARK: Feeds

  /// The alert's own copy of its feed.
  func feed(of alert: String) -> String { "\(directory.feeds)/\(alert).atom" }

  /// The feeds on their way, each alert's oldest first.
  static func feeds(among messages: [Message]) -> [String: [Message]] {
    Dictionary(grouping: messages.filter { $0.form == .feed }, by: \.alert)
  }
}
