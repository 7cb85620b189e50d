"""What the README shows is what happens."""

import re
from pathlib import Path

from click import Context

from processmap.cli.main import LazyGroup, main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_ten_minutes_go_as_the_readme_says(processmap, tmp_path):
    clean, broken = re.findall(r"^```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    processmap("new", "my-map", "--language", "en", cwd=tmp_path)
    micro = tmp_path / "my-map/processes/orders/MIC-ORD-010-fulfil-an-order.yaml"
    assert processmap("check", cwd=tmp_path / "my-map").stderr == clean

    micro.write_text(micro.read_text(encoding="utf-8").replace("MIC-ORD-020 ", "MIC-ORD-021 "), encoding="utf-8")
    done = processmap("check", cwd=tmp_path / "my-map")

    assert (done.returncode, done.stdout) == (1, broken)


def test_the_readme_lists_the_commands_in_their_order():
    listed = re.findall(r"^\| `processmap (\w+)", README, re.MULTILINE)

    assert isinstance(main, LazyGroup)
    assert listed == main.list_commands(Context(main))


def without_code(text: str) -> str:
    """A page without its examples: they show how links are written, and are none."""
    return re.sub(r"```.*?```|`[^`\n]+`", "", text, flags=re.DOTALL)


def test_every_link_of_the_readme_and_the_guide_leads_somewhere():
    pages = [ROOT / "README.md", *(ROOT / "docs/guide").glob("*.md")]
    awaited = {"docs/assets/home.png"}

    links = [
        (page, target)
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", without_code(page.read_text(encoding="utf-8")))
        if not target.startswith("http") and target not in awaited
    ]

    assert [f"{page.name}: {target}" for page, target in links if not (page.parent / target).exists()] == []
