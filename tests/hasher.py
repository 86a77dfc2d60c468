"""Argon2 that costs little, for tests only."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class LightArgon2(Argon2PasswordHasher):
    """The product's hasher with the least work that argon2 allows."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
