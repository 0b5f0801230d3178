"""Files on disk."""
import os


def below(directory):
    """The paths of all files below a directory, sorted."""
    return sorted(os.path.join(at, name) for at, _, names in os.walk(directory) for name in names)


def size(path):
    """The bytes of a file, or of all files below a directory."""
    return sum(map(os.path.getsize, below(path))) if os.path.isdir(path) else os.path.getsize(path)
