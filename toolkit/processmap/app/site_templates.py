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


def site_assets(shipped: Path, project: Path | None) -> dict[str, str]:
    """Returns the style sheets and scripts by their name; the project's replace shipped ones of the same name."""
    assets: dict[str, str] = {}
    for folder in filter(None, (shipped, project)):
        for path in sorted((folder / _ASSETS).glob("*.*")):
            if path.suffix in (".css", ".js", ".svg"):
                assets[path.name] = path.read_text(encoding="utf-8")
    return dict(sorted(assets.items()))
