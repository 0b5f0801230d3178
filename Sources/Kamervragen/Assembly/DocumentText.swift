/// What the reader of a form has made of a document: its lines or parts, its notes, and what it
/// says of itself.
struct DocumentText {
  enum Body {
    /// Lines whose words tell the headings. The mark of a note stands in them as raised digits
    /// ("bericht?¹"); `printed` are the lines as the file has them, to detect look-alikes.
    case lines(Openings, printed: [RawLine])
    /// Parts and a header, distinguished by the elements of the form.
    case parts([DocumentPart], header: Header)
  }

  enum Notes {
    /// Known by their numbers, in document order.
    case numbered([FoundNote])
    /// Known by the places of their marks, each by its key; those of the marks in the header.
    case keyed(MarkupNotes, headerKeys: [Int])
  }

  var form: SourceForm
  var body: Body
  var notes: Notes
  /// What the furniture says.
  var facts = PageFurniture.Facts()
  /// Whether the form itself marks paragraphs, so that a blank gap always ends one.
  var hasParagraphs = false
  /// What the document's own metadata say.
  var metadata = Metadata()
  /// The days that elements of the header name, in their order.
  var dates: [MarkupDate] = []
}

/// A question, an answer or neither, in a form that distinguishes them.
struct DocumentPart: Hashable {
  enum Kind: Hashable {
    case question, answer
    /// What the form calls a remark: the explanation of the members, or the notice of a delay.
    case remark
    case attachment
    /// Text under no element that says what it is.
    case loose
  }

  var kind: Kind
  /// The text of the element that numbers it, "Vraag 2 en 3".
  var number: String?
  /// With the marks of notes as `MarkupNotes` writes them, if notes are keyed.
  var paragraphs: [String] = []
}
