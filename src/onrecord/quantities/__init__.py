"""How much: quantities as ranges, with unit, bound, what is counted, scope and place."""

from onrecord.quantities.amounts import find_amounts
from onrecord.quantities.find import find_quantities

__all__ = ["find_amounts", "find_quantities"]
