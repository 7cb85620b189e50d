"""Builds a copy of the sample map; shared by the tests of the site and of the browser."""

import os
import shutil
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from processmap.app.building import PagesReport, build_pages
from processmap.app.opening import open_map

SAMPLE = Path(__file__).parent / "sample_map"
TOOLKIT = Path(__file__).parents[2] / "toolkit"
TODAY = date(2026, 11, 24)


def copy_sample(folder: Path) -> Path:
    """Returns a fresh copy of the sample map."""
    return Path(shutil.copytree(SAMPLE, folder))


def write_pages(root: Path) -> PagesReport:
    """Writes the pages of a map in this process."""
    opened = open_map(root, use_cache=False)
    return build_pages(opened, opened.check(today=TODAY))


def run_python(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs Python in a map with processmap and its plugin installed, whether or not they are in this environment."""
    plugin = root / ".plugin" / "processmap-0.dist-info"
    plugin.mkdir(parents=True, exist_ok=True)
    (plugin / "METADATA").write_text("Metadata-Version: 2.1\nName: processmap\nVersion: 0\n", encoding="utf-8")
    (plugin / "entry_points.txt").write_text(
        "[mkdocs.plugins]\nprocessmap = processmap.docsite.plugin:ProcessmapPlugin\n", encoding="utf-8"
    )
    path = os.pathsep.join([str(plugin.parent), str(TOOLKIT)])
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


class Page(HTMLParser):
    """The links, the fragments and the text of a built page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collects ids and links."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in ("href", "xlink:href", "src") and value is not None:
                self.links.append(value)

    def handle_data(self, data: str) -> None:
        """Collects the text."""
        self.words.append(data)

    def has(self, fragment: str) -> bool:
        """Whether a link to this fragment lands somewhere."""
        return fragment in ("", "__skip") or fragment in self.ids

    @property
    def text(self) -> str:
        """The text with single spaces."""
        return " ".join(" ".join(self.words).split())
