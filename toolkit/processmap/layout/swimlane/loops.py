"""Decides which edges go back, against the reading direction."""

from processmap.graph.cycles import back_arrows
from processmap.layout.swimlane.numbered import Link, Numbered


def backward_links(numbered: Numbered) -> frozenset[int]:
    """Returns the numbers of the edges drawn as going back; without them the flow has no cycle.

    What the author marked as rework and leads to an earlier step goes back; of the rest, what closes a cycle and goes
    back furthest in authored order.
    """
    flow = [link for link in numbered.links if link.is_flow]
    marked = [link for link in flow if link.edge.is_rework and link.head < link.tail]
    others = [link for link in flow if link not in marked]
    closing = back_arrows(len(numbered.nodes), [(link.tail, link.head) for link in others])
    loops = [link for link in numbered.links if _stays(link)]
    return frozenset(link.index for link in (*marked, *loops, *(others[number] for number in closing)))


def _stays(link: Link) -> bool:
    return not link.is_association and link.tail == link.head
