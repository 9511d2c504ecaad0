"""Where: the places that an article names, with coordinates where a bundled gazetteer has them."""

from onrecord.places.adjectives import find_adjectives, is_adjective
from onrecord.places.borders import Border, border_of, unit_codes
from onrecord.places.find import find_places
from onrecord.places.gazetteer import Gazetteer
from onrecord.places.own_places import load_places

__all__ = [
    "Border",
    "Gazetteer",
    "border_of",
    "find_adjectives",
    "find_places",
    "is_adjective",
    "load_places",
    "unit_codes",
]
