"""Says the cells of a decision table as people say them: `acima de 10% até 20%`, `3 a 29 vidas`, `30 ou mais`.

A bound that the domain of the column sets anyway is left unsaid: what begins at zero is `até 10%`, what goes on to the
end of the domain is `acima de 30%`.
"""

from dataclasses import dataclass
from decimal import Decimal

from processmap.model.documents import FieldType, FormField
from processmap.model.policies import TableInput
from processmap.values.cells import Anything, Cell, OneOf, Range
from processmap.views.wording import Wording


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """The words of one condition column."""

    wording: Wording
    label: str
    """Heading of the column."""
    domain: Cell
    is_money: bool = False
    noun: str = ""
    """What is counted, in lower case and in the plural (`vidas`); empty where the number counts nothing."""

    def cell(self, cell: Cell) -> str:
        """A cell under the heading: `acima de 10% até 20%`."""
        match cell:
            case Range():
                return self._range(cell)
            case OneOf(values=values):
                return self._alternatives(values)
            case Anything():
                return self.wording("range.any")

    def condition(self, cell: Cell) -> str:
        """A cell as part of a sentence, without its heading: `3 a 29 vidas`; empty where anything will do."""
        said = self.cell(cell)
        if said == self.wording("range.any"):
            return ""
        if isinstance(cell, OneOf) and isinstance(self.domain, OneOf):
            return f"{self.label}: {said}"
        return f"{said} {self.noun}" if self.noun else f"{self.label} {said}"

    def everything(self) -> str:
        """The domain in words: `de 0% a 100%`, or the values of a list."""
        if isinstance(self.domain, Range):
            low, high = self.number(self.domain.low), self.number(self.domain.high)
            return self.wording("range.domain", low=low, high=high)
        return ", ".join(self.domain.values) if isinstance(self.domain, OneOf) else self.wording("range.any")

    def number(self, number: Decimal) -> str:
        """A number with the unit of the column."""
        said = self.wording.number(number)
        if self.is_money:
            return self.wording("range.money", amount=said)
        return f"{said}%" if isinstance(self.domain, Range) and self.domain.is_percent else said

    def _alternatives(self, values: tuple[str, ...]) -> str:
        *others, last = values
        return self.wording("range.or", others=", ".join(others), last=last) if others else last

    def _range(self, cell: Range) -> str:
        low, high = self.number(cell.low), self.number(cell.high)
        domain = self.domain if isinstance(self.domain, Range) else None
        begins = domain is not None and cell.low <= domain.low and not cell.is_low_open
        ends = domain is not None and cell.high >= domain.high
        if begins and ends:
            return self.wording("range.any")
        if cell.low == cell.high:
            return low
        if ends:
            return self.wording("range.above" if cell.is_low_open else "range.from", low=low)
        if begins and not cell.low:
            return self.wording("range.up_to", high=high)
        return self.wording("range.over" if cell.is_low_open else "range.between", low=low, high=high)


def column_words(wording: Wording, name: str, column: TableInput, field: FormField | None) -> ColumnWords:
    """Returns the words of a column.

    Args:
        wording: the language.
        name: technical name of the input, for a column without a label.
        column: the input.
        field: the form field it is read from, where there is one.
    """
    label = column.label or name.replace("_", " ").capitalize()
    counts = isinstance(column.domain, Range) and not column.domain.is_percent
    is_whole = field is not None and field.type is FieldType.INTEGER
    return ColumnWords(
        wording,
        label,
        column.domain,
        is_money=counts and field is not None and field.type is FieldType.MONEY,
        noun=_noun(label) if counts and is_whole else "",
    )


def _noun(label: str) -> str:
    """The label as the noun after a number, where its first word is a plural: Portuguese and English end it in s."""
    first = label.partition(" ")[0]
    return label[:1].lower() + label[1:] if first.endswith("s") and not first.endswith(("ês", "ss")) else ""
