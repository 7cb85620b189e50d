"""Where a map stands in its repository: CI systems count paths from there."""

from pathlib import Path


def repository_top(root: Path) -> Path | None:
    """Returns the top folder of the git repository that holds a folder; None outside of one.

    A work tree of its own and a submodule have a file `.git` instead of a folder.
    """
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)


def path_in_repository(root: Path) -> str:
    """Returns the way from the top of the repository to a folder, with a slash at its end; nothing at the top."""
    top = repository_top(root)
    way = root.relative_to(top).as_posix() if top else "."
    return "" if way == "." else f"{way}/"
