"""The generated world for every test here."""

from .fixture import world as world
