"""A text without what says whose it is, for advice that is asked without names."""
