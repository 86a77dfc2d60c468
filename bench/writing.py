"""What a worker posts to write down a note of their own, as the form was read back to them."""

from html import unescape
from re import findall
from urllib.parse import urlencode

WORDS = "Vanmorgen samen met school gebeld. Iedereen weet wie er vrijdag ophaalt. "
TOKEN = "b" * 32


def form(session: str, dossier: str) -> dict[str, str]:
    """{path, cookie, body} of the confirmation; only its `once` differs from post to post."""
    from django.conf import settings
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    path = f"/huishoudens/{dossier}/schrijven"
    passage = {"nature": "fact", "teller": "", "mode": "proposed", "words": WORDS * 4}
    typed = {f"passage-0-{name}": value for name, value in passage.items()}
    talk = {"form": "phone", "happened": "vandaag", "once": "{once}", "draft": "bench", "passages": "1"}
    shown = client.post(path, talk | typed | {"once": "1b671a64-40d5-491e-99b0-da01ff1f3341", "do": "read"})
    hidden = findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', shown.content.decode())
    fields = {unescape(name): unescape(value) for name, value in hidden}
    if "passage-0-checked" not in fields:
        raise SystemExit(f"the form was not read back: {shown.status_code}")
    fields |= {"do": "confirm", "csrfmiddlewaretoken": TOKEN, "once": "{once}"}
    cookie = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
    return {"path": path, "cookie": cookie, "body": urlencode(fields, safe="{}")}
