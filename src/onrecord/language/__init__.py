"""What all readers of a text share: tokens, sentences, the parse."""
