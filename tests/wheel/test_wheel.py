"""The wheel: it holds what is declared, and works where the repository is not."""

import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-23"

# Where the files of the repository go; pyproject.toml says the same to hatchling.
SHIPPED = {
    "toolkit/processmap": "processmap",
    "templates/site": "processmap/_templates/site",
    "templates/scaffold": "processmap/_templates/scaffold",
    "docs/rules": "processmap/_rules",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # Without isolation: the hatchling of constraints.txt is in this environment already.
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT), cwd=folder)
    [built] = folder.glob("*.whl")
    return built


def run(*command: str, cwd: Path, fails: int = 0, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Runs a command that knows nothing of the repository."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        list(command),
        cwd=cwd,
        env={**clean, "NO_COLOR": "1", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == fails, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done


def declared() -> Iterator[str]:
    for source, target in SHIPPED.items():
        for path in (ROOT / source).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield f"{target}/{path.relative_to(ROOT / source).as_posix()}"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_holds_what_is_declared_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        found = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert found == set(declared())
    assert "processmap/_rules/PM106.md" in found
    assert "processmap/_templates/scaffold/shared/.gitignore" in found
    assert "processmap/_templates/site/base.md.jinja" in found
    assert "processmap/i18n/texts/findings.pt_BR.toml" in found


def test_the_wheel_names_its_command_its_plugin_and_its_licence(wheel):
    with zipfile.ZipFile(wheel) as archive:
        about = {name.partition(".dist-info/")[2]: name for name in archive.namelist() if ".dist-info/" in name}
        entry_points = archive.read(about["entry_points.txt"]).decode()

    assert "processmap = processmap.cli.main:main" in entry_points
    assert "processmap = processmap.docsite.plugin:ProcessmapPlugin" in entry_points
    assert "licenses/LICENSE" in about


def test_a_map_can_be_made_checked_and_built_with_nothing_but_the_wheel(wheel, tmp_path):
    programs = install(wheel, tmp_path / "venv")
    processmap, demo = str(programs / "processmap"), tmp_path / "demo"

    run(processmap, "new", "demo", "--language", "en", "--today", TODAY, cwd=tmp_path)
    checked = run(processmap, "check", "--strict", "--today", TODAY, cwd=demo)
    assert checked.stdout == ""
    assert checked.stderr.startswith("The map is clean")

    run(processmap, "build", "--strict", "--today", TODAY, cwd=demo)
    pages, site = files(demo / "docs"), files(demo / "site")
    assert "index.html" in site
    assert "map/micro/MIC-ORD-010.html" in site
    run(str(programs / "mkdocs"), "build", "--strict", "--site-dir", str(tmp_path / "again"), cwd=demo)
    assert files(demo / "docs") == pages
    assert sorted(files(tmp_path / "again")) == sorted(site)

    assert run(processmap, "explain", "PM106", cwd=tmp_path).stdout.startswith("# PM106")
    in_portuguese = run(processmap, "explain", "pm106", "--language", "pt-BR", cwd=tmp_path).stdout
    assert "## O que encontra" in in_portuguese

    schemas = run(processmap, "schema", "--output", "schemas", cwd=tmp_path).stdout.split()
    assert "schemas/micro.schema.json" in schemas
    assert all((tmp_path / name).is_file() for name in schemas)

    run(processmap, "new", "mapa", "--today", TODAY, cwd=tmp_path, LC_ALL="pt_BR.UTF-8")
    broken = tmp_path / "mapa/processes/pedidos/MAC-PED-atender-pedidos-de-atacado.yaml"
    broken.write_text(
        broken.read_text("utf-8").replace("owner: ROL-GER-PED", "owner: ROL-GER-PEDIDO"), encoding="utf-8"
    )
    found = run(processmap, "check", "--format", "concise", "--today", TODAY, cwd=tmp_path / "mapa", fails=1)
    assert found.stdout.startswith("processes/pedidos/MAC-PED-atender-pedidos-de-atacado.yaml:7:8: erro PM106 ")
    assert found.stderr.startswith("1 erro")


def install(wheel: Path, folder: Path) -> Path:
    """Installs the wheel in a virtual environment of its own and returns the folder of its programs."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = (str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--constraint", str(ROOT / "constraints.txt"), str(wheel), cwd=folder)
    return programs
