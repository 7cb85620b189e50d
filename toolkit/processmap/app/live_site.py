"""Shows a site on this machine while it is written: a folder over HTTP, and in each page a bar that says how it stands.

The bar and the script behind it are put into pages on their way to the browser. They stand in no file, so that they are
never shipped. The script asks under `/_processmap/state` and is answered as soon as there is news.
"""

import json
import posixpath
import threading
import time
from collections.abc import Collection
from dataclasses import asdict, dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from processmap.errors import CannotRunError

Tone = Literal["good", "warn", "bad", "busy"]

_OWN = "/_processmap/"
_SECONDS_TO_WAIT = 20.0
_TYPES = {".js": "text/javascript", ".css": "text/css"}


@dataclass(frozen=True, slots=True)
class Bar:
    """What the bar at the foot of each page says."""

    tone: Tone
    text: str
    detail: str = ""
    """More, where there is more to say; several lines."""
    link: str = ""
    """The page to look at, from the root of the site."""


class LiveSite:
    """The state of a site that people look at while it changes. Any thread may ask or tell."""

    def __init__(self, extras: Path) -> None:
        """Nothing is there to be shown yet.

        Args:
            extras: the folder with `live.js` and `live.css`.
        """
        self.extras = extras
        self.folder: Path | None = None
        """What is shown; None as long as nothing was built."""
        self.bar = Bar("busy", "")
        self._news = threading.Condition()
        self._number = 0
        self._all = 0
        self._pages: dict[str, int] = {}
        self._watched: dict[str, float] = {}

    @property
    def watched(self) -> frozenset[str]:
        """The pages that somebody has open, by their paths in the folder."""
        since = time.monotonic() - 2 * _SECONDS_TO_WAIT
        with self._news:
            return frozenset(page for page, last in self._watched.items() if last > since)

    def tell(self, bar: Bar) -> None:
        """Changes what the bar says."""
        with self._news:
            self.bar = bar
            self._announce()

    def show_all(self, folder: Path) -> None:
        """Shows another folder: every page is new."""
        with self._news:
            self.folder = folder
            self._announce()
            self._all = self._number

    def show_pages(self, pages: Collection[str]) -> None:
        """Tells that some pages of the folder are new, by their paths in it (`map/index.html`)."""
        with self._news:
            self._announce()
            self._pages.update(dict.fromkeys(pages, self._number))

    def state(self, seen: int = -1, page: str = "") -> dict[str, Any]:
        """Returns how the site stands, at the latest after some seconds, else as soon as there is news since `seen`.

        Args:
            seen: the number of the last state that who asks has seen.
            page: the page that they look at.
        """
        with self._news:
            self._watched[page] = time.monotonic()
            self._news.wait_for(lambda: self._number > seen, _SECONDS_TO_WAIT)
            return {"number": self._number, "all": self._all, "pages": dict(self._pages), "bar": asdict(self.bar)}

    def _announce(self) -> None:
        self._number += 1
        self._news.notify_all()


class LiveServer(ThreadingHTTPServer):
    """Serves a live site on one address of this machine, from a thread of its own, while the `with` block runs."""

    daemon_threads = True

    def __init__(self, port: int, site: LiveSite) -> None:
        """Takes the port.

        Raises:
            CannotRunError: if somebody else has it.
        """
        self.site = site
        try:
            super().__init__(("127.0.0.1", port), _Handler)
        except OSError as error:
            raise CannotRunError(
                f"Port {port} cannot be had: {error.strerror}. Give another one: processmap serve --port {port + 1}"
            ) from error
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def __exit__(self, *_: object) -> None:
        """Stops."""
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away is no error."""


class _Handler(SimpleHTTPRequestHandler):
    server: LiveServer

    def do_GET(self) -> None:
        """Answers with the state, with a file of our own, with a page and the bar in it, or with any other file."""
        parts = urlsplit(self.path)
        site = self.server.site
        if parts.path == f"{_OWN}state":
            asked = parse_qs(parts.query)
            seen, page = (asked.get(name, [""])[0] for name in ("seen", "page"))
            state = site.state(int(seen) if seen.isdecimal() else -1, page)
            self._send(json.dumps(state, ensure_ascii=False), "application/json")
        elif parts.path.startswith(_OWN):
            self._send_extra(site.extras / posixpath.basename(parts.path))
        else:
            self._send_from_site(site)

    def translate_path(self, path: str) -> str:
        """The file that is asked for, in the folder that is shown now."""
        self.directory = str(self.server.site.folder)
        return super().translate_path(path)

    def end_headers(self) -> None:
        """Nothing is kept by the browser: it changes all the time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the library's
        """Requests are not worth a line."""

    def _send_from_site(self, site: LiveSite) -> None:
        if site.folder is None:
            self._send_page("<!doctype html><title>…</title><body>", HTTPStatus.SERVICE_UNAVAILABLE)
            return
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            missing = site.folder / "404.html"
            self._send_page(missing.read_text(encoding="utf-8") if missing.is_file() else "", HTTPStatus.NOT_FOUND)
        elif path.suffix == ".html":
            self._send_page(path.read_text(encoding="utf-8"))
        else:
            super().do_GET()

    def _send_page(self, html: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        number = self.server.site.state()["number"]
        extras = (
            f'<link rel="stylesheet" href="{_OWN}live.css">'
            f'<script src="{_OWN}live.js" data-seen="{number}" defer></script>'
        )
        before, end, after = html.rpartition("</body>")
        self._send(f"{before}{extras}{end}{after}" if end else html + extras, "text/html", status)

    def _send_extra(self, path: Path) -> None:
        if path.suffix in _TYPES and path.is_file():
            self._send(path.read_text(encoding="utf-8"), _TYPES[path.suffix])
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
