"""The style sheets of the site: joined into one, so that a name in two of them is one thing."""

import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
"""What a window or paper changes may stand with the page that is printed."""
GROUP = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
SELECTORS = re.compile(r"([^{};]+)\{")
OWN = re.compile(r"\.(pm-[a-z0-9]+(?:-[a-z0-9]+)*)(?:__[a-z0-9-]+)?(?![\w-])(?!\.)")
"""A block or an element of one without a modifier: a modifier may stand with the page that needs it."""


def test_a_block_is_styled_by_one_topic_only() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "templates/site/assets/styles").glob("5*.css")):
        for rule in SELECTORS.findall(MEDIA.sub("", COMMENT.sub("", path.read_text(encoding="utf-8")))):
            for selector in GROUP.sub("()", rule).split(","):
                plain = re.sub(r"^\s*(?:\[dir\]\s*)?(?:\.md-typeset\s*)?", "", selector)
                if found := OWN.match(plain):
                    owners[found[1]].add(path.name)
    common = {"pm-table"}

    assert {name: sorted(paths) for name, paths in owners.items() if len(paths) > 1 and name not in common} == {}
