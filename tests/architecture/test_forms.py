"""A form in which people type carries whose form it is, so that nothing typed is lost when a sign-in ends."""

import re

import pytest

from .source import PACKAGE

# Forms without text of a person's own, or whose writer is not signed in yet: nothing worth keeping is lost.
NOTHING_TYPED = {
    "staff/account/account.html": "only signs out",
    "staff/account/calendar.html": "a password, which is never kept, and one button",
    "staff/account/factor.html": "a password and a code, which are never kept",
    "staff/account/password.html": "passwords, which are never kept",
    "staff/account/pin.html": "a PIN, which is never kept",
    "staff/account/recovery.html": "a password, which is never kept",
    "staff/households/_notice.html": "one button",
    "staff/residents/close.html": "one button",
    "staff/residents/hand_over.html": "one button",
    "staff/residents/link.html": "a confirmation",
    "staff/sign_in/code.html": "nobody is signed in yet",
    "staff/sign_in/invitation.html": "nobody is signed in yet",
    "staff/sign_in/set_up.html": "nobody is signed in yet",
    "staff/sign_in/sign_in.html": "nobody is signed in yet",
    "staff/story/write.html": "its second form throws the draft away",
    "staff/table/done.html": "only signs out",
    "staff/emergency/_banner.html": "one button",
    "staff/emergency/_seen.html": "one button",
    "staff/sharing/_shared.html": "one button",
    "staff/team/duty.html": "one button",
    "staff/team/invite.html": "one button",
    "staff/team/lead.html": "one button",
    "staff/team/reopen.html": "one button",
    "portal/confidential.html": "one button",
    "portal/plan/own_paper.html": "one button",
    "portal/sign_in/ask.html": "nobody is signed in yet",
    "portal/sign_in/close.html": "one button",
    "portal/sign_in/confidential.html": "a PIN, which is never kept",
    "portal/sign_in/door.html": "a PIN, which is never kept",
    "portal/sign_in/give_back.html": "a PIN, which is never kept",
    "portal/story/kept.html": "one button",
}


def forgetful(text: str) -> bool:
    """Does a template hold a form that is sent and does not say whose it is?"""
    return len(re.findall(r"<form\b[^>]*method=\"post\"", text)) > text.count("{% sealed_who %}")


def test_every_form_in_which_people_type_says_whose_it_is() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for face in ("staff", "portal")
        for path in sorted((PACKAGE / face).rglob("*.html"))
        if forgetful(path.read_text(encoding="utf-8"))
    }
    assert found - set(NOTHING_TYPED) == set(), "add {% sealed_who %} beside {% csrf_token %}"
    assert set(NOTHING_TYPED) - found == set(), "this one says it now: take it off the list"


@pytest.mark.parametrize(
    ("text", "forgets"),
    [
        ('<form method="post">{% csrf_token %}<textarea></textarea></form>', True),
        ('<form method="post">{% csrf_token %}{% sealed_who %}</form>', False),
        ('<form method="get"></form>', False),
    ],
)
def test_the_guard_sees_a_form_that_forgets(text: str, forgets: bool) -> None:
    assert forgetful(text) is forgets
