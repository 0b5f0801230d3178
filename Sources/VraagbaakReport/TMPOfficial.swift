package import PassageIndex
extension StoredPassage { package var officialAddress: String? { nil } }
