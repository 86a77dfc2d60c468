"""A question that several people answer together, on the team's face."""
