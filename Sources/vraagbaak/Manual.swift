import VraagbaakReport

/// The manual: a page for the program, one for each command, the query language and the
/// configuration.
enum Manual {
  static var pages: [ManualPage] {
    [program] + Vraagbaak.subcommands.map { page(of: $0) } + [queries, configuration]
  }

  /// The names of the pages, in the same order. The pages have the options of `help`, which have
  /// these names.
  static var files: [String] {
    ["vraagbaak.1"] + Vraagbaak.subcommands.map { "\(name(of: $0)).1" }
      + ["vraagbaak-query.7", "vraagbaak.conf.5"]
  }

  private static func name(of command: any Subcommand.Type) -> String {
    "vraagbaak-\(command.name)"
  }

  private static var program: ManualPage {
    let commands = Vraagbaak.subcommands.map { command in
      ManualPage.Block.row(
        "\(name(of: command))(1)", meaning: command.summary)
    }
    return ManualPage(
      name: "vraagbaak", section: 1, summary: "doorzoekt Kamervragen en hun antwoorden",
      blocks: [
        .heading("Samenvatting"), .synopsis("vraagbaak", "OPDRACHT [opties] …"),
        .synopsis("vraagbaak --version", ""),
        .heading("Beschrijving"),
        .paragraph(
          "Vraagbaak vindt de passage: elke vraag van een Kamerlid aan de regering met het antwoord "
            + "erop, gerangschikt, gemarkeerd en met vindplaats. 'vraagbaak index' zet bestanden in "
            + "een index, 'vraagbaak search' zoekt daarin en 'vraagbaak show' toont wat gevonden "
            + "is."),
        .paragraph(
          "Resultaten staan op de standaarduitvoer, al het andere op de standaardfoutuitvoer. Een "
            + "terminal krijgt kleuren en, als de uitvoer lang is, een pager."),
        .heading("Opdrachten"),
      ] + commands + [
        .heading("Omgeving"),
        .row("VRAAGBAAK_INDEX", meaning: "de index, als --index niet gegeven is"),
        .row(
          "VRAAGBAAK_CONFIG",
          meaning: "de configuratie, anders \(Configuration.standardPath)"),
        .row(
          "VRAAGBAAK_WORDS",
          meaning: "de lijst van woorden voor een nieuwe index, als --words niet gegeven is"),
        .row(
          "VRAAGBAAK_PAGER, PAGER",
          meaning: "het programma dat lange uitvoer toont; leeg of cat voor geen"),
        .row("NO_COLOR, CLICOLOR_FORCE", meaning: "geen kleuren, of altijd kleuren"),
        .row("COLUMNS", meaning: "hoe breed de uitvoer mag zijn"),
        .row(
          "XDG_DATA_HOME, XDG_CACHE_HOME",
          meaning:
            "waar de eigen index van een gebruiker staat, en de kopie van de lijst van woorden"
        ),
        .heading("Bestanden"),
        .row(
          Configuration.standardPath, meaning: "de configuratie; zie \(configuration.reference)"),
        .row("~/.local/share/vraagbaak", meaning: "de index, als niets anders hem noemt"),
        .row(VocabularyOptions.system, meaning: "de lijst van Nederlandse woorden"),
        .heading("Zie ook"),
        .paragraph("\(queries.reference), \(configuration.reference)"),
      ])
  }

  /// The page of a command, from its help.
  private static func page(of command: any Subcommand.Type) -> ManualPage {
    let help = command.help
    let others = Vraagbaak.subcommands.filter { $0.name != command.name }
      .map { "\(name(of: $0))(1)" }
    var blocks: [ManualPage.Block] = [.heading("Samenvatting")]
    blocks += help.usage.map { .synopsis("vraagbaak \(command.name)", $0) }
    blocks += [.heading("Beschrijving")] + help.description.map { .paragraph($0) }
    for section in help.sections { blocks += rows(of: section) }
    blocks.append(.heading("Opties"))
    for option in command.declarations {
      guard let meaning = option.help else { continue }
      blocks.append(.row(option.names, value: option.valueName, meaning: meaning))
    }
    if !help.notes.isEmpty {
      blocks += [.heading("Opmerkingen")] + help.notes.map { .paragraph($0) }
    }
    if !help.exitCodes.isEmpty {
      blocks.append(.heading("Afsluitcodes"))
      blocks += help.exitCodes.map { row in
        .row(row.codes.map { "\($0.rawValue)" }.joined(separator: ", "), meaning: row.meaning)
      }
    }
    if !help.examples.isEmpty { blocks += [.heading("Voorbeelden"), .lines(help.examples)] }
    let pages = ["vraagbaak(1)"] + others + [queries.reference, configuration.reference]
    blocks += [.heading("Zie ook"), .paragraph(pages.joined(separator: ", "))]
    return ManualPage(
      name: name(of: command), section: 1, summary: command.summary, blocks: blocks)
  }

  /// A section of the help; what its title has between brackets is a paragraph here.
  static func rows(of section: Help.Section) -> [ManualPage.Block] {
    let parts = section.title.split(separator: " (", maxSplits: 1)
    let remark = parts.dropFirst().map { part in
      ManualPage.Block.paragraph(part.prefix(1).uppercased() + part.dropFirst().dropLast() + ".")
    }
    return [.heading(String(parts[0]))] + remark
      + section.rows.map { .row($0.written, meaning: $0.meaning) }
  }

  private static var configuration: ManualPage {
    ManualPage(
      name: "vraagbaak.conf", section: 5, summary: "wat vraagbaak doet zonder opties",
      blocks: [
        .heading("Samenvatting"), .paragraph(Configuration.standardPath),
        .heading("Beschrijving"),
        .paragraph(
          "Wat een opdracht doet als geen optie iets anders zegt. Opties gaan voor, dan de omgeving "
            + "(VRAAGBAAK_INDEX), dan dit bestand. Het hoeft er niet te zijn. VRAAGBAAK_CONFIG noemt "
            + "een ander bestand."),
        .paragraph(
          "Een regel is 'sleutel = waarde', zonder aanhalingstekens. Een pad is heel: het begint "
            + "met /. Een # aan het begin van een regel of na een spatie begint een opmerking. Een "
            + "regel die niet begrepen wordt, is een fout: de opdracht noemt hem en begint niet."),
        .heading("Sleutels"),
      ] + Configuration.Key.allCases.map { .row($0.rawValue, meaning: $0.help) } + [
        .heading("Voorbeeld"),
        .lines([
          "index     = /var/lib/vraagbaak/index",
          "documents = /srv/kamervragen", "documents = /srv/archief  # 1984-1995",
          "listen    = 127.0.0.1:8642",
        ]),
        .heading("Zie ook"), .paragraph("vraagbaak(1), vraagbaak-index(1)"),
      ])
  }
}
