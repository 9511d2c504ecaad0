"""The statement extractor: data, network, training, export, confidence."""
