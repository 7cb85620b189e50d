"""Lets Markdown pass over the blocks of HTML that our pages are made of.

Python-Markdown reads each block of raw HTML with a parser written in Python, twice, only to put it back as it was; of
the time that MkDocs takes for a page of ours that is half. An element that is whole (it begins after a blank line, it
closes what it opens before the next one, however many blank lines are in it, and it asks for no Markdown in it) can be
set aside as it is: the page is the same but for blank lines. What is not plainly whole takes the usual way, and without
this extension everything does.
"""

import re
from collections.abc import Iterator, Sequence

from markdown import Markdown  # type: ignore[import-untyped]  # Markdown ships no types
from markdown.extensions import Extension  # type: ignore[import-untyped]  # as above
from markdown.preprocessors import Preprocessor  # type: ignore[import-untyped]  # as above

_BETWEEN_BLANK_LINES = re.compile(r"\n[ \t]*\n+")
_OURS = re.compile(r'<(?:div|p|section|dl|ol|ul|nav|table|figure|aside|details)\b[^<>]*\bclass="pm-')
_OPENED = re.compile(r"<[a-zA-Z]")
_NEVER_CLOSED = re.compile(r"<(?:area|br|col|hr|img|input|link|meta|source|wbr)\b[^<>]*(?<!/)>")
_PLAIN_REMARK = re.compile(r"<!--[a-z-]*-->")
_ASKS_FOR_MARKDOWN = re.compile(r"\smarkdown(?:=|[\s>])")
_AFTER_FENCES = 22
"""Below fenced code (25), above what MkDocs (21) and Markdown (20) do with raw HTML."""


_ID = re.compile(r'\sid="([^"]+)"')


class WholeBlocks(Extension):  # type: ignore[misc]  # as above
    """The extension; the plugin adds it to those that mkdocs.yml names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Python-Markdown's
        """Puts the preprocessor in its place."""
        md.preprocessors.register(_SetAside(md), "processmap_whole_blocks", _AFTER_FENCES)


class _SetAside(Preprocessor):  # type: ignore[misc]  # as above
    def run(self, lines: list[str]) -> list[str]:
        blocks = _BETWEEN_BLANK_LINES.split("\n".join(lines))
        return "\n\n".join(self._set_aside(block) for block in whole_elements(blocks)).split("\n")

    def _set_aside(self, block: str) -> str:
        return str(self.md.htmlStash.store(block.strip("\n"))) if is_whole(block) else block


def whole_elements(blocks: Sequence[str]) -> Iterator[str]:
    """Joins the blocks between blank lines that make one element of ours; all others stay as they are."""
    at = 0
    while at < len(blocks):
        end = _end_of_element(blocks, at)
        yield "\n\n".join(blocks[at:end])
        at = end


def _end_of_element(blocks: Sequence[str], at: int) -> int:
    """The index after the last block of the element that begins with a block; the next one where none is whole."""
    if not _OURS.match(blocks[at]):
        return at + 1
    open_ones = 0
    for end in range(at, len(blocks)):
        open_ones += _left_open(blocks[end])
        if open_ones <= 0:
            return end + 1 if is_whole("\n\n".join(blocks[at : end + 1])) else at + 1
    return at + 1


def is_whole(block: str) -> bool:
    """Whether a text is HTML of ours that closes all it opens and has no Markdown in it."""
    if not _OURS.match(block) or not block.rstrip().endswith(">") or _ASKS_FOR_MARKDOWN.search(block):
        return False
    return _left_open(block) == 0 and "<!--" not in _PLAIN_REMARK.sub("", block)


def _left_open(block: str) -> int:
    opened = len(_OPENED.findall(block)) - block.count("/>") - len(_NEVER_CLOSED.findall(block))
    return opened - block.count("</")


def ids_of(html: str) -> set[str]:
    """Returns the ids of the elements of a page."""
    return set(_ID.findall(html))
