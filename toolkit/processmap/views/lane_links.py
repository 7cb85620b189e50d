"""Links to a flow that carry the role one comes from, so that its lane is highlighted on arrival."""

from dataclasses import replace

from processmap.views.pieces import Ref


def in_lane(ref: Ref, role: str) -> Ref:
    """Returns a link to a micro or to one of its steps with `?role=`; what leads nowhere stays as it is."""
    if not ref.href or not role or ref.href.startswith("#"):
        return ref
    page, sign, fragment = ref.href.partition("#")
    return replace(ref, href=f"{page}?role={role}{sign}{fragment}")
