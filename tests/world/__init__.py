"""A generated world of households, and a slow, plainly written rule of who may read what in it."""
