"""The server is killed in the middle of writing: nothing confirmed is lost, nothing half-written appears."""
