"""Training of what reads political acts and stances: `python -m training.acts`."""
