from enum import StrEnum

import pytest

from processmap.diagnostics import Severity
from processmap.i18n import Language, load_texts
from processmap.model.document_control import Status
from processmap.model.documents import FieldType, LegalBasis, PersonalData, SystemType
from processmap.model.indicators import KpiType, Unit
from processmap.model.macro import ProcessClass
from processmap.model.organisation import Level
from processmap.model.services import SlaType
from processmap.model.steps import STEP_MODELS, Channel
from processmap.values.ids import Kind
from processmap.values.measures import Aggregation
from processmap.values.rates import Period, Weekday

GROUPS: dict[str, type[StrEnum]] = {
    "status": Status,
    "field_type": FieldType,
    "legal_basis": LegalBasis,
    "personal": PersonalData,
    "system_type": SystemType,
    "kpi_type": KpiType,
    "unit": Unit,
    "class": ProcessClass,
    "level_name": Level,
    "sla_type": SlaType,
    "channel": Channel,
    "aggregation": Aggregation,
    "period": Period,
    "period_noun": Period,
    "weekday": Weekday,
    "severity": Severity,
}


@pytest.mark.parametrize("language", list(Language))
def test_every_value_has_its_word(language: Language) -> None:
    texts = load_texts("site", language)

    wanted = [f"{group}.{value}" for group, values in GROUPS.items() for value in values]
    wanted += [f"step_kind.{kind}" for kind in STEP_MODELS]
    wanted += [f"kinds.{kind.name.lower()}" for kind in Kind]

    assert [key for key in wanted if key not in texts] == []
