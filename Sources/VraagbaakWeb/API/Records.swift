internal import Kamervragen
internal import PassageIndex

// The JSON objects of the API. A test compares them with what it really gives.

extension Record {
  static let all = [
    answer, count, result, facetCount, completion, passage, marked, member, respondent, footnote,
    otherSource,
    link, status, previous, kindCount, sessionCount, refusal, run, problem,
  ]

  // MARK: Searching

  static let answer = Record(
    name: "Answer", summary: "Het antwoord op een zoekvraag.",
    properties: [
      Property("format", .constant(1), "De versie van dit object"),
      Property("query", .text("klanten"), "De zoekvraag zoals getypt"),
      Property("restated", .text("klanten"), "Wat er gezocht is, in woorden"),
      Property("total", .reference(count), "Hoeveel passages alles hebben"),
      Property(
        "sets", .reference(count).orNull(inExample: true),
        "Van hoeveel sets die passages zijn, als resultaten per set gegroepeerd zijn"),
      Property("partial", .reference(count), "Hoeveel passages er een deel van hebben"),
      Property(
        "suggestion", .text("klanten").orNull(inExample: true),
        "Een zoekvraag die misschien bedoeld was; er is niet op gezocht"),
      Property(
        "warnings", .list(.text(""), isEmpty: true),
        "Wat er niet begrepen is, en wat er toen is gedaan"),
      Property(
        "group", .choice(SearchRequest.Group.allCases.map(\.rawValue), "passage"),
        "Wat een resultaat is, en wat facets telt"),
      Property(
        "filters", .map(.list(.text("ChristenUnie")), "partij"),
        "De waarden van facetten waartoe de resultaten beperkt zijn"),
      Property("results", .list(.reference(result)), "De resultaten van deze pagina"),
      Property(
        "facets", .map(.list(.reference(facetCount)), "partij"),
        "Van elke gevraagde facet de waarden met hun aantal, de meeste eerst"),
    ])

  static let count = Record(
    name: "Count", summary: "Een aantal, voor zover bekend.",
    properties: [
      Property("lower", .integer(3), "Zo veel zijn het er zeker"),
      Property("estimate", .integer(3), "De schatting"),
      Property("upper", .integer(3), "Meer zijn het er niet"),
    ])

  static let result = Record(
    name: "Result", summary: "Een gevonden passage.",
    properties: set + [
      Property("rank", .integer(1), "De plaats in de lijst, vanaf 1"),
      Property("score", .number(14.25), "Het gewicht; alleen de volgorde betekent iets"),
      Property(
        "missing", .list(.text(""), isEmpty: true), "De delen van de zoekvraag die ontbreken"),
      Property(
        "related", .list(.text(""), isEmpty: true),
        "Waarom een passage zonder woorden van de zoekvraag er staat: woorden van de beste "
          + "resultaten die haar set ook heeft"),
      id, questions, source, citation, officialAddress,
      Property(
        "questionSnippet", .marked("Wilt u <b>klanten</b> opsporen?"),
        "Uit de vraag, met <b> om wat gevonden is; &, < en > zijn &amp;, &lt; en &gt;"),
      Property("answerSnippet", .marked("Ja.").orNull(), "Uit het antwoord"),
      Property(
        "footnoteSnippet", .marked("").orNull(inExample: true),
        "De eerste noot met iets dat gevonden is, als vraag en antwoord dat niet hebben"),
      Property(
        "moreInSet", .integer(0), "Hoeveel passages van de set er nog meer gevonden zijn, per set"),
    ])

  static let facetCount = Record(
    name: "FacetCount", summary: "Hoe vaak een waarde voorkomt.",
    properties: [
      Property("value", .text("ChristenUnie"), "De waarde"),
      Property("count", .integer(3), "In hoeveel passages, of sets"),
    ])

  static let completion = Record(
    name: "Completion", summary: "Hoe een zoekvraag verder kan gaan.",
    properties: [
      Property("format", .constant(1), "De versie van dit object"),
      Property("query", .text("opsporingscap"), "De zoekvraag zoals getypt"),
      Property(
        "suggestion", Schema.text("").orNull(inExample: true),
        "Een zoekvraag die misschien bedoeld was"),
      Property(
        "completions", .list(.text("opsporingscapaciteit")),
        "De zoekvraag met het laatste woord aangevuld, wat het meest voorkomt eerst"),
    ])

  // MARK: Passages

  static let passage = Record(
    name: "Passage", summary: "Een hele passage, met de kop en de verwijzingen van zijn set.",
    properties: set + [
      Property("format", .constant(1), "De versie van dit object"),
      id, citation, officialAddress,
      Property(
        "highlighted", Schema.reference(marked).orNull(),
        "De teksten met de woorden van de zoekvraag gemarkeerd; null zonder zoekvraag"),
      Property("onBehalfOf", .list(.text(""), isEmpty: true), "Namens wie ook geantwoord is"),
      Property("seeAlso", .list(.text("ah-tk-20242025-496")), "De sets waarnaar de kop verwijst"),
      questions,
      Property("questionText", .text("Wilt u klanten opsporen?"), "De vraag"),
      Property("answerText", Schema.text("Ja.").orNull(), "Het antwoord"),
      Property("footnotes", .list(.reference(footnote)), "De noten"),
      source,
      Property("otherSources", .list(.reference(otherSource)), "Andere bestanden met deze set"),
      Property("links", .list(.reference(link)), "Publicaties waaraan de set verbonden is"),
    ])

