"""How the sales side is spread and paid: regions, incentives, offers."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from processmap.model.entry import Entry
from processmap.values.authored import Authored
from processmap.values.dates import DateField
from processmap.values.ids import IncentiveRef, KpiRef, OfferRef, PolicyRef, RegionRef, RoleRef, SegmentRef
from processmap.values.numbers import Count
from processmap.values.percents import PercentField
from processmap.values.rates import Period
from processmap.values.texts import LongText, Text


class FederativeUnit(StrEnum):
    """The 27 federative units of Brazil (IBGE)."""

    AC = "AC"
    AL = "AL"
    AM = "AM"
    AP = "AP"
    BA = "BA"
    CE = "CE"
    DF = "DF"
    ES = "ES"
    GO = "GO"
    MA = "MA"
    MG = "MG"
    MS = "MS"
    MT = "MT"
    PA = "PA"
    PB = "PB"
    PE = "PE"
    PI = "PI"
    PR = "PR"
    RJ = "RJ"
    RN = "RN"
    RO = "RO"
    RR = "RR"
    RS = "RS"
    SC = "SC"
    SE = "SE"
    SP = "SP"
    TO = "TO"


class Region(Entry):
    """A sales region: federative units or named cities, with its team."""

    id: RegionRef = Field(description="Id, such as REG-SUL.")
    ufs: tuple[FederativeUnit, ...] = Field(default=(), description="Federative units it covers whole.")
    cities: tuple[Text, ...] = Field(default=(), description="Cities it covers, such as Campinas/SP.")
    team: Mapping[RoleRef, Count] = Field(default={}, description="People per role.")


class IncentiveTier(Authored):
    """One step of an incentive: from a degree of attainment on."""

    from_: PercentField = Field(alias="from", description="Attainment from which the tier counts.")
    to: PercentField | None = Field(
        default=None, description="Attainment up to which it counts; the last tier has none."
    )
    pays: PercentField = Field(description="What it pays, as a share of the base.")


class Incentive(Entry):
    """Variable pay tied to a KPI."""

    id: IncentiveRef = Field(description="Id, such as INC-001.")
    kpi: KpiRef = Field(description="The KPI that decides.")
    tiers: tuple[IncentiveTier, ...] = Field(description="Tiers in ascending order, without a gap.")
    cap: PercentField | None = Field(default=None, description="The most that is paid, as a share of the base.")
    base: LongText | None = Field(default=None, description="What the shares refer to.")
    eligible: tuple[RoleRef, ...] = Field(description="Roles that earn it.")
    region: RegionRef | None = Field(default=None, description="The region; without it all.")
    payer: RoleRef | None = Field(default=None, description="Role that computes and pays it.")
    every: Period | None = Field(default=None, description="How often it is paid.")


class Offer(Entry):
    """A standard offer."""

    id: OfferRef = Field(description="Id, such as OFF-REFEICAO.")
    segment: SegmentRef = Field(description="The segment it is made for.")
    policy: PolicyRef | None = Field(default=None, description="The policy that sets its conditions.")
    conditions: tuple[LongText, ...] = Field(default=(), description="Conditions in words.")
    valid_until: DateField | None = Field(default=None, description="Last day on which it may be offered.")
