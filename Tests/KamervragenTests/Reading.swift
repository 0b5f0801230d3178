import TestSupport

@testable import Kamervragen

/// Reads a text as a file with some name.
func read(_ text: String, name: String = "document.txt") throws -> QuestionSet {
  try SourceReader.read(Array(text.utf8), name: name)
}

/// Reads a text, with the account of where its words went.
func reading(_ text: String, name: String = "document.txt") throws -> TextReader.Reading {
  try TextReader.read(Array(text.utf8), name: name)
}

/// A header that makes any body a set of Kamervragen.
let header =
  "Vragen van het lid Jansen (SP) aan de Minister van Defensie over de marine (ingezonden 3 maart 2025).\n\n"

/// A header of an answered set.
let answeredHeader =
  header + "Antwoord van Minister De Wael (Defensie) (ontvangen 3 april 2025).\n\n"

/// Reads a file of the corpus, under a name that says nothing, with metadata of the corpus beside
/// it or none.
func readCorpus(_ name: String, metadata: String? = nil) throws -> QuestionSet {
  try SourceReader.read(
    try corpus(name), name: "bestand", metadata: try metadata.map { try corpus($0) })
}
