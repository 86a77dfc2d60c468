"""Every address needs a viewer, and its view reaches the database only through access and actions."""

import pytest
from django.http import HttpRequest

from tests.crawl.addresses import Address, all_addresses

from .source import FACES, imported, layer, trees

VIEWERS = {"staff", "professional", "officer", "account", "resident", "calendar"}
# Addresses for whoever comes, and why. Nothing of a household can be read or written by them.
FOR_ANYBODY = {
    "home": "the start: sends on by who is signed in",
    "staff-sign-in": "signing in",
    "staff-sign-out": "signing out",
    "staff-second-factor": "signing in: past the password, not yet past the second factor",
    "staff-set-up": "signing in: an account without a second factor gets one before it sees anything",
    "staff-invitation": "a one-time invitation, which choosing a password spends",
    "portal-exit": "quick exit: ends the session and goes to a neutral site",
    "portal-ask": "asks for a new link; one answer whoever asks",
    "portal-kept": "says that a text was kept after a session ended",
    "portal-traces": "what quick exit does not wipe",
    "portal-sign-in": "a one-time link, which the PIN form spends",
}
PAST_THE_LAYERS = (
    "django.db",
    "django.apps",
    "django.contrib.auth.get_user_model",
    "django.contrib.sessions.models",
)


def without_viewer(addresses: list[Address]) -> list[str]:
    """Addresses whose view does not ask who looks."""
    return [
        address.name
        for address in addresses
        if getattr(address.view, "needs_viewer", None) not in VIEWERS and address.name not in FOR_ANYBODY
    ]


def past_the_layers(modules: list[tuple[int, str]]) -> list[str]:
    """Imports by which a face would come at rows without access or actions."""
    return [
        f"{line} {module}"
        for line, module in modules
        if module.startswith(PAST_THE_LAYERS) and module != "django.apps.AppConfig"
    ]


def test_every_address_needs_a_viewer() -> None:
    assert without_viewer(all_addresses()) == []


def test_an_address_for_anybody_says_so_itself() -> None:
    for address in all_addresses():
        if address.name in FOR_ANYBODY:
            assert getattr(address.view, "needs_viewer", "none") == "none", address.name


def test_the_list_of_addresses_for_anybody_names_only_what_there_is() -> None:
    assert set(FOR_ANYBODY) - {address.name for address in all_addresses()} <= {
        "portal-sign-in",
    }


def test_faces_reach_the_database_only_through_access_and_actions() -> None:
    found = [
        f"{name}:{what}"
        for name, tree in trees().items()
        if layer(name) in (*FACES, "ui") and layer(name) != "cli"
        for what in past_the_layers(list(imported(tree)))
    ]
    assert found == []


def test_the_guard_sees_a_view_without_a_viewer() -> None:
    def view(request: HttpRequest) -> None: ...

    assert without_viewer([Address("new", {}, view)]) == ["new"]


@pytest.mark.parametrize("module", ["django.db.connection", "django.apps.registry"])
def test_the_guard_sees_a_way_past_the_layers(module: str) -> None:
    assert past_the_layers([(1, module)])
