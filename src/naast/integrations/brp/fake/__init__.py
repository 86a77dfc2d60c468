"""A stand-in for the population register: real HTTP, real rules of the OpenAPI, public test persons."""

from .server import FakeRegister, Fault

__all__ = ["FakeRegister", "Fault"]
