import Foundation
import TestSupport
import Testing

/// `vraagbaak alert` as an administrator uses it, with a program that takes mail in place of
/// sendmail.
@Suite("Alerts")
struct AlertTests {
  /// A workplace whose sendmail appends each whole message to the file `mail`, and fails while
  /// there is a file `broken`, with its text as the reason.
  private func place(_ documents: [Publication] = [.harbour]) throws -> Workplace {
    let place = try Workplace(documents)
    try place.write(
      """
      #!/bin/sh
      cat > message.$$
      if [ -e broken ]; then rm message.$$; cat broken >&2; exit 75; fi
      cat message.$$ >> mail; rm message.$$
      """, to: "sendmail")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(place.path)/sendmail")
    return place
  }

  private func tell(_ place: Workplace, _ arguments: String...) throws -> CommandRun {
    try place.run(["alert", "run", "--sendmail", "\(place.path)/sendmail"] + arguments)
  }

  private func add(_ set: Publication, to place: Workplace) throws {
    try place.write(set)
    #expect(try place.run("index", "documents").status == 0)
  }

  /// The headers of the mails that were sent, of each the ones with these names.
  private func headers(_ place: Workplace, _ names: String...) throws -> [String] {
    guard place.exists("mail") else { return [] }
    return try place.read("mail").split(separator: "\n").map(String.init)
      .filter { line in names.contains { line.hasPrefix($0 + ": ") } }
  }

  private static let cheese = Publication.answered(
    910, subject: "de kaas van Gouda",
    passages: [("1", "Hoeveel kaas gaat er over de grens?", "Veel kaas & <b>wijn</b>.")])

  /// Questions of 2024Z90021, and the answer to them.
  private static let peat = """
    {"identifier": "kv-tk-2024Z90021", "text": ["Kent u het turfsteken?"],
     "meta": {"title": "Het veen", "indiener": "A.B. Verbeeten", "vraagnummer": "2024Z90021",
       "datumIndiening": "2024-10-17"}}
    """
  private static let peatAnswer = """
    AH 921
    2024Z90021
    Antwoord van minister De Wael (Veenzaken) (ontvangen 3 december 2024)

    Vraag 1
    Kent u het turfsteken?

    Antwoord 1
    Ja.

    """

