/// A document as its form's reader delivers it: its lines or parts, its notes and its metadata.
struct DocumentText {
  enum Body {
    /// Lines whose headings are recognised by their words. Note marks are raised digits
    /// ("bericht?¹"). `printed` has the lines as in the file, to detect look-alikes.
    case lines(Openings, printed: [RawLine])
    /// Parts and a header, distinguished by the elements of the form.
    case parts([DocumentPart], header: Header)
  }

  enum Notes {
    /// Identified by their numbers, in document order.
    case numbered([FoundNote])
    /// Identified by keys at their marks; `headerKeys` are those in the header.
    case keyed(MarkupNotes, headerKeys: [Int])
  }

  var form: SourceForm
  var body: Body
  var notes: Notes
  /// The facts that the page furniture states.
  var facts = PageFurniture.Facts()
  /// Whether the form itself marks paragraphs, so that a blank gap always ends one.
  var hasParagraphs = false
  /// The metadata inside the document.
  var metadata = Metadata()
  /// The dates in elements of the header, in document order.
  var dates: [MarkupDate] = []
}

/// A question, an answer or neither, in a form that distinguishes them.
struct DocumentPart: Hashable {
  enum Kind: Hashable {
    case question, answer
    /// The members' explanation, or a delay notice.
    case remark
    case attachment
    /// Text in no element of a known kind.
    case loose
  }

  var kind: Kind
  /// The text of the numbering element: "Vraag 2 en 3".
  var number: String?
  /// If notes are keyed, their marks are written as by `MarkupNotes`.
  var paragraphs: [String] = []
}
