"""Trainings, validations, interviews and practices, from maps of a few lines."""

from tests.views.small_maps import linker_of

from processmap.model.capability import Training
from processmap.views.catalogues.contents import CATALOGUE_SOURCES
from processmap.views.catalogues.interview_progress import InterviewsPage, Progress
from processmap.views.catalogues.practice_cards import PracticesPage
from processmap.views.catalogues.training_plan import training_plan
from processmap.views.catalogues.validation_log import ValidationLog
from processmap.views.linking import Linker


def linker(kind: str, text: str) -> Linker:
    return linker_of((f"processes/catalog/{kind}.yaml", text), page=f"map/catalogue/{kind}.md")


def test_a_role_attends_the_trainings_of_its_audiences_and_their_hours_add_up() -> None:
    found = linker(
        "trainings",
        """trainings:
  - {id: TRN-1, name: Selling, audience: [ROL-A-1], hours: 6}
  - {id: TRN-2, name: Signing, audience: [ROL-B-1, ROL-A-1, ROL-X-9], hours: 1.5}
""",
    )

    plan = training_plan(found, found.atlas.all(Training))

    assert [(each.ref.label, each.hours, each.date) for each in plan.trainings] == [
        ("Selling", "6 h", ""),
        ("Signing", "1.5 h", ""),
    ]
    assert [(row.role.id, row.attends, row.hours) for row in plan.rows] == [
        ("ROL-A-1", (True, True), "7.5 h"),
        ("ROL-B-1", (False, True), "1.5 h"),
    ]


def test_validations_are_counted_by_verdict_and_told_by_day_the_latest_first() -> None:
    found = linker(
        "validations",
        """validations:
  - {id: VAL-1, elements: [MAC-X], roles: [ROL-A-1], date: 2026-03-01, verdict: approved}
  - {id: VAL-2, elements: [MAC-X], roles: [ROL-A-1], date: 2026-04-01, verdict: rejected, people: 1}
  - {id: VAL-3, elements: [MAC-X], roles: [ROL-B-1], date: 2026-03-01, verdict: approved, feedback: Shorter.}
""",
    )

    page = CATALOGUE_SOURCES["validations"].page(found)

    assert isinstance(page, ValidationLog)
    assert [(each.verdict.tone, each.count) for each in page.counts] == [("good", 2), ("bad", 1)]
    assert [(day.anchor, [record.anchor for record in day.records]) for day in page.days] == [
        ("day-2026-04-01", ["val-2"]),
        ("day-2026-03-01", ["val-1", "val-3"]),
    ]
    assert [record.people for day in page.days for record in day.records] == ["1 person", "", ""]


def test_interviews_say_how_far_each_role_and_all_of_them_are() -> None:
    found = linker(
        "interviews",
        """interviews:
  - {id: ITV-1, role: ROL-A-1, planned: 3, done: 2}
  - {id: ITV-2, role: ROL-B-1, planned: 1, done: 1}
""",
    )

    page = CATALOGUE_SOURCES["interviews"].page(found)

    assert isinstance(page, InterviewsPage)
    assert [(row.progress.percent, row.progress.is_complete) for row in page.rows] == [(66, False), (100, True)]
    assert page.total == Progress(3, 4)


def test_progress_is_never_more_than_all_and_nothing_planned_is_complete() -> None:
    assert (Progress(5, 4).percent, Progress(0, 0).percent) == (100, 100)


def test_a_practice_says_its_origin_as_far_as_it_is_known() -> None:
    found = linker(
        "practices",
        """practices:
  - {id: PRA-1, name: Obeya, source: Makers of cars, country: Japan, industry: Cars}
  - {id: PRA-2, name: Swarming, source: Help desks, industry: Software}
""",
    )

    page = CATALOGUE_SOURCES["practices"].page(found)

    assert isinstance(page, PracticesPage)
    assert [card.origin for card in page.cards] == ["Japan · Cars", "Software"]
    assert page.cards[0].adopted_in == ()
