"""Queries that are expensive."""


def lines(scale=1):
    """Each query on a line; some are as long as a command may be given."""
    def many(count):
        return max(1, int(count * scale))
    compounds = ["kinderopvangtoeslag", "jeugdzorgaanbieders", "arbeidsmarktbeleid",
                 "zorgverzekeringswet", "onderwijswetgeving"]
    return [
        "a" + "\u0f71\u0f72" * many(20_000),
        "a" + "\u0f72" * many(10_000) + "\u0f71" * many(10_000),
        "a\u0301\u0323 " * many(10_000),
        " ".join(compounds * 6),
        " ".join(compounds * many(40)),
        "(" * many(50_000) + "a" + ")" * many(50_000),
        "(" * many(100_000),
        "-" * many(100_000) + "a",
        '"' * many(100_000),
        '"' + "woord " * many(10_000) + '"',
        " OR ".join(["woord"] * many(10_000)),
        " OF ".join(f"woord{k}" for k in range(many(5_000))),
        " ".join(f"woord{k}" for k in range(many(10_000))),
        "*" * many(100_000),
        "a* " * many(10_000),
        "* " * many(10_000),
        "titel:" * many(10_000),
        "datum:2023..2024 " * many(5_000),
        "a-" * many(50_000),
        "a'" * many(50_000),
        "a" * many(120_000),
        "7" * many(120_000),
        "1.234" * many(20_000),
        "wet- en " * many(10_000),
        "\u202e" * many(30_000),
        "\U0001f1f3\U0001f1f1" * many(10_000),
        "ah-tk-20232024-705 " * many(5_000),
        "+" * many(50_000) + " a",
        "~" * many(50_000),
        "[" * many(50_000) + "]" * many(50_000),
    ]
