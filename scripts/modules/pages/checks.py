"""What is checked: a sentence, and whether it is true."""
import traceback


class Checks:
    """Prints each check as it is made, and counts."""

    def __init__(self):
        self.passed = self.failed = 0

    def about(self, title):
        print(f"# {title}", flush=True)

    def that(self, sentence, is_true, found=None):
        """Checks that a sentence is true; if it is not, `found` says what was seen."""
        self.passed += bool(is_true)
        self.failed += not is_true
        seen = "" if is_true or found is None else f" (found: {found!r:.1500})"
        print(f"{'ok' if is_true else 'not ok'}  {sentence}{seen}", flush=True)

    def equal(self, sentence, found, expected):
        self.that(sentence, found == expected, f"{found!r}, not {expected!r}")

    def none(self, sentence, faults):
        """Checks that a list of faults is empty."""
        self.that(sentence, not faults, faults)

    def attempt(self, test, *arguments):
        """Runs a test. If it cannot go on, that is a failed check and the next test can run."""
        try:
            test(*arguments)
        except Exception as error:  # Whatever it is, the other tests have something to say.
            place = traceback.extract_tb(error.__traceback__)[-1]
            own = [frame for frame in traceback.extract_tb(error.__traceback__)
                   if "/pages/" in frame.filename]
            place = own[1] if len(own) > 1 else place
            self.that(f"{test.__name__.replace('_', ' ')} goes on to its end", False,
                      f"{type(error).__name__} at line {place.lineno}: {error}")
