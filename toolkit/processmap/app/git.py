"""What git knows about the files of a map: every version of each. Nothing is written, and nothing is fetched."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from processmap.loading import FOLDERS

_SECONDS = 60
_COMMIT = "\x01"
_FORMAT = f"{_COMMIT}%H{_COMMIT}%cI{_COMMIT}%s"
_SHORT = 8


class HistoryState(StrEnum):
    """Whether the past of a map can be read."""

    READ = "read"
    NO_GIT = "no_git"
    """There is no git, or the map is in no repository."""
    NO_COMMITS = "no_commits"
    SHALLOW = "shallow"
    """Only the newest commits are there, as CI systems fetch them unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the history of a map stands."""

    state: HistoryState
    commit: str = ""
    """Full hash of the commit that is checked out, where there is one."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file as one commit left it."""

    commit: str
    """Short hash."""
    date: date
    """Day of the commit."""
    blob: str
    """Hash of the content."""
    number: int = 0
    """Place of the commit in the history, oldest first."""
    subject: str = ""
    """First line of what was said of the commit."""


def head(root: Path) -> Head:
    """Returns where the history of a map stands; one call of git."""
    told = _run(root, "rev-parse", "--is-shallow-repository", "HEAD")
    if told is None:
        return Head(HistoryState.NO_GIT)
    lines = told.stdout.decode("ascii", "replace").split()
    if told.returncode != 0:
        return Head(HistoryState.NO_COMMITS if lines else HistoryState.NO_GIT)
    return Head(HistoryState.SHALLOW if lines[0] == "true" else HistoryState.READ, lines[-1])


def versions(root: Path) -> Mapping[str, Sequence[Version]]:
    """Returns the versions of the files of a map by their path today, oldest first; one call of git.

    A renamed file keeps its past where git sees the rename (at least half of the file stayed the same). What a merge
    alone changed is left out.
    """
    told = _run(
        root,
        *(
            "-c",
            "log.showSignature=false",
            "log",
            f"--format={_COMMIT}%H{_COMMIT}%cI{_COMMIT}%s",
            "--raw",
            "-z",
            "--no-abbrev",
        ),
        *("-M", "--relative", "--topo-order", "--reverse", "HEAD", "--", *FOLDERS),
    )
    if told is None or told.returncode != 0:
        return {}
    return _read_log(told.stdout.decode("utf-8", "surrogateescape"))


def _read_log(log: str) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    commit, subject, day, number = "", "", date.min, 0
    parts = iter(log.split("\0"))
    for part in parts:
        token = part.lstrip("\n")
        if token.startswith(_COMMIT):
            _, commit, stamp, subject = token.split(_COMMIT, 3)
            day = date.fromisoformat(stamp[:10])
            number += 1
        elif token.startswith(":"):
            *_, blob, change = token.split()
            path = next(parts)
            if change[0] in "RC":
                old, path = path, next(parts)
                found[path] = list(found.get(old, ()))
            if change[0] != "D":
                found.setdefault(path, []).append(Version(commit[:_SHORT], day, blob, number, subject))
    return found


class Blobs:
    """Reads contents out of a repository, one after the other, from one process of git."""

    def __init__(self, root: Path) -> None:
        """Starts nothing yet: the process begins with the first content that is asked for."""
        self._root = root
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Returns itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the process."""
        if self._process:
            self._process.communicate()

    def read(self, blob: str) -> bytes | None:
        """Returns a content by its hash; None if it is not there."""
        process = self._started()
        if process is None or process.stdin is None or process.stdout is None:
            return None
        process.stdin.write(f"{blob}\n".encode())
        process.stdin.flush()
        kind_and_size = process.stdout.readline().split()
        if len(kind_and_size) < 3:  # `<hash> missing`
            return None
        content = process.stdout.read(int(kind_and_size[2]) + 1)
        return content[:-1]

    def _started(self) -> "subprocess.Popen[bytes] | None":
        git = shutil.which("git")
        if self._process is None and git:
            self._process = subprocess.Popen(  # noqa: S603  # git from the PATH, nothing of the map in its arguments
                [git, "cat-file", "--batch"],
                cwd=self._root,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


def _run(root: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes] | None":
    git = shutil.which("git")
    if git is None:
        return None
    try:
        return subprocess.run(  # noqa: S603  # git from the PATH, nothing of the map in its arguments
            [git, *arguments], cwd=root, env=_environment(), capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def _environment() -> dict[str, str]:
    return {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
