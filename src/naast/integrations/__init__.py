"""The world outside: each system with a client, and a stand-in beside it for demo and tests."""
