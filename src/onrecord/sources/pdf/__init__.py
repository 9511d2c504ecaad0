"""PDF files: their text in reading order, with what runs along the margins set apart.

`words` asks pdfium for each word and its place; `columns` puts them in the order in which they are
read, `running` finds headers, footers and page numbers, `paragraphs` joins lines over columns and
pages, `hyphens` mends cut words, `script` writes the text that becomes the page's original.
"""

from onrecord.sources.pdf.reading import read_pdf

__all__ = ["read_pdf"]
