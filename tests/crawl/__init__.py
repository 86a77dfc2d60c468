"""The canary crawl: every address, as viewers of every sort, and no word where it may not be (design 4.13 b)."""
