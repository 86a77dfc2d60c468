"""publiccode.yml says of Naast what a catalogue of public software needs."""

import yaml

from naast.cli.places import CHECKOUT


def test_publiccode_has_every_key_that_its_standard_requires() -> None:
    told = yaml.safe_load((CHECKOUT / "publiccode.yml").read_text(encoding="utf-8"))
    wanted = (
        "publiccodeYmlVersion name url platforms categories developmentStatus softwareType description legal"
    )
    assert set(wanted.split()) | {"maintenance", "localisation"} <= set(told)
    assert told["legal"]["license"] == "EUPL-1.2"
    for language in told["description"].values():
        assert len(language["shortDescription"]) <= 150
        assert 500 <= len(language["longDescription"]) <= 10_000
        assert language["features"]


def test_its_version_is_that_of_the_package() -> None:
    import tomllib

    told = yaml.safe_load((CHECKOUT / "publiccode.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told["softwareVersion"] == project["version"]
    assert told["legal"]["license"] == project["license"]
