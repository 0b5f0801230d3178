public import PassageIndex

extension IndexProblem {
  /// The problem as a Dutch sentence without a full stop.
  public var dutch: String {
    switch self {
    case .damaged(let index, let damage): "de index \(index) is beschadigd: \(damage.dutch)"
    case .unsettled:
      "een run is tijdens het opslaan afgebroken; 'vraagbaak index' herstelt de index"
    case .lexiconFile(let file): "\(file): de woordenlijst is niet meer zoals ze geschreven is"
    case .lexicon: "de woordenlijst in de index is niet meer zoals ze geschreven is"
    case .database(let path, let problems, let report):
      "de bestanden van de database \(path) zijn beschadigd (\(counted(problems, "fout", "fouten"))): \(report)"
    case .ledgerLine(let key): "het bestandenregister heeft een onleesbare regel: \(key)"
    case .passages(let file, let expected, let found):
      "\(file): \(counted(expected, "passage", "passages")) verwacht, \(found) gevonden"
    case .otherPassages(let file):
      "\(file): de passages in de index zijn niet die van dit bestand"
    case .allPassages(let expected, let found):
      "\(counted(found, "passage", "passages")) in de index, \(expected) volgens het bestandenregister"
    case .notPreferred(let file): "\(file): een ander bestand met dezelfde set gaat voor"
    case .links(let file): "\(file): de samenhang met andere publicaties klopt niet"
    case .marks(let file): "\(file): passages zijn verkeerd gemarkeerd"
    case .otherHeading(let file):
      "\(file): het bestandenregister zegt iets anders dan het bestand"
    }
  }
}

extension IndexCheck.Remark {
  /// The remark as a Dutch sentence without a full stop.
  public var dutch: String {
    switch self {
    case .notWritable(let database):
      "\(database): hier mag niet geschreven worden; gecontroleerd is alles wat te lezen is, niet de "
        + "indeling van de blokken"
    case .gone(let file): "\(file): bestaat niet meer; niet vergeleken"
    case .changed(let file): "\(file): is sinds de laatste run gewijzigd; niet vergeleken"
    case .unreadable(let file, let problem):
      "\(file): kan nu niet vergeleken worden: \(problem.dutch)"
    case .refused(let file, let reason): "\(file): kan nu niet vergeleken worden: \(reason)"
    }
  }
}
