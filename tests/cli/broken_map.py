"""Ways to break the small map that several tests of the command line share."""

from pathlib import Path

OWNER = "processes/vendas/MAC-VEN.yaml"
MICRO = "processes/vendas/MIC-VEN-020.yaml"


def break_owner(root: Path) -> None:
    """Makes the owner of a macro unknown: one dangling reference (PM106, an error)."""
    path = root / OWNER
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("owner:"))
    path.write_text(text.replace(line, "owner: ROL-NINGUEM"), encoding="utf-8")


def repeat_name(root: Path) -> None:
    """Gives a micro its name twice: a finding with a related place (PM003, an error)."""
    path = root / MICRO
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\nname: De novo\n", encoding="utf-8")


def mistype_key(root: Path) -> None:
    """Mistypes a key: a finding with a fix (PM101, an error)."""
    path = root / OWNER
    path.write_text(path.read_text(encoding="utf-8").replace("\nowner:", "\nownr:"), encoding="utf-8")


def add_unused_system(root: Path, comment: str = "") -> None:
    """Adds a system that nothing mentions (PM109, a warning)."""
    line = f"  - {{id: SYS-ERP, name: ERP, type: erp}}{comment}\n"
    (root / "processes/catalog/systems-erp.yaml").write_text(f"systems:\n{line}", encoding="utf-8")
