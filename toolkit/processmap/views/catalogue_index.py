"""The index of catalogues, in groups, with how many entries each holds."""

from dataclasses import replace

from processmap.views.addresses import Address
from processmap.views.catalogues.contents import CATALOGUE_GROUPS, CATALOGUE_SOURCES, GLOSSARY_NAME
from processmap.views.index_page import IndexPage, index_header
from processmap.views.linking import Linker
from processmap.views.pieces import Card, Section


def catalogue_index(linker: Linker) -> IndexPage:
    """Makes the index of catalogues."""
    words = linker.wording
    groups = tuple(
        Section(group, words(f"catalogue_group.{group}"), cards=tuple(_card(linker, name) for name in names))
        for group, names in CATALOGUE_GROUPS.items()
    )
    return IndexPage(index_header(linker, "catalogues"), groups, "")


def _card(linker: Linker, name: str) -> Card:
    words = linker.wording
    ref = replace(linker.to(Address(f"map/catalogue/{name}.md"), words(f"catalogue.{name}.title")), kind=name)
    count = _count(linker, name)
    meta = words.counted("entries", count) if count else words("empty.none_yet")
    return Card(ref, words(f"catalogue.{name}.lead"), (), (meta,), "neutral" if count else "muted")


def _count(linker: Linker, name: str) -> int:
    if name == GLOSSARY_NAME:
        return len(linker.atlas.glossary)
    return sum(len(linker.atlas.all(model)) for model in CATALOGUE_SOURCES[name].models)
