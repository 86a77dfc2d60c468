"""Speed and scale, never in the test run: `./naast bench`."""
