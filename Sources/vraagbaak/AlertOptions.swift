import Alerts
import Glibc
import PassageIndex
import VraagbaakReport
import VraagbaakWeb

/// Where the alerts are: `--alerts DIR`, else `$VRAAGBAAK_ALERTS`, else as the configuration says,
/// else beside the index.
struct AlertLocation {
  static var options: [Option<AlertLocation>] {
    [
      .file(
        "alerts", "DIR",
        "de map met attenderingen; anders $VRAAGBAAK_ALERTS, anders alerts in "
          + "\(Configuration.standardPath), anders die van de index met -alerts erachter",
        sets: \.given)
    ]
  }

  /// The value of `--alerts`, if given.
  private var given: String?

  /// The directory for the alerts of an index.
  func directory(of index: String) throws(UsageError) -> AlertDirectory {
    let path = try path(of: index)
    guard !FileAccess.lies(path, in: index) else {
      throw UsageError(
        "\(path.withoutControls) ligt in de index; daar schrijft alleen de index zelf")
    }
    return AlertDirectory(path: path)
  }

  private func path(of index: String) throws(UsageError) -> String {
    if let given {
      guard !given.isEmpty else { throw UsageError("--alerts verwacht een pad") }
      return given
    }
    if let path = IndexLocation.environment("VRAAGBAAK_ALERTS") { return path }
    if let path = try Configuration.load().value(of: .alerts) { return path }
    return String(index.reversed().drop { $0 == "/" }.reversed()) + "-alerts"
  }
}

/// How messages are made and sent: options, else the configuration.
struct MessageOptions {
  static var options: [Option<MessageOptions>] {
    [
      .file(
        "sendmail", "PAD", "run: het programma dat mail verstuurt (/usr/sbin/sendmail)",
        sets: \.sendmail),
      .text("from", "ADRES", "run: de afzender van mail (anders kiest sendmail)", sets: \.from),
      .number(
        "limit", "N", letter: "n", in: 1...1000, "run: hoeveel een mail ten hoogste toont (20)",
        sets: \.limit),
      .text(
        "base-url", "URL", "run: het adres van 'vraagbaak serve', voor links in mail en Atom",
        sets: \.baseURL),
    ]
  }

  private static let standardSendmail = "/usr/sbin/sendmail"

  private var sendmail: String?
  private var from: String?
  private var limit = 20
  private var baseURL: String?

  /// Fills in the options of a run.
  func set(_ options: inout AlertRun.Options) throws(UsageError) {
    let configuration = try Configuration.load()
    options.sendmail =
      sendmail ?? configuration.value(of: .sendmail) ?? Self.standardSendmail
    let expected = "een adres als naam@voorbeeld.nl"
    let sender = from ?? configuration.value(of: .mailFrom)
    guard sender.map(Alert.isAddress) ?? true else {
      throw from == nil
        ? configuration.error(of: .mailFrom, expected: expected)
        : UsageError("--from verwacht \(expected), niet '\((from ?? "").withoutControls)'")
    }
    options.settings.from = sender
    // A contact may also be a name or a page.
    options.settings.contact = configuration.value(of: .contact).flatMap {
      Alert.isAddress($0) ? $0 : nil
    }
    options.settings.limit = limit
    let url = baseURL ?? configuration.value(of: .baseURL)
    guard url.map(WebService.isUsable) ?? true else {
      let expected = "een adres als https://voorbeeld.nl/vragen"
      throw baseURL == nil
        ? configuration.error(of: .baseURL, expected: expected)
        : UsageError("--base-url verwacht \(expected), niet '\((baseURL ?? "").withoutControls)'")
    }
    options.settings.baseURL = url
  }
}
