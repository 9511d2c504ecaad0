"""What a reader saw: a page cleaned into paragraphs, with the way back to every raw character.

`read_article` gives an `Article` whose `text` holds what a reader reads, whose `segments` lead
each character back to the original, and whose `excluded` names what was left out and why.
"""

from onrecord.articles.paper import printed_page
from onrecord.articles.reading import read_article

__all__ = ["printed_page", "read_article"]
