/// The part of the body under one heading.
struct Section: Hashable {
  enum Kind: Hashable {
    case question([Int])
    /// An answer. Without numbers it answers the questions just before it.
    case answer([Int])
    case remark(SectionTitle.Kind)
    /// An annex to the answers, with its own headings.
    case attachment
    /// Text under no heading.
    case loose

    var isQuestion: Bool { if case .question = self { true } else { false } }
    var isAnswer: Bool { if case .answer = self { true } else { false } }
  }

  var kind: Kind
  var lines: [SourceLine]

  /// Divides lines at their known headings.
  static func all(_ lines: some Sequence<SourceLine>) -> [Section] {
    var sections: [Section] = []
    for line in lines {
      if let kind = line.opens {
        // The title of an attachment is part of its text.
        sections.append(Section(kind: kind, lines: kind == .attachment ? [line] : []))
      } else {
        if sections.isEmpty { sections.append(Section(kind: .loose, lines: [])) }
        sections[sections.count - 1].lines.append(line)
      }
    }
    return sections
  }
}
