"""How large the block is, for those who must not load Django."""

HOMES = 20  # households in the block that the loader repeats
