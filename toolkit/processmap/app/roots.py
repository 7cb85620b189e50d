"""Finds the map that a command is about."""

from pathlib import Path

from processmap.errors import CannotRunError

MAP_FILE = Path("processes") / "map.yaml"


def find_root(start: Path) -> Path:
    """Returns the folder that holds `processes/map.yaml`: the one given, or the nearest one above it.

    Raises:
        CannotRunError: if there is no such folder.
    """
    folder = start.resolve()
    if not folder.is_dir():
        raise CannotRunError(f"There is no folder {start}.")
    for candidate in (folder, *folder.parents):
        if (candidate / MAP_FILE).is_file():
            return candidate
    raise CannotRunError(
        f"No map here: neither {start} nor a folder above it has {MAP_FILE.as_posix()}. "
        "Go to the folder of your map, or make one with: processmap new DIR"
    )
