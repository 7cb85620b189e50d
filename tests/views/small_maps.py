"""Small maps for the tests of views."""

from processmap.config import MapSettings
from processmap.graph import MapGraph
from processmap.i18n import Language, load_texts
from processmap.loading import from_text, load
from processmap.views.atlas import Atlas
from processmap.views.linking import Linker
from processmap.views.wording import Wording

ROLES = """roles:
  - {id: ROL-A-1, name: Seller, area: ARE-COM, level: operational}
  - {id: ROL-B-1, name: Lawyer, area: ARE-JUR, level: operational}
"""
AREAS = """areas:
  - {id: ARE-COM, name: Sales, commercial: true}
  - {id: ARE-JUR, name: Legal, commercial: false}
"""
MACRO = """kind: macro
id: {id}
name: {name}
class: {class_}
area: {area}
owner: ROL-A-1
order: {order}
purpose: Purpose.
"""
"""Made with `str.format`."""
MICRO_HEAD = """kind: micro
id: {id}
name: {name}
macro: {macro}
order: 10
owner: ROL-A-1
steps:
"""


BASE = (
    ("itos/roles.yaml", ROLES),
    ("processes/catalog/areas.yaml", AREAS),
    ("processes/a/MAC-A.yaml", MACRO.format(id="MAC-A", name="Sell", class_="core", area="ARE-COM", order=10)),
    ("processes/b/MAC-B.yaml", MACRO.format(id="MAC-B", name="Contract", class_="support", area="ARE-JUR", order=20)),
)


def linker_of(*files: tuple[str, str], page: str = "map/micro/MIC-A-010.md") -> Linker:
    """A linker over a map of a few files, as seen from a page."""
    loaded = load([from_text(path, text) for path, text in (*BASE, *files)])
    settings = MapSettings(client="C", title="T", language=Language.ENGLISH, areas=("ARE-COM", "ARE-JUR"))
    return Linker(Atlas(MapGraph(loaded), settings), Wording(load_texts("site", Language.ENGLISH)), page)


def micro(micro_id: str, steps: str, *, name: str = "Sell one", macro: str = "MAC-A") -> tuple[str, str]:
    """A file of a micro with these steps."""
    return f"processes/x/{micro_id}.yaml", MICRO_HEAD.format(id=micro_id, name=name, macro=macro) + steps
