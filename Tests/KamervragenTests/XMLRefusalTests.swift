import Testing

@testable import Kamervragen

/// XML that is no set of Kamervragen, or not all of one.
@Suite("XML that is refused") struct XMLRefusalTests {
  private func refusal(_ text: String) -> String? {
    do {
      _ = try read(text, name: "ah.xml")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "A file without the text is refused with the reason",
    arguments: [
      (
        "<officiele-publicatie><metadata><meta name=\"DC.identifier\" content=\"ah-tk-20242025-9011\"/></metadata></officiele-publicatie>",
        "dit zijn geen Kamervragen: de tekst (het bestand heeft alleen metadata) ontbreekt"
      ),
      (
        "<officiele-publicatie><kamervragen><al>Deze publicatie is niet beschikbaar in HTML-formaat.</al></kamervragen></officiele-publicatie>",
        "dit zijn geen Kamervragen: de tekst van de publicatie (het bestand meldt: «Deze publicatie is niet beschikbaar in HTML-formaat.») ontbreekt"
      ),
      (
        "<officiele-publicatie><kamervragen><kamervraagnummer>9011</kamervraagnummer><al>Deze publicatie is op verzoek van publicerende organisatie verwijderd.</al></kamervragen></officiele-publicatie>",
        "dit zijn geen Kamervragen: de tekst van de publicatie (het bestand meldt: «Deze publicatie is op verzoek van publicerende organisatie verwijderd.») ontbreekt"
      ),
      (
        "<metadata_gegevens><metadata name=\"DC.identifier\" content=\"ah-tk-20242025-9011\"/></metadata_gegevens>",
        "dit zijn geen Kamervragen: de tekst (dit zijn de metadata bij een publicatie) ontbreekt"
      ),
      (
        "<officiele-publicatie><kamerstuk><al>Vraag 1</al></kamerstuk></officiele-publicatie>",
        "dit zijn geen Kamervragen: het element «kamervragen» ontbreekt"
      ),
      (
        "<rss><channel/></rss>",
        "dit zijn geen Kamervragen: het element «kamervragen» of «vraagdoc» (de wortel is «rss») ontbreekt"
      ),
      (
        "<officiele-publicatie><kamervragen/></officiele-publicatie>",
        "dit zijn geen Kamervragen: de tekst (het bestand heeft alleen metadata) ontbreekt"
      ),
    ])
  func refusals(text: String, message: String) {
    #expect(refusal("<?xml version=\"1.0\"?>\n" + text) == message)
  }

  @Test("A file that is cut off is damaged, with its line")
  func cutOff() {
    #expect(
      refusal("<officiele-publicatie>\n<kamervragen>\n<vraag>")?.hasPrefix(
        "dit XML-bestand is niet te lezen: regel 3: ") == true)
  }

  @Test("Elements that bound what is read")
  func bounds() {
    let many = "<officiele-publicatie>" + String(repeating: "<al/>", count: 400_001)
    #expect(
      refusal(many) == "dit XML-bestand is niet te lezen: het heeft meer dan 200000 elementen")
    let attributes = (0..<400).map { " a\($0)=\"1\"" }.joined()
    #expect(
      refusal("<officiele-publicatie\(attributes)/>")
        == "dit XML-bestand is niet te lezen: een element heeft meer dan 300 attributen")
  }
}
