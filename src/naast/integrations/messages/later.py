"""Sending whose length must not show, because it would tell whether somebody is known: done after the answer."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore

from django.db import close_old_connections

log = logging.getLogger(__name__)
_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="naast-later")
_room = BoundedSemaphore(200)  # whoever asks faster than this is flooding, and is not served


def _run(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception as error:
        log.warning("work after an answer failed: %s", type(error).__name__)  # a message can hold an address
    finally:
        _room.release()
        close_old_connections()


def later(work: Callable[[], object]) -> None:
    """Do `work` after this answer. What is not done when the server stops is lost: the person asks again."""
    if _room.acquire(blocking=False):
        _worker.submit(_run, work)
