"""Wide drawings in strips."""

from itertools import pairwise

from tests.layout.flows import F1, F3
from tests.layout.test_shapes import diagram, task

from processmap.layout.folding import CHIP_ROOM, FoldedDiagram, fold
from processmap.layout.swimlane import place

PAGE = 1500


def folded_f3() -> FoldedDiagram:
    return fold(place(F3, compact=True), PAGE)


def test_narrow_drawing_stays_whole() -> None:
    placed = place(F1)

    (strip,) = fold(placed, PAGE).strips

    assert strip.chips == ()
    assert [lane.id for lane in strip.lanes] == ["EX", "BO"]
    assert all(strip.left <= node.box.x and node.box.right <= strip.right for node in placed.nodes.values())


def test_wide_drawing_has_as_few_strips_as_fit_the_page() -> None:
    folded = folded_f3()

    assert len(folded.strips) == 4
    assert folded.width <= PAGE
    assert all(before.right == after.left for before, after in pairwise(folded.strips))
    assert all(before.y + before.height < after.y for before, after in pairwise(folded.strips))


def test_every_node_and_text_stands_whole_in_one_strip_and_in_a_lane_kept_there() -> None:
    folded = folded_f3()
    placed = folded.placed
    lane = {node.id: node.lane for node in placed.diagram.nodes}

    for node in placed.nodes.values():
        (strip,) = (strip for strip in folded.strips if strip.left < node.box.centre.x < strip.right)
        assert strip.left <= node.box.x
        assert node.box.right <= strip.right
        assert lane[node.id] in [kept.id for kept in strip.lanes]
    cuts = [strip.right for strip in folded.strips[:-1]]
    assert not [label for label in placed.labels for cut in cuts if label.box.x < cut < label.box.right]


def test_lanes_in_which_nothing_happens_are_left_out() -> None:
    folded = folded_f3()

    assert "FIN" not in [lane.id for lane in folded.strips[0].lanes]
    assert all(len(strip.lanes) < len(F3.lanes) for strip in folded.strips[:2])
    for strip in folded.strips:
        assert all(upper.y + upper.height == lower.y for upper, lower in pairwise(strip.lanes))
        assert sum(lane.height for lane in strip.lanes) == strip.height


def test_every_letter_stands_on_both_sides_of_its_cut() -> None:
    folded = folded_f3()

    for before, after in pairwise(folded.strips):
        at_end = {chip.letter: chip for chip in before.chips if chip.centre.x > before.x_start}
        at_start = {chip.letter: chip for chip in after.chips if chip.centre.x < after.x_start}
        assert at_end
        assert {letter: chip.edges for letter, chip in at_end.items()} == {
            letter: chip.edges for letter, chip in at_start.items()
        }
    letters = [chip.letter for strip in folded.strips for chip in strip.chips]
    assert all(letters.count(letter) == 2 for letter in letters)
    assert folded.strips[0].chips[0].letter == "A"


def test_chips_stand_in_the_room_beside_the_strip() -> None:
    folded = folded_f3()

    for strip in folded.strips:
        right = strip.x_start + strip.right - strip.left
        for chip in strip.chips:
            assert chip.centre.x in (strip.x_start - CHIP_ROOM // 2, right + CHIP_ROOM // 2)
            assert strip.y <= chip.centre.y <= strip.y + strip.height


def test_column_wider_than_the_page_is_a_strip_of_its_own() -> None:
    folded = fold(place(diagram(task("x"), task("y"), edges="x>y")), 100)

    assert len(folded.strips) == 2


def test_drawing_without_nodes_is_one_strip() -> None:
    (strip,) = fold(place(diagram()), PAGE).strips

    assert [lane.id for lane in strip.lanes] == ["a"]
