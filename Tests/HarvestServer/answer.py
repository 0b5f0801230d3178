"""A request as the parts of the server see it, and the answer that goes back."""
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit


@dataclass
class Request:
    # The path with the query, as it was sent.
    target: str
    headers: dict
    # The address of this server, as the client wrote it.
    base: str

    def __post_init__(self):
        split = urlsplit(self.target)
        self.path = split.path
        self.values = {name: all[-1] for name, all in
                       parse_qs(split.query, keep_blank_values=True).items()}


@dataclass
class Answer:
    status: int = 200
    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    headers: dict = field(default_factory=dict)
    # What faults change about the sending: seconds before it, seconds spread over the body, how
    # many bytes are sent, the length that is declared, and what happens to the connection.
    wait: float = 0
    drip: float = 0
    sent: int | None = None
    declared: int | None = None
    is_chunked: bool = False
    # "", "close" after the answer, "silent" instead of it, "reset" instead of it.
    end: str = ""


def page(status, heading):
    """An error as a web server writes it."""
    return Answer(status, f"<html>\r\n<head><title>{status} {heading}</title></head>\r\n<body>\r\n"
                          f"<center><h1>{status} {heading}</h1></center>\r\n<hr><center>nginx"
                          "</center>\r\n</body>\r\n</html>\r\n".encode(), "text/html")


def http_date(seconds):
    return time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(seconds))
