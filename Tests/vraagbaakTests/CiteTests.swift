import Testing

/// `cite` and `open`: where a set is published, and the way to it.
@Suite("vraagbaak cite")
struct CiteTests {
  @Test("A set, and a question of it, are cited as clerks write it, whatever is typed")
  func text() throws {
    let place = try Workplace([.allowance])
    let whole = "Aanhangsel van de Handelingen, Tweede Kamer, vergaderjaar 2024–2025, nr. 901"
    for reference in ["ah-tk-20242025-901", "nr. 901", "AH 2024/25, nr. 901", whole] {
      #expect(try place.run("cite", reference) == CommandRun(output: whole + "\n"))
    }
    for reference in ["ah-tk-20242025-901#3", "AH 901, vraag 3", whole + " (vragen 2 en 3)"] {
      #expect(
        try place.run("cite", reference) == CommandRun(output: whole + " (vragen 2 en 3)\n"))
    }
  }

  @Test("What is not in the index is named, the rest is cited, and cite ends with 1")
  func unknown() throws {
    let run = try Workplace([.allowance]).run("cite", "AH 999", "nr. 901#1")
    #expect(
      run
        == CommandRun(
          output:
            "Aanhangsel van de Handelingen, Tweede Kamer, vergaderjaar 2024–2025, nr. 901 (vraag 1)\n",
          errors: "vraagbaak cite: AH 999 staat niet in de index\n", status: 1))
    #expect(try Workplace().run("cite").status == 2)
    #expect(try Workplace([.allowance]).run("cite", "--style", "apa", "901").status == 2)
  }

  @Test("A Kamerstuk is no set: cite and open do not take one that only cites it")
  func citedDocuments() throws {
    let place = try Workplace([.allowance])
    try place.write(
      "Vraag 1\n\nKent u de motie (Kamerstuk 24 587, nr. 995)?\n\nAntwoord 1\n\nJa.\n",
      to: "documents/2024D42030.txt")
    #expect(try place.run("index", "documents").status == 0)
    #expect(try place.run("show", "24587-995").status == 0)
    for command in ["cite", "open"] {
      #expect(
        try place.run(command, "24587-995")
          == CommandRun(
            errors: "vraagbaak \(command): 24587-995 staat niet in de index\n", status: 1))
    }
    // A file may have the name of such a document.
    #expect(try place.run("cite", "2024D42030") == CommandRun(output: "Kamervragen, 2024D42030\n"))
  }

  @Test("The ID of a result names that result, even if it looks like the citation of another set")
  func fileNamedAsCitation() throws {
    let place = try Workplace([.allowance])
    try place.write(
      "Vraag 1\n\nGroeit de linde?\n\nAntwoord 1\n\nJa.\n", to: "documents/AH 901.txt")
    #expect(try place.run("index", "documents").status == 0)
    let found = try JSONValue(try place.run("search", "--format", "jsonl", "linde").output)
    #expect(found["id"] == "AH 901#1")
    for reference in ["AH 901#1", "AH 901"] {
      let shown = try JSONValue(try place.run("show", "--format", "json", reference).output)
      #expect(shown["id"] == "AH 901#1")
    }
    #expect(try place.run("cite", "AH 901").output == "Kamervragen, AH 901\n")
    #expect(try place.run("cite", "nr. 901, vraag 1").output.hasSuffix("nr. 901 (vraag 1)\n"))
  }

  /// A set with every sign that a form gives a meaning to.
  private static func hostile() throws -> Workplace {
    let place = try Workplace()
    try place.write(
      """
      2024Z99077

      Vragen van het lid **D’Ypres & Zn** (A_B) aan de Minister van Financiën over *een «brug» van \
      {50%} # of $5 {\u{301} ~ [x](y) ` \\ ^ <b> " café | en 'ø'* (ingezonden 14 november 2024).

      Vraag 1

      Wat?
      """, to: "documents/2024Z99077.md")
    #expect(try place.run("index", "documents").status == 0)
    return place
  }

  @Test("No sign in a subject breaks a form")
  func escaping() throws {
    let place = try Self.hostile()
    let markdown = try place.run("cite", "--style", "markdown", "2024Z99077").output
    #expect(markdown.split(separator: "\n").count == 1)
    #expect(markdown.hasPrefix("[Kamervragen, Tweede Kamer, "))
    #expect(
      markdown.contains("](https://zoek.officielebekendmakingen.nl/kv-tk-2024Z99077.html), *"))
    let bibtex = try place.run("cite", "--style", "bibtex", "2024Z99077").output
    #expect(bibtex.hasPrefix("@misc{kv-tk-2024Z99077,\n"))
    var depth = 0
    // A brace with an accent is one character, but a brace for BibTeX.
    for scalar in bibtex.unicodeScalars {
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      #expect(depth >= 0)
    }
    #expect(depth == 0)
    for sign in ["%", "#", "$", "&", "_"] {
      #expect(!bibtex.replacing("\\" + sign, with: "").contains(sign), "\(sign)")
    }
    let ris = try place.run("cite", "--style", "ris", "2024Z99077").lines
    #expect(ris.first == "TY  - GOVDOC")
    #expect(ris.last == "ER  - ")
    #expect(ris.allSatisfy { $0.dropFirst(2).hasPrefix("  - ") })
  }

  @Test("The forms for papers have the subject, the members, the date and the address")
  func styles() throws {
    let place = try Workplace([.allowance])
    let cited =
      "Aanhangsel van de Handelingen, Tweede Kamer, vergaderjaar 2024–2025, nr. 901 (vraag 1)"
    let address = "https://zoek.officielebekendmakingen.nl/ah-tk-20242025-901.html"
    #expect(
      try place.run("cite", "--style", "markdown", "901#1").output
        == "[\(cited)](\(address)), *de toeslag voor kinderopvang*, vragen van Jansen (D66), "
        + "antwoord van Minister De Vries (Financiën), 1 oktober 2024\n")
    #expect(
      try place.run("cite", "--style", "bibtex", "901#1").output == """
        @misc{ah-tk-20242025-901-1,
          author = {{Jansen (D66)}},
          title = {{de toeslag voor kinderopvang}},
          howpublished = {\(cited)},
          note = {Antwoord van Minister De Vries (Financiën), 1 oktober 2024},
          year = {2024},
          date = {2024-10-01},
          url = {\(address)},
          language = {dutch},
        }

        """)
    #expect(
      try place.run("cite", "--style", "ris", "901#1").lines == [
        "TY  - GOVDOC", "ID  - ah-tk-20242025-901-1", "AU  - Jansen (D66)",
        "TI  - de toeslag voor kinderopvang", "T2  - Aanhangsel van de Handelingen",
        "PB  - Tweede Kamer der Staten-Generaal", "M1  - 901", "VL  - 2024-2025", "SE  - vraag 1",
        "PY  - 2024", "DA  - 2024/10/01/", "N1  - \(cited)",
        "N1  - Antwoord van Minister De Vries (Financiën), 1 oktober 2024", "LA  - nl",
        "UR  - \(address)", "ER  - ",
      ])
  }
}

