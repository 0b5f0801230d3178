internal import Kamervragen
internal import PassageIndex
internal import VraagbaakReport

// The JSON object of a status and what is in it.

extension Record {
  static let status = Record(
    name: "Status", summary: "De toestand van de index en van de laatste run.",
    properties: [
      Property("format", .constant(1), "De versie van dit object"),
      Property("index", .text("/var/lib/vraagbaak/index"), "Het pad van de index"),
      Property("sets", .integer(20_250), "Sets"),
      Property("passages", .integer(92_000), "Passages"),
      Property("terms", .integer(1_200_000), "Verschillende termen"),
      Property("sources", .integer(20_300), "Gelezen bestanden"),
      Property("duplicates", .integer(40), "Bestanden waarvan de set uit een ander bestand komt"),
      Property(
        "superseded", .integer(10),
        "Sets die alleen op hun soort gezocht worden, omdat een andere hun vragen heeft"),
      Property("refused", .integer(1), "Geweigerde bestanden"),
      Property("fingerprint", .text("8.…"), "Waarmee de index gemaakt is"),
      Property(
        "madeBy", .text(Release.version), "De versie die de index maakte", isRequired: false),
      Property(
        "lastRun", .moment("2026-11-23T07:00:00Z"), "Wanneer de index voor het laatst veranderde",
        isRequired: false),
      Property("bytes", .integer(900_000_000), "De grootte van de bestanden van de index"),
      Property("generation", .integer(3), "De generatie in gebruik", isRequired: false),
      Property(
        "previous", .reference(previous), "De generatie die bewaard is", isRequired: false),
      Property("kinds", .list(.reference(kindCount)), "De sets per soort"),
      Property("sessions", .list(.reference(sessionCount)), "De sets per vergaderjaar"),
      Property("refusals", .list(.reference(refusal)), "De geweigerde bestanden"),
      Property("run", Schema.reference(run).orNull(), "De laatste run"),
    ])

  static let previous = Record(
    name: "PreviousGeneration", summary: "Een generatie die bewaard is om naar terug te gaan.",
    properties: [
      Property("generation", .integer(2), "Het nummer"),
      Property("bytes", .integer(890_000_000), "De grootte"),
    ])

  static let kindCount = Record(
    name: "KindCount", summary: "De sets van een soort.",
    properties: [
      Property(
        "kind", .choice(QuestionSet.Kind.allCases.map(\.rawValue), "answered"), "De soort"),
      Property("sets", .integer(20_000), "Sets"),
      Property("passages", .integer(91_000), "Passages"),
    ])

  static let sessionCount = Record(
    name: "SessionCount", summary: "De sets van een vergaderjaar.",
    properties: [
      Property(
        "session", .text("2024-2025"), "Het vergaderjaar; ontbreekt als het niet bekend is",
        isRequired: false),
      Property("sets", .integer(2_800), "Sets"), Property("passages", .integer(14_000), "Passages"),
    ])

  static let refusal = Record(
    name: "Refusal", summary: "Een geweigerd bestand.",
    properties: [
      Property("path", .text("/srv/kamervragen/stuk.pdf"), "Het pad"),
      Property("reason", .text("het bestand is leeg"), "De reden"),
      Property("first", .moment("2026-11-20T07:00:00Z"), "Wanneer het voor het eerst was"),
      Property("last", .moment("2026-11-23T07:00:00Z"), "Wanneer het voor het laatst was"),
      Property("tries", .integer(4), "Hoe vaak het geprobeerd is"),
    ])

  static let run = Record(
    name: "Run",
    summary: "Een run van 'vraagbaak index'. Wat een mislukte run niet weet, ontbreekt.",
    properties: [
      Property("format", .constant(1), "De versie van dit object"),
      Property("index", .text("/var/lib/vraagbaak/index"), "Het pad van de index"),
      Property("action", .choice(["update", "rebuild", "rollback"], "update"), "De taak"),
      Property("started", .moment("2026-11-23T06:59:30Z"), "Het begin"),
      Property("ended", .moment("2026-11-23T07:00:00Z"), "Het eind"),
      Property("exitCode", .integer(0), "De afsluitcode"),
      Property("error", Schema.text("").orNull(inExample: true), "Waarom hij mislukte"),
    ]
      + [
        ("files", "Bestanden onder de gegeven paden"), ("added", "Nieuw"),
        ("changed", "Opnieuw gelezen"),
        ("unchanged", "Niet veranderd"), ("removed", "Verwijderd uit de index"),
        ("kept", "Verdwenen, maar bewaard"), ("refused", "Geweigerd"),
        ("newlyRefused", "Voor het eerst geweigerd"),
        ("duplicates", "Bestanden waarvan de set uit een ander bestand komt"),
        ("unreadable", "Niet te lezen"), ("sets", "Sets na de run"),
        ("passages", "Passages na de run"),
        ("passagesWritten", "Geschreven passages"),
      ].map { Property($0.0, .integer(0), $0.1, isRequired: false) }
      + [
        Property(
          "isRebuildRefused", .flag(false),
          "Of opnieuw bouwen geweigerd is, omdat er bestanden ontbreken",
          isRequired: false),
        Property("isStopped", .flag(false), "Of hij gestopt is", isRequired: false),
        Property("seconds", .number(30.5), "Hoe lang hij duurde", isRequired: false),
        Property(
          "missing", .list(.text(""), isEmpty: true), "Gegeven paden die ontbreken of leeg zijn",
          isRequired: false),
      ])
}
