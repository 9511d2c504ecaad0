"""Six small records made by hand, so that later stages can be built and tested without reading.

Every name, outlet and sentence in them is invented.
"""

from tests.made.maker import MadeRecord, Maker
from tests.made.records import made_records

__all__ = ["MadeRecord", "Maker", "made_records"]
