"""The population register (BRP): a client, and beside it a fake server that answers from public test
persons.
"""
