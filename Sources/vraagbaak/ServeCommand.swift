import Glibc
import HTTPServer
import PassageIndex
import VraagbaakReport
import VraagbaakWeb

/// `vraagbaak serve`: serves the index as pages and as an API.
struct ServeCommand: Subcommand {
  static let name = "serve"
  static let summary = "toont de index als webpagina's, met een API"
  static var help: Help {
    Help(
      usage: ["[opties]"],
      description: [
        "Beantwoordt aanvragen met HTTP: pagina's om te zoeken en sets te lezen, Atom en CSV van "
          + "een zoekvraag, en een API met de JSON van de opdrachten (/api/v1/openapi.json). Elke "
          + "aanvraag ziet de index zoals die dan is. HTTPS en inloggen horen bij een proxy ervoor.",
        "Met een socket van systemd (LISTEN_FDS) luistert de opdracht daarop. SIGTERM laat lopende "
          + "aanvragen eindigen; SIGHUP opent het logbestand opnieuw.",
      ],
      exitCodes: [
        ([.ok], "gestopt op verzoek"), ([.usage], "verkeerd gebruik"),
        ([.cannotCreate], "kan hier niet luisteren"),
        ([.inputOutput], "het logbestand kan niet geschreven worden"),
      ])
  }

  static var options: [Option<ServeCommand>] {
    IndexLocation.options.within(\.location) + [
      .text(
        "listen", "ADRES:POORT", "waarop geluisterd wordt (\(standardAddress))", sets: \.listen),
      .text(
        "base-url", "URL",
        "het adres waaronder anderen de pagina's vinden, voor Atom en zoekmachines "
          + "(http://ADRES:POORT)",
        sets: \.baseURL),
      .number(
        "workers", "N", in: 1...maximumWorkers,
        "hoeveel aanvragen tegelijk beantwoord worden (zoveel als er processoren zijn)",
        sets: \.workers),
      .file(
        "log", "BESTAND", "houd aanvragen bij, zonder adressen van bezoekers; - is de foutuitvoer",
        sets: \.log),
      .flag("log-addresses", "noem in het log ook de adressen", sets: \.logsAddresses),
    ]
  }

  private static let standardAddress = "127.0.0.1:8642"
  private static let maximumWorkers = 64

  private var location = IndexLocation()
  private var listen: String?
  private var baseURL: String?
  /// 0 for as many as there are processors.
  private var workers = 0
  private var log: String?
  private var logsAddresses = false

  static var capacity: Capacity { Capacity(descriptors: 16, threads: 4) }

  func run(_ console: Console) async throws -> ExitCode {
    let configuration = try Configuration.load()
    let index = try location.path()
    let workers = try workerCount(configuration)
    let log = try (self.log ?? configuration.value(of: .log)).map { path in
      try AccessLog(path)
    }
    let socket: ListeningSocket
    do throws(ListeningSocket.Failure) {
      let address = listen ?? configuration.value(of: .listen) ?? Self.standardAddress
      let given = try ListeningSocket.given()
      socket = if let given { given } else { try ListeningSocket(address: address) }
    } catch {
      return try failure(error, configuration, console)
    }
    let url = try url(configuration, socket)
    let stop = ServeSignals()
    let problems = ReportedProblems()
    let web = WebService(
      index: index, url: url, workers: workers, cacheDirectory: IndexLocation.cacheDirectory,
      report: { problems.report($0) })
    let service = web.service { exchange in log?.write(exchange) }
    guard
      let server = try? HTTPServer(
        socket, workers: workers, logsClients: logsAddresses, service)
    else {
      console.error("vraagbaak serve: het systeem heeft niet genoeg threads of bestanden vrij")
      return .inputOutput
    }
    let place = socket.address ?? "een socket van systemd"
    console.error("vraagbaak serve: luistert op \(place); index \(index); zie \(url)/")
    while stop.wait() == .reopenLog {
      if let log, !log.reopen() {
        console.error("vraagbaak serve: het logbestand kan niet opnieuw geopend worden")
      }
    }
    server.stop()
    log?.flush()
    return .ok
  }

  private func workerCount(_ configuration: Configuration) throws(UsageError) -> Int {
    let set =
      workers > 0
      ? workers : try configuration.number(of: .workers, in: 1...Self.maximumWorkers)
    return set ?? max(1, min(Self.maximumWorkers, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  private func url(
    _ configuration: Configuration, _ socket: ListeningSocket
  ) throws(UsageError) -> String {
    guard let given = baseURL ?? configuration.value(of: .baseURL) else {
      // A proxy asks a socket of the file system; what its users ask is not known.
      return "http://\(socket.address ?? "localhost")"
    }
    let expected = "een adres als https://voorbeeld.nl/vragen"
    guard WebService.isUsable(url: given) else {
      throw baseURL == nil
        ? configuration.error(of: .baseURL, expected: expected)
        : UsageError("--base-url verwacht \(expected), niet '\(given.withoutControls)'")
    }
    return String(given.reversed().drop { $0 == "/" }.reversed())
  }

  private func failure(
    _ error: ListeningSocket.Failure, _ configuration: Configuration, _ console: Console
  ) throws(UsageError) -> ExitCode {
    switch error {
    case .badAddress(let address):
      let expected = "een adres als \(Self.standardAddress) of [::1]:8642"
      throw listen == nil
        ? configuration.error(of: .listen, expected: expected)
        : UsageError("--listen verwacht \(expected), niet '\(address.withoutControls)'")
    case .system(let code, let address):
      console.error(
        "vraagbaak serve: kan niet luisteren op \(address.withoutControls): \(systemMessage(code))")
    case .notListening:
      console.error("vraagbaak serve: de socket van systemd luistert niet naar verbindingen")
    case .notOneSocket(let count):
      console.error("vraagbaak serve: verwacht één socket van systemd, en krijgt er \(count)")
    }
    return .cannotCreate
  }
}
