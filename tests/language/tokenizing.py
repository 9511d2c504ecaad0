"""A small tokenizer of the real kind, made in the test: no file of the package is read."""

from __future__ import annotations

import string

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

WORDS = "maren volk the envoy said that road is open again we will stay arvenia told"
UNKNOWN = "[UNK]"


def small_tokenizer() -> Tokenizer:
    """A tokenizer that knows these words, and of others every letter and sign."""
    signs = [*string.ascii_lowercase, *string.digits, *string.punctuation, *"“”„«»‘’—…"]
    known = [UNKNOWN, *signs, *(f"##{s}" for s in string.ascii_lowercase), *WORDS.split()]
    model = WordPiece({w: n for n, w in enumerate(known)}, unk_token=UNKNOWN)
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = BertNormalizer()
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer
