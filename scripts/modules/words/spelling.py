"""What a word is: a run of letters, without case and accents."""
import re
import unicodedata

MONTHS = ("januari februari maart april mei juni juli augustus september oktober november "
          "december").split()


def fold(text):
    """A text without case, accents and ligatures; without the loose accents of old files too."""
    text = unicodedata.normalize("NFKD", re.sub(r"[¨ˆ`˜´¸]", "", text))
    text = re.sub(r"[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]", "", text).lower()
    return text.replace("ı", "i").replace("ĳ", "ij").replace("ß", "ss")


def words(text):
    """The words of a text, and case numbers; the letters of an abbreviation are one word."""
    text = re.sub(r"\b[^\W\d_](?:\. ?[^\W\d_]\b)+", lambda match: re.sub("[. ]", "", match.group()),
                  fold(text))
    return re.findall(r"\d{4}z\d{3,6}|[^\W\d_]+", text)
