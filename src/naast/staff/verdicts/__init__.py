"""What the rules say of the safety of a household, for the team."""
