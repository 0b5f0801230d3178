import Glibc
import PassageIndex
import Testing
import VraagbaakReport

/// The Dutch sentences for errors, problems and events.
struct ReportTests {
  @Test(
    "An error of an index says what is wrong and what can be done",
    arguments: [
      (
        .missing(path: "/i"), "er is geen index in /i; 'vraagbaak index PAD' maakt er een"
      ),
      (
        .busy(path: "/i", holder: .run("proces 7 op huis, sinds 2026-01-02T03:04:05Z")),
        "de index /i is bezet: proces 7 op huis, sinds 2026-01-02T03:04:05Z"
      ),
      (.busy(path: "/i", holder: .unnamedRun), "de index /i is bezet: een andere run"),
      (
        .busy(path: "/i", holder: .process), "de index /i is bezet: een ander proces schrijft erin"
      ),
      (
        .incompatible(path: "/i", found: "schema-0", expected: "schema-10"),
        "de index /i is gemaakt met een andere versie (in de index: schema-0; dit programma: "
          + "schema-10); 'vraagbaak index --rebuild PAD' maakt hem opnieuw"
      ),
      (
        .incompatible(path: "/i", found: "", expected: "schema-10"),
        "de index /i is gemaakt met een andere versie (in de index: niets; dit programma: "
          + "schema-10); 'vraagbaak index --rebuild PAD' maakt hem opnieuw"
      ),
      (
        .incompatible(path: "/i", found: "words", expected: nil),
        "de index /i is gemaakt met een andere versie (in de index: words); "
          + "'vraagbaak index --rebuild PAD' maakt hem opnieuw"
      ),
      (
        .unreachable(path: "/i", reason: "words"),
        "een server van de index /i antwoordt niet: words; kijk of die draait en bereikbaar is"
      ),
      (.unexpected(path: "/i", reason: "words"), "de index /i: onverwachte fout: words"),
      (
        .badStub(file: "/i/XAPIANDB", line: 2, expected: .oneOf(["auto a", "# previous b"])),
        "/i/XAPIANDB, regel 2: verwacht wordt 'auto a' of '# previous b'; zet het bestand terug "
          + "zoals het was"
      ),
      (
        .badStub(file: "/s", line: 1, expected: .database),
        "/s, regel 1: verwacht wordt 'auto PAD' of 'remote HOST:POORT'; zet het bestand terug "
          + "zoals het was"
      ),
      (.endlessStub(file: "/s"), "/s: de stubbestanden verwijzen eindeloos naar elkaar"),
      (
        .noPrevious(path: "/i"),
        "van de index /i is geen vorige generatie bewaard; alleen 'vraagbaak index --rebuild' laat "
          + "er een achter, tot de volgende of tot 'vraagbaak compact'"
      ),
      (
        .unsound(path: "/i", generation: 4, problems: [.lexicon, .unsettled]),
        "generatie 4 van de index /i doorstaat de controle niet en komt niet in gebruik; de index "
          + "blijft zoals hij was (2 fouten; de eerste: de woordenlijst in de index is niet "
          + "meer zoals ze geschreven is)"
      ),
    ] as [(IndexError, String)])
  func indexErrors(_ error: IndexError, _ sentence: String) {
    #expect(error.dutch == sentence)
  }

