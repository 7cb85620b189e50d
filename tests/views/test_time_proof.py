"""The time proof of a process: verdicts, bars, rounds, and what depends on another area."""

from tests.views.small_maps import linker_of, micro

from processmap.model.micro import Micro
from processmap.views.process.proof import Proof, Verdict, hero_chip, proofs

SLAS = """slas:
  - id: SLA-A-001
    name: Answer
    type: client
    clock: {{start: [MIC-A-010/S10], stop: [MIC-A-010/E90]}}
    target: {target}
  - {{id: SLA-B-001, name: Draft, type: internal, target: 2 bd}}
"""
SELL = """
  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: T20, task: Write, lane: ROL-A-1, time: {work: 1 h, max: 1 bd}}
  - {id: H30, handoff: Ask legal, lane: ROL-A-1, to_process: MIC-B-010/S10, returns: [DOC-X], ola: SLA-B-001}
  - {id: W40, wait: Client answers, from: EXT-C, max: 5 bd, pauses: [SLA-A-001]}
  - id: G50
    choice: Good?
    paths:
      - {when: "Yes", to: E90}
      - {when: "No", to: T20, rework: {max: 2, then: E90, why: Asked again}}
  - {id: E90, end: Done}
"""
DRAFT = """
  - {id: S10, start: Asked, lane: ROL-B-1, from: [MIC-A-010/H30]}
  - {id: T20, task: Draft, lane: ROL-B-1, time: {max: 4 h}}
  - {id: E90, end: Drafted, returns: [DOC-X]}
"""


def _proofs(target: str, *, of: str = "MIC-A-010", is_provable: bool = True) -> tuple[Proof, ...]:
    linker = linker_of(
        ("processes/catalog/slas.yaml", SLAS.format(target=target)),
        micro("MIC-A-010", SELL),
        micro("MIC-B-010", DRAFT, name="Draft", macro="MAC-B"),
        page=f"map/micro/{of}.md",
    )
    found = linker.atlas.get(of, Micro)
    assert found is not None
    return proofs(linker, found, is_provable=is_provable)


def test_kept_with_all_rework() -> None:
    (proof,) = _proofs("10 bd")

    assert (proof.verdict, proof.anchor, proof.limit) == (Verdict.KEPT, "time-sla-a-001", "10 business days")
    assert [(run.total, run.left) for run in proof.runs] == [
        ("3 business days", "7 business days left"),
        ("9 business days", "1 business day left"),
    ]
    assert proof.promise_at == 100


def test_where_the_time_goes() -> None:
    (proof,) = _proofs("10 bd")

    assert [(bar.step.id, bar.share, bar.time, bar.start, bar.width) for bar in proof.bars] == [
        ("MIC-A-010/T20", "own", "1 business day", 0, 33.33),
        ("MIC-A-010/H30", "other", "2 business days", 33.33, 66.67),
        ("MIC-A-010/W40", "paused", "not counted", 100, 0),
    ]
    assert [(each.area.id, each.time, each.percent) for each in proof.depends] == [("ARE-JUR", "2 business days", 67)]


def test_rounds_say_why_and_how_often() -> None:
    (proof,) = _proofs("10 bd")

    assert [(round_.label, round_.why, round_.time, round_.each) for round_ in proof.rounds] == [
        ("2× back", "Asked again", "6 business days", "3 business days"),
        ("To the end", "", "3 business days", ""),
    ]


def test_at_risk_and_broken() -> None:
    (at_risk,), (broken,) = _proofs("5 bd"), _proofs("2 bd")

    assert (at_risk.verdict, [run.left for run in at_risk.runs]) == (
        Verdict.AT_RISK,
        ["2 business days left", "4 business days over"],
    )
    assert (broken.verdict, broken.runs[0].left) == (Verdict.BROKEN, "1 business day over")


def test_a_limit_in_calendar_days_is_walked() -> None:
    (proof,) = _proofs("30 d")

    assert proof.verdict is Verdict.KEPT
    assert (proof.runs[0].total, proof.runs[0].left) == ("5 days", "25 days left")


def test_a_process_is_held_against_the_slas_it_is_asked_under() -> None:
    (proof,) = _proofs("10 bd", of="MIC-B-010")

    assert [sla.id for sla in proof.slas] == ["SLA-B-001"]
    assert [step.id for step in proof.asked_by] == ["MIC-A-010/H30"]
    assert (proof.verdict, proof.runs[0].total) == (Verdict.KEPT, "4 h")


def test_nothing_is_claimed_about_a_flow_with_errors() -> None:
    (proof,) = _proofs("10 bd", is_provable=False)

    assert (proof.verdict, proof.runs, proof.bars) == (Verdict.UNPROVED, (), ())


def test_the_top_of_the_page_says_the_worst() -> None:
    linker = linker_of()
    chip = hero_chip(linker, (*_proofs("10 bd"), *_proofs("2 bd")))

    assert chip is not None
    assert (chip.label, chip.tone) == ("Promise broken", "bad")
    assert hero_chip(linker, ()) is None
