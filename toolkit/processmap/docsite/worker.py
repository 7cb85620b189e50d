"""MkDocs in a process of its own, which is told what to build: `python -m processmap.docsite.worker`.

It stands in the folder of the map, reads JSON lines on stdin and answers with JSON lines on stdout:

    {"site": "/some/folder"}           build the whole site into this folder, which is emptied first
    {"pages": ["A.md", "map/B.md"]}    build these again, into the site that was built last; what is no page is copied

    {"done": 3, "of": 280}             so far has the work come
    {"built": true, "warnings": […]}   it is done
    {"failed": "…", "warnings": […]}   it could not be done

The end of stdin ends the process at once, also in the middle of its work: whoever started it is gone then, and nobody
waits for the site.
"""

import json
import logging
import os
import queue
import sys
import threading
from contextlib import suppress
from typing import Any, TextIO

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from processmap.docsite.observer import Observer


class _Warnings(logging.Handler):
    """Collects what MkDocs and its plugins warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.levelname.capitalize()}: {record.getMessage()}")


class _Worker:
    def __init__(self, answers: TextIO) -> None:
        self._answers = answers
        self._observer = Observer(lambda done, of: self._answer(done=done, of=of))
        self._warnings = _Warnings()
        self._config: MkDocsConfig | None = None
        logging.getLogger("mkdocs").addHandler(self._warnings)

    def prepare(self) -> None:
        """Reads mkdocs.yml and loads what it names, which takes a while; trouble is told with the first task."""
        with suppress(MkDocsException):
            self._config = self._read_config()
        self._warnings.texts.clear()

    def work(self, task: str) -> None:
        """Does one task and answers."""
        order = json.loads(task)
        try:
            if "site" in order:
                self._build_all(order["site"])
            else:
                self._observer.build_again(order["pages"])
        except Exception as error:  # noqa: BLE001  # whatever a plugin or a template raises is an answer as well
            reason = "" if isinstance(error, Abort) else str(error) or type(error).__name__
            self._answer(failed=reason, warnings=self._warnings.texts)
        else:
            self._answer(built=True, warnings=self._warnings.texts)
        self._warnings.texts.clear()

    def _build_all(self, site: str) -> None:
        # What MkDocs does to a configuration while it builds cannot be undone: each build reads its own.
        config, self._config = self._config or self._read_config(), None
        config.site_dir = site
        build(config)

    def _read_config(self) -> MkDocsConfig:
        config = load_config()
        config.plugins["processmap/observer"] = self._observer
        config.plugins.on_startup(command="build", dirty=False)
        return config

    def _answer(self, **content: Any) -> None:
        self._answers.write(json.dumps(content) + "\n")
        self._answers.flush()


def main() -> None:
    """Works until stdin ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    sys.stdout = sys.stderr  # what plugins print is no answer
    tasks: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(tasks,), daemon=True).start()
    worker = _Worker(answers)
    worker.prepare()
    while True:
        worker.work(tasks.get())


def _read(tasks: "queue.SimpleQueue[str]") -> None:
    for line in sys.stdin:
        tasks.put(line)
    os._exit(0)


if __name__ == "__main__":
    main()
