internal import HTTPServer
internal import VraagbaakReport

/// `/hulp`: the query language, with examples that search.
struct HelpPage {
  let site: SiteAddresses

  func response() -> HTTPResponse {
    PageFrame("Hulp bij het zoeken", main: main, site).response()
  }

  private var main: HTML {
    """
    <div class="leesbaar">
    <h1>Hulp bij het zoeken</h1>
    <p>Typ gewoon een paar woorden. Eerst komen de passages waar ze allemaal in staan, daarna de \
    beste met een deel ervan; daarbij staat wat er ontbreekt. Woorden worden ook in andere vormen \
    gevonden, met en zonder accenten, en binnen samenstellingen. Al het andere op deze pagina \
    mag, maar hoeft niet, en geen zoekvraag is fout.</p>
    \(QueryHelp.sections.map(section))
    <h2>Toetsen</h2>
    <dl class="feiten">
    <dt><kbd>/</kbd></dt><dd>naar het zoekvak</dd>
    <dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>naar de volgende en de vorige treffer</dd>
    <dt><kbd>Enter</kbd></dt><dd>opent de treffer</dd>
    <dt><kbd>c</kbd></dt><dd>kopieert de vindplaats van de treffer</dd>
    </dl>
    <h2>Voor programma’s</h2>
    <p>Elke zoekvraag is er ook als CSV, Atom en JSON; de links staan onder de treffers. \
    <a href="\(to: site.page("api", "v1", "openapi.json"))">Beschrijving van de API (OpenAPI)</a></p>
    </div>
    """
  }

  private func section(_ section: QueryHelp) -> HTML {
    """
    <h2>\(section.title)</h2>
    \(section.remark.map { "<p>\($0.prefix(1).uppercased() + $0.dropFirst()).</p>\n" })\
    <table class="tabel hulp">
    <thead><tr><th scope="col">Typ</th><th scope="col">Vindt</th></tr></thead>
    <tbody>
    \(section.rows.map(row))</tbody>
    </table>

    """
  }

  private func row(_ row: QueryHelp.Row) -> HTML {
    """
    <tr><th scope="row"><code>\(row.written)</code></th><td>\(row.meaning)<br>
    \(row.examples.map(example).joined(by: "\n"))</td></tr>

    """
  }

  private func example(_ query: String) -> HTML {
    "<a href=\"\(to: site.search(SearchParameters(query)))\">\(query)</a>"
  }
}
