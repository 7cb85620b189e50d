"""Long texts with a small Markdown: emphasis, code, lists, line breaks and links. Everything else in them is text.

HTML, images, headings, tables and links to anything but the web, mail and elements of the map stay as they were
written. Texts that are names never come here (docs/guide/long-texts.md).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from processmap.values.ids import ID
from processmap.views.pieces import (
    Bullets,
    Cell,
    Code,
    Inline,
    LineBreak,
    Paragraph,
    Prose,
    ProseBlock,
    Ref,
    Run,
    WebLink,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

LinkElement: TypeAlias = Callable[[str, str], Ref]
"""Makes a link from an id (`MIC-COM-020/T20`) and what the author calls it."""

_SIGNS = re.compile(r"[*_`\[\]\n\r]")
"""What a text must hold to be more than words."""
_ELEMENT = re.compile(rf"{ID}(?:[/.][A-Za-z][A-Za-z0-9_]*)?")
_WEB = re.compile(r"(?:https?://[^\s/?#@%\\]+(?:[/?#][^\s\\]*)?|mailto:[^\s\\]+)", re.IGNORECASE)
_HIDDEN_BY_BACKSLASH = "*_`[]"
_DEEPEST = 12
"""Lists within lists: what lies deeper shows as it was written."""


def prose(text: str | None, link: LinkElement) -> Cell:
    """Returns a long text as a cell: nothing for no text, plain words as they are, else a Prose."""
    words = (text or "").strip()
    if not words:
        return ()
    if not _SIGNS.search(words):
        return (words,)
    return (Prose(_parsed(words, link)),)


def plain(text: str | None) -> str:
    """Returns a long text in one line without its marks, for tooltips, cards, pictures and the search."""
    words = (text or "").strip()
    if not _SIGNS.search(words):
        return words
    return _words_of(_parsed(words, lambda _element, label: Ref("", label, None)))


def _words_of(blocks: Iterable[ProseBlock]) -> str:
    parts = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.append("".join(_words_of_piece(run.piece) for run in block.runs))
        else:
            parts.append(" · ".join(_words_of(item) for item in block.items))
    return " ".join(parts)


def _words_of_piece(piece: Inline) -> str:
    match piece:
        case str():
            return piece
        case LineBreak():
            return " "
        case Code():
            return piece.text
        case _:
            return piece.label


def _parsed(text: str, link: LinkElement) -> tuple[ProseBlock, ...]:
    parser = _parser()
    # A line on its own is never a list: `- 5%` and `2026. The year` are words.
    tokens = parser.parse(text) if "\n" in text or "\r" in text else parser.parseInline(text)
    if any(token.level >= _DEEPEST for token in tokens):
        return (Paragraph((Run(text),)),)
    return _blocks(iter(tokens), link)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False, "maxNesting": _DEEPEST + 2})
    parser.enable(["list", "emphasis", "backticks", "link", "newline"])
    parser.inline.ruler.before("emphasis", "processmap_signs", _sign_as_text)
    parser.validateLink = _may_be_linked  # type: ignore[method-assign,assignment]  # as documented
    return parser


def _may_be_linked(target: str) -> bool:
    return bool(_ELEMENT.fullmatch(target) or _WEB.fullmatch(target))


def _sign_as_text(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001  # the parser's own form
    """A sign behind a backslash is text, and so is the whole of an image; any other backslash stands."""
    here, following = state.src[state.pos], state.src[state.pos + 1 : state.pos + 2]
    if here == "\\" and following and following in _HIDDEN_BY_BACKSLASH:
        shown = following
    elif here == "!" and following == "[":
        shown = "!["
    else:
        return False
    if not silent:
        state.pending += shown
    state.pos += 2
    return True


def _blocks(tokens: Iterator["Token"], link: LinkElement) -> tuple[ProseBlock, ...]:
    """The blocks up to the end of the list item that the tokens stand in, or to the end."""
    found: list[ProseBlock] = []
    for token in tokens:
        if token.type == "inline":
            found.append(Paragraph(tuple(_joined(_runs(iter(token.children or ()), link)))))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            found.append(_list(token, tokens, link))
        elif token.type == "list_item_close":
            break
    return tuple(found)


def _list(opening: "Token", tokens: Iterator["Token"], link: LinkElement) -> Bullets:
    items = []
    for token in tokens:
        if token.type != "list_item_open":
            break
        items.append(_blocks(tokens, link))
    start = int(opening.attrGet("start") or 1) if opening.type == "ordered_list_open" else None
    return Bullets(tuple(items), start)


def _runs(tokens: Iterator["Token"], link: LinkElement) -> Iterator[Run]:
    strong = emphatic = 0
    for token in tokens:
        strong += token.nesting if token.tag == "strong" else 0
        emphatic += token.nesting if token.tag == "em" else 0
        piece = _piece(token, tokens, link)
        if piece:
            yield Run(piece, strong > 0, emphatic > 0)


def _piece(token: "Token", tokens: Iterator["Token"], link: LinkElement) -> Inline | None:
    match token.type:
        case "text":
            return token.content
        case "code_inline":
            return Code(token.content)
        case "softbreak" | "hardbreak":
            return LineBreak()
        case "link_open":
            return _link(token, tokens, link)
        case _:
            return None


def _link(opening: "Token", tokens: Iterator["Token"], link: LinkElement) -> Inline:
    target, title = str(opening.attrGet("href") or ""), str(opening.attrGet("title") or "")
    label = ""
    for token in tokens:
        if token.type == "link_close":
            break
        label += " " if token.type in ("softbreak", "hardbreak") else token.content
    if _ELEMENT.fullmatch(target):
        return link(target, label)
    return WebLink(label or target, target, title)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with neighbouring words of one look in one piece: the parser cuts them at signs that mean nothing."""
    waiting: Run | None = None
    for run in runs:
        if waiting and isinstance(waiting.piece, str) and isinstance(run.piece, str) and _alike(waiting, run):
            waiting = Run(waiting.piece + run.piece, run.is_strong, run.is_emphatic)
            continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting


def _alike(one: Run, other: Run) -> bool:
    return (one.is_strong, one.is_emphatic) == (other.is_strong, other.is_emphatic)
