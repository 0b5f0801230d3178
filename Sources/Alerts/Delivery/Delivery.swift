internal import CProcess
internal import Glibc
internal import Kamervragen
package import PassageStore
internal import VraagbaakReport

/// A message that could not be delivered and is kept; `description` is a Dutch clause.
package struct DeliveryFailure: Sendable, Hashable, Encodable, CustomStringConvertible {
  /// The name of the alert.
  package let alert: String
  /// The address or the file that did not get it.
  package let recipient: String
  package let reason: String

  package var description: String { "\(alert): niet bezorgd bij \(recipient): \(reason)" }
}

/// Delivers the messages of an outbox.
///
/// A mail is handed over by a shell that removes the file if `sendmail` took it. It goes on if this
/// process is killed, in a process group of its own, and holds the lock meanwhile. So the next run
/// finds the file if the mail was not taken, and not if it was.
package struct Delivery {
  private let outbox: Outbox
  private let sendmail: String
  /// How long `sendmail` may take, in seconds.
  private let timeout: Int

  /// Makes a delivery by a program that takes the options of `sendmail`.
  package init(_ outbox: Outbox, sendmail: String, timeout: Int = 300) {
    self.outbox = outbox
    self.sendmail = sendmail
    self.timeout = timeout
  }

  /// What came of it.
  package struct Outcome: Sendable, Hashable {
    /// Mails that were handed over.
    package var mails = 0
    /// Feeds that were replaced.
    package var feeds = 0
    package var failures: [DeliveryFailure] = []
  }

  /// Delivers all messages.
  ///
  /// - Parameters:
  ///   - alerts: the alerts by their names.
  ///   - lock: the lock of the directory.
  ///   - show: prints the text of an alert that has neither mail nor a feed; false if that failed.
  ///   - isStopped: asked between messages; true ends the delivery.
  /// - Returns: what came of it.
  package func deliver(
    to alerts: [String: Alert], holding lock: borrowing RunLock,
    showing show: (String) -> Bool, isStopped: () -> Bool
  ) -> Outcome {
    var outcome = Outcome()
    let messages = outbox.messages
    let feeds = Outbox.feeds(among: messages)
    var hangs = false
    for message in messages {
      guard !isStopped() else { break }
      switch message.form {
      case .mail:
        guard !hangs else {
          outcome.failures.append(failure(message, "\(sendmail) reageert niet"))
          continue
        }
        switch send(message, lock) {
        case .sent: outcome.mails += 1
        case .failed(let reason): outcome.failures.append(failure(message, reason))
        case .hung:
          hangs = true
          outcome.failures.append(
            failure(message, "\(sendmail) was na \(timeout) seconden niet klaar"))
        }
      case .feed:
        let ofAlert = feeds[message.alert] ?? []
        // A file that is not understood now may still want its feed.
        let isRefused =
          alerts[message.alert] == nil
          && access(outbox.directory.file(of: message.alert), F_OK) == 0
        guard message == ofAlert.last, !isRefused else { continue }
        do throws(IndexError) {
          if try replaceFeed(message, alerts[message.alert]) { outcome.feeds += 1 }
          for older in ofAlert.dropLast() { unlink(older.path) }
        } catch {
          outcome.failures.append(
            DeliveryFailure(
              alert: message.alert, recipient: alerts[message.alert]?.atom ?? "",
              reason: error.dutch))
        }
      case .text:
        do throws(IndexError) {
          let text = String(decoding: try outbox.content(of: message.path), as: UTF8.self)
          if show(text) { unlink(message.path) }
        } catch {
          outcome.failures.append(
            DeliveryFailure(alert: message.alert, recipient: "de uitvoer", reason: error.dutch))
        }
      }
    }
    return outcome
  }

  private func failure(_ message: Outbox.Message, _ reason: String) -> DeliveryFailure {
    DeliveryFailure(alert: message.alert, recipient: recipient(of: message), reason: reason)
  }

  /// The address in the header of a mail.
  private func recipient(of message: Outbox.Message) -> String {
    let text = String(decoding: (try? outbox.content(of: message.path)) ?? [], as: UTF8.self)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }.first { $0.hasPrefix("To: ") }
    return line.map { String($0.dropFirst(4)) } ?? "onbekend"
  }

  // MARK: Feeds

  /// Puts a feed in the place that its alert names, and keeps it as the alert's own; false if the
  /// alert no longer wants one.
  private func replaceFeed(
    _ message: Outbox.Message, _ alert: Alert?
  ) throws(IndexError) -> Bool {
    if let atom = alert?.atom {
      try FileIO.replaceDurably(atom, with: outbox.content(of: message.path))
    }
    guard rename(message.path, outbox.feed(of: message.alert)) == 0 else {
      throw .inputOutput(path: message.path, reason: .system(errno))
    }
    return alert?.atom != nil
  }

  // MARK: Mail

  private enum Sending { case sent, hung, failed(String) }

  /// `$1` is the program, `$2` the message and `$3` the time limit in seconds. The shell itself
  /// survives being asked to stop: it has to remove what was sent.
  private static let script = """
    trap : HUP INT TERM
    timeout -k 10 "$3" "$1" -t -oi < "$2" 3>&- && rm -f -- "$2"
    """
  /// The exit codes of `timeout` for a program that did not end in time.
  private static let timeoutCodes: [Int32] = [124, 137]

  private func send(_ message: Outbox.Message, _ lock: borrowing RunLock) -> Sending {
    guard access(sendmail, X_OK) == 0 else {
      return .failed("\(sendmail): \(systemMessage(errno))")
    }
    let output = memfd_create("sendmail", UInt32(0x1))
    guard output >= 0 else { return .failed(systemMessage(errno)) }
    defer { close(output) }
    var program = ChildProgram(
      program: "/bin/sh",
      arguments: ["-c", Self.script, "vraagbaak", sendmail, message.path, "\(timeout)"])
    // A program that sends mail may look for its settings in the user's home.
    program.environment = nil
    let process: Int32
    do throws(ProcessFailure) {
      process = try program.start([nil, output, output, lock.descriptor])
    } catch {
      return .failed("\(sendmail) kan niet gestart worden")
    }
    switch ProcessEnd(status: ChildProgram.wait(for: process)) {
    case .exited(0): return .sent
    case .exited(let code) where Self.timeoutCodes.contains(code): return .hung
    case .exited(let code):
      return .failed(Self.lastLine(of: output) ?? "\(sendmail) eindigde met code \(code)")
    case .killed(let signal): return .failed("\(sendmail) is gestopt met signaal \(signal)")
    }
  }

  /// The last line that a program wrote, at most some 200 characters of it.
  private static func lastLine(of output: Int32) -> String? {
    lseek(output, 0, SEEK_SET)
    let bytes = FileIO.read(output, limit: 1 << 16) ?? []
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.drop(while: \.isWhitespace) }.last { !$0.isEmpty }
      .map { String($0.prefix(200)).withoutControls }
  }
}
