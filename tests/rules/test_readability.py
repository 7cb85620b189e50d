"""The words of PM9: verbs told from nouns, states told from topics, in both languages."""

import pytest

from processmap.i18n import Language
from processmap.model.steps import ApprovalStep, ChoiceStep, OptionsStep, ParallelStep, Step, TaskStep
from processmap.rules.readability.pm906_control_flow_complexity import complexity
from processmap.rules.readability.words import is_verb, says_a_state, verb_for, words

PT, EN = Language.PORTUGUESE, Language.ENGLISH


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("analisar", PT, True),
        ("propor", PT, True),
        ("certificar-se", PT, True),
        ("análise", PT, False),
        ("titular", PT, False),
        ("lugar", PT, False),
        ("valor", PT, False),
        ("check", EN, None),
        ("document", EN, True),
        ("verification", EN, False),
        ("shipping", EN, False),
    ],
)
def test_first_word_is_judged_as_a_verb_only_where_that_is_known(
    word: str, language: Language, expected: bool | None
) -> None:
    assert is_verb(word, language) is expected


@pytest.mark.parametrize(
    ("noun", "language", "verb"),
    [
        ("análise", PT, "analisar"),
        ("correção", PT, "corrigir"),
        ("autorização", PT, "autorizar"),
        ("notificação", PT, "notificar"),
        ("preparação", PT, "preparar"),
        ("monitoramento", PT, "monitorar"),
        ("oferta", PT, None),
        ("verification", EN, "verify"),
        ("certification", EN, "certify"),
        ("checking", EN, "check"),
        ("order", EN, None),
    ],
)
def test_the_verb_of_a_noun_is_suggested(noun: str, language: Language, verb: str | None) -> None:
    assert verb_for(noun, language) == verb


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Pedido recebido", PT, True),
        ("Agenda Comercial concluída", PT, True),
        ("Carteiras distribuídas", PT, True),
        ("Oferta inviável", PT, True),
        ("Fatura em aberto", PT, True),
        ("Cliente pede troca", PT, False),
        ("Fim", PT, False),
        ("Order received", EN, True),
        ("Goods sent", EN, True),
        ("Send the goods", EN, False),
        ("Customer", EN, False),
    ],
)
def test_a_state_is_told_from_a_topic(text: str, language: Language, expected: bool) -> None:
    assert says_a_state(text, language) is expected


def test_words_are_letters_without_case_and_composed_accents_count_as_one() -> None:
    assert words("Ana\u0301lise nº 3 - Crédito") == ["análise", "nº", "crédito"]


PATHS = [{"when": str(n), "to": "E90"} for n in range(3)]


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (ChoiceStep.model_validate({"id": "G10", "choice": "x?", "paths": PATHS}), 3),
        (OptionsStep.model_validate({"id": "O10", "options": "x?", "paths": PATHS}), 7),
        (
            ApprovalStep.model_validate({"id": "A10", "approval": "x?", "approvers": ["ROL-A"], "paths": PATHS}),
            3,
        ),
        (ParallelStep.model_validate({"id": "P10", "parallel": "x", "paths": [{"to": "E90"}] * 3}), 1),
        (TaskStep.model_validate({"id": "T10", "task": "Fazer algo"}), 0),
    ],
)
def test_complexity_is_that_of_cardoso(step: Step, expected: int) -> None:
    assert complexity(step) == expected
