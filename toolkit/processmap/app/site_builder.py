"""MkDocs at work in a process of its own; `processmap.docsite.worker` is the other end.

It is started before its work is there: while the pages are written it loads what mkdocs.yml names. When this process
ends, however it ends, the other one ends with it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from processmap.errors import CannotRunError

PAGES_ARE_BUILT = "PROCESSMAP_PAGES_ARE_BUILT"
"""Set for a MkDocs that we start: its plugin need not write the pages again."""

_LINES_OF_TROUBLE = 12

Report = Callable[[int, int], None]
"""Called with how much is done, and how much there is to do."""


def _silent(_done: int, _total: int) -> None:
    """The report of those who do not look."""


class SiteBuilder:
    """Builds the pages of one map."""

    def __init__(self, root: Path, today: date) -> None:
        """Starts MkDocs in the folder of the map; what it dates, it dates at the first moment of a day, in UTC."""
        moment = datetime(today.year, today.month, today.day, tzinfo=UTC)
        self._process = subprocess.Popen(  # our own interpreter, arguments of our own
            [sys.executable, "-m", "processmap.docsite.worker"],
            cwd=root,
            env={
                **os.environ,
                "NO_MKDOCS_2_WARNING": "1",
                PAGES_ARE_BUILT: "1",
                "PYTHONUTF8": "1",
                "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl+C is for us; we end it
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        """Returns itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends MkDocs."""
        self._process.kill()
        self._process.communicate()

    def build_all(self, site: Path, report: Report = _silent) -> tuple[str, ...]:
        """Builds the whole site into a folder, which is emptied first, and returns what MkDocs warns of.

        Raises:
            CannotRunError: if MkDocs fails.
        """
        return self._told({"site": str(site)}, report)

    def build_again(self, paths: Sequence[str]) -> tuple[str, ...]:
        """Builds some pages of the site again, by their paths below docs/, in the navigation that it has.

        Raises:
            CannotRunError: if MkDocs fails, for instance because a page was not there when the site was built.
        """
        return self._told({"pages": list(paths)}, _silent)

    def _told(self, task: dict[str, Any], report: Report) -> tuple[str, ...]:
        answer: dict[str, Any] = {}
        try:
            self._write(task)
            while "built" not in answer:
                answer = self._answer()
                if "done" in answer:
                    report(answer["done"], answer["of"])
        except (OSError, ValueError) as error:
            raise CannotRunError("MkDocs ended while it built the site; its own message stands above.") from error
        return tuple(answer["warnings"])

    def _write(self, task: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        if "failed" in answer:
            lines = "\n".join((*answer["warnings"], answer["failed"])).strip().splitlines()
            raise CannotRunError("MkDocs could not build the site:\n" + "\n".join(lines[-_LINES_OF_TROUBLE:]))
        return answer