  @Test(
    "What reading or writing fails for is said after its path",
    arguments: [
      (.system(ENOENT), "bestaat niet"), (.xapian("words"), "words"),
      (
        .noSpace("full"),
        "full; maak ruimte en probeer het opnieuw; wat al opgeslagen was, is in orde"
      ),
      (.indexRemoved, "de index is verdwenen terwijl de run bezig was"),
      (.notDirectory, "het is geen map (in een stubbestand kan alleen gezocht worden)"),
      (
        .foreignFile("/i/foto.jpg"),
        "de map bevat al iets anders (/i/foto.jpg); geef een lege of een nieuwe map"
      ),
      (
        .shortage(last: "te weinig geheugen", files: 20),
        "te weinig geheugen; dit is al bestand 20 op rij, en de run stopt"
      ),
      (.settings(.system(EACCES)), "geen toestemming"),
      (.settings(.notRegular), "dit is geen gewoon bestand"),
      (.settings(.tooLarge(limit: 9)), "het is groter dan 9 bytes"),
    ] as [(IndexError.Reason, String)])
  func reasons(_ reason: IndexError.Reason, _ sentence: String) {
    #expect(
      IndexError.inputOutput(path: "/i/x", reason: reason).dutch
        == "lezen of schrijven mislukt bij /i/x: \(sentence)")
    #expect(
      IndexError.cannotCreate(path: "/i/x", reason: reason).dutch
        == "/i/x kan niet gemaakt worden: \(sentence)")
  }

  @Test(
    "What is damaged is said with how to make the index anew",
    arguments: [
      (.xapian("words"), "words"), (.lexicon, "de woordenlijst in de index"),
      (.ledgerLine("k"), "de regel k van het bestandenregister"),
      (.passage(offset: 12), "een opgeslagen passage is niet te lezen (byte 12)"),
    ] as [(IndexError.Damage, String)])
  func damage(_ damage: IndexError.Damage, _ sentence: String) {
    #expect(
      IndexError.damaged(path: "/i", reason: damage).dutch
        == "de index /i is beschadigd: \(sentence); 'vraagbaak index --rebuild PAD' maakt hem opnieuw"
    )
    #expect(
      IndexProblem.damaged(index: "/i", damage).dutch == "de index /i is beschadigd: \(sentence)")
  }

  @Test(
    "Where the stub and the directories disagree both are named",
    arguments: [
      (.namedTwice(generation: 1), "XAPIANDB noemt generation-1 twee keer"),
      (
        .databaseMissing("generation-9/shard-1", present: [1, 2]),
        "XAPIANDB noemt generation-9/shard-1, maar daar is geen database (er zijn er in "
          + "generation-1, generation-2)"
      ),
      (
        .databaseMissing("generation-9/shard-1", present: []),
        "XAPIANDB noemt generation-9/shard-1, maar daar is geen database (er is er geen enkele)"
      ),
      (
        .unnamed("generation-2"),
        "XAPIANDB noemt generation-2 niet, terwijl daar passages in staan"
      ),
      (.unfinished(generation: 2), "XAPIANDB noemt generation-2, die nooit is afgemaakt"),
      (
        .stubMissing(generation: 2),
        "XAPIANDB ontbreekt, maar er staan passages in generation-2"
      ),
      (
        .tooFewNamed(3, generation: 2, had: 4),
        "XAPIANDB noemt 3 databases van generation-2, terwijl die er 4 had"
      ),
      (
        .otherMoment("generation-2/shard-2", generation: 2),
        "generation-2/shard-2 is van een ander moment dan de rest van generation-2"
      ),
      (
        .fileTwice("/a.md", in: "generation-2/shard-1", and: "generation-2/shard-2"),
        "/a.md staat in generation-2/shard-1 en in generation-2/shard-2"
      ),
    ] as [(IndexError.Disagreement, String)])
  func disagreements(_ disagreement: IndexError.Disagreement, _ sentence: String) {
    #expect(
      IndexError.inconsistent(path: "/i", reason: disagreement).dutch
        == "de index /i is niet in orde: \(sentence); er is niets verwijderd. Zet XAPIANDB terug "
        + "zoals het was, of de hele map uit één back-up; of zet de map opzij en maak de index "
        + "opnieuw met 'vraagbaak index PAD'")
  }

  @Test(
    "A check says of each problem where it is",
    arguments: [
      (
        .unsettled,
        "een run is tijdens het opslaan afgebroken; 'vraagbaak index' herstelt de index"
      ),
      (.lexiconFile("/l"), "/l: de woordenlijst is niet meer zoals ze geschreven is"),
      (.lexicon, "de woordenlijst in de index is niet meer zoals ze geschreven is"),
      (
        .database("/d", problems: 2, report: "words"),
        "de bestanden van de database /d zijn beschadigd (2 fouten): words"
      ),
      (.ledgerLine("k"), "het bestandenregister heeft een onleesbare regel: k"),
      (.passages(of: "/a", expected: 2, found: 1), "/a: 2 passages verwacht, 1 gevonden"),
      (.otherPassages(of: "/a"), "/a: de passages in de index zijn niet die van dit bestand"),
      (
        .allPassages(expected: 3, found: 2),
        "2 passages in de index, 3 volgens het bestandenregister"
      ),
      (.notPreferred("/a"), "/a: een ander bestand met dezelfde set gaat voor"),
      (.links(of: "/a"), "/a: de samenhang met andere publicaties klopt niet"),
      (.marks(of: "/a"), "/a: passages zijn verkeerd gemarkeerd"),
      (.otherHeading(of: "/a"), "/a: het bestandenregister zegt iets anders dan het bestand"),
    ] as [(IndexProblem, String)])
  func problems(_ problem: IndexProblem, _ sentence: String) {
    #expect(problem.dutch == sentence)
  }

  @Test(
    "A check says what it did not compare",
    arguments: [
      (
        .notWritable(database: "/d"),
        "/d: hier mag niet geschreven worden; gecontroleerd is alles wat te lezen is, niet de "
          + "indeling van de blokken"
      ),
      (.gone("/a"), "/a: bestaat niet meer; niet vergeleken"),
      (.changed("/a"), "/a: is sinds de laatste run gewijzigd; niet vergeleken"),
      (
        .unreadable("/a", .system(EACCES)), "/a: kan nu niet vergeleken worden: geen toestemming"
      ),
      (.refused("/a", reason: "geen vragen"), "/a: kan nu niet vergeleken worden: geen vragen"),
    ] as [(IndexCheck.Remark, String)])
  func remarks(_ remark: IndexCheck.Remark, _ sentence: String) {
    #expect(remark.dutch == sentence)
  }

  @Test("A run says why a file is not read")
  func files() {
    let problems: [FileProblem] = [
      .system(EACCES), .danglingLink, .changing, .gone, .shortage("geen geheugen"),
    ]
    #expect(
      problems.map(\.dutch) == [
        "geen toestemming", "de symbolische link wijst nergens heen",
        "het bestand verandert op dit moment; de volgende run leest het",
        "het bestand is er niet meer", "geen geheugen",
      ])
    #expect(
      [PassedOver.loop, .notRegular].map(\.dutch) == [
        "de symbolische link leidt terug naar een map erboven",
        "het is geen gewoon bestand (een socket, pijp of apparaat)",
      ])
    let reasons: [MissingPath.Reason] = [.system(ENOENT), .notWalked, .empty]
    #expect(
      reasons.map { MissingPath(path: "a", reason: $0).dutch } == [
        "a: bestaat niet", "a: dit is geen bestand en geen map",
        "a: er staat geen enkel bestand in",
      ])
    #expect(
      VocabularyError(line: 2, reason: "verwacht: woord = term").dutch
        == "regel 2: verwacht: woord = term")
  }

  @Test("A run says which files it keeps, and how to have them removed")
  func deletions() {
    let doubts: [DeletionDoubt] = [
      .emptied(known: 2), .vanished(11, of: 30), .notGiven(12, of: 20),
    ]
    #expect(
      doubts.map(\.dutch) == [
        "de map is leeg; de 2 bestanden blijven in de index (--allow-deletions haalt ze eruit)",
        "11 van de 30 bestanden zijn in één keer verdwenen; ze blijven in de index "
          + "(--allow-deletions haalt ze eruit)",
        "12 van de 20 bestanden in de index zijn onder de gegeven paden niet te vinden; er wordt niet "
          + "herbouwd (--allow-deletions doet het toch)",
      ])
  }
}
