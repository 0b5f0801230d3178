/// The Dutch function words: words that nearly every passage has and that say nothing about what it is about. In a
/// query they count only where it has no other word, or between quotes.
public enum Stopwords {
  /// The function words, in lower case without diacritics.
  public static let words: Set<String> = Set(
    """
    aan af al alle alles als altijd andere ben bent bij bijna binnen d daar daarbij daardoor daarmee daarna daarom \
    daarvan daarvoor dan dat de deden deed der des deze die dit doe doen doet door dus echter een eens elk elke en er \
    eraan erbij erin ermee eronder erop ertoe eruit ervan ervoor geen had hadden haar hare heb hebben hebt heeft hem \
    hen het hier hierbij hierdoor hiermee hieronder hierover hiervan hiervoor hij hoe hun i iets ik in indien is ja je \
    jij jou jouw jullie kan kon konden kunnen kunt ma mag me mede meer men met mij mijn mocht mochten moest moesten \
    moet moeten mogen na naar nadat nee niet nog nu of om omdat ons onze ook op over reeds s sinds sommige t te \
    tegen ten ter terwijl thans toch toe toen tot tussen u uit uw van vanaf vanuit veel verder via vol voor vooral \
    voordat waar waarbij waardoor waarin waarmee waarna waarom waaronder waarop waartoe waaruit waarvan waarvoor want \
    waren was wat we wel welk welke werd werden wie wij wil wilde willen wilt worden wordt zal ze zeer zelf zich zij \
    zijn zo zo'n zoals zonder zou zouden zowel zulke zullen zult 's 't
    """.split(separator: " ").map(String.init))
}
