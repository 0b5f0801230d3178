/// Sets of words that Dutch does not add to: function words, prefixes, particles, endings.
enum ClosedWords {
  private static func words(_ text: String) -> WordSet {
    WordSet(text.split(separator: " ").map { Array($0.utf8) })
  }

  /// Words that are no form of another word and no part of a compound, whatever they look like: adverbs,
  /// conjunctions, pronouns, prepositions, auxiliary verbs.
  static let functionWords = words(
    """
    aan af al alle alleen allen alles als alsmede alsnog altijd alvorens andere anders beide beiden ben \
    beneden bent best beste beter bij bijna binnen boven buiten daar daarbij dan dankzij dat de der des \
    destijds deze dezelfde die dit diverse doen door dus echter een eens eerder eerste elk elke en \
    enkele er evenals gedurende geen geweest haar had hadden hare heb hebben hebt heden heeft hem hen \
    het hetzelfde hier hij hoe hoewel hun ieder iedere iemand iets ik immers in indien inmiddels inzake \
    ja jegens jij jouw jullie kan kunnen laatst laatste langs liever links maar mede meer meest meestal \
    met middels mij mijn mijne minder minst mits moest mogelijk na naar naast nadat nee neer nergens \
    niemand niet niets nieuws noch nog nogal nu of ofschoon om omdat omtrent ondanks onder ons onszelf \
    onze ooit ook op opeens over overigens pas per rechts reeds rond samen sedert sinds slechts sommige \
    soms steeds straks tegen telkens ten ter terug terwijl tevens thans tijdens toch toe toen tot trots \
    tussen u uit van vanaf vanuit veel verder via volgens voor vooral voorbij waar waarbij waarom want \
    waren was wat we weer wegens weinig wel welk welke wetens wie wij willens zeer zelf zich zij zijn \
    zijne zo zoals zonder zou zouden zowel zulke zullen
    """)

  /// What is written before a separable verb and its participle: `aan` + `ge` + `pakt`.
  static let particles = words(
    """
    aan aaneen achter achteraf achterna achterop achterover achteruit adem af bekend bij bijeen binnen \
    bovenaan buit buiten deel dicht dood door droog fijn gade gelijk goed grond groot hard heen her hoog \
    in ineen klaar kwijt leeg los mede mee mis na neer om omhoog omlaag omver onder op opeen open over \
    plaats recht rechtop rond samen schoon schuil stand stil stop tegemoet tegen teleur tentoon terecht \
    terug teweeg thuis toe tussen uit uiteen vast veilig vol voor vooraf voorbij voorop voorover voort \
    vooruit vorm vrij waar weer weg wijs zeker
    """)

  /// What is written before a verb and takes the place of `ge-` in its participle.
  static let prefixes = words(
    """
    aan be door er ge her mis om onder ont over ver vol voor weer
    """)
  static let shortestPrefix = 2
  static let longestPrefix = 5

  /// Particles and prefixes that make derivations (`aanpak`, `misstand`), no compounds.
  static let noModifiers = words(
    """
    aan aaneen achter achteraf achterna achterop achterover achteruit af al be bekend bij bijeen \
    bovenaan buit daar daarop der door er ex gade ge heen her hier in ineen kwijt mee mis neer om omhoog \
    omlaag omver on onaf ont op opeen overeen rechtop rond samen stil te tegemoet teleur ten tentoon ter \
    terecht terug teweeg toe uit uiteen ver vooraf voorbij voorop voorover voort vooruit wan weer wel
    """)

  /// Prepositions that also modify nouns: `vooronderzoek`, `overconsumptie`.
  static let prepositions = words(
    """
    anti binnen buiten mede na neven onder over tegen tussen voor
    """)

  /// Endings that are also words, or that a list of words has as words; they make derivations.
  static let endings = words(
    """
    aal aar aars abel achtig achtige age ale ant atie aties baar baarder bare den der ders dom dommen eel \
    eer eerd elen els end ende enden ene ens ent erd ere eren erij erik ern ers eur eurs gen ger halve hande \
    heden heid iek ieke ier iers ing ingen isch ische isme ist iteit jes ken kens kje lei len lijk lijke \
    lijks ling linge lingen loos loze lozen maal malen manschap matig matige men met nen ner nes nis nissen pen \
    pje rijke rik schap schappen sel sels sen ste sters ten ter tie ting tje tjes tot ven ver waarts wege \
    willig willige willigen williger willigers willigheid zaam zalig zalige zame zen zinnig zinnige
    """)

  /// Endings that are words of their own before another one: `deeltijd`.
  static let modifyingEndings = words(
    """
    deel eind keer maal meer men tal uur
    """)

  /// Function words that are nouns at the end of another one: `nepnieuws`, `bankpas`.
  static let functionWordsAsHeads = words(
    """
    mijn nieuws pas
    """)

  /// Function words that modify nouns all the same: `tweestaten`, `meerkosten`.
  static let modifyingFunctionWords = words(
    """
    alle binnen buiten een mede meer na niet onder over rechts tegen tussen voor waar zelf
    """)
}
