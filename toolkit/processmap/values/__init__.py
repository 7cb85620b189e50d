"""Typed values that authors write inside fields: ids, numbers, durations, percents, dates, cadences.

Every value arrives from the loader as text and leaves as an exact type. There are no floats: amounts are
`Decimal`, so that money, shares and times add up to what the author wrote.
"""
