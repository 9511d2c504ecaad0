"""Where: the places that an article names, with coordinates where a bundled gazetteer has them."""

from onrecord.places.find import find_places

__all__ = ["find_places"]