@Suite("vraagbaak open")
struct OpenTests {
  private static let address = "https://zoek.officielebekendmakingen.nl/ah-tk-20242025-901.html"

  /// A desktop whose opener notes what it gets, and ends with a code.
  private func desktop(_ place: Workplace, code: Int = 0) throws -> [String: String?] {
    try place.write(
      "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" >'\(place.path)/opened'\nexit \(code)\n",
      to: "bin/xdg-open")
    #expect(try place.shell("chmod +x bin/xdg-open").status == 0)
    return ["DISPLAY": ":9", "PATH": "\(place.path)/bin:/usr/bin:/bin"]
  }

  @Test("The file is opened if it is there, else the official page, without a shell")
  func opens() throws {
    let place = try Workplace([.allowance])
    let desktop = try desktop(place)
    let file = "\(place.path)/documents/ah-tk-20242025-901.md"
    #expect(try place.run(["open", "AH 901"], environment: desktop) == CommandRun())
    #expect(try place.read("opened") == "1\n\(file)\n")
    #expect(try place.run(["open", "--official", "AH 901"], environment: desktop) == CommandRun())
    #expect(try place.read("opened") == "1\n\(Self.address)\n")
    try place.remove("documents/ah-tk-20242025-901.md")
    #expect(try place.run(["open", "nr. 901#1"], environment: desktop) == CommandRun())
    #expect(try place.read("opened") == "1\n\(Self.address)\n")
    #expect(
      try place.run(["open", "--source", "901"], environment: desktop)
        == CommandRun(
          errors: "vraagbaak open: het bestand \(file) is hier niet, of niet te lezen\n", status: 1)
    )
  }

  @Test("--print only prints what would be opened")
  func prints() throws {
    let place = try Workplace([.allowance])
    #expect(
      try place.run("open", "--print", "901")
        == CommandRun(output: "\(place.path)/documents/ah-tk-20242025-901.md\n"))
    #expect(
      try place.run("open", "--print", "--official", "901")
        == CommandRun(output: Self.address + "\n"))
  }

  @Test("Without a desktop or its opener the message says what it is, and open ends with 2")
  func noDesktop() throws {
    let place = try Workplace([.allowance])
    let file = "\(place.path)/documents/ah-tk-20242025-901.md"
    #expect(
      try place.run("open", "901")
        == CommandRun(
          errors: "vraagbaak open: er is hier geen bureaublad; het is \(file)\n", status: 2))
    let bare: [String: String?] = ["WAYLAND_DISPLAY": "wayland-0", "PATH": "\(place.path)/bin"]
    #expect(
      try place.run(["open", "901"], environment: bare)
        == CommandRun(
          errors: "vraagbaak open: xdg-open is niet geïnstalleerd (het pakket xdg-utils); het is "
            + "\(file)\n", status: 2))
    let failing = try desktop(place, code: 3)
    #expect(
      try place.run(["open", "901"], environment: failing)
        == CommandRun(
          errors: "vraagbaak open: xdg-open vindt geen programma dat dit opent; het is \(file)\n",
          status: 2))
  }

  @Test("What is not in the index is named, and open ends with 1; wrong use ends with 2")
  func wrong() throws {
    let place = try Workplace([.allowance])
    #expect(
      try place.run("open", "AH 999")
        == CommandRun(errors: "vraagbaak open: AH 999 staat niet in de index\n", status: 1))
    for arguments in [["open"], ["open", "1", "2"], ["open", "--source", "--official", "901"]] {
      #expect(try place.run(arguments).status == 2)
    }
  }
}
