import FoundationEssentials

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

/// A file of the project's corpus.
func corpus(_ name: String) throws -> [UInt8] {
  let here = String(#filePath)
  let root = here.split(separator: "/").dropLast(3).joined(separator: "/")
  return Array(try Data(contentsOf: URL(filePath: "/\(root)/Corpus/\(name)")))
}

/// Reads a file of the corpus, under a name that says nothing, with metadata of the corpus beside it or none.
func readCorpus(_ name: String, metadata: String? = nil) throws -> QuestionSet {
  try SourceReader.read(
    try corpus(name), name: "bestand", metadata: try metadata.map { try corpus($0) })
}

/// A repeatable source of random numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
