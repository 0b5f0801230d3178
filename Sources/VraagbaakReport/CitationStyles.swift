import Kamervragen
import PassageIndex

// MARK: Markdown

extension FullCitation {
  /// The citation as a link to the official page, then the subject, who asked and who answered.
  var markdown: String {
    let cited = Self.markdown(text)
    let link = stored.officialAddress.map { "[\(cited)](\($0))" } ?? cited
    let members = heading.members.map(\.citation).joined(separator: ", ")
    let asked = members.isEmpty ? nil : "vragen van \(oneLine(members))"
    let subject = heading.subject.map { "*\(Self.markdown(oneLine($0)))*" }
    let answered = answer.map { $0.prefix(1).lowercased() + $0.dropFirst() }
    return ([link, subject] + [asked, answered].map { $0.map(Self.markdown) })
      .compactMap(\.self).joined(separator: ", ")
  }

  /// Text without signs that Markdown or HTML in it gives a meaning.
  private static func markdown(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if #"\`*_{}[]<>|&#~!"#.contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}

// MARK: BibTeX

extension FullCitation {
  /// An entry of BibTeX. Its key is that of the set, then the questions.
  var bibtex: String {
    let authors = heading.members.map { "{\(Self.bibtex(oneLine($0.citation)))}" }
    var fields: [(String, String?)] = [
      ("author", authors.isEmpty ? nil : authors.joined(separator: " and ")),
      ("title", "{\(Self.bibtex(title))}"), ("howpublished", Self.bibtex(text)),
      ("note", answer.map(Self.bibtex)),
    ]
    if let date {
      fields += [("year", "\(date.year)"), ("date", date.description)]
    }
    fields += [("url", stored.officialAddress), ("language", "dutch")]
    let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}," } }
    return (["@misc{\(key),"] + lines + ["}"]).joined(separator: "\n")
  }

  private var key: String {
    let name = ([stored.setKey] + questions.map(String.init)).joined(separator: "-")
    let safe = name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(safe)
  }

  /// Text in which no sign has a meaning to TeX. Braces are named: BibTeX counts even those after a
  /// backslash.
  private static func bibtex(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\textbackslash{}"
      case "{": escaped += "\\textbraceleft{}"
      case "}": escaped += "\\textbraceright{}"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "&", "%", "$", "#", "_": escaped += "\\\(character)"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

// MARK: RIS

extension FullCitation {
  /// A record of RIS: a tag and a text on each line.
  var ris: String {
    let body = chamber.map { "\($0) der Staten-Generaal" }
    var lines: [(String, String?)] = [("TY", "GOVDOC"), ("ID", key)]
    lines += heading.members.map { ("AU", oneLine($0.citation)) }
    lines += [
      ("TI", title), ("T2", series), ("PB", body), ("M1", heading.number ?? heading.caseNumber),
    ]
    lines += [("VL", heading.session), ("SE", part)]
    if let date {
      let day = date.description.replacing("-", with: "/")
      lines += [("PY", "\(date.year)"), ("DA", "\(day)/")]
    }
    lines += [
      ("N1", text), ("N1", answer), ("LA", "nl"), ("UR", stored.officialAddress), ("ER", ""),
    ]
    return lines.compactMap { tag, text in text.map { "\(tag)  - \($0)" } }
      .joined(separator: "\n")
  }
}
