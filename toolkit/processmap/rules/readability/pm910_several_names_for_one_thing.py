"""PM910: a word that the glossary asks not to use."""

import re
from collections.abc import Iterator, Mapping

from processmap.diagnostics import Location, Path, Problem, Severity
from processmap.i18n import Message
from processmap.rules.readability.names import names_in
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_models

RULE = Rule("PM910", "several-names-for-one-thing", Severity.INFO, since="0.1.0", tags=("names", "glossary"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields names of elements, steps and activities that hold a word to avoid, with the word to use."""
    terms = {word.casefold(): term.term for term in context.map.glossary for word in term.avoid}
    if not terms:
        return
    # Longer words first, so that "reunião de resultado" is found before "reunião".
    pattern = "|".join(re.escape(word) for word in sorted(terms, key=lambda word: (-len(word), word)))
    avoided = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
    for element, model in live_models(context):
        for path, text in names_in(model):
            found = avoided.search(text.casefold())
            if found:
                yield _problem(element, path, found.group(), terms)


def _problem(element: str, path: Path, word: str, terms: Mapping[str, str]) -> Problem:
    return Problem(
        RULE.code,
        Message.of("PM910.message", element=element, word=word, term=terms[word]),
        Location(element, path),
        hint=Message.of("PM910.hint", term=terms[word]),
    )
