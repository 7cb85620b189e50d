"""Where templates are: those of the project, and those that come with processmap."""

from pathlib import Path

from processmap.errors import CannotRunError

_ASSETS = "site/assets"


def shipped_templates() -> Path:
    """Returns the folder of the shipped templates: in the installed package, else in this repository."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "_templates", package.parent.parent / "templates"):
        if (candidate / "site").is_dir():
            return candidate
    raise CannotRunError("This installation of processmap has no templates. Install it again.")


def project_templates(root: Path) -> Path | None:
    """Returns the project's own templates, or None when it has none."""
    own = root / "templates"
    return own if (own / "site").is_dir() and own.resolve() != shipped_templates().resolve() else None


def templates_state(*folders: Path | None) -> tuple[tuple[str, int, int], ...]:
    """Returns path, time of change and size of each template, to tell whether one has changed."""
    paths = sorted(path for folder in folders if folder for path in (folder / "site").rglob("*.jinja"))
    return tuple((str(path), (about := path.stat()).st_mtime_ns, about.st_size) for path in paths)


def site_assets(shipped: Path, project: Path | None) -> dict[str, str]:
    """Returns what stands under map/assets by name: one style sheet, one script, and what stands for itself.

    The parts of the style sheet and of the script are joined in the order of their names. A part or picture of the
    project replaces the shipped one of the same name.
    """
    joined = {name: "\n".join(_parts(shipped, project, folder).values()) for name, folder in _JOINED.items()}
    single = {**_parts(shipped, project, "*.svg"), **_parts(shipped, project, "*.js")}
    return dict(sorted({**joined, **single}.items()))


_JOINED = {"processmap.css": "styles/*.css", "processmap.js": "scripts/*.js"}


def _parts(shipped: Path, project: Path | None, pattern: str) -> dict[str, str]:
    folders = (folder for folder in (shipped, project) if folder)
    found = {path.name: path for folder in folders for path in (folder / _ASSETS).glob(pattern)}
    return {name: found[name].read_text(encoding="utf-8") for name in sorted(found)}
