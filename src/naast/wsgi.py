"""The WSGI application that granian serves."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naast.settings")
application = get_wsgi_application()

# every screen is loaded now, and never looked through for garbage again: who met that waited a tenth of a second
import_module("naast.urls")
gc.collect()
gc.freeze()