  static let marked = Record(
    name: "Highlighted",
    summary:
      "De teksten met <b> om de woorden van een zoekvraag; &, < en > zijn &amp;, &lt; en &gt;.",
    properties: [
      Property("subject", .marked("de opsporing van <b>klanten</b>").orNull(), "Het onderwerp"),
      Property("questionText", .marked("Wilt u <b>klanten</b> opsporen?"), "De vraag"),
      Property("answerText", .marked("Ja.").orNull(), "Het antwoord"),
      Property("footnotes", .list(.reference(footnote)), "De noten"),
    ])

  static let footnote = Record(
    name: "Footnote", summary: "Een noot.",
    properties: [
      Property("mark", .text("1"), "Het teken"),
      Property("text", .text("NRC, 3 mei 2024"), "De tekst"),
    ])

  static let otherSource = Record(
    name: "OtherSource", summary: "Een ander bestand met dezelfde set.",
    properties: [
      Property("path", .text("/srv/kamervragen/705.pdf"), "Het pad"),
      Property("form", .choice(SourceForm.allCases.map(\.rawValue), "pdf"), "De vorm"),
    ])

  static let link = Record(
    name: "Link", summary: "Een verbonden publicatie.",
    properties: [
      Property(
        "relation", .choice(SetLink.Relation.allCases.map(\.rawValue), "questions"),
        "Wat die van deze is"),
      Property("set", .text("kv-tk-2024Z16543"), "De naam van de set"),
    ])

  static let member = Record(
    name: "Member", summary: "Een Kamerlid dat vroeg.",
    properties: [
      Property("name", .text("Bikker"), "De naam"),
      Property("party", Schema.text("ChristenUnie").orNull(), "De partij"),
    ])

  static let respondent = Record(
    name: "Respondent", summary: "Een bewindspersoon die antwoordde.",
    properties: [
      Property("role", .text("Minister"), "Het ambt"),
      Property("name", .text("Van Weel"), "De naam"),
      Property("portfolio", Schema.text("Justitie en Veiligheid").orNull(), "Waarvan"),
    ])

  // MARK: What several have

  private static let set = [
    Property("identifier", Schema.text("ah-tk-20242025-705").orNull(), "De naam van de publicatie"),
    Property(
      "kind", .choice(QuestionSet.Kind.allCases.map(\.rawValue), "answered"), "De soort"),
    Property("session", Schema.text("2024-2025").orNull(), "Het vergaderjaar"),
    Property("number", Schema.text("705").orNull(), "Het nummer in het Aanhangsel"),
    Property("caseNumber", Schema.text("2024Z16543").orNull(), "Het zaaknummer"),
    Property("subject", Schema.text("de opsporing van klanten").orNull(), "Het onderwerp"),
    Property("members", .list(.reference(member)), "Wie vroegen"),
    Property(
      "addressees", .list(.text("Minister van Justitie en Veiligheid")), "Aan wie gevraagd is"),
    Property("respondents", .list(.reference(respondent)), "Wie antwoordden"),
    Property("submitted", Schema.day("2024-10-17").orNull(), "De dag van de vragen"),
    Property("received", Schema.day("2024-12-03").orNull(), "De dag van het antwoord"),
    Property("topics", .list(.text("Recht | Strafrecht")), "De thema's"),
    Property(
      "keywords", Schema.text("").orNull(inExample: true), "De trefwoorden van het archief"),
    Property(
      "abstract", Schema.text("").orNull(inExample: true), "De samenvatting van het archief"),
  ]

  private static let id = Property(
    "id", .text("ah-tk-20242025-705#3"), "De naam van de passage: de set en het nummer van de vraag"
  )
  private static let questions = Property(
    "questions", .list(.integer(3)), "De nummers van de vragen")
  private static let source = Property(
    "source", .text("/srv/kamervragen/ah-tk-20242025-705.xml"), "Het pad van het bestand")
  private static let citation = Property(
    "citation", .text("Aanhangsel 2024–2025, nr. 705, vraag 3"), "Hoe de passage wordt aangehaald")
  private static let officialAddress = Property(
    "officialAddress",
    Schema.text("https://zoek.officielebekendmakingen.nl/ah-tk-20242025-705.html").orNull(),
    "Het adres van de officiële publicatie")

  // MARK: Errors

  static let problem = Record(
    name: "Problem", summary: "Een fout, zoals RFC 9457 die beschrijft.",
    properties: [
      Property(
        "type", .text("about:blank"), "about:blank: de fout is die van de status, en geen andere"),
      Property("title", .text("Onjuist verzoek"), "De naam van de status"),
      Property("status", .integer(400), "De status"),
      Property(
        "detail", .text("limit verwacht een getal van 0 tot en met 100, niet 'veel'."),
        "Wat er mis is, in een zin"),
      Property(
        "instance", .text("/api/v1/search?q=klanten&limit=veel"), "Wat er gevraagd werd",
        isRequired: false),
      Property("parameter", .text("limit"), "De parameter die niet klopt", isRequired: false),
    ])
}
