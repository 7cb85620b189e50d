"""The decision records: every one in the list, no number twice."""

import re
from pathlib import Path

ADR = Path(__file__).parents[2] / "docs" / "adr"


def test_the_list_of_decisions_holds_every_record_once_and_in_order():
    records = sorted(path.name for path in ADR.glob("[0-9]*.md"))

    listed = re.findall(r"^\| \[(\d{4})\]\((.+?)\)", (ADR / "index.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert [name for _, name in listed] == records
    assert [number for number, _ in listed] == sorted({name[:4] for name in records})
    for name in records:
        assert (ADR / name).read_text(encoding="utf-8").startswith(f"# {name[:4]} · ")
