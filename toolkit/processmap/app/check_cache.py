"""Remembers the result of a whole check, so that a map that has not changed is answered at once.

What a check says depends on the bytes of the map's files, on the day, on the commit that is checked out (PM707), and
on this version of the tool; the key is a hash of these. Deleting the cache changes nothing but the time. JSON, never
pickle: a cache must not run code.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from processmap import __version__
from processmap.app.checking import CheckResult
from processmap.app.files import write_atomically
from processmap.app.git import Head
from processmap.app.tool_digest import tool_digest
from processmap.errors import CannotRunError
from processmap.loading import SourceFile

FOLDER = Path(".cache") / "processmap"
_FILE = "check.json"


@dataclass(frozen=True, slots=True)
class CheckCache:
    """The last result of checking one map."""

    root: Path

    def key(self, files: Sequence[SourceFile], today: date, head: Head) -> str:
        """Returns the hash of everything that the result depends on."""
        digest = hashlib.sha256(f"{__version__} {tool_digest()} {today.isoformat()} {head}".encode())
        for file in files:
            digest.update(f"\0{file.path}\0{file.digest}\0{bool(file.problems)}".encode())
        return digest.hexdigest()

    def get(self, key: str) -> CheckResult | None:
        """Returns the result kept under a key; None if there is none, or none that can be read."""
        try:
            kept = json.loads((self.root / FOLDER / _FILE).read_text(encoding="utf-8"))
            if not isinstance(kept, dict) or kept.get("key") != key:
                return None
            return TypeAdapter(CheckResult).validate_python(kept["result"])
        except (OSError, ValueError, KeyError, ValidationError):
            return None

    def put(self, key: str, result: CheckResult) -> None:
        """Keeps a result; where nothing can be written, it is not kept."""
        document = {"key": key, "result": TypeAdapter(CheckResult).dump_python(result, mode="json")}
        try:
            write_atomically(self.root / FOLDER / _FILE, json.dumps(document, ensure_ascii=False))
        except CannotRunError:
            return
