import Foundation
import FoundationXML

/// An element of an XML document, as a parser that knows nothing of this program reads it.
package final class XMLTree: Equatable {
  package let name: String
  package let attributes: [String: String]
  package fileprivate(set) var text = ""
  package fileprivate(set) var children: [XMLTree] = []

  fileprivate init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The document is not well-formed.
  package struct NotWellFormed: Error {
    package let reason: String
  }

  /// Parses a document.
  package static func of(_ bytes: [UInt8]) throws -> XMLTree {
    let parser = XMLParser(data: Data(bytes))
    let builder = Builder()
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else {
      throw NotWellFormed(reason: "\(parser.parserError, default: "empty"), \(parser.lineNumber)")
    }
    return root
  }

  package subscript(_ name: String) -> XMLTree? { children.first { $0.name == name } }

  package func all(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }

  /// The addresses of the links with a relation.
  package func links(_ relation: String) -> [String] {
    all("link").filter { $0.attributes["rel"] == relation }.compactMap { $0.attributes["href"] }
  }

  package static func == (left: XMLTree, right: XMLTree) -> Bool {
    left.name == right.name && left.attributes == right.attributes && left.text == right.text
      && left.children == right.children
  }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLTree?
    private var open: [XMLTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let element = XMLTree(name, attributes)
      open.last?.children.append(element)
      root = root ?? element
      open.append(element)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }
  }
}
