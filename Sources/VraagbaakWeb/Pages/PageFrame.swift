internal import HTTPServer

/// What every page has around what it is about.
struct PageFrame {
  /// The title, without the name of the site.
  var title: String
  /// More for the head.
  var head = HTML.empty
  /// The search that the box shows; nil if the page has a box of its own.
  var search: SearchParameters? = SearchParameters()
  var main: HTML
  let site: SiteAddresses

  init(_ title: String, main: HTML, _ site: SiteAddresses) {
    self.title = title
    self.main = main
    self.site = site
  }

  /// The whole page.
  func response(status: Int = 200) -> HTTPResponse { .page(html, status: status) }

  private func box(_ search: SearchParameters) -> HTML {
    """
    <a class="naam" href="\(to: site.start)">Vraagbaak</a>
    \(SearchBox(search: search, site: site).html)

    """
  }

  var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="nl">
    <head>
    <meta charset="utf-8">
    <title>\(title.isEmpty ? "" : "\(title) – ")Vraagbaak</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="stylesheet" href="\(to: StaticFile.style.address(site))">
    <link rel="icon" type="image/svg+xml" href="\(to: StaticFile.icon.address(site))">
    <link rel="search" type="application/opensearchdescription+xml" title="Vraagbaak" \
    href="\(to: site.page("opensearch.xml"))">
    <script src="\(to: StaticFile.script.address(site))" defer></script>
    \(head)</head>
    <body>
    <a class="sprong" href="#inhoud">Naar de inhoud</a>
    <header class="kop">
    \(search.map(box))\
    <nav aria-label="Site">
    <a href="\(to: site.page("hulp"))">Hulp</a>
    <a href="\(to: site.page("stand"))">Stand</a>
    </nav>
    </header>
    <main id="inhoud">
    \(main)
    </main>
    <footer class="voet">
    <p>Schriftelijke vragen van Kamerleden en de antwoorden daarop. Niet officieel: de officiële \
    tekst staat op officielebekendmakingen.nl.</p>
    <p class="toetsen" hidden>Toetsen: <kbd>/</kbd> zoekvak, <kbd>j</kbd> en <kbd>k</kbd> volgende \
    en vorige, <kbd>Enter</kbd> openen, <kbd>c</kbd> vindplaats kopiëren.</p>
    </footer>
    </body>
    </html>

    """
  }
}

/// The box in which a query is typed. Order and grouping stay as they are.
struct SearchBox {
  let search: SearchParameters
  let site: SiteAddresses
  /// Whether typing begins here when the page opens.
  var isFirst = false

  var html: HTML {
    """
    <form class="zoek" role="search" action="\(to: site.start)">
    <label class="stil" for="q">Zoek in Kamervragen</label>
    <input id="q" name="q" type="search" value="\(search.query)" autocomplete="off" \
    spellcheck="false"\(isFirst ? " autofocus" : HTML.empty)>
    \(kept)<button>Zoek</button>
    </form>
    """
  }

  private var kept: HTML {
    var kept = SearchParameters()
    (kept.sort, kept.group, kept.perPage) = (search.sort, search.group, search.perPage)
    return kept.written.map { name, value in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">\n"
    }.joined(by: "")
  }
}
