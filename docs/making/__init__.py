"""Makes what of the guide is not written by hand: two pages of reference, and the site."""
