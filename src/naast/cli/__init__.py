"""The commands of `./naast`: one module each, with `main(argv) -> exit code`."""