  @Test("What is new is told once, by mail and by Atom, and to who asked for it alone")
  func once() throws {
    let place = try place()
    let added = try place.run(
      "alert", "add", "kaas", "--mail", "a@example.nl", "--mail", "b@example.nl", "--atom",
      "kaas.atom", "kaas", "grens")
    #expect(added.status == 0)
    #expect(
      added.messages == [
        "nu 0 passages passen op de zoekvraag; verteld wordt wat er sinds de vorige 'alert run' "
          + "bij komt"
      ])
    #expect(try place.run("alert", "add", "fort", "--mail", "c@example.nl", "fort").status == 0)
    #expect(try tell(place) == CommandRun())
    try add(Self.cheese, to: place)
    let first = try tell(place, "--from", "vraagbaak@example.nl")
    #expect(
      first.messages == [
        "vraagbaak alert: 2 attenderingen, 1 met nieuws; 2 mails verstuurd; "
          + "1 Atom-bestand bijgewerkt"
      ])
    #expect(first.status == 0)
    #expect(
      try headers(place, "From", "To", "Subject", "List-Unsubscribe", "Auto-Submitted") == [
        "From: Vraagbaak <vraagbaak@example.nl>", "To: a@example.nl",
        "Subject: Vraagbaak kaas: 1 nieuw: de kaas van Gouda",
        "List-Unsubscribe: <mailto:vraagbaak@example.nl?subject=afmelden%20kaas>",
        "Auto-Submitted: auto-generated",
        "From: Vraagbaak <vraagbaak@example.nl>", "To: b@example.nl",
        "Subject: Vraagbaak kaas: 1 nieuw: de kaas van Gouda",
        "List-Unsubscribe: <mailto:vraagbaak@example.nl?subject=afmelden%20kaas>",
        "Auto-Submitted: auto-generated",
      ])
    let mail = try place.read("mail")
    #expect(mail.contains("Vraag 1: Hoeveel *kaas* gaat er over de *grens*?"))
    #expect(mail.contains("Veel <mark>kaas</mark> &amp; &lt;b&gt;wijn&lt;/b&gt;."))
    #expect(mail.contains("https://zoek.officielebekendmakingen.nl/ah-tk-20242025-910.html"))

    let feed = try XMLTree.of(Array(try place.read("kaas.atom").utf8))
    #expect(feed["title"]?.text == "Vraagbaak: kaas")
    #expect(
      feed.all("entry").map { $0["title"]?.text } == [
        "Nieuw, met antwoord: Aanhangsel van de Handelingen, Tweede Kamer, vergaderjaar "
          + "2024–2025, nr. 910: de kaas van Gouda"
      ])
    for element in [feed] + feed.all("entry") {
      for name in ["id", "title", "updated"] { #expect(element.all(name).count == 1) }
    }
    #expect(feed.all("author").count == 1)

    #expect(try tell(place) == CommandRun())
    #expect(try headers(place, "To").count == 2)
    var ham = Self.cheese
    ham.number = "911"
    ham.subject = "de ham en de kaas"
    try add(ham, to: place)
    #expect(try tell(place).status == 0)
    let next = try XMLTree.of(Array(try place.read("kaas.atom").utf8))
    #expect(next["id"] == feed["id"])
    #expect(next.all("entry").count == 2)
    #expect(next.all("entry").last == feed.all("entry").first)
  }

  @Test("A rebuild, a compaction, other shards and touched files tell nobody anything")
  func silence() throws {
    let place = try place([.harbour, .allowance, Self.cheese])
    #expect(try place.run("alert", "add", "alles", "--mail", "a@example.nl", "de").status == 0)
    let runs = [
      ["index", "--rebuild", "documents"], ["compact"],
      ["index", "--rebuild", "--shards", "3", "documents"],
    ]
    for arguments in runs {
      #expect(try place.run(arguments).status == 0)
      #expect(try tell(place) == CommandRun())
    }
    try place.makeDirectory("elders")
    _ = try place.shell("mv documents/*910.md elders; touch documents/*")
    #expect(try place.run("index", "--allow-deletions", "documents", "elders").status == 0)
    #expect(try tell(place) == CommandRun())
    #expect(!place.exists("mail"))
  }

  @Test("Mail that is not taken is kept and tried again, and nothing else is held up by it")
  func failing() throws {
    let place = try place()
    for (name, query) in [("grens", "grens"), ("kaas", "kaas")] {
      _ = try place.run(
        "alert", "add", name, "--mail", "\(name)@example.nl", "--atom", "\(name).atom", query)
    }
    try add(Self.cheese, to: place)
    try place.write("postfix: fatal: \u{1B}[31mgeen rij\n\n", to: "broken")
    let failed = try tell(place)
    #expect(failed.status == 74)
    #expect(
      failed.messages == [
        "vraagbaak alert: grens: niet bezorgd bij grens@example.nl: postfix: fatal: [31mgeen rij",
        "vraagbaak alert: kaas: niet bezorgd bij kaas@example.nl: postfix: fatal: [31mgeen rij",
        "vraagbaak alert: 2 attenderingen, 2 met nieuws; 0 mails verstuurd; "
          + "2 Atom-bestanden bijgewerkt; 2 berichten bewaard",
      ])
    let missing = try place.run("alert", "run", "--sendmail", "/nergens/sendmail", "--quiet")
    #expect(missing.status == 74)
    #expect(
      missing.messages.first
        == "vraagbaak alert: grens: niet bezorgd bij grens@example.nl: "
        + "/nergens/sendmail: bestaat niet")
    try place.remove("broken")
    let mended = try tell(place)
    #expect(
      mended.messages == [
        "vraagbaak alert: 2 attenderingen, 0 met nieuws; 2 mails verstuurd"
      ])
    #expect(mended.status == 0)
    #expect(try headers(place, "To") == ["To: grens@example.nl", "To: kaas@example.nl"])
    #expect(try tell(place) == CommandRun())
  }

  @Test("A feed that cannot be replaced is tried again, with all that came since")
  func failingFeed() throws {
    let place = try place()
    _ = try place.run("alert", "add", "kaas", "--atom", "web/kaas.atom", "kaas")
    try add(Self.cheese, to: place)
    let failed = try tell(place)
    #expect(failed.status == 74)
    #expect(
      failed.messages.first?.contains("kaas: niet bezorgd bij \(place.path)/web/kaas.atom") == true)
    var other = Self.cheese
    other.number = "911"
    try add(other, to: place)
    #expect(try tell(place).status == 74)
    try place.makeDirectory("web")
    #expect(try tell(place).status == 0)
    let feed = try XMLTree.of(Array(try place.read("web/kaas.atom").utf8))
    #expect(feed.all("entry").count == 2)
    #expect(try tell(place) == CommandRun())
  }

  @Test("A file that is not understood is named, the others go on, and it is told later")
  func brokenFile() throws {
    let place = try place()
    for name in ["ham", "kaas"] {
      _ = try place.run("alert", "add", name, "--mail", "\(name)@example.nl", "kaas")
    }
    try place.write("query = kaas\nmail = ham\n", to: "index-alerts/ham.alert")
    try add(Self.cheese, to: place)
    let run = try tell(place)
    #expect(run.status == 65)
    #expect(
      run.messages.first
        == "vraagbaak alert: \(place.path)/index-alerts/ham.alert, regel 2: verwacht een adres als "
        + "naam@voorbeeld.nl, niet 'ham'")
    #expect(try headers(place, "To") == ["To: kaas@example.nl"])
    #expect(try place.run("alert", "list").status == 65)
    try place.write("query = kaas\nmail = ham@example.nl\n", to: "index-alerts/ham.alert")
    #expect(try tell(place).status == 0)
    #expect(try headers(place, "To") == ["To: kaas@example.nl", "To: ham@example.nl"])
    #expect(try tell(place) == CommandRun())
  }

  @Test("Questions that are followed are told to be delayed, answered, corrected and withdrawn")
  func followed() throws {
    let place = try place()
    #expect(try place.run("alert", "add", "veen", "--answered", "2024Z90021").status == 0)
    try place.write(Self.peat, to: "documents/kv.json")
    #expect(try place.run("index", "documents").status == 0)
    #expect(try tell(place).output.hasPrefix("Attendering «veen»: 1 nieuw\n"))
    try place.write(Self.peatAnswer, to: "documents/ah.txt")
    #expect(try place.run("index", "documents").status == 0)
    let answered = try tell(place)
    #expect(
      answered.output.hasPrefix(
        """
        Attendering «veen»: 1 beantwoord
        Gevolgde vragen: 2024Z90021

        Nu beantwoord: Aanhangsel van de Handelingen, Tweede Kamer, vergaderjaar
        2024–2025, nr. 921
        """))
    #expect(try tell(place).output == "")
    try place.remove("documents/kv.json")
    try place.remove("documents/ah.txt")
    #expect(try place.run("index", "--allow-deletions", "documents").status == 0)
    #expect(
      try tell(place).output.contains("Ingetrokken: Kamervragen 2024Z90021"))
  }

  @Test("A delay is told to who follows a word of the questions, and what is hidden to nobody")
  func delay() throws {
    let place = try place()
    try place.write(Self.peat, to: "documents/kv.json")
    #expect(try place.run("index", "documents").status == 0)
    for (name, query) in [("turf", "turfsteken"), ("vragen", "turfsteken soort:vragen")] {
      #expect(try place.run("alert", "add", name, query).status == 0)
    }
    try place.write(
      """
      AH 850
      2024Z90021
      Mededeling van Minister De Wael (Veenzaken) (ontvangen 7 november 2024)

      Mededeling

      De vragen kunnen niet binnen de termijn worden beantwoord.

      """, to: "documents/uitstel.txt")
    #expect(try place.run("index", "documents").status == 0)
    let delayed = try tell(place)
    #expect(
      delayed.output.hasPrefix(
        "Attendering «turf»: 1 uitgesteld\nZoekvraag: turfsteken\n\nUitstel van beantwoording: "))
    #expect(delayed.output.contains("Kamervragen 2024Z90021, vraag 1: Kent u het *turfsteken*?"))
    try place.write(Self.peatAnswer, to: "documents/ah.txt")
    #expect(try place.run("index", "documents").status == 0)
    let answered = try tell(place)
    #expect(
      answered.output.hasPrefix(
        "Attendering «turf»: 1 beantwoord\nZoekvraag: turfsteken\n\nNu beantwoord: "))
    #expect(answered.messages.first?.contains("2 attenderingen, 1 met nieuws") == true)
  }

  @Test("A dry run shows what would be told and remembers nothing")
  func dry() throws {
    let place = try place()
    _ = try place.run("alert", "add", "kaas", "--mail", "a@example.nl", "kaas")
    try add(Self.cheese, to: place)
    for _ in 1...2 {
      let run = try tell(place, "--dry-run")
      #expect(run.output.hasPrefix("Attendering «kaas»: 1 nieuw\nZoekvraag: kaas\n"))
      #expect(run.status == 0)
    }
    #expect(!place.exists("mail"))
    #expect(try tell(place).status == 0)
    #expect(try headers(place, "To") == ["To: a@example.nl"])
  }

  @Test("An alert that was added before the index tells all that the first one has")
  func beforeTheIndex() throws {
    let place = try place([])
    let added = try place.run("alert", "add", "kaas", "--mail", "a@example.nl", "kaas")
    #expect(added.messages == ["er is nog geen index; wat er straks in staat, is nieuw"])
    #expect(try tell(place).status == 66)
    try add(Self.cheese, to: place)
    #expect(try tell(place).status == 0)
    #expect(try headers(place, "To") == ["To: a@example.nl"])
  }

  @Test("Without a state a run begins with the index as it is; a damaged one stops it")
  func state() throws {
    let place = try place([.harbour, Self.cheese])
    try place.write("query = kaas\nmail = a@example.nl\n", to: "index-alerts/kaas.alert")
    #expect(
      try tell(place).messages == [
        "vraagbaak alert: begonnen; alles wat nu in de index staat, geldt als bekend"
      ])
    try place.write("vraagbaak-alerts 1\n", to: "index-alerts/state")
    let run = try tell(place)
    #expect(run.status == 74)
    #expect(run.messages.first?.contains("index-alerts/state is beschadigd") == true)
    #expect(!place.exists("mail"))
  }

  @Test("If the state cannot be written, nothing is told until it can")
  func stateNotWritten() throws {
    let place = try place()
    _ = try place.run("alert", "add", "kaas", "--mail", "a@example.nl", "kaas")
    try add(Self.cheese, to: place)
    try place.makeDirectory("index-alerts/state.new")
    #expect(try tell(place).status == 73)
    #expect(!place.exists("mail"))
    try place.remove("index-alerts/state.new")
    #expect(try tell(place).status == 0)
    #expect(try headers(place, "To") == ["To: a@example.nl"])
  }

  @Test("A second run says that it is busy while a message is being delivered")
  func busy() throws {
    let place = try place()
    _ = try place.run("alert", "add", "kaas", "--mail", "a@example.nl", "kaas")
    try add(Self.cheese, to: place)
    // This one holds the message until there is a file `go`, also after its run is gone.
    try place.write(
      "#!/bin/sh\ntouch begun; while [ ! -e go ]; do sleep 0.05; done\ncat >> mail\n",
      to: "sendmail")
    let run = try place.start("alert", "run", "--sendmail", "\(place.path)/sendmail")
    while !place.exists("begun") { usleep(10_000) }
    run.send(SIGKILL)
    _ = run.end()
    let second = try tell(place)
    #expect(second.status == 75)
    #expect(second.messages.count == 1)
    try place.write("", to: "go")
    let third = try tell(place, "--wait", "30")
    #expect(third.status == 0)
    #expect(try headers(place, "To") == ["To: a@example.nl"])
  }

  @Test("The list has a line for each alert, and JSON has all of it")
  func list() throws {
    let place = try place()
    _ = try place.run("alert", "add", "kaas", "--mail", "a@example.nl", "kaas")
    _ = try place.run("alert", "add", "ham", "--atom", "/srv/ham.atom", "ham", "OF", "spek")
    #expect(
      try place.run("alert", "list").lines == [
        "ham   ham OF spek  /srv/ham.atom  nog niets",
        "kaas  kaas         a@example.nl   nog niets",
      ])
    let json = try JSONValue(place.run("alert", "list", "--format", "json").output)
    #expect(json["alerts"]?[1]?["query"]?.asText == "kaas")
    #expect(json["alerts"]?[1]?["mail"] == ["a@example.nl"])
    #expect(json["refused"] == [])
    #expect(try place.run("alert", "remove", "ham") == CommandRun())
    #expect(try place.run("alert", "remove", "ham").status == 66)
    #expect(try place.run("alert", "show", "ham").status == 66)
    #expect(try place.run("alert", "add", "kaas", "kaas").status == 73)
  }

  @Test(
    "Wrong usage ends with 64 and makes nothing",
    arguments: [
      ["alert"], ["alert", "sluit"], ["alert", "add"], ["alert", "add", "kaas"],
      ["alert", "add", "../kaas", "x"],
      ["alert", "add", "kaas", "--mail", "a@b.nl\nBcc: c@d.nl", "x"],
      ["alert", "add", "kaas", "--mail", "-oQ/tmp", "x"], ["alert", "add", "kaas", "#", " "],
      ["alert", "add", "kaas", "--answered", "2024Z90001", "x"],
      ["alert", "add", "kaas", "--answered", "zomaar iets"], ["alert", "run", "kaas"],
      ["alert", "run", "--from", "geen"], ["alert", "run", "--mail", "a@b.nl"],
      ["alert", "list", "--dry-run"], ["alert", "list", "--alerts", "index/alerts"],
      ["alert", "run", "--base-url", "ftp://x"], ["alert", "show"],
    ])
  func usage(_ arguments: [String]) throws {
    let place = try place()
    let run = try place.run(arguments)
    #expect(run.output == "")
    #expect(run.errors.contains("Zie 'vraagbaak help alert'"))
    #expect(run.status == 64)
    #expect(!place.exists("index-alerts"))
  }
}
