"""The arguments of a script, described by its documentation. Wrong usage ends with 64."""
import argparse
import os
import sys


class Parser(argparse.ArgumentParser):
    def __init__(self, documentation):
        super().__init__(description=documentation,
                         formatter_class=argparse.RawDescriptionHelpFormatter)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(64, f"{self.prog}: {message}\n")


def directory(path):
    """The type of an argument that is a directory."""
    if not os.path.isdir(path):
        raise argparse.ArgumentTypeError(f"{path} is not a directory")
    return path


def of_trials(documentation, what="trials", count=20, sets=300):
    """A parser with the options of all trials: how many, of how many sets, with which seed."""
    parser = Parser(documentation)
    for name, default, meaning in [(what, count, f"number of {what}"),
                                   ("sets", sets, "number of invented sets"),
                                   ("seed", 1, "seed of the random choices")]:
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N",
                            help=f"{meaning} (default: %(default)s)")
    return parser
